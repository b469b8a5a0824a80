"""Harm frames: who suffered what, in small sentences of our own, phenomenon by phenomenon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.reading.harm.frames import Frame, find_frames
from rashomon.reading.languages.en.counts import find_counts
from rashomon.reading.people.groups import find_groups
from rashomon.reading.sentences.parsing import cut_at, cut_sentences, parse_sentences

if TYPE_CHECKING:
    from spacy.language import Language

# (sentence, [(facet, low, high)]) in order of the text.
CASES: list[tuple[str, list[tuple[str, int | None, int | None]]]] = [
    # passive, active, participle
    ("Seven villagers were killed near the well.", [("killed", 7, 7)]),
    ("Raiders killed four herders on Monday.", [("killed", 4, 4)]),
    ("The blast tore through the market, killing nine people.", [("killed", 9, 9)]),
    ("Three policemen killed in the ambush were buried on Friday.", [("killed", 3, 3)]),
    # bounds stay logical
    ("At least 12 soldiers died in the attack.", [("killed", 12, None)]),
    ("More than 20 rebels were wounded.", [("wounded", 21, None)]),
    ("Between five and eight guards were injured.", [("wounded", 5, 8)]),
    # "left … dead", "were found dead"
    ("The gunfight left six militants dead.", [("killed", 6, 6)]),
    ("The shelling left 2 civilians dead and 11 wounded.", [("killed", 2, 2), ("wounded", 11, 11)]),
    # coordination and ellipsis
    ("The army said four rebels were killed, and nine injured.", [("killed", 4, 4), ("wounded", 9, 9)]),
    (
        "Gunmen stormed the post, killing two guards and wounding five others.",
        [("killed", 2, 2), ("wounded", 5, 5)],
    ),
    ("Two soldiers and a driver were killed.", [("killed", 2, 2), ("killed", 1, 1)]),
    # one person without a numeral
    ("Gunmen killed an imam outside the mosque.", [("killed", 1, 1)]),
    ("The driver was wounded.", [("wounded", 1, 1)]),
    # nobody
    ("No soldiers were killed.", [("killed", 0, 0)]),
    ("There were no casualties.", [("casualties", 0, 0)]),
    # nouns
    ("The bombing caused 14 deaths.", [("killed", 14, 14)]),
    ("The death of two officers was confirmed.", [("killed", 2, 2)]),
    ("The death toll rose to 53.", [("killed", 53, 53)]),
    # partitives: the number counts, not the plural after it
    ("Dozens of rebel fighters were killed at the ford.", [("killed", 12, None)]),
    ("The group said that one of its fighters was killed.", [("killed", 1, 1)]),
    # order of words where the parse fails: each number with its own participle
    (
        "Rangers stormed the camp, killing five poachers and one wounded in their ranks.",
        [("killed", 5, 5), ("wounded", 1, 1)],
    ),
    ("One ranger killed two wounded.", [("killed", 1, 1), ("wounded", 2, 2)]),
    ("The radio reports 10 dead and nine wounded.", [("killed", 10, 10), ("wounded", 9, 9)]),
    # bodies of people, and whom else
    ("The bodies of two shepherds were found in a well.", [("killed", 2, 2)]),
    ("The corpses of 17 men were found by the road.", [("killed", 17, 17)]),
    ("A trader was killed along with his two sons.", [("killed", 1, 1), ("killed", 2, 2)]),
    ("Raiders killed an elder of the village, his wife and fled.", [("killed", 1, 1), ("killed", 1, 1)]),
    ("Raiders came at dawn, killing a man and burning tents.", [("killed", 1, 1)]),
    # what is named with a part is counted once, as a whole
    (
        "Three soldiers including an officer were killed and four others wounded.",
        [("killed", 3, 3), ("killed", 1, 1), ("wounded", 4, 4)],
    ),
    # captured, missing, neutralised
    ("Troops arrested three suspects during the sweep.", [("captured", 3, 3)]),
    ("Gunmen kidnapped two engineers.", [("captured", 2, 2)]),
    ("Ten fighters were neutralised.", [("neutralised", 10, 10)]),
    ("Four fishermen went missing after the raid.", [("missing", 4, 4)]),
    # hospital, condition, wounds
    ("Two guards were taken to a hospital.", [("wounded", 2, 2)]),
    ("The driver is in critical condition.", [("wounded", 1, 1)]),
    ("Three boys suffered gunshot wounds.", [("casualties", 3, 3)]),
    ("Five tourists are expected to survive.", [("wounded", 5, 5)]),
    ("None of the pupils had life-threatening injuries.", []),
    ("Villagers were hanging around the well.", []),
    ("The police are looking into a quadruple shooting.", [("casualties", 4, 4)]),
    ("The guard was fatally wounded.", [("killed", 1, 1)]),
    # shot dead
    ("Gunmen shot dead three street sweepers.", [("killed", 3, 3)]),
    # what stands between the people and the verb only says more of them
    (
        "Four people, including a nurse and a child, were killed.",
        [("killed", 4, 4), ("killed", 1, 1), ("killed", 1, 1)],
    ),
    ("Eight members of the Rami household were killed.", [("killed", 8, 8)]),
    # "including …" ends where another harm begins
    (
        "Nine people were killed, including two women, and four people, including a boy, were injured.",
        [("killed", 9, 9), ("killed", 2, 2), ("wounded", 4, 4), ("wounded", 1, 1)],
    ),
    # each noun has its own number
    ("The shelling left four martyrs and several injuries.", [("killed", 4, 4), ("wounded", 2, None)]),
    (
        "The strike led to the deaths of six people and injuries to at least ten others.",
        [("killed", 6, 6), ("wounded", 10, None)],
    ),
    ("The blast injured dozens.", [("wounded", 12, None)]),
    ("A large number were wounded.", [("wounded", 2, None)]),
    # nouns that no list has
    ("Bandits murdered six beekeepers.", [("killed", 6, 6)]),
    # a comma splice: the subject is the nearer one
    (
        "Rebels ambushed a convoy near the ford, nine rebels and one guard were killed.",
        [("killed", 9, 9), ("killed", 1, 1)],
    ),
    # "both" counts two where the noun is a plural, and each of two singular ones is one
    ("Gunmen killed both the driver and the guard.", [("killed", 1, 1), ("killed", 1, 1)]),
    ("Both drivers were killed.", [("killed", 2, 2)]),
    # people of names and nouns that no list has, listed or in a headline's passive
    ("Six beekeepers killed in a raid on Orle.", [("killed", 6, 6)]),
    ("One Dozo and one Bellah killed in a clash near Orle.", [("killed", 1, 1), ("killed", 1, 1)]),
    ("A clash left a soldier and a militiamen dead.", [("killed", 1, 1), ("killed", 1, 1)]),
    # one name set beside a person, another name of his before those who died with him
    ("A senior commander, Malang was killed.", [("killed", 1, 1)]),
    (
        "Troops killed a rebel, alias 'Heron', and four others at the ford.",
        [("killed", 1, 1), ("killed", 4, 4)],
    ),
    # shot down, severed heads, wounded and dead
    ("A retired officer was shot down by men on a motorbike.", [("killed", 1, 1)]),
    ("Herders came upon three severed heads by the well.", [("killed", 3, 3)]),
    ("The heads of four drivers were found by the well.", [("killed", 4, 4)]),
    ("A mine threw the car over, killing and wounding the driver.", [("killed", 1, 1), ("wounded", 1, 1)]),
    ("Two bombers blew up at a gate, killing only themselves.", [("killed", 2, 2)]),
    ("Shells destroyed the mayor's car, who died.", [("killed", 1, 1)]),
    ("A thief was wounded after being lynched by a crowd.", [("wounded", 1, 1)]),
    ("Two others sustained injures in the blast.", [("wounded", 2, 2)]),
    # a number for each blow, the verb told once
    ("The first bomb killed 27 people, the second ten.", [("killed", 27, 27), ("killed", 10, 10)]),
    # whose death is told by a noun of its own is not added by "as well as"
    (
        "The raid led to the killing of 30 rebels including two bombers, as well as the death of their chief.",
        [("killed", 30, 30), ("killed", 2, 2), ("killed", 1, 1)],
    ),
]


def test_lives_claimed_are_those_of_the_people_named(nlp: Language) -> None:
    frames = read_frames(nlp, "The blast claimed the lives of a farmer and his wife.")
    assert [(f.facet, f.victim.noun) for f in frames] == [("killed", "farmer"), ("killed", "wife")]


def test_a_dateline_is_cut_from_its_sentence() -> None:
    text = "OAKBRIDGE, Ohio - A miller was hurt. He left."
    found = cut_at(cut_sentences(text), text.index("A miller"))
    assert [s.words for s in found] == ["OAKBRIDGE, Ohio - ", "A miller was hurt.", "He left."]
    assert [s.index for s in found] == [0, 1, 2]
    assert all(text[s.start : s.end] == s.words for s in found)
    assert cut_at(found, 0) == found


def read_frames(nlp: Language, text: str) -> tuple[Frame, ...]:
    (sentence,) = parse_sentences(cut_sentences(text), nlp, lambda _: True)
    counts = find_counts(sentence.words)
    return find_frames(sentence, find_groups(sentence, counts, ()), counts)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_frames(nlp: Language, text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    frames = sorted(read_frames(nlp, text), key=lambda f: f.victim.start)
    found = [(f.facet, f.victim.count.low, f.victim.count.high) for f in frames if f.victim.count is not None]
    assert found == expected


def test_parts_of_a_total_are_subsets(nlp: Language) -> None:
    frames = read_frames(nlp, "Eleven people were killed, including four children.")
    total, part = sorted(frames, key=lambda f: f.victim.start)
    assert total.victim.count is not None
    assert total.victim.count.low == 11
    assert part.coverage == "subset"
    assert part.part_of == 0


def test_parts_stop_where_they_would_be_more_than_their_total(nlp: Language) -> None:
    frames = read_frames(nlp, "Three raiders including a bomber, two soldiers and a nurse were killed.")
    assert {(f.victim.who, f.coverage) for f in frames} == {
        ("raiders", "unknown"),
        ("a bomber", "subset"),
        ("soldiers", "unknown"),
        ("a nurse", "unknown"),
    }


def test_a_part_belongs_to_the_nearest_figure(nlp: Language) -> None:
    frames = read_frames(
        nlp, "Two guards were killed and 3 people wounded, including 1 child, in a raid by unknown gunmen."
    )
    assert [(f.facet, f.victim.who, f.coverage) for f in frames] == [
        ("killed", "guards", "unknown"),
        ("wounded", "people", "unknown"),
        ("wounded", "child", "subset"),
    ]


def test_dead_in_ones_own_ranks_are_of_who_says_so(nlp: Language) -> None:
    frames = read_frames(nlp, "The rebels killed six soldiers and acknowledged two dead in their own ranks.")
    assert [(f.victim.count.low, "soldier" in f.victim.who) for f in frames if f.victim.count] == [
        (6, True),
        (2, False),
    ]


def test_a_murder_suicide_that_is_only_asked_about_has_killed_nobody(nlp: Language) -> None:
    assert read_frames(nlp, "The mayor was asked if it was a murder-suicide.") == ()
    assert read_frames(nlp, "Detectives have not ruled out a murder-suicide.") == ()
    (told,) = read_frames(nlp, "Detectives call the deaths of the couple a murder-suicide.")[-1:]
    assert told.facet == "killed"


def test_who_has_a_direct_object_is_no_victim(nlp: Language) -> None:
    text = "The envoy has received complaints that raiders of the two clans summarily executed at least 40 people."
    assert not [frame for frame in read_frames(nlp, text) if "raiders" in frame.victim.words]


def test_a_threat_has_killed_nobody(nlp: Language) -> None:
    frames = read_frames(nlp, "The group threatened to kill two hostages.")
    assert [f.certainty for f in frames if f.facet == "killed"] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Police demanded that the gunmen surrender.",
        "The governor insisted that the rebels surrender at once.",
        "The commander ordered that the fighters give themselves up.",
        "The mediators proposed that the gunmen surrender.",
        "The minister ordered that the men be arrested.",
        "Villagers asked that the troops kill the raiders.",
        "The patrol tried to end it by calling, in two languages, for the insurgents to give themselves up.",
        "The bishop appealed for the gunmen to surrender.",
    ],
)
def test_what_is_demanded_has_not_happened(nlp: Language, text: str) -> None:
    assert {frame.certainty for frame in read_frames(nlp, text)} <= {"planned"}


@pytest.mark.parametrize(
    "text",
    [
        "The group insisted that soldiers killed nine herders.",
        "The mayor insisted that four rebels surrendered.",
    ],
)
def test_what_is_insisted_on_as_a_fact_is_told(nlp: Language, text: str) -> None:
    assert [frame.certainty for frame in read_frames(nlp, text)] == ["asserted"]


def test_what_may_have_happened_is_hedged(nlp: Language) -> None:
    (frame,) = read_frames(nlp, "Three fighters may have been killed.")
    assert frame.certainty == "hedged"


def test_a_number_of_animals_counts_nobody(nlp: Language) -> None:
    assert read_frames(nlp, "Raiders came at noon; several of their goats were killed.") == ()


def test_animals_are_no_victims(nlp: Language) -> None:
    assert read_frames(nlp, "The fire killed three oxen.") == ()


def test_who_did_it(nlp: Language) -> None:
    (frame,) = read_frames(nlp, "Two farmers were killed by unidentified gunmen.")
    assert [agent.words for agent in frame.agents] == ["unidentified gunmen"]
    assert frame.agents[0].identification == "unidentified"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Two brothers –\nMarek Dorn\nand the engineer\nOtto Dorn\n, and their cousin, died.", 1),
        ("The house of\nMarek Dorn (Otto’s brother)\nwas hit.", 1),
        ("Shelling In The Old Town\nTwo people died.", 2),
        ("He was named as “Otto”\nTwo people died.", 2),
    ],
)
def test_a_linked_name_on_a_line_of_its_own_ends_no_sentence(text: str, sentences: int) -> None:
    assert len(cut_sentences(text)) == sentences
