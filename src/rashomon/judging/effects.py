"""What became of each decision: whether it still finds what it was about, and whether another goes against it.

A judgement is never changed, so two may contradict each other, and one may be about a claim that a better
reader no longer makes. Nothing is dropped for that: the later decision on a thing holds, and here it is said
which decisions are in force and why others are not.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Literal

from rashomon.judging.anchors import Found, claim_at
from rashomon.judging.standing import standing
from rashomon.judging.things import ANCHORED, Thing, things_of
from rashomon.judging.ties import GROUPED
from rashomon.model.base import value
from rashomon.model.events import Linked
from rashomon.model.judgements import Judgement
from rashomon.model.report import Report

State = Literal["holds", "in_part", "replaced", "overruled", "nothing", "undone"]

STATES: dict[State, str] = {
    "holds": "in force",
    "in_part": "in force in part",
    "replaced": "a later decision is in force",
    "overruled": "other decisions do not let it be",
    "nothing": "finds nothing to fall on",
    "undone": "undone",
}
"""What a decision's state is called."""


@value
class Effect:
    """What became of one decision. ``against``: earlier decisions on the same thing that said otherwise."""

    judgement_id: str
    state: State
    note: str = ""
    against: tuple[str, ...] = ()


@value
class Surroundings:
    """What decisions fall on: the case's claims and mentions, its reports, its sources, its events."""

    found: Found
    report_ids: frozenset[str]
    sources: frozenset[str]
    """Names and registry ids of outlets and speakers, in lower case."""
    event_of: Mapping[str, str]
    """Mention id → id of its event."""


def surroundings_of(found: Found, reports: Iterable[Report], linked: Linked) -> Surroundings:
    """What decisions fall on in a case with these claims, reports and events."""
    held = tuple(reports)
    spoken = (link for claim in found.claims.values() for link in claim.attribution)
    names = {name for link in spoken for name in (link.source, link.actor_id, link.person) if name}
    names |= {report.outlet for report in held if report.outlet}
    return Surroundings(
        found=found,
        report_ids=frozenset(report.id for report in held),
        sources=frozenset(name.casefold() for name in names),
        event_of={mention: event.id for event in linked.events for mention in event.mention_ids},
    )


def effects(judgements: Sequence[Judgement], here: Surroundings) -> tuple[Effect, ...]:
    """What became of each of these judgements, in their order."""
    held = standing(judgements)
    said = {judgement.id: _said(judgement, here) for judgement in held}
    latest = {thing: judgement for judgement in held for thing in said[judgement.id]}
    against = _contradicted(held, said)
    return tuple(
        _effect(judgement, said[judgement.id], latest, against[judgement.id], here)
        if judgement.id in said
        else Effect(judgement_id=judgement.id, state="undone")
        for judgement in judgements
    )


def _effect(
    judgement: Judgement,
    own: Mapping[Thing, Hashable],
    latest: Mapping[Thing, Judgement],
    against: tuple[str, ...],
    here: Surroundings,
) -> Effect:
    if judgement.kind == "undo":
        return Effect(judgement_id=judgement.id, state="holds")
    if not own:
        return Effect(judgement_id=judgement.id, state="nothing", note=_missing(judgement))
    kept = [thing for thing in own if latest[thing].id == judgement.id]
    if not kept:
        later = latest[next(iter(own))]
        note = f"{later.id} of {later.when}, by {later.by}, is the later one"
        return Effect(judgement_id=judgement.id, state="replaced", note=note, against=against)
    if GROUPED.get(judgement.kind) and _torn(kept, here.event_of):
        note = "what it puts together is kept apart by decisions on other accounts of these events"
        return Effect(judgement_id=judgement.id, state="overruled", note=note, against=against)
    gone = len(own) - len(kept)
    lost = _lost(judgement, here)
    if gone or lost:
        parts = [f"{gone} decided otherwise later"] * bool(gone) + [f"{lost} not found again"] * bool(lost)
        return Effect(judgement_id=judgement.id, state="in_part", note=", ".join(parts), against=against)
    return Effect(judgement_id=judgement.id, state="holds", against=against)


def _contradicted(
    held: Sequence[Judgement], said: Mapping[str, Mapping[Thing, Hashable]]
) -> dict[str, tuple[str, ...]]:
    """For each decision the earlier standing ones that said something else of one of its things, in their order."""
    # What was said of a thing so far, by saying: thousands of decisions are not compared each with each.
    sayings: dict[Thing, dict[Hashable, list[int]]] = {}
    against: dict[str, tuple[str, ...]] = {}
    for place, judgement in enumerate(held):
        others: set[int] = set()
        for thing, what in said[judgement.id].items():
            earlier = sayings.setdefault(thing, {})
            others.update(at for other, places in earlier.items() if other != what for at in places)
            earlier.setdefault(what, []).append(place)
        against[judgement.id] = tuple(held[at].id for at in sorted(others))
    return against


def _torn(pairs: Sequence[Thing], event_of: Mapping[str, str]) -> bool:
    return any(event_of.get(str(one)) != event_of.get(str(two)) for _, one, two in pairs)


def _lost(judgement: Judgement, here: Surroundings) -> int:
    """How many of the claims it was about are not there any more."""
    if judgement.kind not in ANCHORED:
        return 0
    return sum(claim_at(anchor, here.found) is None for anchor in judgement.anchors)


def _missing(judgement: Judgement) -> str:
    if judgement.kind in ANCHORED:
        return "no claim of its kind stands where it was any more; it is kept, and holds again if one does"
    if judgement.kind == "grade":
        return f"no outlet or speaker of this case is called {judgement.targets[0]!r}; it waits for one"
    if judgement.kind in {"metadata", "add"}:
        return "its report, or the words it stands on, are not in this case (any more)"
    return "the accounts it was about are not told any more; it is kept, and holds again if they are"


def _said(judgement: Judgement, here: Surroundings) -> Mapping[Thing, Hashable]:
    """What is decided on and what is said of it; empty where nothing of it is in the case."""
    said = things_of(judgement, here.found)
    return {thing: what for thing, what in said.items() if _is_there(thing, here)}


def _is_there(thing: Thing, here: Surroundings) -> bool:
    claims = here.found.claims
    known = {"claim": claims, "coding": claims, "source": here.sources, "metadata": here.report_ids}
    return thing[0] not in known or thing[1] in known[str(thing[0])]
