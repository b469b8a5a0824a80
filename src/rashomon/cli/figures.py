"""Values and intervals as a person reads them in a table."""

from __future__ import annotations

from rashomon.cli.layout import clean
from rashomon.model.claims import (
    ActorRef,
    Attribution,
    Count,
    Moment,
    Party,
    Person,
    PlaceRef,
    Share,
    Term,
    Unknown,
    Value,
)
from rashomon.model.dates import parse_partial
from rashomon.model.record import EventDate, Interval, MinMax, RecordPlace

NOTHING_SAID = "–"
WITHHELD = "[name withheld]"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def show_interval(interval: Interval) -> str:
    """An interval in a cell.

    >>> show_interval(Interval(low=20, best=30, high=None)), show_interval(Interval(low=3, best=3, high=3))
    ('30 (20+)', '3')
    """
    span = show_bounds(interval.low, interval.high)
    if interval.best is None:
        return span
    return str(interval.best) if span in (str(interval.best), NOTHING_SAID) else f"{interval.best} ({span})"


def show_bounds(low: int | None, high: int | None) -> str:
    """Two bounds, either of which may be open: ``20–30``, ``20+``, ``up to 30``, or a dash for neither."""
    if low is None:
        return NOTHING_SAID if high is None else f"up to {high}"
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}–{high}"


def show_min_max(span: MinMax) -> str:
    """The span of what was said, with a plus where a bound has no top."""
    return show_bounds(span.min, span.max) + ("+" if span.max_open and span.max is not None else "")


def show_value(thing: Value | None, *, names: bool = False) -> str:
    """A claimed value in a few words; private names only if asked for."""
    match thing:
        case None:
            return "undecided"
        case Count():
            return _show_count(thing)
        case Share():
            return f"{clean(thing.as_written)} ({thing.low:.0%}–{thing.high:.0%})"
        case Moment():
            return show_days(thing.start, thing.end) or clean(thing.as_written)
        case PlaceRef() | ActorRef():
            return _show_name(thing)
        case Person():
            return clean(thing.words) if names or not thing.private else WITHHELD
        case Term():
            return clean(thing.words or thing.code)
        case Unknown():
            return "said not to be known"


def _show_name(thing: PlaceRef | ActorRef) -> str:
    if isinstance(thing, ActorRef):
        return clean(thing.name or thing.words)
    return clean(", ".join([thing.words, *thing.within]))


def _show_count(count: Count) -> str:
    about = "about " if count.approximate else ""
    if count.low is not None and count.high is None:
        return f"{about}{count.low} or more"
    return about + show_bounds(count.low, count.high)


def show_day(partial: str) -> str:
    """A partial date as prose.

    >>> show_day("2018-04-01"), show_day("--04-01"), show_day("2018")
    ('1 April 2018', '1 April, year unknown', '2018')
    """
    parts = parse_partial(partial)
    words = [str(parts.day)] if parts.day else []
    if parts.month:
        words.append(_MONTHS[parts.month - 1])
    if parts.year is None:
        return " ".join(words) + ", year unknown"
    return " ".join([*words, str(parts.year)])


def show_days(start: str | None, end: str | None) -> str:
    """One day or a span of days as prose; empty where neither end is known."""
    if start and end and start != end:
        return f"{show_day(start)} to {show_day(end)}"
    only = start or end
    return show_day(only) if only else ""


def show_event_days(date: EventDate) -> str:
    """An event's day or days as prose.

    >>> show_event_days(EventDate(start="2018-04-03", end="2018-04-03", imputed=True))
    'reported 3 April 2018'
    """
    days = show_days(date.start, date.end) or "not said"
    return f"reported {days}" if date.imputed else days


def show_date(date: EventDate) -> str:
    """An event's date with its precision code; a day of publication that stands in is called that."""
    days = show_event_days(date)
    if not date.start:
        return days
    days += "; no report says when it was" if date.imputed else ""
    return f"{days} (UCDP date_prec {date.precision})" if date.precision else days


def show_place(place: RecordPlace) -> str:
    """An event's place with what contains it, coordinates and precision code."""
    if not place.name and not place.country:
        return "not said"
    parts = dict.fromkeys(part for part in (place.name, place.adm2, place.adm1, place.country) if part)
    details = []
    if place.lat is not None and place.lon is not None:
        details.append(f"{place.lat:.3f}, {place.lon:.3f}")
    if place.where_prec:
        details.append(f"UCDP where_prec {place.where_prec}")
    return clean(", ".join(parts)) + (f" ({'; '.join(details)})" if details else "")


def show_party(party: Party | None) -> str:
    """Who a figure is about, by name where the registry has one."""
    if party is None:
        return ""
    names = dict.fromkeys(actor.name or actor.words for actor in party.actors)
    return clean(", ".join(names) or party.words)


def show_chain(chain: tuple[Attribution, ...], *, names: bool = False) -> str:
    """Who said it, from the first speaker to the outlet."""
    links = [_show_link(link, names=names) for link in chain]
    return " ‹ ".join(dict.fromkeys(links)) or "nobody named"


def _show_link(link: Attribution, *, names: bool) -> str:
    private = link.source_kind == "person" and not (link.office or link.on_behalf_of or link.actor_id)
    who = "a person" if private and not names else clean(link.source) or "reports"
    if link.stance != "asserts":
        who += f" ({link.stance})"
    return who + (" (inferred)" if link.inferred else "")
