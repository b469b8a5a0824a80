"""The plan of an article: lead, prelude, the event, aftermath; every sentence with the claims it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from rashomon.errors import InputError
from rashomon.model.article import Article, Section, Sentence
from rashomon.model.claims import Claim, Person
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord
from rashomon.writing.article.course import (
    companion_sentences,
    differing_dates,
    incident_sentences,
    means_remarks,
    outcome_remarks,
    place_sentences,
    role_remarks,
    strength_remarks,
    time_sentences,
)
from rashomon.writing.article.infobox import box_template, infobox_fields
from rashomon.writing.article.lead import lead_sentences
from rashomon.writing.article.participants import own_name, participant_sentences, was
from rashomon.writing.article.prelude import prelude_sentences
from rashomon.writing.article.remarks import tell
from rashomon.writing.article.responsibility import responsibility_sentences
from rashomon.writing.article.toll import toll_sentences
from rashomon.writing.view import CaseView, Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.dates import span_phrase
from rashomon.writing.wording.figures import number
from rashomon.writing.wording.kinds import heading_of
from rashomon.writing.wording.labels import capitalised
from rashomon.writing.wording.parties import actor_list, joined
from rashomon.writing.wording.short_names import ShortNames, find_acronyms
from rashomon.writing.wording.telling import Telling, ids_of

_RELATIVE = re.compile(r" (?:in|near) (between |\d|(?:north|south|east|west)\w*(?:-\w+)? of )", re.IGNORECASE)
"""A place that is told by another needs no preposition of its own."""
_LOSSES = ("killed", "wounded", "losses", "casualties", "neutralised")


def write_article(view: CaseView, event_id: str, *, names: bool = False) -> Article:
    """The article of one event. Raises InputError where the record has no event of this id."""
    lookups = Lookups(view)
    event = lookups.records.get(event_id)
    if event is None:
        raise InputError(f"there is no event {event_id!r} in this record; see rashomon events CASE")
    return tell_article(Telling(event=event, lookups=lookups, withholding=Withholding(view, names=names)))


def tell_article(telling: Telling) -> Article:
    """The article of an event whose look-ups are made already."""
    event, lookups = telling.event, telling.lookups
    claims = lookups.claims_of(event.id)
    drafts = (
        ("", lead_sentences(claims, telling)),
        ("Prelude", prelude_sentences(telling)),
        (heading_of(event.kind), _course(claims, telling)),
        ("Aftermath", _aftermath(claims, telling)),
    )
    sections = [
        Section(heading=heading, sentences=kept)
        for heading, sentences in drafts
        if (kept := tuple(_without_repeats(sentences)))
    ]
    short = ShortNames(find_acronyms(lookups))
    return Article(
        event_id=event.id,
        title=telling.withholding.text(_title(event)),
        template=box_template(event),
        infobox=short.box(infobox_fields(telling, claims)),
        sections=short.sections(_without_echoes(sections)),
    )


def _title(event: EventRecord) -> str:
    """The event's title, with the day that the record gives it."""
    title = _RELATIVE.sub(lambda match: f" {match.group(1).lower()}", event.title)
    head, comma, tail = title.rpartition(", ")
    if not comma or not re.search(r"\d", tail):
        return title
    if event.date.imputed or not event.date.start:
        return head
    days = span_phrase(event.date.start, event.date.end)
    return title if event.date.start.startswith("-") or days.endswith(tail) else f"{head}, {days}"


def _without_repeats(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Equal sentences once, resting on the claims of all."""
    merged: dict[str, Sentence] = {}
    for one in sentences:
        before = merged.get(one.text)
        ids = (*before.claim_ids, *one.claim_ids) if before else one.claim_ids
        merged[one.text] = replace(before or one, claim_ids=tuple(dict.fromkeys(ids)))
    return iter(merged.values())


def _without_echoes(sections: Sequence[Section]) -> list[Section]:
    """The sections without those that only say again what the lead says."""
    lead = {one.text for section in sections if not section.heading for one in section.sentences}
    return [
        section
        for section in sections
        if not section.heading or any(one.text not in lead for one in section.sentences)
    ]


def _course(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    roles = list(role_remarks(claims, telling))
    placed = frozenset(name for _, names in roles for name in names)
    yield from participant_sentences(claims, telling, placed=placed)
    yield from tell((remark for remark, _ in roles), telling)
    yield from incident_sentences(claims, telling)
    yield from companion_sentences(claims, telling)
    yield from place_sentences(claims, telling)
    yield from time_sentences(claims, telling)
    rest = (strength_remarks, means_remarks, outcome_remarks)
    yield from tell(chain.from_iterable(make(claims, telling) for make in rest), telling)
    yield from leader_sentences(claims, telling)
    yield from differing_dates(claims, telling)


def _aftermath(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    toll = [*toll_sentences(claims, telling), *victim_sentences(claims, telling)]
    blame = list(responsibility_sentences(claims, telling))
    rest = chain(blame, absence_sentences(claims, telling))
    yield from toll
    for place, one in enumerate(rest):
        yield replace(one, opens=not place and len(toll) > 1)


def leader_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Leaders by name: who leads an armed body is public."""
    leaders: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.facet == "leader" and isinstance(claim.value, Person):
            hidden = claim.value.private and not claim.value.office
            if not (hidden and telling.withholding.hides(claim.value.words)):
                leaders.setdefault(claim.value.words, []).append(claim)
    for name, group in leaders.items():
        party = group[0].about
        if party is not None and party.actors:
            led = actor_list(party)
            yield Sentence(text=f"{capitalised(led)} {was(led)} led by {name}.", claim_ids=ids_of(group))


def victim_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Named victims, where the person who runs the program asked for names."""
    shown = [c for c in claims if c.facet == "victim" and isinstance(c.value, Person)]
    if shown and telling.withholding.spares:
        names = joined([c.value.words for c in shown if isinstance(c.value, Person)])
        yield Sentence(text=f"Those named as victims include {names}.", claim_ids=ids_of(shown))


def absence_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """What no report gives: the losses of those that fought. It rests on the reports searched."""
    spoken: set[str] = set()
    for claim in claims:
        if claim.about and claim.facet in _LOSSES:
            spoken |= {ref.actor_id or ref.words for ref in claim.about.actors}
    searched = tuple(r.id for ref in telling.event.reports if (r := telling.lookups.report_of_ref(ref)))
    silent = [
        own_name(actor.name, telling)
        for side in telling.event.sides
        if side.role == "belligerent"
        for actor in without_wholes(side.actors)
        if actor.id and actor.identification == "named" and not {actor.id, *actor.as_written} & spoken
    ]
    if silent and searched and telling.is_fighting:
        many = f"any of the {number(len(searched))} reports" if len(searched) > 1 else "the one report"
        text = f"No figure for losses of {joined(silent, 'or')} was found in {many} searched."
        yield Sentence(text=text, searched=searched)
