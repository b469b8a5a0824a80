"""The box of an article: date, place, sides, strength and losses, each line with its speaker.

Fighting, and whatever has a named body on a side, takes ``Infobox military conflict``; an attack whose
authors nobody names takes ``Infobox civilian attack``, with victims only: an accused person never stands
in a box.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.codebook.facets import FACETS
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.model.article import InfoboxEntry, InfoboxField
from rashomon.model.claims import ActorRef, Claim, Count, PlaceRef, Term, Unknown
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord, RecordSide
from rashomon.writing.article.individuals import Individual
from rashomon.writing.article.participants import is_left_out, names_actor
from rashomon.writing.article.told import Told
from rashomon.writing.article.toll import people_of
from rashomon.writing.article.verbs import is_none, is_unnumbered
from rashomon.writing.view import party_names
from rashomon.writing.wording.casualties import stance_of
from rashomon.writing.wording.dates import event_days, span_phrase
from rashomon.writing.wording.figures import bounds_phrase
from rashomon.writing.wording.kinds import kind_label
from rashomon.writing.wording.labels import capitalised, plain_name
from rashomon.writing.wording.parties import joined, party_key, people_phrase
from rashomon.writing.wording.speakers import Speaker
from rashomon.writing.wording.telling import Telling, is_reporting, without_cited

MILITARY = "Infobox military conflict"
CIVILIAN = "Infobox civilian attack"
_MAX_SIDES = 5
_MOST_NAMES = 3
_RESULTS = {"victory": "Victory of {who}", "defeat": "Defeat of {who}"}


def box_template(event: EventRecord) -> str:
    """The box that fits: the military one unless nobody fought and no side is known by name."""
    fighting = event.kind in EVENT_KINDS and EVENT_KINDS[event.kind].two_sided
    known = any(
        actor.id and actor.identification == "named"
        for side in event.sides
        if side.role == "belligerent"
        for actor in without_wholes(side.actors)
    )
    return MILITARY if fighting or known or event.kind in ("operation", "arrest") else CIVILIAN


def infobox_fields(telling: Telling, claims: Sequence[Claim]) -> tuple[InfoboxField, ...]:
    """The parameters of the box in the template's order; a field nobody speaks of is left out."""
    if box_template(telling.event) == CIVILIAN:
        fields = [
            _part_of(telling),
            _place(telling, claims, "location"),
            _date(telling, claims),
            _kind(telling, claims),
            *_toll_fields(telling, claims),
        ]
    else:
        fields = [
            _part_of(telling),
            _date(telling, claims),
            _place(telling, claims, "place"),
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


def _kind(telling: Telling, claims: Sequence[Claim]) -> InfoboxField:
    ids = _supporting(telling, claims, "kind")
    return _field("type", InfoboxEntry(text=capitalised(kind_label(telling.event.kind)), claim_ids=ids))


def _date(telling: Telling, claims: Sequence[Claim]) -> InfoboxField | None:
    if telling.event.date.start is None:
        return None
    if telling.event.date.imputed:
        text, ids = event_days(telling.event.date), _supporting(telling, claims, "kind")
        return _field("date", InfoboxEntry(text=capitalised(text), claim_ids=ids))
    text = span_phrase(telling.event.date.start, telling.event.date.end)
    return _field("date", InfoboxEntry(text=text, claim_ids=_supporting(telling, claims, "date")))


def _place(telling: Telling, claims: Sequence[Claim], name: str) -> InfoboxField | None:
    place = telling.event.place
    names = list(dict.fromkeys(part for part in (place.name, place.adm2, place.adm1, place.country) if part))
    if not names:
        return None
    ids = _supporting(telling, claims, "place")
    near = "Near " if place.where_prec == 2 else ""
    written = [c.value.words for c in claims if c.id in ids and isinstance(c.value, PlaceRef)]
    note = f"Given in the reports as: {'; '.join(dict.fromkeys(written))}." if len(set(written)) > 1 else None
    names = [name for i, name in enumerate(names) if not i or not names[0].endswith(f" {name}")]
    text = near + ", ".join(names)
    return _field(name, InfoboxEntry(text=capitalised(text), claim_ids=ids, note=note))


def _result(telling: Telling, claims: Sequence[Claim]) -> InfoboxField | None:
    """Only what a source says of the result, with its speaker."""
    entries: list[InfoboxEntry] = []
    for claim in claims:
        code = claim.value.code if isinstance(claim.value, Term) else ""
        known = claim.facet == "outcome" and code in _RESULTS and claim.polarity == "affirmed"
        if not known or claim.about is None:
            continue
        who = (
            joined(party_names(claim.about))
            if claim.about.actors
            else people_phrase(claim.about, telling.withholding)
        )
        text = f"Per {telling.speaker(claim).name}: {_RESULTS[code].format(who=who)}"
        entries.append(InfoboxEntry(text=text, claim_ids=(claim.id,)))
    return _field("result", *entries)


def _side_fields(telling: Telling, claims: Sequence[Claim]) -> list[InfoboxField]:
    fields: dict[str, list[InfoboxField]] = {"combatant": [], "strength": [], "casualties": []}
    told, people = people_of(claims, telling)
    sides = telling.event.sides[:_MAX_SIDES]
    for place, side in enumerate(sides, start=1):
        mine = [one for one in told if one.side == place - 1]
        own = [p for p in people if telling.lookups.side_of.get(p.claims[0].id) == side.label]
        fields["combatant"].append(_combatants(f"combatant{place}", side, claims, telling))
        fields["strength"].append(_strengths(f"strength{place}", side, claims, telling))
        entries = [*_loss_entries(mine, telling), *(_person_entry(p, telling) for p in own)]
        fields["casualties"].append(_field(f"casualties{place}", *entries))
        people = tuple(p for p in people if p not in own)
    rest = [*_loss_entries([one for one in told if one.side >= len(sides)], telling)]
    rest += [_person_entry(person, telling) for person in people]
    if rest:
        fields["casualties"].append(_field(f"casualties{len(sides) + 1}", *rest))
    return [field for group in fields.values() for field in group]


def _toll_fields(telling: Telling, claims: Sequence[Claim]) -> list[InfoboxField]:
    """Deaths and injuries of an attack, whoever suffered them."""
    told, people = people_of(claims, telling)
    fields = []
    for name, facets in (("fatalities", ("killed",)), ("injuries", ("wounded", "casualties"))):
        mine = _loss_entries([one for one in told if one.facet in facets], telling)
        mine += [_person_entry(person, telling) for person in people if person.facet in facets]
        fields.append(_field(name, *mine))
    return fields


def _combatants(name: str, side: RecordSide, claims: Sequence[Claim], telling: Telling) -> InfoboxField:
    entries = []
    borne = _names if side.role == "victims" else names_actor
    for actor in without_wholes(side.actors):
        naming = [c for c in claims if borne(c, actor.id, actor.as_written)]
        if naming and (side.role == "victims" or not is_left_out(actor, telling)):
            speakers = {telling.speaker(c).key: telling.speaker(c) for c in naming}
            only = next(iter(speakers.values())) if len(speakers) == 1 else None
            named = joined([s.name for s in without_cited(list(speakers.values()))][:_MOST_NAMES])
            note = f"Named as taking part by {only.name} only." if only and not is_reporting(only) else None
            if note is None and not telling.is_fighting:
                note = f"Named by {named}."
            text = capitalised(telling.withholding.text(plain_name(actor.name)))
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


def _belongs(claim: Claim, side: RecordSide, telling: Telling) -> bool:
    label = telling.lookups.side_of.get(claim.id) or (claim.about.side if claim.about else None)
    if label is not None:
        return label == side.label
    ids = {actor.id for actor in without_wholes(side.actors) if actor.id}
    return bool(claim.about and any(ref.actor_id in ids for ref in claim.about.actors))


def _loss_entries(told: Sequence[Told], telling: Telling) -> list[InfoboxEntry]:
    """Lines of losses: one for each party, reach and set of voices."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    for one in sorted(told, key=lambda one: one.claim.coverage == "subset"):
        if one.claim.polarity == "negated" and not (is_unnumbered(one.claim) or is_none(one.claim)):
            continue  # "not dozens" is no line of losses
        if one.claim.coverage == "subset" and is_unnumbered(one.claim):
            continue  # nor is "some of those killed were women"
        key = (party_key(one.claim.about), one.scope, one.keys, stance_of(one.claim), one.claim.coverage)
        held = groups.setdefault(key, [])
        if any(other.facet == one.facet for other in held):
            groups.setdefault((*key, one.claim.id), []).append(one)
        else:
            held.append(one)
    return [_loss_entry(group, telling) for group in groups.values()]


def _loss_entry(told: Sequence[Told], telling: Telling) -> InfoboxEntry:
    """A body's losses as some speakers give them: "Per the alliance: MSA and GATIA: 3 killed, 5 wounded"."""
    first = told[0]
    claim = first.claim
    figures = ", ".join(_figure(one.claim) for one in told)
    who = joined([plain_name(name) for name in party_names(claim.about)]) if claim.about else ""
    if not who and claim.about and party_key(claim.about):
        people = people_phrase(claim.about, telling.withholding)
        who = "" if people in ("people", "members") else people
    if stance_of(claim) == "denies":
        figures = f"denies: {figures}"
    speakers = _names_of([voice.speaker for voice in first.voices])
    text = f"Per {speakers}: {f'{capitalised(who)}: ' if who else ''}{figures}"
    ids = tuple(dict.fromkeys(i for one in told for i in one.ids))
    return InfoboxEntry(text=telling.withholding.text(text), claim_ids=ids, note=_note(first))


def _note(told: Told) -> str | None:
    notes = [f"{capitalised(told.scope)}."] if told.scope else []
    relays = {name for voice in told.voices for name in voice.speaker.relays}
    if any(voice.speaker.inferred for voice in told.voices) and relays:
        notes.append("Who relayed this is inferred from the sentences around it.")
    if relays:
        notes.append(f"Relayed by {joined(sorted(relays))}.")
    return " ".join(notes) or None


def _person_entry(person: Individual, telling: Telling) -> InfoboxEntry:
    """A single person without name: "Per the police: a 5-year-old girl: 1 killed"."""
    leading = [claim for claim in person.claims if claim.facet == person.facet]
    speakers: dict[str, Speaker] = {}
    for claim in leading:
        speaker = telling.speaker(claim)
        speakers.setdefault(speaker.key, speaker)
    label = FACETS[person.facet].label
    may = "possibly " if all(claim.certainty == "hedged" for claim in leading) else ""
    text = f"Per {_names_of(list(speakers.values()))}: {may}{person.described.phrase()} {label}"
    return InfoboxEntry(
        text=telling.withholding.text(text), claim_ids=tuple(claim.id for claim in person.claims)
    )


def _names_of(speakers: Sequence[Speaker]) -> str:
    names = [speaker.name for speaker in without_cited(speakers)]
    return joined([*names[:_MOST_NAMES], *(["others"] if len(names) > _MOST_NAMES else [])])


def _figure(claim: Claim) -> str:
    label = FACETS[claim.facet].label
    may = "possibly " if claim.certainty == "hedged" else ""
    if claim.polarity == "negated" and claim.facet != "losses":
        return f"none {label}"
    if claim.coverage == "subset":
        label = f"of those {label}"
    if isinstance(claim.value, Unknown):
        return f"{may}{label if claim.facet == 'losses' else f'{label}, number not known'}"
    if isinstance(claim.value, Count):
        if claim.value.high == 0:
            return "no losses" if claim.facet == "losses" else f"none {label}"
        return f"{may}{bounds_phrase(claim.value)} {label}"
    return label
