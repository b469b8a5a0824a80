"""The verdict on a date: the event's own, or that of what it is part of."""

from __future__ import annotations

from rashomon.model.audit import Statement
from rashomon.model.claims import Claim, Moment
from rashomon.model.dates import days_between, first_day, last_day
from rashomon.writing.audit.grounds.gathering import Account, Grounds
from rashomon.writing.audit.verdicts.ruling import Ruling, ids, own_words, quoted

_PARTS_OF_DAY = frozenset({"part_of_day", "hour", "minute"})
_NEARBY_DAYS = 10
"""Days within which another date for the same happening is a contradiction, not another happening."""


def judge_date(statement: Statement, claim: Claim, grounds: Grounds) -> Ruling:
    """The verdict on a statement that says when."""
    told = [a for a in grounds.of_facets("date") if isinstance(a.claim.value, Moment)]
    if not _tells_main_date(statement):
        told += [
            a for a in grounds.of_facets("date", near=["elsewhere"]) if isinstance(a.claim.value, Moment)
        ]
    else:
        told = [a for a in told if a.near == "event"] or told
    mine = claim.value
    if not isinstance(mine, Moment) or not mine.start:
        return Ruling(verdict="not_mentioned", note=f"{own_words(statement, grounds)} is no date to compare.")
    if mine.grain in _PARTS_OF_DAY and not any(c.isdigit() for c in mine.as_written):
        # "at nightfall": which day is meant the sentence does not say; the hour is what it tells.
        within = [a for a in told if a.near == "event" and _same_hour(mine, _moment(a))]
    else:
        within = [account for account in told if _holds(mine, account)]
    if within:
        near = [a for a in within if a.near == "event"] or within
        return Ruling(verdict="supported", note=f"Carried by {quoted(near, grounds)}.", evidence=ids(near))
    wider = [account for account in told if _overlap(mine, account)]
    if wider and mine.grain not in _PARTS_OF_DAY:
        note = f"The reports are less exact: {quoted(wider, grounds)}."
        return Ruling(verdict="partly_supported", note=note, evidence=ids(wider))
    event = [account for account in told if account.near == "event"]
    if event and _tells_main_date(statement) and all(_is_near(mine, account) for account in event):
        note = f"The article has {own_words(statement, grounds)}, but {quoted(event, grounds)}."
        return Ruling(verdict="contradicted", note=note, against=ids(event))
    spoken = [] if _tells_main_date(statement) else _spoken_on(mine, grounds)
    if spoken:
        note = f"The day of a statement: {quoted(spoken[:1], grounds)}."
        return Ruling(verdict="supported", note=note, evidence=ids(spoken))
    return Ruling(
        verdict="not_mentioned",
        note=f"No report of the case has anything on {own_words(statement, grounds)}.",
    )


def _same_hour(mine: Moment, theirs: Moment) -> bool:
    if mine.clock and theirs.clock:
        return mine.clock == theirs.clock
    return theirs.grain in _PARTS_OF_DAY and mine.as_written.casefold() in theirs.as_written.casefold()


def _spoken_on(mine: Moment, grounds: Grounds) -> list[Account]:
    """The claims of those who spoke that day."""
    day = grounds.with_year(mine.start)
    return [a for a in grounds.accounts if a.voice.said_on is not None and a.voice.said_on == day]


def _tells_main_date(statement: Statement) -> bool:
    return statement.where == "lead" or statement.where.startswith("infobox.")


def _moment(account: Account) -> Moment:
    found = account.claim.value
    return found if isinstance(found, Moment) else Moment(start=None, end=None, grain="vague", as_written="")


def _holds(mine: Moment, account: Account) -> bool:
    """True where the report's date lies within the article's."""
    theirs = _moment(account)
    if not theirs.start or days_between(mine.start, theirs.start) is None:
        return False
    if mine.start == theirs.start and (mine.end or mine.start) == (theirs.end or theirs.start):
        return True
    opens, closes = first_day(mine.start), last_day(mine.end or mine.start)
    first, last = first_day(theirs.start), last_day(theirs.end or theirs.start)
    if opens is None or closes is None or first is None or last is None:
        return days_between(mine.start, theirs.start) == 0
    return opens <= first and last <= closes


def _overlap(mine: Moment, account: Account) -> bool:
    theirs = _moment(account)
    opens, closes = first_day(mine.start), last_day(mine.end or mine.start)
    first, last = first_day(theirs.start), last_day(theirs.end or theirs.start)
    if opens is None or closes is None or first is None or last is None:
        return False
    return opens <= last and first <= closes


def _is_near(mine: Moment, account: Account) -> bool:
    apart = days_between(mine.start, _moment(account).start)
    return apart is not None and 0 < apart <= _NEARBY_DAYS
