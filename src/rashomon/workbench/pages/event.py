"""One event under a policy: the record with its reasons, the claims behind it, and what can be decided of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.model.base import content_id
from rashomon.model.claims import Claim
from rashomon.model.record import EventRecord
from rashomon.pipeline import DEFAULT_POLICY
from rashomon.workbench.cards import make_cards, make_desk
from rashomon.workbench.claim_groups import group_claims
from rashomon.workbench.event_index import EventIndex, index_of
from rashomon.workbench.nearness import Near, nearest_events
from rashomon.workbench.rejected import told_before
from rashomon.workbench.showing import Shown
from rashomon.workbench.snapshot import Lens, Snapshot
from rashomon.workbench.visits import NotFoundError, Visit
from rashomon.writing.charts.ranges import OutcomeChart, chart_figures, policy_name
from rashomon.writing.charts.timeline import make_timeline
from rashomon.writing.maps import MapMaker
from rashomon.writing.page.events import event_row, headline
from rashomon.writing.page.rendering import PageFrame
from rashomon.writing.view import outlet_name
from rashomon.writing.wording.dates import day_phrase, event_days
from rashomon.writing.wording.telling import Telling

_MOST = {"related": 20, "reports": 100, "decisions": 50, "rejected": 40}
"""Of each kind, what the page shows at once."""
_MOST_FIGURES = 25
"""Speakers of one party's figures that a chart shows; each is a row with a drawing."""


def show_event(visit: Visit) -> Shown:
    """The record of one event, its claims by facet and party, and what has to do with it."""
    event, lens = find_event(visit), visit.lens
    telling = lens.telling(event)
    every = lens.lookups.claims_of(event.id)
    claims = _known_then(visit, event, every)
    rejected = _rejected(visit, event)
    desk = group_claims(visit, claims)
    index = index_of(visit, visit.snapshot.lens(DEFAULT_POLICY))
    near = nearest_events(event.id, index)
    told = told_by(visit, event)
    return Shown(
        template="event_page.html.j2",
        data={
            "event": event,
            "policy": lens.policy,
            "as_of": visit.asked("as_of") or None,
            "claims": claims,
            "rejected": rejected,
            "reviews": _reviews(visit, (*claims, *rejected)),
            "related": _related(event, telling),
            "near": [{"id": one.id, "title": one.title, "reasons": one.reasons} for one in near],
            "history": _history(visit, event, index),
        },
        drawn={
            **_drawn_record(event, claims, telling, lens.policy),
            "page": PageFrame(
                policy=policy_name(lens.policy),
                anchors=frozenset(claim.id for claim in desk.page.rows),
                shown=frozenset({event.id}),
                claims_at="/claims/",
                events_at="/events/",
            ),
            "claim_desk": desk,
            "desk": make_desk(visit),
            "rejected_cards": make_cards(rejected[: _MOST["rejected"]], visit),
            "told_by": told,
            "later": len(every) - len(claims),
            "days": list(dict.fromkeys(one["published"] for one in told if one["published"])),
            "most": _MOST,
            "compare_with": [_compare_row(one, event) for one in near],
            "moved": event.id != visit.path["event_id"],
            "query": _query(visit),
        },
    )


def _drawn_record(
    event: EventRecord, claims: tuple[Claim, ...], telling: Telling, policy: str
) -> dict[str, Any]:
    """The record as the page of a case shows it; where fewer claims were known, charts and timeline of those."""
    row = event_row(event, telling, MapMaker(open_gazetteer())) | {"killed": headline(event, policy)}
    if len(claims) < len(telling.lookups.claims_of(event.id)):
        row |= {"charts": chart_figures(claims, telling), "timeline": make_timeline(event, claims, telling)}
    return {
        "row": row,
        "charts": [_bounded(chart) for chart in row["charts"]],
        "more_figures": _more_figures(row["charts"]),
        "found": [_told_apart(finding) for finding in row["findings"]],
    }


def find_event(visit: Visit, event_id: str | None = None, *, lens: Lens | None = None) -> EventRecord:
    """The event of the address, or the one that now holds what an event of this id was known by."""
    wanted = event_id or visit.path["event_id"]
    found = (lens or visit.lens).event(event_now(visit.snapshot, wanted) or "")
    if found is None:
        raise NotFoundError(
            f"There is no event {wanted[:60]!r} now; decisions and new reports may have put it together with "
            "another, or it was not known yet on the day asked for. The list of events has those there are."
        )
    return found


def event_now(snapshot: Snapshot, event_id: str) -> str | None:
    """The id of the event that holds what was known by this id; None where nothing was.

    An event is called after one of its mentions, so that the name leads somewhere after merging and splitting.
    """
    if event_id in snapshot.linked_events:
        return event_id
    named = (now for mention, now in snapshot.event_of.items() if content_id("e", mention) == event_id)
    return next(named, None)


def _known_then(visit: Visit, event: EventRecord, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of the reports that the record rests on: those that were out on the day looked back from."""
    if not visit.asked("as_of"):
        return claims
    reports, out = visit.snapshot.reports, frozenset(event.reports)
    return tuple(claim for claim in claims if reports[claim.report_id].source_ref in out)


def _rejected(visit: Visit, event: EventRecord) -> tuple[Claim, ...]:
    """The claims that were taken out of this event, in the order of reports and text."""
    event_of, claims = visit.snapshot.event_of, visit.snapshot.claims
    ids = [i for i, told in told_before(visit).items() if any(event_of.get(m) == event.id for m in told)]
    return tuple(sorted((claims[i] for i in ids if i in claims), key=visit.lens.lookups.claim_order))


def _reviews(visit: Visit, claims: Sequence[Claim]) -> Mapping[str, Any]:
    """The review of each claim that somebody decided on."""
    known = visit.snapshot.surveyed.reviews
    return {claim.id: known[claim.id] for claim in claims if claim.id in known}


def _related(event: EventRecord, telling: Telling) -> list[dict[str, Any]]:
    """The event around this one, and those that its reports tell of beside it."""
    records = telling.lookups.records
    found = [("around it", event.part_of)] if event.part_of else []
    found += [("part of it", other) for other in event.related if _part_of(other, telling) == event.id]
    told = {i for _, i in found}
    found += [("told beside it", other) for other in event.related if other not in told]
    return [
        {
            "id": record.id,
            "title": telling.withholding.text(record.title),
            "when": event_days(record.date) if record.date.start else "date not known",
            "how": how,
        }
        for how, event_id in found
        if (record := records.get(event_id)) is not None
    ]


def _part_of(event_id: str, telling: Telling) -> str | None:
    other = telling.lookups.events.get(event_id)
    return other.part_of if other is not None else None


def told_by(visit: Visit, event: EventRecord) -> list[dict[str, Any]]:
    """The reports that tell of an event, why each was put to it, and whether it is their main one."""
    linked = visit.snapshot.linked_events[event.id]
    mentions = visit.snapshot.found.mentions
    found: dict[str, dict[str, Any]] = {}
    for tie in linked.ties:
        mention = mentions.get(tie.mention_id)
        report = visit.snapshot.reports.get(mention.report_id) if mention is not None else None
        if report is None or report.id in found:
            continue
        found[report.id] = {
            "id": report.id,
            "outlet": outlet_name(report),
            "title": report.title or report.source_ref,
            "published": report.published,
            "when": day_phrase(report.published) if report.published else "",
            "main": report.id in linked.principal_for,
            "score": tie.score,
            "reason": tie.reason,
            "judged_by": tie.judged_by,
        }
    return sorted(found.values(), key=lambda row: (row["published"] or "~", row["outlet"], row["id"]))


def _history(visit: Visit, event: EventRecord, index: EventIndex) -> list[dict[str, Any]]:
    """What was decided of this event and its claims, the latest first."""
    judgements, standing = visit.judgements, {j.id for j in visit.snapshot.standing}
    return [
        {
            "number": number,
            "judgement": judgements[number - 1],
            "holds": judgements[number - 1].id in standing,
        }
        for number in reversed(index.decisions.get(event.id, ()))
    ]


def _bounded(chart: OutcomeChart) -> OutcomeChart:
    """The chart with no more rows of a party than a reader follows; the claims below have them all."""
    panels = tuple(
        replace(
            panel, parties=tuple(replace(party, rows=party.rows[:_MOST_FIGURES]) for party in panel.parties)
        )
        for panel in chart.panels
    )
    return replace(chart, panels=panels)


def _more_figures(charts: Sequence[OutcomeChart]) -> int:
    parties = (party for chart in charts for panel in chart.panels for party in panel.parties)
    return sum(max(0, len(party.rows) - _MOST_FIGURES) for party in parties)


_ASIDE = re.compile(r" (?=Not (?:compared|added), because)")


def _told_apart(finding: dict[str, Any]) -> dict[str, Any]:
    """A finding with what its why says of figures left aside by itself: the same words for many findings."""
    why, *aside = _ASIDE.split(finding["why"], maxsplit=1)
    return {**finding, "why": why, "aside": "".join(aside)}


def _compare_row(near: Near, event: EventRecord) -> dict[str, Any]:
    return {"near": near, "href": f"/compare?left={event.id}&right={near.id}"}


def _query(visit: Visit) -> str:
    """The policy and the day asked for, to be kept in addresses of other pages on this event."""
    kept = [(name, visit.asked(name)) for name in ("policy", "as_of") if visit.asked(name)]
    return f"?{urlencode(kept)}" if kept else ""
