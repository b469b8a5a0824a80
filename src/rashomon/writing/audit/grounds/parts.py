"""Figures of an article that count a part of the dead only, or those of a longer time: never a total of the fight."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.model.audit import Statement
from rashomon.model.claims import Claim, Count, Moment
from rashomon.writing.audit.grounds.cast import plain

_COUNTED_PARTLY = frozenset({"subset", "increment"})
_ORDER = "first|second|third|fourth|fifth|last|final|opening"
_PART = re.compile(
    rf"\b(?:in|within|during) the (?:{_ORDER})(?: \w+)? (?:minutes?|hours?|days?|phase|wave|assault|attack|night)\b"
    rf"|\bon the (?:{_ORDER}) (?:day|night|morning|evening)\b"
    r"|\b(?:at the scene|on the spot|at first|initially|in (?:the |a )?hospital|on the way to)\b"
    r"|(?:,| and) (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten) (?:others? |more )?"
    r"(?:inside|outside|(?:in|at|on|near) the)\b"
    r"|\bof (?:his|her|their|its) (?:wounds|injuries)\b"
    r"|\b(?:bodies|found dead|of them|of whom|another|\d+ more|a (?:second|third|fourth|fifth|sixth))\b",
    re.IGNORECASE,
)
"""What confines a figure to an hour, a spot, what was found, or those who are added to the others."""
_OTHER_DAY = re.compile(
    r"\b(?:that|the (?:next|following|same|previous)) (?:day|morning|evening|night)\b", re.I
)
"""A day told by the one before it: a figure beside it is that day's."""
_AMONG_OTHERS = re.compile(
    r"\b(?:women|children|boys|girls|infants|babies|minors|teenagers)\b", re.IGNORECASE
)
"""Whom a text counts beside the others who were hit, and hardly ever alone."""
_LONGER = re.compile(
    r"\b(?:over|in|during|throughout|for) (?:the )?(?:whole|entire|past|course of the|rest of the|last)"
    r" (?:few |\w+ )?(?:years?|months?|weeks?|war|conflict|insurgency)\b"
    r"|\b(?:so far|earlier|later) (?:this|that) (?:year|month)\b|\b(?:that|this) year\b"
    r"|\bsince (?:the (?:start|beginning) of|(?:early |late |mid-)?\d{4}\b|the (?:war|conflict|insurgency))",
    re.IGNORECASE,
)
"""What spreads a figure over months, a year, a war."""


def is_of_longer(words: str) -> bool:
    """True for a figure of a longer time than the fight.

    >>> is_of_longer("Over the whole year, 36 guards were killed"), is_of_longer("36 guards were killed")
    (True, False)
    """
    return _LONGER.search(words) is not None


def says_part(claim: Claim | None, words: str) -> bool:
    """True where a figure's own clause says that it counts some of them only.

    >>> says_part(None, "six died on the first day"), says_part(None, "six died")
    (True, False)
    """
    return (claim is not None and claim.coverage in _COUNTED_PARTLY) or _PART.search(words) is not None


def find_parts(statements: Iterable[Statement]) -> frozenset[str]:
    """The ids of figures in the text that count a part: by their words, by their day, or told one beside the other.

    "Two guards died at the gate and one in the yard" gives two parts of three.
    """
    statements = tuple(statements)
    found: set[str] = set()
    beside: dict[tuple[object, ...], list[str]] = {}
    single_days = _sentences_of_one_day(statements)
    for statement in statements:
        claim = statement.claim
        if claim is None or not isinstance(claim.value, Count) or statement.where.startswith("infobox"):
            continue
        words = plain(claim.about.words) if claim.about is not None else ""
        if (
            says_part(claim, statement.text)
            or _AMONG_OTHERS.search(words)
            or statement.sentence in single_days
        ):
            found.add(statement.id)
        if statement.sentence is not None:
            voice = claim.attribution[0].source if claim.attribution else ""
            beside.setdefault((statement.sentence, statement.facet, voice, words), []).append(statement.id)
    return frozenset(found.union(*(ids for ids in beside.values() if len(ids) > 1)))


def _sentences_of_one_day(statements: Iterable[Statement]) -> frozenset[tuple[int, int]]:
    """The sentences that tell of one day of a longer fight, or of another day than the box's."""
    dated = [s for s in statements if s.facet == "date"]
    box = next((s.claim.value for s in dated if s.where == "infobox.date" and s.claim is not None), None)
    days = {day[-5:] for day in (box.start, box.end) if day} if isinstance(box, Moment) else set()
    found = set()
    for statement in dated:
        day = statement.claim.value if statement.claim is not None else None
        named = day.start[-5:] if isinstance(day, Moment) and day.grain == "day" and day.start else ""
        is_one_of_several = bool(named and days) and days != {named}
        if statement.sentence is not None and (is_one_of_several or _OTHER_DAY.search(statement.text)):
            found.add(statement.sentence)
    return frozenset(found)
