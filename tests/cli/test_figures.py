from __future__ import annotations

import pytest

from rashomon.cli.figures import (
    show_bounds,
    show_chain,
    show_date,
    show_days,
    show_interval,
    show_min_max,
    show_party,
    show_place,
    show_value,
)
from rashomon.cli.layout import clean, draw_table, shorten, shown_width, wrap
from rashomon.model.claims import ActorRef, Attribution, Count, Moment, Party, Person, PlaceRef, Term, Unknown
from rashomon.model.record import EventDate, Interval, MinMax, RecordPlace


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (Interval(), "–"),
        (Interval(low=0, best=0, high=0), "0"),
        (Interval(low=3, best=4, high=12), "4 (3–12)"),
        (Interval(low=20, best=30, high=None), "30 (20+)"),
        (Interval(low=20, best=None, high=40), "20–40"),
        (Interval(best=7), "7"),
        (Interval(high=9), "up to 9"),
    ],
)
def test_an_interval_shows_its_open_ends_and_never_a_zero_for_nothing(interval: Interval, shown: str) -> None:
    assert show_interval(interval) == shown


def test_bounds_and_spans() -> None:
    assert show_bounds(None, None) == "–"
    assert show_min_max(MinMax(min=20, max=40, max_open=True)) == "20–40+"
    assert show_min_max(MinMax(min=20, max=None, max_open=True)) == "20+"
    assert show_min_max(MinMax()) == "–"


def test_values() -> None:
    assert show_value(Count(low=30, high=None, as_written="at least 30")) == "30 or more"
    assert show_value(Count(low=60, high=60, approximate=True, as_written="some 60")) == "about 60"
    assert show_value(Person(words="Ada Quill")) == "[name withheld]"
    assert show_value(Person(words="Ada Quill"), names=True) == "Ada Quill"
    assert show_value(Person(words="Ada Quill", private=False)) == "Ada Quill"
    assert show_value(PlaceRef(words="Aden", within=("Yemen",))) == "Aden, Yemen"
    assert show_value(ActorRef(words="the force", name="Coast Guard")) == "Coast Guard"
    assert show_value(Term(code="rifle")) == "rifle"
    assert show_value(Unknown()) == "said not to be known"
    assert show_value(None) == "undecided"
    moment = Moment(start=None, end=None, grain="vague", as_written="some time  ago")
    assert show_value(moment) == "some time ago"


def test_days() -> None:
    assert show_days("2018-04", None) == "April 2018"
    assert show_days("2018-04-01", "2018-04-03") == "1 April 2018 to 3 April 2018"
    assert show_days(None, None) == ""


def test_a_place_with_what_contains_it() -> None:
    place = RecordPlace(name="Aden", adm1="Aden", country="Yemen", lat=12.8, lon=45.03, where_prec=1)
    assert show_place(place) == "Aden, Yemen (12.800, 45.030; UCDP where_prec 1)"
    assert show_place(RecordPlace()) == "not said"


def test_a_chain_names_no_private_person() -> None:
    chain = (
        Attribution(source="Ada Quill, a nurse", source_kind="person"),
        Attribution(source="the ministry", source_kind="organisation", stance="denies", inferred=True),
        Attribution(source="The Letter", source_kind="outlet"),
    )
    assert show_chain(chain) == "a person ‹ the ministry (denies) (inferred) ‹ The Letter"
    assert show_chain(chain, names=True).startswith("Ada Quill")
    assert show_chain(()) == "nobody named"


def test_a_party_by_the_registry_or_as_written() -> None:
    actor = ActorRef(words="the force", name="Coast Guard")
    assert show_party(Party(words="men of the force", actors=(actor, actor))) == "Coast Guard"
    assert show_party(Party(words="two  fishermen")) == "two fishermen"
    assert show_party(None) == ""


def test_a_table_keeps_its_columns_with_wide_letters_and_control_characters() -> None:
    lines = draw_table(("Side", "killed"), [("海軍", "3"), ("a\x1b[2Jb\n", "12")], right=(1,))
    assert len({shown_width(line) for line in lines}) == 1
    assert "\x1b" not in "".join(lines)
    assert lines[2].endswith("     3")


def test_text_is_wrapped_and_shortened_the_same_everywhere() -> None:
    assert all(len(line) <= 100 for line in wrap("word " * 80, indent="  "))
    assert wrap("") == [""]
    assert shorten("a long line of words", 8) == "a long…"
    assert clean("a\u202eb\tc") == "a b c"


def test_a_day_of_publication_that_stands_in_is_called_that() -> None:
    day = {"start": "2018-04-03", "end": "2018-04-03"}
    assert show_date(EventDate(**day, precision=1)) == "3 April 2018 (UCDP date_prec 1)"
    stood_in = show_date(EventDate(**day, precision=2, imputed=True))
    assert stood_in == "reported 3 April 2018; no report says when it was (UCDP date_prec 2)"
    assert show_date(EventDate()) == "not said"
