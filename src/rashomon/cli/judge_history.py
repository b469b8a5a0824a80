"""Decisions looked back on: listed, undone, taken elsewhere; see `rashomon.cli.judge`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rashomon.cli.judge import decide, draw_effect, signed, tell_consequences, tell_effects, viewer
from rashomon.cli.layout import clean, draw_table, shorten
from rashomon.cli.options import table_or_json
from rashomon.errors import InputError
from rashomon.judging import STATES, find_again
from rashomon.judging.coding import blinded
from rashomon.judging.exchange import take_judgements
from rashomon.judging.taking import undo_judgement
from rashomon.model.codec import to_json
from rashomon.model.judgements import Judgement
from rashomon.pipeline import build, weigh_judgements
from rashomon.store import Case, open_case


@click.command("list", epilog="Example: rashomon judge akabar list")
@table_or_json
@click.pass_obj
def list_judgements(case: str, /, form: str) -> None:
    """All decisions in the order they were taken, and what became of each.

    A decision is in force, undone, replaced by a later one on the same thing, or finds nothing to fall on
    (a claim that is not read any more, an outlet nobody named yet). None is ever dropped. What others coded
    in a sample that is still blind is listed without what they said.
    """
    with open_case(case) as kept:
        judgements = kept.judgements()
        view = build(kept) if judgements else None
        became = weigh_judgements(kept, view) if view is not None and form == "table" else ()
    if view is not None:
        judgements = blinded(judgements, find_again(view.readings), viewer())
    if form == "json":
        for judgement in judgements:
            click.echo(to_json(judgement))
        return
    if not judgements:
        click.echo("Nothing was decided in this case yet.")
        return
    rows = [
        (
            *(judgement.when, judgement.by, judgement.kind, STATES[effect.state]),
            *(shorten(", ".join(judgement.targets), 40), shorten(judgement.why, 60), judgement.id),
        )
        for judgement, effect in zip(judgements, became, strict=True)
    ]
    click.echo("\n".join(draw_table(("When", "Who", "What", "State", "Of", "Why", "Id"), rows)))
    for effect in became:
        for line in draw_effect(effect, judgements):
            click.echo(line)


@click.command(epilog='Example: rashomon judge akabar undo j_3f0a --why "the second page says otherwise"')
@click.argument("judgement")
@signed
@click.pass_obj
def undo(case: str, /, judgement: str, **said: str | None) -> None:
    """JUDGEMENT no longer holds; undoing an undo gives it back."""
    decide(case, said, lambda kept, _: undo_judgement(choose_judgement(kept, judgement)))


def choose_judgement(case: Case, said: str) -> Judgement:
    """The judgement of this id, or of the only id that begins so."""
    found = [judgement for judgement in case.judgements() if judgement.id.startswith(said)]
    if len(found) != 1:
        what = "is no decision" if not found else f"is the beginning of {len(found)} decisions"
        raise InputError(f"{said!r} {what} of this case. They stand in: rashomon judge {case.folder} list")
    return found[0]


@click.command(epilog="Example: rashomon judge akabar export decisions.jsonl")
@click.argument("file", required=False)
@click.pass_obj
def export(case: str, /, file: str | None) -> None:
    """All decisions as JSON lines, into FILE or to standard output."""
    with open_case(case) as kept:
        judgements = kept.judgements()
        found = find_again(build(kept).readings) if judgements else find_again([])
    lines = "".join(f"{to_json(judgement)}\n" for judgement in judgements)
    hidden = sum(
        one != shown for one, shown in zip(judgements, blinded(judgements, found, viewer()), strict=True)
    )
    if hidden:
        click.echo(
            f"Warning: {hidden} codings by others of samples that are still blind are in it.", err=True
        )
    if file is None:
        click.echo(lines, nl=False)
    else:
        Path(file).write_text(lines, encoding="utf-8")


@click.command("import", epilog="Example: rashomon judge akabar import decisions.jsonl")
@click.argument("file")
@click.pass_context
def import_judgements(ctx: click.Context, file: str) -> None:
    """Take the decisions of FILE (- is standard input) that the case does not hold yet.

    A line that cannot be used is told with its number, and the others are taken.
    """
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read ({error}).") from error
    with open_case(ctx.obj) as case:
        before = build(case)
        done = take_judgements(text, case.judgements(), case.judge)
        click.echo(f"{len(done.taken)} taken, {done.known} known already")
        for number, why in done.faults:
            click.echo(f"not taken: {clean(f'{file}, line {number}: {why}')}", err=True)
        tell_consequences(case, before)
        tell_effects(case, [judgement.id for judgement in done.taken])
    ctx.exit(1 if done.faults else 0)
