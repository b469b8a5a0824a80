"""Harm as brief notes of a day tell it: who came with what, what only threatened, what was taken beside."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Claim
from rashomon.reading.english import read_english

_HARM = {"killed", "wounded", "captured"}


def harms(text: str) -> list[Claim]:
    return [c for c in read_english(report_of(text)).claims if c.facet in _HARM]


def counted(text: str) -> list[tuple[str, int | None, int | None]]:
    """What befell how many, in order of the text, of what is said to have happened."""
    told = [c for c in harms(text) if c.certainty == "asserted"]
    return [(c.facet, c.value.low, c.value.high) for c in told]


def kinds(text: str) -> set[str]:
    return {c.value.code for c in read_english(report_of(text)).claims if c.facet == "kind"}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two men armed with clubs attacked and injured a trader at Orle.", "men"),
        ("Robbers with knives stabbed and killed a trader at Orle.", "Robbers"),
        ("A gunman disguised as a porter attacked and injured a trader at Orle.", "A gunman"),
        ("Fighters of the two units executed nine traders at Orle.", "Fighters"),
    ],
)
def test_who_comes_with_something_did_it(text: str, who: str) -> None:
    found = [claim.by.words for claim in harms(text) if claim.by is not None]
    assert found
    assert all(words.startswith(who) for words in found)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "Robbers told the miller to hand over his keys or risk being shot. They abducted him.",
        "Robbers told the owner to open the door or be shot. They abducted him.",
        "The owner opened the door for fear of being killed. The robbers abducted him.",
    ],
)
def test_what_only_threatens_did_not_happen(text: str) -> None:
    assert counted(text) == [("captured", 1, 1)]
    assert kinds(text) == {"abduction"}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        # whoever is told of by the next verb is no victim of the one before
        ("Gunmen killed a guard and two porters fled.", [("killed", 1, 1)]),
        (
            "Gunmen killed three weavers and two porters sustained injuries.",
            [("killed", 3, 3), ("wounded", 2, 2)],
        ),
        ("Gunmen killed a guard and two porters.", [("killed", 1, 1), ("killed", 2, 2)]),
        # both befell the same people
        (
            "Police wounded and then detained three smugglers.",
            [("wounded", 3, 3), ("captured", 3, 3)],
        ),
        # things among the objects
        ("Robbers killed two porters, burnt tents, foodstuffs, money and valuables.", [("killed", 2, 2)]),
        (
            "They abducted four children and one male and female trader.",
            [("captured", 4, 4), ("captured", 2, 2)],
        ),
    ],
)
def test_whom_it_befell_and_how_many(text: str, found: list[tuple[str, int, int]]) -> None:
    assert counted(text) == found


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "Gunmen with rifles attacked and abducted two porters.",
        "Robbers armed with clubs attacked and killed a trader in Orle.",
    ],
)
def test_who_attacks_and_does_more_is_not_the_one_attacked(text: str) -> None:
    told = {c.facet for c in read_english(report_of(text)).claims}
    assert "initiator" in told
    assert "target" not in told


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Soldiers sighted a group of 15 loggers and arrested them.", (15, 15)),
        ("Bandits stopped two soldiers and a pastor and abducted them.", (3, 3)),
        ("Police met six porters on the road and detained them.", (6, 6)),
        # two sets of people: either may be meant
        ("Bandits met two traders near a school, took three guards and abducted them.", (2, None)),
    ],
)
def test_whom_somebody_meets_and_takes(text: str, number: tuple[int, int | None]) -> None:
    taken = [c.value for c in harms(text) if c.facet == "captured"]
    assert [(value.low, value.high) for value in taken] == [number]
