"""What a report's metadata becomes when the same bytes are handed in again with better metadata."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model.report import Report

_FIELDS = ("outlet", "title", "author", "url", "archive_url", "published", "retrieved")
_SURENESS = {"unknown": 0, "detected": 1, "page": 2, "given": 3}


def merge_metadata(kept: Report, again: Report) -> Report:
    """The kept report with what the new input says beyond it; text and passages stay as they are.

    What is absent from the new input removes nothing: a sidecar that gives only the date leaves the
    outlet that came from the page.
    """
    changes: dict[str, object] = {
        name: getattr(again, name) for name in _FIELDS if getattr(again, name) is not None
    }
    if again.kind != "news":
        changes["kind"] = again.kind
    if again.language and _SURENESS[again.language_basis] >= _SURENESS[kept.language_basis]:
        changes |= {"language": again.language, "language_basis": again.language_basis}
    return replace(kept, **changes)  # type: ignore[arg-type]


def is_other_source(kept: Report, again: Report) -> bool:
    """True where two inputs of one name are plainly two sources: each gives an outlet or URL of its own."""
    pairs = ((kept.url, again.url), (kept.outlet, again.outlet))
    return any(one and two and one != two for one, two in pairs)
