from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import ReportError
from rashomon.sources.metadata import (
    FIELDS,
    GivenMetadata,
    check_given,
    mend_surrogates,
    overlay,
    read_fields,
    read_sidecar,
    unknown_fields,
)

metadata = st.builds(GivenMetadata, **{name: st.none() | st.text(max_size=3) for name in FIELDS})


@given(metadata, metadata, metadata)
def test_the_first_who_says_something_is_believed(
    one: GivenMetadata, two: GivenMetadata, three: GivenMetadata
) -> None:
    laid = overlay(one, two, three)
    for name in FIELDS:
        said = [getattr(giver, name) for giver in (one, two, three)]
        assert getattr(laid, name) == next((word for word in said if word is not None), None)
    assert overlay(one, overlay(two, three)) == laid == overlay(overlay(one, two), three)


@pytest.mark.parametrize(
    ("field", "said", "kept"),
    [
        ("published", "2019-05-07", "2019-05-07"),
        ("published", "2019-05", "2019-05"),
        ("published", "--05-07", "--05-07"),
        ("published", "2019-05-07T23:59:00+02:00", "2019-05-07"),
        ("published", " 2019 ", "2019"),
        ("language", "fr-ML", "fr"),
        ("language", "EN", "en"),
        ("kind", "Interview", "interview"),
        ("outlet", "  The Tamsla Letter\n", "The Tamsla Letter"),
        ("outlet", "  ", None),
        ("title", "Shots\n at\u2028the \u202emarket\x1b[2J\u2069", "Shots at the market [2J"),
        ("title", None, None),
    ],
)
def test_a_field_is_kept_in_one_form(field: str, said: str | None, kept: str | None) -> None:
    clean, faults = read_fields({field: said})
    assert (getattr(clean, field), faults) == (kept, ())


@pytest.mark.parametrize(
    ("field", "said", "told"),
    [
        (
            "published",
            "7 May 2019",
            "\"published\": '7 May 2019' is not a date; write 2018-04-05, 2018-04 or 2018",
        ),
        ("published", "2019-02-30", "\"published\": '2019-02-30' is not a date"),
        ("date", "yesterday", "\"date\": 'yesterday' is not a date"),
        ("published", 20190507, '"published" is a number where text in quotes is expected'),
        ("language", "french", "\"language\": 'french' is not a two-letter code such as en, fr, ar"),
        ("kind", "gossip", "\"kind\": 'gossip' is none of news, statement, interview, social, reference"),
        ("author", ["A", "B"], '"author" is a list where text in quotes is expected'),
        ("author", True, '"author" is true or false where'),
    ],
)
def test_what_cannot_be_meant_is_told_and_left_out(field: str, said: object, told: str) -> None:
    clean, (fault,) = read_fields({field: said, "title": "Shots"})
    assert fault.startswith(told)
    assert clean == GivenMetadata(title="Shots")


def test_date_is_another_name_for_published() -> None:
    assert read_fields({"date": "2019-05-07"})[0].published == "2019-05-07"
    assert read_fields({"date": "2019-05-07", "published": "2019-05-08"})[0].published == "2019-05-08"
    assert read_fields({"date": "2019-05-07", "published": None})[0].published == "2019-05-07"


def test_all_faults_of_a_call_are_told_at_once() -> None:
    with pytest.raises(ReportError) as error:
        check_given(GivenMetadata(published="soon", language="klingon"))
    assert "'soon'" in str(error.value)
    assert "'klingon'" in str(error.value)


def test_an_unknown_field_is_told_with_the_nearest() -> None:
    (one, two) = unknown_fields({"pubished": 1, "colour": 2, "title": 3}, FIELDS)
    assert one == '"pubished" is not a field of a report (did you mean "published"?); it was ignored'
    assert two == '"colour" is not a field of a report; it was ignored'


def sidecar(folder: Path, content: bytes) -> Path:
    path = folder / "a.meta.json"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (b"{oops", "a.meta.json was ignored: it is not JSON ("),
        (b"", "a.meta.json was ignored: it is not JSON ("),
        (b"[1]", "a.meta.json was ignored: a list where an object {…} is expected"),
        (b"\xff\xfe", "a.meta.json was ignored: it is not JSON ("),
        (b"[" * 100_000, "a.meta.json was ignored: it is not JSON ("),
        (b'{"outlt": "x"}', 'a.meta.json: "outlt" is not a field of a report (did you mean "outlet"?)'),
    ],
    ids=["broken", "empty", "list", "bytes", "nested", "unknown"],
)
def test_a_sidecar_that_says_nothing_is_a_note(tmp_path: Path, content: bytes, note: str) -> None:
    read = read_sidecar(sidecar(tmp_path, content), "a.meta.json")
    assert read.metadata == GivenMetadata()
    assert read.notes[0].startswith(note)


def test_a_sidecar_with_a_wrong_date_keeps_its_report_out(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"a\.meta\.json: \"published\": 'May 7' is not a date; write"):
        read_sidecar(sidecar(tmp_path, b'{"published": "May 7"}'), "a.meta.json")


@given(st.text(st.characters(), max_size=20))
def test_mended_text_can_be_written_and_keeps_its_length(text: str) -> None:
    mended = mend_surrogates(text)
    assert len(mended) == len(text)
    assert mended.encode("utf-8").decode("utf-8") == mended
