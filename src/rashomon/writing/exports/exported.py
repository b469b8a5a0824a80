"""What every export takes and gives: its options, its text, and what it had to leave out."""

from __future__ import annotations

from typing import Literal

from rashomon.errors import InputError
from rashomon.model.base import value
from rashomon.model.record import EventRecord
from rashomon.writing.view import CaseView

InterStyle = Literal["digits", "words"]


@value
class ExportOptions:
    """What a person may choose of an export; the policy and the day are those of the view's record.

    ``event_ids``: only these events, all where empty. ``inter``: ACLED's actor codes as digits or words.
    """

    event_ids: tuple[str, ...] = ()
    names: bool = False
    inter: InterStyle = "digits"


@value
class LeftOut:
    """One thing that the file does not hold, and why.

    ``what``: an event outside the format's definition; a fact that the format has no place for; a column
    that only a publisher can fill; or something that the format needs and no report says (``gap``).
    ``item`` names the column, facet or claim. A ``gap`` makes the file a partial one.
    """

    what: Literal["event", "fact", "column", "gap"]
    reason: str
    event: str | None = None
    item: str = ""


@value
class Exported:
    """An export: its text, further files by the ending of their names, and what was left out.

    ``rows``: the events that its rows are of, in their order, where the format has no column for our ids.
    """

    text: str
    left_out: tuple[LeftOut, ...] = ()
    rows: tuple[str, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()

    @property
    def partial(self) -> bool:
        """True where something that the format needs is missing, since no report says it."""
        return any(one.what == "gap" for one in self.left_out)


def chosen_events(view: CaseView, options: ExportOptions) -> tuple[EventRecord, ...]:
    """The events asked for, in the record's order. Raises InputError naming ids that are no event's."""
    if not options.event_ids:
        return view.record.events
    known = {event.id for event in view.record.events}
    unknown = [event_id for event_id in options.event_ids if event_id not in known]
    if unknown:
        raise InputError(
            f"the case holds no event {', '.join(map(repr, unknown))}. Its events: rashomon events CASE."
        )
    return tuple(event for event in view.record.events if event.id in options.event_ids)


def unmet(event: EventRecord, options: ExportOptions, reason: str) -> LeftOut:
    """An event that lacks what the format needs of every row, because no report says it.

    It makes the file partial where somebody asked for this event or a report is mainly about it; what is
    only mentioned besides is outside the format's definition.
    """
    wanted = event.id in options.event_ids or bool(event.principal_for)
    return LeftOut(what="gap" if wanted else "event", event=event.id, reason=reason)


NO_YEAR = "its year is not known: give the dates of its reports (--published, NAME.meta.json)"


def no_coordinates(event: EventRecord) -> str:
    """Why an event has no coordinates, and what to do about it where its place has a name."""
    if not event.place.name:
        return "no report says where it was"
    return f"no gazetteer gives the coordinates of {event.place.name}: add it (docs/places.md)"
