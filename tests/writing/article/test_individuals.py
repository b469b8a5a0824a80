"""Single people in an article: nobody is said to be dead of whom no report says so."""

from __future__ import annotations

from types import ModuleType

from rashomon.model.claims import Attribution, Term
from rashomon.writing.article.plan import write_article
from rashomon.writing.article.sentences import said
from rashomon.writing.cite import sentences_of
from rashomon.writing.wording.speakers import Speaker

OUTLETS = {
    "post.txt": ("Osland Post", "2019-05-06", "news"),
    "copy.txt": ("Hill Courier", "2019-05-07", "news"),
}


def sentences(told: ModuleType, *hurt: tuple[str, str, str, str, str], more: tuple = ()) -> list[str]:  # type: ignore[type-arg]
    """The article's sentences for people given as report, sentence, outcome, words and mark."""
    shooting = Term(code="shooting", words="shooting")
    says = [told.Says(report="post.txt", words="A shooting was heard.", facet="kind", what=shooting)]
    says += [
        told.Says(
            report=report,
            words=words,
            facet=facet,
            what=told.number(1, 1),
            party=told.party(called, person=mark),
        )
        for report, words, facet, called, mark in hurt
    ]
    view = told.make_view(OUTLETS, [*says, *more], kind="shooting", sides=())
    return [one.text for one in sentences_of(write_article(view, "e_1"))]


def test_a_wounded_officer_does_not_die_of_a_pronoun_that_fits_another(told: ModuleType) -> None:
    text = sentences(
        told,
        ("post.txt", "A sheriff was hit in the leg.", "wounded", "A sheriff", "p1"),
        ("post.txt", "A trader was hit in the neck.", "wounded", "A trader", "p2"),
        ("post.txt", "He died at dawn.", "killed", "He", "p1"),
    )
    assert not [one for one in text if "sheriff" in one and "killed" in one]
    assert "A sheriff and a trader were wounded." in text


def test_who_dies_of_a_wound_is_told_of_once_where_nobody_else_is_meant(told: ModuleType) -> None:
    text = sentences(
        told,
        ("post.txt", "A 9-year-old girl was hit.", "wounded", "A 9-year-old girl", "p1"),
        ("post.txt", "She died at dawn.", "killed", "She", "p1"),
    )
    assert "A 9-year-old girl was killed." in text
    assert not [one for one in text if "wounded" in one]


def test_a_name_in_common_makes_one_person_of_two_outcomes(told: ModuleType) -> None:
    text = sentences(
        told,
        ("post.txt", "Sheriff Odo Brandt was hit in the leg.", "wounded", "Sheriff Odo Brandt", "p1"),
        ("post.txt", "A trader was hit in the neck.", "wounded", "A trader", "p2"),
        ("post.txt", "Brandt died at dawn.", "killed", "Brandt", "p1"),
    )
    assert "A sheriff was killed." in text


def test_whoever_was_called_a_woman_is_never_a_man_of_another_report(told: ModuleType) -> None:
    text = sentences(
        told,
        ("post.txt", "A woman lay dead.", "killed", "A woman", "p1"),
        ("post.txt", "The officer lay there.", "killed", "The officer", "p1"),
        ("copy.txt", "A man was found dead.", "killed", "A man", "p1"),
    )
    assert "A man and an officer were killed." in text


def test_the_lead_tells_of_a_death_beside_the_number_of_those_hit(told: ModuleType) -> None:
    hit = told.Says(
        report="copy.txt",
        words="Five people were hit.",
        facet="casualties",
        what=told.number(5, 5),
        party=told.party("people", categories=("people",)),
    )
    text = sentences(
        told,
        ("post.txt", "A 28-year-old man was shot dead.", "killed", "A 28-year-old man", "p1"),
        more=(hit,),
    )
    assert text[1] == "A 28-year-old man was killed."
    assert "five" in text[2].casefold()


def test_one_number_of_nobody_in_particular_stands_once_whoever_gives_it(told: ModuleType) -> None:
    police = told.body("the Tamsa police")
    text = sentences(
        told,
        more=(
            told.Says(report="post.txt", words="2 dead.", facet="killed", what=told.number(2, 2)),
            told.Says(
                report="copy.txt",
                words="Two people died.",
                facet="killed",
                what=told.number(2, 2),
                party=told.party("people", categories=("people",)),
                chain=(police,),
            ),
        ),
    )
    assert text[1:] == ["Two people were killed."]
    assert not [one for one in text if "police" in one]


def test_a_speaker_told_by_name_is_told_by_the_office_he_has_elsewhere(told: ModuleType) -> None:
    dead = told.party("people", categories=("people",))
    named = Attribution(source="Odo Brandt", source_kind="person", person="Odo Brandt")
    ranked = Attribution(source="Sergeant Brandt", source_kind="person", person="Brandt", office="Sergeant")
    text = sentences(
        told,
        more=(
            told.Says(
                report="post.txt",
                words="Two were shot, he said.",
                facet="casualties",
                what=told.number(2, 2),
                party=dead,
                chain=(named,),
            ),
            told.Says(
                report="post.txt",
                words="One was a guard.",
                facet="kind",
                what=Term(code="shooting", words="shot"),
                chain=(ranked,),
            ),
        ),
    )
    assert not [one for one in text if "Brandt" in one]
    assert [one for one in text if "sergeant" in one]


def test_a_body_and_its_spokesman_are_one_voice() -> None:
    office = Speaker(name="the Hill Office", key="words:hill office")
    mouth = Speaker(name="the spokesman of the Hill Office", key="actor:hill")
    mayor = Speaker(name="the mayor", key="words:mayor")
    assert said([office, mouth], "three fled") == "The Hill Office said that three fled."
    assert said([mouth, mayor], "three fled").startswith("The spokesman of the Hill Office and the mayor")


def test_what_befell_people_is_not_said_twice(told: ModuleType) -> None:
    hurt = told.Says(
        report="post.txt",
        words="5 injured officials.",
        facet="wounded",
        what=told.number(5, 5),
        party=told.party("injured officials", status="civilian", categories=("politicians",)),
    )
    assert "Five officials were wounded." in sentences(told, more=(hurt,))


def test_at_least_as_many_as_another_says_is_no_range(told: ModuleType) -> None:
    party = told.party("people", categories=("people",))
    more = [
        told.Says(
            report=report,
            words=f"{given} dead.",
            facet="killed",
            what=told.number(30, high),
            party=party,
            chain=(told.body(given),),
        )
        for report, given, high in (("post.txt", "the police", None), ("copy.txt", "the court", 30))
    ]
    text = sentences(told, more=tuple(more))
    assert not [one for one in text if "range from" in one]
    assert [one for one in text if "at least 30" in one and "the court" in one]
