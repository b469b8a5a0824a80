"""The figures of a sample, made once for the same codings, and as files to take away."""

from __future__ import annotations

import csv
import io
import json
import re
import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from rashomon.judging.alpha import Agreement
from rashomon.judging.coding import CodedSample
from rashomon.judging.comparing import CODED_FIELDS, agreement_of, describe_agreement, values_of
from rashomon.judging.comparing import compare_codings as compare
from rashomon.workbench.snapshot import Snapshot

FIELD_NAMES: Mapping[str, str] = {
    "reading": "Read right, wrong or unclear",
    "facet": "What is claimed",
    "low": "Lowest number",
    "high": "Highest number",
    "open_ended": "Whether there is a highest number",
    "start": "First day",
    "end": "Last day",
    "about": "Who it happened to",
    "by": "Who did it",
    "status": "What they were",
    "scope": "What it covers",
    "coverage": "What it counts",
    "polarity": "Whether it is said to be so",
    "certainty": "Certainty",
    "speaker": "Who said it first",
}

CUSTOMARY, TENTATIVE = 0.8, 0.667
"""Krippendorff's thresholds (Content Analysis, 2004, p. 241): reliable from the first, below the second not at all."""

_KEPT = 8
_held: OrderedDict[tuple[str, ...], dict[str, Agreement]] = OrderedDict()
_lock = threading.Lock()


def figures_of(coded: CodedSample) -> dict[str, Agreement]:
    """The figures of a sample; the same codings are counted once, since intervals take their time."""
    key = (coded.sample.id, *coded.sample.claim_ids, *(one.judgement_id for one in coded.blind_codings))
    with _lock:
        known = _held.get(key)
    if known is None:
        known = agreement_of(coded)
        with _lock:
            _held[key] = known
            while len(_held) > _KEPT:
                _held.popitem(last=False)
    return known


def standing_of(alpha: float | None) -> str:
    """How an α is customarily judged; empty where there is none."""
    if alpha is None:
        return ""
    if alpha >= CUSTOMARY:
        return "customarily relied on"
    return "for tentative conclusions only" if alpha >= TENTATIVE else "below what is customarily relied on"


def agreement_as_json(coded: CodedSample, snapshot: Snapshot) -> str:
    """Figures, differences and codings, as `rashomon judge CASE agreement --as json` gives them."""
    compared = compare(coded, snapshot.judgements)
    return json.dumps(describe_agreement(coded, figures_of(coded), compared), ensure_ascii=False, indent=2)


def figures_as_csv(coded: CodedSample) -> str:
    """A field a row; unknown figures are empty."""
    rows = [
        (
            field,
            CODED_FIELDS[field],
            _number(found.alpha),
            _number(found.interval[0] if found.interval else None),
            _number(found.interval[1] if found.interval else None),
            _number(found.percent),
            found.units,
            found.pairable,
        )
        for field, found in figures_of(coded).items()
    ]
    header = (
        "field",
        "level",
        "alpha",
        "alpha_low",
        "alpha_high",
        "percent_agreement",
        "claims",
        "codings",
    )
    return _table(header, rows)


def codings_as_csv(coded: CodedSample) -> str:
    """A coding a row, with what its coder says in each field, so that other programs can count it too."""
    fields = [field for field in CODED_FIELDS if field != "reading"]
    rows = []
    for one in sorted(coded.codings, key=lambda one: (one.claim_id, one.coder)):
        said: Mapping[str, Any] = values_of(one)
        rows.append(
            (
                one.claim_id,
                one.coder,
                one.when,
                "yes" if one.blind else "no",
                one.reading,
                *(said.get(field, "") for field in fields),
                one.note,
            )
        )
    return _table(("claim_id", "coder", "when", "blind", "reading", *fields, "note"), rows)


def _number(found: float | None) -> str:
    return "" if found is None else f"{found:.4f}"


_FORMULA = re.compile(r"[=+\-@\t\r]")


def _table(header: tuple[str, ...], rows: list[tuple[Any, ...]]) -> str:
    """Comma-separated values; what a spreadsheet would take for a formula is made words."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_plain(one) for one in row] for row in rows)
    return out.getvalue()


def _plain(one: Any) -> Any:
    is_formula = isinstance(one, str) and _FORMULA.match(one) and not re.fullmatch(r"-?[0-9.]+", one)
    return f"'{one}" if is_formula else one
