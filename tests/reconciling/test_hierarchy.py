"""The policy by source grades: whom people trust most is followed, whoever said it first."""

from __future__ import annotations

import pytest

from rashomon.linking import link
from rashomon.model.judgements import SourceGrade
from rashomon.model.record import EventRecord
from rashomon.model.report import Report
from rashomon.reading.english import read_english
from rashomon.reconciling import reconcile

SAID = {"The Well": "nine", "The Gate": "five", "The Mill": "seven"}


def report(outlet: str, words: str) -> Report:
    return Report(
        id=f"r_{outlet[-4:].lower()}",
        source_ref=outlet,
        locator=f"{outlet}.txt",
        text=f"Gunmen attacked a post near Labbezanga on Thursday and killed {words} soldiers.",
        sha256=outlet,
        outlet=outlet,
        published="2019-06-21",
        language="en",
    )


def event(grades: dict[str, str], policy: str = "hierarchy") -> EventRecord:
    reports = [report(outlet, words) for outlet, words in SAID.items()]
    readings = [read_english(one) for one in reports]
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    held = {
        name.casefold(): SourceGrade(source=name, reliability=grade[0], credibility=int(grade[1:] or 6))
        for name, grade in grades.items()
    }
    record = reconcile(
        link(reports, readings), claims, {one.id: one for one in reports}, policy=policy, grades=held
    )
    return record.events[0]


def best(grades: dict[str, str], policy: str = "hierarchy") -> tuple[int | None, str]:
    found = next(finding for finding in event(grades, policy).findings if finding.facet == "killed")
    return getattr(found.value, "low", None), found.rule


@pytest.mark.usefixtures("nlp")
class TestHierarchy:
    @pytest.mark.parametrize(
        ("grades", "number"),
        [
            ({"The Well": "A1"}, 9),
            ({"The Well": "B2", "The Gate": "A3"}, 5),
            ({"The Well": "B2", "The Mill": "B1"}, 7),
            ({"The Gate": "E5", "The Mill": "D2"}, 9),
            ({"The Well": "E", "The Gate": "F", "The Mill": "C"}, 7),
            ({}, 5),
        ],
    )
    def test_the_best_graded_source_is_followed(self, grades: dict[str, str], number: int) -> None:
        assert best(grades) == (number, "hierarchy.best_source")

    def test_other_policies_do_not_look_at_grades(self) -> None:
        assert best({"The Well": "A1"}, "acled") == best({}, "acled")

    def test_who_is_not_followed_opposes(self) -> None:
        found = next(f for f in event({"The Well": "A1"}).findings if f.facet == "killed")
        assert len(found.opposing) == 2
        assert "graded best" in found.why
