"""An audit as plain data: the JSON, and what page and talk-page note are written from.

The keys are a contract: they may be added to, never renamed, and stand in this order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rashomon.model.audit import Audit, Judged, Needs, Owner, Pair, Statement
from rashomon.model.base import value
from rashomon.model.claims import words_of
from rashomon.writing.audit.grounds.gathering import Grounds
from rashomon.writing.data.files import party_row

VERDICTS: dict[str, tuple[str, str]] = {
    "contradicted": ("✗", "contradicted"),
    "unsupported_synthesis": ("∪", "unsupported synthesis"),
    "altered": ("≈", "altered"),
    "in_tension": ("≠", "in tension"),
    "partly_supported": ("◐", "partly supported"),
    "not_mentioned": ("○", "not mentioned"),
    "supported": ("✓", "supported"),
}
"""Verdict → a sign that needs no colour, and its name; what wants most looking at comes first."""

PAIR_KINDS: dict[str, str] = {
    "synthesised_range": "a range nobody gave",
    "outside_range": "outside the box's range",
    "figure_differs": "two figures",
    "same_speaker_two_figures": "one speaker, two figures",
    "outcome_changed": "killed or neutralised",
    "approximation_lost": "about, or exactly",
    "date_differs": "two dates",
    "result_without_source": "a result nobody is quoted for",
    "combatant_on_one_word": "a combatant on one speaker's word",
    "changing_label": "labels that do not go together",
    "arrival_order": "there before, or sent after",
    "malformed_period": "a period that says two things",
    "anachronism": "before its time",
    "one_speaker_two_names": "one source under two names",
    "nested_places": "one place lies in the other",
    "dates_of_two_things": "dates of two things",
    "changing_size": "words of different size",
    "not_in_box": "not in the box",
    "box_only": "in the box only",
}
"""What each kind of pair is called; the first eleven are conflicts, the others notes."""


@value
class Found:
    """An audit with the grounds it was made on: all that its forms need."""

    audit: Audit
    grounds: Grounds

    def statement(self, statement_id: str) -> Statement:
        """The statement of this id."""
        return next(one.statement for one in self.audit.judged if one.statement.id == statement_id)

    def text(self, words: str) -> str:
        """Words on one line, without private persons' names."""
        return self.grounds.withholding.text(" ".join(words.split()))

    def words(self, statement: Statement) -> str:
        """A statement as a person reads it."""
        return self.text(statement.plain or statement.text)


def audit_data(found: Found) -> dict[str, Any]:
    """The audit in the form of its JSON."""
    audit = found.audit
    return {
        "statements": [_statement_row(one, found) for one in audit.judged],
        "conflicts": [_pair_row(one) for one in audit.conflicts],
        "notes": [_pair_row(one) for one in audit.notes],
        "omissions": [
            {"claim_id": one.claim_id, "words": claim_words(one.claim_id, found), "note": one.note}
            for one in audit.omissions
        ],
        "event_id": audit.event_id,
        "article": {
            "source_ref": audit.article.report.source_ref,
            "title": audit.article.report.title,
            "form": audit.article.form,
        },
        "warnings": list(audit.article.warnings),
    }


def render_json(found: Found) -> str:
    """The audit as JSON, one blank an indent."""
    return json.dumps(audit_data(found), ensure_ascii=False, indent=1) + "\n"


def _statement_row(judged: Judged, found: Found) -> dict[str, Any]:
    statement = judged.statement
    withholding = found.grounds.withholding
    claim = statement.claim
    about = party_row(claim.about, withholding) if claim is not None else None
    return {
        "id": statement.id,
        "where": statement.where,
        "text": withholding.text(statement.text),
        "start": statement.start,
        "end": statement.end,
        "facet": statement.facet,
        "about": about,
        "verdict": judged.verdict,
        "note": judged.note,
        "evidence": claim_rows(judged.evidence, found),
        "against": claim_rows(judged.against, found),
        "needs": _needs_row(judged.needs),
        "owner": _owner_row(statement.owner, found),
        "speaker": _speaker(statement, found),
    }


def claim_rows(ids: Iterable[str], found: Found) -> list[dict[str, Any]]:
    """Claims of the case with their words, in the shape of ``evidence`` and ``against``."""
    claims = found.grounds.lookups.view.claims
    return [
        {"claim_id": i, "report_id": claims[i].report_id, "words": claim_words(i, found)}
        for i in ids
        if i in claims
    ]


def claim_words(claim_id: str, found: Found) -> str:
    """A claim's own words, cut around private persons' names."""
    claim = found.grounds.lookups.view.claims[claim_id]
    if not claim.passages or not claim.passages[0].words:
        return found.grounds.withholding.text(words_of(claim))
    return " … ".join(piece.words for piece in found.grounds.withholding.passages(claim.passages[0]))


def _needs_row(needs: Needs | None) -> dict[str, Any] | None:
    if needs is None:
        return None
    return {"kind": needs.kind, "language": needs.language, "from": needs.start, "to": needs.end}


def _owner_row(owner: Owner | None, found: Found) -> dict[str, Any] | None:
    if owner is None:
        return None
    registry = found.grounds.cast.registry
    return {
        "basis": owner.basis,
        "words": found.text(owner.words),
        "actors": [{"id": i, "name": registry.name(i)} for i in owner.actor_ids],
        "passage": {"start": owner.passage[0], "end": owner.passage[1]} if owner.passage else None,
    }


def _speaker(statement: Statement, found: Found) -> str | None:
    voice = found.grounds.voice_of(statement)
    return None if voice.own or not voice.words else found.text(voice.words)


def _pair_row(pair: Pair) -> dict[str, Any]:
    return {"left": pair.left, "right": pair.right, "kind": pair.kind, "note": pair.note}


def tally(audit: Audit) -> list[tuple[str, int]]:
    """How many statements got each verdict, what wants looking at first."""
    counts = {verdict: sum(one.verdict == verdict for one in audit.judged) for verdict in VERDICTS}
    return [(verdict, count) for verdict, count in counts.items() if count]


def needs_words(needs: Needs | None) -> str:
    """The source that could settle it, in a phrase: kind, language, days."""
    if needs is None:
        return ""
    parts = [needs.kind]
    if needs.language:
        parts.append(f"language {needs.language}")
    if needs.start and needs.end:
        parts.append(f"{needs.start} to {needs.end}")
    elif needs.start:
        parts.append(f"from {needs.start}")
    return ", ".join(parts)


def against_words(found: Found) -> str:
    """What the article was held against, in a sentence."""
    number = len(found.grounds.reports)
    reports = f"{number} report{'' if number == 1 else 's'}"
    record = found.grounds.lookups.records.get(found.audit.event_id or "")
    if record is None:
        return f"No event of the case ({reports}) fits this article: nothing in it could be compared."
    return f"Held against {reports} of “{found.text(record.title)}”."
