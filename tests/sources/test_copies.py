from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pace import within

from rashomon.model.report import Report, SetAside
from rashomon.sources.copies import mark_copies

WIRE = (
    "Gunmen in three trucks drove into the market of Tamsla on Monday morning, the mayor said. Soldiers from "
    "the garrison fired back, and the shooting lasted until noon, two traders told the agency. The mayor counted "
    "seven dead gunmen, while an officer at the garrison spoke of nine and of four prisoners taken."
)
OWN = (
    "What began as a quarrel over a lorry ended with the dead laid out beside the well. Our correspondent walked "
    "through Tamsla in the afternoon and spoke to the mayor, to traders and to an officer, whose figures differ "
    "by two. None of them had seen where the trucks came from, and nobody in the town knew the men."
)
TEXTS = (
    WIRE,
    f"TAMSLA (XPA) - {WIRE}",
    f"Shots at the market\n{WIRE}\nThe town is poor.",
    WIRE[:230],
    OWN,
    f"{OWN} {OWN}",
    "Nothing happened.",
    "Nothing  happened!",
    "",
)


def report(number: int, text: str, published: str | None = None, **more: object) -> Report:
    return Report(
        id=f"r{number:02}",
        source_ref=str(number),
        locator=str(number),
        text=text,
        sha256="",
        published=published,
        **more,
    )


def copies(*reports: Report) -> dict[str, str]:
    return {one.id: one.copied_from for one in mark_copies(reports) if one.copied_from}


def test_prints_of_a_wire_story_point_to_the_earliest() -> None:
    prints = [report(number, text, f"2019-05-{9 - number:02}") for number, text in enumerate(TEXTS[:3])]
    assert copies(*prints, report(3, OWN, "2019-05-01")) == {"r00": "r02", "r01": "r02"}


def test_two_writers_on_one_event_are_two_witnesses() -> None:
    assert copies(report(1, WIRE), report(2, OWN)) == {}


def test_a_quotation_in_a_long_report_is_no_print() -> None:
    around = " ".join(
        f"The council spoke of matter {number} and of roads, wells and schools." for number in range(60)
    )
    assert copies(report(1, WIRE), report(2, f"{around} {WIRE}")) == {}


def test_what_was_set_aside_makes_no_print() -> None:
    appeal = f"\n{OWN} {OWN}"
    two = [
        report(
            number,
            text + appeal,
            set_aside=(SetAside(start=len(text), end=len(text + appeal), reason="donation", words=appeal),),
        )
        for number, text in enumerate(
            (WIRE, "Eleven people were hurt when a bus fell from the bridge at Kiri, the driver said.")
        )
    ]
    assert copies(*two) == {}


def test_short_notes_are_prints_only_where_all_words_are_the_same() -> None:
    assert copies(
        report(1, "Nothing happened."), report(2, "Nothing  happened!"), report(3, "Nothing new.")
    ) == {"r02": "r01"}


@pytest.mark.parametrize(
    ("first", "second"),
    [("2019-05-07", "2019-05-08"), ("2019-05-07", None), ("2019-05-07", "--05-01"), ("2019-05-07", "2019")],
)
def test_a_vague_or_absent_date_proves_no_precedence(first: str, second: str | None) -> None:
    assert copies(report(1, WIRE, second), report(2, WIRE, first)) == {"r01": "r02"}


dates = st.sampled_from([None, "2019", "2019-05", "2019-05-07", "2019-05-08", "--05-07"])


@given(st.lists(st.tuples(st.sampled_from(TEXTS), dates), max_size=8), st.randoms())
def test_the_order_of_arrival_is_nothing(wanted: list[tuple[str, str | None]], random) -> None:
    reports = [report(number, text, published) for number, (text, published) in enumerate(wanted)]
    mixed = list(reports)
    random.shuffle(mixed)
    found = copies(*reports)
    assert copies(*mixed) == found
    assert not set(found) & set(found.values()), "an original is never a copy"
    assert [one.id for one in mark_copies(mixed)] == [one.id for one in mixed]


def test_many_reports_take_no_long_time() -> None:
    texts = [
        f"{WIRE} {OWN}".replace("Tamsla", f"Place{number}").replace("the", f"the{number % 7}")
        for number in range(1500)
    ]
    reports = [report(number, text) for number, text in enumerate(texts)]
    with within(10):
        mark_copies(reports)
