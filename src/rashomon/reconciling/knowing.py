"""What was known on a day: the case without the reports that came out later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.errors import SettingError
from rashomon.model.base import value
from rashomon.model.claims import Claim, PlaceRef
from rashomon.model.dates import is_partial, last_day
from rashomon.model.events import Event, Linked, Located, SideActor
from rashomon.model.known import out_on, was_out
from rashomon.model.report import Report


@value
class Known:
    """Events, claims and reports as far as they were known."""

    linked: Linked
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]


def known_on(as_of: str | None, known: Known) -> Known:
    """The case as known on a day; all of it where no day is given.

    A report counts from the day it was published, or else retrieved; one of which neither is known cannot be
    shown to have been known on any day and is left out. Raises SettingError where the day has no year.
    """
    if as_of is None:
        return known
    day = last_day(as_of) if is_partial(as_of) else None
    if day is None:
        raise SettingError(f"{as_of!r} is no day to look back from. Write it as 2018-04-05, 2018-04 or 2018.")
    reports = {key: report for key, report in known.reports.items() if was_out(report, as_of)}
    claims = {key: claim for key, claim in known.claims.items() if claim.report_id in reports}
    places = {key: _place_words(claim) for key, claim in known.claims.items()}
    events = tuple(_trim(event, claims, reports, places) for event in known.linked.events)
    kept = tuple(event for event in events if event.claim_ids or event.shared_claim_ids)
    return Known(linked=replace(known.linked, events=_without_strays(kept)), claims=claims, reports=reports)


def undated_reports(event: Event, known: Known) -> tuple[str, ...]:
    """The reports of an event of which nobody knows when they came out, by what outputs call them."""
    ids = {known.claims[one].report_id for one in event.claim_ids if one in known.claims}
    reports = [known.reports[one] for one in ids if one in known.reports]
    return tuple(sorted(report.source_ref for report in reports if last_day(out_on(report)) is None))


def _trim(
    event: Event, claims: Mapping[str, Claim], reports: Mapping[str, Report], places: Mapping[str, str]
) -> Event:
    own = _present(event.claim_ids, claims)
    shared = _present(event.shared_claim_ids, claims)
    named = _names([claims[claim_id] for claim_id in (*own, *shared)])
    sides = (
        replace(side, actors=_named(side.actors, named), claim_ids=_present(side.claim_ids, claims))
        for side in event.sides
    )
    others = (replace(other, claim_ids=_present(other.claim_ids, claims)) for other in event.others)
    return replace(
        event,
        claim_ids=own,
        shared_claim_ids=shared,
        sides=tuple(side for side in sides if side.actors or side.claim_ids),
        others=tuple(other for other in others if other.claim_ids),
        located=tuple(place for one in event.located if (place := _told(one, own, places)) is not None),
        principal_for=_present(event.principal_for, reports),
    )


def _told(place: Located, own: Sequence[str], places: Mapping[str, str]) -> Located | None:
    """The place on a claim that was known: linking keeps one claim for each, which may be a later report's."""
    if not place.claim_id or place.claim_id in own:
        return place
    names = {place.name.casefold(), places.get(place.claim_id, "")} - {""}
    claim_id = next((one for one in own if places.get(one) in names), None)
    return replace(place, claim_id=claim_id) if claim_id is not None else None


def _place_words(claim: Claim) -> str:
    return " ".join(claim.value.words.casefold().split()) if isinstance(claim.value, PlaceRef) else ""


def _present(ids: Iterable[str], known: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in known)


def _names(claims: Iterable[Claim]) -> frozenset[str]:
    """Ids and words of all parties of these claims."""
    found: set[str] = set()
    for claim in claims:
        for party in (claim.about, claim.by):
            if party is not None:
                found.add(party.words)
                found.update(ref.words for ref in party.actors)
                found.update(ref.actor_id for ref in party.actors if ref.actor_id)
    return frozenset(found)


def _named(actors: Iterable[SideActor], names: frozenset[str]) -> tuple[SideActor, ...]:
    return tuple(actor for actor in actors if actor.id in names or names.intersection(actor.as_written))


def _without_strays(events: tuple[Event, ...]) -> tuple[Event, ...]:
    ids = {event.id for event in events}
    return tuple(
        replace(
            event,
            part_of=event.part_of if event.part_of in ids else None,
            related=tuple(other for other in event.related if other in ids),
        )
        for event in events
    )
