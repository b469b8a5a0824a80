"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from rashomon.codebook.policies import POLICIES
from rashomon.errors import InputError
from rashomon.pipeline import DEFAULT_POLICY, check_as_of
from rashomon.sources.metadata import KINDS, GivenMetadata, read_fields

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_METADATA = (
    click.option("--outlet", help="Who published the reports."),
    click.option("--published", metavar="DATE", help="Day of publication: 2018-04-05, 2018-04 or 2018."),
    click.option("--title", help="Headline. Kept, but never read for claims."),
    click.option("--url", help="Where the report stands on the web."),
    click.option("--author", help="Who wrote it."),
    click.option("--language", metavar="CODE", help="Two letters, such as en or fr."),
    click.option("--kind", type=click.Choice(KINDS), help="What kind of text it is (news if not said)."),
)


def metadata_options(command: Decorated) -> Decorated:
    """A command that also takes what is known about reports besides their text."""
    for option in reversed(_METADATA):
        command = option(command)
    return command


def read_metadata(said: dict[str, str | None]) -> GivenMetadata:
    """The metadata options as one value; raises InputError naming every one that cannot be meant."""
    given, faults = read_fields({name: text for name, text in said.items() if text is not None})
    if faults:
        raise InputError("; ".join(f"--{fault.replace(chr(34), '', 2)}" for fault in faults))
    return given


def policy_option(command: Decorated) -> Decorated:
    """A command that takes the policy figures are reconciled by."""
    names = tuple(POLICIES)
    text = "Rules that differing figures are reconciled by."
    option = click.option(
        "--policy", type=click.Choice(names), default=DEFAULT_POLICY, show_default=True, help=text
    )
    return option(command)


def _checked_day(_ctx: click.Context, _parameter: click.Parameter, day: str | None) -> str | None:
    check_as_of(day)
    return day


def as_of_option(command: Decorated) -> Decorated:
    """A command that can tell what was known on an earlier day."""
    text = "Leave out reports published after this day."
    return click.option("--as-of", "as_of", metavar="DATE", callback=_checked_day, help=text)(command)


def quiet_option(command: Decorated) -> Decorated:
    """A command that can keep its progress to itself."""
    return click.option("--quiet", "-q", is_flag=True, help="No progress; warnings and errors only.")(command)


def names_option(command: Decorated) -> Decorated:
    """A command that leaves private persons' names out unless asked."""
    text = "Name private persons (victims, witnesses, accused), who are left out otherwise."
    return click.option("--names", is_flag=True, help=text)(command)


def open_stdin(paths: tuple[str, ...]) -> BinaryIO | None:
    """Standard input as bytes, where the paths ask for it with -."""
    return sys.stdin.buffer if "-" in paths else None


def check_inputs_exist(paths: tuple[str, ...]) -> None:
    """Raise InputError naming every path that is not there; web addresses and - are not looked up."""
    missing = [
        path
        for path in paths
        if path != "-" and not path.lower().startswith(("http://", "https://")) and not Path(path).exists()
    ]
    if missing:
        raise InputError(f"{', '.join(missing)}: there is no such file or folder. Nothing was written.")


def table_or_json(command: Decorated) -> Decorated:
    """A command that shows what it found as a table for a person, or as JSON for a program (``form``)."""
    forms, text = click.Choice(["table", "json"]), "For a person, or for a program."
    option = click.option("--as", "form", type=forms, default="table", show_default=True, help=text)
    return option(command)
