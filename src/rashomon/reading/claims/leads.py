"""A report's lead that adds up what it then tells one by one: "26 soldiers died in ambushes … 17 near A … nine at B".

Where the later figures of the same kind of people make exactly the first, they are its parts, and where they are
of happenings told apart, the first is over all of these. Nothing is concluded from numbers that only come near.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from rashomon.model.claims import Count
from rashomon.reading.claims.drafts import Draft

_FACETS = frozenset({"killed", "wounded"})
_LEAST = 3
"""A smaller number is too easily the sum of others by chance."""


def with_leads_spelled_out(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that an earlier figure adds up made parts of it, or it made one over their happenings."""
    told = list(drafts)
    counted = [place for place, draft in enumerate(told) if _is_counted(draft)]
    first = drafts[counted[0]].sentence if counted else 0
    for place in (p for p in counted if drafts[p].sentence == first):
        lead = told[place]
        if lead.scope != "event" or _number(lead) < _LEAST:
            continue
        later = [p for p in counted if _is_like(told[p], lead)]
        parts = _adding_up(later, told, _number(lead))
        over = tuple(sorted({h for p in parts for h in told[p].happenings} | set(lead.happenings)))
        if parts and len(over) > 1:
            told[place] = replace(
                lead, scope="several", scope_basis="inferred", happenings=over, coverage="total"
            )
        for part in parts if len(over) == 1 else ():
            told[part] = replace(told[part], coverage="subset", total=place)
    return told


def _is_counted(draft: Draft) -> bool:
    """True for an exact number of people, more than one, that stands by itself."""
    given = draft.value
    plain = draft.coverage == "unknown" and not draft.negated and len(draft.about) == 1
    return (
        plain
        and draft.facet in _FACETS
        and draft.about[0].person is None
        and isinstance(given, Count)
        and given.vague is None
        and given.low == given.high
        and (given.low or 0) > 0
    )


def _number(draft: Draft) -> int:
    return draft.value.low or 0 if isinstance(draft.value, Count) else 0


def _is_like(later: Draft, lead: Draft) -> bool:
    """True for a smaller number of the same kind of people, told in a later sentence."""
    mine, yours = lead.about[0].group, later.about[0].group
    alike = mine.noun == yours.noun or bool(set(mine.categories) & set(yours.categories) - {"people"})
    return (
        alike
        and later.facet == lead.facet
        and later.sentence > lead.sentence
        and later.scope == lead.scope
        and _number(later) < _number(lead)
    )


def _adding_up(places: Sequence[int], drafts: Sequence[Draft], number: int) -> tuple[int, ...]:
    """The first figures, of two sentences or more, that make a number exactly; none where they pass it by."""
    sums = list(accumulate(_number(drafts[place]) for place in places))
    if number not in sums:
        return ()
    parts = places[: sums.index(number) + 1]
    return tuple(parts) if len({drafts[place].sentence for place in parts}) > 1 else ()
