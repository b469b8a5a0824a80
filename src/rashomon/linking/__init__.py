"""Linking: the mentions of many reports → events, with who stood on which side and where it was.

Comes in: reports, their readings, and what people ruled of ties. Goes out: `Linked` (events, identities,
statements), each tie with a score and a reason that a person can check. It does not weigh figures against
each other: that is reconciling.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rashomon.model.events import Linked
from rashomon.model.judgements import Ruling
from rashomon.model.layers import Reading
from rashomon.model.report import Report


def link(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    *,
    rulings: Sequence[Ruling] = (),
    actors_file: Path | None = None,
    places_file: Path | None = None,
) -> Linked:
    """The events of a case. The order of reports and readings changes nothing.

    ``rulings``: what people decided of pairs of mentions; they hold whatever the comparison says.
    """
    from rashomon.linking.linker import Linker  # loads the registry and the gazetteer

    return Linker(actors_file=actors_file, places_file=places_file).link(reports, readings, rulings)
