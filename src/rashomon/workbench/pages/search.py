"""Words in the case: reports, claims, what was set aside, and the events that are called so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from rashomon.errors import CaseError, InputError
from rashomon.store.protocol import HIT_KINDS, HitKind, SearchHit
from rashomon.workbench.cards import place_of
from rashomon.workbench.lists import paged
from rashomon.workbench.passages import piece_at
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Visit

LONGEST_QUERY = 300
MOST_EVENTS = 8
KIND_NAMES: dict[HitKind, str] = {
    "report": "Reports",
    "claim": "Claims",
    "set_aside": "Set aside, no evidence",
}


def show_search(visit: Visit) -> Shown:
    """Where the words stand, best first, a page at a time."""
    words = visit.asked("q")[:LONGEST_QUERY]
    kinds = _kinds(visit)
    counts: dict[HitKind, int] = dict.fromkeys(HIT_KINDS, 0)
    hits: Sequence[SearchHit] = ()
    page = paged(visit, range(0))
    trouble = ""
    if words:
        try:
            with visit.open_case() as case:
                counts = case.count_hits(words)
                page = paged(visit, range(sum(counts[kind] for kind in kinds)))
                skip = page.rows[0] if page.rows else 0
                hits = case.search(words, limit=len(page.rows), skip=skip, kinds=kinds)
        except CaseError:
            raise
        except InputError as error:
            trouble = str(error)
    events, more = _events(visit, words) if words and len(kinds) == len(HIT_KINDS) else ([], 0)
    return Shown(
        template="search.html.j2",
        data={
            "q": words,
            "counts": counts,
            **page.counts,
            "events": events,
            "hits": [_hit(hit, visit) for hit in hits],
        },
        drawn={
            "paged": page,
            "more_events": more,
            "kind_names": KIND_NAMES,
            "chosen": kinds[0] if len(kinds) == 1 else "",
            "trouble_here": trouble,
        },
    )


def _kinds(visit: Visit) -> tuple[HitKind, ...]:
    asked = visit.asked("kind")
    return tuple(kind for kind in HIT_KINDS if kind == asked) or HIT_KINDS


def _events(visit: Visit, words: str) -> tuple[list[dict[str, Any]], int]:
    """The events that hold all the words in their title, as they stand in the list; and how many more."""
    wanted = [word for word in words.casefold().replace('"', " ").replace("*", " ").split() if word]
    found = [event for event in visit.lens.events if all(word in event.title.casefold() for word in wanted)]
    shown = [
        {"id": event.id, "title": event.title, "start": event.date.start} for event in found[:MOST_EVENTS]
    ]
    return (shown, len(found) - len(shown)) if wanted else ([], 0)


def _hit(hit: SearchHit, visit: Visit) -> dict[str, Any]:
    report = visit.snapshot.reports.get(hit.report_id)
    return {
        "kind": hit.kind,
        "report_id": hit.report_id,
        "source_ref": hit.source_ref,
        "title": report.title if report is not None else None,
        "published": report.published if report is not None else None,
        "claim_id": hit.claim_id,
        "pieces": hit.pieces,
        "href": _address(hit, visit),
    }


def _address(hit: SearchHit, visit: Visit) -> str | None:
    """Where the words stand on a page; None for a text that a later version replaced."""
    report = visit.snapshot.reports.get(hit.report_id)
    if report is None:
        return None
    claim = visit.snapshot.claims.get(hit.claim_id or "")
    if claim is not None:
        return place_of(claim)
    span = _span(hit, report.text) if hit.kind == "report" else None
    if span is None:
        return f"/reports/{report.id}"
    start, end = span
    piece = piece_at(report, start)
    page = f"?page={piece.number}" if piece.number > 1 else ""
    return f"/reports/{report.id}{page}#:~:text={_fragment(report.text, start, end)}"


def _fragment(text: str, start: int, end: int) -> str:
    """The words as browsers look them up in a page, after the words before them on their line."""
    line = text[max(0, start - 60) : start].rpartition("\n")[2]
    before = " ".join(line.split()[-3:]) if line.endswith(" ") else ""
    told = _encoded(text[start:end])
    return f"{_encoded(before)}-,{told}" if before else told


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def _span(hit: SearchHit, text: str) -> tuple[int, int] | None:
    """Where in the report the first words that were found stand."""
    before = ""
    for words, is_found in hit.pieces:
        if is_found:
            around = "".join(piece for piece, _ in hit.pieces).strip("…")
            start = text.find(around)
            at = text.find(words, start + len(before.lstrip("…")) if start >= 0 else 0)
            return (at, at + len(words)) if at >= 0 else None
        before += words
    return None
