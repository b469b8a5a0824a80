"""Figures of the article that are at odds with each other: box and text, text and text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from rashomon.codebook.facets import FACETS
from rashomon.model.audit import Pair, Statement
from rashomon.model.claims import Count
from rashomon.writing.audit.conflicts.own import OwnWords, in_box, pair
from rashomon.writing.audit.grounds.cast import names_of
from rashomon.writing.audit.grounds.parts import is_of_longer
from rashomon.writing.audit.verdicts.counts import (
    exceeds,
    is_point,
    is_span,
    may_be_among,
    meeting,
    same_number,
)

_SAME_PEOPLE = frozenset({"same", "side"})
_COUNTED_PARTLY = frozenset({"subset", "increment"})
_PUT_OUT = frozenset({"killed", "neutralised"})
"""Dead, and dead or wounded or captured: one number cannot be both without a word on it."""


def figure_conflicts(own: OwnWords) -> Iterator[Pair]:
    """All pairs of figures that cannot both stand as they are, box before text.

    A figure told several times counts once, and each is set against one other of the same kind of conflict.
    """
    told = _distinct([s for s in own.statements if _is_compared(s)], own)
    box, prose = [s for s in told if in_box(s)], [s for s in told if not in_box(s)]
    for left in box:
        yield from _synthesis(left, prose, own)
    seen: set[tuple[str, str]] = set()
    for left, right in [*product(box, prose), *combinations(prose, 2)]:
        if left.facet != right.facet and {left.facet, right.facet} != _PUT_OUT:
            continue
        found = _between(left, right, own)
        if found is not None and (found.left, found.kind) not in seen:
            seen.add((found.left, found.kind))
            yield found


def _is_compared(statement: Statement) -> bool:
    claim = statement.claim
    if claim is None or _count(statement) is None or is_of_longer(statement.text):
        return False
    return claim.polarity == "affirmed" and claim.coverage not in _COUNTED_PARTLY


def _distinct(statements: list[Statement], own: OwnWords) -> list[Statement]:
    """The first of those that give one number for the same people in one voice, box and text apart."""
    found: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        voice, who, count = own.voice(statement), own.who(statement), _count(statement)
        numbers = (count.low, count.high, count.approximate) if count is not None else None
        key = (in_box(statement), statement.facet, who, voice.bodies, voice.own, numbers)
        found.setdefault(key, statement)
    return list(found.values())


def _count(statement: Statement) -> Count | None:
    found = statement.claim.value if statement.claim is not None else None
    return found if isinstance(found, Count) and statement.facet != "incidents" else None


def _between(left: Statement, right: Statement, own: OwnWords) -> Pair | None:
    one, two = _count(left), _count(right)
    if one is None or two is None or not _same_scope(left, right) or _is_of_two_times(left, right, own):
        return None
    related = own.cast.relation(own.who(left), own.who(right))
    if left.facet == right.facet and not FACETS[left.facet].outcome:
        return _approximation(left, right, own) if related != "other" else None
    if related not in _SAME_PEOPLE and not (related in ("part", "whole") and _is_box_pair(left)):
        return None
    if {left.facet, right.facet} == _PUT_OUT:
        return _outcome_changed(left, right, own)
    if left.facet != right.facet:
        return None
    return _same_facet(left, right, own, related)


def _is_of_two_times(left: Statement, right: Statement, own: OwnWords) -> bool:
    """True where one tells of days before the fight, and the other does not."""
    return own.grounds.past_of(left) != own.grounds.past_of(right)


def _is_box_pair(left: Statement) -> bool:
    return in_box(left)


def _same_scope(left: Statement, right: Statement) -> bool:
    scopes = {s.claim.scope for s in (left, right) if s.claim is not None and not _is_inferred(s)}
    return len(scopes - {"unknown"}) <= 1


def _is_inferred(statement: Statement) -> bool:
    claim = statement.claim
    if claim is None or claim.scope_basis == "inferred":
        return True
    return any(flag.code == "inferred_scope" for flag in (*claim.flags, *statement.flags))


def _same_facet(left: Statement, right: Statement, own: OwnWords, related: str) -> Pair | None:
    one, two = _count(left), _count(right)
    if one is None or two is None:
        return None
    met = meeting(two, one)
    heard = own.hearing(left, right)
    if met == "apart" and related in _SAME_PEOPLE:
        if may_be_among(left.claim, right.claim) or _go_together(left, right, own):
            return None
        return _apart(left, right, own, heard)
    if met == "overlap" and in_box(left) and is_span(one) and heard != "other":
        note = (
            f"The box says {own.words(left)}; the text has {own.words(right)}{_by(right, own)}, which goes "
            "beyond that range."
        )
        return pair(left, right, "outside_range", note)
    if met in ("equal", "sharper", "weaker") and heard != "other":
        return _approximation(left, right, own)
    return None


def _go_together(left: Statement, right: Statement, own: OwnWords) -> bool:
    """True where two numbers can both be true: told one beside the other, a part and all, parts that add up."""
    one, two = _count(left), _count(right)
    if one is None or two is None:
        return False
    if not in_box(left) and own.sentence(left) == own.sentence(right):
        return True
    if right.id in own.partial and not exceeds(two, one):
        return True
    return left.id in own.partial and not exceeds(one, two)


def _apart(left: Statement, right: Statement, own: OwnWords, heard: str) -> Pair | None:
    """Two numbers for the same people that cannot both be true, unless two speakers are named for them."""
    label = FACETS[left.facet].label
    of = _of(left, right, own)
    if not own.voice(left).own and not own.voice(right).own:
        if heard == "other":
            return None
        note = (
            f"One organisation gives two figures ({label}, {of}): {own.words(left)}{_by(left, own)}, "
            f"but {own.words(right)}{_by(right, own)}."
        )
        return pair(left, right, "same_speaker_two_figures", note)
    where = "the box" if in_box(left) else "the article"
    note = (
        f"{label.capitalize()}, {of}: {where} says {own.words(left)}{_by(left, own)}, the text "
        f"{own.words(right)}{_by(right, own)}."
    )
    return pair(left, right, "figure_differs", note)


def _outcome_changed(left: Statement, right: Statement, own: OwnWords) -> Pair | None:
    """One number as dead here, as neutralised there, with nothing that says it is not the same one."""
    one, two = _count(left), _count(right)
    if one is None or two is None or own.hearing(left, right) == "other":
        return None
    ends = {one.low, one.high} & {two.low, two.high} - {None}
    if not same_number(one, two) and not ends:
        return None
    note = (
        f"{own.words(left)}{_by(left, own)} and {own.words(right)}{_by(right, own)} tell of the same people: "
        "“neutralised” may include wounded or captured, “killed” does not."
    )
    return pair(left, right, "outcome_changed", note)


def _approximation(left: Statement, right: Statement, own: OwnWords) -> Pair | None:
    """ "About 60" here and "the sixty" there."""
    one, two = _count(left), _count(right)
    if one is None or two is None or not (is_point(one) and is_point(two)) or one.low != two.low:
        return None
    if one.approximate == two.approximate or own.hearing(left, right) == "other":
        return None
    note = f"{own.words(left)} and {own.words(right)}: one is about so many, the other exactly so many"
    fewer = _narrower(left, right, own)
    return pair(left, right, "approximation_lost", f"{note}{fewer}.")


def _narrower(left: Statement, right: Statement, own: OwnWords) -> str:
    one, two = own.who(left).bodies, own.who(right).bodies
    if not one or not two or one == two:
        return ""
    more, less = (one, two) if len(one) > len(two) else (two, one)
    if not less < more:
        return ""
    return f"; and the one counts {names_of(own.cast, more)}, the other {names_of(own.cast, less)} only"


def _synthesis(left: Statement, prose: list[Statement], own: OwnWords) -> Iterator[Pair]:
    """A range in the box whose ends are two speakers' figures in the text."""
    count = _count(left)
    if count is None or not is_span(count):
        return
    group = _PUT_OUT if left.facet in _PUT_OUT else frozenset({left.facet})
    near = [
        s
        for s in prose
        if s.facet in group and own.cast.relation(own.who(left), own.who(s)) not in ("other", "unknown")
    ]
    if any((c := _count(s)) and (c.low, c.high) == (count.low, count.high) for s in near):
        return
    low = [s for s in near if (c := _count(s)) and not is_span(c) and not c.vague and c.low == count.low]
    high = [
        s
        for s in near
        if (c := _count(s)) and not is_span(c) and not c.vague and count.high in (c.low, c.high)
    ]
    for one, two in product(low, high):
        if own.hearing(one, two) == "other" and own.hearing(two, one) == "other":
            note = (
                f"Nobody gave {own.words(left)}: {own.words(one)}{_by(one, own)} and {own.words(two)}"
                f"{_by(two, own)} are two speakers' figures made into one range."
            )
            yield pair(left, one, "synthesised_range", note)
            return


def _by(statement: Statement, own: OwnWords) -> str:
    """The speaker in brackets, where the quoted words do not name him."""
    words = own.voice(statement).words
    if own.voice(statement).own or not words or words.casefold() in own.words(statement).casefold():
        return ""
    return f" ({own.grounds.withholding.text(words)})"


def _of(left: Statement, right: Statement, own: OwnWords) -> str:
    bodies = own.who(right).bodies or own.who(left).bodies
    return names_of(own.cast, bodies) if bodies else "the same people"
