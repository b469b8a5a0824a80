"""Which sentences are parsed: those with a word of harm or fighting, weak words only beside a number."""

from __future__ import annotations

import pytest

from rashomon.reading.languages.en.worth_parsing import may_hold_claim
from rashomon.reading.sentences.parsing import cut_sentences


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Gunmen stormed the mill.", True),
        ("The first came at noon.", True),
        ("The death toll stood at nine.", True),
        ("Both victims came from Orle.", True),
        ("The victims came from Orle.", False),
        ("She has been a close friend of the mayor.", False),
        ("The road stays closed for two days.", True),
        ("The bridge was built in March.", False),
        ("Students march to the palace.", True),
        ("The mayor opened a school.", False),
        ("Nine bandits were put out of action.", True),
        ("Gunmen came at dawn.", True),
        ("Radio Orle, citing a spokesman of the guard, said that troops had entered the valley.", True),
        ("The man kept a gun.", False),
        ("They seized a gun and two shotguns.", True),
        ("She was rushed to the district hospital.", True),
        ("He used to clean the hospital.", False),
        ("One of them did not survive.", True),
        ("A cousin survived.", False),
        ("The names were taken from the list of deaths.", False),
        ("Call the office with information about this shooting.", False),
        ("The occupants came out.", False),
    ],
)
def test_what_is_parsed(text: str, worth: bool) -> None:
    (sentence,) = cut_sentences(text, ())
    assert may_hold_claim(sentence) is worth
