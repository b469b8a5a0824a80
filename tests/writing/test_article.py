"""Articles as an editor reads them: who said what, once, with its reach, and nothing that nobody said."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claims import Attribution, Person, Term
from rashomon.writing.article import write_article
from rashomon.writing.cite import sentences_of

OUTLETS = {
    "joint.txt": ("RLF and DDM", "2019-05-05", "statement"),
    "post.txt": ("Osland Post", "2019-05-06", "news"),
    "copy.txt": ("Hill Courier", "2019-05-07", "news"),
}


def text_of(view, **more) -> str:  # type: ignore[no-untyped-def]
    """All sentences of the article in one string."""
    return " ".join(one.text for one in sentences_of(write_article(view, "e_1", **more)))


def test_one_statement_under_three_labels_is_told_once(told: ModuleType, checks: ModuleType) -> None:
    own = told.party("fighters", told.REEF, told.DUNE, status="combatant", categories=("fighters",))
    three = told.number(3, 3)
    says = [
        told.Says(report="joint.txt", words="A clash took place.", facet="kind", what=told.KIND),
        told.Says(
            report="joint.txt",
            words="Three fighters fell.",
            facet="killed",
            what=three,
            party=own,
            several=True,
        ),
        told.Says(
            report="post.txt",
            words="Three of their own men died, the RLF and the DDM said.",
            facet="killed",
            what=three,
            party=own,
            chain=(told.body("The RLF and the DDM"),),
            several=True,
        ),
        told.Says(
            report="copy.txt",
            words="The alliance gave three of its own fighters as dead.",
            facet="killed",
            what=three,
            party=own,
            chain=(told.body("The alliance"),),
            several=True,
        ),
    ]
    view = told.make_view(OUTLETS, says)
    article = write_article(view, "e_1")
    toll = [one for one in article.sections[-1].sentences if "killed" in one.text]
    assert [one.text for one in toll] == [
        "On 5 May the RLF and the DDM said that, across two clashes on 4 May, three of their own fighters were killed."
    ]
    assert len({view.claims[i].report_id for i in toll[0].claim_ids}) == 3
    assert checks.faults_of(article, view) == []


def test_a_leader_who_differs_from_his_body_stands_apart(told: ModuleType) -> None:
    own = told.party("fighters", told.REEF, status="combatant")
    leader = Attribution(
        source="the leader of the RLF", source_kind="person", actor_id="rlf", office="leader"
    )
    says = [
        told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND),
        told.Says(
            report="post.txt",
            words="Four died, said the RLF.",
            facet="killed",
            what=told.number(4, 4),
            party=own,
            chain=(told.body("the RLF", actor_id="rlf"),),
        ),
        told.Says(
            report="copy.txt",
            words="More than 20 died, the leader of the RLF told Radio Delta.",
            facet="killed",
            what=replace(told.number(21, None), as_written="more than 20"),
            party=own,
            chain=(leader, Attribution(source="Radio Delta", source_kind="media")),
        ),
    ]
    text = text_of(told.make_view(OUTLETS, says))
    assert "as four by the RLF (reported on 6 May) and as more than 20 by the leader of the RLF " in text
    assert "(quoted by Radio Delta, reported on 7 May)." in text
    assert "4 to 20" not in text
    assert "four to 20" not in text


def test_two_speakers_numbers_never_become_a_third(told: ModuleType, checks: ModuleType) -> None:
    enemy = told.party("militants", status="combatant", categories=("militants",))
    says = [told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND)]
    for ref, speaker, low, high in (("post.txt", "the army", 20, 20), ("copy.txt", "the police", 30, None)):
        says.append(
            told.Says(
                report=ref,
                words=f"{speaker} spoke of {low} dead militants.",
                facet="killed",
                what=told.number(low, high),
                party=enemy,
                chain=(told.body(speaker),),
            )
        )
    view = told.make_view(OUTLETS, says)
    text = text_of(view)
    assert (
        "The number of militants killed was given as 20 by the army (reported on 6 May) and as at least 30 by "
        "the police (reported on 7 May)." in text
    )
    assert (
        "Accounts of the number of militants killed range from 20 (the army) to at least 30 (the police)."
        in text
    )
    assert "20 to 30" not in text
    assert "20–30" not in text
    assert checks.faults_of(write_article(view, "e_1"), view) == []


def test_one_child_told_of_thrice_is_one_child_without_a_name(told: ModuleType) -> None:
    one = told.number(1, 1)
    says = [
        told.Says(
            report="post.txt", words="A shooting.", facet="kind", what=Term(code="shooting", words="shooting")
        ),
        told.Says(
            report="post.txt",
            words="A 5-year-old girl was shot dead.",
            facet="killed",
            what=one,
            party=told.party("A 5-year-old girl", status="civilian", categories=("children",), person="p1"),
        ),
        told.Says(
            report="post.txt",
            words="She was shot.",
            facet="casualties",
            what=one,
            party=told.party("She", person="p1"),
        ),
        told.Says(
            report="copy.txt",
            words="The death of 5-year-old Ida Marsh shook the town.",
            facet="killed",
            what=one,
            party=told.party("Ida Marsh", person="p1"),
        ),
    ]
    view = told.make_view(OUTLETS, says, kind="shooting", sides=())
    article = write_article(view, "e_1")
    assert article.template == "Infobox civilian attack"
    text = text_of(view)
    assert text.count("A 5-year-old girl was killed.") == 1
    assert "Marsh" not in text
    assert not [entry for field in article.infobox for entry in field.entries if "Marsh" in entry.text]
    assert [field.name for field in article.infobox if field.name == "fatalities"] == ["fatalities"]


def test_two_people_of_different_age_stay_two(told: ModuleType) -> None:
    one = told.number(1, 1)
    says = [
        told.Says(
            report="post.txt", words="A shooting.", facet="kind", what=Term(code="shooting", words="s")
        ),
        *(
            told.Says(
                report="post.txt",
                words=f"A {age}-year-old man died.",
                facet="killed",
                what=one,
                party=told.party(f"A {age}-year-old man", person="p1"),
            )
            for age in (22, 61)
        ),
    ]
    text = text_of(told.make_view(OUTLETS, says, kind="shooting", sides=()))
    assert "A 22-year-old man and a 61-year-old man were killed." in text


def test_a_denial_stands_in_the_sentence_of_the_accusation(told: ModuleType) -> None:
    reef = told.party("RLF", told.REEF)
    says = [
        told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND),
        told.Says(
            report="post.txt",
            words="The army blamed the RLF.",
            facet="responsibility",
            what=Term(code="accused", words="blamed"),
            party=reef,
            chain=(told.body("the army"),),
        ),
        told.Says(
            report="copy.txt",
            words="The RLF denied it.",
            facet="responsibility",
            what=Term(code="denied", words="denied"),
            party=reef,
            chain=(told.body("The RLF", actor_id="rlf"),),
        ),
    ]
    text = text_of(told.make_view(OUTLETS, says))
    assert "The army attributed the clash to the RLF, which denied responsibility." in text


def test_an_accused_private_person_is_named_nowhere(told: ModuleType) -> None:
    says = [
        told.Says(
            report="post.txt", words="A shooting.", facet="kind", what=Term(code="shooting", words="s")
        ),
        told.Says(
            report="post.txt",
            words="Otto Lund did it, a neighbour said.",
            facet="responsibility",
            what=Term(code="accused", words="did it"),
            party=told.party("Otto Lund", person="p3"),
        ),
        told.Says(
            report="post.txt",
            words="Otto Lund was arrested.",
            facet="captured",
            what=told.number(1, 1),
            party=told.party("Otto Lund", person="p3"),
        ),
    ]
    view = told.make_view(OUTLETS, says, kind="shooting", sides=())
    article = write_article(view, "e_1")
    assert "Lund" not in text_of(view)
    assert "A person was arrested." in text_of(view)
    assert not [e for field in article.infobox for e in field.entries if "Lund" in e.text]


@pytest.mark.parametrize(
    ("kind", "heading"),
    [("clash", "Battle"), ("ambush", "Ambush"), ("shooting", "Shooting"), ("air_strike", "Air strike")],
)
def test_the_heading_fits_the_kind(told: ModuleType, kind: str, heading: str) -> None:
    says = [
        told.Says(report="post.txt", words="It took place.", facet="kind", what=Term(code=kind, words="it")),
        told.Says(
            report="post.txt",
            words="Mortars were used.",
            facet="means",
            what=Term(code="motorcycle", words="motorcycles"),
        ),
    ]
    article = write_article(told.make_view(OUTLETS, says, kind=kind), "e_1")
    assert heading in [section.heading for section in article.sections]


def test_a_section_stands_only_where_claims_support_it(told: ModuleType) -> None:
    says = [told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND)]
    article = write_article(told.make_view(OUTLETS, says, sides=()), "e_1")
    assert [section.heading for section in article.sections] == [""]


def test_a_sentence_begins_with_a_word(told: ModuleType) -> None:
    says = [
        told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND),
        told.Says(
            report="post.txt",
            words="19 soldiers were killed.",
            facet="killed",
            what=told.number(19, 19),
            party=told.party("soldiers"),
        ),
    ]
    assert "Nineteen soldiers were killed." in text_of(told.make_view(OUTLETS, says))


def test_the_checks_see_a_figure_that_nobody_gave(told: ModuleType, checks: ModuleType) -> None:
    says = [told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND)]
    view = told.make_view(OUTLETS, says)
    article = write_article(view, "e_1")
    lead = article.sections[0]
    wrong = replace(lead.sentences[0], text="The army claimed that 77 were killed.")
    spoilt = replace(article, sections=(replace(lead, sentences=(wrong,)),))
    assert len(checks.faults_of(spoilt, view)) == 2


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


def test_leaders_are_named_and_victims_only_when_asked_for(told: ModuleType) -> None:
    says = [
        told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND),
        told.Says(
            report="post.txt",
            words="Hal Moor leads the RLF.",
            facet="leader",
            what=Person(words="Hal Moor", office="leader", private=False),
            party=told.party("RLF", told.REEF),
        ),
        told.Says(report="post.txt", words="Eva Lind died.", facet="victim", what=Person(words="Eva Lind")),
    ]
    view = told.make_view(OUTLETS, says)
    assert "was led by Hal Moor." in text_of(view)
    assert "Eva Lind" not in text_of(view)
    assert "Those named as victims include Eva Lind." in text_of(view, names=True)
