"""One report: its words with the claims on them, what was set aside, what is known of its publication."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rashomon.codebook.facets import FACETS, RESPONSIBILITY_TERMS
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.errors import InputError
from rashomon.judging import FIXABLE
from rashomon.judging.added import value_fields
from rashomon.judging.checking import CHOICES
from rashomon.judging.taking import fix_metadata
from rashomon.model.claims import Claim
from rashomon.model.record import EventRecord
from rashomon.model.report import Report
from rashomon.sources.metadata import KINDS, read_fields
from rashomon.workbench.cards import card_data, make_cards, make_desk
from rashomon.workbench.deciding import decide
from rashomon.workbench.passages import Piece, Run, claims_on, piece_at, piece_numbered, runs_of
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Form, NotFoundError, Visit
from rashomon.writing.cite import safe_url
from rashomon.writing.view import outlet_name

MOST_CARDS = 150
"""Cards beside a piece of text; the others stand in the list of claims."""
_MOST_ASIDE = 5_000
"""Characters of one set-aside passage that are shown."""
_LABELS = {
    "published": "Published",
    "outlet": "Outlet",
    "title": "Title",
    "author": "Author",
    "url": "Address",
    "archive_url": "Archived at",
    "language": "Language",
    "kind": "Kind",
}
_HINTS = {"published": "2018-04-05, 2018-04 or 2018", "language": "two letters, such as en or fr"}


def show_report(visit: Visit) -> Shown:
    """The report, a piece of its text at a time."""
    report = find_report(visit)
    claims = visit.snapshot.found.claims_of.get(report.id, ())
    piece = _piece_asked(visit, report)
    there = claims_on(piece, claims)
    shown = there[:MOST_CARDS]
    return Shown(
        template="report.html.j2",
        data={
            "report": _report_data(report),
            "piece": piece,
            "text": report.text[piece.start : piece.end],
            "claims": [card_data(claim, visit) for claim in there],
            "events": [{"id": event.id, "title": event.title} for event in events_of(visit, claims)],
            "copies": [one.id for one in copies_of(visit, report)],
            "silence": silence_of(visit, report, claims),
        },
        drawn={
            "held": report,
            "outlet": outlet_name(report),
            "url": safe_url(report.url),
            "archive_url": safe_url(report.archive_url),
            "segments": _segments(runs_of(report, piece, there), shown, visit),
            "facets": _facets(there),
            "cards": make_cards(shown, visit),
            "more_cards": len(there) - len(shown),
            "desk": make_desk(visit),
            "known": _known(visit, report),
            "own_events": events_of(visit, claims),
            "principal": report.source_ref,
            "outside": _outside(report),
            "metadata": _metadata_fields(report),
            "all_facets": [(one, "-".join(value_fields(one.code)) or "words") for one in FACETS.values()],
            "statuses": CHOICES["status"],
            "terms": [
                *((code, kind.label) for code, kind in EVENT_KINDS.items()),
                *RESPONSIBILITY_TERMS.items(),
            ],
        },
    )


def find_report(visit: Visit) -> Report:
    """The report of the address."""
    wanted = visit.path["report_id"]
    found = visit.snapshot.reports.get(wanted)
    if found is None:
        raise NotFoundError(
            f"There is no report {wanted[:60]!r} in this case, or a later text took its place. "
            "The list of reports has those there are."
        )
    return found


def _piece_asked(visit: Visit, report: Report) -> Piece:
    claim = visit.snapshot.claims.get(visit.asked("claim"))
    if claim is not None and claim.report_id == report.id and claim.passages:
        return piece_at(report, claim.passages[0].start)
    return piece_numbered(report, visit.page_number())


def _report_data(report: Report) -> dict[str, Any]:
    names = (*FIXABLE, "id", "source_ref", "locator", "version_of", "copied_from", "notes")
    return {name: getattr(report, name) for name in names} | {"length": len(report.text)}


def events_of(visit: Visit, claims: Sequence[Claim]) -> list[EventRecord]:
    """The events that a report tells of, its main one first."""
    of = visit.snapshot.surveyed.events_of
    ids = dict.fromkeys(event_id for claim in claims for event_id in of.get(claim.id, ()))
    events = [event for event_id in ids if (event := visit.lens.event(event_id)) is not None]
    if not claims:
        return events
    ref = visit.snapshot.reports[claims[0].report_id].source_ref
    return sorted(events, key=lambda event: (ref not in event.principal_for, event.id))


def copies_of(visit: Visit, report: Report) -> list[Report]:
    """The other prints of the same text: one witness."""
    first = report.copied_from or report.id
    return [
        one
        for one in visit.snapshot.held.reports
        if one.id != report.id and first in (one.id, one.copied_from)
    ]


def silence_of(visit: Visit, report: Report, claims: Sequence[Claim]) -> str | None:
    """Why the report gave no claim; None where it gave one."""
    if claims:
        return None
    reading = next((one for one in visit.snapshot.held.readings if one.report_id == report.id), None)
    if reading is None:
        return "it was not read: there is no reader for its language yet, or it waits to be read"
    return reading.silence or "no claim was found in it"


def _known(visit: Visit, report: Report) -> dict[str, Any]:
    """What else is known of a report, with other reports to go to."""
    held = visit.snapshot.reports
    return {
        "copies": copies_of(visit, report),
        "copied_from": held.get(report.copied_from or ""),
        "version_of": report.version_of,
    }


def _facets(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    """Code and label of the facets on the page, in the codebook's order."""
    there = {claim.facet for claim in claims}
    return [(code, facet.label) for code, facet in FACETS.items() if code in there]


def _segments(runs: Sequence[Run], shown: Sequence[Claim], visit: Visit) -> list[dict[str, Any]]:
    """Runs as they are drawn: words, marked words, and what was set aside."""
    carded = {claim.id for claim in shown}
    reviews = visit.snapshot.surveyed.reviews
    begun: set[str] = set()
    drawn = []
    for run in runs:
        anchors = [claim.id for claim in run.begins if claim.id not in begun]
        begun.update(anchors)
        link = run.claims[0].id if run.claims else ""
        rejected = bool(run.claims) and all(
            claim.id in reviews and reviews[claim.id].state == "rejected" for claim in run.claims
        )
        drawn.append(
            {
                "start": run.start,
                "text": run.text,
                "anchors": anchors,
                "link": f"#{link}" if link in carded else f"/claims/{link}",
                "classes": " ".join(dict.fromkeys(f"f-{claim.facet}" for claim in run.claims)),
                "label": ", ".join(dict.fromkeys(_label(claim) for claim in run.ends)),
                "rejected": rejected,
                "aside": run.aside.reason.replace("_", " ") if run.aside else "",
            }
        )
    return drawn


def _label(claim: Claim) -> str:
    return FACETS[claim.facet].label if claim.facet in FACETS else claim.facet.replace("_", " ")


def _outside(report: Report) -> list[dict[str, Any]]:
    """What of the page was never part of the text, shortened."""
    return [
        {
            "reason": one.reason.replace("_", " "),
            "length": len(one.words),
            "words": one.words[:_MOST_ASIDE],
            "cut": len(one.words) > _MOST_ASIDE,
        }
        for one in report.set_aside
        if not one.inside
    ]


def _metadata_fields(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "label": _LABELS[name],
            "said": getattr(report, name) or "",
            "hint": _HINTS.get(name, ""),
            "choices": KINDS if name == "kind" else (),
        }
        for name in FIXABLE
    ]


def fix_report(visit: Visit, form: Form) -> str:
    """What is known of the report's publication, put right in the fields that were changed."""
    report = find_report(visit)
    was = {name: getattr(report, name) or "" for name in FIXABLE}
    changed = {name: form.text(name) for name in FIXABLE if name in form and form.text(name) != was[name]}
    if not changed:
        raise InputError("nothing was changed. Change a field first.")
    given, faults = read_fields(changed)
    if faults:
        raise InputError("; ".join(faults))
    fixes = {name: getattr(given, name) for name in changed}
    if fixes.get("kind", "news") is None:
        raise InputError(f"kind: a report is one of {', '.join(KINDS)}.")
    return decide(visit, form, fix_metadata(report, fixes))
