"""Events that might be the same happening as another, or easily taken for it: near in time, place and people.

What stands here only proposes pairs to look at; `linking` says how likely a pair is one happening.
"""

from __future__ import annotations

from rashomon.codebook.geodesy import distance_km
from rashomon.model.base import value
from rashomon.workbench.event_index import Entry, EventIndex, Facts
from rashomon.writing.wording.dates import event_days

_MOST = 8
_DAYS = 14
_KM = 150.0


@value
class Near:
    """An event near another. ``reasons`` say in what."""

    id: str
    title: str
    when: str
    reasons: tuple[str, ...]


def nearest_events(event_id: str, index: EventIndex) -> list[Near]:
    """The events nearest to this one, the nearest first; none where nothing is near."""
    here = index.by_id.get(event_id)
    if here is None:
        return []
    found: list[tuple[float, int, Entry, list[str]]] = []
    for number, entry in enumerate(index.entries):
        reasons: list[str] = []
        weight = 0.0 if entry is here else _weigh(here.facts, entry.facts, reasons)
        if weight > 0:
            found.append((weight, number, entry, reasons))
    found.sort(key=lambda one: (-one[0], one[1]))
    return [_near(entry, reasons) for _, _, entry, reasons in found[:_MOST]]


def _near(entry: Entry, reasons: list[str]) -> Near:
    event = entry.event
    when = event_days(event.date) if event.date.start else "date not known"
    return Near(id=event.id, title=event.title, when=when, reasons=tuple(reasons))


def _weigh(one: Facts, two: Facts, reasons: list[str]) -> float:
    """How near two events are, 0 where too little is shared; what is shared is put to ``reasons``.

    A setting of ours: a day counts for as much as a place, and either alone needs the other, or an actor.
    """
    days, place = _days(one, two, reasons), _place(one, two, reasons)
    if days < 0 or place < 0:
        return 0.0
    shared = sorted(one.actor_ids & two.actor_ids)
    if shared:
        names = {a.id: a.name for side in one.event.sides for a in side.actors if a.id}
        reasons.append("both with " + ", ".join(names.get(actor, actor) for actor in shared[:3]))
    same_kind = one.event.kind == two.event.kind
    if same_kind:
        reasons.append("of the same kind")
    least = (days > 0) + (place > 0) + bool(shared)
    return days + place + min(len(shared), 2) * 0.5 + 0.25 * same_kind if least >= 2 else 0.0


def _days(one: Facts, two: Facts, reasons: list[str]) -> float:
    """1 for days that meet, less the further apart, below 0 where too far; 0 where a day is not known."""
    if one.first is None or two.first is None or one.last is None or two.last is None:
        return 0.0
    gap = max((two.first - one.last).days, (one.first - two.last).days, 0)
    if gap > _DAYS:
        return -1.0
    reasons.append("on the same day" if gap == 0 else f"{gap} day{'' if gap == 1 else 's'} apart")
    return 1.0 - gap / (_DAYS + 1)


def _place(one: Facts, two: Facts, reasons: list[str]) -> float:
    if one.spot is None or two.spot is None:
        return 0.0
    km = distance_km((one.spot.lat, one.spot.lon), (two.spot.lat, two.spot.lon))
    if km > _KM:
        return -1.0
    reasons.append("at the same place" if km < 1 else f"{km:,.0f} km apart")
    return 1.0 - km / (_KM + 1)
