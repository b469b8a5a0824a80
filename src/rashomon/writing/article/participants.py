"""Who took part, in prose: sides without a speaker only where no single body is the sole source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model.article import Sentence
from rashomon.model.claims import ActorRef, Claim, Term
from rashomon.model.events import SideActor, without_wholes
from rashomon.model.record import RecordSide
from rashomon.writing.article.sentences import as_own, said
from rashomon.writing.wording.labels import BODY_WORDS, called, capitalised
from rashomon.writing.wording.parties import joined
from rashomon.writing.wording.speakers import Speaker
from rashomon.writing.wording.telling import Telling, by_speaker, ids_of, is_reporting, without_cited

_TAKES_PART = ("participant", "initiator", "target", "strength")
_MOST_SPEAKERS = 3
_PLURAL_WORDS = frozenset(
    "forces troops police commandos fighters militants soldiers rebels civilians islamists".split()
)


def was(name: str) -> str:
    """The verb for a name that is a plural or not.

    >>> was("the Armed Forces"), was("France"), was("France and Mali")
    ('were', 'was', 'were')
    """
    last = name.split()[-1].casefold() if name.split() else ""
    return "were" if last in _PLURAL_WORDS or " and " in name else "was"


def own_name(name: str, telling: Telling) -> str:
    """An actor's name in a sentence, private names left out."""
    return called(telling.withholding.text(name))


def names_actor(claim: Claim, actor_id: str | None, as_written: Sequence[str]) -> bool:
    """True where an affirmed claim names an actor as the one it speaks of."""
    refs = list(claim.about.actors) if claim.about else []
    if isinstance(claim.value, ActorRef):
        refs.append(claim.value)
    if claim.polarity == "negated" or claim.certainty in ("hypothetical", "planned"):
        return False
    if isinstance(claim.value, Term) and claim.facet == "responsibility" and claim.value.code != "claimed":
        return False  # who denies it, or is blamed for it, is not said to have been there
    return any((actor_id and ref.actor_id == actor_id) or ref.words in as_written for ref in refs)


def borne_out(
    side: RecordSide, claims: Sequence[Claim], telling: Telling
) -> list[tuple[SideActor, tuple[str, ...]]]:
    """A side's actors that may stand without a speaker, and the claims behind each.

    An actor may where an outlet reports it, where two bodies say it, or where it says so of itself; one
    that a single other body names must be attributed.
    """
    found = []
    for actor in without_wholes(side.actors):
        naming = [c for c in claims if names_actor(c, actor.id, actor.as_written)]
        speakers = [speaker for speaker, _ in by_speaker(naming, telling)]
        alone = len(speakers) == 1 and not is_reporting(speakers[0]) and not is_itself(speakers[0], actor)
        if naming and not alone:
            found.append((actor, ids_of(naming)))
    return found


def is_itself(speaker: Speaker, actor: SideActor) -> bool:
    """True where a body speaks of its own part."""
    if actor.id and actor.id in speaker.bodies:
        return True
    words = set(re.findall(r"\w+", speaker.name.casefold()))
    return any(set(re.findall(r"\w+", name.casefold())) <= words for name in (actor.name, *actor.as_written))


def sides_of(claims: Sequence[Claim], telling: Telling) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each fighting side's names, with the claims behind it; sides that nobody bears out are left out."""
    found = []
    for side in telling.event.sides:
        actors = borne_out(side, claims, telling) if side.role != "victims" else []
        actors = [(actor, ids) for actor, ids in actors if not is_left_out(actor, telling)]
        if not telling.is_fighting:
            actors = [(actor, ids) for actor, ids in actors if actor.identification == "named"]
        if actors:
            names = tuple(own_name(actor.name, telling) for actor, _ in actors)
            found.append((names, tuple(dict.fromkeys(i for _, ids in actors for i in ids))))
    return found


def is_left_out(actor: SideActor, telling: Telling) -> bool:
    """True for civilians and families, who fight nobody, and for "unidentified police" beside a state's."""
    unknown = actor.id is None and actor.identification != "unidentified"
    if unknown and not BODY_WORDS.search(actor.name):
        return True
    if actor.name.casefold().startswith("civilian"):
        return True
    noun = (actor.name.casefold().split() or [actor.name])[-1]
    return actor.identification == "unidentified" and any(
        noun in other.name.casefold()
        for side in telling.event.sides
        for other in side.actors
        if other.identification == "named"
    )


def participant_sentences(
    claims: Sequence[Claim], telling: Telling, *, placed: frozenset[str] = frozenset()
) -> Iterator[Sentence]:
    """Who took part; apart from the others, who did so on one speaker's word alone.

    ``placed``: names of those that are told of as attackers or attacked, so that only the rest is told here.
    """
    if not telling.is_fighting:
        yield from _presence(claims, telling, placed)
        return
    sides = sides_of(claims, telling)
    if any(set(names) - placed for names, _ in sides):
        ids = tuple(dict.fromkeys(i for _, behind in sides for i in behind))
        yield Sentence(text=_sides_text([names for names, _ in sides]), claim_ids=ids)
    for turn, (speaker, actors, naming) in enumerate(_on_one_word(claims, telling)):
        actors = [name for name in actors if own_name(name, telling) not in placed]
        if not actors:
            continue
        names = joined([own_name(name, telling) for name in actors])
        also = " also" if sides else ""
        text = said([speaker], f"{names}{also} took part", turn=turn)
        yield Sentence(text=telling.withholding.text(text), claim_ids=ids_of(naming))


def _presence(claims: Sequence[Claim], telling: Telling, placed: frozenset[str]) -> Iterator[Sentence]:
    """Who is said to have had a part in what was no fight between two sides: never in our own voice.

    Whoever is held responsible is told of there, with what he says himself.
    """
    blamed = {
        own_name(ref.name or ref.words, telling)
        for claim in claims
        if claim.facet in ("responsibility", "link") and claim.about
        for ref in claim.about.actors
    }
    groups: dict[tuple[str, ...], tuple[list[Speaker], list[str], list[Claim]]] = {}
    for side in telling.event.sides:
        for actor in without_wholes(side.actors) if side.role != "victims" else ():
            name = own_name(actor.name, telling)
            naming = [
                c for c in claims if c.facet in _TAKES_PART and names_actor(c, actor.id, actor.as_written)
            ]
            shown = actor.identification == "named" and not is_left_out(actor, telling)
            if naming and shown and name not in placed | blamed:
                speakers = without_cited([speaker for speaker, _ in by_speaker(naming, telling)])
                held = groups.setdefault(tuple(s.key for s in speakers), (speakers, [], []))
                held[1].append(name)
                held[2].extend(naming)
    for turn, (speakers, names, naming) in enumerate(groups.values()):
        clause = as_own(speakers[0], f"{joined(names)} took part")
        text = said(speakers[:_MOST_SPEAKERS], clause, turn=turn)
        yield Sentence(text=telling.withholding.text(text), claim_ids=ids_of(naming))


def _on_one_word(
    claims: Sequence[Claim], telling: Telling
) -> Iterable[tuple[Speaker, list[str], list[Claim]]]:
    """Actors that rest on one and the same speaker, together."""
    merged: dict[str, tuple[Speaker, list[str], list[Claim]]] = {}
    for side in telling.event.sides:
        known = {actor.name for actor, _ in borne_out(side, claims, telling)}
        for actor in without_wholes(side.actors) if side.role != "victims" else ():
            naming = [
                c for c in claims if c.facet in _TAKES_PART and names_actor(c, actor.id, actor.as_written)
            ]
            if actor.name not in known and naming and not is_left_out(actor, telling):
                speaker = telling.speaker(naming[0])
                held = merged.setdefault(speaker.key, (speaker, [], []))
                held[1].append(actor.name)
                held[2].extend(naming)
    return merged.values()


def _sides_text(sides: Sequence[Sequence[str]]) -> str:
    if len(sides) == 2:
        return f"{capitalised(joined(sides[0]))} fought {joined(sides[1])}."
    return f"{capitalised(joined([name for names in sides for name in names]))} took part."


def liaison_sentences(telling: Telling, *, told: frozenset[str] = frozenset()) -> Iterator[Sentence]:
    """Actors present but on no side, by their role and by who says so; ``told``: names told of already."""
    groups: dict[tuple[str, str], tuple[Speaker, list[str], list[Claim]]] = {}
    for other in telling.event.others:
        claims = [telling.lookups.view.claims[i] for i in other.claims if i in telling.lookups.view.claims]
        for speaker, group in by_speaker(claims, telling):
            if own_name(other.actor.name, telling) in told:
                continue
            held = groups.setdefault((other.role, speaker.key), (speaker, [], []))
            held[1].append(own_name(other.actor.name, telling))
            held[2].extend(group)
    for (role, _), (speaker, names, group) in groups.items():
        who = joined(names)
        clause = f"{who} had the role of {role.replace('_', ' ')}"
        if role == "in_liaison":
            clause = f"{who} {was(who)} in liaison with the forces involved"
        text = (
            f"{capitalised(clause)}." if is_reporting(speaker) else said([speaker], as_own(speaker, clause))
        )
        yield Sentence(text=telling.withholding.text(text), claim_ids=ids_of(group))
