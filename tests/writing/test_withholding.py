from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import report_of
from tests.pace import within

from rashomon.model.claims import Attribution, Claim, Count, Party, Person
from rashomon.model.events import Linked
from rashomon.model.record import MadeBy, Record
from rashomon.model.report import Passage
from rashomon.writing import CaseView
from rashomon.writing.data.files import without_names
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
    with within(10):
        assert withholding.text("Person Number4999 " * 50_000).startswith(WITHHELD)
        withholding.text("A" * 1_000_000)


def _withholding(*names: str) -> Withholding:
    claims = {
        name: Claim(id=name, report_id="r", passages=(), facet="victim", value=Person(words=name))
        for name in names
    }
    made = MadeBy(version="0", codebook="0", case_digest="0")
    record = Record(schema="s", made_by=made, policy="ucdp", as_of=None, events=())
    return Withholding(CaseView(reports={}, readings=(), claims=claims, linked=Linked(), record=record))


def victim(words: str, text: str, *, low: int = 1, written: str | None = None) -> tuple[str, ...]:
    """The private names of a case whose one claim counts this victim."""
    claim = Claim(
        id="c",
        report_id="r",
        passages=(),
        facet="killed",
        value=Count(low=low, high=low, as_written=written or words),
        about=Party(words=words),
    )
    made = MadeBy(version="0", codebook="0", case_digest="0")
    record = Record(schema="s", made_by=made, policy="ucdp", as_of=None, events=())
    view = CaseView(
        reports={"r": report_of(text)}, readings=(), claims={"c": claim}, linked=Linked(), record=record
    )
    return Withholding(view).names


def test_a_victim_whom_the_text_counts_by_name_is_private() -> None:
    assert victim("Tom Harrow", "Tom Harrow died.") == ("Tom Harrow", "Harrow")
    assert victim("Dr. Tom Harrow", "Dr. Tom Harrow died.") == ("Dr. Tom Harrow", "Tom Harrow", "Harrow")
    assert victim("Harrow", "Harrow died at the scene.") == ("Harrow",)
    assert victim("Tom Harrow’s body", "Tom Harrow’s body was found.") == ("Tom Harrow", "Harrow")


def test_a_surname_that_is_also_a_word_of_the_reports_stays() -> None:
    assert victim("Ada Brook", "Ada Brook died beside a brook.") == ("Ada Brook",)
    assert victim("Ada Brook", "Ada Brook died. Brook was a nurse.") == ("Ada Brook", "Brook")


def test_what_is_no_name_stays() -> None:
    assert victim("Soldier", "Soldier killed. The soldier was on guard.") == ()
    assert victim("He", "He died.") == ()
    assert victim("a Norland officer", "a Norland officer died.") == ()
    assert victim("Tom Harrow", "Tom Harrow and a friend died.", low=2) == ()
    assert victim("Rebels", "One of the Rebels died.", written="One") == ()


def test_a_hyphen_between_blanks_hides_the_name_without_them() -> None:
    assert _withholding("Dar al - Koba").text("by Dar al-Koba") == f"by {WITHHELD}"


def test_particles_belong_to_a_name_and_a_people_is_none() -> None:
    assert victim("Omar al-Haddad", "Omar al-Haddad died.") == ("Omar al-Haddad",)
    assert victim("Palestinian", "One Palestinian died.") == ()
    assert victim("Tuareg", "Tuareg killed.") == ()


def test_a_short_form_is_no_name() -> None:
    assert victim("IED", "IED went off.") == ()


def test_codes_and_the_ids_of_inputs_are_never_cut(cases: ModuleType) -> None:
    """A name that is also a code, a date or an input's id is left out of words only."""
    data = {"kind": "mine", "acled": {"sub_event_type": "Ada Brook"}, "reports": ["Ada Brook"]}
    words = {"title": "By Ada Brook", "sides": [{"label": "Ada Brook", "as_written": ["Ada Brook"]}]}
    cut = without_names({**data, **words}, Withholding(cases.VIEW))
    assert {key: cut[key] for key in data} == data
    assert cut["title"] == f"By {WITHHELD}"
    assert cut["sides"] == [{"label": WITHHELD, "as_written": [WITHHELD]}]


def test_a_full_name_in_small_letters_is_hidden_too() -> None:
    assert _withholding("Ada Brook").text("on the word of ada brook") == f"on the word of {WITHHELD}"
    assert _withholding("Brook").text("over the brook") == "over the brook"


def test_a_name_taken_for_a_people_is_no_category() -> None:
    withholding = _withholding("Ada Brook")
    assert (withholding.text("people:brook"), withholding.text("people:dogon")) == ("people", "people:dogon")


def test_a_witness_named_in_the_words_for_a_source_is_private(cases: ModuleType) -> None:
    def names(source: str, **more: object) -> tuple[str, ...]:
        link = Attribution(source=source, source_kind="person", **more)  # type: ignore[arg-type]
        claim = replace(cases.CLAIMS[0], attribution=(link,))
        return Withholding(replace(cases.VIEW, claims={claim.id: claim})).names

    assert names("a neighbour named Omar al-Haddad, who saw it") == ("Omar al-Haddad",)
    assert names("the post of user Ada Brook") == ("Ada Brook", "Brook")
    assert names("a resident of Tamsa") == ()
    assert names("Governor Brook, father Brook", office="Governor") == ()


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        ("killed with her 40-year-old brother Tom Harrow", ("Tom Harrow", "Harrow")),
        ("killed a 51-year-old lawyer, Dr Omar Harrow, and two more", ()),
        ("killed a 51-year-old lawyer Dr. Omar al-Haddad", ("Omar al-Haddad",)),
        ("his mother\nDar Bin Koba and four others died", ("Dar Bin Koba", "Koba")),
        ("a 30-year-old Tin Hama woman died", ()),
        ("a 30-year-old Malian Army officer died", ()),
        ("a 30-year-old Islamic State fighter died", ()),
    ],
)
def test_a_name_after_an_age_or_a_kinship_is_private_where_somebody_was_hit(
    words: str, hidden: tuple[str, ...]
) -> None:
    passage = Passage(report_id="r", start=0, end=len(words), words=words)
    killed = Claim(
        id="c",
        report_id="r",
        passages=(passage,),
        facet="killed",
        value=Count(low=2, high=2, as_written="two"),
    )
    made = MadeBy(version="0", codebook="0", case_digest="0")
    record = Record(schema="s", made_by=made, policy="ucdp", as_of=None, events=())

    def names(claim: Claim) -> tuple[str, ...]:
        view = CaseView(reports={}, readings=(), claims={"c": claim}, linked=Linked(), record=record)
        return Withholding(view).names

    assert names(killed) == hidden
    assert names(replace(killed, facet="participant", value=Person(words="x", office="y"))) == ()


def test_a_place_whose_name_holds_a_surname_is_still_named(cases: ModuleType) -> None:
    place = replace(cases.VIEW.record.events[0].place, name="Port Holt Bay")
    event = replace(cases.VIEW.record.events[0], place=place)
    claim = Claim(id="h", report_id="r", passages=(), facet="victim", value=Person(words="Mary Holt"))
    view = replace(cases.VIEW, claims={"h": claim}, record=replace(cases.VIEW.record, events=(event,)))
    assert Withholding(view).text("Mary Holt died at Port Holt Bay; Holt was 30") == (
        f"{WITHHELD} died at Port Holt Bay; {WITHHELD} was 30"
    )
