"""The plan of an article: lead, prelude, battle, aftermath; every sentence with the claims it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.errors import InputError
from rashomon.model.article import Article, Section, Sentence
from rashomon.model.claims import Claim, Moment, PlaceRef
from rashomon.model.dates import first_day
from rashomon.model.record import EventRecord, RecordPlace
from rashomon.writing.accounts import (
    Telling,
    absence_sentences,
    borne_out,
    by_speaker,
    course_sentences,
    incident_sentences,
    leader_sentences,
    liaison_sentences,
    means_sentences,
    participant_sentences,
    responsibility_sentences,
    role_sentences,
    strength_sentences,
    victim_sentences,
)
from rashomon.writing.casualties import gather_accounts, is_figure, plural, toll_sentences
from rashomon.writing.dates import is_exact_day, span_phrase
from rashomon.writing.infobox import infobox_fields
from rashomon.writing.parties import joined
from rashomon.writing.sentences import note_sentence
from rashomon.writing.short_names import ShortNames, find_acronyms
from rashomon.writing.speakers import with_article
from rashomon.writing.view import CaseView, Lookups, outlet_name
from rashomon.writing.withholding import Withholding

_MAX_BACKGROUND = 6


def write_article(view: CaseView, event_id: str, *, names: bool = False) -> Article:
    """The article of one event. Raises InputError where the record has no event of this id."""
    lookups = Lookups(view)
    event = lookups.records.get(event_id)
    if event is None:
        raise InputError(f"there is no event {event_id!r} in this record; see rashomon events CASE")
    telling = Telling(event=event, lookups=lookups, withholding=Withholding(view, names=names))
    claims = lookups.claims_of(event_id)
    drafts = (
        ("", _lead(claims, telling)),
        ("Prelude", _prelude(telling)),
        ("Battle" if _is_fighting(event) else "Event", _battle(claims, telling)),
        ("Aftermath", _aftermath(claims, telling)),
    )
    sections = tuple(
        Section(heading=heading, sentences=kept)
        for heading, sentences in drafts
        if (kept := tuple(_without_repeats(sentences)))
    )
    short = ShortNames(find_acronyms(lookups))
    return Article(
        event_id=event_id,
        title=telling.withholding.text(event.title),
        infobox=short.box(infobox_fields(telling, claims)),
        sections=short.sections(sections),
    )


def _without_repeats(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Equal sentences once, resting on the claims of all."""
    merged: dict[str, Sentence] = {}
    for one in sentences:
        before = merged.get(one.text)
        ids = (*before.claim_ids, *one.claim_ids) if before else one.claim_ids
        searched = before.searched if before else one.searched
        merged[one.text] = Sentence(text=one.text, claim_ids=tuple(dict.fromkeys(ids)), searched=searched)
    return iter(merged.values())


def _is_fighting(event: EventRecord) -> bool:
    return event.kind in EVENT_KINDS and EVENT_KINDS[event.kind].two_sided


def kind_phrase(kind: str) -> str:
    """A kind of event with its article.

    >>> kind_phrase("ambush"), kind_phrase("arrest")
    ('an ambush', 'arrests')
    """
    label = EVENT_KINDS[kind].label if kind in EVENT_KINDS else kind.replace("_", " ")
    if plural(label) == label:
        return label
    return f"{'an' if label[0].lower() in 'aeiou' else 'a'} {label}"


def where_phrase(place: RecordPlace) -> str:
    """Where, with a preposition that claims no more than is known; empty where nothing is.

    >>> where_phrase(RecordPlace(name="Akabar", where_prec=2, country="Mali"))
    'near Akabar, Mali'
    """
    names = list(dict.fromkeys(name for name in (place.name, place.adm2, place.adm1, place.country) if name))
    if not names:
        return ""
    near = place.name is not None and place.where_prec == 2
    return f"{'near' if near else 'in'} {', '.join(names)}"


def _lead(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    event = telling.event
    basis = _basis(claims, telling)
    if not basis:
        return
    sides, behind = _between(claims, telling)
    ids = tuple(dict.fromkeys((*basis, *behind)))
    text = _reported(event, sides) if event.date.imputed else f"{_happened(event)}{sides}."
    yield Sentence(text=telling.withholding.text(text), claim_ids=ids)
    yield from _tension(claims, telling)


def _happened(event: EventRecord) -> str:
    """Such as "A clash was reported near Akabar, Mali, on 1 April 2018"."""
    when = span_phrase(event.date.start, event.date.end) if event.date.start else ""
    on = "on " if is_exact_day(event.date.start) or "--" in (event.date.start or "") else "in "
    kind = kind_phrase(event.kind)
    where = where_phrase(event.place)
    comma = "," if ", " in where else ""
    parts = [
        kind[0].upper() + kind[1:],
        "were reported" if kind == plural(kind) else "was reported",
        where + comma if when else where,
        f"{on}{when}" if when else "",
    ]
    return " ".join(part for part in parts if part)


def _reported(event: EventRecord, sides: str) -> str:
    """Such as "A clash near Akabar, Mali, was first reported on 3 April 2018; no report says when it was"."""
    kind = kind_phrase(event.kind)
    where = where_phrase(event.place)
    verb, pronoun = ("were", "they were") if kind == plural(kind) else ("was", "it was")
    what = " ".join(part for part in (kind[0].upper() + kind[1:], where) if part) + sides
    comma = "," if ", " in what else ""
    when = span_phrase(event.date.start, event.date.end)
    return f"{what}{comma} {verb} first reported on {when}; no report says when {pronoun}."


def _basis(claims: Sequence[Claim], telling: Telling) -> tuple[str, ...]:
    """Claims that say what, when and where; those the record rests on first."""
    known = {claim.id for claim in claims}
    supporting = [
        i
        for f in telling.event.findings
        if f.facet in ("date", "place", "kind")
        for i in f.supporting
        if i in known
    ]
    stated = [c.id for c in claims if c.facet in ("date", "place", "kind") and c.polarity == "affirmed"]
    return tuple(dict.fromkeys(supporting or stated or [claim.id for claim in claims]))


def _between(claims: Sequence[Claim], telling: Telling) -> tuple[str, tuple[str, ...]]:
    """Who fought whom, as far as that needs no speaker, and the claims behind it."""
    sides = [side for side in telling.event.sides if side.role == "belligerent"]
    found = [borne_out(side, claims, telling) for side in sides]
    if len(found) != 2 or not all(found) or not _is_fighting(telling.event):
        return "", ()
    names = [joined([with_article(actor.name) for actor, _ in actors]) for actors in found]
    ids = tuple(claim_id for actors in found for _, behind in actors for claim_id in behind)
    if all(len(actors) == 1 for actors in found):
        return f" between {names[0]} and {names[1]}", ids
    return f" between {names[0]} on one side and {names[1]} on the other", ids


def _tension(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """That accounts differ, where they do; the figures themselves stand below."""
    known = {claim.id for claim in claims}
    ids = [
        claim_id
        for finding in telling.event.findings
        if finding.agreement == "disputed"
        and finding.facet in ("killed", "neutralised", "casualties", "wounded")
        for claim_id in (*finding.supporting, *finding.opposing)
        if claim_id in known
    ]
    if ids:
        yield note_sentence("Accounts of the casualties differ; each is given below with its speaker.", ids)


def _prelude(telling: Telling) -> Iterator[Sentence]:
    lookups, event = telling.lookups, telling.event
    containing = lookups.records.get(event.part_of or "")
    if containing is not None:
        yield from _containing(containing, telling)
    background = [other for other in lookups.view.record.events if _is_background(other, event, containing)]
    background.sort(key=lambda e: (e.date.start or "", e.id))
    for other in background[:_MAX_BACKGROUND]:
        yield from _background(other, telling)


def _containing(other: EventRecord, telling: Telling) -> Iterator[Sentence]:
    claims = telling.lookups.claims_of(other.id)
    inner = Telling(event=other, lookups=telling.lookups, withholding=telling.withholding)
    basis = _basis(claims, inner)
    label = EVENT_KINDS[telling.event.kind].label if telling.event.kind in EVENT_KINDS else "event"
    what = kind_phrase(other.kind)
    dates = [c for c in claims if c.facet == "date"]
    known = is_exact_day(other.date.start) and not other.date.imputed
    since = f" that began on {span_phrase(other.date.start, None)}" if known else ""
    if basis:
        where = where_phrase(other.place)
        text = f"The {label} was part of {what}{f' {where}' if where else ''}{since}."
        yield Sentence(
            text=inner.withholding.text(text),
            claim_ids=tuple(dict.fromkeys((*basis, *(c.id for c in dates)))),
        )
    yield from participant_sentences(claims, inner)
    yield from liaison_sentences(inner)


def _is_background(other: EventRecord, event: EventRecord, containing: EventRecord | None) -> bool:
    """An earlier event of the same reports, not a part of this one or its neighbour on the same day."""
    if (
        other.id == event.id
        or (containing is not None and other.id == containing.id)
        or other.part_of == event.id
    ):
        return False
    if not set(other.reports) & set(event.reports):
        return False
    if event.date.imputed:
        return False  # whether the other came before a day that no report names is not known
    mine, its = first_day(event.date.start), first_day(other.date.start)
    return mine is not None and its is not None and its < mine


def _background(other: EventRecord, telling: Telling) -> Iterator[Sentence]:
    claims = telling.lookups.claims_of(other.id)
    inner = Telling(event=other, lookups=telling.lookups, withholding=telling.withholding)
    dates = [c for c in claims if c.facet == "date" and isinstance(c.value, Moment)]
    ids = _basis(claims, inner)
    if not ids or not dates:
        return
    speaker = telling.lookups.report(dates[0])
    where = where_phrase(other.place)
    on = "on " if is_exact_day(other.date.start) else "in "
    what = " ".join(part for part in (kind_phrase(other.kind), where) if part)
    when = span_phrase(other.date.start, other.date.end)
    text = f"{outlet_name(speaker)} also told of {what} {on}{when}."
    yield Sentence(text=inner.withholding.text(text), claim_ids=ids)


def _battle(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    yield from participant_sentences(claims, telling)
    yield from liaison_sentences(telling)
    yield from incident_sentences(claims, telling)
    yield from role_sentences(claims, telling)
    yield from strength_sentences(claims, telling)
    yield from means_sentences(claims, telling)
    yield from leader_sentences(claims, telling)
    yield from course_sentences(claims, telling)
    yield from _differing(claims, telling)


def _differing(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Dates and places that do not agree, each with its speaker."""
    known = {claim.id: claim for claim in claims}
    for finding in telling.event.findings:
        ids = [i for i in (*finding.supporting, *finding.opposing) if i in known]
        if finding.agreement != "disputed" or finding.facet not in ("date", "place") or len(ids) < 2:
            continue
        given = [
            f"{speaker.name} gave {joined(list(dict.fromkeys(_given(c) for c in group)))}"
            for speaker, group in by_speaker([known[i] for i in ids], telling)
        ]
        text = f"Accounts of the {finding.facet} differ: {'; '.join(given)}."
        yield note_sentence(telling.withholding.text(text), ids)


def _given(claim: Claim) -> str:
    if isinstance(claim.value, Moment):
        return span_phrase(claim.value.start, claim.value.end)
    return claim.value.words if isinstance(claim.value, PlaceRef) else claim.facet


def _aftermath(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    figures = [claim for claim in claims if is_figure(claim)]
    accounts = gather_accounts(figures, telling.event, telling.lookups, telling.withholding)
    yield from toll_sentences(accounts, telling.event, telling.withholding)
    yield from victim_sentences(claims, telling)
    yield from responsibility_sentences(claims, telling)
    yield from absence_sentences(claims, telling)
