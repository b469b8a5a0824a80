"""Airwars: civilian harm from its least to its most, gradings, and who is named as having struck."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from types import ModuleType

import pytest

from rashomon.codebook.airwars import COLUMNS
from rashomon.model.claims import ActorRef, Claim, Count, Party, Person, Term
from rashomon.model.events import SideActor
from rashomon.model.record import (
    AcledType,
    AirwarsTotals,
    EventDate,
    Finding,
    PlainMinMax,
    RecordSide,
    Totals,
)
from rashomon.writing import CaseView
from rashomon.writing.exports import ExportOptions, export_case

HARM = Totals(airwars=AirwarsTotals(killed=PlainMinMax(min=2, max=5), injured=PlainMinMax(min=1, max=1)))
STRIKE = AcledType(event_type="Explosions/Remote violence", sub_event_type="Air/drone strike")


def side(role: str, actor_id: str) -> RecordSide:
    actor = SideActor(id=actor_id, name=actor_id, as_written=())
    return RecordSide(label=actor_id, role=role, actors=(actor,))  # type: ignore[arg-type]


SIDES = (side("belligerent", "norland-army"), side("victims", "civilians:MLI"))


def view_of(cases: ModuleType, claims: tuple[Claim, ...] = (), **more: object) -> CaseView:
    known: dict[str, object] = {"totals": HARM, "acled": STRIKE, "kind": "air_strike", "sides": SIDES}
    first = replace(cases.RECORD.events[0], **(known | more))
    record = replace(cases.RECORD, policy="airwars", events=(first, *cases.RECORD.events[1:]))
    event = replace(cases.EVENTS[0], claim_ids=tuple(claim.id for claim in claims))
    linked = replace(cases.VIEW.linked, events=(event, *cases.EVENTS[1:]))
    return replace(
        cases.VIEW,
        record=record,
        linked=linked,
        claims=dict(cases.VIEW.claims) | {claim.id: claim for claim in claims},
    )


def row_of(view: CaseView) -> dict[str, str]:
    return next(csv.DictReader(io.StringIO(export_case(view, "airwars", ExportOptions()).text)))


def harm(cases: ModuleType, report: str, words: str, *links: object, **more: object) -> Claim:
    value = Count(low=2, high=2, as_written="2")
    made: Claim = cases.claim(report, words, "killed", value, *links, **more)
    return made


def blamed(cases: ModuleType, words: str, code: str, actor: object) -> Claim:
    about = Party(words=words, actors=(actor,))  # type: ignore[arg-type]
    made: Claim = cases.claim("r_2", words, "responsibility", Term(code=code), about=about)
    return made


def test_a_row_keeps_the_standard(cases: ModuleType, faults_of) -> None:
    done = export_case(view_of(cases), "airwars", ExportOptions())
    assert faults_of(COLUMNS, done.text) == []
    assert done.rows == ("e_1",)


def test_least_and_most_are_the_policys(cases: ModuleType) -> None:
    row = row_of(view_of(cases))
    prefix = "civilian_non_combatants_"
    found = [row[f"{prefix}{one}"] for one in ("killed_min", "killed_max", "injured_min", "injured_max")]
    assert found == ["2", "5", "1", "1"]
    assert (row["policy"], row["event_id"], row["civilian_harm_reported"]) == ("airwars", "e_1", "Yes")
    assert (row["strike_type"], row["cause_of_injury"]) == (
        "Airstrike",
        "Heavy weapons and explosive munitions",
    )


def test_one_source_is_weak_and_a_second_makes_it_fair(cases: ModuleType) -> None:
    one = harm(cases, "r_1", "Two trucks")
    row = row_of(view_of(cases, (one,)))
    assert (row["civilian_harm_status"], row["strike_status"]) == ("Weak", "Single source claim")
    two = harm(cases, "r_2", "In two clashes")
    row = row_of(view_of(cases, (one, two)))
    assert (row["civilian_harm_status"], row["strike_status"]) == ("Fair", "Likely strike")


def test_a_copied_text_is_no_second_source(cases: ModuleType) -> None:
    claims = (harm(cases, "r_1", "Two trucks"), harm(cases, "r_2", "In two clashes"))
    view = view_of(cases, claims)
    copied = replace(view.reports["r_2"], copied_from="r_1")
    assert (
        row_of(replace(view, reports=dict(view.reports) | {"r_2": copied}))["civilian_harm_status"] == "Weak"
    )


def test_dead_combatants_are_no_voice_of_civilian_harm(cases: ModuleType) -> None:
    soldiers = Party(words="rebels", status="combatant")
    claims = (
        harm(cases, "r_1", "Two trucks"),
        harm(cases, "r_2", "In two clashes", about=soldiers),
    )
    assert row_of(view_of(cases, claims))["civilian_harm_status"] == "Weak"


def test_two_accused_contest_it(cases: ModuleType) -> None:
    claims = (
        blamed(cases, "The River Front", "accused", cases.FRONT),
        blamed(cases, "The Hill Guard", "accused", cases.GUARD),
    )
    row = row_of(view_of(cases, claims))
    assert (row["civilian_harm_status"], row["strike_status"]) == ("Contested", "Contested strike")


def test_a_belligerents_own_word_confirms_it(cases: ModuleType) -> None:
    own = Finding(
        facet="responsibility",
        about=Party(words="army", actors=(cases.ARMY,)),
        value=Term(code="claimed"),
        agreement="single",
        rule="airwars.self_claimed",
        why="",
        supporting=(),
        opposing=(),
        witnesses=1,
    )
    row = row_of(view_of(cases, findings=(own,)))
    assert (row["civilian_harm_status"], row["belligerent_type"]) == ("Confirmed", "Known")
    assert row["strike_status"] == "Declared strike"


def test_a_belligerent_is_only_suspected(cases: ModuleType) -> None:
    row = row_of(view_of(cases))
    assert (row["belligerent"], row["belligerent_type"]) == ("norland-army", "Suspected")


def test_whoever_was_hit_is_not_named_as_having_struck(cases: ModuleType) -> None:
    hit = harm(cases, "r_1", "Two trucks", about=Party(words="troops", actors=(cases.ARMY,)))
    row = row_of(view_of(cases, (hit,), kind="mine"))
    assert (row["belligerent"], row["belligerent_type"]) == ("", "")


def test_whoever_is_accused_is_suspected_where_no_side_is_known(cases: ModuleType) -> None:
    israel = ActorRef(words="Israeli forces", actor_id="forces:ISR", name="Israel Defense Forces")
    view = view_of(cases, (blamed(cases, "The River Front", "accused", israel),), sides=SIDES[1:])
    row = row_of(view)
    assert (row["belligerent"], row["belligerent_type"]) == ("Israel Defense Forces", "Suspected")


@pytest.mark.parametrize(
    ("kind", "means", "strike"),
    [
        ("bombing", ("aircraft",), "Airstrike"),
        ("bombing", ("aircraft", "rocket"), ""),
        ("air_strike", ("drone",), "Drone Strike"),
        ("air_strike", ("rocket",), "Airstrike"),
        ("bombing", (), ""),
    ],
)
def test_the_type_of_strike_follows_kind_and_weapon(
    cases: ModuleType, kind: str, means: tuple[str, ...], strike: str
) -> None:
    findings = tuple(
        replace(cases.DISPUTE, facet="means", about=None, value=Term(code=code)) for code in means
    )
    assert row_of(view_of(cases, kind=kind, findings=findings))["strike_type"] == strike


def test_children_and_women_where_reports_tell_them_apart(cases: ModuleType) -> None:
    def group(*categories: str, low: int, high: int | None, **more: object) -> Finding:
        return replace(
            cases.DISPUTE,
            about=Party(words="people", status="civilian", categories=categories, **more),  # type: ignore[arg-type]
            value=Count(low=low, high=high, as_written=""),
        )

    findings = (
        group("girls", low=1, high=2),
        group("boys", low=1, high=1),
        group("women", low=2, high=None),
        group("men", low=1, high=1, person="p1"),
        group("women", "children", low=7, high=7),
    )
    row = row_of(view_of(cases, findings=findings))
    assert (row["children_killed_min"], row["children_killed_max"]) == ("2", "3")
    assert (row["women_killed_min"], row["women_killed_max"]) == ("2", "")
    assert (row["men_killed_min"], row["men_killed_max"]) == ("", "")


@pytest.mark.parametrize(
    ("totals", "reason"),
    [
        (Totals(), "no harm to civilians is reported"),
        (
            Totals(airwars=AirwarsTotals(killed=PlainMinMax(min=0, max=0))),
            "reports tell of no harm to civilians",
        ),
    ],
)
def test_an_event_without_harm_to_civilians_is_listed(cases: ModuleType, totals: Totals, reason: str) -> None:
    done = export_case(view_of(cases, totals=totals), "airwars", ExportOptions(event_ids=("e_1",)))
    assert done.rows == ()
    assert ("event", reason) in [(one.what, one.reason) for one in done.left_out]


def test_an_incident_without_a_date_makes_the_file_partial(cases: ModuleType) -> None:
    done = export_case(view_of(cases, date=EventDate()), "airwars", ExportOptions(event_ids=("e_1",)))
    assert done.partial
    assert done.rows == ()


def test_hostile_words_keep_to_their_cells(cases: ModuleType, faults_of) -> None:
    view = cases.hostile_view('=1+1;"\n,x\u2028')
    events = tuple(replace(event, totals=HARM) for event in view.record.events)
    view = replace(view, record=replace(view.record, policy="airwars", events=events))
    done = export_case(view, "airwars", ExportOptions())
    assert faults_of(COLUMNS, done.text) == []
    assert len(done.text.splitlines()) == 4


def test_a_name_that_is_also_a_code_is_left_out_of_words_only(cases: ModuleType) -> None:
    named = replace(
        harm(cases, "r_1", "Two trucks"),
        id="c_named",
        facet="victim",
        value=Person(words="Yes", private=True),
    )
    assert row_of(view_of(cases, (named,)))["civilian_harm_reported"] == "Yes"
