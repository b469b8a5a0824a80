"""Decisions on which reports tell of one happening: merging, keeping apart, splitting, tying and untying."""

from __future__ import annotations

from rashomon.errors import InputError, OvertakenError
from rashomon.judging import Conflict
from rashomon.judging.taking import keep_apart, merge_events, split_event, tie_mentions
from rashomon.model.claims import Mention
from rashomon.model.events import Event
from rashomon.workbench.deciding import decide
from rashomon.workbench.pages.event import event_now
from rashomon.workbench.visits import Form, NotFoundError, Visit


def merge(visit: Visit, form: Form) -> str:
    """The two events are one happening."""
    return decide(visit, form, merge_events(_both(visit, form), visit.snapshot.mentions))


def apart(visit: Visit, form: Form) -> str:
    """The two events are two happenings, whatever later reports make of them.

    Raises OvertakenError where somebody made one of them since the page was made.
    """
    events = _both(visit, form)
    if events[0].id == events[1].id:
        _tell_of_merging(visit, form)
    return decide(visit, form, keep_apart(events, visit.snapshot.mentions))


def _tell_of_merging(visit: Visit, form: Form) -> None:
    named = {form.text("left"), form.text("right")}
    with visit.open_case() as case:
        since = case.judgements(after=form.number("seen") or 0)
    merged = [
        Conflict(judgement=one, things=(), agrees=False)
        for one in since
        if one.kind == "merge" and named & set(one.targets)
    ]
    if merged and len(named) > 1:
        raise OvertakenError("the two events were made one in between. Look at what was decided.", merged)


def split(visit: Visit, form: Form) -> str:
    """What the ticked reports tell is another happening than what the event's other reports tell."""
    event, reports = _event(visit, form.text("event")), form.texts("report")
    if not reports:
        raise InputError("no report was chosen. Tick those that tell of the other happening.")
    unknown = [report for report in reports if report not in visit.snapshot.reports]
    if unknown:
        raise NotFoundError(f"There is no report {unknown[0][:60]!r} in this case.")
    return decide(visit, form, split_event(event, reports, visit.snapshot.mentions))


def tie(visit: Visit, form: Form) -> str:
    """What a report tells of one event belongs to the other event."""
    told = _told(visit, form.text("report"), _event(visit, form.text("of")))
    event = _event(visit, form.text("event"))
    return decide(visit, form, tie_mentions(told, event, visit.snapshot.mentions, apart=False))


def untie(visit: Visit, form: Form) -> str:
    """What a report tells does not belong to its event."""
    event = _event(visit, form.text("event"))
    told = _told(visit, form.text("report"), event)
    return decide(visit, form, tie_mentions(told, event, visit.snapshot.mentions, apart=True))


def _both(visit: Visit, form: Form) -> list[Event]:
    return [_event(visit, form.text(side)) for side in ("left", "right")]


def _event(visit: Visit, event_id: str) -> Event:
    now = event_now(visit.snapshot, event_id)
    if now is None:
        raise NotFoundError(f"There is no event {event_id[:60]!r} now. Reload the page you came from.")
    return visit.snapshot.linked_events[now]


def _told(visit: Visit, report_id: str, event: Event) -> list[Mention]:
    """What one report tells of an event."""
    mentions = visit.snapshot.found.mentions_of.get(report_id, ())
    told = [mention for mention in mentions if mention.id in event.mention_ids]
    if not told:
        raise InputError(
            f"{report_id[:60]!r} is no report that tells of {event.title}. Choose one of its reports."
        )
    return told
