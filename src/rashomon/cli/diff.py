"""``rashomon diff``: what changed in the record since an earlier export, and why."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rashomon.cli.choosing import warn_if_stale
from rashomon.cli.layout import clean, shorten, wrap
from rashomon.cli.options import table_or_json
from rashomon.errors import InputError
from rashomon.model.codec import to_data
from rashomon.pipeline import build
from rashomon.store import open_case

if TYPE_CHECKING:
    from rashomon.writing import Change

_REASON_LENGTH = 400
"""Characters of a reason that a terminal shows; ``--as json`` gives all of it."""
_RECORD = "record.json"
_WANTED = f"Give an earlier {_RECORD}, or the folder that rashomon run wrote it into."


@click.command(epilog="Example: rashomon diff akabar --since published/record.json")
@click.argument("case")
@click.option(
    "--since", required=True, metavar="EXPORT", help="An earlier record.json, or a folder that holds one."
)
@table_or_json
def diff(case: str, since: str, form: str) -> None:
    """Tell what changed in the record since an export.

    Event by event, and why. Both are compared under the policy and the day that EXPORT was made with.
    """
    from rashomon.writing import compare_records, record_data

    earlier = read_export(Path(since))
    with open_case(case) as kept:
        view = build(kept, policy=earlier["policy"], as_of=earlier.get("as_of"))
        warn_if_stale(kept)
    changes = compare_records(earlier, record_data(view))
    if form == "json":
        for change in changes:
            click.echo(json.dumps(to_data(change), ensure_ascii=False))
        return
    click.echo("\n".join(draw_changes(changes)) or "Nothing changed.")


def read_export(path: Path) -> dict[str, Any]:
    """A record.json; InputError where the file is none."""
    file = path / _RECORD if path.is_dir() else path
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        what = "there is no such file" if not file.exists() else f"cannot be read ({error.strerror})"
        raise InputError(f"{file}: {what}. {_WANTED}") from error
    except ValueError as error:
        raise InputError(f"{file}: is no {_RECORD}: it holds no JSON ({error}). {_WANTED}") from error
    if not isinstance(data, dict) or not {"policy", "events"} <= data.keys():
        raise InputError(f"{file}: is no {_RECORD}: it has no policy and events. {_WANTED}")
    return data


def draw_changes(changes: Iterable[Change]) -> list[str]:
    """The changes for a person, under the title of each event; a reason they share is told once."""
    lines: list[str] = []
    for (title, event_id), own in itertools.groupby(changes, key=lambda one: (one.title, one.event_id)):
        lines.append(f"{clean(title)}  [{event_id}]")
        by_reason: dict[str, list[Change]] = {}
        for change in own:
            by_reason.setdefault(change.because, []).append(change)
        for reason, alike in by_reason.items():
            lines.extend(line for change in alike for line in wrap(_told(change), indent="    ", first="  "))
            if reason:
                lines.extend(
                    wrap(shorten(f"because: {reason}", _REASON_LENGTH), indent="      ", first="    ")
                )
    return lines


def _told(change: Change) -> str:
    if change.kind != "changed":
        return f"{change.kind} event"
    from rashomon.writing.data.changes import shown

    return f"{change.what}: {shown(change.before)} → {shown(change.after)}"
