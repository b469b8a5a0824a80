"""The toponyms of a text, each checked to be the text's own words."""

from __future__ import annotations

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.reading.places.toponyms import PlaceHints, ToponymFound, find_toponyms
from rashomon.reading.sentences.parsing import cut_sentences


def toponyms_in(text: str, **options: PlaceHints) -> dict[str, ToponymFound]:
    """Every toponym found, by its words."""
    found = find_toponyms(text, cut_sentences(text), open_gazetteer(), **options)
    for one in found:
        assert text[one.start : one.end] == one.words
    return {one.words: one for one in found}
