"""What a person is told while waiting: on standard error, so that data can be piped."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PLAIN_LINES = 20
"""Lines of progress at most per stage where nobody watches a terminal."""


class Screen:
    """Progress as a bar on a terminal, as plain lines elsewhere, not at all when ``quiet``."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Nothing is shown before the first step."""
        self._quiet = quiet
        self._bar: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Screen:
        if not self._quiet and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self, stage: str, done: int, total: int | None, name: str) -> None:
        """One step done, of ``total`` where that is known."""
        if self._quiet:
            return
        if self._bar is not None:
            if stage not in self._tasks:
                self._tasks[stage] = self._bar.add_task(stage, total=total)
            self._bar.update(
                self._tasks[stage], completed=done, total=total, description=f"{stage} {name}"[:60]
            )
            return
        every = max(1, total // _PLAIN_LINES) if total else 1 if done <= _PLAIN_LINES else 100
        if done % every == 0 or done == total:
            click.echo(f"{stage} {done}{f'/{total}' if total else ''} {name}", err=True)

    def say(self, text: str) -> None:
        """A line for a person who watches."""
        if not self._quiet:
            click.echo(text, err=True)

    def warn(self, text: str) -> None:
        """A line that is shown even when quiet."""
        click.echo(f"warning: {text}", err=True)
