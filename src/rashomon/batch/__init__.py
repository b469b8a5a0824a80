"""Batch: the same stages over large files of reports, with no case in between.

Comes in: JSON Lines of reports. Goes out: claims.jsonl, record.json, set_aside.jsonl and the layers asked
for. Engines differ in where the work is done, never in what comes out. It keeps no judgements.
"""

from __future__ import annotations

import importlib

from rashomon.batch.engine import Engine
from rashomon.batch.running import BatchDone, BatchOptions, run_batch
from rashomon.errors import SettingError

ENGINES: dict[str, str] = {"local": "rashomon.batch.local:LocalEngine"}
"""Name → "module:class", loaded when asked for."""

__all__ = ["ENGINES", "BatchDone", "BatchOptions", "Engine", "make_engine", "run_batch"]


def make_engine(name: str, *, processes: int | None = None) -> Engine:
    """The engine of this name. Raises SettingError where there is none."""
    if name not in ENGINES:
        raise SettingError(f"there is no engine {name!r}. Engines: {', '.join(ENGINES)}.")
    module, attribute = ENGINES[name].split(":")
    engine: Engine = getattr(importlib.import_module(module), attribute)(processes=processes)
    return engine
