"""Reports for the command line, and a way to call it: exit code, standard output, standard error."""

from __future__ import annotations

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
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE)
    (folder / "one.meta.json").write_text(SIDECAR)
    (folder / "two.txt").write_text(TWO)
    (folder / "two.meta.json").write_text(SIDECAR.replace("Letter", "Gazette"))
    return folder


@pytest.fixture
def case(call: Call, reports: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    code, _, err = call("run", reports, "--out", folder, "--quiet")
    assert code == 0, err
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
