"""``rashomon score``: how well the reader does on labelled sets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rashomon.cli.options import quiet_option, table_or_json
from rashomon.cli.screen import Screen
from rashomon.errors import SettingError

if TYPE_CHECKING:
    from rashomon.evaluation import Outcome, SetScore, Task

_EPILOG = (
    "Example: rashomon score acled_mali --half a --errors --figure fatalities\n\n"
    "Example: rashomon score all --as json"
)


@click.command(epilog=_EPILOG)
@click.argument("sets", nargs=-1, required=True, metavar="SET...|all")
@click.option("--data", metavar="FOLDER", help="Where the labelled sets stand. [default: RASHOMON_DATA]")
@click.option("--errors", is_flag=True, help="Also list each miss: text, label, our answer and its claims.")
@click.option("--figure", metavar="WORDS", help="Only figures whose name has these words.")
@click.option(
    "--sample", type=click.IntRange(1), metavar="N", help="Only N rows of each set, always the same."
)
@click.option(
    "--half",
    metavar="a|b|b1|b21...",
    help="Only the rows with an even (a) or odd (b) CRC-32; b1 and b2 are the halves of b, and so on.",
)
@table_or_json
@click.option(
    "--floors",
    type=click.Choice(["check", "raise"]),
    help="Measure the samples that have floors: is none below, or raise them to what is higher now.",
)
@click.option(
    "--lower-floors", metavar="REASON", help="Set the floors to what is measured now, and keep the reason."
)
@click.option("--jobs", type=click.IntRange(1, 256), help="Workers. [default: 2, or 1 on one core]")
@quiet_option
@click.pass_context
def score(ctx: click.Context, /, sets: tuple[str, ...], data: str | None, **said: Any) -> None:
    """Measure the reader on labelled sets.

    Each text is read as by "rashomon batch --each". Beside each figure stand what a trivial method
    scores, and how often we said nothing or 0. Nothing said counts as 0 where the label is a number.
    """
    from rashomon.evaluation import find_folder, find_sets

    names = [one.name for one in find_sets(sets)]
    folder = find_folder(data)
    with Screen(quiet=said["quiet"]) as screen:
        if said["floors"] or said["lower_floors"]:
            scores, below = _measure_floors(names, folder, said, screen)
        else:
            scores, below = _measure(names, folder, said, screen), []
    _show([_only(one, said["figure"]) for one in scores], said["form"], errors=said["errors"])
    for line in below:
        click.echo(f"below: {line}", err=True)
    failed = [miss for one in scores for miss in one.misses if miss.answer.error]
    ctx.exit(1 if failed or below else 0)


def _measure(names: list[str], folder: Path, said: dict[str, Any], screen: Screen) -> list[SetScore]:
    from rashomon.evaluation import Choice, score_sets

    choices = dict.fromkeys(names, Choice(half=said["half"], size=said["sample"]))
    reads = partial(read_tasks, jobs=said["jobs"])
    return score_sets(names, folder, reads, choices, tell=partial(_tell, screen))


def _measure_floors(
    names: list[str], folder: Path, said: dict[str, Any], screen: Screen
) -> tuple[list[SetScore], list[str]]:
    """The scores of the floors' samples, and what is below; the floors are renewed where that is asked."""
    from rashomon.evaluation import floors

    if said["half"] or said["sample"]:
        raise SettingError("floors have samples of their own: leave out --half and --sample.")
    known = floors.read_floors()
    chosen = {name: one for name, one in known.items() if name in names}
    if not said["lower_floors"]:
        floors.check_digests(chosen, folder)
    reads = partial(read_tasks, jobs=said["jobs"])
    scores = floors.score_floors(chosen, folder, reads, tell=partial(_tell, screen))
    if said["lower_floors"]:
        floors.write_floors(known | floors.lower_floors(scores, chosen, folder, said["lower_floors"]))
        return scores, []
    if said["floors"] == "raise":
        floors.write_floors(known | floors.raise_floors(scores, chosen))
    return scores, floors.find_below(scores, chosen)


def _tell(screen: Screen, name: str, done: int, total: int) -> None:
    screen.step(f"read {name}", done, total, "")


def read_tasks(tasks: Iterable[Task], *, jobs: int | None = None) -> Iterator[Outcome]:
    """What a batch makes of each text as a case of its own, in their order."""
    from rashomon.batch import make_engine

    return make_engine("local", processes=jobs).each(read_task, tasks)


def read_task(task: Task) -> Outcome:
    """What a batch makes of one text; stands alone here so that workers find it by name."""
    from rashomon.batch.running import BatchOptions, read_report

    return read_report(BatchOptions(each=True, layers=task.layers), task.report)


def _only(score: SetScore, words: str | None) -> SetScore:
    if words is None:
        return score
    return replace(
        score,
        figures=tuple(figure for figure in score.figures if words in figure.name),
        misses=tuple(miss for miss in score.misses if words in miss.figure),
    )


def _show(scores: list[SetScore], form: str, *, errors: bool) -> None:
    from rashomon.cli.score_table import data_of, draw_misses, draw_score

    if form == "json":
        click.echo(json.dumps([data_of(one) for one in scores], ensure_ascii=False, indent=1))
        return
    for one in scores:
        click.echo("\n".join(draw_score(one)))
        if errors:
            click.echo("\n".join(draw_misses(one.misses)))
        click.echo("")
