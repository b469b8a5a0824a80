"""What the reports say of the event that the article leaves out, the weightiest first, each matter once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.codebook.facets import FACETS
from rashomon.model.audit import Judged, Omission, Statement
from rashomon.model.claims import ActorRef, Claim, Count, Moment, Person, PlaceRef, Term
from rashomon.writing.audit.grounds.cast import names_of
from rashomon.writing.audit.grounds.gathering import Account, Grounds
from rashomon.writing.audit.verdicts.actors import ROLES
from rashomon.writing.audit.verdicts.counts import RELATED_OUTCOMES, interval, same_number, says_unknown
from rashomon.writing.audit.verdicts.figures import is_one
from rashomon.writing.wording.dates import day_phrase

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
    touched = {claim_id for one in judged for claim_id in _used(one)}
    known = {_matter(a) for a in grounds.accounts if a.claim.id in touched}
    found: list[Omission] = []
    for account in sorted(_candidates(grounds), key=lambda a: _order(a, grounds)):
        matter = _matter(account)
        if matter in known or _is_told(account, judged, grounds):
            continue
        known.add(matter)
        found.append(Omission(claim_id=account.claim.id, note=_note(account, grounds)))
    return (*found, *_other_events(judged, touched, grounds))


def _used(judged: Judged) -> tuple[str, ...]:
    """The claims that a verdict tells of; what only stands in tension with the article is still left out."""
    if judged.statement.facet == "incidents" and judged.verdict in ("supported", "in_tension"):
        # "A clash broke out" leaves out that there were two.
        return () if is_one(judged.statement) else judged.evidence
    return judged.evidence if judged.verdict == "in_tension" else (*judged.evidence, *judged.against)


def _candidates(grounds: Grounds) -> Iterable[Account]:
    for account in grounds.accounts:
        claim = account.claim
        if account.near == "elsewhere" or claim.facet in _LEFT_OUT or claim.facet not in FACETS:
            continue
        if account.near == "around" and claim.facet in ("date", "place", *ROLES):
            continue
        if isinstance(claim.value, PlaceRef) and _is_wide(claim.value, grounds):
            continue
        yield account


def _is_wide(ref: PlaceRef, grounds: Grounds) -> bool:
    """True for a country, a border, a part of a country: no article is poorer without them."""
    place = grounds.gazetteer.place(ref.place_id) if ref.place_id else None
    wide = place is not None and place.kind in ("country", "region", "adm1")
    return wide or ref.relation == "border_of"


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


def _matter(account: Account) -> tuple[object, ...]:
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
            return "actor", tuple(sorted(account.who.bodies))
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


def _is_told(account: Account, judged: Sequence[Judged], grounds: Grounds) -> bool:
    """True where the article says it, whatever the verdict: the same number, body, day or place."""
    claim = account.claim
    for one in judged:
        mine = one.statement.claim
        if mine is None:
            continue
        if claim.facet in ROLES:
            who = grounds.who_of(one.statement).bodies
            named = account.who.bodies
            if not named or any(grounds.cast.related(a, b) for a in who for b in named):
                return True
        elif (mine.facet == claim.facet and _same_value(mine, claim)) or _is_covered(
            one.statement, mine, account, grounds
        ):
            return True
    return False


def _is_covered(statement: Statement, mine: Claim, account: Account, grounds: Grounds) -> bool:
    """True for "no losses" over "nobody killed", and for any figure over a mere "some were hit"."""
    claim = account.claim
    if mine.facet not in RELATED_OUTCOMES.get(claim.facet, ()) or not isinstance(mine.value, Count):
        return False
    if grounds.cast.relation(grounds.who_of(statement), account.who) not in ("same", "side", "whole"):
        return False
    if isinstance(claim.value, Count) and claim.value.high == 0:
        return mine.value.high == 0
    return says_unknown(claim) or _vagueness(claim) == 1


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
    """Other events told of in the same reports that the article does not speak of: one claim for each."""
    near = {event.id for event in grounds.around} | ({grounds.event.id} if grounds.event else set())
    told: dict[str, list[Account]] = {}
    for account in grounds.accounts:
        for event_id in grounds.lookups.events_of.get(account.claim.id, ()):
            if event_id not in near:
                told.setdefault(event_id, []).append(account)
    found = []
    for event_id, accounts in told.items():
        if any(a.claim.id in touched for a in accounts) or _tells_of(event_id, judged, grounds):
            continue
        account = next((a for a in accounts if a.claim.facet == "kind"), accounts[0])
        record = grounds.lookups.records.get(event_id)
        if record is None:
            continue
        when = f", {day_phrase(record.date.start)}" if record.date.start else ""
        title = record.title if when[2:] in record.title else f"{record.title}{when}"
        note = f"Left out: another event, {grounds.withholding.text(title)}. {grounds.quote(account)}."
        found.append(Omission(claim_id=account.claim.id, note=note))
    return tuple(found)


def _tells_of(event_id: str, judged: Sequence[Judged], grounds: Grounds) -> bool:
    """True where the article has the day of another event."""
    record = grounds.lookups.records.get(event_id)
    if record is None or record.date.precision != 1:
        return False
    moments = [j.statement.claim.value for j in judged if j.statement.claim is not None]
    return any(isinstance(m, Moment) and m.start == record.date.start for m in moments)
