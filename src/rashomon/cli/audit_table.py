"""The audit on a terminal: the counts, the statements by their place, then conflicts, notes and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from rashomon.cli.layout import clean, pad, wrap
from rashomon.model.audit import Judged, Pair
from rashomon.writing.audit.forms.rows import PAIR_KINDS, VERDICTS, against_words, needs_words, tally

if TYPE_CHECKING:
    from rashomon.writing.audit import Found

MOST_OMISSIONS = 15
"""What is left out beyond these is counted only; JSON and page have all."""

_COLOURS = {
    "contradicted": "red",
    "unsupported_synthesis": "red",
    "altered": "yellow",
    "in_tension": "yellow",
    "partly_supported": "cyan",
    "not_mentioned": None,
    "supported": "green",
}
_NAME_WIDTH = 23
_INDENT = " " * 6


def draw_audit(found: Found) -> list[str]:
    """All lines; colours are left out by the terminal's own rules."""
    audit = found.audit
    title = audit.article.report.title or audit.article.report.source_ref
    lines = [*wrap(found.text(title)), *wrap(against_words(found), indent="  "), *_tally(found)]
    place = None
    for judged in audit.judged:
        if judged.statement.where != place:
            place = judged.statement.where
            lines += ["", click.style(clean(place), bold=True)]
        lines += _statement(judged, found)
    lines += _pairs("At odds inside the article", audit.conflicts, found)
    lines += _pairs("Odd, but no conflict", audit.notes, found)
    return [*lines, *_omissions(found)]


def _tally(found: Found) -> Iterator[str]:
    counts = [
        f"{VERDICTS[verdict][0]} {count} {VERDICTS[verdict][1]}" for verdict, count in tally(found.audit)
    ]
    number = len(found.audit.judged)
    yield from wrap(f"{number} statement{'' if number == 1 else 's'}: {' · '.join(counts)}", indent="  ")


def _statement(judged: Judged, found: Found) -> Iterator[str]:
    sign, name = VERDICTS[judged.verdict]
    verdict = click.style(pad(f"{sign} {name}", _NAME_WIDTH), fg=_COLOURS[judged.verdict])
    words = wrap(f"“{found.words(judged.statement)}”", indent=" " * (_NAME_WIDTH + 3))
    yield f"  {verdict} {words[0].strip()}"
    yield from words[1:]
    if found.audit.event_id is not None:
        yield from wrap(judged.note, indent=_INDENT)
    needed = needs_words(judged.needs)
    if needed:
        yield from wrap(f"could be settled by: {needed}", indent=_INDENT + "  ", first=_INDENT + "→ ")


def _pairs(heading: str, pairs: tuple[Pair, ...], found: Found) -> Iterator[str]:
    if not pairs:
        return
    yield ""
    yield click.style(f"{heading} ({len(pairs)})", bold=True)
    for number, pair in enumerate(pairs, start=1):
        yield f"  {number}. {PAIR_KINDS.get(pair.kind, pair.kind)}"
        sides = [found.statement(i) for i in dict.fromkeys((pair.left, pair.right))]
        for side in sides:
            yield from wrap(f"{side.where}: “{found.words(side)}”", indent=_INDENT + "  ", first=_INDENT)
        yield from wrap(pair.note, indent=_INDENT)


def _omissions(found: Found) -> Iterator[str]:
    omissions = found.audit.omissions
    if not omissions:
        return
    yield ""
    yield click.style(f"Left out, though the reports say it ({len(omissions)})", bold=True)
    for one in omissions[:MOST_OMISSIONS]:
        yield from wrap(one.note.removeprefix("Left out: "), indent="    ", first="  · ")
    if len(omissions) > MOST_OMISSIONS:
        yield f"  and {len(omissions) - MOST_OMISSIONS} more: --as json or html has all"
