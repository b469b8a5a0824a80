"""A claim that the reader missed, added by the words it stands on, or by when it is heard in a recording."""

from __future__ import annotations

import re
from typing import Any

from rashomon.codebook.facets import FACETS
from rashomon.errors import InputError
from rashomon.judging.added import TERMS_OF, value_fields
from rashomon.judging.checking import CHOICES
from rashomon.judging.taking import Heard, add_claim, add_heard_claim
from rashomon.model.dates import first_day, is_partial, last_day
from rashomon.model.events import Event
from rashomon.model.report import Report
from rashomon.workbench.corrections import mean_actor, read_number
from rashomon.workbench.deciding import decide
from rashomon.workbench.pages.report import find_report
from rashomon.workbench.visits import Form, Visit

_EVENT = re.compile(r"\be_[0-9a-f]+\b")


def add_missed_claim(visit: Visit, form: Form) -> str:
    """The claim stands on the words that were selected or written, and says what the form says."""
    report = find_report(visit)
    event, said, mentions = _event(visit, form), _said(form), visit.snapshot.mentions
    if form.text("at"):
        heard = Heard(at=form.text("at"), words=_bare(form.text("words")))
        return decide(visit, form, add_heard_claim(report, heard, event, mentions, **said))
    return decide(visit, form, add_claim(report, find_words(report, form), event, mentions, **said))


def find_words(report: Report, form: Form) -> tuple[int, int]:
    """Where the words stand. Raises InputError where they do not, or where it does not say which of several."""
    words = form.text("words")
    if not words:
        raise InputError("select the claim's words in the text, or write them as they stand there.")
    start, end = form.number("start"), form.number("end")
    if start is not None and end is not None and _bare(report.text[start:end]) == _bare(words):
        return start, end
    # Lines may be cut elsewhere in what was written by hand, so any blanks between words will do.
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    found = [match.span() for _, match in zip(range(2), pattern.finditer(report.text), strict=False)]
    if not found:
        raise InputError(
            f"the words {words[:80]!r} do not stand in {report.source_ref}. Copy them from its text."
        )
    if len(found) > 1:
        raise InputError(f"{words[:80]!r} stands more than once in {report.source_ref}. Give more words.")
    return found[0]


def _bare(words: str) -> str:
    """The words with one blank between them: a form sends line ends otherwise than the text has them."""
    return " ".join(words.split())


def _said(form: Form) -> dict[str, Any]:
    """What the claim says; what the form leaves open is left out."""
    facet, status = form.text("facet"), form.text("status")
    if facet not in FACETS:
        raise InputError(f"{facet[:40]!r} is no facet. Facets: {', '.join(FACETS)}.")
    if status and status not in CHOICES["status"]:
        raise InputError(f"{status[:40]!r}: expected one of {', '.join(CHOICES['status'])}.")
    said = {
        **_value(form, facet),
        "about": mean_actor(form.text("about")),
        "status": status,
        "speaker": mean_actor(form.text("speaker")),
    }
    return {"facet": facet} | {name: one for name, one in said.items() if one not in (None, "")}


def _value(form: Form, facet: str) -> dict[str, Any]:
    """What makes the claim's value; fields that its facet has no use for are not looked at."""
    fields = value_fields(facet)
    if "term" in fields:
        term = "_".join(form.text("term").lower().split())
        if not term:
            known = ", ".join(TERMS_OF.get(facet, ())) or "such as rifle or retreat, as other claims have it"
            raise InputError(f"{FACETS[facet].label}: give its code: {known}.")
        return {"term": term}
    if "first_day" in fields:
        first, last = form.text("first_day"), form.text("last_day")
        if not first:
            raise InputError("say the first day, such as 2018-04-05, 2018-04 or 2018.")
        starts = first_day(first) if is_partial(first) else None
        ends = last_day(last) if last and is_partial(last) else None
        if starts is not None and ends is not None and starts > ends:
            raise InputError(f"the first day {first} lies after the last {last}.")
        return {"first_day": first, "last_day": last}
    low, high = (read_number(name, form.text(name)) if name in fields else None for name in ("low", "high"))
    if low is not None and high is not None and low > high:
        raise InputError(f"the lowest number {low} lies above the highest {high}.")
    return {"low": low, "high": high}


def _event(visit: Visit, form: Form) -> Event | None:
    """The event that was chosen; None for one of the claim's own."""
    other = form.text("other_event")
    found = _EVENT.search(other)
    wanted = found[0] if found else other or form.text("event")
    if not wanted:
        return None
    event = visit.snapshot.linked_events.get(wanted)
    if event is None:
        raise InputError(f"there is no event {wanted[:60]!r}. Give the address of its page, or its id.")
    return event
