"""The case of `cases.py` and its helpers as fixtures: tests are imported one by one, without a package."""

from __future__ import annotations

import csv
import importlib.util
import io
import re
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from rashomon.codebook.columns import Column


def _load(name: str) -> ModuleType:
    path = Path(__file__).parent / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"writing_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def faults_of() -> Callable[..., list[str]]:
    """What of a table breaks its standard: header, types, closed lists of codes, cells that may not be empty.

    ``may_lack``: columns that the case at hand gives nothing for, so that an empty cell is right.
    """

    def cell_fault(column: Column, cell: str, may_lack: Collection[str]) -> str | None:
        if not cell:
            return "is empty" if column.needed and column.name not in may_lack else None
        if column.by_publisher:
            return "is the publisher's"
        if column.codes and cell not in column.codes:
            return f"holds {cell!r}, no code of it"
        patterns = {"integer": r"\d+", "number": r"-?\d+(\.\d+)?", "day": r"\d{4}-\d\d-\d\d( 00:00:00\.000)?"}
        pattern = patterns.get(column.kind)
        return f"holds {cell!r}, no {column.kind}" if pattern and not re.fullmatch(pattern, cell) else None

    def faults(columns: Sequence[Column], text: str, may_lack: Collection[str] = ()) -> list[str]:
        head, *rows = csv.reader(io.StringIO(text, newline=""))
        if head != [column.name for column in columns]:
            return ["the header is another"]
        return [
            f"row {number}: {column.name} {fault}"
            for number, row in enumerate(rows, 1)
            for column, cell in zip(columns, row, strict=True)
            if (fault := cell_fault(column, cell, may_lack))
        ]

    return faults


@pytest.fixture(scope="session")
def cases() -> ModuleType:
    """The module with the hand-built case."""
    return _load("cases")


@pytest.fixture(scope="session")
def told() -> ModuleType:
    """The module that makes a case of a few claims."""
    return _load("told_cases")


@pytest.fixture(scope="session")
def checks() -> ModuleType:
    """The module that finds what is wrong with an article."""
    return _load("prose_checks")
