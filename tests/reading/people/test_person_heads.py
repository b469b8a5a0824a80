"""Which words may stand for people: the quick question lets none fall that the full one takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.reading.people.heads import is_head, may_be_heads, suffers

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    "words",
    [
        "Gunmen killed four diggers, two weavers and a 12-year-old near the well.",
        "The raid left three cobblers dead; their bodies were found by the Tuaregs.",
        "Two National Guards and 34 militants were wounded, the governor and his aides said.",
        "A column of the army met those herders, who had murdered the smith and his son.",
    ],
)
def test_whoever_stands_for_people_is_asked(nlp: Language, words: str) -> None:
    doc = nlp(words)
    heads = {token.i for token in doc if is_head(token) or suffers(token)}
    asked = [token.i for token in may_be_heads(doc)]
    assert heads
    assert heads <= set(asked)
    assert asked == sorted(asked)


def test_few_other_words_are_asked(nlp: Language) -> None:
    doc = nlp("Heavy rain and strong winds damaged roofs along that coast on Monday night.")
    assert may_be_heads(doc) == []
