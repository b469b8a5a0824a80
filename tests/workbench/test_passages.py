from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claims import Claim, Count
from rashomon.model.report import Passage, Report, SetAside
from rashomon.workbench.passages import PIECE, claims_on, cut_text, piece_at, piece_numbered, runs_of


def make_report(text: str, asides: tuple[SetAside, ...] = ()) -> Report:
    return Report(id="r_1", source_ref="one.txt", locator="one.txt", text=text, sha256="0", set_aside=asides)


def make_claim(name: str, report: Report, *spans: tuple[int, int]) -> Claim:
    passages = tuple(Passage(report_id="r_1", start=s, end=e, words=report.text[s:e]) for s, e in spans)
    count = Count(low=1, high=1, as_written="one")
    return Claim(id=name, report_id="r_1", passages=passages, facet="killed", value=count)


def test_nested_and_crossing_passages_are_cut_into_runs() -> None:
    report = make_report("abcdefghij")
    whole, left, right = (
        make_claim(name, report, span) for name, span in (("c_w", (1, 9)), ("c_l", (2, 5)), ("c_r", (4, 7)))
    )
    runs = runs_of(report, piece_numbered(report, 1), [whole, left, right])
    assert [(run.text, [c.id for c in run.claims]) for run in runs] == [
        ("a", []),
        ("b", ["c_w"]),
        ("cd", ["c_l", "c_w"]),
        ("e", ["c_l", "c_r", "c_w"]),
        ("fg", ["c_r", "c_w"]),
        ("hi", ["c_w"]),
        ("j", []),
    ]
    assert [c.id for c in runs[2].begins] == ["c_l"]
    assert [c.id for c in runs[3].ends] == ["c_l"]


def test_what_was_set_aside_is_a_run_of_its_own() -> None:
    aside = SetAside(start=3, end=6, reason="donation_appeal", words="def")
    report = make_report("abcdefghij", (aside,))
    runs = runs_of(report, piece_numbered(report, 1), [])
    assert [(run.text, run.aside) for run in runs] == [("abc", None), ("def", aside), ("ghij", None)]


@given(st.data())
def test_runs_joined_are_the_piece_and_know_their_claims(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab \n\U0001f600", min_size=1, max_size=60))
    report = make_report(text)
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = [(min(s), max(s)) for s in data.draw(st.lists(bounds, max_size=6)) if s[0] != s[1]]
    claims = [make_claim(f"c_{number}", report, span) for number, span in enumerate(spans)]
    runs = runs_of(report, piece_numbered(report, 1), claims)
    assert "".join(run.text for run in runs) == text
    for run in runs:
        inside = {c.id for c in claims if c.passages[0].start <= run.start < c.passages[0].end}
        assert {claim.id for claim in run.claims} == inside


def test_a_huge_text_is_cut_between_words_and_nothing_is_lost() -> None:
    text = "word " * 400_000 + "x" * 50_000
    bounds = cut_text(text)
    assert "".join(text[start:end] for start, end in bounds) == text
    assert max(end - start for start, end in bounds) <= PIECE
    assert text[bounds[0][1] - 1] == " "
    report = make_report(text)
    last = make_claim("c_1", report, (len(text) - 4, len(text)))
    piece = piece_at(report, len(text) - 4)
    assert piece.number == piece.pieces == len(bounds)
    assert claims_on(piece, [last]) == [last]
    assert claims_on(piece_numbered(report, 1), [last]) == []
    assert piece_numbered(report, 10**6) == piece


def test_an_empty_text_is_one_empty_piece() -> None:
    report = make_report("")
    assert runs_of(report, piece_numbered(report, 1), []) == []
