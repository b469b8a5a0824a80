"""Linking: the mentions of many reports → events, with who stood on which side and where it was.

Comes in: reports and their readings. Goes out: `Linked` (events, identities, statements),
each tie with a score and a reason that a person can check. It does not weigh figures against each other:
that is reconciling.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rashomon.model.events import Linked
from rashomon.model.layers import Reading
from rashomon.model.report import Report


def link(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    *,
    actors_file: Path | None = None,
    places_file: Path | None = None,
) -> Linked:
    """The events of a case. The order of reports and readings changes nothing."""
    from rashomon.linking.building import build_linked  # loads the registry and the gazetteer

    return build_linked(reports, readings, actors_file=actors_file, places_file=places_file)
