"""Whom "they" means: people listed together are meant together."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, report_of

from rashomon.reading.english import read_english


def meant(text: str) -> list[tuple[str, int | None, int | None]]:
    """What befell those meant by "they", and the bounds of their number."""
    return [
        (claim.facet, claim.value.low, claim.value.high)
        for claim in read_english(report_of(text)).claims
        if any(flag.code == "anaphoric" for flag in claim.flags)
    ]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A woman and two men were shot in Orle. They are in stable condition.", [("wounded", 3, 3)]),
        ("A man and a woman were shot in Orle. They are in stable condition.", [("wounded", 2, 2)]),
        ("Rebels abducted two soldiers and a guide in Orle. They were later killed.", [("killed", 3, 3)]),
        # somebody else was hit too: who is meant stays open
        (
            "A man and a woman were shot in Orle, and a boy was stabbed. They are in stable condition.",
            [("wounded", 2, None)],
        ),
    ],
)
def test_they_are_all_whom_a_clause_lists(text: str, found: list[tuple[str, int, int | None]]) -> None:
    assert meant(text) == found


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        # all of one list, whoever does it to them
        ("Gunmen stopped a farmer and his two sons near Orle and shot them dead.", 3),
        ("A farmer and two sons were stopped near Orle; gunmen shot them dead.", 3),
        ("Gunmen stopped a farmer and two sons near Orle. They shot them dead.", 3),
        ("Bandits intercepted two teachers and a nurse near Orle, and executed them.", 3),
        ("Armed men met three herders and a boy near Orle. They were shot dead.", 4),
        ("A trader, a teacher and a nurse were found near Orle. They had been executed.", 3),
        ("Gunmen stopped a farmer with his two sons near Orle and killed them.", 3),
        # people called again by their noun alone
        ("Militants abducted four farmers near Orle. The farmers were found dead on Tuesday.", 4),
        ("Gunmen attacked three soldiers and two farmers near Orle. They killed the farmers.", 2),
        # only some of them
        ("Two policemen and a guard fought gunmen near Orle. They killed two of them.", 2),
        ("Militants abducted a farmer and his son near Orle. He was executed.", 1),
    ],
)
def test_they_are_all_of_the_list(text: str, dead: int) -> None:
    totals = main_event(text).totals
    assert (totals.ucdp.best, totals.acled.fatalities) == (dead, dead)


@pytest.mark.usefixtures("nlp")
def test_them_told_of_twice_are_the_same_people() -> None:
    text = "Afghan forces detained two insurgents in Orle today. The forces heard of two insurgents and detained them."
    assert main_event(text).totals.latest.captured == 2
