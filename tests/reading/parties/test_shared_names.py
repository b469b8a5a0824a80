"""A short name that two bodies bear means the one that the report names in full."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.codebook.actors import load_registry
from rashomon.reading.english import read_english
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


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Al-Shabab fighters attacked Palma in Mozambique.", "ansar-al-sunna-mozambique"),
        (
            "Al-Shabab attacked Palma, a town of Mozambique. It has no ties to Somalia.",
            "ansar-al-sunna-mozambique",
        ),
        ("Al-Shabab attacked a police post in Garissa, Kenya.", "al-shabaab"),
        ("A U.S.-led coalition raid killed six men near Kandahar in Afghanistan.", "afghan-coalition"),
        ("A U.S.-led coalition raid killed six men near Mosul in Iraq.", "cjtf-oir"),
    ],
)
def test_a_name_of_two_countries_means_the_body_of_the_country_it_was_in(text: str, meant: str) -> None:
    claims = read_english(report_of(text, published="2019-06-20")).claims
    parties = [party for claim in claims for party in (claim.about, claim.by) if party is not None]
    assert meant in {ref.actor_id for party in parties for ref in party.actors}
