"""What all exports share: the table of formats, cells, totals, and what is left out."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import InputError, SettingError
from rashomon.model.events import Linked
from rashomon.model.record import AcledType, EventDate, RecordPlace, Totals
from rashomon.writing import CaseView
from rashomon.writing.data.cells import original_cell, plain_cell, write_table
from rashomon.writing.exports import FORMATS, ExportOptions, export_case, policy_for
from rashomon.writing.exports.exported import chosen_events
from rashomon.writing.exports.tolls import Toll, toll_of

_TEXTS = st.text(st.characters(codec="utf-8"))


@given(st.lists(_TEXTS, min_size=2, max_size=2))
def test_a_table_gives_back_the_cells_it_was_made_of(cells: list[str]) -> None:
    text = write_table(("one", "two"), [cells], verbatim=True)
    head, row = csv.reader(io.StringIO(text, newline=""))
    assert head == ["one", "two"]
    assert [original_cell(cell) for cell in row] == cells


@given(_TEXTS)
def test_no_cell_is_a_formula_and_a_row_is_a_line(cell: str) -> None:
    text = write_table(("one", "two"), [(cell, 1)])
    assert len(text.splitlines()) == 2
    (shown, number) = list(csv.reader(io.StringIO(text)))[1]
    assert number == "1"
    assert shown[:1] not in tuple("=@") or not shown
    if shown[:1] in ("+", "-"):
        float(shown)


def test_an_empty_cell_is_not_nought() -> None:
    assert write_table(("a", "b"), [(None, 0)]) == "a,b\n,0\n"


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+cmd|x", "-2+3", "\t=1", "'=1", "＝1"])
def test_what_a_spreadsheet_would_run_starts_with_an_apostrophe(words: str) -> None:
    assert plain_cell(words) == "'" + words
    assert original_cell(plain_cell(words)) == words


def test_every_format_has_a_policy_of_its_own() -> None:
    assert policy_for("acled", None) == "acled"
    assert policy_for("csv", "range") == "range"
    with pytest.raises(
        SettingError, match="'ucdp' cannot hold the totals of policy 'range': ucdp, hierarchy"
    ):
        policy_for("ucdp", "range")
    with pytest.raises(SettingError, match=r"there is no format 'xls'\. Formats: ucdp, acled"):
        policy_for("xls", None)
    assert all(form.label and form.policies for form in FORMATS.values())


def test_tolls_are_those_of_the_policy(cases: ModuleType) -> None:
    event = cases.RECORD.events[0]
    assert toll_of(event, "ucdp") == Toll(low=9, best=12)
    assert toll_of(event, "acled") == Toll(low=9, best=9, high=9)
    assert toll_of(event, "range") == Toll(low=9, high=12, open=True)
    assert not toll_of(event, "latest").known


def test_events_are_chosen_by_id_and_an_unknown_one_is_refused(cases: ModuleType) -> None:
    assert [e.id for e in chosen_events(cases.VIEW, ExportOptions(event_ids=("e_3", "e_1")))] == [
        "e_1",
        "e_3",
    ]
    with pytest.raises(InputError, match="the case holds no event 'e_9'"):
        chosen_events(cases.VIEW, ExportOptions(event_ids=("e_9",)))


def claim_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_claim_is_a_row_with_its_words_and_the_way_they_came(cases: ModuleType) -> None:
    done = export_case(cases.VIEW, "csv", ExportOptions(names=True))
    rows = claim_rows(done.text)
    assert len(rows) == len(cases.CLAIMS)
    row = next(row for row in rows if row["words"] == "At least 12 rebels")
    assert (row["facet"], row["low"], row["high"], row["value"]) == ("killed", "12", "", "At least 12")
    assert (row["speaker"], row["relays"], row["outlet"]) == (
        "an army spokesman",
        "Radio Delta",
        "Lake Gazette",
    )
    assert row["chain"] == "an army spokesman → Radio Delta → Lake Gazette"
    assert (row["about"], row["about_status"], row["published"]) == ("rebels", "combatant", "2019-05-06")
    assert cases.GAZETTE[int(row["start"]) : int(row["end"])] == row["words"]


def test_claims_leave_private_names_out_and_say_what_has_no_column(cases: ModuleType) -> None:
    done = export_case(cases.VIEW, "csv", ExportOptions())
    assert "Ada" not in done.text
    assert "Ada Brook" in export_case(cases.VIEW, "csv", ExportOptions(names=True)).text
    assert {one.what for one in done.left_out} == {"fact"}
    assert not done.partial


def test_claims_of_one_event(cases: ModuleType) -> None:
    text = export_case(cases.VIEW, "csv", ExportOptions(event_ids=("e_3",))).text
    assert [row["facet"] for row in claim_rows(text)] == ["date"]


def test_hostile_words_stay_in_their_cells(cases: ModuleType) -> None:
    words = '=HYPERLINK("http://evil.example","x")\r\n,"\u2028;'
    rows = claim_rows(export_case(cases.hostile_view(words), "csv", ExportOptions(names=True)).text)
    assert len(rows) == len(cases.CLAIMS)
    assert all(original_cell(row["outlet"]) == words for row in rows)
    assert not any(cell[:1] in ("=", "+", "@") for row in rows for cell in row.values() if cell)


HOSTILE = (
    "",
    " ",
    "\x00\x1b[31m",
    '"""|LAST|P31|Q5||',
    "</script><!--",
    "}}\\end{document}%",
    "\u202e\u2028\ud7ff",
    "=cmd|'/c calc'!A1",
)


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_stop_an_export(cases: ModuleType, form: str, words: str) -> None:
    view = cases.hostile_view(words)
    view = replace(view, record=replace(view.record, policy=FORMATS[form].policies[0]))
    done = export_case(view, form, ExportOptions(names=True))
    done.text.encode()
    assert done.text or done.left_out


@pytest.mark.parametrize("form", list(FORMATS))
def test_an_event_of_which_nothing_is_known_stops_no_export(cases: ModuleType, form: str) -> None:
    bare = replace(
        cases.RECORD.events[0],
        acled=AcledType(),
        type_of_violence=None,
        event_clarity=None,
        date=EventDate(),
        place=RecordPlace(),
        sides=(),
        others=(),
        totals=Totals(),
        shared_figures=(),
        findings=(),
        reports=(),
        principal_for=(),
    )
    record = replace(cases.RECORD, policy=FORMATS[form].policies[0], events=(bare,))
    done = export_case(replace(cases.VIEW, record=record), form, ExportOptions())
    assert done.text.endswith("\n") or done.left_out


@pytest.mark.parametrize("form", list(FORMATS))
def test_an_empty_case_gives_an_empty_file_of_the_format(cases: ModuleType, form: str) -> None:
    record = replace(cases.RECORD, policy=FORMATS[form].policies[0], events=())
    view = CaseView(reports={}, readings=(), claims={}, linked=Linked(), record=record)
    done = export_case(view, form, ExportOptions())
    assert isinstance(done.text, str)
    assert done.rows == ()
