"""Claims and parties that the statements' own grammars read, made as the reader makes its own."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.codebook.actors import ActorHit, ActorRegistry
from rashomon.model.base import content_id
from rashomon.model.claims import ActorRef, Attribution, Claim, Count, Flag, Moment, Party, PlaceRef, Value
from rashomon.model.report import Passage, Report

READER = "statements/1"


def make_claim(  # noqa: PLR0913 - one door for all grammars, keyword-only
    report: Report,
    facet: str,
    value: Value,
    span: tuple[int, int],
    *,
    about: Party | None = None,
    chain: Sequence[Attribution] = (),
    certainty: str = "asserted",
    flags: Sequence[Flag] = (),
) -> Claim:
    """A claim on one passage of the report, with an id made as all claims' are."""
    start, end = span
    words = report.text[start:end]
    written = value.as_written if isinstance(value, (Count, Moment)) else getattr(value, "words", words)
    if isinstance(value, PlaceRef):
        written = f"{value.relation} {value.words}"
    return Claim(
        id=content_id("c", report.id, start, end, facet, written, READER),
        report_id=report.id,
        passages=(Passage(report_id=report.id, start=start, end=end, words=words),),
        facet=facet,
        value=value,
        about=about,
        certainty="planned" if certainty == "planned" else "hedged" if certainty == "hedged" else "asserted",
        attribution=(*chain,)
        or (Attribution(source=report.outlet or report.source_ref, source_kind="outlet"),),
        flags=tuple(flags),
        reader=READER,
        confidence=0.85,
    )


def reference(hit: ActorHit, registry: ActorRegistry, on: str | None) -> ActorRef:
    """The actor that a name in the text proposes."""
    actor_id = hit.actor_ids[0] if hit.actor_ids else None
    return ActorRef(words=hit.words, actor_id=actor_id, name=name_of(actor_id, registry, on))


def name_of(actor_id: str | None, registry: ActorRegistry, on: str | None) -> str | None:
    """The registry's plain name of an actor on a day; None where it has none."""
    return registry.name(actor_id, on=on) if actor_id and actor_id in registry else None


def party_of(words: str, actors: Sequence[ActorRef], span: tuple[int, int] | None = None) -> Party:
    """A party as written, with the actors it is read as, each once."""
    known: dict[tuple[str | None, str], ActorRef] = {}
    for ref in actors:
        known.setdefault((ref.actor_id, "" if ref.actor_id else ref.words), ref)
    start, end = span or (None, None)
    return Party(
        words=words,
        actors=tuple(known.values()),
        status="combatant" if known else "unknown",
        start=start,
        end=end,
    )
