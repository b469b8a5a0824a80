"""``rashomon batch``: many reports, one JSON object a line."""

from __future__ import annotations

import gzip
import itertools
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import click

from rashomon.batch import ENGINES, BatchOptions, make_engine, run_batch
from rashomon.batch.layers import LAYERS, read_layer_names
from rashomon.cli.layout import clean
from rashomon.cli.options import check_inputs_exist, names_option, policy_option, quiet_option
from rashomon.cli.screen import Screen
from rashomon.errors import InputError
from rashomon.model.report import Loaded, Skipped
from rashomon.pipeline import require_report
from rashomon.store import check_writable

_TOLD = 50
"""Failures told one by one; the rest is counted."""


@click.command(epilog="Example: rashomon batch reports.jsonl --out results --each")
@click.argument("inputs", nargs=-1, required=True, metavar="IN.jsonl...")
@click.option("--out", required=True, metavar="FOLDER", help="Where the results go.")
@click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    default="local",
    show_default=True,
    help="What does the work; the results are the same.",
)
@click.option("--each", is_flag=True, help="Every report is a case of its own: no ties between reports.")
@click.option("--layers", default="", metavar="A,B", help=f"Also write these: {', '.join(LAYERS)}.")
@click.option("--processes", type=click.IntRange(1, 256), help="Workers. [default: 2, or 1 on one core]")
@policy_option
@names_option
@quiet_option
@click.pass_context
def batch(
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    out: str,
    engine: str,
    layers: str,
    processes: int | None,
    **said: str | bool,
) -> None:
    """Read a large file of reports, one JSON object a line.

    A line holds "id" and "text" and, where known, "date" (of publication), "title", "outlet", "url" and
    "language". FOLDER then holds claims.jsonl, record.json, set_aside.jsonl and the layers asked for,
    which call each report by its id. Files may be gzipped (.gz); - is standard input.
    """
    options = BatchOptions(
        policy=str(said["policy"]),
        each=bool(said["each"]),
        layers=read_layer_names(layers),
        names=bool(said["names"]),
    )
    check_inputs_exist(inputs)
    check_writable(Path(out))
    lines = require_report(itertools.chain.from_iterable(_read_lines(path) for path in inputs))
    with Screen(quiet=bool(said["quiet"])) as screen:
        done = run_batch(
            lines,
            Path(out),
            make_engine(engine, processes=processes),
            options,
            tell=lambda count, name: screen.step("read", count, None, name),
        )
        made = ((done.reports, "report"), (done.claims, "claim"), (done.events, "event"))
        told = ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in made)
        screen.say(f"{told} in {out}")
    for one in done.failed[:_TOLD]:
        click.echo(f"not done: {clean(one.locator)}: {clean(one.reason)}", err=True)
    if len(done.failed) > _TOLD:
        click.echo(f"not done: {len(done.failed) - _TOLD} more", err=True)
    ctx.exit(1 if done.failed else 0)


def _read_lines(path: str) -> Iterator[Loaded | Skipped]:
    from rashomon.sources import cut_lines, read_jsonl_lines

    if path == "-":
        yield from read_jsonl_lines(cut_lines(sys.stdin.buffer), "stdin")
        return
    if Path(path).is_dir():
        raise InputError(f"{path} is a folder; give files of JSON lines, or use: rashomon run {path}")
    opener = gzip.open if path.endswith(".gz") else open
    name = Path(path).name
    try:
        with cast("BinaryIO", opener(path, "rb")) as stream:
            yield from read_jsonl_lines(cut_lines(stream), name)
    except (OSError, EOFError, zlib.error) as error:
        told = " ".join(str(error).split())[:120]
        yield Skipped(
            locator=name, reason=f"could not be read to its end ({told}); what stands before it was"
        )
