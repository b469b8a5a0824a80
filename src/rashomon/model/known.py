"""Whether a report was out on a day: what a record, or an export, as of that day may rest on."""

from __future__ import annotations

from rashomon.model.dates import is_partial, last_day
from rashomon.model.report import Report


def out_on(report: Report) -> str | None:
    """The day a report counts from: that of its publication, or else of its retrieval; None if neither is known."""
    if report.published is not None:
        return report.published
    # A moment of retrieval may carry a time of day; only its day is compared.
    day = (report.retrieved or "")[:10]
    return day if is_partial(day) else None


def was_out(report: Report, as_of: str | None) -> bool:
    """True where a report is known to have been out on a day, and for every report where no day is given.

    A report of unknown date cannot be shown to have been known on any day.
    """
    if as_of is None:
        return True
    out, day = last_day(out_on(report)), last_day(as_of)
    return out is not None and day is not None and out <= day
