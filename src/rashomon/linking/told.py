"""What linking makes of one report and its reading alone, whatever else the case holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.codebook.actors import ActorRegistry
from rashomon.codebook.gazetteer import Gazetteer
from rashomon.linking.features import whole_text
from rashomon.linking.locating import locate_claims
from rashomon.linking.names import people_in
from rashomon.linking.towns import may_be_towns
from rashomon.linking.towns_named import country_of_towns
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.events import Identity, Located
from rashomon.model.layers import Reading
from rashomon.model.report import Report

Voice = tuple[str, str]
"""A body and the day it spoke; empty where no day is known."""


@value
class Told:
    """One report as linking sees it."""

    report: Report
    reading: Reading
    located: Mapping[str, Located]
    """Where each of its place claims puts the event, by claim id."""
    names: frozenset[str] | None
    """The people its text names; None where it tells of no happening."""
    written: tuple[str, ...]
    """All that its text or headline writes as a name, which may be a town's."""
    identities: Mapping[tuple[str, str, str], Identity]
    voices: tuple[tuple[Voice, str], ...]
    """Whose statement of which day each claim relays, where one is known."""
    country: str | None = None
    """Of the towns it names, where no event of it has a known place: ISO 3166-1 alpha-3."""


def take_told(report: Report, reading: Reading, registry: ActorRegistry, gazetteer: Gazetteer) -> Told:
    """One report and its reading, with its places found and its actors known."""
    located = locate_claims({claim.id: claim for claim in reading.claims}, gazetteer)
    placed = any(place.country_iso3 for place in located.values())
    return Told(
        report=report,
        reading=reading,
        located=located,
        names=people_in(report, reading.claims) if reading.mentions else None,
        written=may_be_towns(whole_text(report)) if reading.mentions else (),
        identities=_identities(reading.claims, registry),
        voices=tuple(_voices(reading.claims, registry)),
        country=None if placed or not reading.mentions else country_of_towns(report.text, gazetteer),
    )


def _identities(claims: Iterable[Claim], registry: ActorRegistry) -> dict[tuple[str, str, str], Identity]:
    """Who is meant by the names that claims give their parties, by words, id and report."""
    found: dict[tuple[str, str, str], Identity] = {}
    for claim in claims:
        inferred = any(flag.code == "inferred_actor" for flag in claim.flags)
        refs = [ref for party in (claim.about, claim.by) if party is not None for ref in party.actors]
        for ref in refs:
            if ref.actor_id is None or ref.actor_id not in registry:
                continue
            reason = "a name of the actor registry"
            if inferred:
                reason += ", or what the report calls that actor"
            identity = Identity(
                kind="actor",
                words=ref.words,
                target_id=ref.actor_id,
                report_id=claim.report_id,
                score=1.0,
                reason=reason,
            )
            found.setdefault((ref.words, ref.actor_id, claim.report_id), identity)
    return found


def _voices(claims: Iterable[Claim], registry: ActorRegistry) -> Iterable[tuple[Voice, str]]:
    """The body, a state and its forces being one, and the day of each relayed statement."""
    for claim in claims:
        first = claim.attribution[0] if len(claim.attribution) > 1 else None
        if first is None or claim.statement_id is None:
            continue
        body = first.actor_id or (first.on_behalf_of or first.source).lower()
        if body in registry and registry.is_state_actor(body):
            body = f"state:{registry.country_of(body)}"
        said = first.said_on.start if first.said_on is not None and first.said_on.start else ""
        yield (body, said), claim.id
