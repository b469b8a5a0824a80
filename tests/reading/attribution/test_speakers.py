"""The chain from the first speaker to the outlet, and the same speaker under other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model.claims import Attribution, Moment
from rashomon.model.report import Report
from rashomon.reading.attribution.acts import find_speech_acts, may_attribute
from rashomon.reading.attribution.speakers import attribution_chain
from rashomon.reading.sentences.parsing import cut_sentences, parse_sentences

if TYPE_CHECKING:
    from spacy.language import Language

    from rashomon.model.layers import Span


def report_of(text: str) -> Report:
    return Report(
        id="r_1", source_ref="one.txt", locator="one.txt", text=text, sha256="0" * 64, outlet="The Courier"
    )


def chain_at(text: str, words: str, nlp: Language) -> tuple[Attribution, ...]:
    acts = find_speech_acts(text, parse_sentences(cut_sentences(text), nlp, may_attribute))
    start = text.index(words)
    return attribution_chain(start, start + len(words), acts, report_of(text))


def chain_of_parsed(text: str, words: str, nlp: Language) -> tuple[Attribution, ...]:
    """The chain in a sentence that is parsed for what it tells of, whatever it says of speakers."""
    acts = find_speech_acts(text, parse_sentences(cut_sentences(text), nlp, lambda _: True))
    start = text.index(words)
    return attribution_chain(start, start + len(words), acts, report_of(text))


def names(chain: tuple[Attribution, ...]) -> list[str]:
    return [link.source for link in chain]


CHAINS = [
    ("Six men died near the dam.", "Six men", ["The Courier"]),
    ("The army said six men died.", "six men", ["The army", "The Courier"]),
    ("Six men died, according to the army.", "Six men", ["the army", "The Courier"]),
    (
        "According to Radio Sud, a police spokesman said that six men died.",
        "six men",
        ["a police spokesman", "Radio Sud", "The Courier"],
    ),
    (
        "A police spokesman said six men died, according to Radio Sud.",
        "six men",
        ["A police spokesman", "Radio Sud", "The Courier"],
    ),
    ("The mayor told Radio Sud that six men died.", "six men", ["The mayor", "Radio Sud", "The Courier"]),
    (
        "The mayor said in an interview with RNB that six men died.",
        "six men",
        ["The mayor", "RNB", "The Courier"],
    ),
    (
        "The newspaper quoted the governor as saying that six men died.",
        "six men",
        ["the governor", "The newspaper", "The Courier"],
    ),
    (
        "The mayor was quoted by Radio Sud as saying that six men died.",
        "six men",
        ["The mayor", "Radio Sud", "The Courier"],
    ),
    (
        "The agency said six men died, citing a hospital director.",
        "six men",
        ["a hospital director", "The agency", "The Courier"],
    ),
    (
        "Six men died, the agency reported, citing residents.",
        "Six men",
        ["residents", "the agency", "The Courier"],
    ),
    ("The agency said six men died, citing heavy rain.", "six men", ["The agency", "The Courier"]),
    ("There were reports that six men died.", "six men", ["", "The Courier"]),
    ("Word that six men died reached the town.", "six men", ["", "The Courier"]),
    ("Six men died, police and witnesses said.", "Six men", ["police and witnesses", "The Courier"]),
    (
        "The front released a statement on Monday saying six men died, and several were captured.",
        "several",
        ["The front", "The Courier"],
    ),
    ("The army said six men died. It added that the road was open.", "the road", ["The army", "The Courier"]),
    (
        "Col. Idriss Kane said six men died. He added that the road was open.",
        "the road",
        ["Col. Idriss Kane", "The Courier"],
    ),
    (
        "Residents said six men died. They added that the road was open.",
        "the road",
        ["Residents", "The Courier"],
    ),
    ("The army said six men died. The road was open on Friday.", "The road", ["The Courier"]),
]


@pytest.mark.parametrize(("text", "words", "sources"), CHAINS)
def test_the_chain_leads_from_the_speaker_to_the_outlet(
    nlp: Language, text: str, words: str, sources: list[str]
) -> None:
    assert names(chain_at(text, words, nlp)) == sources


def test_the_outlet_is_last_and_known_by_its_report_where_it_has_no_name(nlp: Language) -> None:
    text = "Six men died near the dam."
    report = Report(id="r_1", source_ref="one.txt", locator="one.txt", text=text, sha256="0" * 64)
    (outlet,) = attribution_chain(0, 3, (), report)
    assert outlet == Attribution(source="one.txt", source_kind="outlet")
    assert (outlet.cue, outlet.quoted, outlet.inferred) == (None, False, False)


def test_a_relay_of_the_same_speaker_is_added_and_marked_as_inferred(nlp: Language) -> None:
    text = (
        "According to Radio Sud, a Nigerien military spokesman said that the dam was held. "
        "The fight left at least nine rebels dead, according to the Nigerien spokesman."
    )
    chain = chain_at(text, "at least nine", nlp)
    assert names(chain) == ["the Nigerien spokesman", "Radio Sud", "The Courier"]
    assert [link.inferred for link in chain] == [False, True, False]
    assert chain[0].on_behalf_of == "Nigerien military"


def test_another_spokesman_gets_no_relay(nlp: Language) -> None:
    text = (
        "According to Radio Sud, a Nigerien military spokesman said that the dam was held. "
        "The fight left at least nine rebels dead, according to the Chadian spokesman."
    )
    assert names(chain_at(text, "at least nine", nlp)) == ["the Chadian spokesman", "The Courier"]


SAME = [
    ("Army spokesman Col. Idriss Kane said six men died. Kane said the road was open.", "Idriss Kane"),
    (
        "Army spokesman Col. Idriss Kane said six men died. The spokesman said the road was open.",
        "Idriss Kane",
    ),
    (
        "Army spokesman Col. Idriss Kane said six men died. “It held,” he said. He said the road was open.",
        "Idriss Kane",
    ),
]


@pytest.mark.parametrize(("text", "person"), SAME)
def test_a_speaker_is_known_again(nlp: Language, text: str, person: str) -> None:
    link = chain_at(text, "the road", nlp)[0]
    assert link.person == person
    assert link.office == "spokesman"
    assert link.on_behalf_of == "Army"


def test_she_is_not_the_spokesman(nlp: Language) -> None:
    text = (
        "A spokeswoman, Aya Toure, said six men died. The spokesman said little was left. "
        "She said the road was open."
    )
    assert chain_at(text, "the road", nlp)[0].person == "Aya Toure"


def test_the_statement_speaks_for_who_issued_it(nlp: Language) -> None:
    text = "In a statement, the northern alliance said six men died. The statement said the road was open."
    link = chain_at(text, "the road", nlp)[0]
    assert (link.source, link.source_kind) == ("The statement", "document")
    assert link.on_behalf_of == "northern alliance"


def test_a_group_is_known_again_by_its_noun(nlp: Language) -> None:
    text = (
        "The raid was first reported by the northern alliance of Hallo and Berem. "
        "In its statement, the alliance confirmed two raids and that at least six rebels were killed."
    )
    link = chain_at(text, "at least six", nlp)[0]
    assert (link.source, link.cue, link.stance) == ("the alliance", "confirmed", "confirms")


def test_denial_travels_with_the_link(nlp: Language) -> None:
    assert chain_at("The army denied that six men died.", "six men", nlp)[0].stance == "denies"


def test_hopes_are_no_link(nlp: Language) -> None:
    assert names(chain_at("The mayor hopes that six men will return.", "six men", nlp)) == ["The Courier"]


def test_reportedly_is_a_link_without_a_name(nlp: Language) -> None:
    link, outlet = chain_at("Six rebels were reportedly captured near the dam.", "Six rebels", nlp)
    assert (link.source, link.source_kind, link.cue) == ("", "unspecified", "reportedly")
    assert outlet.source_kind == "outlet"


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("“Six men died,” the army said.", "Six men", True),
        ("The army said six men died.", "six men", False),
        ("The army said that “six men died at the dam” on Friday.", "six men", True),
        ("The army said that “the fight was over by dawn” and six men died.", "six men", False),
    ],
)
def test_quoted_only_inside_the_marks(nlp: Language, text: str, words: str, quoted: bool) -> None:
    assert chain_at(text, words, nlp)[0].quoted is quoted


def test_actor_and_day_come_from_the_functions_given(nlp: Language) -> None:
    text = "A spokesman for the Berem Front said on Thursday that six men died."
    acts = find_speech_acts(text, parse_sentences(cut_sentences(text), nlp, may_attribute))
    start = text.index("six men")

    def day(span: Span) -> Moment:
        return Moment(start="2020-05-07", end="2020-05-07", grain="day", as_written=span.words)

    link = attribution_chain(
        start,
        start + 7,
        acts,
        report_of(text),
        identify=lambda words: "berem" if "Berem Front" in words else None,
        dates=day,
    )[0]
    assert link.actor_id == "berem"
    assert link.said_on is not None
    assert link.said_on.as_written == "on Thursday"
    assert all(text[a:b] for a, b in link.spans)
    assert (text.index("said"), text.index("said") + 4) in link.spans


_FIVE = "Five officers died, the police commissioner said. "


@pytest.mark.parametrize(
    ("told", "source", "person"),
    [
        (
            "A resident, Musa Bello, disputed this. “Nine died,” he said.",
            "A resident, Musa Bello",
            "Musa Bello",
        ),
        ("A resident spoke of more. “Nine died,” he said by phone.", "A resident", None),
        ("A shopkeeper, 52, saw it from a roof. “Nine died,” he recalled.", "A shopkeeper, 52", None),
        ("A farmer fled. He said nine had died.", "A farmer", None),
        (
            "Amina Sule, who lives near the post, hid with her children. “Nine died,” she told us.",
            "Amina Sule, who lives near the post",
            "Amina Sule",
        ),
        (
            "Musa Bello, a resident, gave another account: “Nine died,” he said.",
            "Musa Bello, a resident",
            "Musa Bello",
        ),
    ],
)
def test_he_is_who_was_brought_in_since_somebody_spoke(
    nlp: Language, told: str, source: str, person: str | None
) -> None:
    link = chain_at(_FIVE + told, "Nine died" if "Nine" in told else "nine", nlp)[0]
    assert (link.source, link.person, link.inferred) == (source, person, True)


@pytest.mark.parametrize(
    "told",
    [
        "Sani Garba was killed in his car. “Nine died,” he added.",
        "A report disputed this. “Nine died,” he admitted.",
        "The raid was the third. “Nine died,” he added.",
    ],
)
def test_the_dead_and_papers_do_not_speak(nlp: Language, told: str) -> None:
    assert chain_at(_FIVE + told, "Nine died", nlp)[0].source == "the police commissioner"


def test_a_name_beside_its_calling_is_a_persons_but_no_groups(nlp: Language) -> None:
    assert chain_at("A resident, Musa Bello, said nine died.", "nine", nlp)[0].person == "Musa Bello"
    assert chain_at("A rights group, Free Danko, said nine died.", "nine", nlp)[0].person is None


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("The hospital counted 41 dead.", ["41 dead"], "The hospital"),
        ("Monitors recorded 41 deaths.", ["41 deaths"], "Monitors"),
        ("The mayor gave the toll as six.", ["six"], "The mayor"),
        ("The mayor's office had earlier given a figure of six dead.", ["six dead"], "The mayor's office"),
        ("The ministry reported 41 dead and 12 wounded.", ["41 dead", "12 wounded"], "The ministry"),
        (
            "The ministry confirmed 41 dead, 12 wounded and three missing.",
            ["41 dead", "12 wounded", "three missing"],
            "The ministry",
        ),
        ("Doctors spoke of 41 dead and 12 wounded.", ["41 dead", "12 wounded"], "Doctors"),
        ("Forty people died by the army's own count.", ["Forty"], "the army"),
        ("By the count of local activists 41 people died.", ["41"], "local activists"),
    ],
)
def test_who_counts_people_says_how_many_they_are(
    nlp: Language, text: str, words: list[str], source: str
) -> None:
    assert [names(chain_of_parsed(text, one, nlp)) for one in words] == [[source, "The Courier"]] * len(words)


@pytest.mark.parametrize(
    "text",
    ["By last count 41 people died.", "The camera recorded 41 cars.", "Gunmen gave 41 dead men a grave."],
)
def test_who_counts_nobody_says_nothing(nlp: Language, text: str) -> None:
    assert names(chain_of_parsed(text, "41", nlp)) == ["The Courier"]
