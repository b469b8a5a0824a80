"""Whatever was said, an article says no more, and what is hostile stays words: made claims of every kind."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
import wikitextparser
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claims import Attribution, Moment, PlaceRef, Term
from rashomon.writing import render_article
from rashomon.writing.article.plan import write_article

OUTLETS = {
    "joint.txt": ("RLF and DDM", "2019-05-05", "statement"),
    "post.txt": ("Osland Post", "2019-05-06", "news"),
    "copy.txt": ("Hill Courier", "2019-05-07", "news"),
}


FACETS = ("killed", "wounded", "captured", "neutralised", "casualties", "losses")
PEOPLE = (
    "rebels",
    "a 4-year-old boy",
    "others",
    "Osland soldiers",
    "people",
    "members",
    "enemy",
    "any civilians",
)
SPEAKERS = ("the army", "Residents", "the RLF and the DDM", "the alliance", "Webb", "", "the colonel")


@st.composite
def figures(draw: st.DrawFn) -> tuple[object, ...]:
    """A figure as somebody gave it."""
    low = draw(st.one_of(st.none(), st.integers(0, 60)))
    high = draw(st.one_of(st.none(), st.integers(low or 0, 90)))
    return (
        draw(st.sampled_from(sorted(OUTLETS))),
        draw(st.sampled_from(FACETS)),
        low,
        high,
        draw(st.sampled_from([None, "several", "dozens", "plural"])),
        draw(st.booleans()),
        draw(st.sampled_from(PEOPLE)),
        draw(st.sampled_from([(), ("rlf",), ("rlf", "ddm"), ("army",)])),
        draw(st.sampled_from([None, *SPEAKERS])),
        draw(st.sampled_from(["asserts", "denies", "confirms"])),
        draw(st.booleans()),
        draw(st.sampled_from(["asserted", "hedged"])),
        draw(st.sampled_from(["affirmed", "affirmed", "negated"])),
        draw(st.sampled_from([None, "p1", "p2"])),
    )


def make_says(told: ModuleType, figure: tuple[object, ...]) -> object:
    """The claim of a figure."""
    ref, facet, low, high, vague, about, people, ids, speaker, stance, several, certainty, polarity, mark = (
        figure
    )
    actors = [a for a in (told.REEF, told.DUNE, told.ARMY) if a.actor_id in ids]  # type: ignore[operator]
    chain = ()
    if speaker is not None:
        kind = "unspecified" if not speaker else "organisation"
        chain = (Attribution(source=speaker, source_kind=kind, stance=stance),)  # type: ignore[arg-type]
    return told.Says(
        report=ref,
        words=f"{speaker or 'It was said'}: {people} {facet} {low} {high}.",
        facet=facet,
        what=told.number(low, high, vague=vague, approximate=about),
        party=told.party(people, *actors, person=mark if low == high == 1 else None),
        chain=chain,
        several=several,
        certainty=certainty,
        polarity=polarity,
    )


@given(st.lists(figures(), max_size=7), st.sampled_from(["clash", "shooting", "air_strike"]))
def test_whatever_was_said_no_sentence_says_more(
    told: ModuleType, checks: ModuleType, found: list[tuple[object, ...]], kind: str
) -> None:
    says = [
        told.Says(report="post.txt", words="It happened.", facet="kind", what=Term(code=kind, words="it")),
        *(make_says(told, figure) for figure in found),
    ]
    view = told.make_view(OUTLETS, says, kind=kind, sides=((told.REEF, told.DUNE), (told.ARMY,)))
    article = write_article(view, "e_1")
    assert checks.faults_of(article, view) == []
    turned = replace(
        view, reports=dict(reversed(view.reports.items())), claims=dict(reversed(view.claims.items()))
    )
    assert write_article(turned, "e_1") == article


@st.composite
def remarks(draw: st.DrawFn) -> tuple[object, ...]:
    """What somebody said of the course: its facet and value, of whom, by whom, how surely."""
    facet, code = draw(
        st.sampled_from(
            [
                ("means", "rocket"),
                ("means", "drone"),
                ("outcome", "fled"),
                ("outcome", "victory"),
                ("responsibility", "claimed"),
                ("responsibility", "accused"),
                ("responsibility", "denied"),
                ("responsibility", "unclaimed"),
                ("link", "linked"),
                ("strength", "40"),
                ("incidents", "3"),
                ("initiator", "rlf"),
                ("target", "army"),
                ("place", "15"),
                ("date", "2019-05-05"),
                ("date", "07:30"),
            ]
        )
    )
    return (
        facet,
        code,
        draw(st.sampled_from(sorted(OUTLETS))),
        draw(st.sampled_from([(), ("rlf",), ("army",)])),
        draw(st.sampled_from(PEOPLE)),
        draw(st.sampled_from([None, *SPEAKERS])),
        draw(st.sampled_from(["asserted", "hedged"])),
        draw(st.sampled_from([None, "p1"])),
    )


def make_remark(told: ModuleType, found: tuple[object, ...]) -> object:
    """The claim of a remark."""
    facet, code, ref, ids, people, speaker, certainty, mark = found
    actors = [a for a in (told.REEF, told.ARMY) if a.actor_id in ids]  # type: ignore[operator]
    values = {
        "strength": told.number(40, 40),
        "incidents": told.number(3, 3),
        "initiator": told.REEF,
        "target": told.ARMY,
        "place": PlaceRef(words="15 km north of Tamsa", km=15.0, bearing="N", of="Tamsa"),
    }
    moment = told.day("2019-05-05")
    if code == "07:30":
        moment = Moment(
            start="2019-05-04", end="2019-05-04", grain="minute", as_written="7:30 a.m.", clock="07:30"
        )
    value = moment if facet == "date" else values.get(str(facet), Term(code=str(code), words=str(code)))
    chain = ()
    if speaker is not None:
        kind = "unspecified" if not speaker else "organisation"
        chain = (Attribution(source=str(speaker), source_kind=kind),)  # type: ignore[arg-type]
    return told.Says(
        report=ref,
        words=f"{speaker or 'It was said'}: {people} {facet} {code}.",
        facet=facet,
        what=value,
        party=told.party(people, *actors, person=mark),
        chain=chain,
        certainty=certainty,
    )


@given(st.lists(remarks(), max_size=6), st.lists(figures(), max_size=2), st.booleans())
def test_whatever_happened_no_sentence_says_more(
    told: ModuleType, checks: ModuleType, found: list[object], tolls: list[object], fighting: bool
) -> None:
    kind = "clash" if fighting else "protest"
    says = [
        told.Says(report="post.txt", words="It happened.", facet="kind", what=Term(code=kind, words="it")),
        *(make_remark(told, one) for one in found),  # type: ignore[arg-type]
        *(make_says(told, one) for one in tolls),  # type: ignore[arg-type]
    ]
    view = told.make_view(OUTLETS, says, kind=kind, sides=((told.REEF, told.DUNE), (told.ARMY,)))
    for names in (False, True):
        assert checks.faults_of(write_article(view, "e_1", names=names), view) == []


HOSTILE = [
    "}}{{delete}}|x=y",
    "]] [[File:x.png]] <ref>z</ref>",
    "\n== Heading ==\n* list",
    "''b''' {{efn|x}}",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_box_of_an_attack_holds_hostile_words_as_words(told: ModuleType, words: str) -> None:
    says = [
        told.Says(
            report="post.txt", words="A shooting.", facet="kind", what=Term(code="shooting", words=words)
        ),
        told.Says(
            report="post.txt",
            words="Two died.",
            facet="killed",
            what=told.number(2, 2),
            party=told.party(words),
            chain=(told.body(words),),
        ),
    ]
    outlets = {"post.txt": (words, "2019-05-06", "news")}
    view = told.make_view(outlets, says, kind="shooting", sides=())
    text = render_article(view, "e_1", "wikitext")
    parsed = wikitextparser.parse(text)
    known = {"Infobox civilian attack", "plainlist", "efn", "cite news", "notelist", "reflist"}
    assert {template.name.strip() for template in parsed.templates} <= known
    assert not parsed.wikilinks
    assert {tag.name for tag in parsed.get_tags()} <= {"ref"}
    box = parsed.templates[0]
    fields = {argument.name.strip() for argument in box.arguments}
    assert fields == {"title", "location", "date", "type", "fatalities"}
    assert "<ref>" not in render_article(view, "e_1", "html")


def test_the_box_of_an_attack_reads_back_with_the_same_values(told: ModuleType) -> None:
    says = [
        told.Says(
            report="post.txt", words="A shooting.", facet="kind", what=Term(code="shooting", words="s")
        ),
        told.Says(
            report="post.txt",
            words="Two people died, police said.",
            facet="killed",
            what=told.number(2, 2),
            party=told.party("people"),
            chain=(told.body("police"),),
        ),
    ]
    view = told.make_view(OUTLETS, says, kind="shooting", sides=())
    box = wikitextparser.parse(render_article(view, "e_1", "wikitext")).templates[0]
    shown = {argument.name.strip(): argument.value.split("<ref")[0].strip() for argument in box.arguments}
    assert shown == {
        "title": "Fight",
        "location": "Near Tamsa, Osland",
        "date": "4 May 2019",
        "type": "Shooting",
        "fatalities": "'''Per police:''' 2 killed",
    }


def test_the_checks_see_a_figure_that_nobody_gave(told: ModuleType, checks: ModuleType) -> None:
    says = [told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND)]
    view = told.make_view(OUTLETS, says)
    article = write_article(view, "e_1")
    lead = article.sections[0]
    wrong = replace(lead.sentences[0], text="The army claimed that 77 were killed.")
    spoilt = replace(article, sections=(replace(lead, sentences=(wrong,)),))
    assert len(checks.faults_of(spoilt, view)) == 2
