"""Tables in the columns of a publisher of data sets: UCDP, ACLED, Airwars.

Each has a definition of what an event is and columns that only it can fill, so a table of ours is told together
with the events it leaves out, and why, and with the columns that stay empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rashomon.codebook.columns import Column
from rashomon.model.base import value
from rashomon.model.record import EventRecord
from rashomon.writing.data.cells import Cell, write_table
from rashomon.writing.exports.exported import Exported, LeftOut


@value
class EventRows:
    """The rows of one event, and what of it these have no place for."""

    rows: tuple[dict[str, Cell], ...]
    lost: tuple[LeftOut, ...] = ()


def fill_table(
    columns: Sequence[Column],
    events: Iterable[EventRecord],
    rows_of: Callable[[EventRecord], EventRows | LeftOut],
    *,
    empty_since: Callable[[Column], str],
) -> Exported:
    """The table of these events; an event of which no row can be made is left out for the reason that is given.

    ``empty_since`` says of a column that only the publisher fills why it is empty.
    """
    rows: list[dict[str, Cell]] = []
    written: list[str] = []
    left_out: list[LeftOut] = []
    for event in events:
        made = rows_of(event)
        if isinstance(made, LeftOut):
            left_out.append(made)
            continue
        rows += made.rows
        written += [event.id] * len(made.rows)
        left_out += made.lost
    names = [column.name for column in columns]
    left_out += [
        LeftOut(what="column", item=column.name, reason=f"{empty_since(column)}: left empty")
        for column in columns
        if column.by_publisher
    ]
    text = write_table(names, ([row.get(name) for name in names] for row in rows))
    return Exported(text=text, left_out=tuple(left_out), rows=tuple(written))
