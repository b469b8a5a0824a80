"""The layer of attributions: what counts as one, how far it reaches, and voices within voices."""

from __future__ import annotations

import pytest
from spacy.language import Language

from rashomon.model.layers import QuoteTriple
from rashomon.reading.attribution.acts import find_speech_acts, may_attribute, triples
from rashomon.reading.sentences.parsing import cut_sentences, parse_sentences


def triples_of(text: str, nlp: Language) -> tuple[QuoteTriple, ...]:
    return triples(find_speech_acts(text, parse_sentences(cut_sentences(text), nlp, may_attribute)))


def shown(found: tuple[QuoteTriple, ...]) -> list[tuple[str | None, str]]:
    return [
        (one.source.words if one.source else None, " … ".join(span.words for span in one.content))
        for one in found
    ]


def test_a_voice_within_a_voice_stands_in_the_triple_that_holds_it(nlp: Language) -> None:
    text = "According to Radio Sud, an army spokesman said that six rebels were killed."
    (radio,) = triples_of(text, nlp)
    assert radio.source is not None
    assert radio.source.words == "Radio Sud"
    assert shown(radio.nested) == [("an army spokesman", "that six rebels were killed")]


def test_an_attitude_within_a_report_is_no_voice(nlp: Language) -> None:
    (mayor,) = triples_of("The mayor said the council hopes to rebuild the bridge.", nlp)
    assert mayor.nested == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor wants the soldiers to leave the town.",
            [("The mayor", "the soldiers to leave the town")],
        ),
        ("The union supports the strike.", [("The union", "the strike")]),
        ("The rebels plan to hold the bridge.", [("The rebels", "to hold the bridge")]),
    ],
)
def test_wishes_and_plans_are_attributed(
    text: str, expected: list[tuple[str | None, str]], nlp: Language
) -> None:
    assert shown(triples_of(text, nlp)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor said that the road was open and warned that the river might rise.",
            [
                ("The governor", "that the road was open"),
                ("The governor", "that the river might rise"),
            ],
        ),
        (
            "The governor vowed to repair the road and left the hall.",
            [("The governor", "to repair the road")],
        ),
        (
            "The governor said that the army held the road and guarded the dam.",
            [("The governor", "that the army held the road and guarded the dam")],
        ),
    ],
)
def test_what_the_speaker_does_next_is_not_what_he_said(
    text: str, expected: list[tuple[str | None, str]], nlp: Language
) -> None:
    assert sorted(shown(triples_of(text, nlp)), key=lambda one: text.index(one[1])) == expected


def test_words_before_the_marks_belong_to_what_is_said(nlp: Language) -> None:
    text = "The general also argued the front line, which runs along the river, “will not move an inch” this year."
    (act,) = triples_of(text, nlp)
    assert act.content[0].words.startswith("the front line")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "As the ministry confirmed on Monday, two bridges were destroyed.",
            [("the ministry", "two bridges were destroyed")],
        ),
        (
            "Two bridges were destroyed, as the ministry confirmed.",
            [("the ministry", "Two bridges were destroyed")],
        ),
        (
            "As reported by Radio Sud, two bridges were destroyed.",
            [("Radio Sud", "two bridges were destroyed")],
        ),
    ],
)
def test_an_as_clause_attributes_its_sentence(
    text: str, expected: list[tuple[str | None, str]], nlp: Language
) -> None:
    assert shown(triples_of(text, nlp)) == expected


def test_a_relative_clause_is_about_the_noun_it_hangs_on(nlp: Language) -> None:
    text = "The truce, which the rebels denounced, ended on Friday."
    assert ("the rebels", "The truce") in shown(triples_of(text, nlp))


def test_a_question_put_to_a_speaker_has_no_source(nlp: Language) -> None:
    text = "Asked about the raid, the mayor said that nobody was hurt."
    assert (None, "the raid") in shown(triples_of(text, nlp))


def test_a_name_under_a_quotation_signs_it(nlp: Language) -> None:
    text = "Voices from the town:\n\n“We slept in the fields for two nights.” — Amina Diallo\n"
    assert ("Amina Diallo", "“We slept in the fields for two nights.”") in shown(triples_of(text, nlp))
