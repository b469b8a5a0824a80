"""What an export left out: in words for a person, and as the file that lies beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rashomon.model.base import value
from rashomon.model.codec import to_data
from rashomon.writing.exports.exported import Exported, LeftOut
from rashomon.writing.view import CaseView

LEFT_OUT_SUFFIX = ".left-out.json"
"""Ends the name of the file that lists what an export left out, beside the export's own."""
_MOST_NAMES = 4
"""Events named in one line; the companion file has them all."""
_HEADINGS = {
    "gap": "missing: no report says it, so the file is partial",
    "event": "events outside the definition of the format",
    "fact": "facts that the format has no place for",
    "column": "columns that only the publisher of the data set can fill",
}


@value
class Loss:
    """What was left out for one kind of reason: a heading, and a line for each reason."""

    kind: str
    heading: str
    lines: tuple[str, ...]


def told_losses(done: Exported) -> tuple[Loss, ...]:
    """What an export left out, the gravest first."""
    found = (
        Loss(kind=kind, heading=heading, lines=_lines([one for one in done.left_out if one.what == kind]))
        for kind, heading in _HEADINGS.items()
    )
    return tuple(loss for loss in found if loss.lines)


def _lines(found: Sequence[LeftOut]) -> tuple[str, ...]:
    """What was left out for one reason on one line: the events it was left out of, or its columns."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for one in found:
        name, what = (one.item, "") if one.what == "column" else (one.event or "", one.item)
        grouped.setdefault((what, one.reason), []).append(name)
    return tuple(
        ": ".join(part for part in (_some(names), what, reason) if part)
        for (what, reason), names in grouped.items()
    )


def _some(names: Sequence[str]) -> str:
    """The first few events, and how many more there are; columns all."""
    known = [name for name in names if name]
    if not any(name.startswith("e_") for name in known):
        return ", ".join(known)
    more = len(known) - _MOST_NAMES
    shown = known if more <= 1 else [*known[:_MOST_NAMES], f"{more} more"]
    return ", ".join(shown)


def write_companion(done: Exported, form: str, view: CaseView, *, partial: bool) -> str:
    """What the file holds and what it does not, for a program."""
    report = {
        "format": form,
        "policy": view.record.policy,
        "as_of": view.record.as_of,
        "made_by": to_data(view.record.made_by),
        "partial": partial,
        "rows": list(done.rows),
        "left_out": [to_data(one) for one in done.left_out],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"
