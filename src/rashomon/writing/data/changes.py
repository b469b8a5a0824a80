"""What changed between two states of a record, event by event, and what made it change.

Comes in: two records as ``record.json`` has them, so that an export of last year can be compared. Goes out:
the changes. Events are matched by id, else by the reports whose main event they are, else by the reports that
speak of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from rashomon.model.base import value
from rashomon.writing.data.files import record_data
from rashomon.writing.view import CaseView

Event = Mapping[str, Any]

_FACETS_BY_KEY = {"killed": "killed", "wounded": "wounded", "injured": "wounded", "captured": "captured"}
"""The facet behind a total's own key; totals without one are of deaths."""


@value
class Change:
    """One thing that differs. ``what`` is the path of a field of ``record.json``; None says absent."""

    event_id: str
    title: str
    kind: Literal["new", "gone", "changed"]
    what: str
    before: Any = None
    after: Any = None
    because: str = ""


def shown(said: Any) -> str:
    """What stood or stands in a record, for a line of text: lists joined, and "not said" where nothing is."""
    if said is None:
        return "not said"
    if isinstance(said, (list, tuple)):
        inner = (", ".join(map(str, one)) if isinstance(one, (list, tuple)) else str(one) for one in said)
        return " | ".join(inner) or "none"
    return str(said)


def compare_records(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The changes from one record to a later one, in the order of the later one's events."""
    pairs, gone = _match(before["events"], after["events"])
    changes: list[Change] = []
    for old, new in pairs:
        if old is None:
            changes.append(_whole(new, "new", f"told by {', '.join(new['reports'])}"))
        else:
            changes.extend(_compare_events(old, new))
    changes.extend(_whole(old, "gone", "no event of the later record tells of it") for old in gone)
    return tuple(changes)


def compare_views(before: CaseView, after: CaseView) -> tuple[Change, ...]:
    """The changes from one state of a case to a later one."""
    return compare_records(record_data(before), record_data(after))


def _whole(event: Event, kind: Literal["new", "gone"], because: str) -> Change:
    return Change(event_id=event["id"], title=event["title"], kind=kind, what="event", because=because)


def _match(
    before: Sequence[Event], after: Sequence[Event]
) -> tuple[list[tuple[Event | None, Event]], list[Event]]:
    left = list(before)
    matched: dict[int, Event] = {}
    for likeness in (_same_id, _same_principal, _same_reports):
        for place, new in enumerate(after):
            old = next((old for old in left if place not in matched and likeness(old, new)), None)
            if old is not None:
                matched[place] = old
                left.remove(old)
    return [(matched.get(place), new) for place, new in enumerate(after)], left


def _same_id(old: Event, new: Event) -> bool:
    return bool(old["id"] == new["id"])


def _same_principal(old: Event, new: Event) -> bool:
    return bool(set(old["principal_for"]) & set(new["principal_for"]))


def _same_reports(old: Event, new: Event) -> bool:
    same_day = old["date"]["start"] == new["date"]["start"]
    return bool(old["kind"] == new["kind"] and same_day and set(old["reports"]) & set(new["reports"]))


def _compare_events(old: Event, new: Event) -> Iterator[Change]:
    reasons = _Reasons(old, new)
    for what, before, after in _fields(old, new):
        if before != after:
            yield Change(
                event_id=new["id"],
                title=new["title"],
                kind="changed",
                what=what,
                before=before,
                after=after,
                because=reasons.of(what),
            )


def _fields(old: Event, new: Event) -> Iterator[tuple[str, Any, Any]]:
    for what in ("title", "kind", "type_of_violence", "event_clarity", "reports", "part_of"):
        yield what, old.get(what), new.get(what)
    for group in ("date", "place", "acled"):
        yield from _leaves(group, old.get(group), new.get(group))
    yield "sides", _side_names(old), _side_names(new)
    yield from _leaves("totals", old.get("totals"), new.get("totals"))


def _leaves(path: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    if not isinstance(old, Mapping) and not isinstance(new, Mapping):
        yield path, old, new
        return
    before, after = old or {}, new or {}
    for key in dict.fromkeys((*before, *after)):
        yield from _leaves(f"{path}.{key}", before.get(key), after.get(key))


def _side_names(event: Event) -> list[list[str]]:
    return [[actor["name"] for actor in side["actors"]] or [side["label"]] for side in event["sides"]]


class _Reasons:
    """Why a field of an event differs: reports that came or went, and the later finding's own reason."""

    def __init__(self, old: Event, new: Event) -> None:
        came = [report for report in new["reports"] if report not in old["reports"]]
        went = [report for report in old["reports"] if report not in new["reports"]]
        self._reports = [f"now also told by {', '.join(came)}"] if came else []
        self._reports += [f"no longer told by {', '.join(went)}"] if went else []
        self._before, self._after = _whys(old), _whys(new)

    def of(self, what: str) -> str:
        """The reason for a field, as far as the records tell it."""
        facet = _facet_of(what)
        why = self._after.get(facet, ())
        return "; ".join([*self._reports, *(one for one in why if one not in self._before.get(facet, ()))])


def _whys(event: Event) -> dict[str, tuple[str, ...]]:
    """Of each facet the reasons of its findings."""
    found: dict[str, list[str]] = {}
    for finding in event["findings"]:
        found.setdefault(finding["facet"], []).append(finding["why"])
    return {facet: tuple(whys) for facet, whys in found.items()}


def _facet_of(what: str) -> str:
    """The facet that a field of the record rests on."""
    parts = what.split(".")
    if parts[0] != "totals":
        return {"sides": "participant", "acled": "kind"}.get(parts[0], parts[0])
    named = next((part for part in parts if part in _FACETS_BY_KEY), "killed")
    return _FACETS_BY_KEY.get(named, named)
