"""Long lists a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, Generic, TypeVar

from rashomon.model.base import value
from rashomon.workbench.visits import Visit

PAGE = 50
"""Rows of a page: what a person scans, and what is drawn in milliseconds."""

Row = TypeVar("Row")


@value
class Paged(Generic[Row]):
    """One page of a list. Pages count from 1; ``first`` and ``last`` are rows from 1, 0 where there are none."""

    rows: Sequence[Row]
    total: int
    page: int
    pages: int
    first: int
    last: int

    @property
    def counts(self) -> dict[str, int]:
        """What programs are told of the list: all its rows, which page this is, and of how many."""
        return {"total": self.total, "page": self.page, "pages": self.pages}


@value
class Listing(Generic[Row]):
    """One page of a list that can be sorted, and the order it was asked for in."""

    paged: Paged[Row]
    sort: str
    backward: bool

    @property
    def drawn(self) -> dict[str, Any]:
        """What the template needs beside the rows: the pager's numbers, and the heads of the columns."""
        return {"paged": self.paged, "sort": self.sort, "backward": self.backward}


def paged(visit: Visit, rows: Sequence[Row], size: int = PAGE) -> Paged[Row]:
    """The page of these rows that was asked for; the last one where fewer are left."""
    pages = max(1, -(-len(rows) // size))
    page = min(visit.page_number(), pages)
    start = (page - 1) * size
    shown = rows[start : start + size]
    first = start + 1 if shown else 0
    return Paged(rows=shown, total=len(rows), page=page, pages=pages, first=first, last=start + len(shown))


def sorting(visit: Visit, sorts: Collection[str], usual: str) -> tuple[str, bool]:
    """What a list is sorted by (one of ``sorts``; the usual where nothing fitting is asked), and whether backward."""
    asked = visit.asked("sort")
    return (asked if asked in sorts else usual), visit.asked("order") == "down"


def listed(
    visit: Visit,
    rows: Sequence[Row],
    sorts: Collection[str],
    rank: Callable[[Row, str], tuple[Any, ...]],
    usual: str,
) -> Listing[Row]:
    """The page of these rows that was asked for, by the order asked for; ``rank`` is a row's place in one."""
    sort, backward = sorting(visit, sorts, usual)
    ordered = sorted(rows, key=lambda row: rank(row, sort), reverse=backward)
    return Listing(paged=paged(visit, ordered), sort=sort, backward=backward)
