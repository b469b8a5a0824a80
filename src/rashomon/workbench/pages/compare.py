"""Two events side by side: what they share and in what they differ, why they are two, and deciding whether they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rashomon.codebook.facets import FACETS
from rashomon.judging.ties import GROUPED, pairs_ruled
from rashomon.linking.cluster import AVERAGE
from rashomon.linking.compare import THRESHOLD
from rashomon.linking.explaining import FEATURES, MOST_MENTIONS, MOST_WEIGHED, Explained, explain_pairs
from rashomon.model.claims import Claim
from rashomon.model.record import EventRecord
from rashomon.workbench.pages.event import find_event, told_by
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Visit
from rashomon.writing.page.events import figure_rows, index_row
from rashomon.writing.page.rows import value_words
from rashomon.writing.wording.parties import party_label
from rashomon.writing.wording.speakers import speaker_of

_MOST_CLAIMS = 24
"""Claims of one facet and event that are shown; the event's own page has all."""


def show_comparison(visit: Visit) -> Shown:
    """The events of the address, ``left`` and ``right``; where one is missing, a way to name it."""
    if not (visit.asked("left") and visit.asked("right")):
        known = find_event(visit, visit.asked("left")) if visit.asked("left") else None
        return Shown(template="compare_choose.html.j2", data={"left": known})
    left, right = (find_event(visit, visit.asked(side)) for side in ("left", "right"))
    same = left.id == right.id
    pairs = [] if same else _pairs(visit, left, right)
    best = pairs[0] if pairs else None
    likely = [pair.score for pair in pairs if pair.against is None]
    average = round(sum(likely) / len(pairs), 3) if pairs else None
    return Shown(
        template="compare.html.j2",
        data={
            "left": left,
            "right": right,
            "is_one": same,
            "pairs": pairs[:MOST_WEIGHED],
            "average": average,
            "threshold": THRESHOLD,
            "least_average": AVERAGE,
            "judgements": _judgements(visit, left, right),
        },
        drawn={
            "best": best,
            "best_words": _pair_words(visit, best),
            "features": FEATURES,
            "most": MOST_MENTIONS
            if any(len(_mentions(visit, one)) > MOST_MENTIONS for one in (left, right))
            else None,
            "apart": len({ref for ref in left.reports if ref in right.reports}),
            "facts": _facts(visit, left, right),
            "figures": list(zip(figure_rows(left), figure_rows(right), strict=True)),
            "claims": _claims(visit, left, right),
            "told": {"left": told_by(visit, left), "right": told_by(visit, right)},
            "shared": _shared(visit, left, right),
            "swapped": visit.address(left=right.id, right=left.id, done=None),
        },
    )


def _pairs(visit: Visit, left: EventRecord, right: EventRecord) -> list[Explained]:
    """The mentions of both compared by what linking compares."""
    snapshot = visit.snapshot
    ids = [_mentions(visit, event) for event in (left, right)]
    told = {snapshot.found.mentions[m].report_id for own in ids for m in own if m in snapshot.found.mentions}
    readings = [reading for reading in snapshot.held.readings if reading.report_id in told]
    return list(explain_pairs(ids[0], ids[1], snapshot.reports, readings))


def _mentions(visit: Visit, event: EventRecord) -> tuple[str, ...]:
    return visit.snapshot.linked_events[event.id].mention_ids


def _pair_words(visit: Visit, pair: Explained | None) -> list[str]:
    """Which reports the compared mentions stand in."""
    if pair is None:
        return []
    mentions, reports = visit.snapshot.found.mentions, visit.snapshot.reports
    found = [reports[mentions[mention].report_id] for mention in (pair.one, pair.two)]
    return [report.title or report.source_ref for report in found]


def _facts(visit: Visit, left: EventRecord, right: EventRecord) -> list[dict[str, Any]]:
    """What is known of both, a row each, and whether it is the same."""
    one, two = (_fact_words(visit, event) for event in (left, right))
    return [
        {"name": name, "left": one[name], "right": two[name], "relation": _relation(one[name], two[name])}
        for name in one
        if one[name] or two[name]
    ]


def _relation(one: str, two: str) -> str:
    return "" if not one or not two else "same" if one == two else "differs"


def _fact_words(visit: Visit, event: EventRecord) -> dict[str, str]:
    row = index_row(event, visit.lens.telling(event))
    sides = [", ".join(actor.name for actor in side.actors) for side in event.sides]
    return {
        "When": row["when"] if event.date.start else "",
        "Where": row["where"],
        "Kind": event.kind.replace("_", " "),
        "ACLED": " / ".join(p for p in (event.acled.event_type, event.acled.sub_event_type) if p),
        "One side": sides[0] if sides else "",
        "Other side": "; ".join(sides[1:]),
    }


def _claims(visit: Visit, left: EventRecord, right: EventRecord) -> list[dict[str, Any]]:
    """The claims of both, facet by facet; those that are said of both apart."""
    lookups = visit.lens.lookups
    ours, theirs = lookups.claims_of(left.id), lookups.claims_of(right.id)
    both = {claim.id for claim in ours} & {claim.id for claim in theirs}
    told = {claim.facet for claim in (*ours, *theirs)}
    return [
        {
            "facet": FACETS[facet].label,
            "code": facet,
            **{
                side: _told(visit, [c for c in own if c.facet == facet and c.id not in both])
                for side, own in (("left", ours), ("right", theirs))
            },
            "both": _told(visit, [c for c in ours if c.facet == facet and c.id in both]),
        }
        for facet in FACETS
        if facet in told
    ]


def _told(visit: Visit, claims: Sequence[Claim]) -> dict[str, Any]:
    """What is said, each party and value once, with whoever says it."""
    lens = visit.lens
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for claim in claims[:_MOST_CLAIMS]:
        party = party_label(claim.about, lens.withholding) if claim.about else ""
        who = speaker_of(claim, lens.lookups, lens.withholding).chain()
        key = party, value_words(claim, lens.withholding)
        found.setdefault(key, []).append({"id": claim.id, "who": who})
    return {
        "rows": [{"party": party, "value": words, "said": said} for (party, words), said in found.items()],
        "more": max(0, len(claims) - _MOST_CLAIMS),
    }


def _shared(visit: Visit, left: EventRecord, right: EventRecord) -> list[str]:
    """What both have, in words."""
    names = [{a.name for side in event.sides for a in side.actors} for event in (left, right)]
    actors = sorted(names[0] & names[1])
    places = sorted({p.name for p in left.places if p.name} & {p.name for p in right.places if p.name})
    linked = [visit.snapshot.linked_events[event.id] for event in (left, right)]
    claims = set(linked[0].shared_claim_ids) & set(linked[1].shared_claim_ids)
    reports = [ref for ref in left.reports if ref in right.reports]
    found = [
        f"Both with {', '.join(actors)}." if actors else "",
        f"Both name {', '.join(places)}." if places else "",
        f"{_many(reports, 'report')} of both." if reports else "",
        f"{len(claims)} figures and other claims are said of both together." if claims else "",
        "One is part of the other." if left.id == right.part_of or right.id == left.part_of else "",
    ]
    return [words for words in found if words]


def _many(reports: Sequence[str], word: str) -> str:
    return f"1 {word} ({reports[0]}) tells" if len(reports) == 1 else f"{len(reports)} {word}s tell"


def _judgements(visit: Visit, left: EventRecord, right: EventRecord) -> list[dict[str, Any]]:
    """The decisions in force that put reports of the two together or keep them apart, the latest first."""
    snapshot = visit.snapshot
    ours, theirs = (set(snapshot.linked_events[event.id].mention_ids) for event in (left, right))
    found = []
    for judgement in reversed(snapshot.standing):
        if judgement.kind not in GROUPED:
            continue
        across = (
            (a in ours and b in theirs) or (a in theirs and b in ours)
            for a, b in pairs_ruled(judgement, snapshot.found)
        )
        if any(across):
            found.append({"judgement": judgement, "together": GROUPED[judgement.kind]})
    return found
