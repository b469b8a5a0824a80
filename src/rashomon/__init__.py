"""Rashomon: every account, one record.

From reports to the record of their events:

    import rashomon
    with rashomon.open_case("akabar", create=True) as case:
        rashomon.add_reports(case, rashomon.load(["reports"]), given="reports")
        rashomon.read_missing(case)
        for event in rashomon.build(case, policy="ucdp").record.events:
            print(event.title, event.totals.ucdp)
"""

from __future__ import annotations

import importlib

__version__ = "0.1.0"

_PLACES = {
    "Case": "rashomon.store",
    "Claim": "rashomon.model.claims",
    "Event": "rashomon.model.events",
    "InputError": "rashomon.errors",
    "RashomonError": "rashomon.errors",
    "Reading": "rashomon.model.layers",
    "Record": "rashomon.model.record",
    "Report": "rashomon.model.report",
    "add_reports": "rashomon.pipeline",
    "build": "rashomon.pipeline",
    "load": "rashomon.sources",
    "open_case": "rashomon.store",
    "read_missing": "rashomon.pipeline",
    "render_outputs": "rashomon.writing",
}
"""Where each public name lives: looked up on first use, so that ``import rashomon`` costs nothing."""

__all__ = sorted([*_PLACES, "__version__"])


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    return getattr(importlib.import_module(_PLACES[name]), name)


def __dir__() -> list[str]:
    return list(__all__)
