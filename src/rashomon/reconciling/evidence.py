"""What the claims of a case stand on: their reports, their copies, their utterances, their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType

from rashomon.codebook.policies import RELIABILITY
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.events import Linked
from rashomon.model.judgements import SourceGrade
from rashomon.model.report import Report

EMPTY: Mapping[str, SourceGrade] = MappingProxyType({})
WORST_CREDIBILITY = 6


@value
class Evidence:
    """Claims and reports of a case with what is needed to weigh them; made by `gather_evidence`."""

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    utterances: Mapping[str, str]
    """Claim id → id of the utterance that linking put it to."""
    roots: Mapping[str, str]
    """Report id → id of the report whose text it repeats, itself where it repeats none."""
    replaced: Mapping[str, str]
    """Id of a report → id of the newer version that stands in its place."""
    grades: Mapping[str, SourceGrade]
    """Name of a source in lower case → what a person holds of it."""
    orders: dict[str, tuple[str, int, str]] = field(default_factory=dict, compare=False, repr=False)
    """Sort keys that were asked for: each is asked for dozens of times."""

    def order(self, claim_id: str) -> tuple[str, int, str]:
        """Sort key of a claim: by report, then by where it stands in the text."""
        known = self.orders.get(claim_id)
        if known is None:
            claim = self.claims[claim_id]
            start = claim.passages[0].start if claim.passages else -1
            known = self.orders[claim_id] = (self.source_ref(claim.report_id), start, claim.id)
        return known

    def in_order(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """The claims' ids, each once, in document order."""
        return tuple(sorted(set(claim_ids), key=self.order))

    def source_ref(self, report_id: str) -> str:
        """What outputs call a report."""
        report = self.reports.get(report_id)
        return report.source_ref if report is not None else report_id

    def grade_of(self, claim: Claim) -> tuple[int, int]:
        """Ranks of letter and number, 0 the best: of whoever spoke first, else of the nearest relay graded."""
        names = [
            name for link in claim.attribution for name in (link.source, link.actor_id, link.person) if name
        ]
        report = self.reports.get(claim.report_id)
        names += [report.outlet] if report is not None and report.outlet else []
        known = (self.grades.get(name.casefold()) for name in names)
        grade = next((grade for grade in known if grade is not None), None)
        if grade is None:
            return RELIABILITY.index("F"), WORST_CREDIBILITY
        return RELIABILITY.index(grade.reliability), grade.credibility or WORST_CREDIBILITY

    def versions_after(self, report_id: str) -> tuple[str, ...]:
        """The reports that are later texts of this one, each the next one's predecessor."""
        newer: list[str] = []
        while (following := self.replaced.get(report_id)) is not None and following not in newer:
            newer.append(following)
            report_id = following
        return tuple(newer)

    def root(self, report_id: str) -> Report | None:
        """The report whose text this one prints."""
        return self.reports.get(self.roots.get(report_id, report_id))


def gather_evidence(
    linked: Linked,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    grades: Mapping[str, SourceGrade] = EMPTY,
) -> Evidence:
    """The claims and reports of a case, ready to be weighed."""
    return Evidence(
        grades=grades,
        claims=claims,
        reports=reports,
        utterances={
            claim_id: utterance.id
            for utterance in sorted(linked.statements, key=lambda utterance: utterance.id, reverse=True)
            for claim_id in utterance.claim_ids
        },
        roots={report_id: _root_of(report_id, reports) for report_id in reports},
        replaced={
            report.version_of: report.id
            for report in sorted(reports.values(), key=lambda report: report.id, reverse=True)
            if report.version_of is not None and report.version_of != report.id
        },
    )


def without(claims: Iterable[Claim], taken: Iterable[Claim]) -> list[Claim]:
    """The claims that are not among those taken, told by their ids: of thousands, each with each is too many."""
    ids = {claim.id for claim in taken}
    return [claim for claim in claims if claim.id not in ids]


def _root_of(report_id: str, reports: Mapping[str, Report]) -> str:
    seen = {report_id}
    while True:
        report = reports.get(report_id)
        original = report.copied_from if report is not None else None
        if original is None or original in seen or original not in reports:
            return report_id
        seen.add(original)
        report_id = original
