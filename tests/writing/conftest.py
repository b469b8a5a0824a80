"""The case of `cases.py` as fixtures: tests are imported one by one, without a common package."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def cases() -> ModuleType:
    """The module with the hand-built case."""
    path = Path(__file__).parent / "cases.py"
    spec = importlib.util.spec_from_file_location("writing_cases", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
