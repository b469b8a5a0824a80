"""The actors of the case, one of them, and the words that mean nobody known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rashomon.codebook.actor_countries import country_name
from rashomon.codebook.actors import load_registry
from rashomon.codebook.place_names import normalised
from rashomon.model.events import ActorName
from rashomon.workbench.actor_index import ActorEntry, Part, Unknown, actors_of
from rashomon.workbench.cards import make_desk
from rashomon.workbench.lists import listed, paged
from rashomon.workbench.pages import named
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import NotFoundError, Visit
from rashomon.writing.page.rows import claim_rows


def show_actors(visit: Visit) -> Shown:
    """The actors that the filters leave, or the words that mean nobody known."""
    index = actors_of(visit.snapshot)
    if visit.asked("show") == "unknown":
        return _unknown(visit, index.unknown)
    wanted = normalised(visit.asked("q"))
    category, country = visit.asked("category"), visit.asked("country")
    found = [
        one
        for one in index.actors.values()
        if (not category or one.category == category)
        and (not country or country in one.countries)
        and named.is_called(one, wanted)
    ]
    listing = listed(visit, found, named.SORTS, named.rank, "events")
    held = index.actors.values()
    return Shown(
        template="actors.html.j2",
        data={**listing.paged.counts, "actors": [_row(one) for one in listing.paged.rows]},
        drawn={
            **listing.drawn,
            "all": len(held),
            "unknown": len(index.unknown),
            "asked": {name: visit.asked(name) for name in ("q", "category", "country")},
            "categories": sorted({one.category for one in held if one.category}),
            "countries": sorted(
                ((iso, country_name(iso)) for iso in {iso for one in held for iso in one.countries}),
                key=lambda each: each[1],
            ),
        },
    )


def _row(one: ActorEntry) -> dict[str, Any]:
    return {
        **named.named_row(one, "actors"),
        "category": one.category,
        "level": one.level,
        "countries": list(one.countries),
        "taken": list(one.taken[: named.MOST_WRITTEN]),
        "said": len(one.said),
    }


def _unknown(visit: Visit, held: Sequence[Unknown]) -> Shown:
    """Words that no actor is known by: those that look like names, all on demand."""
    wanted, everything = normalised(visit.asked("q")), visit.asked("words") == "all"
    found = [
        one for one in held if (everything or one.is_name) and (not wanted or wanted in normalised(one.words))
    ]
    page = paged(visit, found)
    firsts = {one.claims[0]: visit.snapshot.claims[one.claims[0]] for one in page.rows}
    rows = claim_rows(list(firsts.values()), visit.lens.lookups, visit.lens.withholding)
    return Shown(
        template="actors_unknown.html.j2",
        data={**page.counts, "unknown": [_unknown_row(one, visit) for one in page.rows]},
        drawn={
            "paged": page,
            "all": len(held),
            "names": sum(one.is_name for one in held),
            "asked": {name: visit.asked(name) for name in ("q", "words")},
            "desk": make_desk(visit),
            "contexts": {row["id"]: row for row in rows},
        },
    )


def _unknown_row(one: Unknown, visit: Visit) -> dict[str, Any]:
    claim = visit.snapshot.claims[one.claims[0]]
    return {
        "words": one.words,
        "claims": len(one.claims),
        "reports": one.reports,
        "claim": claim.id,
        "passage": claim.passages[0].words[:300] if claim.passages else "",
        "source_ref": visit.snapshot.reports[claim.report_id].source_ref,
    }


def show_actor(visit: Visit) -> Shown:
    """One actor: what the registry knows of it, how reports name it, its events and claims."""
    one = _find(visit)
    registry = load_registry()
    known = registry.get(one.id) if one.id in registry else None
    claims, drawn = named.claims_page(visit, one)
    return Shown(
        template="actor.html.j2",
        data={
            "actor": _row(one)
            | {
                "written": named.written_rows(one),
                "names": [_name(name) for name in (known.names if known else ())],
                "part_of": [
                    {"id": parent, "name": registry.name(parent), "href": named.address_of(parent, "actors")}
                    for parent in registry.parents(one.id)
                ],
                "start": known.start if known else None,
                "end": known.end if known else None,
                "ucdp": registry.name(one.id, standard="ucdp"),
                "acled": registry.name(one.id, standard="acled"),
            },
            "events": _events(visit, one.parts),
            **claims,
        },
        drawn={**drawn, "country_names": {iso: country_name(iso) for iso in one.countries}},
    )


def _find(visit: Visit) -> ActorEntry:
    wanted = visit.path["actor_id"]
    found = actors_of(visit.snapshot).actors.get(wanted)
    if found is not None:
        return found
    registry = load_registry()
    if wanted in registry:
        known = registry.get(wanted)
        return ActorEntry(
            id=wanted,
            name=registry.name(wanted),
            category=known.category,
            level=known.level,
            countries=known.countries,
            written=(),
            taken=(),
            parts=(),
            claims=(),
            events=0,
            said=(),
            folded=(),
        )
    raise NotFoundError(
        f"There is no actor {wanted[:60]!r} in the registry. The list has those of this case."
    )


def _name(name: ActorName) -> dict[str, Any]:
    return {
        "words": name.words,
        "kind": name.kind,
        "language": name.language,
        "start": name.start,
        "end": name.end,
    }


def _events(visit: Visit, parts: Sequence[Part]) -> list[dict[str, Any]]:
    """The events of an actor in the record's order, with its side in each."""
    sides: dict[str, list[Part]] = {}
    for part in parts:
        sides.setdefault(part.event_id, []).append(part)
    found = [(visit.lens.event(event_id), own) for event_id, own in sides.items()]
    return [
        {**named.event_row(event), "sides": [{"label": part.side, "role": part.role} for part in own]}
        for event, own in found
        if event is not None
    ]
