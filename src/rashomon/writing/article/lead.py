"""The lead: what, where, when and who; how it ended and what the toll was, each as it was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.article import Sentence
from rashomon.model.claims import Claim, Count, Term
from rashomon.model.record import EventRecord
from rashomon.writing.article.course import outcome_remarks
from rashomon.writing.article.disagreement import (
    bare_number,
    disagreement_text,
    ends_of,
    subject_of,
    voices_phrase,
)
from rashomon.writing.article.participants import sides_of
from rashomon.writing.article.persons import individual_sentences
from rashomon.writing.article.remarks import tell
from rashomon.writing.article.sentences import figures_clause, one_verb
from rashomon.writing.article.told import Told, contested, is_total
from rashomon.writing.article.toll import is_plain, people_of
from rashomon.writing.article.verbs import is_none, is_unnumbered
from rashomon.writing.wording.dates import is_exact_day, span_phrase
from rashomon.writing.wording.kinds import is_plural_kind, kind_phrase, where_phrase
from rashomon.writing.wording.labels import capitalised
from rashomon.writing.wording.parties import joined
from rashomon.writing.wording.telling import Telling

_DEADLY = ("killed", "neutralised", "casualties")
_WEIGHTY = ("victory", "defeat", "took_control")
_MOST_PARTIES = 3


def lead_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """The lead; nothing stands in it that the sections do not tell."""
    basis = basis_of(claims, telling)
    if not basis:
        return
    event = telling.event
    between, behind = _between(claims, telling)
    text = _reported(event, between) if event.date.imputed else f"{_happened(event)}{between}."
    ids = tuple(dict.fromkeys((*basis, *behind)))
    yield Sentence(text=telling.withholding.text(text), claim_ids=ids)
    weighty = [c for c in claims if isinstance(c.value, Term) and c.value.code in _WEIGHTY]
    yield from tell(outcome_remarks(weighty, telling), telling)
    yield from _toll(claims, telling)


def _happened(event: EventRecord) -> str:
    """Such as "A clash took place near Akabar, Mali, on 1 April 2018"."""
    when = span_phrase(event.date.start, event.date.end) if event.date.start else ""
    on = "on " if is_exact_day(event.date.start) or "--" in (event.date.start or "") else "in "
    kind = kind_phrase(event.kind)
    where = where_phrase(event.place)
    comma = "," if ", " in where and when else ""
    verb = "were reported" if is_plural_kind(event.kind) else "was reported"
    parts = [f"{capitalised(kind)} {verb}", where + comma, f"{on}{when}" if when else ""]
    return " ".join(part for part in parts if part)


def _reported(event: EventRecord, sides: str) -> str:
    """Such as "A clash near Akabar, Mali, was first reported on 3 April 2018; no report says when it was"."""
    where = where_phrase(event.place)
    verb, pronoun = ("were", "they were") if is_plural_kind(event.kind) else ("was", "it was")
    head = " ".join(part for part in (capitalised(kind_phrase(event.kind)), where) if part)
    what = f"{head}{',' if sides and ', ' in where else ''}{sides}"
    comma = "," if ", " in what else ""
    when = span_phrase(event.date.start, event.date.end)
    return f"{what}{comma} {verb} first reported on {when}; no report says when {pronoun}."


def basis_of(claims: Sequence[Claim], telling: Telling) -> tuple[str, ...]:
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
    belligerents = [side for side in telling.event.sides if side.role == "belligerent"]
    sides = sides_of(claims, telling)
    if len(belligerents) != 2 or len(sides) != 2 or not telling.is_fighting:
        return "", ()
    ids = tuple(claim_id for _, behind in sides for claim_id in behind)
    names = [joined(side) for side, _ in sides]
    if all(len(side) == 1 for side, _ in sides):
        return f" between {names[0]} and {names[1]}", ids
    return f" between {names[0]} on one side and {names[1]} on the other", ids


def _toll(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """The dead, party by party: the span of what was said with who said it, then what nobody disputes."""
    told, everybody = people_of(claims, telling)
    deadly = [one for one in told if one.facet in _DEADLY and is_total(one) and not is_unnumbered(one.claim)]
    groups = contested(deadly)
    disputed = {id(one) for group in groups for one in group}
    yield from (_span(group, telling) for group in groups[:_MOST_PARTIES])
    rest = [one for one in deadly if id(one) not in disputed and not is_none(one.claim)]
    dead = any(one.facet == "killed" for one in deadly)
    if not dead and everybody and (everybody[0].facet == "killed" or not (rest or groups)):
        # A figure of those hit may hold single people who died: their death is told first.
        first = [person for person in everybody if person.facet == everybody[0].facet]
        yield from list(individual_sentences(first, told, telling))[:1]
    plain = [one for one in rest if is_plain(one)][: max(1, _MOST_PARTIES - len(groups))]
    if plain:
        yield _plain(plain, telling)
    said = [one for one in rest if not is_plain(one)]
    yield from (_single(one, telling) for one in said[: max(0, 2 - len(groups) - len(plain))])


def _plain(told: Sequence[Told], telling: Telling) -> Sentence:
    clauses = one_verb([figures_clause([one.claim], telling.withholding) for one in told])
    ids = tuple(dict.fromkeys(i for one in told for i in one.ids))
    return Sentence(text=telling.withholding.text(f"{capitalised(joined(clauses))}."), claim_ids=ids)


def _single(one: Told, telling: Telling) -> Sentence:
    """A figure that no outlet gives on its own word."""
    clause = figures_clause([one.claim], telling.withholding)
    reach = f"{one.scope}, " if one.scope else ""
    text = f"According to {voices_phrase(one.voices)}, {reach}{clause}."
    return Sentence(text=telling.withholding.text(text), claim_ids=one.ids)


def _span(group: Sequence[Told], telling: Telling) -> Sentence:
    """The lowest and the highest figure, each with its speaker; a third number is never made of two."""
    low, high = ends_of(group)
    if len({key for one in group for key in one.keys}) == 1:
        ids = tuple(dict.fromkeys(i for one in group for i in one.ids))
        text = disagreement_text(group, telling)
        return Sentence(text=telling.withholding.text(text), claim_ids=ids)
    people, verb = subject_of(group, telling)
    if low is high or _same_number(low, high):
        return _single(low, telling)
    items = [_number(one) for one in (low, high)]
    text = f"Accounts of the number of {people} {verb} range from {' to '.join(items)}."
    ids = tuple(dict.fromkeys(i for one in (low, high) for i in one.ids))
    return Sentence(text=telling.withholding.text(text), claim_ids=ids)


def _same_number(one: Told, two: Told) -> bool:
    """True for "at least 30" and "30": no range lies between them."""
    values = (one.claim.value, two.claim.value)
    return len({value.low if isinstance(value, Count) else None for value in values}) == 1 and None in {
        value.high for value in values if isinstance(value, Count)
    }


def _number(one: Told) -> str:
    possibly = "possibly " if one.claim.certainty == "hedged" else ""
    reach = f", {one.scope}" if one.scope else ""
    return f"{possibly}{bare_number(one)} ({voices_phrase(one.voices)}{reach})"
