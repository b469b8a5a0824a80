"""Which phrases of one report mean the same person, and what is told to have become of them."""

from __future__ import annotations

import pytest

from rashomon.linking import link
from rashomon.model.claims import Claim
from rashomon.model.layers import Reading
from rashomon.model.record import EventRecord
from rashomon.model.report import Report
from rashomon.reading.english import read_english
from rashomon.reconciling import reconcile


def report_of(text: str) -> Report:
    return Report(
        id="r",
        source_ref="r.txt",
        locator="r.txt",
        text=text,
        sha256="0",
        outlet="The Courier",
        published="2019-06-20",
        language="en",
    )


def read(text: str) -> Reading:
    return read_english(report_of(text))


def people(reading: Reading) -> dict[str, str | None]:
    """Each harmed phrase with its person."""
    harmed = [c for c in reading.claims if c.facet in {"killed", "wounded", "casualties"}]
    return {_words(claim): claim.about.person for claim in harmed if claim.about is not None}


def _words(claim: Claim) -> str:
    return claim.about.words if claim.about is not None else ""


def main_event(text: str, policy: str = "latest") -> EventRecord:
    report = report_of(text)
    reading = read_english(report)
    record = reconcile(
        link([report], [reading]), {c.id: c for c in reading.claims}, {"r": report}, policy=policy
    )
    return next(event for event in record.events if event.principal_for)


def toll(text: str) -> tuple[int | None, int | None]:
    totals = main_event(text).totals
    return totals.ucdp.best, totals.latest.wounded


@pytest.mark.usefixtures("nlp")
class TestWhoIsWho:
    def test_the_victim_and_he_are_the_man_of_the_first_sentence(self) -> None:
        found = people(
            read(
                "A man was shot outside a bakery. The victim was taken to a hospital. He died an hour later."
            )
        )
        assert set(found.values()) == {"p1"}

    def test_another_man_is_another(self) -> None:
        found = people(read("A man was shot outside a bakery. Another man was stabbed in the bus."))
        assert len(set(found.values())) == 2

    def test_other_ages_and_sexes_are_other_people(self) -> None:
        found = people(read("A 19-year-old man was shot. A 40-year-old man was wounded. A woman was killed."))
        assert len(set(found.values())) == 3

    def test_a_surname_is_of_whoever_bears_it(self) -> None:
        found = people(read("Ada Brook was shot on Monday. Carl Brook was wounded. Later Carl died."))
        assert found["Carl"] == found["Carl Brook"] != found["Ada Brook"]


TOLLS: list[tuple[str, tuple[int | None, int | None]]] = [
    ("A man was shot near the mill. The victim was pronounced dead at the scene.", (1, None)),
    ("A teen was shot near the mill. He is in stable condition.", (None, 1)),
    ("A woman was wounded by gunfire near the mill. She later died at a hospital.", (1, None)),
    ("Four men were shot near the mill. One was pronounced dead.", (1, 3)),
    ("A 17-year-old was shot in the leg near the mill.", (None, 1)),
    ("Three people were killed in a shooting. A man died at once, a woman in hospital.", (3, None)),
    ("A woman was shot dead on Monday. Her brother was also killed.", (2, None)),
    ("Two people were injured in a triple shooting in which a man was killed.", (1, 2)),
    ("Officers said a boy was found with a gunshot wound near the mill.", (None, 1)),
    ("A man killed his wife and then turned the gun on himself.", (2, None)),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "expected"), TOLLS, ids=[text[:50] for text, _ in TOLLS])
def test_tolls(text: str, expected: tuple[int | None, int | None]) -> None:
    assert toll(text) == expected


@pytest.mark.usefixtures("nlp")
def test_counting_the_hit_as_wounded_is_marked_as_a_convention() -> None:
    event = main_event("Four men were shot near the mill.")
    (finding,) = [f for f in event.findings if f.facet == "wounded"]
    assert finding.rule == "latest.hit_not_killed"
    assert finding.imputed
    assert event.totals.range.wounded.min is None
    assert event.totals.airwars.injured.min is None


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("text", ["Soldiers shot at the rebels.", "Troops shot down a drone near the base."])
def test_who_is_shot_at_is_not_hit(text: str) -> None:
    reading = read(text)
    assert not [c for c in reading.claims if c.facet in {"casualties", "wounded", "killed"}]
