"""ACLED: columns and codes, actors, days, and the division of a summary count."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from types import ModuleType

import pytest

from rashomon.codebook.acled import COLUMNS, disorder_type, interaction, region_of, split_total
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.model.claims import Count, Moment
from rashomon.model.events import SideActor
from rashomon.model.record import (
    AcledTotals,
    AcledType,
    EventDate,
    RecordOther,
    RecordPlace,
    RecordSide,
    Totals,
)
from rashomon.writing import CaseView
from rashomon.writing.exports import ExportOptions, export_case

MALI = RecordPlace(
    name="Tamsa", lat=12.51239, lon=3.25, where_prec=2, country="Mali", country_iso3="MLI", adm1="Gao"
)
NINE = Totals(acled=AcledTotals(fatalities=9))


def side(role: str, *actors: tuple[str | None, str]) -> RecordSide:
    made = tuple(
        SideActor(id=one, name=one or "men in black", as_written=(), identification=known)  # type: ignore[arg-type]
        for one, known in actors
    )
    return RecordSide(label=str(actors), role=role, actors=made)  # type: ignore[arg-type]


ARMY = side("belligerent", ("forces:MLI", "named"), ("gatia", "named"))
REBELS = side("belligerent", ("katiba-macina", "named"), ("jnim", "whole"))
FRANCE = side("belligerent", ("forces:FRA", "named"))
CIVILIANS = side("victims", ("civilians:MLI", "inferred"))


def view_of(cases: ModuleType, **more: object) -> CaseView:
    """The hand-built case with another first event, under ACLED's policy."""
    known: dict[str, object] = {"place": MALI, "totals": NINE, "sides": (ARMY, REBELS)}
    first = replace(cases.RECORD.events[0], **(known | more))
    events = (first, *cases.RECORD.events[1:])
    return replace(cases.VIEW, record=replace(cases.RECORD, policy="acled", events=events))


def rows_of(view: CaseView, **options: object) -> list[dict[str, str]]:
    given = ExportOptions(**({"event_ids": ("e_1",)} | options))  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(export_case(view, "acled", given).text)))


def violence(event_type: str, sub_event_type: str) -> AcledType:
    return AcledType(event_type=event_type, sub_event_type=sub_event_type)


def test_the_columns_are_those_of_the_released_files() -> None:
    names = [column.name for column in COLUMNS]
    assert len(names) == 31
    assert names[:5] == ["event_id_cnty", "event_date", "year", "time_precision", "disorder_type"]
    assert names[-5:] == ["source_scale", "notes", "fatalities", "tags", "timestamp"]


def test_every_kind_of_event_has_a_disorder_type() -> None:
    found = {
        disorder_type(kind.acled_type, kind.acled_sub_type or "")
        for kind in EVENT_KINDS.values()
        if kind.acled_type
    }
    assert found == {
        "Political violence",
        "Demonstrations",
        "Political violence; Demonstrations",
        "Strategic developments",
    }
    assert disorder_type("Riots", "Mob violence") == "Political violence"


@pytest.mark.parametrize(
    ("one", "two", "digits", "words"),
    [
        (8, 2, "28", "Rebel group-External/Other forces"),
        (1, 1, "11", "State forces-State forces"),
        (7, 8, "78", "External/Other forces-Civilians"),
        (6, None, "60", "Protesters only"),
    ],
)
def test_interaction_codes(one: int, two: int | None, digits: str, words: str) -> None:
    assert interaction(one, two) == digits
    assert interaction(one, two, words=True) == words


def test_regions() -> None:
    assert (region_of("NER"), region_of("SDN"), region_of("AFG")) == (
        "Western Africa",
        "Northern Africa",
        "Caucasus and Central Asia",
    )


def test_a_battle_keeps_the_standard(cases: ModuleType, faults_of) -> None:
    view = view_of(cases)
    for inter in ("digits", "words"):
        options = ExportOptions(event_ids=("e_1",), inter=inter)  # type: ignore[arg-type]
        assert faults_of(COLUMNS, export_case(view, "acled", options).text) == []


def test_names_are_those_of_the_day_and_a_movement_stands_before_its_unit(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases))
    assert (row["actor1"], row["inter1"]) == ("Military Forces of Mali (2013-2020)", "1")
    assert row["assoc_actor_1"] == "GATIA: Imghad Tuareg and Allies Self-Defense Group"
    assert (row["actor2"], row["inter2"]) == ("JNIM: Group for Support of Islam and Muslims", "2")
    assert row["assoc_actor_2"] == "Katiba Macina"
    assert (row["interaction"], row["civilian_targeting"]) == ("12", "")
    later = EventDate(start="2021-07-01", end="2021-07-01", precision=1)
    (row,) = rows_of(view_of(cases, date=later))
    assert row["actor1"] == "Military Forces of Mali (2021-)"


def test_codes_in_words(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases), inter="words")
    assert (row["inter1"], row["interaction"]) == ("State forces", "State forces-Rebel group")


def test_forces_abroad_are_external(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases, sides=(FRANCE, REBELS)))
    assert (row["inter1"], row["interaction"]) == ("8", "28")


def test_civilians_hurt_in_a_battle_are_no_actor_of_it(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases, sides=(CIVILIANS, ARMY, REBELS)))
    assert "Civilians" not in row["actor1"] + row["actor2"]


def test_who_attacked_civilians_is_unidentified_where_nobody_knows(cases: ModuleType) -> None:
    attack = violence("Violence against civilians", "Attack")
    (row,) = rows_of(view_of(cases, sides=(CIVILIANS,), acled=attack))
    assert (row["actor1"], row["inter1"]) == ("Unidentified Armed Group (Mali)", "3")
    assert (row["actor2"], row["interaction"]) == ("Civilians (Mali)", "37")
    assert row["civilian_targeting"] == "Civilian targeting"


def test_a_battle_with_one_known_side_has_an_unidentified_one(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases, sides=(ARMY,)))
    assert (row["actor2"], row["interaction"]) == ("Unidentified Armed Group (Mali)", "13")


def other(role: str, actor_id: str | None, name: str) -> RecordOther:
    return RecordOther(actor=SideActor(id=actor_id, name=name, as_written=()), role=role, claims=())


def test_whoever_was_hit_by_an_unknown_hand_is_the_second_actor(cases: ModuleType) -> None:
    mine = violence("Explosions/Remote violence", "Remote explosive/landmine/IED")
    unknown = other("perpetrator_unknown", "unidentified:MLI", "unidentified")
    view = view_of(cases, sides=(ARMY, CIVILIANS), others=(unknown,), acled=mine)
    (row,) = rows_of(view)
    assert (row["actor1"], row["actor2"]) == (
        "Unidentified Armed Group (Mali)",
        "Military Forces of Mali (2013-2020)",
    )
    assert row["assoc_actor_2"].endswith("; Civilians (Mali)")
    assert (row["interaction"], row["civilian_targeting"]) == ("13", "")


def test_people_affected_are_the_second_actor_where_no_victims_are_told_of(cases: ModuleType) -> None:
    looting = violence("Strategic developments", "Looting/property destruction")
    affected = other("affected", None, "traders")
    (row,) = rows_of(view_of(cases, sides=(REBELS,), others=(affected,), acled=looting))
    assert (row["actor2"], row["interaction"]) == ("Civilians (Mali)", "27")


def test_nameless_forces_of_a_state_are_no_armed_group(cases: ModuleType) -> None:
    actor = SideActor(id=None, name="unidentified police", as_written=())
    police = RecordSide(label="p", role="belligerent", actors=(actor,))
    (row,) = rows_of(view_of(cases, sides=(police, REBELS)))
    assert (row["actor1"], row["inter1"]) == ("Unidentified Military Forces (Mali)", "1")


def test_a_remote_explosion_may_have_a_sole_actor(cases: ModuleType) -> None:
    mine = violence("Explosions/Remote violence", "Remote explosive/landmine/IED")
    (row,) = rows_of(view_of(cases, sides=(REBELS,), acled=mine))
    assert (row["actor2"], row["inter2"], row["interaction"]) == ("", "", "20")


def test_a_crowd_is_an_actor_by_rule(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases, sides=(), acled=violence("Protests", "Peaceful protest")))
    assert (row["actor1"], row["interaction"]) == ("Protesters (Mali)", "60")


def test_an_actor_of_no_known_kind_makes_the_file_partial(cases: ModuleType, faults_of) -> None:
    view = view_of(cases, sides=(side("belligerent", (None, "named")), REBELS))
    done = export_case(view, "acled", ExportOptions(event_ids=("e_1",)))
    assert [one.item for one in done.left_out if one.what == "gap"] == ["inter1"]
    assert faults_of(COLUMNS, done.text, may_lack={"inter1", "interaction"}) == []


def test_place_and_precision(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases))
    assert (row["latitude"], row["geo_precision"], row["iso"], row["region"]) == (
        *("12.5124", "2", "466"),
        "Western Africa",
    )
    country = replace(MALI, where_prec=6)
    done = export_case(view_of(cases, place=country), "acled", ExportOptions(event_ids=("e_1",)))
    assert (
        "e_1",
        "event",
        "only its country is known; ACLED records a location",
    ) in [(one.event, one.what, one.reason) for one in done.left_out]


def test_who_disagrees_stands_in_the_notes(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases))
    assert "an army spokesman “At least 12”" in row["notes"]
    assert row["notes"].startswith("Clash near Tamsa, 4 May 2019. Killed, River Front: ")
    assert row["notes"].endswith("Fatalities by policy acled.")
    assert row["fatalities"] == "9"


def test_a_pronoun_is_nobodys_name_and_a_report_without_outlet_is_told(cases: ModuleType) -> None:
    about = replace(cases.DISPUTE.about, words="He", actors=())
    view = view_of(cases, findings=(replace(cases.DISPUTE, about=about),))
    reports = {i: replace(report, outlet=None) for i, report in view.reports.items()}
    view = replace(view, reports=reports)
    (row,) = rows_of(view)
    assert ". Killed: " in row["notes"]
    assert row["source"] == "bulletin.txt; gazette.txt"
    left_out = export_case(view, "acled", ExportOptions(event_ids=("e_1",))).left_out
    assert any(one.reason.startswith("no outlet is known of bulletin.txt, gazette.txt") for one in left_out)


def test_a_month_is_dated_to_its_middle(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases, date=EventDate(start="2019-04", end="2019-04", precision=4)))
    assert (row["event_date"], row["time_precision"]) == ("2019-04-15", "3")


@pytest.mark.parametrize("date", [EventDate(), EventDate(start="--05-04", end="--05-04", precision=1)])
def test_an_event_without_a_day_makes_the_file_partial(cases: ModuleType, date: EventDate) -> None:
    done = export_case(view_of(cases, date=date), "acled", ExportOptions(event_ids=("e_1",)))
    assert done.partial
    assert done.rows == ()


def lasting(cases: ModuleType, words: str, **more: object) -> CaseView:
    """The event over three days, told of in these words."""
    moment = Moment(start="2019-05-03", end="2019-05-05", grain="day", as_written=words)
    claims = {i: replace(c, value=moment) if c.facet == "date" else c for i, c in cases.VIEW.claims.items()}
    date = EventDate(start="2019-05-03", end="2019-05-05", precision=2)
    totals = Totals(acled=AcledTotals(fatalities=5))
    return replace(view_of(cases, date=date, totals=totals, **more), claims=claims)


def test_fighting_over_several_days_is_a_row_a_day(cases: ModuleType, faults_of) -> None:
    view = lasting(cases, "3 to 5 May")
    rows = rows_of(view)
    assert [(row["event_date"], row["fatalities"], row["time_precision"]) for row in rows] == [
        ("2019-05-03", "2", "1"),
        ("2019-05-04", "2", "1"),
        ("2019-05-05", "1", "1"),
    ]
    assert "5 deaths divided over 3 days: 2 here" in rows[0]["notes"]


def test_a_toll_its_own_report_divides_is_one_part_in_each_row(cases: ModuleType) -> None:
    part = replace(cases.DISPUTE, facet="killed", rule="acled.divided", imputed=True)
    rows = rows_of(lasting(cases, "from 3 to 5 May", findings=(part,)))
    assert [row["fatalities"] for row in rows] == ["5", "5", "5"]
    assert "divided over" not in rows[0]["notes"]


def test_one_unknown_day_of_several_is_a_row_in_the_middle(cases: ModuleType) -> None:
    (row,) = rows_of(lasting(cases, "between 3 and 5 May"))
    assert (row["event_date"], row["fatalities"], row["time_precision"]) == ("2019-05-04", "5", "2")


def test_a_count_over_two_events_is_divided_here_and_nowhere_else(cases: ModuleType) -> None:
    record = replace(
        cases.RECORD,
        policy="acled",
        events=tuple(
            replace(event, place=MALI, totals=Totals(), shared_figures=cases.RECORD.events[0].shared_figures)
            for event in cases.RECORD.events[:2]
        ),
    )
    view = replace(cases.VIEW, record=record)
    done = export_case(view, "acled", ExportOptions())
    rows = list(csv.DictReader(io.StringIO(done.text)))
    assert [row["fatalities"] for row in rows] == ["5", "4"]
    assert "9 deaths are reported over 2 events together (e_1, e_2) and divided" in rows[0]["notes"]
    assert [one.reason for one in done.left_out if one.item == "fatalities" and one.event == "e_2"] == [
        "4 of 9 over 2 events, e_1, e_2 among them, divided as ACLED does; given to none elsewhere"
    ]
    assert all(event.totals == Totals() for event in view.record.events)


def test_a_count_over_two_events_is_given_to_none_where_one_has_its_own(cases: ModuleType) -> None:
    rows = rows_of(view_of(cases), event_ids=())
    assert rows[0]["fatalities"] == "9"
    assert "Told of several events together" in rows[0]["notes"]


def test_a_count_over_more_events_than_are_known_is_divided_by_their_number(cases: ModuleType) -> None:
    figure = replace(cases.RECORD.events[0].shared_figures[0], events=("e_1",))
    two = replace(
        cases.DISPUTE, facet="incidents", value=Count(low=2, high=2, as_written="two"), agreement="single"
    )
    view = view_of(cases, totals=Totals(), shared_figures=(figure,), findings=(two,))
    view = replace(view, record=replace(view.record, events=view.record.events[:1]))
    (row,) = rows_of(view)
    assert row["fatalities"] == "5"
    assert "9 deaths are reported over 2 events together (e_1) and divided" in row["notes"]


def test_who_is_called_by_a_plain_word_is_of_its_kind(cases: ModuleType) -> None:
    def named(words: str) -> RecordSide:
        actor = SideActor(id=None, name=words, as_written=())
        return RecordSide(label=words, role="belligerent", actors=(actor,))

    (row,) = rows_of(view_of(cases, sides=(named("hooded gunmen"), named("border soldiers"))))
    assert (row["actor1"], row["actor2"]) == (
        "Unidentified Armed Group (Mali)",
        "Unidentified Military Forces (Mali)",
    )


def test_no_number_of_dead_is_coded_as_nought_and_told(cases: ModuleType) -> None:
    done = export_case(
        view_of(cases, totals=Totals(), shared_figures=()), "acled", ExportOptions(event_ids=("e_1",))
    )
    (row,) = csv.DictReader(io.StringIO(done.text))
    assert row["fatalities"] == "0"
    assert "No report gives a number of dead for this event alone, which ACLED codes as 0" in row["notes"]
    assert any(one.item == "fatalities" and "codes as 0" in one.reason for one in done.left_out)


def test_a_kind_that_acled_does_not_record_is_listed(cases: ModuleType) -> None:
    done = export_case(view_of(cases, acled=AcledType(), kind="operation"), "acled", ExportOptions())
    assert ("e_1", "ACLED has no type for the kind 'operation'") in [
        (one.event, one.reason) for one in done.left_out if one.what == "event"
    ]


def test_a_total_is_divided_with_the_rest_on_the_first_days() -> None:
    assert split_total(1, 3) == (1, 0, 0)
    assert all(sum(split_total(total, 7)) == total for total in range(30))


def test_private_names_stay_out_of_the_notes(cases: ModuleType) -> None:
    assert "Ada" not in export_case(view_of(cases), "acled", ExportOptions()).text


def test_hostile_words_keep_to_their_cells(cases: ModuleType, faults_of) -> None:
    view = cases.hostile_view('=1+1;"\n,x\u2028')
    events = tuple(replace(event, place=MALI) for event in view.record.events)
    view = replace(view, record=replace(view.record, policy="acled", events=events))
    done = export_case(view, "acled", ExportOptions())
    assert faults_of(COLUMNS, done.text, may_lack={"inter1", "inter2", "interaction"}) == []
    assert len(done.text.splitlines()) == 1 + len(done.rows)
