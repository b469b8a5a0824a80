"""One verdict for each statement: the right comparison for its facet, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.model.audit import Judged, Statement
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, Unknown
from rashomon.model.dates import first_day, last_day
from rashomon.writing.audit.grounds.gathering import Grounds
from rashomon.writing.audit.grounds.resemblance import likest_sentence
from rashomon.writing.audit.verdicts.actors import ROLES, judge_actor
from rashomon.writing.audit.verdicts.figures import judge_figure, judge_unknown
from rashomon.writing.audit.verdicts.needs import find_needs
from rashomon.writing.audit.verdicts.places import judge_place
from rashomon.writing.audit.verdicts.ruling import Ruling
from rashomon.writing.audit.verdicts.speeches import judge_speech
from rashomon.writing.audit.verdicts.terms import judge_kind, judge_person, judge_term
from rashomon.writing.audit.verdicts.whens import judge_date

_Judge = Callable[[Statement, Claim, Grounds], Ruling]
_JUDGES: dict[str, _Judge] = {
    "date": judge_date,
    "place": judge_place,
    "kind": judge_kind,
    "leader": judge_person,
    "victim": judge_person,
    "means": judge_term,
    "equipment": judge_term,
    "outcome": judge_term,
    "responsibility": judge_term,
    "link": judge_term,
    **dict.fromkeys(ROLES, judge_actor),
}
"""Facet → comparison; a figure of any facet goes to `judge_figure`."""
NO_EVENT = "No event of the case fits this article, so nothing in it could be compared."
_SETTLED = frozenset({"supported", "altered"})


@value
class Context:
    """What holds for the whole article: the last day on which a report of the case came out."""

    last_published: str | None


def judge(statement: Statement, grounds: Grounds, context: Context) -> Judged:
    """The verdict on one statement, with its evidence and the source that could settle it."""
    ruling = _rule(statement, grounds, context)
    needs = None if ruling.verdict in _SETTLED else find_needs(statement, grounds)
    return Judged(
        statement=statement,
        verdict=ruling.verdict,
        note=ruling.note,
        evidence=ruling.evidence,
        against=tuple(i for i in ruling.against if i not in ruling.evidence),
        needs=needs,
    )


def _rule(statement: Statement, grounds: Grounds, context: Context) -> Ruling:
    claim = statement.claim
    if grounds.event is None:
        return Ruling(verdict="not_mentioned", note=NO_EVENT)
    later = _said_later(statement, grounds, context)
    if later is not None:
        return later
    if claim is None:
        return judge_speech(statement, grounds) if statement.speech else _of_unread(statement, grounds)
    if isinstance(claim.value, Count):
        return judge_figure(statement, claim, grounds)
    if isinstance(claim.value, Unknown):
        return judge_unknown(statement, claim, grounds)
    found = _JUDGES.get(claim.facet)
    if found is None:
        return _of_unread(statement, grounds)
    return found(statement, claim, grounds)


def _said_later(statement: Statement, grounds: Grounds, context: Context) -> Ruling | None:
    """What was said after the last report came out cannot be in any of them."""
    voice = grounds.voice_of(statement)
    said, last = first_day(voice.said_on), last_day(context.last_published)
    if voice.own or said is None or last is None or said <= last:
        return None
    who = grounds.withholding.text(voice.words) or "the speaker"
    note = (
        f"It was said on {voice.said_on} by {who}, after the last report of the case came out "
        f"({context.last_published})."
    )
    return Ruling(verdict="not_mentioned", note=note)


def _of_unread(statement: Statement, grounds: Grounds) -> Ruling:
    """A clause that no claim could be read from is not compared; the reports' nearest sentence is named."""
    near = likest_sentence(statement.text, grounds)
    note = "No claim was read from this clause, so nothing could be compared"
    if near is None:
        return Ruling(verdict="not_mentioned", note=f"{note}, and no sentence of theirs resembles it.")
    return Ruling(verdict="not_mentioned", note=f"{note}; the nearest sentence of theirs: {near}.")
