"""A short name that two bodies bear means the one that the report names in full."""

from __future__ import annotations

import pytest

from rashomon.codebook.actors import load_registry
from rashomon.reading.parties.definitions import with_shared_names


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Pakistani Taliban fighters fled. The Taliban said no.", ["ttp", "ttp"]),
        ("Taliban militants fled. The Tehrik-i-Taliban Pakistan said no.", ["ttp", "ttp"]),
        (
            "The Afghan Taliban fled. The Taliban spoke. So did the Pakistani Taliban.",
            ["taliban", "taliban", "ttp"],
        ),
        ("The Taliban fled.", ["taliban"]),
        # A part of a whole does not stand for it: the whole may have spoken.
        (
            "Islamic State West Africa Province attacked. The Islamic State claimed it.",
            ["iswap", "islamic-state"],
        ),
    ],
)
def test_a_short_name_means_who_is_named_in_full(text: str, meant: list[str]) -> None:
    registry = load_registry(None)
    assert [hit.actor_ids[0] for hit in with_shared_names(registry.find(text), registry)] == meant


def test_what_the_short_name_may_mean_as_well_is_kept() -> None:
    registry = load_registry(None)
    first, *_ = with_shared_names(registry.find("The Taliban fled the Pakistani Taliban."), registry)
    assert first.actor_ids == ("ttp", "taliban")
