"""What every match of a pattern holds is read off the pattern, so that most texts need not be searched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading.languages.en.developments import DEVELOPMENTS
from rashomon.reading.languages.en.set_phrases import SET_PHRASES
from rashomon.reading.sentences.held_words import HeldPattern, PatternTable, held_by

PATTERNS = [*(pattern for _, pattern in SET_PHRASES), *(row.deed for row in DEVELOPMENTS)]

TABLE = PatternTable(PATTERNS)


@pytest.mark.parametrize(
    ("pattern", "held"),
    [
        (r"\bset fire to\b", {"set fire to"}),
        (r"c[ao]me under", {"came under", "come under"}),
        (r"(?:sixty|eighty) \w+ fell", {"sixty ", "eighty "}),
        (r"blown? up", {"blow up", "blown up"}),
        (r"(?:the )?mob\b(?! of)", {"mob", "the mob"}),
        (r"[A-Z]\w+ withdrew", {" withdrew"}),
        (r"(?:burn|loot)(?:ed)+", {"burn", "loot"}),
    ],
)
def test_the_longest_sure_piece_is_taken(pattern: str, held: set[str]) -> None:
    assert held_by(re.compile(pattern)) == held


@pytest.mark.parametrize("pattern", [r"\w+", r"(?:attack)?", r"attack|\d+", r"of|to", r"(?:clash)*"])
def test_where_nothing_is_sure_every_text_is_searched(pattern: str) -> None:
    assert held_by(re.compile(pattern)) == frozenset()
    assert PatternTable([re.compile("shelling"), re.compile(pattern)]).places_in("a quiet day") == [1]


def test_only_patterns_that_may_match_are_searched_for() -> None:
    table = PatternTable(
        [
            re.compile("took (?:part|over)"),
            re.compile("Laid down (?:their )?arms", re.I),
            re.compile("arms cache"),
        ]
    )
    assert table.places_in("they lay down and took a rest") == []
    assert table.places_in("the rebels laid down arms") == [1]
    assert [
        (place, match.group()) for place, match in table.search("An arms cache; they laid down arms.")
    ] == [
        (1, "laid down arms"),
        (2, "arms cache"),
    ]


def test_a_pattern_alone_is_searched_for_between_two_characters() -> None:
    near = HeldPattern(r"\b(?:close|next)\s+to\s+\Z", re.I)
    assert near.search("Close to the road") is None
    text = "it was Next to  Orle, close to the road"
    found = near.search(text, 0, text.index("Orle"))
    assert found is not None
    assert found[0] == "Next to  "
    assert near.search(text, 10, text.index("Orle")) is None
    assert HeldPattern(r"\w \d").search("on 5 May") is not None  # nothing is sure: every text is searched


def test_all_matches_of_a_pattern_alone_are_found() -> None:
    toll = HeldPattern(r"\b(?:toll|tally) of \d+", re.I)
    assert [match[0] for match in toll.finditer("A tally of 6, then a Toll of 9")] == [
        "tally of 6",
        "Toll of 9",
    ]
    assert list(toll.finditer("nobody has counted")) == []


def test_pieces_that_overlap_or_begin_alike_are_all_found() -> None:
    table = PatternTable(map(re.compile, ["gunfire", "fired at", "fir(?:ed|ing) range", "gunfight", "fire"]))
    assert table.places_in("gunfired at") == [0, 1, 4]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_match_of_a_set_phrase_always_holds_one_of_its_pieces(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(PATTERNS))
    letters = st.characters(min_codepoint=32, max_codepoint=126)
    text = data.draw(st.from_regex(pattern, alphabet=letters))
    match = pattern.search(text)
    assert match is not None
    assert any(piece in match.group().lower() for piece in held_by(pattern))
    assert PATTERNS.index(pattern) in TABLE.places_in(text)
