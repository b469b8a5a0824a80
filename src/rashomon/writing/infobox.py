"""The box of an article: date, place, sides, strength and losses, each line with its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.codebook.facets import FACETS
from rashomon.model.article import InfoboxEntry, InfoboxField
from rashomon.model.claims import ActorRef, Claim, Count, PlaceRef, Term, Unknown
from rashomon.model.events import without_wholes
from rashomon.model.record import RecordSide
from rashomon.writing.accounts import Telling
from rashomon.writing.casualties import gather_accounts, is_figure
from rashomon.writing.dates import event_days, span_phrase
from rashomon.writing.figures import bounds_phrase
from rashomon.writing.parties import joined, party_key
from rashomon.writing.sentences import Account
from rashomon.writing.speakers import capitalised
from rashomon.writing.view import party_names
from rashomon.writing.withholding import WITHHELD

_MAX_SIDES = 5


def infobox_fields(telling: Telling, claims: Sequence[Claim]) -> tuple[InfoboxField, ...]:
    """The parameters of the box in the template's order; a field nobody speaks of is left out."""
    fields = [
        _part_of(telling),
        _date(telling, claims),
        _place(telling, claims),
        _result(telling, claims),
        *_side_fields(telling, claims),
    ]
    return tuple(field for field in fields if field is not None and field.entries)


def _field(name: str, *entries: InfoboxEntry) -> InfoboxField:
    return InfoboxField(name=name, entries=tuple(entries))


def _part_of(telling: Telling) -> InfoboxField | None:
    whole = telling.lookups.records.get(telling.event.part_of or "")
    if whole is None:
        return None
    ids = tuple(claim.id for claim in telling.lookups.claims_of(whole.id) if claim.facet in ("kind", "date"))
    return _field("partof", InfoboxEntry(text=telling.withholding.text(whole.title), claim_ids=ids))


def _supporting(telling: Telling, claims: Sequence[Claim], facet: str) -> tuple[str, ...]:
    known = {claim.id for claim in claims}
    found = [i for f in telling.event.findings if f.facet == facet for i in f.supporting if i in known]
    return tuple(dict.fromkeys(found or [claim.id for claim in claims if claim.facet == facet]))


def _date(telling: Telling, claims: Sequence[Claim]) -> InfoboxField | None:
    if telling.event.date.start is None:
        return None
    if telling.event.date.imputed:
        text, ids = event_days(telling.event.date), _supporting(telling, claims, "kind")
        return _field("date", InfoboxEntry(text=text[0].upper() + text[1:], claim_ids=ids))
    text = span_phrase(telling.event.date.start, telling.event.date.end)
    return _field("date", InfoboxEntry(text=text, claim_ids=_supporting(telling, claims, "date")))


def _place(telling: Telling, claims: Sequence[Claim]) -> InfoboxField | None:
    place = telling.event.place
    names = list(dict.fromkeys(name for name in (place.name, place.adm2, place.adm1, place.country) if name))
    if not names:
        return None
    ids = _supporting(telling, claims, "place")
    near = "Near " if place.where_prec == 2 else ""
    written = [c.value.words for c in claims if c.id in ids and isinstance(c.value, PlaceRef)]
    note = f"Given in the reports as: {'; '.join(dict.fromkeys(written))}." if len(set(written)) > 1 else None
    return _field("place", InfoboxEntry(text=near + ", ".join(names), claim_ids=ids, note=note))


_RESULTS = {"victory": "Victory of {who}", "defeat": "Defeat of {who}"}


def _result(telling: Telling, claims: Sequence[Claim]) -> InfoboxField | None:
    """Only what a source says of the result, with its speaker."""
    entries: list[InfoboxEntry] = []
    for claim in claims:
        code = claim.value.code if isinstance(claim.value, Term) else ""
        if (
            claim.facet != "outcome"
            or code not in _RESULTS
            or claim.about is None
            or claim.polarity == "negated"
        ):
            continue
        who = (
            joined(party_names(claim.about))
            if claim.about.actors
            else telling.withholding.text(claim.about.words)
        )
        text = f"Per {telling.speaker(claim).name}: {_RESULTS[code].format(who=who)}"
        entries.append(InfoboxEntry(text=text, claim_ids=(claim.id,)))
    return _field("result", *entries)


def _side_fields(telling: Telling, claims: Sequence[Claim]) -> list[InfoboxField]:
    fields: dict[str, list[InfoboxField]] = {"combatant": [], "strength": [], "casualties": []}
    accounts = gather_accounts(
        [c for c in claims if is_figure(c)], telling.event, telling.lookups, telling.withholding
    )
    placed: set[str] = set()
    sides = telling.event.sides[:_MAX_SIDES]
    for place, side in enumerate(sides, start=1):
        mine = [a for a in accounts if _belongs(a.claims[0], side, telling)]
        placed |= {claim_id for account in mine for claim_id in account.prints}
        fields["combatant"].append(_combatants(f"combatant{place}", side, claims, telling))
        fields["strength"].append(_strengths(f"strength{place}", side, claims, telling))
        fields["casualties"].append(_field(f"casualties{place}", *(_loss_entry(a, telling) for a in mine)))
    rest = [a for a in accounts if not placed & set(a.prints)]
    if rest:
        number = len(sides) + 1
        fields["casualties"].append(_field(f"casualties{number}", *(_loss_entry(a, telling) for a in rest)))
    return [field for group in fields.values() for field in group]


def _belongs(claim: Claim, side: RecordSide, telling: Telling) -> bool:
    label = telling.lookups.side_of.get(claim.id) or (claim.about.side if claim.about else None)
    if label is not None:
        return label == side.label
    ids = {actor.id for actor in without_wholes(side.actors) if actor.id}
    return bool(claim.about and any(ref.actor_id in ids for ref in claim.about.actors))


def _combatants(name: str, side: RecordSide, claims: Sequence[Claim], telling: Telling) -> InfoboxField:
    entries = []
    for actor in without_wholes(side.actors):
        naming = [c for c in claims if _names(c, actor.id, actor.as_written)]
        if naming:
            speakers = {telling.speaker(c).key: telling.speaker(c) for c in naming}
            only = next(iter(speakers.values())) if len(speakers) == 1 else None
            note = (
                f"Named as taking part by {only.name} only."
                if only and not (only.own_voice and not only.is_statement)
                else None
            )
            text = telling.withholding.text(actor.name)
            entries.append(InfoboxEntry(text=text, claim_ids=tuple(c.id for c in naming), note=note))
    return _field(name, *entries)


def _names(claim: Claim, actor_id: str | None, as_written: Sequence[str]) -> bool:
    refs = list(claim.about.actors) if claim.about else []
    if isinstance(claim.value, ActorRef):
        refs.append(claim.value)
    return any((actor_id and ref.actor_id == actor_id) or ref.words in as_written for ref in refs)


def _strengths(name: str, side: RecordSide, claims: Sequence[Claim], telling: Telling) -> InfoboxField:
    entries: dict[str, InfoboxEntry] = {}
    for claim in claims:
        if claim.facet == "strength" and isinstance(claim.value, Count) and _belongs(claim, side, telling):
            speaker = telling.speaker(claim)
            text = f"Per {speaker.name}: {bounds_phrase(claim.value)}"
            before = entries.get(text)
            ids = (*before.claim_ids, claim.id) if before else (claim.id,)
            entries[text] = InfoboxEntry(text=text, claim_ids=ids)
    return _field(name, *entries.values())


def _loss_entry(account: Account, telling: Telling) -> InfoboxEntry:
    """A speaker's losses for one party: "Per the alliance: MSA and GATIA: 3 killed, 5 wounded"."""
    claim = account.claims[0]
    figures = ", ".join(_figure(c) for c in account.claims)
    who = joined(party_names(claim.about)) if claim.about and claim.about.actors else ""
    if not who and claim.about and party_key(claim.about):
        words = " ".join(telling.withholding.text(claim.about.words).split())
        who = "" if WITHHELD in words else words
    notes = []
    if account.scope_words:
        notes.append(f"{capitalised(account.scope_words)}.")
    if account.speaker.inferred:
        notes.append("Who relayed this is inferred from the sentences around it.")
    if account.speaker.relays:
        notes.append(f"Relayed by {joined(account.speaker.relays)}.")
    stance = claim.attribution[0].stance if claim.attribution else "asserts"
    if stance == "denies":
        figures = f"denies: {figures}"
    text = f"Per {account.speaker.name}: {f'{who}: ' if who else ''}{figures}"
    return InfoboxEntry(text=text, claim_ids=account.prints, note=" ".join(notes) or None)


def _figure(claim: Claim) -> str:
    label = FACETS[claim.facet].label
    may = "possibly " if claim.certainty == "hedged" else "not " if claim.polarity == "negated" else ""
    if isinstance(claim.value, Unknown):
        return f"{may}{label if claim.facet == 'losses' else f'{label}, number not known'}"
    if isinstance(claim.value, Count):
        if claim.value.high == 0:
            return "no losses" if claim.facet == "losses" else f"none {label}"
        return f"{may}{bounds_phrase(claim.value)} {label}"
    return label
