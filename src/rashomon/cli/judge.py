"""``rashomon judge``: a person's decisions about a case, each with a reason, each to be undone.

decision ─ sign ─▶ judgement ─ kept in the case ─▶ the record made again ─▶ what changed, told
"""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rashomon.cli.choosing import choose_event, choose_report, warn_if_stale
from rashomon.cli.layout import clean, shorten
from rashomon.cli.lazy import LazyGroup
from rashomon.errors import InputError
from rashomon.judging import STATES
from rashomon.judging.taking import (
    Decision,
    Signature,
    keep_apart,
    merge_events,
    sign,
    split_event,
    tie_mentions,
)
from rashomon.pipeline import DEFAULT_POLICY, build, kept_options, write_outputs
from rashomon.store import Case, open_case

if TYPE_CHECKING:
    from rashomon.judging import Effect
    from rashomon.model.claims import Mention
    from rashomon.model.events import Event
    from rashomon.model.judgements import Judgement
    from rashomon.writing import CaseView

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_HERE = "rashomon.cli.judge"
_CLAIMS = "rashomon.cli.judge_claims"
_CODING = "rashomon.cli.judge_coding"
_HISTORY = "rashomon.cli.judge_history"

DECISIONS: dict[str, tuple[str, str]] = {
    "merge": (f"{_HERE}:merge", "Several events are one happening."),
    "apart": (f"{_HERE}:apart", "Several events are different happenings, and stay so."),
    "split": (f"{_HERE}:split", "What some reports tell is another happening."),
    "tie": (f"{_HERE}:tie", "What a report tells belongs to an event."),
    "untie": (f"{_HERE}:untie", "What a report tells does not belong to its event."),
    "identify": (f"{_CLAIMS}:identify", "Some words mean this actor or place."),
    "accept": (f"{_CLAIMS}:accept", "Claims were checked and are read right."),
    "reject": (f"{_CLAIMS}:reject", "Claims are read wrong; they count for nothing."),
    "correct": (f"{_CLAIMS}:correct", "A claim says something else."),
    "add": (f"{_CLAIMS}:add_claim", "A claim that the reader missed."),
    "grade": (f"{_CLAIMS}:grade", "How reliable a source is (A to F, 1 to 6)."),
    "metadata": (f"{_CLAIMS}:metadata", "When, where or by whom a report was published."),
    "sample": (f"{_CODING}:sample", "Draw claims to be coded blind by several people."),
    "code": (f"{_CODING}:code", "What one coder reads in a claim of a sample."),
    "unblind": (f"{_CODING}:unblind", "Open the codings of a sample to all."),
    "agreement": (f"{_CODING}:agreement", "How far coders agree, and on what they differ."),
    "adjudicate": (f"{_CODING}:adjudicate_claim", "Decide on a claim that was coded."),
    "list": (f"{_HISTORY}:list_judgements", "All decisions, and which of them hold."),
    "undo": (f"{_HISTORY}:undo", "A decision no longer holds."),
    "export": (f"{_HISTORY}:export", "Decisions as JSON lines."),
    "import": (f"{_HISTORY}:import_judgements", "Take decisions from JSON lines."),
}


@click.group(
    cls=LazyGroup,
    commands_at=DECISIONS,
    subcommand_metavar="DECISION [ARGS]...",
    epilog='Example: rashomon judge akabar merge 1 4 --why "both tell of the fight at the well on 1 April"',
)
@click.argument("case")
@click.pass_context
def judge(ctx: click.Context, case: str) -> None:
    """Decide: tie, merge, split, correct, reject and more.

    A decision is kept for good with its reason, holds after every new report and every new reading, and
    can be undone. What changed in the record is told at once. EVENT is a number of "rashomon events" or
    an id, REPORT a file name or an id, CLAIM an id of claims.jsonl; the beginning of an id is enough.
    """
    ctx.obj = case


def signed(command: Decorated) -> Decorated:
    """A decision's command, with who decides, when and why."""
    return _with_signature(command, required=True)


def signed_if_kept(command: Decorated) -> Decorated:
    """A command that may only look: the reason is asked for when there is something to keep."""
    return _with_signature(command, required=False)


def _with_signature(command: Decorated, *, required: bool) -> Decorated:
    for option in (
        click.option("--when", metavar="TIME", help="When it was decided. [default: now]"),
        click.option("--by", metavar="NAME", envvar="RASHOMON_AUTHOR", help="Who decides. [default: you]"),
        click.option("--why", required=required, help="The reason, for whoever reads the case next."),
    ):
        command = option(command)
    return command


def read_signature(said: dict[str, Any]) -> Signature:
    """Who decides, when and why, out of a command's options."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return Signature(by=said["by"] or viewer(), when=said["when"] or now, why=said["why"] or "")


def viewer() -> str:
    """Who sits here: RASHOMON_AUTHOR, else the login."""
    return os.environ.get("RASHOMON_AUTHOR") or getpass.getuser()


def decide(path: str, said: dict[str, Any], choose: Callable[[Case, CaseView], Decision]) -> None:
    """Take the decision that ``choose`` makes of the case, and tell what it changed."""
    with open_case(path) as case:
        warn_if_stale(case)
        before = build(case, policy=_policy(case))
        judgement = sign(choose(case, before), read_signature(said))
        case.judge(judgement)
        click.echo(f"{judgement.id}: {judgement.kind} is kept. Undo it with: {_undo(path, judgement.id)}")
        tell_consequences(case, before)
        tell_effects(case, [judgement.id])


def _undo(path: str, judgement_id: str) -> str:
    return f'rashomon judge {path} undo {judgement_id} --why "…"'


def tell_consequences(case: Case, before: CaseView) -> None:
    """Read and write again what a decision touches, and tell how the record differs from before."""
    from rashomon.cli.diff import draw_changes
    from rashomon.pipeline import read_missing
    from rashomon.writing import compare_views

    read_missing(case)
    options = kept_options(case)
    if options is not None:
        write_outputs(case, options)
    changes = compare_views(before, build(case, policy=_policy(case)))
    click.echo("\n".join(draw_changes(changes)) if changes else "No figure, date, place or side changed.")


def tell_effects(case: Case, ids: Collection[str]) -> None:
    """Say of these decisions which earlier ones they go against, and which find nothing to fall on."""
    from rashomon.pipeline import weigh_judgements

    judgements = case.judgements()
    for effect in weigh_judgements(case, build(case, policy=_policy(case))):
        if effect.judgement_id in ids:
            for line in draw_effect(effect, judgements):
                click.echo(f"Warning: {line}", err=True)


def draw_effect(effect: Effect, judgements: Sequence[Judgement]) -> list[str]:
    """Lines on a decision that is not simply in force, or that goes against another."""
    lines = []
    if effect.note:
        lines.append(f"{effect.judgement_id} {STATES[effect.state]}: {clean(effect.note)}")
    by_id = {judgement.id: judgement for judgement in judgements}
    for other in (by_id[judgement_id] for judgement_id in effect.against):
        lines.append(
            f"{effect.judgement_id} goes against {other.id} ({other.kind}, {clean(other.by)}, {other.when}: "
            f"{shorten(clean(other.why), 60)}); both are kept, the later one is in force"
        )
    return lines


def _policy(case: Case) -> str:
    options = kept_options(case)
    return options.policy if options is not None else DEFAULT_POLICY


def linked_event(view: CaseView, said: str) -> Event:
    """The event, as linking made it, that a person means."""
    record = choose_event(view, said)
    return next(event for event in view.linked.events if event.id == record.id)


def all_mentions(view: CaseView) -> tuple[Mention, ...]:
    """Every report's mentions."""
    return tuple(mention for reading in view.readings for mention in reading.mentions)


@click.command(epilog='Example: rashomon judge akabar merge 1 4 --why "the same fight"')
@click.argument("events", nargs=-1, required=True)
@signed
@click.pass_obj
def merge(case: str, /, events: tuple[str, ...], **said: str | None) -> None:
    """The EVENTS are one happening: their reports are put together, now and after every rebuild."""
    decide(
        case, said, lambda _, view: merge_events([linked_event(view, e) for e in events], all_mentions(view))
    )


@click.command(epilog='Example: rashomon judge akabar apart 1 4 --why "two wells of that name"')
@click.argument("events", nargs=-1, required=True)
@signed
@click.pass_obj
def apart(case: str, /, events: tuple[str, ...], **said: str | None) -> None:
    """The EVENTS are different happenings: no later report puts them together."""
    decide(
        case, said, lambda _, view: keep_apart([linked_event(view, e) for e in events], all_mentions(view))
    )


@click.command(epilog='Example: rashomon judge akabar split 1 third.txt --why "a fight of the day after"')
@click.argument("event")
@click.argument("reports", nargs=-1, required=True)
@signed
@click.pass_obj
def split(case: str, /, event: str, reports: tuple[str, ...], **said: str | None) -> None:
    """What the REPORTS tell of EVENT is another happening than what its other reports tell."""

    def choose(_: Case, view: CaseView) -> Decision:
        ids = [choose_report(view, report).id for report in reports]
        return split_event(linked_event(view, event), ids, all_mentions(view))

    decide(case, said, choose)


@click.command(epilog='Example: rashomon judge akabar tie third.txt 1 --why "it means the same fight"')
@click.argument("report")
@click.argument("event")
@click.option("--of", "source", metavar="EVENT", help="Which of the report's events. [default: its main one]")
@signed
@click.pass_obj
def tie(case: str, /, report: str, event: str, source: str | None, **said: str | None) -> None:
    """What REPORT tells belongs to EVENT."""

    def choose(_: Case, view: CaseView) -> Decision:
        told = told_by(view, report, source)
        return tie_mentions(told, linked_event(view, event), all_mentions(view), apart=False)

    decide(case, said, choose)


@click.command(epilog='Example: rashomon judge akabar untie third.txt 1 --why "another well of that name"')
@click.argument("report")
@click.argument("event")
@signed
@click.pass_obj
def untie(case: str, /, report: str, event: str, **said: str | None) -> None:
    """What REPORT tells does not belong to EVENT."""

    def choose(_: Case, view: CaseView) -> Decision:
        told = told_by(view, report, event)
        return tie_mentions(told, linked_event(view, event), all_mentions(view), apart=True)

    decide(case, said, choose)


def told_by(view: CaseView, said: str, event: str | None) -> list[Mention]:
    """What one report tells of an event; of its own main event where none is named."""
    report = choose_report(view, said)
    own = [mention for mention in all_mentions(view) if mention.report_id == report.id]
    if event is None:
        told = [mention for mention in own if mention.role == "main"]
    else:
        ids = linked_event(view, event).mention_ids
        told = [mention for mention in own if mention.id in ids]
    if not told:
        raise InputError(f"{report.source_ref} tells nothing of {event or 'a main event'}.")
    return told


def read_assignments(pairs: tuple[str, ...]) -> dict[str, Any]:
    """``name=value`` options as a mapping; numbers and null as JSON, the rest as words."""
    found: dict[str, Any] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise InputError(f"--set {pair!r}: expected NAME=VALUE, such as low=30 or high=null.")
        try:
            found[name] = json.loads(text)
        except ValueError:
            found[name] = text
    return found
