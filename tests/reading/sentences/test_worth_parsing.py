"""Which sentences are parsed: those with a word of harm or fighting, weak words only beside a number."""

from __future__ import annotations

import pytest

from rashomon.reading.english import may_hold_claim
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
    ],
)
def test_what_is_parsed(text: str, worth: bool) -> None:
    (sentence,) = cut_sentences(text, ())
    assert may_hold_claim(sentence) is worth
