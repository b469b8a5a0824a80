from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.evaluation.conftest import NOTES, WriteSet, make_row

from rashomon.errors import InputError, SettingError
from rashomon.evaluation.rows import SETTING, file_of, find_folder, read_rows, sample


def test_rows_hold_text_day_and_the_place_of_their_line(write_set: WriteSet) -> None:
    rows = list(read_rows(file_of("acled_mali", write_set("acled_mali", NOTES))))
    assert [row.id for row in rows] == ["N1", "N2", "N3"]
    assert rows[1].published == "2018-03-04"
    assert rows[1].where == "acled_mali_dev.jsonl.gz:2"


def test_of_an_incident_with_several_reports_the_first_is_read(write_set: WriteSet) -> None:
    docs = [
        {"text": "One.", "date": "2014-01-02", "title": "A"},
        {"text": "Two.", "date": None, "title": None},
    ]
    (row,) = read_rows(file_of("gva", write_set("gva", [{"incident_id": "77", "docs": docs}])))
    assert (row.id, row.text, row.published, row.title) == ("77", "One.", "2014-01-02", "A")


def test_numbers_may_be_written_as_strings() -> None:
    row = make_row(labels={"fatalities": "12", "injured": 3})
    assert row.number("labels", "fatalities") == 12
    assert row.number("labels", "injured") == 3


@pytest.mark.parametrize(
    ("read", "message"),
    [
        (lambda row: row.number("labels", "killed"), "labels.killed is 'many'; expected a whole number."),
        (lambda row: row.number("labels", "hurt"), "there is no field 'labels.hurt'"),
        (lambda row: row.degrees("lat"), "lat is '217'; expected degrees between -180 and 180."),
        (lambda row: row.point("at"), "at is [1]; expected [latitude, longitude] or null."),
        (lambda row: row.many("lat"), "lat is '217'; expected a list."),
        (lambda row: row.words("at"), "at is [1]; expected a string."),
    ],
)
def test_a_field_that_cannot_be_meant_is_named_with_its_line(read: Callable, message: str) -> None:
    with pytest.raises(InputError) as error:
        read(make_row(labels={"killed": "many"}, lat="217", at=[1]))
    assert str(error.value).startswith("made.jsonl.gz:1: ")
    assert message in str(error.value)


def test_a_line_that_is_no_object_is_named(tmp_path: Path) -> None:
    import gzip

    with gzip.open(tmp_path / "isaf_dev.jsonl.gz", "wt") as stream:
        stream.write("[1]\n")
    with pytest.raises(InputError, match=r"isaf_dev\.jsonl\.gz:1: is not a JSON object"):
        list(read_rows(file_of("isaf", tmp_path)))


def test_a_missing_folder_is_told_with_both_ways_to_name_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    with pytest.raises(SettingError, match=r"Set RASHOMON_DATA, or give it with --data FOLDER"):
        find_folder(None)
    with pytest.raises(SettingError, match="--data names 'no-such-folder', which is no folder"):
        find_folder("no-such-folder")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"isaf_dev\.jsonl\.gz is not in the folder"):
        file_of("isaf", tmp_path)


def test_halves_part_the_rows_and_samples_are_always_the_same(write_set: WriteSet) -> None:
    many = [{"id": f"row-{n}", "text": "Nothing."} for n in range(40)]
    rows = list(read_rows(file_of("isaf", write_set("isaf", many))))
    a, b = sample(rows, half="a"), sample(rows, half="b")
    assert sorted(row.id for row in (*a, *b)) == sorted(row.id for row in rows)
    b1, b2 = sample(rows, half="b1"), sample(rows, half="b2")
    assert b1
    assert b2
    assert sorted(row.id for row in (*b1, *b2)) == sorted(row.id for row in b)
    b21, b22 = sample(rows, half="b21"), sample(rows, half="b22")
    assert sorted(row.id for row in (*b21, *b22)) == sorted(row.id for row in b2)
    with pytest.raises(SettingError, match="found 'c'"):
        sample(rows, half="c")
    five = sample(rows, size=5)
    assert len(five) == 5
    assert five == sample(list(reversed(rows)), size=5)[::-1]
    assert {row.id for row in five} < {row.id for row in sample(rows, size=9)}
