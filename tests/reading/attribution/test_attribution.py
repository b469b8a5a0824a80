"""Who says what in one sentence or paragraph: sources, cues, contents, stances."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon.reading.attribution.acts import find_speech_acts, may_attribute, triples
from rashomon.reading.sentences.parsing import cut_sentences, parse_sentences

if TYPE_CHECKING:
    from spacy.language import Language

    from rashomon.reading.speech import SpeechAct


def acts_of(text: str, nlp: Language) -> tuple[SpeechAct, ...]:
    return find_speech_acts(text, parse_sentences(cut_sentences(text), nlp, may_attribute))


def seen(act: SpeechAct) -> tuple[str | None, str | None, str]:
    return (
        act.source.words if act.source else None,
        act.cue.words if act.cue else None,
        " | ".join(span.words for span in act.content),
    )


# text, source, cue, content of one act that must be among those found
INDIRECT = [
    ("The army said that two trucks were burned.", "The army", "said", "that two trucks were burned"),
    ("The army said two trucks were burned.", "The army", "said", "two trucks were burned"),
    ("Two trucks were burned, the army said.", "the army", "said", "Two trucks were burned"),
    ("Two trucks were burned, said the governor.", "the governor", "said", "Two trucks were burned"),
    (
        "Raiders stormed Orbela village and burned two trucks, an official disclosed on Sunday.",
        "an official",
        "disclosed",
        "Raiders stormed Orbela village and burned two trucks",
    ),
    (
        "Two trucks were burned, according to the governor.",
        "the governor",
        "according to",
        "Two trucks were burned",
    ),
    (
        "According to the governor, two trucks were burned.",
        "the governor",
        "According to",
        "two trucks were burned",
    ),
    (
        "The two trucks, the governor said, were burned.",
        "the governor",
        "said",
        "The two trucks | were burned",
    ),
    (
        "The militia claimed that four of its men were killed, and nine injured.",
        "The militia",
        "claimed",
        "that four of its men were killed, and nine injured",
    ),
    (
        "The ministry said that four soldiers died and that nine were hurt.",
        "The ministry",
        "said",
        "that four soldiers died and that nine were hurt",
    ),
    (
        "The front confirmed three separate raids and that at least six hostages were freed.",
        "The front",
        "confirmed",
        "three separate raids and that at least six hostages were freed",
    ),
    ("The mayor confirmed the death of two guards.", "The mayor", "confirmed", "the death of two guards"),
    (
        "The colonel told reporters that the bridge had fallen.",
        "The colonel",
        "told",
        "that the bridge had fallen",
    ),
    (
        "The minister told a gathering of elders that few villages were spared.",
        "The minister",
        "told",
        "that few villages were spared",
    ),
    (
        "State television reported that the airport was shut.",
        "State television",
        "reported",
        "that the airport was shut",
    ),
    (
        "The report says that eleven people were buried.",
        "The report",
        "says",
        "that eleven people were buried",
    ),
    (
        "A statement by the coalition said the raid had failed.",
        "A statement by the coalition",
        "said",
        "the raid had failed",
    ),
    ("Witnesses said the shooting lasted an hour.", "Witnesses", "said", "the shooting lasted an hour"),
    (
        "The raid was first reported by a local radio station.",
        "a local radio station",
        "reported",
        "The raid",
    ),
    (
        "The mayor is confident that the truce will hold.",
        "The mayor",
        "confident",
        "that the truce will hold",
    ),
    ("It was clear to the mayor that she said the dam held.", "she", "said", "the dam held"),
    ("The rebels promised to free the hostages.", "The rebels", "promised", "to free the hostages"),
    (
        "Officials accused the rebels of burning the market.",
        "Officials",
        "accused",
        "the rebels of burning the market",
    ),
    ("Residents put the death toll at twenty.", "Residents", "put", "the death toll at twenty"),
    (
        "The army's claim to have freed nine hostages was denied.",
        "The army's",
        "claim",
        "to have freed nine hostages",
    ),
    ("The general warned of further attacks.", "The general", "warned", "further attacks"),
    (
        "The group's claim that it shot down a drone could not be verified.",
        "The group's",
        "claim",
        "that it shot down a drone",
    ),
    ("The envoy, who said the truce had held, left on Monday.", "who", "said", "the truce had held"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), INDIRECT)
def test_speech_in_the_outlets_words(nlp: Language, text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in [seen(act) for act in acts_of(text, nlp)]


DIRECT = [
    ("“The road is open,” the sheikh said.", "the sheikh", "“The road is open,”"),
    ("“The road is open,” said the sheikh.", "the sheikh", "“The road is open,”"),
    ("The sheikh said: “The road is open.”", "The sheikh", "“The road is open.”"),
    ("The sheikh said, “The road is open.”", "The sheikh", "“The road is open.”"),
    ("'' The road is open,'' the sheikh said.", "the sheikh", "'' The road is open,''"),
    ('"Can they hold it?" the sheikh asked.', "the sheikh", '"Can they hold it?"'),
    (
        "“The road is open,” the sheikh said, “and we hold it.”",
        "the sheikh",
        "“The road is open,” | “and we hold it.”",
    ),
    (
        "“The road is open,” the sheikh said. “We hold both bridges.”",
        "the sheikh",
        "“The road is open,” | “We hold both bridges.”",
    ),
    (
        "“We lost the road. We kept the bridge,” the sheikh said.",
        "the sheikh",
        "“We lost the road. We kept the bridge,”",
    ),
    (
        "The sheikh said the road was safe. “We hold both bridges now.”",
        "The sheikh",
        "the road was safe | “We hold both bridges now.”",
    ),
    (
        "The sheikh struck a calmer note: “We hold both bridges now.”",
        "The sheikh",
        "“We hold both bridges now.”",
    ),
    ("The sheikh added:\n\n“The road is open. We hold it.”", "The sheikh", "“The road is open. We hold it.”"),
    (
        "The sheikh said the road was “open to all” again.",
        "The sheikh",
        "the road was “open to all” again",
    ),
    (
        "The sheikh said: “The road is open.\n\n“We hold both bridges.”",
        "The sheikh",
        "“The road is open.\n\n“We hold both bridges.”",
    ),
]


def test_the_next_paragraphs_speaker_does_not_take_a_finished_quotation(nlp: Language) -> None:
    text = (
        "“We held the dam,” the army said on Monday. “Six of our men fell. Others are missing.”\n\n"
        "The rebels did not comment."
    )
    army, *others = acts_of(text, nlp)
    assert seen(army)[2] == "“We held the dam,” | “Six of our men fell. Others are missing.”"
    assert others == []


@pytest.mark.parametrize(("text", "source", "content"), DIRECT)
def test_speech_in_the_speakers_words(nlp: Language, text: str, source: str, content: str) -> None:
    assert (source, content) in [(seen(act)[0], seen(act)[2]) for act in acts_of(text, nlp)]


def test_manner_tells_direct_from_partly_quoted_and_indirect(nlp: Language) -> None:
    manners = [
        acts_of(text, nlp)[0].manner
        for text in (
            "“The road is open,” the sheikh said.",
            "The sheikh said that the road “has been open to all since dawn” on Monday.",
            "The sheikh said the road was open.",
        )
    ]
    assert manners == ["direct", "mixed", "indirect"]


STANCES = [
    ("The army said two men were killed.", "asserts", True),
    ("The army confirmed that two men were killed.", "confirms", True),
    ("The army admitted two men were killed.", "confirms", True),
    ("The army denied that two men were killed.", "denies", True),
    ("The army rejected claims of a massacre.", "denies", True),
    ("The army denied burning the market.", "denies", True),
    ("The army doubted that two men were killed.", "doubts", True),
    ("The army did not confirm that two men were killed.", "doubts", True),
    ("The army has not said that two men were killed.", "doubts", False),
    ("The army refused to confirm that two men were killed.", "doubts", True),
    ("No group has claimed responsibility.", "doubts", False),
    ("Nobody said that the dam was lost.", "doubts", False),
    ("The army hopes that the truce will hold.", "asserts", False),
    ("The army plans and expects to open the road.", "asserts", False),
]


@pytest.mark.parametrize(("text", "stance", "assertive"), STANCES)
def test_stance_and_whether_it_is_evidence(nlp: Language, text: str, stance: str, assertive: bool) -> None:
    assert (stance, assertive) in [(act.stance, act.assertive) for act in acts_of(text, nlp)]


SOURCES = [
    ("Army spokesman Col. Idriss Kane said the post was held.", "person", "Idriss Kane", "spokesman", "Army"),
    (
        "A Nigerien military spokesman said the post was held.",
        "person",
        None,
        "spokesman",
        "Nigerien military",
    ),
    ("A spokeswoman for the coalition said the post was held.", "person", None, "spokeswoman", "coalition"),
    (
        "Idriss Kane, the governor of the province, said the post was held.",
        "person",
        "Idriss Kane",
        "governor",
        "province",
    ),
    ("The army said the post was held.", "organisation", None, None, None),
    ("MNLB said the post was held.", "organisation", None, None, None),
    ("The newspaper said the post was held.", "media", None, None, None),
    ("State radio said the post was held.", "media", None, None, None),
    ("A security source said the post was held.", "anonymous", None, None, None),
    ("Residents said the post was held.", "anonymous", None, None, None),
    ("Two officials who asked not to be named said the post was held.", "anonymous", None, "officials", None),
    ("The army's statement said the post was held.", "document", None, None, "army"),
    ("Protesters said the post was held.", "group", None, None, None),
]


@pytest.mark.parametrize(("text", "kind", "person", "office", "behalf"), SOURCES)
def test_who_a_source_phrase_names(
    nlp: Language, text: str, kind: str, person: str | None, office: str | None, behalf: str | None
) -> None:
    act = acts_of(text, nlp)[0]
    found = (act.source_kind, act.person, act.office, act.on_behalf_of)
    assert found[:3] == (kind, person, office)
    assert (found[3] or "").removeprefix("the ") == (behalf or "")


HEDGES = [
    ("Six rebels were reportedly captured near the dam.", "reportedly"),
    ("Allegedly, six rebels were captured near the dam.", "Allegedly"),
    ("Six rebels are said to have been captured.", "said"),
    ("The commander was believed to be among the dead.", "believed"),
    ("It was reported that six rebels were captured.", "reported"),
]


@pytest.mark.parametrize(("text", "cue"), HEDGES)
def test_hedges_name_no_one(nlp: Language, text: str, cue: str) -> None:
    acts = [act for act in acts_of(text, nlp) if act.cue is not None and act.cue.words == cue]
    assert [(act.source, act.hedge) for act in acts] == [(None, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The gunfight left at least thirty dead.",
        "The convoy crossed the border at dawn.",
        "Two soldiers and a driver were killed in the ambush.",
        "The group has been linked to several attacks in the region.",
        "The so-called 'liberators' of the town fled.",
    ],
)
def test_plain_narration_is_nobodys_speech(nlp: Language, text: str) -> None:
    assert [act for act in acts_of(text, nlp) if act.assertive] == []


def test_narration_between_attributed_sentences_stays_the_outlets(nlp: Language) -> None:
    text = (
        "The sheikh said the road was open. Both sides met near the dam on Friday. "
        "Six rebels died, according to the sheikh."
    )
    middle = text.index("Both sides")
    held = [a for a in acts_of(text, nlp) if any(s.start <= middle < s.end for s in a.content)]
    assert held == []


def test_another_speaker_in_the_same_sentence_ends_the_first_ones_content(nlp: Language) -> None:
    text = "The army said six rebels were killed, while residents said two of them were herders."
    found = [seen(act) for act in acts_of(text, nlp)]
    assert ("The army", "said", "six rebels were killed") in found
    assert ("residents", "said", "two of them were herders") in found


def test_nested_speech_knows_its_holder(nlp: Language) -> None:
    text = "According to Radio Sud, a police spokesman said that four men were held."
    outer, inner = acts_of(text, nlp)
    assert (outer.source.words, inner.source.words) == ("Radio Sud", "a police spokesman")
    assert (outer.parent, inner.parent) == (None, 0)


def test_a_newspaper_that_quotes_someone_holds_him(nlp: Language) -> None:
    text = "The newspaper quoted the governor as saying that four men were held."
    found = [seen(act) for act in acts_of(text, nlp)]
    assert ("the governor", "saying", "that four men were held") in found
    holder = next(act for act in acts_of(text, nlp) if act.cue.words == "quoted")
    assert holder.source.words == "The newspaper"


BESIDE = [
    ("The army said on Thursday that six men died.", "on Thursday", None, None),
    ("Earlier today the army said six men died.", "Earlier today", None, None),
    ("In a statement, the army said six men died.", None, "In a statement", None),
    ("The army said in a statement on 4 May that six men died.", "on 4 May", "in a statement", None),
    ("The mayor told Radio Sud that six men died.", None, None, "Radio Sud"),
    ("The mayor told RNB that six men died.", None, None, "RNB"),
    ("The mayor said in an interview with RNB that six men died.", None, "in an interview", "RNB"),
    ("The mayor said that six men died on Thursday.", None, None, None),
    ("The front released a statement on Monday saying that six men died.", "on Monday", "a statement", None),
]


@pytest.mark.parametrize(("text", "said_on", "medium", "relay"), BESIDE)
def test_when_where_and_to_whom_it_was_said(
    nlp: Language, text: str, said_on: str | None, medium: str | None, relay: str | None
) -> None:
    act = next(a for a in acts_of(text, nlp) if a.assertive and "six men died" in a.content[0].words)
    assert (act.said_on.words if act.said_on else None) == said_on
    assert (act.relay.words if act.relay else None) == relay
    if medium is None:
        assert act.medium is None
    else:
        assert act.medium is not None
        assert act.medium.words.lower().startswith(
            medium.lower().removeprefix("in ")
        ) or act.medium.words.lower().startswith(medium.removeprefix("in ").removeprefix("In ").lower())


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("The army said so.", True),
        ("He called it “a victory” then.", True),
        ("Six men reportedly died.", True),
        ("Six men died, according to him.", True),
        ("Six men died near the dam.", False),
        ("The soldiers' camp burned.", False),
    ],
)
def test_only_sentences_with_a_cue_or_a_mark_are_worth_a_parse(text: str, worth: bool) -> None:
    assert may_attribute(cut_sentences(text)[0]) is worth


def test_attitudes_are_worth_a_parse_only_where_they_are_asked_for() -> None:
    (sentence,) = cut_sentences("The mayor refuses to leave the dam.")
    assert may_attribute(sentence)
    assert not may_attribute(sentence, evidence_only=True)


def test_triples_leave_out_what_is_said_inside_anothers_quotation(nlp: Language) -> None:
    text = "“He told me that the road was open,” the sheikh said."
    assert [triple.source.words for triple in triples(acts_of(text, nlp))] == ["the sheikh"]


PIECES = st.sampled_from(
    [
        "The army said ",
        "that six men died. ",
        "“We hold it,” ",
        "he added. ",
        "According to the mayor, ",
        "“",
        "”",
        '"',
        "'",
        "\n\n",
        "the road is open. ",
        "reportedly ",
        ", and five injured",
        " told Radio Sud ",
        "the claim that ",
        ": ",
    ]
)


@example(pieces=["The army said ", "“", "“We hold it,” ", " told Radio Sud "])
@settings(max_examples=60)
@given(pieces=st.lists(PIECES, max_size=14))
def test_spans_are_the_texts_own_words_and_runs_agree(nlp: Language, pieces: list[str]) -> None:
    text = "".join(pieces)
    acts = acts_of(text, nlp)
    for act in acts:
        spans = [*act.content, *(s for s in (act.source, act.cue, act.said_on, act.medium, act.relay) if s)]
        assert all(text[span.start : span.end] == span.words and span.words for span in spans)
        assert list(act.content) == sorted(act.content, key=lambda span: span.start)
        assert act.content
        assert act.parent is None or 0 <= act.parent < len(acts)
    assert acts == acts_of(text, nlp)


def test_whoever_is_quoted_as_saying_speaks_and_the_paper_relays(nlp: Language) -> None:
    text = "Nine men on mules fled, Radio Delta quoted the mayor of Orle, Ada Brandt, as saying on 3 May."
    act = next(act for act in acts_of(text, nlp) if act.cue and act.cue.words == "quoted")
    assert act.source is not None
    assert act.source.words.startswith("the mayor of Orle")
    assert act.relay is not None
    assert act.relay.words == "Radio Delta"
    assert any("Nine men on mules fled" in span.words for span in act.content)


def test_a_speaker_after_a_comma_is_not_taken_for_a_second_subject(nlp: Language) -> None:
    text = (
        "Coalition air raids killed at least 56 civilians, including 11 children, as they fled from a village "
        "near Manbij on Tuesday, the Harbour Observatory for Rights said."
    )
    (act,) = acts_of(text, nlp)
    assert act.source is not None
    assert act.source.words == "the Harbour Observatory for Rights"
    assert [span.words[:23] for span in act.content] == ["Coalition air raids kil"]
