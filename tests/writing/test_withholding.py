from __future__ import annotations

import time
from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claims import Claim, Person
from rashomon.model.events import Linked
from rashomon.model.record import MadeBy, Record
from rashomon.model.report import Passage
from rashomon.writing import CaseView
from rashomon.writing.withholding import WITHHELD, Withholding


def test_a_passage_is_cut_around_a_name_and_stays_word_for_word(cases: ModuleType) -> None:
    text = "Ada Brook died; Ada Brooks did not."
    passage = Passage(report_id="r", start=10, end=10 + len(text), words=text)
    pieces = Withholding(cases.VIEW).passages(passage)
    assert [piece.words for piece in pieces] == [" died; Ada Brooks did not."]
    assert all(text[p.start - 10 : p.end - 10] == p.words for p in pieces)


def test_nothing_is_cut_where_names_are_asked_for(cases: ModuleType) -> None:
    assert Withholding(cases.VIEW, names=True).text("Ada Brook") == "Ada Brook"
    assert Withholding(cases.VIEW).text("by Ada Brook, 40") == f"by {WITHHELD}, 40"


@given(st.text(alphabet="AdaBrok .,", max_size=40))
def test_no_name_is_left(words: str) -> None:
    withholding = _withholding("Ada Brook", "Dar Koba")
    assert not withholding.hides(withholding.text(words))


def test_thousands_of_names_take_no_time() -> None:
    withholding = _withholding(*(f"Person Number{i}" for i in range(5000)))
    start = time.process_time()
    assert withholding.text("Person Number4999 " * 50_000).startswith(WITHHELD)
    withholding.text("A" * 1_000_000)
    assert time.process_time() - start < 10


def _withholding(*names: str) -> Withholding:
    claims = {
        name: Claim(id=name, report_id="r", passages=(), facet="victim", value=Person(words=name))
        for name in names
    }
    made = MadeBy(version="0", codebook="0", case_digest="0")
    record = Record(schema="s", made_by=made, policy="ucdp", as_of=None, events=())
    return Withholding(CaseView(reports={}, readings=(), claims=claims, linked=Linked(), record=record))
