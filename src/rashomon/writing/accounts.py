"""What was said besides the toll: participants, strength, means, course, responsibility, leaders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model.article import Sentence
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Claim, Count, Party, Person, Term
from rashomon.model.events import SideActor, without_wholes
from rashomon.model.record import EventRecord, RecordSide
from rashomon.writing.casualties import said_on
from rashomon.writing.figures import count_phrase, is_one, number
from rashomon.writing.parties import actor_list, joined, people_phrase
from rashomon.writing.sentences import said
from rashomon.writing.speakers import Speaker, capitalised, speaker_of, with_article
from rashomon.writing.view import Lookups
from rashomon.writing.withholding import Withholding

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
_OUTCOMES = {
    "withdrew": "{who} withdrew",
    "fled": "{who} fled",
    "repelled": "{who} repelled the attack",
    "victory": "it was a victory for {who}",
    "defeat": "it was a defeat for {who}",
    "took_control": "{who} took control",
}
_RESPONSIBILITY = {
    "claimed": "{who} said that it was responsible",
    "denied": "{who} denied responsibility",
    "accused": "{who} was responsible",
    "unclaimed": "no one had said that they were responsible",
}


@value
class Telling:
    """What sentence makers need besides claims: the event, its look-ups, and whose names stay out."""

    event: EventRecord
    lookups: Lookups
    withholding: Withholding

    def speaker(self, claim: Claim) -> Speaker:
        """The first speaker of a claim."""
        return speaker_of(claim, self.lookups, self.withholding)


def by_speaker(claims: Iterable[Claim], telling: Telling) -> list[tuple[Speaker, list[Claim]]]:
    """Claims grouped by the body that said them, in the order of the first."""
    groups: dict[str, tuple[Speaker, list[Claim]]] = {}
    for claim in claims:
        speaker = telling.speaker(claim)
        groups.setdefault(speaker.key, (speaker, []))[1].append(claim)
    return list(groups.values())


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.id for claim in claims))


def _attributed(
    speaker: Speaker, clause: str, claims: Sequence[Claim], telling: Telling, turn: int
) -> Sentence:
    """The day it was said stands where that matters: with tolls and with responsibility."""
    about_blame = claims[0].facet in ("responsibility", "link")
    day = said_on(claims[0], telling.lookups) if about_blame else None
    hedged = any(claim.certainty == "hedged" for claim in claims)
    if hedged:
        clause = f"possibly {clause}"
    clause = _own(speaker, clause)
    return Sentence(text=said(speaker, clause, turn=turn, said_on=day), claim_ids=_ids(claims))


def _own(speaker: Speaker, clause: str) -> str:
    """A body that speaks of itself is "it" in its own sentence."""
    name = speaker.name.removeprefix("the ")
    for subject in (f"the {name} ", f"{name} "):
        rest = clause.removeprefix(subject)
        if clause.startswith(subject) and not speaker.nameless and not rest.startswith("and "):
            return f"{'they' if ' and ' in name else 'it'} {rest}"
    return clause


def was(name: str) -> str:
    """The verb for a name that is a plural or not.

    >>> was("the Armed Forces"), was("France"), was("France and Mali")
    ('were', 'was', 'were')
    """
    last = name.split()[-1].casefold() if name.split() else ""
    plural = last in {
        "forces",
        "troops",
        "police",
        "commandos",
        "fighters",
        "militants",
        "soldiers",
        "rebels",
    }
    return "were" if plural or " and " in name else "was"


_TAKES_PART = ("participant", "initiator", "target", "strength")


def participant_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Who took part; apart from the others, who did so on one speaker's word alone."""
    sides: list[tuple[str, tuple[str, ...]]] = []
    single: list[tuple[str, Speaker, list[Claim]]] = []
    for side in telling.event.sides:
        shared: list[str] = []
        resting: list[str] = []
        for actor in without_wholes(side.actors) if side.role != "victims" else ():
            naming = [
                c for c in claims if c.facet in _TAKES_PART and _names_actor(c, actor.id, actor.as_written)
            ]
            speakers = by_speaker(naming, telling)
            if len(speakers) == 1 and not _is_reporting(speakers[0][0]):
                single.append((actor.name, *speakers[0]))
            elif naming:
                shared.append(with_article(telling.withholding.text(actor.name)))
                resting.extend(_ids(naming))
        if shared:
            sides.append((joined(shared), tuple(resting)))
    if sides:
        yield Sentence(
            text=_sides_text([names for names, _ in sides]), claim_ids=_unique(ids for _, ids in sides)
        )
    for turn, (speaker, found) in enumerate(_merge_singles(single)):
        names = joined([with_article(telling.withholding.text(name)) for name, _ in found])
        naming = [claim for _, group in found for claim in group]
        also = " also" if sides else ""
        yield _attributed(speaker, f"{names}{also} took part", naming, telling, turn)


def borne_out(
    side: RecordSide, claims: Sequence[Claim], telling: Telling
) -> list[tuple[SideActor, tuple[str, ...]]]:
    """A side's actors that may stand without a speaker, and the claims behind each.

    An actor may where an outlet reports it, where two bodies say it, or where it says so of itself; one
    that a single other body names must be attributed.
    """
    found = []
    for actor in without_wholes(side.actors):
        naming = [c for c in claims if _names_actor(c, actor.id, actor.as_written)]
        speakers = [speaker for speaker, _ in by_speaker(naming, telling)]
        alone = len(speakers) == 1 and not _is_reporting(speakers[0]) and not _is_itself(speakers[0], actor)
        if naming and not alone:
            found.append((actor, _ids(naming)))
    return found


def _is_itself(speaker: Speaker, actor: SideActor) -> bool:
    if actor.id and speaker.key == f"actor:{actor.id}":
        return True
    words = set(re.findall(r"\w+", speaker.name.casefold()))
    return any(set(re.findall(r"\w+", name.casefold())) <= words for name in (actor.name, *actor.as_written))


def _is_reporting(speaker: Speaker) -> bool:
    """True for an outlet's own report; a body that publishes its statement speaks for itself."""
    return speaker.own_voice and not speaker.is_statement


def _unique(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _merge_singles(
    single: Sequence[tuple[str, Speaker, list[Claim]]],
) -> list[tuple[Speaker, list[tuple[str, list[Claim]]]]]:
    """Actors that rest on one and the same speaker, in one sentence."""
    merged: dict[str, tuple[Speaker, list[tuple[str, list[Claim]]]]] = {}
    for name, speaker, claims in single:
        merged.setdefault(speaker.key, (speaker, []))[1].append((name, claims))
    return list(merged.values())


def _names_actor(claim: Claim, actor_id: str | None, as_written: Sequence[str]) -> bool:
    refs = list(claim.about.actors) if claim.about else []
    if isinstance(claim.value, ActorRef):
        refs.append(claim.value)
    if claim.polarity == "negated" or claim.certainty in ("hypothetical", "planned"):
        return False
    return any((actor_id and ref.actor_id == actor_id) or ref.words in as_written for ref in refs)


def _sides_text(sides: Sequence[str]) -> str:
    if len(sides) == 1:
        return f"{capitalised(sides[0])} took part."
    if len(sides) == 2:
        return f"On one side stood {sides[0]}; on the other, {sides[1]}."
    return f"Those taking part were, side by side, {'; '.join(sides)}."


def liaison_sentences(telling: Telling) -> Iterator[Sentence]:
    """Actors present but on no side, by their role."""
    for other in telling.event.others:
        claims = [telling.lookups.view.claims[i] for i in other.claims if i in telling.lookups.view.claims]
        for turn, (speaker, group) in enumerate(by_speaker(claims, telling)):
            name = with_article(telling.withholding.text(other.actor.name))
            role = other.role.replace("_", " ")
            clause = f"{name} {was(name)} {role} with the forces involved"
            if role != "in liaison":
                clause = f"{name} had the role of {role}"
            yield _attributed(speaker, clause, group, telling, turn)


def strength_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """How many fought, by each speaker."""
    strengths = [c for c in claims if c.facet == "strength" and isinstance(c.value, Count)]
    seen: set[tuple[object, ...]] = set()
    for turn, claim in enumerate(strengths):
        speaker = telling.speaker(claim)
        if not isinstance(claim.value, Count) or (key := _strength_key(claim, claim.value, speaker)) in seen:
            continue
        seen.add(key)
        alike = [
            c
            for c in strengths
            if isinstance(c.value, Count) and _strength_key(c, c.value, telling.speaker(c)) == key
        ]
        one = is_one(claim.value)
        people = people_phrase(claim.about, telling.withholding, one=one)
        clause = f"{count_phrase(claim.value)} {people} {'was' if one else 'were'} involved"
        yield _attributed(speaker, clause, alike, telling, turn)


def _strength_key(claim: Claim, count: Count, speaker: Speaker) -> tuple[object, ...]:
    return (speaker.key, count.low, count.high, actor_list(claim.about) if claim.about else "")


def incident_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """How many incidents a speaker tells of, where more than one."""
    for turn, (speaker, group) in enumerate(
        by_speaker([c for c in claims if c.facet == "incidents"], telling)
    ):
        counts = [c for c in group if isinstance(c.value, Count) and (c.value.low or 0) > 1]
        if counts and isinstance(counts[0].value, Count):
            clause = f"there were {count_phrase(counts[0].value)} separate incidents"
            yield _attributed(speaker, clause, counts, telling, turn)


def means_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Weapons and vehicles that each speaker mentions."""
    means = [c for c in claims if c.facet == "means" and isinstance(c.value, Term)]
    for turn, (speaker, group) in enumerate(by_speaker(means, telling)):
        used = [c for c in group if c.polarity == "affirmed"]
        if used:
            names = joined([_term(c, _MEANS) for c in used])
            yield _attributed(speaker, f"{names} were present or used", used, telling, turn)


def _term(claim: Claim, table: dict[str, str]) -> str:
    code = claim.value.code if isinstance(claim.value, Term) else ""
    return table.get(code, code.replace("_", " "))


def role_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Who is said to have attacked and who was attacked."""
    for facet, role in (("initiator", "the attacker"), ("target", "the target")):
        found = [c for c in claims if c.facet == facet and isinstance(c.value, ActorRef) and c.value.actor_id]
        for speaker, group in by_speaker(found, telling):
            names = [
                with_article(c.value.name or c.value.words) for c in group if isinstance(c.value, ActorRef)
            ]
            text = f"{capitalised(speaker.name)} named {joined(names)} as {role}."
            yield Sentence(text=telling.withholding.text(text), claim_ids=_ids(group))


def course_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Withdrawal, flight, victory: each only as somebody said it."""
    for turn, claim in enumerate(c for c in claims if c.facet == "outcome" and isinstance(c.value, Term)):
        form = _OUTCOMES.get(claim.value.code) if isinstance(claim.value, Term) else None
        if form and claim.about and claim.polarity == "affirmed":
            clause = form.format(who=_who(claim.about, telling))
            yield _attributed(telling.speaker(claim), clause, [claim], telling, turn)


def _who(party: Party, telling: Telling) -> str:
    if party.actors:
        return actor_list(party)
    words = " ".join(telling.withholding.text(party.words).split())
    return words[:1].lower() + words[1:] if words[:4] in ("The ", "Its ") else words or "an unnamed party"


def responsibility_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Who said that they did it, whom others named, who denied it: accusation and denial side by side."""
    found = [c for c in claims if c.facet in ("responsibility", "link") and isinstance(c.value, Term)]
    order = {"claimed": 0, "accused": 1, "linked": 2, "denied": 3, "unclaimed": 4}
    found.sort(key=lambda c: order.get(c.value.code if isinstance(c.value, Term) else "", 9))
    for turn, claim in enumerate(found):
        who = _who(claim.about, telling) if claim.about else "a party that is not named"
        code = claim.value.code if isinstance(claim.value, Term) else ""
        speaker = telling.speaker(claim)
        if code == "linked":
            clause = f"{who} was linked to it, which is short of saying that it was responsible"
        elif code in _RESPONSIBILITY:
            clause = _RESPONSIBILITY[code].format(who=who)
        else:
            continue
        yield _attributed(speaker, clause, [claim], telling, turn)


def leader_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Leaders by name: who leads an armed body is public."""
    leaders: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.facet == "leader" and isinstance(claim.value, Person):
            if (
                claim.value.private
                and not claim.value.office
                and telling.withholding.hides(claim.value.words)
            ):
                continue
            leaders.setdefault(claim.value.words, []).append(claim)
    for name, group in leaders.items():
        party = group[0].about
        if party is not None and party.actors:
            yield Sentence(
                text=f"{capitalised(actor_list(party))} {was(actor_list(party))} led by {name}.",
                claim_ids=_ids(group),
            )


def victim_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """Named victims, where the person who runs the program asked for names."""
    named = [c for c in claims if c.facet == "victim" and isinstance(c.value, Person)]
    shown = [c for c in named if not telling.withholding.hides(c.value.words)]  # type: ignore[union-attr]
    if shown and not telling.withholding.names:
        names = joined([c.value.words for c in shown])  # type: ignore[union-attr]
        yield Sentence(text=f"Those named as victims include {names}.", claim_ids=_ids(shown))


def absence_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """What no report gives: the losses of an actor that took part. It rests on the reports searched."""
    spoken: set[str] = set()
    for claim in claims:
        if claim.about and claim.facet in ("killed", "wounded", "losses", "casualties", "neutralised"):
            spoken |= {ref.actor_id or ref.words for ref in claim.about.actors}
    searched = tuple(r.id for ref in telling.event.reports if (r := telling.lookups.report_of_ref(ref)))
    for side in telling.event.sides if searched else ():
        silent = [
            a.name
            for a in without_wholes(side.actors)
            if a.id and a.identification == "named" and not {a.id, *a.as_written} & spoken
        ]
        if silent and side.role == "belligerent":
            names = joined([with_article(telling.withholding.text(name)) for name in silent], "or")
            reports = (
                "the one report" if len(searched) == 1 else f"any of the {number(len(searched))} reports"
            )
            yield Sentence(
                text=f"No figure for losses of {names} was found in {reports} searched.", searched=searched
            )
