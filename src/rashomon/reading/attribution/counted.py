"""The dead and hurt whom a speaker counts: "recorded 41 deaths", "confirmed 41 dead, 12 wounded and three missing"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.reading.attribution.scope import Interval, Scene, is_passive, subtree, trimmed
from rashomon.reading.languages.en.numbers import NUMBER_WORDS
from rashomon.reading.sentences.word_index import words_between
from rashomon.reading.speech import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTED = frozenset(
    "dead death fatality casualty wounded injured victim body corpse toll loss figure".split()
)
_PUT = frozenset({"as", "at"})


def counted_people(scene: Scene, verb: Token, _cue: Cue) -> Interval | None:
    """The people counted: "recorded *41 deaths*", "gave *a figure of six dead*", "gave *the toll as six*".

    Not "the herders counted three dead, the farmers two": each side's own.
    """
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    if not objects or is_passive(verb):
        return None
    of = [g for o in objects for c in o.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    words = [*objects, *of]
    put = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _PUT and c.i > objects[0].i]
    numbered = any(t.like_num or t.lower_ == "no" for word in words for t in word.subtree)
    if not (numbered or put) or not any(word.lemma_.lower() in _COUNTED for word in words):
        return None
    if _EACH_ITS_OWN.search(verb.doc.text, verb.idx) and not _speaks_for_others(scene, verb):
        return None
    start, end = subtree(objects[0])
    return trimmed(verb.doc, start, max(end, *(c.right_edge.i + 1 for c in put)) if put else end)


_NUMBER_WORD = "|".join(sorted(NUMBER_WORDS))
_EACH_ITS_OWN = re.compile(
    rf"(?:,| and| but|;) (?:the )?[\w-]+(?: [\w-]+)? (?:at least )?(?:\d+|{_NUMBER_WORD})[.;]?\s*\Z"
)


def _speaks_for_others(scene: Scene, verb: Token) -> bool:
    """True for a hospital, a mayor, witnesses: they count whoever died, not only their own."""
    known = scene.cues.people | scene.cues.offices | scene.cues.bodies | scene.cues.media
    return any(c.dep_ == "nsubj" and {c.lower_, c.lemma_.lower()} & known for c in verb.children)


_ABOUT = r"(?:(?:at least|about|around|some|more than|up to|nearly|over|as many as) )?"
_ONE_COUNT = (
    rf"{_ABOUT}(?:\d[\d,]*|{_NUMBER_WORD}) (?:[\w-]+ ){{0,2}}?"
    r"(?:dead|killed|wounded|injured|missing|hurt|deaths|injuries|fatalities|arrested|captured)\b"
)
# What is given to the parser may have "but", ";" or "." for the "and" or comma between two outcomes.
_COUNTS_ON = re.compile(
    rf"\s+(?:of )?(?:an? (?:\w+ )?(?:toll|figure|total) of )?"
    rf"(?P<told>{_ONE_COUNT}(?:(?:[,;.] (?:and |plus )?| and | but ){_ONE_COUNT})*)",
    re.I,
)


def with_all_counted(scene: Scene, verb: Token, contents: tuple[Interval, ...]) -> tuple[Interval, ...]:
    """The content up to the end of the numbers of dead and hurt that follow the verb, whatever their parse.

    "Confirmed *41 dead, 12 wounded and three missing*": parsers take the later ones for clauses of their own.
    """
    run = _COUNTS_ON.match(scene.doc.text, verb.idx + len(verb)) if len(contents) < 2 else None
    if run is None:
        return contents
    told = words_between(scene.doc, run.start("told"), run.end("told"))
    start, end = told[0].i, told[-1].i + 1
    if not contents:
        return ((start, end),)
    left, right = contents[0]
    return ((left, max(right, end)),) if left <= end and right >= start else contents
