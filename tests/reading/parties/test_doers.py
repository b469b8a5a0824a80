"""Who "they" are where they do something: whoever acted in the clause or sentence before."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, report_of

from rashomon.model.claims import Party
from rashomon.reading.english import read_english

_HARM = {"killed", "wounded", "captured", "casualties"}


def doers(text: str) -> set[str]:
    """The words for those who did what befell others, or who began."""
    claims = read_english(report_of(text)).claims
    told: list[Party | None] = [c.by if c.facet in _HARM else None for c in claims]
    told += [c.about for c in claims if c.facet == "initiator"]
    return {party.words for party in told if party is not None}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nine gunmen came to the ford of Orle on horses. They shot and killed two traders.", "gunmen"),
        ("Some gunmen came to Orle at dusk, they killed two traders.", "Some gunmen"),
        ("Gunmen entered a mill where they shot two traders.", "Gunmen"),
        ("Gunmen set up a roadblock at Orle. They stopped a bus. They abducted three traders.", "Gunmen"),
        ("Gunmen set up a roadblock at Orle. They fired at a bus that did not stop.", "Gunmen"),
        ("Gunmen on motorcycles set up a roadblock at Orle. They flogged two traders.", "Gunmen"),
        ("A group of masked men stormed the market. They opened fire, killing five.", "masked men"),
        ("Police said the robbers came at night. They tied up the owner and stabbed him.", "the robbers"),
        ("Herders came with their cattle. They killed a farmer.", "Herders"),
        # the villagers only look on: those who bear arms are meant
        ("Villagers fled when gunmen came to Orle. They killed two traders.", "gunmen"),
    ],
)
def test_they_are_those_who_acted_before(text: str, who: str) -> None:
    assert doers(text) == {who}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        # two armed parties: either may be meant
        "Gunmen met soldiers at Orle. They killed two traders.",
        "Soldiers ran into bandits near Orle. They killed two traders.",
        # told from before, of those who were taken since
        "Soldiers took four men near Orle. They had killed two traders.",
        # those of whom the sentence itself tells come first
        "Gunmen came to Orle. The traders were killed when they refused to pay, and they wounded a guard.",
        # others are told of in between
        "Gunmen came to Orle. The rain had stopped by then. The mill is old. They killed two traders.",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert {"They", "they"} & doers(text)


@pytest.mark.usefixtures("nlp")
def test_a_named_body_is_a_side_of_the_event() -> None:
    event = main_event("ISWAP operatives came to Maiduguri on foot. They shot and killed two loggers.")
    assert "iswap" in {actor.id for side in event.sides for actor in side.actors}


@pytest.mark.usefixtures("nlp")
def test_whom_they_harmed_are_others() -> None:
    text = "Three gunmen robbed a male and female trader at Orle. They beat and injured them."
    found = [c for c in read_english(report_of(text)).claims if c.facet == "wounded"]
    assert [(c.value.low, c.value.high) for c in found] == [(2, 2)]


@pytest.mark.usefixtures("nlp")
def test_what_they_were_is_no_deed() -> None:
    text = (
        "A girl was shot dead at a feast in Orle on Monday. "
        "The other three victims were a 44-year-old miller, 31-year-old cook and 62-year-old clerk. "
        "They were all self-transported to a clinic, treated and released."
    )
    assert main_event(text).totals.latest.wounded == 3
