"""Reports for the command line, and a way to call it: exit code, standard output, standard error."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.cli import exit_code

ONE = (
    "The army of Mali said on Tuesday that its soldiers killed at least 12 militants near the village of "
    "Tabankort on May 4, 2019. Two soldiers were killed and five wounded, according to an army spokesman.\n"
)
TWO = (
    "Fighters clashed with Malian soldiers near Tabankort on May 4. Residents told a radio station that nine "
    "militants and three soldiers were killed.\n"
)
SIDECAR = '{"published": "2019-05-07", "outlet": "The Tabankort Letter"}'

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = exit_code([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return lay_reports(tmp_path / "reports")


def lay_reports(folder: Path) -> Path:
    """The two reports, each with its metadata beside it."""
    folder.mkdir()
    (folder / "one.txt").write_text(ONE)
    (folder / "one.meta.json").write_text(SIDECAR)
    (folder / "two.txt").write_text(TWO)
    (folder / "two.meta.json").write_text(SIDECAR.replace("Letter", "Gazette"))
    return folder


@pytest.fixture(scope="session")
def case_of_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the two reports; not to be changed."""
    folder = tmp_path_factory.mktemp("two")
    assert (
        exit_code(["run", str(lay_reports(folder / "reports")), "--out", str(folder / "case"), "--quiet"])
        == 0
    )
    return folder / "case"


@pytest.fixture
def case(case_of_two: Path, reports: Path, tmp_path: Path) -> Path:
    """A copy of that case, which a test may change, beside its reports."""
    return Path(shutil.copytree(case_of_two, tmp_path / "case"))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
