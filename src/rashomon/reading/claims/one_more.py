"""Who died beside the dead told of before: "*a fifth* victim died", "nine *more* died later".

Whoever so died was counted among nobody so far: his number adds to that of the dead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.claims import Count
from rashomon.reading.claims.drafts import Draft
from rashomon.reading.harm.values import Frame

LATER_DEATH = re.compile(
    r"[^.;]{0,60}?\b(?:(?:later|subsequently|eventually|afterwards|since) (?:died|succumbed|passed away)"
    r"|succumb\w*|died (?:\w+ )?(?:later|afterwards|of|from|the (?:next|following)|in (?:the )?hospital|on the way))\b",
    re.I,
)
"""Death of wounds: whoever so died was told of among the wounded, if at all, and not among the dead."""

_MORE_BEFORE = re.compile(r"\b(?:another|an? (?:further|additional)) (?:(?:at least|about|some) )?\Z", re.I)
_MORE_AFTER = re.compile(r" (?:more|others)\b(?! than)", re.I)
_REACH = 32
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NEXT = re.compile(rf"(?:an?|the) (?P<which>{'|'.join(_ORDINALS)})(?: [a-z-]+)?", re.I)
_ANOTHER = re.compile(r"(?:another|one)(?: (?:person|victim|man|woman|soldier|policeman|guard))?", re.I)
_OF_THE_WOUNDED = re.compile(r"one of (?:the|those) (?:\w+ )?(?:wounded|injured)\b", re.I)


def is_said_to_be_more(frame: Frame, text: str) -> bool:
    """True for a bare number with "another" or "a further" before it or "more" after it: "*another* five have died"."""
    if frame.victim.kind not in {"number", "pronoun"}:
        return False
    start, end = frame.victim.start, frame.victim.end
    before = text[max(0, start - _REACH) : start]
    return bool(_MORE_BEFORE.search(before) or _MORE_AFTER.match(text, end))


def is_next_of_dead(frame: Frame, happening: int, drafts: Sequence[Draft], text: str) -> bool:
    """True for one who died beside as many dead as were told of: "four died. … *A fifth victim* died on Friday".

    So too for "another" or "one more" who died of wounds, and for "one of the wounded", where nobody died singly.
    """
    words = frame.victim.words
    if frame.facet != "killed" or frame.coverage != "unknown" or frame.negated:
        return False
    dead = [
        draft
        for draft in drafts
        if draft.facet == "killed"
        and happening in draft.happenings
        and draft.sentence < frame.sentence
        and not draft.negated
        and draft.coverage != "subset"
    ]
    numbers = [_plain(draft) for draft in dead]
    if not numbers or None in numbers:
        return False
    if (named := _NEXT.fullmatch(words)) is not None:
        place = _ORDINALS.index(named["which"].lower()) + 2
        return place - 1 in {sum(filter(None, numbers)), max(filter(None, numbers))}
    if numbers[-1] == 1 or max(filter(None, numbers)) < _SEVERAL:
        return False
    start = frame.victim.start
    if _OF_THE_WOUNDED.match(text, start):
        return True
    if LATER_DEATH.match(text, start) is None or _ANOTHER.fullmatch(words) is None:
        return False
    return words.lower().startswith("another") or _MORE_AFTER.match(text, frame.victim.end) is not None


_SEVERAL = 2


def _plain(draft: Draft) -> int | None:
    given = draft.value
    return given.low if isinstance(given, Count) and given.vague is None else None
