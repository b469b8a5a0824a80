"""The eight example reports: what a historian of that day would check first."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.model.record import EventRecord, Record
from rashomon.pipeline import add_reports, build, read_missing
from rashomon.sources import load
from rashomon.store import open_case
from rashomon.writing.view import CaseView

EXAMPLE = Path(__file__).parents[2] / "examples" / "akabar"


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CaseView]:
    folder = tmp_path_factory.mktemp("akabar")
    with open_case(folder, create=True) as case:
        add_reports(case, load([str(EXAMPLE)]), given="example")
        read_missing(case)
        return {
            policy: build(case, policy=policy) for policy in ("ucdp", "acled", "range", "airwars", "latest")
        }


@pytest.fixture(scope="module")
def record(views: dict[str, CaseView]) -> Record:
    return views["ucdp"].record


def event_at(record: Record, place: str) -> EventRecord:
    (event,) = [event for event in record.events if place in (event.place.name or "")]
    return event


def test_two_clashes_and_the_operation_are_told_apart(record: Record) -> None:
    akabar, bani = event_at(record, "Akabar"), event_at(record, "Bani Bangou")
    assert akabar.date.start == bani.date.start == "2018-04-01"
    assert akabar.date.precision == 1
    assert len(akabar.principal_for) == 8
    (operation,) = [event for event in record.events if event.id == akabar.part_of]
    assert (operation.kind, operation.date.start) == ("operation", "2018-03-28")


def test_the_alliances_totals_stay_with_both_clashes(record: Record) -> None:
    akabar, bani = event_at(record, "Akabar"), event_at(record, "Bani Bangou")
    shared = [figure for figure in akabar.shared_figures if figure.facet == "killed"]
    # The ledger says that the statement covers two clashes, and tells of one itself.
    of_both = [figure for figure in shared if figure.events != (akabar.id,)]
    assert len(of_both) == len(shared) - 1
    assert all({akabar.id, bani.id} <= set(figure.events) for figure in of_both)
    assert bani.totals.ucdp.best is None
    supporting = {
        claim for finding in akabar.findings for claim in finding.supporting if finding.facet == "killed"
    }
    assert not supporting & {figure.claim_id for figure in shared}


def test_one_actor_under_several_names(record: Record) -> None:
    ids = [actor.id for event in record.events for side in event.sides for actor in side.actors]
    assert "gatia" in ids
    for event in record.events:
        own = [actor.id for side in event.sides for actor in side.actors if actor.id]
        assert len(own) == len(set(own))


def test_nigers_army_is_in_liaison_and_on_no_side(record: Record) -> None:
    akabar = event_at(record, "Akabar")
    assert ("forces:NER", "in_liaison") in {(other.actor.id, other.role) for other in akabar.others}
    assert "forces:NER" not in {actor.id for side in akabar.sides for actor in side.actors}


def test_the_wire_copy_is_no_second_witness(views: dict[str, CaseView]) -> None:
    reports = {report.source_ref: report for report in views["ucdp"].reports.values()}
    assert reports["07-wire-copy.txt"].copied_from == reports["03-frontline-review.txt"].id


def test_policies_give_different_explained_figures(views: dict[str, CaseView]) -> None:
    totals = event_at(views["ucdp"].record, "Akabar").totals
    figures = {totals.ucdp.best, totals.acled.fatalities, totals.range.killed.max}
    assert len(figures) == 3
    for view in views.values():
        for finding in event_at(view.record, "Akabar").findings:
            assert finding.rule
            assert len(finding.why) > 20


def test_the_sums_hold_under_every_policy(views: dict[str, CaseView]) -> None:
    for view in views.values():
        for event in view.record.events:
            ucdp = event.totals.ucdp
            if ucdp.best is None:
                continue
            parts = (ucdp.deaths_a, ucdp.deaths_b, ucdp.deaths_civilians, ucdp.deaths_unknown)
            assert ucdp.best == sum(part or 0 for part in parts)
            assert ucdp.low is not None
            assert ucdp.high is not None
            assert ucdp.low <= ucdp.best <= ucdp.high


def test_nothing_a_reader_commented_is_evidence(views: dict[str, CaseView]) -> None:
    view = views["ucdp"]
    aside = [
        piece.words
        for report in view.reports.values()
        for piece in report.set_aside
        if piece.reason == "comment"
    ]
    assert aside
    assert all(
        "desert_truth" not in passage.words for claim in view.claims.values() for passage in claim.passages
    )


def test_reports_added_one_at_a_time_in_another_order_make_the_same_record(
    record: Record, tmp_path: Path
) -> None:
    reports = list(load([str(EXAMPLE)]))
    with open_case(tmp_path, create=True) as case:
        for one in reversed(reports):
            add_reports(case, [one], given="example")
            read_missing(case)
            grown = build(case, policy="ucdp").record
    assert grown.events == record.events


def test_one_speaker_under_several_labels_is_one_witness(record: Record) -> None:
    akabar = event_at(record, "Akabar")
    told = [(len(f.supporting), f.witnesses) for f in akabar.findings if f.facet == "killed"]
    assert any(prints > witnesses for prints, witnesses in told)


def test_the_wounded_whose_noun_is_left_out_are_the_alliances_own(record: Record) -> None:
    akabar = event_at(record, "Akabar")
    wounded = [figure for figure in akabar.shared_figures if figure.facet == "wounded"]
    assert len(wounded) == 4
    assert all(
        {"msa", "gatia"} == {actor.actor_id for actor in figure.about.actors}
        for figure in wounded
        if figure.about
    )
