"""Quotation marks: what is speech, what is distance, what is an apostrophe."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pace import within

from rashomon.model.report import SetAside
from rashomon.reading.attribution.quotation import find_quotations
from rashomon.reading.sentences.parsing import cut_sentences


def found(text: str) -> list[tuple[str, int]]:
    return [(q.words, q.depth) for q in find_quotations(text, cut_sentences(text))]


TABLE = [
    ("He said “the road is open” again.", [("“the road is open”", 0)]),
    ('He said "the road is open" again.', [('"the road is open"', 0)]),
    ("He said «the road is open» again.", [("«the road is open»", 0)]),
    ("He said ''the road is open'' again.", [("''the road is open''", 0)]),
    ("He said „the road is open“ again.", [("„the road is open“", 0)]),
    ('He said “the road is open" again.', [('“the road is open"', 0)]),
    ("He said “the road is open,“ again.", [("“the road is open,“", 0)]),
    ("“We call it ‘the gate’ here,” he said.", [("“We call it ‘the gate’ here,”", 0), ("‘the gate’", 1)]),
    ("\"We call it 'the gate' here,\" he said.", [("\"We call it 'the gate' here,\"", 0), ("'the gate'", 1)]),
    ("He called it 'the gate' then.", [("'the gate'", 0)]),
    ("The rebels' camp and the army's post don't count.", []),
    ("The men’s camp and the army’s post don’t count.", []),
    ("In the '90s they said 'em all.", []),
    ('A pipe of 12" bore and a gate 4" thick.', []),
    ("“One,” he said, “and two.”", [("“One,”", 0), ("“and two.”", 0)]),
    ("“One.\n\n“Two.”", [("“One.\n\n“Two.”", 0)]),
    ('"One.\n\n"Two.\n\n"Three."', [('"One.\n\n"Two.\n\n"Three."', 0)]),
]


@pytest.mark.parametrize(("text", "quotes"), TABLE)
def test_quotations_of_a_text(text: str, quotes: list[tuple[str, int]]) -> None:
    assert found(text) == quotes


def test_a_forgotten_mark_spoils_its_paragraph_only() -> None:
    text = "He said “the road is open.\n\nThe day was calm.\n\nShe said “we hold it” later."
    quotes = find_quotations(text, cut_sentences(text))
    assert [(q.words, q.closed) for q in quotes] == [("“the road is open.", False), ("“we hold it”", True)]


SCARE = [
    ("The “bandits” fled.", True),
    ("The “local defence group” fled.", True),
    ("They met a “local defence group.”", True),
    ("They shouted “the road is open” twice.", False),
    ("“Never,” he said.", False),
    ("The “men who once held the old bridge” fled.", False),
]


@pytest.mark.parametrize(("text", "scare"), SCARE)
def test_a_few_words_without_a_verb_are_distance(text: str, scare: bool) -> None:
    (quote,) = find_quotations(text, cut_sentences(text))
    assert quote.scare is scare


def test_marks_in_what_was_set_aside_do_not_count() -> None:
    text = "He said “the road is open” now. Share “this now! The day was “quite calm today” again."
    aside = SetAside(start=32, end=48, reason="teaser", words=text[32:48])
    quotes = find_quotations(text, cut_sentences(text, [aside]))
    assert [q.words for q in quotes] == ["“the road is open”", "“quite calm today”"]


@pytest.mark.parametrize("piece", ['"', "“", "‘", "'a ", "” “", "''", "«", '\n"', "x\n\n“"])
def test_hostile_marks_take_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    sentences = cut_sentences(text)
    with within(5):
        quotes = find_quotations(text, sentences)
    assert all(text[q.start : q.end] == q.words for q in quotes)


@given(st.text(alphabet="ab .,!?\n\"“”‘’'«»", max_size=120))
def test_words_are_the_texts_own_and_nest(text: str) -> None:
    quotes = find_quotations(text, cut_sentences(text))
    assert all(text[q.start : q.end] == q.words for q in quotes)
    assert list(quotes) == sorted(quotes, key=lambda q: (q.start, -q.end))
    assert quotes == find_quotations(text, cut_sentences(text))
    tops = [q for q in quotes if q.depth == 0]
    assert all(one.end <= two.start for one, two in pairwise(tops))
