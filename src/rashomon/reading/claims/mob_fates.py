"""What became of those a mob set upon or gunmen gunned down: "two were lynched. *One died*, the other was rescued".

A lynching kills where nothing more is said, and so does gunning down. Where the text goes on to tell how many of
them died, these are the dead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claims import Count
from rashomon.reading.claims.drafts import Draft
from rashomon.reading.sentences.held_words import HeldPattern

_LYNCHED = HeldPattern(r"\b(?:lynch\w*|gunn(?:ed|ing) down|mow(?:ed|ing) down)\b", re.I)
_NEAR = 2
"""Sentences after the lynching in which the fates of those lynched are told."""
_SURVIVED = re.compile(
    r"\b(?:the )?(?:others?|second|one|two|three|rest)\b[^.;]{0,40}?"
    r"\b(?:rescued|saved|survived?|escaped|fled|alive|released|handed over|unhurt|unharmed)\b"
    r"|\b(?:injur|wound|hurt)\w* the (?:others?|second|rest)\b",
    re.I,
)


def with_fates_of_lynched(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts, those lynched of whom only some are said to have died no more than hit."""
    told = list(drafts)
    if _LYNCHED.search(text) is None:
        return told
    for place, draft in enumerate(told):
        number = _number(draft)
        lynched = draft.facet == "killed" and _LYNCHED.search(text[draft.start : draft.end + len(" down")])
        if not lynched or draft.negated or number < 2:
            continue
        after = [
            d for d in told[place + 1 :] if draft.start < d.start and d.sentence <= draft.sentence + _NEAR
        ]
        dead = sum(_number(d) for d in after if d.facet == "killed" and not d.negated)
        hurt = sum(_number(d) for d in after if d.facet == "wounded" and not d.negated)
        alive = after and _SURVIVED.search(text, after[0].start, after[-1].end + 80) is not None
        if 0 < dead < number and (dead + hurt == number or (alive and not hurt)):
            told[place] = replace(draft, facet="casualties")
    return told


def _number(draft: Draft) -> int:
    """How many people a draft counts exactly, else none."""
    given = draft.value
    plain = isinstance(given, Count) and given.vague is None and given.low == given.high
    return (given.low or 0) if plain and isinstance(given, Count) else 0
