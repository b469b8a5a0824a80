"""The toll as each speaker gives it, for tables: accounts side by side, in the order they were given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.codebook.facets import FACETS
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, Unknown
from rashomon.model.record import EventRecord
from rashomon.writing.view import Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.dates import is_exact_day
from rashomon.writing.wording.figures import number
from rashomon.writing.wording.parties import party_key
from rashomon.writing.wording.speakers import Speaker, speaker_of

_ORDER = {code: place for place, code in enumerate(FACETS)}


@value
class Account:
    """What one speaker says of one party, over one set of events: one number for each outcome."""

    speaker: Speaker
    claims: tuple[Claim, ...]
    """The leading print of each figure, in facet order."""
    prints: tuple[str, ...]
    """Ids of all claims behind these figures."""
    said_on: str | None = None
    printed_on: str | None = None
    """The earliest report that holds it: no later than this it was said."""
    scope_words: str = ""
    """How far the figures reach, where that is more than this event ("across two clashes that day")."""


def is_figure(claim: Claim) -> bool:
    """True for what happened to people, as a number or as an unknown one."""
    facet = FACETS.get(claim.facet)
    return bool(facet and facet.outcome) and isinstance(claim.value, (Count, Unknown))


def gather_accounts(
    claims: Iterable[Claim], event: EventRecord, lookups: Lookups, withholding: Withholding
) -> tuple[Account, ...]:
    """The figures of an event as accounts, the earliest first; prints of one account are one."""
    groups: dict[tuple[object, ...], list[tuple[Claim, Speaker]]] = {}
    for claim in claims:
        if is_figure(claim) and claim.certainty != "planned":
            speaker = speaker_of(claim, lookups, withholding)
            groups.setdefault(_account_key(claim, speaker, lookups), []).append((claim, speaker))
    accounts = [_account(part, event, lookups) for group in groups.values() for part in _one_of_each(group)]
    return tuple(sorted(accounts, key=lambda a: (a.said_on or a.printed_on or "9999", a.speaker.key)))


def _account_key(claim: Claim, speaker: Speaker, lookups: Lookups) -> tuple[object, ...]:
    reach = lookups.events_of.get(claim.id, ()) if claim.scope == "several" else ()
    subset = claim.facet if claim.coverage in ("subset", "increment") else ""
    return (
        speaker.key,
        party_key(claim.about),
        reach,
        stance_of(claim),
        claim.certainty,
        claim.scope,
        subset,
    )


def stance_of(claim: Claim) -> str:
    """What the first speaker does with it: asserts, denies, doubts or confirms it."""
    return claim.attribution[0].stance if claim.attribution else "asserts"


def _one_of_each(group: Sequence[tuple[Claim, Speaker]]) -> list[list[tuple[Claim, Speaker]]]:
    """The same body's figures in accounts that hold one number for each outcome."""
    accounts: list[dict[str, tuple[object, ...]]] = []
    members: list[list[tuple[Claim, Speaker]]] = []
    for claim, speaker in group:
        key = figure_key(claim)
        place = next(
            (i for i, held in enumerate(accounts) if held.get(claim.facet, key) == key), len(accounts)
        )
        if place == len(accounts):
            accounts.append({})
            members.append([])
        accounts[place][claim.facet] = key
        members[place].append((claim, speaker))
    return members


def _account(group: Sequence[tuple[Claim, Speaker]], event: EventRecord, lookups: Lookups) -> Account:
    leading: dict[tuple[object, ...], Claim] = {}
    for claim, _ in group:
        leading.setdefault(figure_key(claim), claim)
    figures = sorted(leading.values(), key=lambda c: _ORDER.get(c.facet, 99))
    days = [day for claim, _ in group if (day := said_on(claim, lookups))]
    prints = [day for claim, _ in group if (day := lookups.report(claim).published)]
    return Account(
        speaker=best_named([speaker for _, speaker in group]),
        claims=tuple(figures),
        prints=tuple(dict.fromkeys(claim.id for claim, _ in group)),
        said_on=min(days) if days else None,
        printed_on=min(prints) if prints else None,
        scope_words=scope_words(group[0][0], event, lookups),
    )


def figure_key(claim: Claim) -> tuple[object, ...]:
    """Equal for claims that give one number for one outcome."""
    if isinstance(claim.value, Count):
        return (claim.facet, claim.value.low, claim.value.high, claim.value.vague)
    return (claim.facet, "unknown")


def best_named(speakers: Sequence[Speaker]) -> Speaker:
    """The plainest way to the words: the body itself before a relay, then the fuller name."""
    return min(speakers, key=lambda s: (not s.own_voice, len(s.relays), -len(s.name), s.name, s.relays))


def said_on(claim: Claim, lookups: Lookups) -> str | None:
    """The day the first speaker said it, where the text gives it or the report is the statement itself."""
    first = claim.attribution[0] if claim.attribution else None
    if first is not None and first.said_on is not None and is_exact_day(first.said_on.start):
        return first.said_on.start
    report = lookups.report(claim)
    own = first is None or first.source_kind == "outlet" or report.kind == "statement"
    return report.published if own and is_exact_day(report.published) else None


def scope_words(claim: Claim, event: EventRecord, lookups: Lookups) -> str:
    """How far a figure reaches where it is over more than this event; empty where it is not."""
    ids = lookups.events_of.get(claim.id, ())
    if claim.scope != "several" and len(ids) < 2:
        return ""
    kind = EVENT_KINDS[event.kind].label if event.kind in EVENT_KINDS else "event"
    count = number(len(ids)) if len(ids) > 1 else "several"
    dates = [lookups.records[i].date for i in ids if i in lookups.records]
    days = {None if date.imputed else date.start for date in dates}
    day = " that day" if len(days) == 1 and None not in days and len(ids) > 1 else ""
    mark = "apparently " if claim.scope_basis == "inferred" else ""
    return f"{mark}across {count} {plural(kind)}{day}"


def plural(kind: str) -> str:
    """The plural of a kind of event.

    >>> plural("clash"), plural("arrests"), plural("ambush")
    ('clashes', 'arrests', 'ambushes')
    """
    if kind.endswith("s") and not kind.endswith("ss"):
        return kind
    return kind + ("es" if kind.endswith(("sh", "ch", "ss", "x")) else "s")
