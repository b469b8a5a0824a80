"""The verdict on a figure: who gave it, with which bound, for whom, over how many clashes."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.codebook.course_words import FIGHTS
from rashomon.codebook.facets import FACETS
from rashomon.model.audit import Statement
from rashomon.model.claims import Claim, Count, words_of
from rashomon.writing.audit.grounds.cast import Relation, names_of
from rashomon.writing.audit.grounds.gathering import Account, Grounds
from rashomon.writing.audit.grounds.parts import is_of_longer, says_part
from rashomon.writing.audit.verdicts.counts import (
    RELATED_OUTCOMES,
    Fit,
    exceeds,
    fit,
    is_point,
    is_span,
    may_be_among,
    says_unknown,
)
from rashomon.writing.audit.verdicts.ruling import Ruling, ids, own_words, quoted
from rashomon.writing.audit.verdicts.terms import is_conflated

_COMPARABLE: frozenset[Relation] = frozenset({"same", "part", "whole", "overlap", "side"})
_SAME_PEOPLE: frozenset[Relation] = frozenset({"same", "side"})
_OWN: frozenset[str] = frozenset({"plain", "same", "narrower", "wider", "relay"})
_UNCOUNTED_PEOPLE = frozenset({"incidents"})
_ORDER = {"equal": 0, "weaker": 1, "sharper": 3, "overlap": 4, "apart": 5}
_HEARD = {"same": 0, "plain": 0, "relay": 1, "narrower": 2, "wider": 2, "other": 3}


def judge_figure(statement: Statement, claim: Claim, grounds: Grounds) -> Ruling:
    """The verdict on a statement that gives a number."""
    told = _told(statement, claim, grounds)
    own = [one for one, heard in told if heard in _OWN]
    others = [one for one, heard in told if heard not in _OWN]
    synthesis = _synthesis([one for one, _ in told], claim)
    if synthesis and not _carrying(own):
        return _of_synthesis(statement, synthesis, grounds)
    if not own:
        whole = [] if others or is_of_longer(statement.text) else _wholes(statement, claim, grounds)
        return _of_part(statement, whole, grounds) if whole else _of_silence(statement, others, grounds)
    return _of_own(statement, own, grounds)


def judge_unknown(statement: Statement, claim: Claim, grounds: Grounds) -> Ruling:
    """The verdict on "unknown": nobody says it, or somebody does."""
    who = grounds.who_of(statement)
    told = [
        account
        for account in grounds.of_facets(claim.facet)
        if grounds.cast.relation(who, account.who) in _SAME_PEOPLE
    ]
    if not told:
        return Ruling(verdict="not_mentioned", note=_absence(statement, grounds))
    unknown = [account for account in told if says_unknown(account.claim)]
    if len(unknown) == len(told):
        return Ruling(verdict="supported", note=f"Carried by {quoted(told, grounds)}.", evidence=ids(told))
    note = f"The article has {own_words(statement, grounds)}, but {quoted(told, grounds)}."
    return Ruling(verdict="in_tension", note=note, against=ids(told))


def _told(statement: Statement, claim: Claim, grounds: Grounds) -> list[tuple[Fit, str]]:
    """The reports' figures for the same people, best first, with whose voice each is."""
    who = grounds.who_of(statement)
    found: list[tuple[Fit, str]] = []
    if is_of_longer(statement.text):
        return found
    for account in grounds.told_for(statement, *RELATED_OUTCOMES.get(claim.facet, (claim.facet,))):
        related = grounds.cast.relation(who, account.who)
        alike = claim.facet in _UNCOUNTED_PEOPLE or related in _COMPARABLE or related == "unknown"
        if not alike or account.claim.polarity == "negated" or not _same_things(statement, account):
            continue
        if account.near == "around" and account.claim.scope != "several":
            # Another clash of the operation, or the operation as a whole: not the same figure.
            continue
        heard = grounds.hearing(statement, account)
        held = fit(claim, account, heard)
        nobody = related == "unknown" and claim.facet not in _UNCOUNTED_PEOPLE
        if nobody and (held is None or held.meeting != "equal"):
            # Nobody knows whose figure one of them is: only the same number speaks for the same people.
            continue
        if held is not None and held.meeting == "apart" and may_be_among(claim, account.claim):
            continue
        if held is not None and held.meeting != "equal" and _is_part_of_other(statement, account, grounds):
            continue
        firm = related in _SAME_PEOPLE or claim.facet in _UNCOUNTED_PEOPLE
        if held is not None and (held.meeting != "apart" or firm or _is_too_much(claim, account, related)):
            found.append((held, heard))
    return sorted(found, key=lambda pair: _rank(*pair))


def _is_part_of_other(statement: Statement, account: Account, grounds: Grounds) -> bool:
    """True where one of two numbers counts some of those whom the other counts all of."""
    mine = statement.claim.value if statement.claim is not None else None
    theirs = account.claim.value
    if not isinstance(mine, Count) or not isinstance(theirs, Count):
        return False
    if statement.id in grounds.parts and not exceeds(mine, theirs):
        return True
    words = words_of(account.claim)
    return says_part(account.claim, words) and not exceeds(theirs, mine)


def _wholes(statement: Statement, claim: Claim, grounds: Grounds) -> list[Account]:
    """The reports' figures for all of those of whom the statement counts a part."""
    who = grounds.who_of(statement)
    return [
        account
        for account in grounds.told_for(statement, claim.facet)
        if grounds.cast.relation(who, account.who) in _SAME_PEOPLE
        and account.near == "event"
        and isinstance(account.claim.value, Count)
        and _is_part_of_other(statement, account, grounds)
    ]


def _of_part(statement: Statement, whole: Sequence[Account], grounds: Grounds) -> Ruling:
    note = (
        f"{own_words(statement, grounds)} and {quoted(whole, grounds)}: one counts a part only, so the figures "
        "are not for the same people."
    )
    return Ruling(verdict="not_mentioned", note=note)


def _same_things(statement: Statement, account: Account) -> bool:
    """True unless one counts fights and the other something else ("two air strikes")."""
    if statement.facet != "incidents":
        return True
    return bool(FIGHTS.search(statement.text)) == bool(FIGHTS.search(words_of(account.claim)))


def _is_too_much(claim: Claim, account: Account, related: Relation) -> bool:
    """True where some of them are more than all of them: a figure of one party above that of its side."""
    mine, theirs = claim.value, account.claim.value
    if not isinstance(mine, Count) or not isinstance(theirs, Count):
        return False
    return (related == "whole" and exceeds(theirs, mine)) or (related == "part" and exceeds(mine, theirs))


def _rank(held: Fit, heard: str) -> tuple[int, ...]:
    near = 0 if held.account.near == "event" else 1
    plain = 2 if held.meeting == "equal" and held.changes else _ORDER[held.meeting]
    return plain, _HEARD[heard], len(held.changes), near, 0 if held.same_outcome else 1


def _carrying(fits: Sequence[Fit]) -> list[Fit]:
    return [one for one in fits if one.meeting in ("equal", "weaker") and not one.changes]


def _of_own(statement: Statement, fits: Sequence[Fit], grounds: Grounds) -> Ruling:
    carrying, apart = _carrying(fits), _disputing(fits)
    if carrying:
        return _of_carried(statement, carrying, apart, grounds)
    best = fits[0]
    evidence = [one.account for one in fits if one.meeting == best.meeting and one.changes == best.changes]
    if best.meeting in ("equal", "weaker"):
        note = f"The article has {own_words(statement, grounds)}; {quoted(evidence, grounds)}: "
        note += f"{'; '.join(_told_change(c, best, statement, grounds) for c in best.changes)}."
        return Ruling(verdict="altered", note=note, evidence=ids(evidence), against=ids(apart))
    if best.meeting in ("sharper", "overlap"):
        say = "the reports are less exact" if best.meeting == "sharper" else "the figures meet only in part"
        note = f"The article has {own_words(statement, grounds)}, but {say}: {quoted(evidence, grounds)}."
        return Ruling(verdict="partly_supported", note=note, evidence=ids(evidence), against=ids(apart))
    return _of_apart(statement, fits, grounds)


def _disputing(fits: Sequence[Fit]) -> list[Account]:
    """Figures for the same people and the same clash that cannot be true beside the statement's."""
    return [one.account for one in fits if one.meeting == "apart" and one.same_outcome and not _shared(one)]


def _shared(held: Fit) -> bool:
    return held.account.claim.scope == "several"


def _of_carried(
    statement: Statement, carrying: Sequence[Fit], apart: Sequence[Account], grounds: Grounds
) -> Ruling:
    accounts = [one.account for one in carrying]
    if apart and grounds.voice_of(statement).own:
        note = (
            f"{quoted(accounts, grounds)}, which carries it, but {quoted(apart, grounds)}; the article gives "
            "one of them as plain fact."
        )
        return Ruling(verdict="in_tension", note=note, evidence=ids(accounts), against=ids(apart))
    note = f"Carried by {quoted(accounts, grounds)}"
    if grounds.voice_of(statement).own and all(not account.voice.own for account in accounts):
        note += "; the article gives it as plain fact, the reports only as what a speaker says"
    return Ruling(verdict="supported", note=f"{note}.", evidence=ids(accounts), against=ids(apart))


def _of_apart(statement: Statement, fits: Sequence[Fit], grounds: Grounds) -> Ruling:
    firm = _disputing(fits)
    if firm and statement.facet in _UNCOUNTED_PEOPLE:
        conflated = [account for account in firm if is_conflated(account, grounds)]
        if not conflated and is_one(statement):
            note = f"One of those that the reports tell apart: {quoted(firm, grounds)}."
            return Ruling(verdict="supported", note=note, evidence=ids(firm))
        note = f"The article has {own_words(statement, grounds)}; {quoted(firm, grounds)}."
        return Ruling(verdict="in_tension", note=note, against=ids(firm))
    if firm:
        note = f"The article has {own_words(statement, grounds)}, but {quoted(firm, grounds)}."
        return Ruling(verdict="contradicted", note=note, against=ids(firm))
    accounts = [one.account for one in fits]
    note = (
        f"The article has {own_words(statement, grounds)}; {quoted(accounts, grounds)}, for several clashes "
        "together, so the figures are not for the same thing."
    )
    return Ruling(verdict="in_tension", note=note, against=ids(accounts))


def _of_silence(statement: Statement, others: Sequence[Fit], grounds: Grounds) -> Ruling:
    voice = grounds.voice_of(statement)
    if not others:
        return Ruling(verdict="not_mentioned", note=_absence(statement, grounds))
    accounts = [one.account for one in others]
    note = f"No report has it from {grounds.withholding.text(voice.words)}; others say: {quoted(accounts, grounds)}."
    apart = [
        one.account for one in others if one.meeting == "apart" and one.same_outcome and not _shared(one)
    ]
    return Ruling(verdict="not_mentioned", note=note, against=ids(apart))


def is_one(statement: Statement) -> bool:
    """True for "a clash": one of them, if there were more."""
    found = statement.claim.value if statement.claim is not None else None
    return isinstance(found, Count) and found.low == found.high == 1


def _absence(statement: Statement, grounds: Grounds) -> str:
    bodies = grounds.who_of(statement).bodies
    of = f" for {names_of(grounds.cast, bodies)}" if bodies else ""
    if statement.facet == "losses":
        return f"No report of the case speaks of losses{of}."
    if statement.facet == "strength":
        return f"No report of the case gives a strength{of}."
    if statement.facet == "incidents":
        return "No report of the case says how many times they fought."
    return f"No report of the case gives a number of {_label(statement.facet)}{of}."


def _synthesis(fits: Sequence[Fit], claim: Claim) -> list[Account]:
    """The claims of different speakers that the two ends of a range come from; none where one speaker gave it."""
    mine = claim.value
    if not isinstance(mine, Count) or not is_span(mine):
        return []
    if any(one.meeting == "equal" and is_span_of(one.account.claim) for one in fits):
        return []
    low = [one.account for one in fits if _names(one.account.claim, mine.low)]
    high = [one.account for one in fits if _names(one.account.claim, mine.high)]
    apart = [
        (a, b) for a in low for b in high if a.voice.bodies != b.voice.bodies or a.voice.own != b.voice.own
    ]
    return list(dict.fromkeys([*(a for a, _ in apart), *(b for _, b in apart)]))


def is_span_of(claim: Claim) -> bool:
    """True where a claim's own figure is a range."""
    return isinstance(claim.value, Count) and is_span(claim.value)


def _names(claim: Claim, number: int | None) -> bool:
    count = claim.value
    if not isinstance(count, Count) or count.vague or is_span(count):
        return False
    return number == (count.low if is_point(count) or count.high is None else count.high)


def _of_synthesis(statement: Statement, accounts: Sequence[Account], grounds: Grounds) -> Ruling:
    note = (
        f"Nobody gave the range {own_words(statement, grounds)}: its ends are figures of different speakers: "
        f"{quoted(accounts, grounds)}."
    )
    return Ruling(verdict="unsupported_synthesis", note=note, evidence=ids(accounts))


def _told_change(code: str, held: Fit, statement: Statement, grounds: Grounds) -> str:
    theirs = held.account
    count = theirs.claim.value
    written = count.as_written.strip() if isinstance(count, Count) else ""
    if code == "bound":
        return f"“{written}” became a plain number"
    if code == "approximation":
        return f"“{written}” became an exact number"
    if code == "scope":
        basis = " (as the sentence is understood)" if theirs.claim.scope_basis == "inferred" else ""
        return f"the report's figure covers several clashes together{basis}, the article's one"
    if code == "outcome":
        return f"“{_label(statement.facet)}” is not “{_label(theirs.claim.facet)}”"
    if code == "hedge":
        return "the report is not sure of it, and the article is"
    mine = grounds.voice_of(statement).bodies
    said = names_of(grounds.cast, theirs.voice.bodies)
    if len(mine) < len(theirs.voice.bodies):
        return f"it was said by {said}, not by {names_of(grounds.cast, mine)} alone"
    return f"it was said by {said} alone"


def _label(facet: str) -> str:
    return FACETS[facet].label if facet in FACETS else facet
