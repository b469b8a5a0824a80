"""Where and when a report was written, as its opening says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pace import within

from rashomon.model.dates import is_partial
from rashomon.reading.languages.en.dateline import find_dateline

DATELINES = [
    # text, place, date, agency
    ("HERAT, Afghanistan (May 5, 2012) — A lorry burned.", "HERAT, Afghanistan", "2012-05-05", None),
    ("HERAT, Afghanistan (May 5, 2012)\nA lorry burned.", "HERAT, Afghanistan", "2012-05-05", None),
    ("HERAT, Afghanistan (May 5) - A lorry burned.", "HERAT, Afghanistan", "--05-05", None),
    ("HERAT PROVINCE, Afghanistan – A lorry burned.", "HERAT PROVINCE, Afghanistan", None, None),
    ("GAO (XPA) - A lorry burned.", "GAO", None, "XPA"),
    ("Gao (XPA) - A lorry burned.", "Gao", None, "XPA"),
    ("LIMA, Nov. 9 (XPI) — A lorry burned.", "LIMA", "--11-09", "XPI"),
    ("LIMA, 3 JAN 90 (XPA-EFE) -- [TEXT] A LORRY BURNED.", "LIMA", "1990-01-03", "XPA-EFE"),
    ("LIMA (PERU), 3 JAN 90 (XPA - EFE) -- [TEXT] A LORRY.", "LIMA", "1990-01-03", "XPA - EFE"),
    ("LIMA, 3 JAN 90 (RADIO) --\n[TEXT] A LORRY BURNED.", "LIMA", "1990-01-03", "RADIO"),
    ("WEST-END, Ohio -- A lorry burned.", "WEST-END, Ohio", None, None),
    ("LIMA, Reuters — A lorry burned.", "LIMA", None, "Reuters"),
    ("SALEM, N.Y. (XP) — A lorry burned.", "SALEM, N.Y.", None, "XP"),
    ("March 1, 2014 5:40 PM\n\nSALEM (XTV) – A lorry burned.", "SALEM", "2014-03-01", "XTV"),
    ("Friday, 3 May 2013\nA lorry burned.", None, "2013-05-03", None),
    ("Posted: Monday, April 15, 2013\nA lorry burned.", None, "2013-04-15", None),
    ("A title\nDesk of the Press\n\nGAO, Mali (May 5, 2012)\u2028A lorry.", "GAO, Mali", "2012-05-05", None),
    ("2010-09-PR-325\nGAO, Mali (Sept. 30) - A lorry burned.", "GAO, Mali", "2010-09-30", None),
    ("2010-09-PR-325\nGAO, Mali (Oct. 1) - A lorry burned.", "GAO, Mali", "2010-10-01", None),
    ("2010-12-PR-325\nGAO, Mali (Jan. 1) - A lorry burned.", "GAO, Mali", "2011-01-01", None),
    ("2011-01-PR-325\nGAO, Mali (Dec. 31) - A lorry burned.", "GAO, Mali", "2010-12-31", None),
    ("2010-09-PR–325\nGAO, Mali (Sept. 30) - A lorry burned.", "GAO, Mali", "2010-09-30", None),
    ("2010-09-PR-325\nGAO, Mali (Nov. 1) - A lorry burned.", "GAO, Mali", "--11-01", None),
    ("Northern Desk Evening Bulletin, May 3, 2013\nA lorry burned.", None, "2013-05-03", None),
    ("Road Traffic: Daily Update May 3, 2013\nA lorry burned.", None, "2013-05-03", None),
    ("2010-09-PR-325\nA lorry burned.", None, "2010-09", None),
    ("Sept. 30: Two lorries burned on the pass\nA lorry burned.", None, "--09-30", None),
    ("Sept. 30: Two lorries burned\n2010-09-PR-325\nA lorry burned.", None, "2010-09-30", None),
]

NONE = [
    "",
    "A lorry burned on Sunday near the bridge, police said.",
    "On April 14, 2001, a lorry burned in the lower town — the second that week.",
    "The Joint Press Office - Northern Desk\nA lorry burned.",
    "It burned - twice.",
    "LORRY BURNS AGAIN\n\nThe lorry burned.",
    "The lorries that burned on May 3, 2013\nA lorry burned.",
    "word " * 500 + "\nGAO (XPA) - A lorry burned.",
]


@pytest.mark.parametrize(("text", "place", "date", "agency"), DATELINES)
def test_dateline(text: str, place: str | None, date: str | None, agency: str | None) -> None:
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_span_covers_place_and_closing_dash() -> None:
    text = "Title\n\nGAO, Mali, March 3 (XPA) — A lorry burned."
    found = find_dateline(text)
    assert found is not None
    assert text[found.start : found.end] == "GAO, Mali, March 3 (XPA) —"
    assert text[found.date_start : found.date_end] == "March 3"


@settings(deadline=None)
@given(
    text=st.one_of(st.text(max_size=200), st.sampled_from([row[0] for row in DATELINES])),
    cut=st.integers(0, 60),
)
def test_any_text_gives_a_sound_dateline_or_none(text: str, cut: int) -> None:
    found = find_dateline(text[cut:])
    if found is not None:
        assert 0 <= found.start < found.end <= len(text[cut:])
        assert found.date is None or is_partial(found.date)
        assert found.place is not None or found.date is not None


@pytest.mark.parametrize("unit", ["GAO ", "(", "- ", "(a) ", "\n", "\u2028", "1"])
def test_hostile_repetition_is_cheap(unit: str) -> None:
    with within(1):
        find_dateline(unit * (1_000_000 // len(unit)))


@pytest.mark.parametrize(
    ("head", "rest"), [("QUETTA:", "Gunmen"), ("QUETTA :", "13 gunmen"), ("QUETTA,:", "Gunmen")]
)
def test_a_town_before_a_colon_is_a_dateline_where_it_is_known_for_one(head: str, rest: str) -> None:
    text = f"{head} {rest} stopped a bus near Ormara."
    found = find_dateline(text, lambda name: name == "Quetta")
    assert found is not None
    assert (found.place, text[: found.end]) == ("QUETTA", head)
    assert find_dateline("NATO: Troops left the camp.", lambda name: name == "Quetta") is None


def test_a_town_in_capitals_with_a_day_before_a_colon_is_a_dateline() -> None:
    text = "ARDAL, November 26: Two guards have been killed near Tarn."
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.date, text[: found.end]) == ("ARDAL", "--11-26", "ARDAL, November 26:")
    assert not found.of_events


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Quetta: Gunmen stopped a bus.", "Quetta"),
        ("Quetta, April 27: Gunmen stopped a bus.", "Quetta"),
        ("Sources: Gunmen stopped a bus.", None),
        ("Mali, April 27: Gunmen stopped a bus.", None),
    ],
)
def test_only_a_city_in_ordinary_case_is_a_dateline_before_a_colon(text: str, place: str | None) -> None:
    found = find_dateline(text, lambda name: True, is_city=lambda name: name == "Quetta")
    assert (found.place if found is not None else None) == place
