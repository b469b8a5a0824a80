from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import click
import pytest

from rashomon.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/commands.md").read_text(encoding="utf-8")


def load_maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_make", ROOT / "docs/make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_the_parts_made_by_machine_are_current(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert load_maker().renew(page) == page, "run: make docs"


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_is_documented_with_an_example_and_one_line(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert f"## {name}\n" in PAGE
    assert (command.epilog or "").startswith(f"Example: rashomon {name} ")
    line = COMMANDS[name][1]
    assert (command.help or "").split("\n")[0].rstrip(".").startswith(line.rstrip("."))


def test_every_option_says_what_it_does() -> None:
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.name}"
