"""The audit of an article: the steps in their order."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.errors import InputError
from rashomon.model.audit import Audit, Pair, ReadArticle
from rashomon.model.events import Event
from rashomon.writing.audit.conflicts.figures import figure_conflicts
from rashomon.writing.audit.conflicts.oddities import find_oddities
from rashomon.writing.audit.conflicts.own import OwnWords
from rashomon.writing.audit.conflicts.words import word_conflicts
from rashomon.writing.audit.forms.rows import Found
from rashomon.writing.audit.grounds.gathering import Grounds
from rashomon.writing.audit.grounds.subject import choose_subject
from rashomon.writing.audit.omissions import find_omissions
from rashomon.writing.audit.verdicts.statements import Context, judge
from rashomon.writing.view import CaseView


def audit_article(
    read: ReadArticle, view: CaseView, *, event_id: str | None = None, names: bool = False
) -> Audit:
    """All that was found in an article, held against one event of the case; see `examine`."""
    return examine(read, view, event_id=event_id, names=names).audit


def examine(read: ReadArticle, view: CaseView, *, event_id: str | None = None, names: bool = False) -> Found:
    """The audit of an article with the grounds it was made on, from which its forms are written.

    ``event_id`` names the event; without it the one that fits best is taken, or none. Private persons'
    names are left out of notes and forms unless ``names``. Raises InputError where the case has no such event.
    """
    event = _event(read, view, event_id)
    grounds = Grounds(view, event, read.statements, names=names)
    context = Context(last_published=grounds.last_published())
    judged = tuple(judge(statement, grounds, context) for statement in read.statements)
    own = OwnWords(read, grounds)
    conflicts = _once([*figure_conflicts(own), *word_conflicts(own)])
    at_odds = {one.left for one in conflicts}
    notes = (one for one in find_oddities(own) if one.kind != "box_only" or one.left not in at_odds)
    audit = Audit(
        article=read.article,
        judged=judged,
        conflicts=conflicts,
        notes=_once(notes),
        omissions=find_omissions(judged, grounds),
        event_id=event.id if event else None,
    )
    return Found(audit=audit, grounds=grounds)


def _once(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Each two statements once for each kind of conflict, in the order found."""
    return tuple({(one.left, one.right, one.kind): one for one in pairs}.values())


def _event(read: ReadArticle, view: CaseView, event_id: str | None) -> Event | None:
    if event_id is None:
        return choose_subject(read.statements, view)
    found = next((event for event in view.linked.events if event.id == event_id), None)
    if found is None:
        raise InputError(f"the case has no event {event_id!r}; rashomon events CASE lists them.")
    return found
