"""Judgements about claims: checked, thrown out, corrected, added; and who or where some words mean.

A claim keeps its id and its words whatever is decided of it, and carries a flag with who decided and why.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rashomon.codebook.actors import load_registry
from rashomon.judging.added import ACTOR_FACETS, value_of_added
from rashomon.judging.anchors import Found, claim_at, find_again, mention_at
from rashomon.model.base import content_id
from rashomon.model.claims import (
    AT_TIMECODE,
    ActorRef,
    Attribution,
    Claim,
    Count,
    Flag,
    Mention,
    Moment,
    Party,
    PlaceRef,
)
from rashomon.model.judgements import Judgement, added_claim_id
from rashomon.model.layers import Reading
from rashomon.model.report import Passage, Report

CORRECTABLE = {
    "low": "lowest number that the words allow",
    "high": "highest number that the words allow; null where they set no upper bound",
    "facet": "what is claimed: killed, wounded, captured …",
    "start": "first day, where the claim is of a time",
    "end": "last day, where the claim is of a time",
    "about": "registry id of whom it happened to, or words where the registry has none",
    "by": "registry id of who did it, or words",
    "status": "civilian, combatant, hors_de_combat or unknown: the people it happened to",
    "scope": "event, several or unknown",
    "coverage": "total, subset, increment, running or unknown",
    "polarity": "affirmed or negated",
    "certainty": "asserted, hedged, hypothetical or planned",
    "speaker": "registry id or words of who said it first",
}
"""What a correction may change of a claim, and what it takes."""

ADDED_BY = "person/1"
"""Stands in ``reader`` of a claim that a person added."""

_DECIDED = frozenset({"accept", "reject", "correct"})
_PLAIN = ("facet", "scope", "coverage", "polarity", "certainty")


def judge_readings(
    readings: Iterable[Reading], reports: Mapping[str, Report], judgements: Sequence[Judgement]
) -> tuple[Reading, ...]:
    """The readings with what people decided of their claims, in the same order."""
    added = _by_report(judgements)
    held = tuple(_with_added(reading, added.get(reading.report_id, ()), reports) for reading in readings)
    naming = _Naming([judgement for judgement in judgements if judgement.kind == "identify"])
    if not (naming or any(judgement.kind in _DECIDED for judgement in judgements)):
        return held
    changed, rejected = _decide(judgements, find_again(held))
    touched = {claim.report_id for claim in changed.values()}
    # Most readings of a large case nobody decided anything on: they stay the very objects they are.
    return tuple(
        _judged(reading, changed, rejected, naming) if naming or reading.report_id in touched else reading
        for reading in held
    )


def _decide(judgements: Sequence[Judgement], found: Found) -> tuple[dict[str, Claim], set[str]]:
    """Claims that were decided on as they stand now, and those of them that count for nothing."""
    changed: dict[str, Claim] = {}
    rejected: set[str] = set()
    for judgement in judgements:
        if judgement.kind not in _DECIDED:
            continue
        said, correct = json.loads(judgement.details), judgement.kind == "correct"
        for anchor in judgement.anchors:
            claim = claim_at(anchor, found)
            if claim is None:
                continue
            # The latest decision on a claim replaces the earlier ones, so it starts from what was read.
            changed[claim.id] = _corrected(claim, said, judgement) if correct else _flagged(claim, judgement)
            (rejected.add if judgement.kind == "reject" else rejected.discard)(claim.id)
    return changed, rejected


def _flagged(claim: Claim, judgement: Judgement, note: str = "") -> Claim:
    code = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added_by_hand"}
    why = f"{judgement.by}: {judgement.why}" + (f" ({note})" if note else "")
    return replace(claim, flags=(*claim.flags, Flag(code=code[judgement.kind], note=why)))


def _corrected(claim: Claim, said: Mapping[str, Any], judgement: Judgement) -> Claim:
    fields: dict[str, Any] = {name: said[name] for name in _PLAIN if name in said}
    if isinstance(claim.value, Count) and {"low", "high"} & said.keys():
        bounds = {name: said[name] for name in ("low", "high") if name in said}
        fields["value"] = replace(claim.value, **bounds, vague=None)
    if isinstance(claim.value, Moment) and {"start", "end"} & said.keys():
        fields["value"] = replace(claim.value, **{n: said[n] for n in ("start", "end") if n in said})
    if {"about", "status"} & said.keys():
        fields["about"] = _party(claim.about, said.get("about"), said.get("status"))
    if "by" in said:
        fields["by"] = _party(claim.by, said["by"], None)
    if "speaker" in said:
        fields["attribution"] = _said_by(claim.attribution, said["speaker"])
    was = "; ".join(f"{name} was {_before(claim, name)}" for name in said if name in CORRECTABLE)
    return _flagged(replace(claim, **fields), judgement, was)


def _before(claim: Claim, name: str) -> str:
    """What a corrected field said, as it is shown beside the correction."""
    if name in {"low", "high", "start", "end"}:
        return str(getattr(claim.value, name, None))
    if name in {"about", "by"}:
        party = claim.about if name == "about" else claim.by
        return repr(party.words) if party is not None else "not said"
    if name == "status":
        return claim.about.status if claim.about is not None else "unknown"
    if name == "speaker":
        return repr(claim.attribution[0].source) if claim.attribution else "not said"
    return str(getattr(claim, name))


def _party(party: Party | None, who: str | None, status: str | None) -> Party:
    kept = party or Party(words=_called(who or ""))
    if who is not None:
        kept = replace(kept, actors=(_ref(who, kept.words),), join="and")
    return replace(kept, status=status) if status is not None else kept  # type: ignore[arg-type]


def _ref(who: str, words: str) -> ActorRef:
    known = _is_id(who)
    return ActorRef(words=words or who, actor_id=who if known else None, name=None if known else who)


def _is_id(who: str) -> bool:
    """True for an id of the registry, which has a colon or neither blank nor capital; all else are words."""
    return ":" in who or (" " not in who and who == who.lower() and who in load_registry())


def _called(who: str) -> str:
    """What is meant, in words: the name that the registry has for an id, else what was typed."""
    return load_registry().name(who) if who in load_registry() else who


def _said_by(chain: tuple[Attribution, ...], who: str) -> tuple[Attribution, ...]:
    first = Attribution(
        source=_called(who),
        source_kind="organisation",
        actor_id=who if _is_id(who) else None,
        inferred=True,
    )
    # The outlet, last in the chain, published it whoever spoke.
    return (first, *chain[1:]) if len(chain) > 1 else (first, *chain)


def added_mention_id(judgement: Judgement) -> str:
    """The id of the mention that an added claim brings where its report tells of no such happening yet."""
    return content_id("m", judgement.id)


def _by_report(judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """The judgements that add a claim, by the report they add it to."""
    found: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.kind == "add":
            found.setdefault(json.loads(judgement.details)["report"], []).append(judgement)
    return found


def _with_added(reading: Reading, added: Sequence[Judgement], reports: Mapping[str, Report]) -> Reading:
    """The reading with the claims people added to it; none whose words no longer stand where they did."""
    report = reports.get(reading.report_id)
    for judgement in added:
        said = json.loads(judgement.details)
        if report is not None and report.text[said["start"] : said["end"]] == said["words"]:
            reading = _add_claim(reading, judgement, said)
    return reading


def _add_claim(reading: Reading, judgement: Judgement, said: Mapping[str, Any]) -> Reading:
    found = find_again([reading])
    here = [
        mention_at(anchor, found) for anchor in judgement.anchors if anchor.report_id == reading.report_id
    ]
    mentions = [mention for mention in here if mention is not None]
    claim = _new_claim(judgement, said, [mention.id for mention in mentions])
    if mentions:
        ids = {mention.id for mention in mentions}
        told = tuple(
            replace(mention, claim_ids=(*mention.claim_ids, claim.id)) if mention.id in ids else mention
            for mention in reading.mentions
        )
    else:
        told = (*reading.mentions, _new_mention(judgement, claim))
    return replace(reading, claims=(*reading.claims, claim), mentions=told)


def _new_mention(judgement: Judgement, claim: Claim) -> Mention:
    return Mention(
        id=added_mention_id(judgement),
        report_id=claim.report_id,
        kind="incident",
        role="other",
        passages=claim.passages,
        claim_ids=(claim.id,),
    )


def _new_claim(judgement: Judgement, said: Mapping[str, Any], mention_ids: Sequence[str]) -> Claim:
    passage = Passage(report_id=said["report"], start=said["start"], end=said["end"], words=said["words"])
    heard = said.get("transcription", "")
    about = _added_about(said, passage.words or heard)
    outlet = Attribution(source=said["outlet"], source_kind="outlet")
    claim = Claim(
        id=added_claim_id(judgement),
        report_id=passage.report_id,
        passages=(passage,),
        facet=said["facet"],
        value=value_of_added(
            said, passage.words or heard, about.actors[0] if about and about.actors else None
        ),
        about=about,
        attribution=_said_by((outlet,), said["speaker"]) if said.get("speaker") else (outlet,),
        mention_ids=tuple(mention_ids) or (added_mention_id(judgement),),
        flags=(Flag(code=AT_TIMECODE, words=heard, note=said["at"]),) if said.get("at") else (),
        reader=ADDED_BY,
    )
    return _flagged(claim, judgement)


def _added_about(said: Mapping[str, Any], words: str) -> Party | None:
    """Whom an added claim is about: who was named or, of those who took part, who has this name alone."""
    who, status = said.get("about"), said.get("status")
    if said["facet"] in ACTOR_FACETS:
        if who is None:
            ids = load_registry().ids_for(words)
            who = ids[0] if len(ids) == 1 else words
        ref = replace(_ref(who, words), name=_called(who) if who != words else None)
        return _party(Party(words=words, actors=(ref,)), None, status)
    if who is None:
        return Party(words=words, status=status) if status else None
    return _party(None, who, status)


class _Naming:
    """Who or which place some words were judged to mean, in one report or in all."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self._meant: dict[tuple[str, str], str] = {}
        for judgement in judgements:
            said = json.loads(judgement.details)
            self._meant[said["words"].casefold(), said.get("report") or ""] = said["means"]

    def __bool__(self) -> bool:
        return bool(self._meant)

    def of(self, words: str, report_id: str) -> str | None:
        """The id that these words were judged to mean in this report; what was said of one report wins."""
        folded = words.casefold()
        return self._meant.get((folded, report_id)) or self._meant.get((folded, ""))

    def put_to(self, claim: Claim) -> Claim:
        """The claim with its parties and place as they were judged to be meant."""
        fields: dict[str, Any] = {
            name: named
            for name in ("about", "by")
            if (party := getattr(claim, name)) is not None
            and (named := self._party(party, claim.report_id)) != party
        }
        if isinstance(claim.value, PlaceRef):
            words = claim.value.of or claim.value.words
            place = self.of(claim.value.words, claim.report_id) or self.of(words, claim.report_id)
            if place is not None:
                fields["value"] = replace(claim.value, place_id=place)
        if isinstance(claim.value, ActorRef):
            fields["value"] = self._actor(claim.value, claim.report_id)
        return replace(claim, **fields) if fields else claim

    def _party(self, party: Party, report_id: str) -> Party:
        whole = self.of(party.words, report_id)
        if whole is not None and not any(self.of(ref.words, report_id) for ref in party.actors):
            return replace(party, actors=(ActorRef(words=party.words, actor_id=whole),))
        return replace(party, actors=tuple(self._actor(ref, report_id) for ref in party.actors))

    def _actor(self, ref: ActorRef, report_id: str) -> ActorRef:
        meant = self.of(ref.words, report_id)
        return replace(ref, actor_id=meant, name=None) if meant is not None else ref


def _judged(reading: Reading, changed: Mapping[str, Claim], rejected: set[str], naming: _Naming) -> Reading:
    claims = [_uncounted(changed.get(claim.id, claim), rejected) for claim in reading.claims]
    if naming:
        claims = [naming.put_to(claim) for claim in claims]
    mentions = tuple(
        replace(mention, claim_ids=tuple(c for c in mention.claim_ids if c not in rejected))
        for mention in reading.mentions
    )
    return replace(reading, claims=tuple(claims), mentions=mentions)


def _uncounted(claim: Claim, rejected: set[str]) -> Claim:
    """A claim that was thrown out stays to be seen, but speaks of no happening."""
    return replace(claim, mention_ids=()) if claim.id in rejected else claim
