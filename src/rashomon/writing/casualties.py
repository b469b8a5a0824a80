"""The toll as each speaker gives it: accounts side by side, in the order they were given, never merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.codebook.facets import FACETS
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.model.article import Sentence
from rashomon.model.claims import Claim, Count, Unknown
from rashomon.model.record import EventRecord, Finding
from rashomon.writing.dates import is_exact_day
from rashomon.writing.figures import number
from rashomon.writing.parties import joined, party_key, people_phrase
from rashomon.writing.sentences import Account, account_sentence, note_sentence
from rashomon.writing.speakers import Speaker, speaker_of
from rashomon.writing.view import Lookups
from rashomon.writing.withholding import Withholding

_ORDER = {code: place for place, code in enumerate(FACETS)}


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
    accounts = [_account(group, event, lookups) for group in groups.values()]
    return tuple(sorted(accounts, key=lambda a: (a.said_on or a.printed_on or "9999", a.speaker.key)))


def _account_key(claim: Claim, speaker: Speaker, lookups: Lookups) -> tuple[object, ...]:
    stance = claim.attribution[0].stance if claim.attribution else "asserts"
    reach = lookups.events_of.get(claim.id, ()) if claim.scope == "several" else ()
    subset = claim.facet if claim.coverage in ("subset", "increment") else ""
    statement = lookups.statement_of.get(claim.id)
    # Figures that one body gave on two occasions must not share a sentence; prints of one statement do.
    who = statement or speaker.key
    occasion = "" if statement else said_on(claim, lookups) or ""
    return (
        who,
        party_key(claim.about),
        reach,
        stance,
        claim.certainty,
        claim.scope,
        subset,
        occasion,
    )


def _account(group: Sequence[tuple[Claim, Speaker]], event: EventRecord, lookups: Lookups) -> Account:
    leading: dict[tuple[object, ...], Claim] = {}
    for claim, _ in group:
        leading.setdefault(_figure_key(claim), claim)
    figures = sorted(leading.values(), key=lambda c: _ORDER.get(c.facet, 99))
    days = [day for claim, _ in group if (day := said_on(claim, lookups))]
    prints = [day for claim, _ in group if (day := lookups.report(claim).published)]
    return Account(
        speaker=_best_named([speaker for _, speaker in group]),
        claims=tuple(figures),
        prints=tuple(dict.fromkeys(claim.id for claim, _ in group)),
        said_on=min(days) if days else None,
        printed_on=min(prints) if prints else None,
        scope_words=scope_words(group[0][0], event, lookups),
    )


def _figure_key(claim: Claim) -> tuple[object, ...]:
    if isinstance(claim.value, Count):
        return (claim.facet, claim.value.low, claim.value.high, claim.value.vague)
    return (claim.facet, "unknown")


def _best_named(speakers: Sequence[Speaker]) -> Speaker:
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


def toll_sentences(
    accounts: Sequence[Account], event: EventRecord, withholding: Withholding
) -> list[Sentence]:
    """The accounts in words, and after them what does not agree and what cannot be compared."""
    sentences = []
    dated: set[tuple[str, str | None]] = set()
    for turn, together in enumerate(_sentences_of(accounts)):
        occasion = (together[0].speaker.key, together[0].said_on)
        sentences.append(account_sentence(together, withholding, turn=turn, dated=occasion not in dated))
        dated.add(occasion)
    sentences.extend(_dispute_sentences(accounts, event, withholding))
    sentences.extend(_scope_sentences(accounts))
    sentences.extend(_term_sentences(accounts))
    return sentences


_MOST_TOGETHER = 3
"""Parties that one sentence may hold before it gets hard to read."""


def _sentences_of(accounts: Sequence[Account]) -> list[list[Account]]:
    """Accounts of one speaker, day and reach that can share a sentence, in order."""
    groups: dict[tuple[object, ...], list[list[Account]]] = {}
    order: list[list[Account]] = []
    for account in accounts:
        first = account.claims[0]
        stance = first.attribution[0].stance if first.attribution else "asserts"
        key = (account.speaker.key, account.speaker.relays, account.said_on, account.scope_words, stance)
        runs = groups.setdefault(key, [])
        if not runs or len(runs[-1]) >= _MOST_TOGETHER:
            runs.append([])
            order.append(runs[-1])
        runs[-1].append(account)
    return order


def _dispute_sentences(
    accounts: Sequence[Account], event: EventRecord, withholding: Withholding
) -> Iterable[Sentence]:
    shown = {claim_id: account for account in accounts for claim_id in account.prints}
    for finding in event.findings:
        facet = FACETS.get(finding.facet)
        ids = [i for i in (*finding.supporting, *finding.opposing) if i in shown]
        if finding.agreement not in ("disputed", "revised") or not (facet and facet.outcome) or len(ids) < 2:
            continue
        yield note_sentence(_dispute_text(finding, ids, shown, withholding), ids)


def _dispute_text(
    finding: Finding, ids: Sequence[str], shown: dict[str, Account], withholding: Withholding
) -> str:
    label = FACETS[finding.facet].label
    people = people_phrase(finding.about, withholding)
    bodies = {shown[i].speaker.key: shown[i].speaker.name for i in ids}
    if finding.agreement == "revised":
        text = f"The number of {people} {label} was revised by the same source"
        return f"{text}; the later figure replaces the earlier one."
    if len(bodies) == 1:
        source = next(iter(bodies.values()))
        return f"The figures for {people} {label} come from one source, {source}, and do not agree."
    return f"The figures for {people} {label} given by {joined(sorted(set(bodies.values())))} do not agree."


def _scope_sentences(accounts: Sequence[Account]) -> Iterable[Sentence]:
    wide = [account for account in accounts if account.scope_words]
    narrow = [account for account in accounts if not account.scope_words]
    if wide and narrow:
        ids = [claim_id for account in wide for claim_id in account.prints]
        reach = (
            wide[0].scope_words.removeprefix("apparently ").removeprefix("across ").removesuffix(" that day")
        )
        yield note_sentence(
            f"Figures given for {reach} together are not comparable with those for this one alone.", ids
        )


def _term_sentences(accounts: Sequence[Account]) -> Iterable[Sentence]:
    claims = [c for account in accounts for c in account.claims if c.facet == "neutralised"]
    if claims:
        yield note_sentence("“Put out of action” does not say how many of them were killed.", claims)
