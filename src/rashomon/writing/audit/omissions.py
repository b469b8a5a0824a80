"""What the reports say of the event that the article leaves out, the weightiest first, each matter once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.codebook.facets import FACETS
from rashomon.model.audit import Judged, Omission
from rashomon.model.claims import ActorRef, Claim, Count, Moment, Person, PlaceRef, Term
from rashomon.writing.audit.actors import ROLES
from rashomon.writing.audit.cast import names_of
from rashomon.writing.audit.counts import interval, same_number
from rashomon.writing.audit.grounds import Account, Grounds
from rashomon.writing.dates import day_phrase

_WEIGHT = (
    ("incidents",),
    tuple(code for code, facet in FACETS.items() if facet.outcome),
    ("strength",),
    ROLES,
    ("responsibility", "link", "leader"),
    ("outcome", "means", "equipment"),
    ("date", "place"),
)
"""Facets in the order in which their absence weighs."""
_LEFT_OUT = frozenset({"kind", "victim"})
"""What an event is called is no news, and victims' names are no fault to leave out."""


def find_omissions(judged: Sequence[Judged], grounds: Grounds) -> tuple[Omission, ...]:
    """The claims of the case that no statement touches; other events by one claim each, at the end."""
    if grounds.event is None:
        return ()
    touched = {claim_id for one in judged for claim_id in (*one.evidence, *one.against)}
    known = {_matter(a, grounds) for a in grounds.accounts if a.claim.id in touched}
    found: list[Omission] = []
    for account in sorted(_candidates(grounds), key=lambda a: _order(a, grounds)):
        matter = _matter(account, grounds)
        if matter in known or _is_told(account, judged, grounds):
            continue
        known.add(matter)
        found.append(Omission(claim_id=account.claim.id, note=_note(account, grounds)))
    return (*found, *_other_events(judged, touched, grounds))


def _candidates(grounds: Grounds) -> Iterable[Account]:
    for account in grounds.accounts:
        claim = account.claim
        if account.near == "elsewhere" or claim.facet in _LEFT_OUT or claim.facet not in FACETS:
            continue
        if account.near == "around" and claim.facet in ("date", "place", *ROLES):
            continue
        if claim.polarity == "negated" and claim.facet in ("date", "place"):
            continue
        yield account


def _order(account: Account, grounds: Grounds) -> tuple[object, ...]:
    facet = account.claim.facet
    weight = next((n for n, group in enumerate(_WEIGHT) if facet in group), len(_WEIGHT))
    near = 0 if account.near == "event" else 1
    codes = list(FACETS)
    return (
        near,
        weight,
        codes.index(facet),
        _vagueness(account.claim),
        grounds.lookups.claim_order(account.claim),
    )


def _vagueness(claim: Claim) -> int:
    return 1 if isinstance(claim.value, Count) and claim.value.vague else 0


def _matter(account: Account, grounds: Grounds) -> tuple[object, ...]:
    """What a claim is about, so that eight prints of one figure are left out once."""
    claim = account.claim
    value: object = None
    match claim.value:
        case Count() as count:
            value = (
                count.low,
                count.high,
                count.vague,
                account.who.side or tuple(sorted(account.who.bodies)),
            )
            return claim.facet, tuple(sorted(account.who.bodies)), value
        case ActorRef():
            return "actor", tuple(sorted(_bodies(account, grounds)))
        case Moment(start=start):
            value = start
        case PlaceRef(place_id=place_id, words=words):
            value = place_id or words.casefold()
        case Term(code=code):
            value = code
        case Person(words=words):
            value = words.split()[-1].casefold() if words.split() else ""
        case _:
            value = account.who.side
    return claim.facet, value


def _bodies(account: Account, grounds: Grounds) -> frozenset[str]:
    found = account.claim.value
    if isinstance(found, ActorRef) and found.actor_id:
        return frozenset([grounds.cast.body(found.actor_id)])
    return account.who.bodies


def _is_told(account: Account, judged: Sequence[Judged], grounds: Grounds) -> bool:
    """True where the article says it, whatever the verdict: the same number, body, day or place."""
    claim = account.claim
    for one in judged:
        mine = one.statement.claim
        if mine is None:
            continue
        if claim.facet in ROLES:
            who = grounds.who_of(one.statement).bodies
            named = _bodies(account, grounds)
            if not named or any(grounds.cast.related(a, b) for a in who for b in named):
                return True
        elif mine.facet == claim.facet and _same_value(mine, claim):
            return True
    return False


def _same_value(mine: Claim, theirs: Claim) -> bool:
    match mine.value, theirs.value:
        case (Count() as one, Count() as two):
            return same_number(one, two) or interval(one) == interval(two)
        case (Term(code=one), Term(code=two)):
            return one == two
        case (Moment(start=one), Moment(start=two)):
            return one == two
        case (PlaceRef() as one, PlaceRef() as two):
            return one.place_id == two.place_id is not None or one.words == two.words
        case _:
            return False


def _note(account: Account, grounds: Grounds) -> str:
    claim = account.claim
    label = FACETS[claim.facet].label
    of = ""
    if FACETS[claim.facet].outcome and account.who.bodies:
        of = f" of {names_of(grounds.cast, account.who.bodies)}"
    more = ", over several clashes together" if claim.scope == "several" else ""
    denied = " (denied)" if claim.polarity == "negated" else ""
    return f"Left out: {label}{of}{more}{denied}. {grounds.quote(account)}."


def _other_events(judged: Sequence[Judged], touched: set[str], grounds: Grounds) -> tuple[Omission, ...]:
    """Events of the case beside this one that the article does not speak of: one claim for each."""
    near = {event.id for event in grounds.around} | ({grounds.event.id} if grounds.event else set())
    found = []
    for event in grounds.lookups.view.linked.events:
        claims = [c for c in grounds.lookups.claims_of(event.id) if c.id not in touched]
        whole = len(claims) == len(grounds.lookups.claims_of(event.id))
        if event.id in near or not claims or not whole or _tells_of(event.id, judged, grounds):
            continue
        named = next((c for c in claims if c.facet == "kind"), claims[0])
        account = next(a for a in grounds.accounts if a.claim.id == named.id)
        record = grounds.lookups.records.get(event.id)
        when = f", {day_phrase(record.date.start)}" if record is not None and record.date.start else ""
        title = record.title if record is not None else event.title
        told = title if when and when[2:] in title else f"{title}{when}"
        note = f"Left out: another event, {grounds.withholding.text(told)}. {grounds.quote(account)}."
        found.append(Omission(claim_id=named.id, note=note))
    return tuple(found)


def _tells_of(event_id: str, judged: Sequence[Judged], grounds: Grounds) -> bool:
    """True where the article has the day of another event."""
    record = grounds.lookups.records.get(event_id)
    if record is None or record.date.precision != 1:
        return False
    moments = [j.statement.claim.value for j in judged if j.statement.claim is not None]
    return any(isinstance(m, Moment) and m.start == record.date.start for m in moments)
