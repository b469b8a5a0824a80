from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon import __version__, cli
from rashomon.cli import exit_code

HEAVY = ("spacy", "trafilatura", "htmldate", "dateparser", "splink", "duckdb", "py3langid", "pypdf")
WATCH = f"""
import sys
from rashomon.cli import exit_code
code = exit_code(sys.argv[1:])
print([name for name in {HEAVY!r} if name in sys.modules], code, file=sys.stderr)
"""


def watch(*arguments: object) -> str:
    command = [sys.executable, "-c", WATCH, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stderr.splitlines()[-1]


def test_help_lists_the_commands_and_loads_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["--help"]) == 0
    out = capsys.readouterr().out
    for name, (_, line) in cli.COMMANDS.items():
        assert f"  {name} " in out
        assert line in " ".join(out.split())


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


def test_commands_that_are_not_built_do_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("audit", "export", "serve", "score", "judge", "redact", "diff"):
        assert name in cli.COMMANDS or exit_code([name]) == 2
    capsys.readouterr()


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    assert watch("--help") == "[] 0"
    command = [sys.executable, "-m", "rashomon", "--help"]
    times = []
    for _ in range(3):
        before = os.times()
        subprocess.run(command, capture_output=True, check=True)  # noqa: S603
        after = os.times()
        times.append(
            after.children_user + after.children_system - before.children_user - before.children_system
        )
    assert min(times) < 0.3


def test_looking_at_a_case_loads_nothing_heavy(case: Path) -> None:
    assert watch("events", case) == "[] 0"
    assert watch("record", case, "1", "--why") == "[] 0"


def test_what_is_printed_depends_neither_on_locale_nor_width(case: Path) -> None:
    shown = set()
    for change in ({}, {"LC_ALL": "C", "COLUMNS": "30", "PYTHONIOENCODING": "ascii"}, {"COLUMNS": "300"}):
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "rashomon", "record", str(case), "1"],
            env={**os.environ, **change},
            capture_output=True,
            check=True,
        )
        shown.add(done.stdout)
    assert len(shown) == 1


def test_a_closed_pipe_is_quiet(case: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "rashomon", "events", str(case)]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)  # noqa: S603
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (KeyError("x"), 3, "an error of ours, please report it"),
        (cli.InputError("wrong day"), 2, "rashomon: wrong day"),
        (cli.MissingExtraError("pip install x"), 2, "pip install x"),
        (KeyboardInterrupt(), 130, "run it again to go on"),
    ],
)
def test_each_error_has_its_code(capsys, monkeypatch, error, code, told) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(cli.main, "main", fail)
    assert exit_code([]) == code
    assert told in capsys.readouterr().err
