"""Renews the parts of the documentation that are made by machine: ``make docs``.

Such a part stands between ``<!-- made: NAME -->`` and ``<!-- end -->`` in a page of this folder.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import click

DOCS = Path(__file__).parent
_PART = re.compile(r"(<!-- made: (?P<name>[\w ]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_WIDTH = 90


def help_of(name: str) -> str:
    """The help text of a command (``rashomon`` itself, or one of its commands) as a block of code."""
    from rashomon.cli import main

    help_names = main.context_settings["help_option_names"]
    context = click.Context(main, info_name="rashomon", terminal_width=_WIDTH, help_option_names=help_names)
    command: click.Command | None = main
    if name != "rashomon":
        command = main.get_command(context, name)
        context = click.Context(command, info_name=name, parent=context, terminal_width=_WIDTH)
    if command is None:
        raise LookupError(f"there is no command {name!r}")
    return f"```text\n{command.get_help(context)}\n```\n"


MAKERS: dict[str, Callable[[str], str]] = {"help": help_of}
"""First word of a part's name → what makes it from the rest of the name."""


def renew(page: str) -> str:
    """The page with every such part made anew."""

    def make(match: re.Match[str]) -> str:
        kind, _, rest = match["name"].partition(" ")
        return f"{match[1]}{MAKERS[kind](rest)}{match[3]}"

    return _PART.sub(make, page)


def main() -> None:
    """Renew every page; print the names of those that changed."""
    for path in sorted(DOCS.glob("*.md")):
        old = path.read_text(encoding="utf-8")
        new = renew(old)
        if new != old:
            path.write_text(new, encoding="utf-8")
            sys.stdout.write(f"{path.name} renewed\n")


if __name__ == "__main__":
    main()
