"""UCDP GED: the 49 columns, the relations of the sides, what is left out."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from types import ModuleType

import pytest

from rashomon.codebook.ged import COLUMNS, priogrid_cell, region_of, state_numbers
from rashomon.model.events import SideActor
from rashomon.model.record import (
    EventDate,
    EventRecord,
    MinMax,
    RangeTotals,
    RecordPlace,
    RecordSide,
    Totals,
    UcdpTotals,
)
from rashomon.writing import CaseView
from rashomon.writing.exports import ExportOptions, export_case

MALI = RecordPlace(
    name="Tamsa", lat=12.5, lon=3.25, where_prec=2, country="Mali", country_iso3="MLI", adm1="Gao"
)
TOLL = Totals(
    ucdp=UcdpTotals(deaths_a=2, deaths_b=10, best=12, low=9, high=14),
    range=RangeTotals(killed=MinMax(min=9, max=14, max_open=True)),
)


def actor(actor_id: str | None, name: str = "", *, known: str = "named") -> SideActor:
    return SideActor(id=actor_id, name=name or str(actor_id), as_written=(), identification=known)  # type: ignore[arg-type]


def side(role: str, *actors: SideActor) -> RecordSide:
    return RecordSide(label="+".join(a.name for a in actors), role=role, actors=actors)  # type: ignore[arg-type]


ARMY_AND_ALLIES = side("belligerent", actor("forces:FRA"), actor("forces:MLI"), actor("gatia"))
REBELS = side("belligerent", actor("jnim"))


def view_of(cases: ModuleType, **more: object) -> CaseView:
    """The hand-built case with another first event."""
    known: dict[str, object] = {"place": MALI, "totals": TOLL, "sides": (ARMY_AND_ALLIES, REBELS)}
    first: EventRecord = replace(cases.RECORD.events[0], **(known | more))
    return replace(cases.VIEW, record=replace(cases.RECORD, events=(first, *cases.RECORD.events[1:])))


def rows_of(view: CaseView, **options: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export_case(view, "ucdp", ExportOptions(**options)).text)))  # type: ignore[arg-type]


def test_the_columns_are_the_49_of_the_codebook() -> None:
    names = [column.name for column in COLUMNS]
    assert len(names) == 49
    assert names[:6] == ["id", "relid", "year", "active_year", "code_status", "type_of_violence"]
    assert names[-4:] == ["high", "low", "gwnoa", "gwnob"]


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [
        (-89.75, -179.75, 1),
        (10.51, 2.29, 145085),
        (34.531094, 69.162796, 179779),
        (34.33333, 70.41667, 179061),
        (36.75, 68.75, 182658),
        (90.0, 180.0, 259200),
    ],
)
def test_cells_of_prio_grid_are_those_of_released_rows(lat: float, lon: float, cell: int) -> None:
    assert priogrid_cell(lat, lon) == cell


def test_a_point_off_the_earth_has_no_cell() -> None:
    assert priogrid_cell(91, 0) is None


def test_states_have_their_numbers_and_regions() -> None:
    numbers = state_numbers()
    assert (numbers["MLI"], numbers["YEM"], numbers["VNM"], numbers["CZE"]) == (432, 678, 816, 316)
    assert region_of(numbers["IRQ"]) == "Middle East"
    assert region_of(numbers["COL"]) == "Americas"
    assert "PSE" not in numbers


def test_a_row_keeps_the_standard(cases: ModuleType, faults_of) -> None:
    assert faults_of(COLUMNS, export_case(view_of(cases), "ucdp", ExportOptions()).text) == []


def test_a_state_based_event(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases))
    assert (row["side_a"], row["side_b"]) == ("Government of Mali", "JNIM")
    assert row["dyad_name"] == "Government of Mali - JNIM"
    assert (row["gwnoa"], row["gwnob"], row["country_id"], row["region"]) == ("432", "", "432", "Africa")
    assert [row[name] for name in ("deaths_a", "deaths_b", "best", "low", "high")] == [
        *("2", "10", "12", "9", "14")
    ]
    assert sum(int(row[f"deaths_{name}"]) for name in ("a", "b", "civilians", "unknown")) == int(row["best"])
    assert (row["geom_wkt"], row["priogrid_gid"]) == ("POINT (3.250000 12.500000)", "147967")
    assert (row["date_start"], row["date_prec"], row["year"]) == ("2019-05-04 00:00:00.000", "1", "2019")


@pytest.mark.parametrize(("iso3", "region"), [("PSE", "Middle East"), ("ESH", "Africa"), ("PRI", "Americas")])
def test_a_territory_without_a_number_has_a_region(cases: ModuleType, iso3: str, region: str) -> None:
    (row,) = rows_of(view_of(cases, place=replace(MALI, country_iso3=iso3)))
    assert (row["country_id"], row["region"]) == ("", region)


def test_what_is_placed_by_its_country_is_coded_as_the_country(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases, place=replace(MALI, where_prec=6)))
    assert (row["where_coordinates"], row["where_description"]) == ("Mali", "Tamsa")


def test_sources_and_who_said_it(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases))
    assert row["source_article"] == '"Hill Guard,2019-05-05,";"Lake Gazette,2019-05-06,Fighting near Tamsa"'
    assert (row["number_of_sources"], row["source_date"]) == ("2", "2019-05-05;2019-05-06")
    assert row["source_original"] == "Hill Guard, army spokesman"


def test_the_perpetrator_of_one_sided_violence_stands_against_civilians(cases: ModuleType) -> None:
    victims = side("victims", actor("civilians:MLI"))
    (row,) = rows_of(view_of(cases, sides=(victims, REBELS), type_of_violence=3))
    assert (row["side_a"], row["side_b"], row["gwnob"]) == ("JNIM", "Civilians", "")


def test_a_state_whose_soldiers_were_attacked_is_side_a(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases, sides=(REBELS, side("victims", actor("forces:MLI")))))
    assert (row["side_a"], row["side_b"]) == ("Government of Mali", "JNIM")


def test_an_unknown_side_stays_empty_and_makes_the_file_partial(cases: ModuleType, faults_of) -> None:
    unknown = side("belligerent", actor("unidentified:MLI", known="unidentified"))
    done = export_case(view_of(cases, sides=(ARMY_AND_ALLIES, unknown)), "ucdp", ExportOptions())
    assert faults_of(COLUMNS, done.text, may_lack={"side_b", "dyad_name"}) == []
    assert done.partial
    assert [(one.event, one.item) for one in done.left_out if one.what == "gap"] == [("e_1", "side_b")]


def test_events_without_deaths_are_listed_and_not_exported(cases: ModuleType) -> None:
    done = export_case(view_of(cases), "ucdp", ExportOptions())
    assert done.rows == ("e_1",)
    outside = {one.event: one.reason for one in done.left_out if one.what == "event"}
    assert outside == dict.fromkeys(
        ("e_2", "e_3"), "no report gives a number of dead; GED needs at least one"
    )
    none = Totals(ucdp=UcdpTotals(best=0, low=0, high=0))
    told = export_case(view_of(cases, totals=none), "ucdp", ExportOptions()).left_out
    assert any(one.reason == "reports tell of no deaths; GED needs at least one" for one in told)


def test_deaths_only_in_high_are_an_event(cases: ModuleType) -> None:
    (row,) = rows_of(view_of(cases, totals=Totals(ucdp=UcdpTotals(best=0, low=0, high=5))))
    assert (row["best"], row["high"]) == ("0", "5")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"date": EventDate()}, "no report says when it was"),
        (
            {"date": EventDate(start="--05-04", end="--05-04", precision=1)},
            "its year is not known: give the dates of its reports (--published, NAME.meta.json)",
        ),
        (
            {"place": RecordPlace(name="Tamsa")},
            "no gazetteer gives the coordinates of Tamsa: add it (docs/places.md)",
        ),
    ],
)
def test_an_event_without_place_or_date_makes_the_file_partial(
    cases: ModuleType, change: dict[str, object], reason: str
) -> None:
    done = export_case(view_of(cases, **change), "ucdp", ExportOptions())
    assert done.partial
    assert done.rows == ()
    assert (reason, "e_1") in [(one.reason, one.event) for one in done.left_out if one.what == "gap"]


def test_what_ged_has_no_column_for_is_listed(cases: ModuleType) -> None:
    done = export_case(view_of(cases), "ucdp", ExportOptions())
    facts = {one.item: one.reason for one in done.left_out if one.what == "fact" and one.event == "e_1"}
    assert facts["side_a, side_b"] == "named beside the primary party: Government of France; GATIA"
    assert facts["deaths_civilians, deaths_unknown"].startswith("no report gives a figure; 0, since best")
    assert facts["high"].startswith("a bound without a top")
    assert "an army spokesman “At least 12”" in facts["best, low, high"]
    assert "given to none" in facts["killed"]
    columns = {one.item for one in done.left_out if one.what == "column"}
    assert columns == {column.name for column in COLUMNS if column.by_publisher}


def test_the_best_graded_sources_fill_the_same_columns(cases: ModuleType) -> None:
    totals = Totals(ucdp=TOLL.ucdp, hierarchy=UcdpTotals(deaths_b=20, best=20, low=20, high=20))
    view = view_of(cases, totals=totals)
    view = replace(view, record=replace(view.record, policy="hierarchy"))
    (row,) = rows_of(view)
    assert (row["best"], row["deaths_b"], row["deaths_a"]) == ("20", "20", "0")


def test_hostile_words_keep_to_their_cells(cases: ModuleType, faults_of) -> None:
    words = '=1+1;"\n,x\u2028'
    view = cases.hostile_view(words)
    first = replace(view.record.events[0], totals=TOLL)
    done = export_case(replace(view, record=replace(view.record, events=(first,))), "ucdp", ExportOptions())
    assert faults_of(COLUMNS, done.text) == []
    assert len(done.text.splitlines()) == 2
    row = next(csv.DictReader(io.StringIO(done.text)))
    assert not any(cell.startswith("=") for cell in row.values())
    assert row["source_office"].count(";") == row["source_date"].count(";")
