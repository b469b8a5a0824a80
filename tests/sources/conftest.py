"""A way to lay out files and read them in, as the command line does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.model.report import Loaded, Report, Skipped
from rashomon.sources import GivenMetadata, LoadOptions, load

NOTHING, USUAL = GivenMetadata(), LoadOptions()
Lay = Callable[..., Path]


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Writes files into a folder, from their names and contents; gives the folder."""

    def lay(files: dict[str, str | bytes], folder: str = "reports") -> Path:
        root = tmp_path / folder
        root.mkdir(exist_ok=True)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return lay


@pytest.fixture(scope="session")
def reports_of() -> Callable[..., list[Report]]:
    """The reports in some inputs, where every input must give some."""

    def reports_of(*paths: Path | str, given: GivenMetadata = NOTHING) -> list[Report]:
        found = list(load([str(path) for path in paths], given=given))
        assert [one for one in found if isinstance(one, Skipped)] == []
        return [one.report for one in found if isinstance(one, Loaded)]

    return reports_of


@pytest.fixture(scope="session")
def skipped_of() -> Callable[..., dict[str, str]]:
    """Name and reason of every input that gave no report."""

    def skipped_of(*paths: Path | str, options: LoadOptions = USUAL) -> dict[str, str]:
        found = load([str(path) for path in paths], options=options)
        return {one.locator: one.reason for one in found if isinstance(one, Skipped)}

    return skipped_of
