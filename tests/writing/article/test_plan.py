"""Articles as an editor reads them: who said what, once, with its reach, and nothing that nobody said."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from rashomon.model.claims import Attribution, Person, Term
from rashomon.model.record import Finding
from rashomon.writing.article.markdown import write_markdown
from rashomon.writing.article.plan import write_article
from rashomon.writing.article.wikitext import write_wikitext
from rashomon.writing.cite import References, sentences_of
from rashomon.writing.view import Lookups

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
    assert (
        "The army attributed the clash to the Reef Liberation Front (RLF), which denied responsibility."
        in text
    )


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


def test_who_made_an_air_strike_is_never_said_in_our_own_voice(told: ModuleType) -> None:
    kind = told.Says(
        report="post.txt", words="A strike.", facet="kind", what=Term(code="air_strike", words="s")
    )
    army = told.party("Osland army", told.ARMY)
    deed = told.Says(
        report="post.txt", words="The army struck.", facet="initiator", what=told.ARMY, party=army
    )
    part = told.Says(
        report="post.txt", words="The army flew.", facet="participant", what=told.ARMY, party=army
    )
    for says, told_of in (
        (
            [kind, deed],
            "Osland Post reported that the air strike was carried out by the Osland Armed Forces.",
        ),
        ([kind, part], "Osland Post reported that the Osland Armed Forces took part."),
    ):
        view = told.make_view(OUTLETS, says, kind="air_strike", sides=((told.ARMY,), ()))
        assert told_of in text_of(view)
        box = {field.name: field.entries for field in write_article(view, "e_1").infobox}
        assert box["combatant1"][0].note == "Named by Osland Post."


def test_a_box_keeps_hedges_and_holds_no_denied_figure(told: ModuleType) -> None:
    child = told.party("a 6-year-old boy", status="civilian", categories=("children",), person="p1")
    says = [
        told.Says(
            report="post.txt", words="A shooting.", facet="kind", what=Term(code="shooting", words="s")
        ),
        told.Says(
            report="post.txt",
            words="A 6-year-old boy may have died.",
            facet="killed",
            what=told.number(1, 1),
            party=child,
            certainty="hedged",
        ),
        told.Says(
            report="copy.txt",
            words="Not dozens were hurt.",
            facet="wounded",
            what=told.number(12, None, vague="dozens"),
            party=told.party("people"),
            polarity="negated",
        ),
    ]
    view = told.make_view(OUTLETS, says, kind="shooting", sides=())
    box = {field.name: [e.text for e in field.entries] for field in write_article(view, "e_1").infobox}
    assert box["fatalities"] == ["Per Osland Post: possibly a 6-year-old boy killed"]
    assert "injuries" not in box
    text = text_of(view)
    assert "A 6-year-old boy may have been killed." in text
    assert "it was not the case that dozens of people were wounded." in text


def test_the_same_number_of_people_and_of_teenagers_is_told_once(told: ModuleType) -> None:
    says = [
        told.Says(
            report="post.txt", words="A shooting.", facet="kind", what=Term(code="shooting", words="s")
        ),
        *(
            told.Says(
                report=ref,
                words=f"Two {people} died.",
                facet="killed",
                what=told.number(2, 2),
                party=told.party(people, categories=kinds, status=status),
            )
            for ref, people, kinds, status in (
                ("post.txt", "teenagers", ("children",), "civilian"),
                ("copy.txt", "people", ("people",), "unknown"),
            )
        ),
    ]
    view = told.make_view(OUTLETS, says, kind="shooting", sides=())
    toll = [one for one in sentences_of(write_article(view, "e_1")) if "killed" in one.text]
    assert {one.text for one in toll} == {"Two teenagers were killed."}
    assert len(toll[0].claim_ids) == 2


def test_a_day_of_dispute_is_told_by_day(told: ModuleType) -> None:
    says = [
        told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND),
        told.Says(
            report="post.txt", words="It was on 2019-05-04.", facet="date", what=told.day("2019-05-04")
        ),
        told.Says(
            report="copy.txt", words="It was on 2019-05-05.", facet="date", what=told.day("2019-05-05")
        ),
    ]
    view = told.make_view(OUTLETS, says)
    dates = tuple(c.id for c in view.claims.values() if c.facet == "date")
    finding = Finding(
        facet="date",
        about=None,
        value=None,
        agreement="disputed",
        rule="r",
        why="",
        supporting=dates[:1],
        opposing=dates[1:],
        witnesses=2,
    )
    events = (replace(view.record.events[0], findings=(finding,)),)
    text = text_of(replace(view, record=replace(view.record, events=events)))
    assert "The date was given as 4 May 2019 by Osland Post and as 5 May 2019 by Hill Courier." in text


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


def test_paragraphs_stand_apart_in_every_form(told: ModuleType) -> None:
    says = [told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND)]
    view = told.make_view(OUTLETS, says)
    article = write_article(view, "e_1")
    lead = article.sections[0]
    second = replace(lead.sentences[0], text="A second paragraph.", opens=True)
    longer = replace(article, sections=(replace(lead, sentences=(*lead.sentences, second)),))
    for write in (write_markdown, write_wikitext):
        assert "\n\nA second paragraph." in write(longer, Lookups(view))
    assert [len(paragraph) for paragraph in longer.sections[0].paragraphs()] == [1, 1]


def test_a_print_is_not_cited_beside_its_original(told: ModuleType) -> None:
    says = [
        told.Says(
            report=ref,
            words="Nine soldiers died.",
            facet="killed",
            what=told.number(9, 9),
            party=told.party("soldiers"),
        )
        for ref in ("post.txt", "copy.txt")
    ]
    says.append(told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND))
    view = told.make_view(OUTLETS, says)
    printed = replace(view.reports["r_copy.txt"], copied_from="r_post.txt")
    view = replace(view, reports={**view.reports, printed.id: printed})
    toll = next(one for one in sentences_of(write_article(view, "e_1")) if "killed" in one.text)
    assert len(toll.claim_ids) == 2
    assert [reference.report.id for reference in References(Lookups(view)).of(toll)] == ["r_post.txt"]


@pytest.mark.parametrize(
    ("low", "high", "told_of"),
    [
        (1, None, "At least one soldier was killed."),
        (2, None, "At least two soldiers were killed."),
        (1, 1, "One soldier was killed."),
    ],
)
def test_verbs_agree_with_their_numbers(told: ModuleType, low: int, high: int | None, told_of: str) -> None:
    soldiers = told.party("soldiers", status="combatant", categories=("soldiers",))
    says = [
        told.Says(report="post.txt", words="A clash.", facet="kind", what=told.KIND),
        told.Says(
            report="post.txt", words="Men died.", facet="killed", what=told.number(low, high), party=soldiers
        ),
    ]
    assert told_of in text_of(told.make_view(OUTLETS, says))


def test_a_leader_of_a_body_and_the_leader_are_one_man(told: ModuleType) -> None:
    one = told.number(1, 1)
    says = [
        told.Says(
            report="post.txt", words="Arrests.", facet="kind", what=Term(code="arrest", words="arrests")
        ),
        told.Says(
            report="post.txt",
            words="An RLF leader was arrested.",
            facet="captured",
            what=one,
            party=told.party("leader", told.REEF, status="combatant"),
        ),
        told.Says(
            report="post.txt",
            words="The leader was arrested at home.",
            facet="captured",
            what=one,
            party=told.party("The leader", person="p1"),
        ),
    ]
    text = text_of(told.make_view(OUTLETS, says, kind="arrest", sides=()))
    assert "One leader of the Reef Liberation Front was arrested." in text
    assert "A leader was arrested." not in text


def test_others_stand_after_those_beside_whom_they_stand(told: ModuleType) -> None:
    farmer = told.party("a farmer", status="civilian", person="p1")
    says = [
        told.Says(
            report="post.txt", words="An attack.", facet="kind", what=Term(code="attack", words="attack")
        ),
        told.Says(
            report="post.txt",
            words="Two others were hurt.",
            facet="wounded",
            what=told.number(2, 2),
            party=told.party("others"),
        ),
        told.Says(
            report="post.txt", words="A farmer died.", facet="killed", what=told.number(1, 1), party=farmer
        ),
    ]
    text = text_of(told.make_view(OUTLETS, says, kind="attack", sides=()))
    assert text.rindex("A farmer was killed.") < text.index("Two others were wounded.")
