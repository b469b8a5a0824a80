"""A case as one sees it: judged, linked and reconciled under a policy; nothing that people decided is changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rashomon import __version__
from rashomon.judging import (
    Effect,
    Surveyed,
    effects,
    find_again,
    judge_readings,
    judge_reports,
    source_grades,
    standing,
    surroundings_of,
    survey,
)
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.events import Linked
from rashomon.model.judgements import Judgement
from rashomon.model.layers import Reading
from rashomon.model.report import Report, Skipped
from rashomon.pipeline.choices import DEFAULT_POLICY, check_as_of, check_policy
from rashomon.pipeline.links import link_case
from rashomon.pipeline.readings import latest_versions, unread
from rashomon.store import Case, digest_of_claims, digest_of_report, digest_of_whole

if TYPE_CHECKING:
    from rashomon.model.record import Record
    from rashomon.reconciling import Weigher
    from rashomon.writing import CaseView


@value
class Gathered:
    """Everything of a case that a view is made of, whatever the policy: judged, linked, not yet reconciled."""

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    linked: Linked
    skipped: tuple[Skipped, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    """Those in force."""


def build(
    case: Case, *, policy: str = DEFAULT_POLICY, as_of: str | None = None, relink: bool = False
) -> CaseView:
    """The case under a policy: reports, readings, events and their record, as known on ``as_of``.

    Ties are taken from the case where nothing changed since they were made, unless ``relink`` is true.
    """
    check_policy(policy)
    check_as_of(as_of)
    return view_gathered(gather(case, relink=relink), policy=policy, as_of=as_of)


def gather(case: Case, *, relink: bool = False) -> Gathered:
    """What the case holds now, with people's decisions put to it and its events linked."""
    judgements = standing(case.judgements())
    reports, readings = put_judgements(case.reports(), case.readings(), judgements)
    return Gathered(
        reports=reports,
        readings=readings,
        linked=link_case(case, reports, readings, judgements, relink=relink),
        skipped=case.skipped(),
        judgements=judgements,
    )


def put_judgements(
    reports: Sequence[Report], readings: Sequence[Reading], judgements: Sequence[Judgement]
) -> tuple[tuple[Report, ...], tuple[Reading, ...]]:
    """Reports and readings as people's standing decisions leave them; of each text its latest version only."""
    held = latest_versions(judge_reports(reports, judgements))
    by_id = {report.id: report for report in held}
    wanted = (reading for reading in readings if reading.report_id in by_id)
    return held, judge_readings(wanted, by_id, judgements)


def view_gathered(held: Gathered, *, policy: str, as_of: str | None = None) -> CaseView:
    """What was gathered, under a policy, with the record that follows; opens no case."""
    from rashomon.reconciling import reconcile

    record = reconcile(
        held.linked,
        claims_of(held),
        {report.id: report for report in held.reports},
        policy=policy,
        as_of=as_of,
        grades=source_grades(held.judgements),
        case_digest=digest_of(held.reports, held.readings),
        version=__version__,
    )
    return view_with(held, record)


def view_of(
    reports: Iterable[Report], readings: Iterable[Reading], linked: Linked, *, policy: str
) -> CaseView:
    """The same of reports that are in no case, on which nobody decided anything."""
    held = Gathered(reports=tuple(reports), readings=tuple(readings), linked=linked)
    return view_gathered(held, policy=policy)


def claims_of(held: Gathered) -> dict[str, Claim]:
    """All claims of what was gathered, by id."""
    return {claim.id: claim for reading in held.readings for claim in reading.claims}


def weigher_of(held: Gathered, *, as_of: str | None = None) -> Weigher:
    """What was gathered, its events ready to be weighed one by one under any policy."""
    from rashomon.reconciling import Weigher

    return Weigher(
        held.linked,
        claims_of(held),
        {report.id: report for report in held.reports},
        as_of=as_of,
        grades=source_grades(held.judgements),
    )


def view_with(held: Gathered, record: Record) -> CaseView:
    """What was gathered, with a record that was made of it."""
    from rashomon.writing import CaseView

    return CaseView(
        reports={report.id: report for report in held.reports},
        readings=held.readings,
        claims=claims_of(held),
        linked=held.linked,
        record=record,
        skipped=(*held.skipped, *unread(held.reports)),
    )


def digest_of(reports: Iterable[Report], readings: Iterable[Reading]) -> str:
    """A name of the state of these reports and their claims, whatever their order."""
    parts = [digest_of_report(report) for report in reports]
    return digest_of_whole([*parts, *(digest_of_claims(reading.claims) for reading in readings)])


def weigh_judgements(case: Case, view: CaseView) -> tuple[Effect, ...]:
    """What became of each decision of a case: in force, replaced, or finding nothing to fall on."""
    here = surroundings_of(find_again(view.readings), view.reports.values(), view.linked)
    return effects(case.judgements(), here)


def survey_of(view: CaseView, judgements: Sequence[Judgement]) -> Surveyed:
    """The claims of a case with what they can be chosen by; ``judgements`` are all of the case's."""
    return survey(view.readings, view.reports, view.linked, judgements)
