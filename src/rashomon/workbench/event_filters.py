"""Which events a list shows and in which order, as its address says; and how each filter is taken off again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, get_args
from urllib.parse import urlencode

from rashomon.codebook.facets import FACETS
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.codebook.place_names import normalised
from rashomon.errors import InputError
from rashomon.model.base import value
from rashomon.model.dates import first_day, is_partial, last_day
from rashomon.workbench.event_index import Accounts, Entry, Reviewed
from rashomon.workbench.visits import Visit
from rashomon.writing.wording.dates import day_phrase

ACCOUNTS: Mapping[str, str] = {
    "differ": "accounts differ",
    "agree": "accounts agree",
    "single": "one account of each figure",
    "none": "no figure given",
}
REVIEW: Mapping[str, str] = {
    "none": "nothing decided",
    "part": "some claims decided",
    "all": "all claims decided",
}
OUTSIDE = "none"
"""Stands for events that ACLED has no type for."""

SORTS: Mapping[str, str] = {
    "told": "most told",
    "newest": "newest first",
    "oldest": "oldest first",
    "deaths": "most deaths (UCDP best)",
    "reports": "most reports",
    "differ": "most disagreement",
    "decided": "latest decision",
}

_ORDERS: dict[str, Callable[[Entry], Any]] = {
    "told": lambda e: (-len(e.event.principal_for), -len(e.event.reports)),
    "newest": lambda e: -(e.facts.last or dt.date.min).toordinal(),
    "oldest": lambda e: (e.facts.first or dt.date.max).toordinal(),
    "deaths": lambda e: -1 if e.facts.deaths is None else -e.facts.deaths - 2,
    "reports": lambda e: -len(e.event.reports),
    "differ": lambda e: (-e.facts.disputed, -e.facts.spread if e.facts.disputed else 0),
    "decided": lambda e: -e.latest,
}
"""Entries equal under an order stay in the record's."""


@value
class Wanted:
    """What a list is to show; empty where it may be anything. ``faults``: field → what is wrong with it."""

    q: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    place: str = ""
    actor: str = ""
    kind: str = ""
    facet: str = ""
    accounts: str = ""
    review: str = ""
    sort: str = "told"
    faults: Mapping[str, str]


@value
class Chip:
    """A filter in force, in words, and the address without it."""

    words: str
    without: str


FIELDS = ("q", "from", "to", "place", "actor", "kind", "facet", "accounts", "review")
"""Fields of the address that filter."""


def kind_choices() -> list[tuple[str, list[str]]]:
    """ACLED's event types with their sub-types, for a list to choose from."""
    found: dict[str, list[str]] = {}
    for kind in EVENT_KINDS.values():
        if kind.acled_type:
            subs = found.setdefault(kind.acled_type, [])
            if kind.acled_sub_type and kind.acled_sub_type not in subs:
                subs.append(kind.acled_sub_type)
    return sorted((name, sorted(subs)) for name, subs in found.items())


def read_wanted(visit: Visit) -> Wanted:
    """The filters of an address. Raises InputError where a choice is none that is offered."""
    faults: dict[str, str] = {}
    kinds = [OUTSIDE, *(name for one, subs in kind_choices() for name in (one, *subs))]
    return Wanted(
        q=visit.asked("q"),
        start=_day(visit, "from", first_day, faults),
        end=_day(visit, "to", last_day, faults),
        place=visit.asked("place"),
        actor=visit.asked("actor"),
        kind=_choice(visit, "kind", kinds),
        facet=_choice(visit, "facet", FACETS),
        accounts=_choice(visit, "accounts", get_args(Accounts)),
        review=_choice(visit, "review", get_args(Reviewed)),
        sort=_choice(visit, "sort", SORTS) or "told",
        faults=faults,
    )


def _day(
    visit: Visit, name: str, end_of: Callable[[str], dt.date | None], faults: dict[str, str]
) -> dt.date | None:
    said = visit.asked(name)
    day = end_of(said) if said and is_partial(said) else None
    if said and day is None:
        faults[name] = f"{said[:40]!r} is no date with a year. Write it as 2018-04-05, 2018-04 or 2018."
    return day


def _choice(visit: Visit, name: str, among: Iterable[str]) -> str:
    said, choices = visit.asked(name), list(among)
    if said and said not in choices:
        raise InputError(f"{name}={said[:60]!r}: events have none such. Choose one of {', '.join(choices)}.")
    return said


def choose(entries: Sequence[Entry], wanted: Wanted) -> list[Entry]:
    """The entries that all filters leave, in the order asked for."""
    tests = list(_tests(wanted))
    found = [entry for entry in entries if all(test(entry) for test in tests)]
    return sorted(found, key=_ORDERS[wanted.sort])


def _tests(wanted: Wanted) -> Iterable[Callable[[Entry], bool]]:
    if wanted.start or wanted.end:
        start, end = wanted.start or dt.date.min, wanted.end or dt.date.max
        yield lambda e: e.facts.first is not None and e.facts.first <= end and (e.facts.last or end) >= start
    if wanted.q:
        words = normalised(wanted.q).split()
        yield lambda e: all(_begins(word, (e.facts.title,)) for word in words)
    if wanted.place:
        place = normalised(wanted.place)
        yield lambda e: _begins(place, e.facts.places)
    if wanted.actor:
        actor, plain = wanted.actor, normalised(wanted.actor)
        yield lambda e: actor in e.facts.actor_ids or _begins(plain, e.facts.actors)
    if wanted.kind:
        yield lambda e: _is_kind(e, wanted.kind)
    if wanted.facet:
        yield lambda e: wanted.facet in e.facts.facets
    if wanted.accounts:
        yield lambda e: e.facts.accounts == wanted.accounts
    if wanted.review:
        yield lambda e: e.review == wanted.review


def _begins(words: str, names: Iterable[str]) -> bool:
    """True where a word of one of the names begins so."""
    return any(name.startswith(words) or f" {words}" in name for name in names)


def _is_kind(entry: Entry, kind: str) -> bool:
    acled = entry.event.acled
    return acled.event_type is None if kind == OUTSIDE else kind in (acled.event_type, acled.sub_event_type)


def chips(visit: Visit, wanted: Wanted) -> list[Chip]:
    """The filters in force, each with the address that leaves it out."""
    words = {
        "q": f"“{wanted.q}” in the title",
        "from": f"from {day_phrase(visit.asked('from'))}",
        "to": f"to {day_phrase(visit.asked('to'))}",
        "place": f"in {wanted.place}",
        "actor": f"with {wanted.actor}",
        "kind": "of no ACLED type" if wanted.kind == OUTSIDE else wanted.kind,
        "facet": f"tells of: {FACETS[wanted.facet].label}" if wanted.facet else "",
        "accounts": ACCOUNTS.get(wanted.accounts, ""),
        "review": REVIEW.get(wanted.review, ""),
    }
    said = [name for name in FIELDS if visit.asked(name) and name not in wanted.faults]
    return [
        Chip(words=words[name], without=visit.address(**{name: None, "page": None, "done": None}))
        for name in said
    ]


def unfiltered(visit: Visit) -> str:
    """The address of the same list with no filter; order and policy stay."""
    return visit.address(**dict.fromkeys((*FIELDS, "page", "done")))


def query_of(visit: Visit) -> str:
    """The filters alone, for another address that shows the same events."""
    return urlencode([(name, visit.asked(name)) for name in (*FIELDS, "policy") if visit.asked(name)])
