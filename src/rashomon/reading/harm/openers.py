"""The words that can tell of harm at all: of no other is it asked whether it opens a frame.

Most words of a sentence are of none of the rules. A rule that asks for a new word has to name it here.
"""

from __future__ import annotations

from rashomon.reading.languages.en.harm_words import (
    HARM_ADJECTIVES,
    HARM_NOUNS,
    HARM_VERBS,
    HARMED_NOUNS,
    MULTIPLE_HARM,
    PUT_OUT,
    PUTTING,
    SUFFER_VERBS,
    TO_CARE,
    TO_DEATH,
    WOUND_NOUNS,
)

_LIVES = frozenset(
    "claim take end lose give sacrifice lay cost save revive resuscitate pay cut snuff extinguish".split()
)
"""Verbs of lives: "claimed six lives", "gave their lives", "could not be saved"."""
_FATES = frozenset(
    "pass blow send dispatch despatch finish bump cut turn graze treat expect recover recuperate undergo meet "
    "embrace attain achieve "
    "make receive respond battle breathe detonate explode bite wipe bury fall survive live go report leave".split()
)
"""Verbs that with the right word beside them tell what became of somebody."""
_CAME_OUT = frozenset("escape come get emerge be walk return".split())
"""Verbs of "nobody came out alive"."""
_CUSTODY = frozenset(
    "hand deliver surrender yield submit capitulate round lead carry cart drag herd march whisk spirit haul drive "
    "frogmarch bundle force ride speed run depart flee retreat withdraw hijack carjack commandeer "
    "hold keep remand place catch capture pick net bag collar snatch intercept secure".split()
)
"""Verbs of custody and of giving oneself up."""
_STATES = frozenset(
    "stand stood fatal mortal deadly hospital fight fighting cling clinging care icu nicu treatment support coma "
    "ventilator condition throat head hand victim suicide custody detention captivity survivor toll number count "
    "tally".split()
)
"""Nouns and adjectives of wounds, places of care and tolls."""

BASE_FORMS: frozenset[str] = frozenset().union(
    HARM_VERBS,
    SUFFER_VERBS,
    HARM_NOUNS,
    HARMED_NOUNS,
    MULTIPLE_HARM,
    WOUND_NOUNS,
    TO_CARE,
    TO_DEATH,
    PUTTING,
    (verb for verb, _ in PUT_OUT),
    _LIVES,
    _FATES,
    _CAME_OUT,
    _CUSTODY,
    _STATES,
)
"""Base forms of words that some rule of harm asks for."""

FORMS: frozenset[str] = frozenset(HARM_ADJECTIVES).union(
    HARMED_NOUNS, (noun + "s" for noun in HARMED_NOUNS), ("corps", "wounds", "injures", "icu", "nicu", "shot")
)
"""Words that a rule asks for as they are written, whatever the lemmatizer makes of them."""
