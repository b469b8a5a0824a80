"""QuickStatements: read back by a small parser of its own, one statement a speaker, nothing made up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claims import Count, Party, Term
from rashomon.model.record import EventDate, RecordPlace
from rashomon.model.report import Passage
from rashomon.writing.exports import ExportOptions, export_case
from rashomon.writing.exports.quickstatements import syntax

_OPTIONS = ExportOptions()
_COMMENT = re.compile(r"^(.*?)\s*/\*\s*(.*?)\s*\*/\s*$")
_VALUES = {
    "item": re.compile(r"Q\d+\Z"),
    "unknown": re.compile(r"somevalue\Z"),
    "string": re.compile(r'"([^"|\\]*)"\Z'),
    "language": re.compile(r'[a-z]{2,3}:"([^"|\\]*)"\Z'),
    "day": re.compile(r"\+\d{4}-\d\d-\d\dT00:00:00Z/(?:9|10|11)\Z"),
    "point": re.compile(r"@-?[\d.]+/-?[\d.]+\Z"),
    "number": re.compile(r"\d+\Z"),
}


@dataclass
class Line:
    """A command as the tools read it."""

    subject: str
    prop: str = ""
    kind: str = ""
    value: str = ""
    qualifiers: list[tuple[str, str]] = field(default_factory=list)
    blocks: list[list[tuple[str, str]]] = field(default_factory=list)
    comment: str = ""


def value_of(column: str) -> tuple[str, str]:
    for kind, pattern in _VALUES.items():
        match = pattern.match(column)
        if match:
            return kind, match.group(1) if pattern.groups else column
    raise AssertionError(f"no value: {column!r}")


def parse(text: str) -> list[Line]:
    """Every line read as the tools do, comments first; a line that none of them takes is an error."""
    assert text.endswith("\n") or not text
    assert len(text.splitlines()) == text.count("\n")
    return [_line(raw) for raw in text.split("\n")[:-1]]


def _line(raw: str) -> Line:
    found = _COMMENT.match(raw)
    rest, comment = (found.group(1), found.group(2)) if found else (raw, "")
    columns = rest.split("\t")
    assert all(columns)
    if columns == ["CREATE"]:
        return Line("CREATE", comment=comment)
    assert columns[0] in ("LAST", "+LAST")
    kind, shown = value_of(columns[2])
    line = Line(columns[0], columns[1], kind, shown, comment=comment)
    assert len(columns) % 2
    for key, column in zip(columns[3::2], columns[4::2], strict=True):
        pair = (key.lstrip("!"), value_of(column)[1])
        if re.fullmatch(r"P\d+", key):
            assert not line.blocks
            line.qualifiers.append(pair)
        else:
            assert re.fullmatch(r"!?S\d+", key)
            if key.startswith("!") or not line.blocks:
                line.blocks.append([])
            line.blocks[-1].append(pair)
    return line


def lines_of(view: Any, **chosen: Any) -> list[Line]:
    return parse(export_case(view, "quickstatements", ExportOptions(**chosen)).text)


def figures(view: Any) -> list[Line]:
    return [line for line in lines_of(view) if line.prop in ("P1120", "P1339")]


def with_value(cases: ModuleType, count: Count, **more: Any) -> Any:
    """The case whose army spokesman gives this count instead."""
    (one,) = (c for c in cases.CLAIMS if isinstance(c.value, Count) and c.value.as_written == "At least 12")
    return replace(cases.VIEW, claims=cases.VIEW.claims | {one.id: replace(one, value=count, **more)})


def test_an_event_is_an_item_with_its_day_country_and_point(cases: ModuleType) -> None:
    place = replace(cases.RECORD.events[0].place, country="Mali", country_iso3="MLI")
    event = replace(cases.RECORD.events[0], place=place)
    lines = lines_of(replace(cases.VIEW, record=replace(cases.RECORD, events=(event,))))
    assert lines[0].subject == "CREATE"
    assert "by policy ucdp: 12 (9)" in lines[0].comment
    told = {line.prop: line for line in lines[1:]}
    assert told["Len"].value == "Clash near Tamsa, 4 May 2019"
    assert told["Den"].value == "clash in Mali, 4 May 2019"
    assert told["P31"].value == "Q178561"
    assert told["P17"].value == "Q912"
    assert told["P585"].value == "+2019-05-04T00:00:00Z/11"
    assert (told["P625"].value, told["P625"].qualifiers) == ("@12.5/3.25", [("P1480", "Q21818619")])


def test_a_bound_is_a_limit_and_never_a_figure_that_nobody_gave(cases: ModuleType) -> None:
    (line,) = [line for line in figures(cases.VIEW) if "Radio Delta" in line.comment]
    assert (line.subject, line.prop, line.kind) == ("+LAST", "P1120", "unknown")
    assert line.qualifiers == [
        ("P5447", "12"),
        ("P518", "somevalue"),
        ("P1932", "At least 12"),
        ("P1480", "Q18912752"),
    ]
    assert (
        line.comment == "River Front: 12+ killed, according to an army spokesman → Radio Delta → Lake Gazette"
    )
    assert line.blocks == [
        [
            ("S854", "https://gazette.example/tamsa"),
            ("S1476", "Fighting near Tamsa"),
            ("S577", "+2019-05-06T00:00:00Z/11"),
            ("S407", "Q1860"),
            ("S1683", "At least 12 rebels"),
        ]
    ]


@pytest.mark.parametrize(
    ("count", "kind", "value", "limits"),
    [
        (Count(low=7, high=7, as_written="seven"), "number", "7", []),
        (
            Count(low=30, high=40, as_written="30 to 40"),
            "unknown",
            "somevalue",
            [("P5447", "30"), ("P5448", "40")],
        ),
        (Count(low=None, high=9, as_written="up to 9"), "unknown", "somevalue", [("P5448", "9")]),
        (
            Count(low=2, high=None, as_written="several", vague="several"),
            "unknown",
            "somevalue",
            [("P5447", "2")],
        ),
    ],
)
def test_how_counts_are_written(
    cases: ModuleType, count: Count, kind: str, value: str, limits: list[tuple[str, str]]
) -> None:
    (line,) = [line for line in figures(with_value(cases, count)) if "Radio Delta" in line.comment]
    assert (line.kind, line.value) == (kind, value)
    assert [pair for pair in line.qualifiers if pair[0] in ("P5447", "P5448")] == limits


def test_about_is_circa_and_may_have_is_possibly(cases: ModuleType) -> None:
    about = with_value(cases, Count(low=60, high=60, approximate=True, as_written="about 60"))
    (line,) = [line for line in figures(about) if "Radio Delta" in line.comment]
    assert ("P1480", "Q5727902") in line.qualifiers
    (hedged,) = [line for line in figures(cases.VIEW) if line.value == "5"]
    assert ("P5102", "Q30230067") in hedged.qualifiers


def test_what_cannot_be_a_statement_is_listed(cases: ModuleType) -> None:
    done = export_case(cases.VIEW, "quickstatements", _OPTIONS)
    told = {(one.event, one.item, one.reason) for one in done.left_out}
    assert ("e_1", "P710", "no item is known for the participant “River Front”") in told
    assert ("e_1", "P276", "no item is known for the place “Tamsa”") in told
    assert any("over several events: " in reason and "9 killed" in reason for _, _, reason in told)
    assert [one.event for one in done.left_out if one.what == "event"] == ["e_2", "e_3"]
    assert not done.partial


def test_what_a_report_only_mentions_is_an_item_where_it_is_asked_for(cases: ModuleType) -> None:
    labels = [line.value for line in lines_of(cases.VIEW) if line.prop == "Len"]
    assert labels == ["Clash near Tamsa, 4 May 2019"]
    labels = [line.value for line in lines_of(cases.VIEW, event_ids=("e_3",)) if line.prop == "Len"]
    assert labels == ["Operation, May 2019"]


def test_accusations_and_private_persons_never_get_in(cases: ModuleType) -> None:
    accused = replace(
        next(c for c in cases.CLAIMS if c.facet == "responsibility"), value=Term(code="accused")
    )
    view = replace(cases.VIEW, claims=cases.VIEW.claims | {accused.id: accused})
    for names in (False, True):
        done = export_case(view, "quickstatements", ExportOptions(names=names))
        assert "Ada" not in done.text + "".join(one.reason for one in done.left_out)
        assert "P8031" not in done.text
    assert "it is of one private person" in "".join(one.reason for one in done.left_out)
    assert "--names" in [one.item for one in done.left_out]


def test_names_that_no_reader_recognised_stay_out(cases: ModuleType) -> None:
    text = cases.GAZETTE.replace("At least 12 rebels", "Mirek Varga and 12 rebels")
    (one,) = (c for c in cases.CLAIMS if isinstance(c.value, Count) and c.value.as_written == "At least 12")
    start = text.index("Mirek")
    words = "Mirek Varga and 12 rebels"
    spoken = replace(one.attribution[0], source="Ilse Brandt, a neighbour", office=None, actor_id=None)
    claim = replace(
        one,
        passages=(Passage(report_id="r_1", start=start, end=start + len(words), words=words),),
        attribution=(replace(spoken, source_kind="organisation", on_behalf_of=None), *one.attribution[1:]),
    )
    reports = cases.VIEW.reports | {"r_1": replace(cases.VIEW.reports["r_1"], text=text)}
    view = replace(cases.VIEW, claims=cases.VIEW.claims | {one.id: claim}, reports=reports)
    text = export_case(view, "quickstatements", _OPTIONS).text
    assert "Mirek" not in text
    assert "Ilse" not in text
    assert "12+ killed, according to a named source → Radio Delta → Lake Gazette" in text


@pytest.mark.parametrize("written", ["a man", "she", "A 31-year-old", "a 1-year-old boy"])
def test_somebody_told_of_is_no_number_of_deaths(cases: ModuleType, written: str) -> None:
    view = with_value(cases, Count(low=1, high=1, as_written=written))
    assert not [line for line in figures(view) if "Radio Delta" in line.comment]
    view = with_value(cases, Count(low=1, high=1, as_written="at least one"))
    assert [line for line in figures(view) if "Radio Delta" in line.comment]


def test_a_figure_is_of_everybody_only_where_it_is_the_speaker_s_one(cases: ModuleType) -> None:
    one = next(c for c in cases.CLAIMS if isinstance(c.value, Count) and c.value.as_written == "5")
    whole = replace(one, certainty="asserted", about=None, coverage="total")
    other = replace(whole, id="c_other", value=Count(low=7, high=7, as_written="7"))

    def parts(*claims: Any) -> list[tuple[str, bool]]:
        first = cases.EVENTS[0]
        added = tuple(c.id for c in claims if c.id not in first.claim_ids)
        event = replace(first, claim_ids=(*first.claim_ids, *added))
        view = replace(
            cases.VIEW,
            claims=cases.VIEW.claims | {c.id: c for c in claims},
            linked=replace(cases.VIEW.linked, events=(event, *cases.EVENTS[1:])),
        )
        found = [line for line in figures(view) if line.value in ("5", "7")]
        return [(line.value, ("P518", "somevalue") in line.qualifiers) for line in found]

    assert parts(whole) == [("5", False)]
    assert sorted(parts(whole, other)) == [("5", True), ("7", True)]
    assert parts(whole, replace(whole, id="c_again", about=Party(words="people"))) == [("5", False)]
    assert parts(replace(whole, coverage="increment")) == []


def responsible(cases: ModuleType, *codes: str, actor_id: str = "hamas") -> list[Line]:
    """The perpetrators of the case where River Front is this actor and these are its words of the deed."""
    (one,) = (c for c in cases.CLAIMS if c.facet == "responsibility")
    front = replace(cases.FRONT, actor_id=actor_id)
    about = Party(words="River Front", actors=(front,))
    told = {f"c_{code}": replace(one, id=f"c_{code}", value=Term(code=code), about=about) for code in codes}
    first = cases.EVENTS[0]
    event = replace(first, claim_ids=(*(i for i in first.claim_ids if i != one.id), *told))
    reports = cases.VIEW.reports | {
        "r_2": replace(cases.VIEW.reports["r_2"], url="https://guard.example/bulletin")
    }
    view = replace(
        cases.VIEW,
        reports=reports,
        claims=cases.VIEW.claims | told,
        linked=replace(cases.VIEW.linked, events=(event, *cases.EVENTS[1:])),
    )
    return [line for line in lines_of(view) if line.prop == "P8031"]


def test_a_perpetrator_is_named_only_by_itself(cases: ModuleType) -> None:
    (line,) = responsible(cases, "claimed")
    assert line.value == "Q38799"
    assert line.blocks[0][0] == ("S854", "https://guard.example/bulletin")
    for codes in (("accused",), ("denied",), ("unclaimed",), ("claimed", "denied")):
        assert responsible(cases, *codes) == []
    assert responsible(cases, "claimed", actor_id="river-front") == []


def test_a_participant_is_one_whom_a_report_states(cases: ModuleType) -> None:
    first = cases.RECORD.events[0]
    sides = tuple(
        replace(side, actors=tuple(replace(a, id="hamas") for a in side.actors))
        if side.label == "B"
        else side
        for side in first.sides
    )
    (one,) = (c for c in cases.CLAIMS if c.facet == "participant" and c.value.actor_id == "river-front")
    ref = replace(cases.FRONT, actor_id="hamas")

    def participants(identification: str) -> list[str]:
        about = replace(one.about, actors=(ref,), identification=identification)
        claim = replace(one, value=ref, about=about)
        view = replace(
            cases.VIEW,
            claims=cases.VIEW.claims | {one.id: claim},
            record=replace(cases.RECORD, events=(replace(first, sides=sides),)),
        )
        return [line.value for line in lines_of(view) if line.prop == "P710"]

    assert participants("stated") == ["Q38799"]
    assert participants("alleged") == []


def test_the_newer_tool_splits_the_file_into_the_same_lines(cases: ModuleType) -> None:
    """It puts quoted text and comments aside, then reads || as a line's end and | as a tab."""
    for words in ('a||b|c "d"', "/* x */", "___QSTS3_PLACEHOLDER___", "\\", "'\"'"):
        text = export_case(cases.hostile_view(words), "quickstatements", _OPTIONS).text
        bare = re.sub(r'"[^"]*"|/\*.*?\*/', "@", text)
        assert "|" not in bare
        assert '"' not in bare
        assert "\\" not in text
        assert "PLACEHOLDER___" not in text


def test_a_figure_without_a_report_to_cite_is_a_gap(cases: ModuleType) -> None:
    bare = {key: replace(report, url=None, title=None) for key, report in cases.VIEW.reports.items()}
    done = export_case(replace(cases.VIEW, reports=bare), "quickstatements", _OPTIONS)
    assert done.partial
    assert done.text == ""
    assert {one.event for one in done.left_out} == {"e_1", "e_2", "e_3"}
    half = cases.VIEW.reports | {"r_1": bare["r_1"], "r_2": replace(bare["r_2"], title="Bulletin")}
    done = export_case(replace(cases.VIEW, reports=half), "quickstatements", _OPTIONS)
    assert done.partial
    assert "P31" in done.text
    assert "P1120" not in done.text
    assert any("a figure needs a reference" in one.reason for one in done.left_out)


def test_an_event_without_a_year_or_a_place_is_no_item(cases: ModuleType) -> None:
    first = cases.RECORD.events[0]
    events = (
        replace(first, id="e_1", date=EventDate(start="--05-04", end="--05-04")),
        replace(first, id="e_2", place=RecordPlace()),
    )
    done = export_case(
        replace(cases.VIEW, record=replace(cases.RECORD, events=events)), "quickstatements", _OPTIONS
    )
    assert done.text == ""
    assert [(one.what, one.event) for one in done.left_out] == [("gap", "e_1"), ("gap", "e_2")]
    assert done.partial


def test_a_span_and_a_stand_in_day_are_bounds_of_an_unknown_day(cases: ModuleType) -> None:
    def day(date: EventDate) -> Line:
        event = replace(cases.RECORD.events[0], date=date)
        view = replace(cases.VIEW, record=replace(cases.RECORD, events=(event,)))
        return next(line for line in lines_of(view) if line.prop == "P585")

    span = day(EventDate(start="2019-05-01", end="2019-05-04", precision=2))
    assert span.kind == "unknown"
    assert span.qualifiers == [
        ("P1319", "+2019-05-01T00:00:00Z/11"),
        ("P1326", "+2019-05-04T00:00:00Z/11"),
    ]
    stand_in = day(EventDate(start="2019-05-06", end="2019-05-06", precision=2, imputed=True))
    assert stand_in.qualifiers == [("P1326", "+2019-05-06T00:00:00Z/11")]
    for start, end in (("2019-05", "2019-05"), ("2019-05-01", "2019-05-31")):
        assert day(EventDate(start=start, end=end)).value == "+2019-05-00T00:00:00Z/10"
    assert day(EventDate(start="2019-01-01", end="2019-12-31")).value == "+2019-00-00T00:00:00Z/9"


def test_the_middle_of_a_province_is_no_coordinate(cases: ModuleType) -> None:
    event = replace(cases.RECORD.events[0], place=replace(cases.RECORD.events[0].place, where_prec=4))
    view = replace(cases.VIEW, record=replace(cases.RECORD, events=(event,)))
    assert "P625" not in {line.prop for line in lines_of(view)}


def spoilt(claim: Any, words: str) -> Any:
    """The claim on hostile words, its number written with them."""
    passage = Passage(report_id=claim.report_id, start=0, end=len(words), words=words)
    value = replace(claim.value, as_written=words) if isinstance(claim.value, Count) else claim.value
    return replace(claim, passages=(passage,), value=value)


_HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from('"|\t\n\r\\/*_{}[]<>\u2028\u202e\ud800\x00 ')), max_size=60
)


@given(_HOSTILE)
def test_no_text_leaves_its_quotation_marks(words: str) -> None:
    quoted = syntax.text(words)
    assert value_of(quoted)[0] == "string"
    assert "\t" not in quoted
    assert len(quoted.splitlines()) == 1
    assert "/*" not in quoted
    assert "___" not in quoted
    assert syntax.comment(words).count("*/") == 1


@given(_HOSTILE)
def test_a_hostile_case_is_read_back_line_by_line(cases: ModuleType, words: str) -> None:
    view = cases.hostile_view(words)
    given = {key: spoilt(claim, words) for key, claim in view.claims.items()}
    reports = {key: replace(r, url="https://gazette.example/a") for key, r in view.reports.items()}
    view = replace(view, claims=given, reports=reports)
    citable = {key: replace(r, url="https://gazette.example/a") for key, r in cases.VIEW.reports.items()}
    plain = [
        line.prop
        for line in lines_of(replace(cases.VIEW, reports=citable))
        if line.prop not in ("P1120", "P1339")
    ]
    told = lines_of(view)
    assert [line.prop for line in told if line.prop not in ("P1120", "P1339")] == plain
    assert all(line.qualifiers for line in told if line.prop in ("P1120", "P1339"))


def test_a_long_text_is_cut_to_what_wikidata_holds() -> None:
    assert len(syntax.text("x" * 9000)) == syntax.TEXT_LENGTH + 2
    assert syntax.text("x" * 9000).endswith('…"')
    assert len(syntax.named("Len", "x" * 900)) <= len('LAST\tLen\t""') + syntax.LABEL_LENGTH
