"""The same happening across reports: actors, places, ties, identities, events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rashomon.model.base import value
from rashomon.model.claims import Flag

ActorIdentification = Literal["named", "inferred", "unidentified", "whole"]
"""How an actor of an event is known: by a name of its own; from its kind and the event's country ("the
soldiers"); only that nobody knows him; or as the body that a named actor is a unit of."""
ActorLevel = Literal["state", "forces", "unit", "group", "person", "population", "organisation"]


@value
class ActorName:
    """A name an actor goes or went by. ``kind``: name, acronym, alias, native, ucdp or acled."""

    words: str
    kind: str = "name"
    language: str | None = None
    start: str | None = None
    end: str | None = None


@value
class Actor:
    """An actor of the registry, the same across reports."""

    id: str
    names: tuple[ActorName, ...]
    level: ActorLevel
    category: str
    """Codebook category: state_forces, police, rebel, political_militia, communal_militia, external,
    civilians, peacekeepers, international, criminal …"""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-3; for a state and its forces the state itself, else where it acts."""
    part_of: str | None = None
    start: str | None = None
    end: str | None = None


@value
class Place:
    """A place of the gazetteer."""

    id: str
    """``geonames:123`` or ``rashomon:slug``."""
    name: str
    kind: Literal["populated", "adm1", "adm2", "country", "region", "feature"]
    lat: float
    lon: float
    country: str | None = None
    """GeoNames' English short name."""
    country_iso3: str | None = None
    adm1: str | None = None
    adm2: str | None = None
    population: int = 0
    inexact: bool = False
    """True where its own position is unknown: the point is that of the division it lies in."""


@value
class Tie:
    """A mention put to an event, with a score (0–1) and a reason that a person can check."""

    mention_id: str
    event_id: str
    score: float
    reason: str
    judged_by: str | None = None


@value
class Identity:
    """Who or what a name means, beside the name as written."""

    kind: Literal["actor", "place"]
    words: str
    target_id: str
    report_id: str | None
    score: float
    reason: str


@value
class Located:
    """Where one place claim puts the event. ``where_prec`` is UCDP's 1–7; coordinates in WGS 84."""

    claim_id: str
    name: str
    where_prec: int | None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    country_iso3: str | None = None
    adm1: str | None = None
    adm2: str | None = None
    place_id: str | None = None
    reason: str = ""


@value
class SideActor:
    """An actor on a side: its registry id where it has one, its name, its words in the reports."""

    id: str | None
    name: str
    as_written: tuple[str, ...]
    identification: ActorIdentification = "named"


def without_wholes(actors: Iterable[SideActor]) -> tuple[SideActor, ...]:
    """The actors that reports speak of, without the bodies that only the registry adds to their units."""
    return tuple(actor for actor in actors if actor.identification != "whole")


@value
class EventSide:
    """One side of an event as linking sees it."""

    label: str
    role: Literal["belligerent", "victims", "unknown"]
    actors: tuple[SideActor, ...]
    claim_ids: tuple[str, ...] = ()
    """Claims whose party stands on this side."""


@value
class OtherActor:
    """An actor present but on no side: in liaison, responder, mediator and so on."""

    actor: SideActor
    role: str
    claim_ids: tuple[str, ...]


@value
class Event:
    """One happening: its mentions and claims, the ties that put them together, and who was on which side.

    The first of ``located`` is the place the event is put at.
    """

    id: str
    kind: str
    title: str
    mention_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    """Claims of this event alone."""
    shared_claim_ids: tuple[str, ...] = ()
    """Claims that speak of several events, this one among them."""
    sides: tuple[EventSide, ...] = ()
    others: tuple[OtherActor, ...] = ()
    located: tuple[Located, ...] = ()
    ties: tuple[Tie, ...] = ()
    principal_for: tuple[str, ...] = ()
    """Ids of the reports whose main event this is."""
    part_of: str | None = None
    related: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


@value
class Utterance:
    """A statement and the claims that relay it: one witness."""

    id: str
    claim_ids: tuple[str, ...]
    reason: str


@value
class Linked:
    """What linking gives: the events of a case and the identities behind them."""

    events: tuple[Event, ...] = ()
    identities: tuple[Identity, ...] = ()
    statements: tuple[Utterance, ...] = ()
