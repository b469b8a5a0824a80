"""The audit of an article: the steps in their order."""

from __future__ import annotations

from rashomon.errors import InputError
from rashomon.model.audit import Audit, ReadArticle
from rashomon.model.events import Event
from rashomon.writing.audit.grounds import Grounds
from rashomon.writing.audit.subject import choose_subject
from rashomon.writing.audit.verdicts import Context, judge
from rashomon.writing.view import CaseView


def audit_article(
    read: ReadArticle, view: CaseView, *, event_id: str | None = None, names: bool = False
) -> Audit:
    """All that was found in an article, held against one event of the case.

    ``event_id`` names the event; without it the one that fits best is taken, or none. Raises InputError
    where the case has no such event.
    """
    event = _event(read, view, event_id)
    grounds = Grounds(view, event, read.statements, names=names)
    context = Context(last_published=grounds.last_published())
    judged = tuple(judge(statement, grounds, context) for statement in read.statements)
    return Audit(article=read.article, judged=judged, event_id=event.id if event else None)


def _event(read: ReadArticle, view: CaseView, event_id: str | None) -> Event | None:
    if event_id is None:
        return choose_subject(read.statements, view)
    found = next((event for event in view.linked.events if event.id == event_id), None)
    if found is None:
        raise InputError(f"the case has no event {event_id!r}; rashomon events CASE lists them.")
    return found
