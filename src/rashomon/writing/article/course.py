"""The course of an event in prose: where, at what time, how many, with what, who attacked whom, how it ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.model.article import Sentence
from rashomon.model.claims import ActorRef, Claim, Count, Moment, PlaceRef, Term
from rashomon.model.dates import days_between
from rashomon.writing.article.participants import own_name, was
from rashomon.writing.article.remarks import Remark, remark
from rashomon.writing.article.sentences import said
from rashomon.writing.wording.casualties import plural
from rashomon.writing.wording.dates import day_phrase, is_exact_day
from rashomon.writing.wording.figures import count_phrase, is_one
from rashomon.writing.wording.kinds import kind_label, where_phrase
from rashomon.writing.wording.labels import capitalised
from rashomon.writing.wording.parties import actor_list, joined, people_phrase
from rashomon.writing.wording.speakers import Speaker
from rashomon.writing.wording.telling import Telling, by_speaker, ids_of, is_reporting

_MEANS = {
    "ied": "improvised explosive devices or mines",
    "suicide_vest": "suicide bombs",
    "bomb": "bombs",
    "small_arms": "small arms",
    "artillery": "artillery",
    "rocket": "rockets",
    "aircraft": "aircraft",
    "drone": "drones",
    "grenade": "grenades",
    "knife": "bladed weapons",
    "motorcycle": "motorcycles",
    "vehicle": "vehicles",
    "arson": "fire",
}
_IMPLIED = {
    "shooting": "small_arms",
    "air_strike": "aircraft",
    "bombing": "bomb",
    "mine": "ied",
    "suicide_bombing": "suicide_vest",
    "shelling": "artillery",
    "grenade": "grenade",
}
"""Means that the kind of event already says."""
_OUTCOMES = {
    "withdrew": "{who} withdrew",
    "fled": "{who} fled",
    "repelled": "{who} repelled the attack",
    "victory": "it was a victory for {who}",
    "defeat": "it was a defeat for {who}",
    "took_control": "{who} took control",
}
_MOST_TIMES = 3
_MOST_SPEAKERS = 3
_NEAR_DAYS = 14
_TIMES = ("minute", "hour", "part_of_day")


def incident_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """How many incidents are told of, where more than one: each number once, with all who give it."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.facet == "incidents" and isinstance(claim.value, Count) and (claim.value.low or 0) > 1:
            groups.setdefault(count_phrase(claim.value), []).append(claim)
    label = kind_label(telling.event.kind)
    for number, group in groups.items():
        speakers = [speaker for speaker, _ in by_speaker(group, telling)]
        bodies = [speaker for speaker in speakers if not is_reporting(speaker)]
        words = plural(label)
        if not any(passage.words.casefold() == words for c in group for passage in c.passages):
            words = "incidents"
        clause = f"there were {number} separate {words}"
        if len(bodies) == len(speakers):
            text = said(bodies[:3], clause)
        elif bodies:
            text = f"According to {joined([one.name for one in bodies[:3]])} and to other reports, {clause}."
        else:
            text = f"Reports tell of {number} separate {words}, of which this {label} was one."
        yield Sentence(text=telling.withholding.text(text), claim_ids=ids_of(group))


def companion_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Other events of the same kind and day that figures or reports bind to this one, by place."""
    event = telling.event
    shared = {claim.id for claim in claims if claim.scope == "several"}
    related = {event_id for event_id in event.related if event_id != event.id}
    for other in telling.lookups.view.record.events:
        where = where_phrase(other.place) if other.id in related and other.date == event.date else ""
        if not where:
            continue
        theirs = telling.lookups.claims_of(other.id)
        if not shared & {claim.id for claim in theirs}:
            continue
        resting = [c for c in theirs if c.facet in ("kind", "place") and c.scope == "event"]
        if resting:
            text = f"Another {kind_label(other.kind)} was reported {where}, on the same day."
            yield Sentence(text=telling.withholding.text(text), claim_ids=ids_of(resting))


def strength_remarks(claims: Sequence[Claim], telling: Telling) -> Iterator[Remark]:
    """How many fought, each number once with all who gave it."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.facet == "strength" and isinstance(claim.value, Count) and claim.value.vague != "plural":
            groups.setdefault(_strength_key(claim, claim.value), []).append(claim)
    for group in groups.values():
        best = max(group, key=lambda c: len(c.about.words) if c.about else 0)
        if isinstance(best.value, Count):
            one = is_one(best.value)
            people = people_phrase(best.about, telling.withholding, one=one)
            clause = f"{count_phrase(best.value)} {people} {'was' if one else 'were'} involved"
            yield remark(clause, group, telling)


def _strength_key(claim: Claim, count: Count) -> tuple[object, ...]:
    return (count.low, count.high, actor_list(claim.about) if claim.about else "")


def place_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """How each body describes the place, where it says more than the name the event goes by."""
    told = [c for c in claims if c.facet == "place" and isinstance(c.value, PlaceRef)]
    parts: list[str] = []
    resting: list[Claim] = []
    seen: set[str] = set()
    for speaker, group in by_speaker(told, telling):
        seen.add(telling.event.place.name or "")
        details = list(
            dict.fromkeys(d for c in group if (d := _detail(c)) and d.removeprefix("about ") not in seen)
        )
        if details:
            seen.update(detail.removeprefix("about ") for detail in details)
            parts.append(f"{speaker.name} put it {joined(details)}")
            resting.extend(c for c in group if _detail(c))
    if parts:
        text = f"{capitalised(_repeated(parts))}."
        text = text.replace(" put it ", f" put the {kind_label(telling.event.kind)} ", 1)
        yield Sentence(text=telling.withholding.text(text), claim_ids=ids_of(resting))


def _repeated(parts: Sequence[str]) -> str:
    return "; ".join(parts)


def _detail(claim: Claim) -> str:
    """A place with a distance, a border or a surrounding as a phrase; empty for a plain name."""
    place = claim.value
    if not isinstance(place, PlaceRef) or claim.polarity == "negated":
        return ""
    if place.km is not None and place.of:
        # A distance in a report is a round one, whatever stands before it.
        return f"about {place.words}"
    if place.relation == "border_of":
        return f"near the border with {place.words}"
    return ""


def time_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """The time as reports give it, by the clock where any does, else the part of the day."""
    times = [c for c in claims if c.facet == "date" and isinstance(c.value, Moment) and _is_time(c.value)]
    clocked = [c for c in times if isinstance(c.value, Moment) and re.search(r"\d", c.value.clock or "")]
    groups: dict[str, list[Claim]] = {}
    for claim in clocked or times:
        if isinstance(claim.value, Moment):
            groups.setdefault(claim.value.clock or "", []).append(claim)
    told = list(groups.values())[:_MOST_TIMES]
    if told:
        words = [min((_written(claim) for claim in group), key=len) for group in told]
        given = joined([f"“{one}”" for one in words])
        text = (
            f"The time was given as {given}." if clocked else f"As a time of day the reports mention {given}."
        )
        resting = [claim for group in told for claim in group]
        yield Sentence(text=telling.withholding.text(text), claim_ids=ids_of(resting))


def _written(claim: Claim) -> str:
    return " ".join(claim.value.as_written.split()) if isinstance(claim.value, Moment) else ""


def _is_time(moment: Moment) -> bool:
    """True for a time of day; "tonight" and "this morning" say nothing once the paper is old."""
    pointing = re.match(r"(?:this|to|that|last|yester)", moment.as_written, re.IGNORECASE)
    return moment.grain in _TIMES and moment.clock is not None and not pointing


def means_remarks(claims: Sequence[Claim], telling: Telling) -> Iterator[Remark]:
    """Weapons and vehicles that were mentioned, except what the kind of event already says."""
    implied = _IMPLIED.get(telling.event.kind)
    codes: dict[str, list[Claim]] = {}
    for claim in claims:
        known = claim.facet == "means" and isinstance(claim.value, Term) and claim.polarity == "affirmed"
        if known and isinstance(claim.value, Term) and claim.value.code != implied:
            codes.setdefault(claim.value.code, []).append(claim)
    groups: dict[tuple[str, ...], list[str]] = {}
    for code, group in codes.items():
        voices = remark("", group, telling).speakers
        groups.setdefault(tuple(speaker.key for speaker in voices), []).append(code)
    for together in groups.values():
        names = joined([_MEANS.get(code, code.replace("_", " ")) for code in together])
        was = "was" if together in (["arson"], ["artillery"]) else "were"
        yield remark(f"{names} {was} used", [c for code in together for c in codes[code]], telling)


def role_remarks(claims: Sequence[Claim], telling: Telling) -> Iterator[tuple[Remark, frozenset[str]]]:
    """Who is said to have attacked whom, with the names told; a body named as both, as neither."""
    found = [
        c
        for c in claims
        if c.facet in ("initiator", "target") and isinstance(c.value, ActorRef) and c.value.actor_id
    ]
    for _, group in by_speaker(found, telling):
        attackers, targets = (_names_in(group, facet, telling) for facet in ("initiator", "target"))
        both = set(attackers) & set(targets)
        attackers, targets = ([n for n in names if n not in both] for names in (attackers, targets))
        kept = [c for c in group if _name_of(c, telling) not in both]
        act = "attack" if telling.is_fighting else kind_label(telling.event.kind)
        clause = _role_clause(attackers, targets, act, may=any(c.certainty == "hedged" for c in kept))
        if clause:
            blames = bool(attackers) and not telling.is_fighting
            yield remark(clause, kept, telling, blames=blames), frozenset((*attackers, *targets))


def _names_in(group: Sequence[Claim], facet: str, telling: Telling) -> list[str]:
    return list(dict.fromkeys(_name_of(c, telling) for c in group if c.facet == facet))


def _name_of(claim: Claim, telling: Telling) -> str:
    actor = claim.value
    return own_name(actor.name or actor.words, telling) if isinstance(actor, ActorRef) else ""


def _role_clause(attackers: Sequence[str], targets: Sequence[str], act: str, *, may: bool) -> str:
    """Who attacked whom; ``may``: only perhaps."""
    by, at = joined(attackers), joined(targets)
    if by and at:
        return f"{by} {'may have ' if may else ''}attacked {at}"
    if at:
        return f"{at} {'may have been' if may else was(at)} attacked"
    done = "may have been" if may else "were" if act == plural(act) else "was"
    return f"the {act} {done} carried out by {by}" if by else ""


def outcome_remarks(claims: Sequence[Claim], telling: Telling) -> Iterator[Remark]:
    """Withdrawal, flight, victory: each only as somebody said it."""
    for claim in claims:
        code = claim.value.code if claim.facet == "outcome" and isinstance(claim.value, Term) else ""
        if code in _OUTCOMES and claim.about and claim.polarity == "affirmed":
            if claim.about.actors:
                who = actor_list(claim.about)
            else:
                who = f"the {people_phrase(claim.about, telling.withholding)}"
            yield remark(_OUTCOMES[code].format(who=who), [claim], telling)


def differing_dates(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Days that do not agree, each with who gave it; days far from the event are another event's."""
    ids = {
        i
        for finding in telling.event.findings
        if finding.facet == "date" and finding.agreement == "disputed"
        for i in (*finding.supporting, *finding.opposing)
    }
    days: dict[str, list[Claim]] = {}
    for claim in claims:
        value = claim.value
        known = claim.id in ids and isinstance(value, Moment) and is_exact_day(value.start)
        if known and isinstance(value, Moment) and value.start == value.end and _is_near(value, telling):
            days.setdefault(value.start or "", []).append(claim)
    voices = {day: by_speaker(group, telling) for day, group in sorted(days.items())}
    keys = [{speaker.key for speaker, _ in found} for found in voices.values()]
    if len(keys) < 2 or set.intersection(*keys):
        return
    items = [f"{day_phrase(day)} by {_who_gave(found)}" for day, found in voices.items()]
    text = f"The date was given as {joined([items[0], *(f'as {item}' for item in items[1:])])}."
    resting = [claim for group in days.values() for claim in group]
    yield Sentence(text=telling.withholding.text(text), claim_ids=ids_of(resting))


def _is_near(moment: Moment, telling: Telling) -> bool:
    apart = days_between(moment.start, telling.event.date.start)
    return apart is not None and apart <= _NEAR_DAYS


def _who_gave(found: Sequence[tuple[Speaker, list[Claim]]]) -> str:
    names = [speaker.name for speaker, _ in found]
    more = ["others"] if len(names) > _MOST_SPEAKERS else []
    return joined([*names[:_MOST_SPEAKERS], *more])
