"""The audit as one self-contained page: no script, no request, everything from texts escaped."""

from __future__ import annotations

from typing import Any

from rashomon.model.audit import Judged, Pair
from rashomon.writing.audit.forms.rows import (
    PAIR_KINDS,
    VERDICTS,
    Found,
    against_words,
    claim_rows,
    needs_words,
    tally,
)
from rashomon.writing.cite import safe_url
from rashomon.writing.page.rendering import render_page
from rashomon.writing.view import outlet_name


def render_audit_page(found: Found) -> str:
    """The whole audit as HTML."""
    audit = found.audit
    report = audit.article.report
    places: dict[str, list[dict[str, Any]]] = {}
    for one in audit.judged:
        places.setdefault(one.statement.where, []).append(_judged_row(one, found))
    return render_page(
        "audit.html.j2",
        {
            "title": f"Check of {found.text(report.title or report.source_ref)}",
            "against": against_words(found),
            "warnings": [found.text(warning) for warning in audit.article.warnings],
            "total": len(audit.judged),
            "tally": [
                {"code": code, "sign": VERDICTS[code][0], "name": VERDICTS[code][1], "count": count}
                for code, count in tally(audit)
            ],
            "places": [{"where": where, "rows": rows} for where, rows in places.items()],
            "conflicts": [_pair_row(one, found) for one in audit.conflicts],
            "notes": [_pair_row(one, found) for one in audit.notes],
            "omissions": [one.note.removeprefix("Left out: ") for one in audit.omissions],
            "reports": _report_rows(found),
        },
    )


def _judged_row(judged: Judged, found: Found) -> dict[str, Any]:
    sign, name = VERDICTS[judged.verdict]
    return {
        "id": judged.statement.id,
        "code": judged.verdict,
        "sign": sign,
        "name": name,
        "words": found.words(judged.statement),
        "note": judged.note,
        "evidence": _with_outlets(judged.evidence, found),
        "against": _with_outlets(judged.against, found),
        "needs": needs_words(judged.needs),
        "owner": _owner_words(judged, found),
    }


def _owner_words(judged: Judged, found: Found) -> str:
    """Whose line of the box this is, and how that is known."""
    owner = judged.statement.owner
    if owner is None or owner.basis == "stated":
        return ""
    if owner.basis == "unknown":
        return "whose figure this is cannot be told"
    names = ", ".join(found.grounds.cast.registry.name(i) for i in owner.actor_ids)
    told = f"taken for {names or found.text(owner.words)} by its place in the list"
    if owner.passage is None:
        return told
    start, end = owner.passage
    return f"{told}; the text has “{found.text(found.audit.article.report.text[start:end])}”"


def _with_outlets(ids: tuple[str, ...], found: Found) -> list[dict[str, Any]]:
    reports = found.grounds.lookups.view.reports
    return [row | {"outlet": outlet_name(reports[row["report_id"]])} for row in claim_rows(ids, found)]


def _pair_row(pair: Pair, found: Found) -> dict[str, Any]:
    left, right = found.statement(pair.left), found.statement(pair.right)
    sides = [left] if left.id == right.id else [left, right]
    return {
        "kind": PAIR_KINDS.get(pair.kind, pair.kind),
        "note": pair.note,
        "sides": [{"id": s.id, "where": s.where, "words": found.words(s)} for s in sides],
    }


def _report_rows(found: Found) -> list[dict[str, Any]]:
    return [
        {
            "outlet": found.text(outlet_name(report)),
            "title": found.text(report.title or ""),
            "published": report.published or "no date",
            "url": safe_url(report.url),
        }
        for report in found.grounds.reports
    ]
