"""The process that reads: ``python -m rashomon.workbench.worker CASE``, started and ended by the workbench.

Comes in: a task as a line of JSON on standard input. Goes out: lines of JSON on standard output, ``step`` for how
far it is, then ``done`` with what came of it or ``failed`` with why. Where standard input ends, the workbench is
gone, and so is this process at once: the case is changed a report at a time, whole or not at all, and what was
handed in lies in the inbox until it is in the case.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import queue
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TextIO

from rashomon.errors import InputError, RashomonError
from rashomon.model.base import value
from rashomon.model.codec import from_data, to_data
from rashomon.model.report import Report, Skipped
from rashomon.pipeline import (
    REDACTED,
    Added,
    ReadingDone,
    add_reports,
    are_outputs_stale,
    build,
    gather,
    kept_options,
    read_article,
    read_missing,
    write_outputs,
)
from rashomon.sources import GivenMetadata, LoadOptions, load_found
from rashomon.sources.far_dates import far_from_others
from rashomon.store import open_case
from rashomon.workbench.exporting import Wanted, make_files
from rashomon.workbench.inbox import Inbox, Job

Tell = Callable[[str, int, int | None, str], None]
"""Told of a step: what is done, how many, of how many if known, and which."""

NICENESS = 5
"""Reading gives way to pages: on a machine of two cores both would be slow otherwise."""


@value
class Place:
    """Where the worker works: the case, and whether private addresses may be fetched."""

    case: Path
    allow_private: bool = False


def add_job(place: Place, task: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    """What became of the reports that were handed in together; they are read, and the case is linked anew."""
    inbox = Inbox(place.case)
    job = inbox.job(str(task["job"]))
    if job is None:
        raise InputError(f"there is no job {task['job']!r} in {inbox.folder}; add the reports again.")
    known = inbox.outcome(job.id)
    if known is not None:
        # Another workbench of the same case took it up and was first.
        return known
    with open_case(place.case) as case:
        before = inbox.known_before(job, (report.id for report in case.reports()))
        added = Added()
        if job.inputs:
            options = LoadOptions(allow_private=place.allow_private)
            inputs = load_found(inbox.inputs_of(job), given=job.given, options=options)
            added = add_reports(case, inputs, given=job.name, progress=tell)
        done = read_missing(case, progress=tell)
        tell("linking", 0, None, "")
        held = gather(case)
        claims = {reading.report_id: len(reading.claims) for reading in case.readings()}
        ids = {report.id for report in added.reports}
        far = {report.id: years for report, years in far_from_others(held.reports) if report.id in ids}
    return outcome_of(job, added, done, Readings(before=before, claims=claims, far=far))


def read_stale(place: Place, task: Mapping[str, Any], tell: Tell) -> dict[str, Any]:  # noqa: ARG001
    """Reports without a reading, or with one of an older reader, are read, and the case is linked anew."""
    with open_case(place.case) as case:
        done = read_missing(case, progress=tell)
        tell("linking", 0, None, "")
        gather(case)
    return {"read": len(done.read), "failed": [_why_not(one) for one in done.failed]}


def renew_files(place: Place, task: Mapping[str, Any], tell: Tell) -> dict[str, Any]:  # noqa: ARG001
    """The files beside the case as it is now, written the way they were; none where none ever were."""
    with open_case(place.case) as case:
        options = kept_options(case)
        if options is None or not are_outputs_stale(case):
            return {"files": []}
        tell("writing", 0, None, str(case.folder))
        _, files = write_outputs(case, options, relink=False)
    return {"files": list(files)}


def take_article(place: Place, task: Mapping[str, Any], tell: Tell) -> dict[str, Any]:  # noqa: ARG001
    """What an article says, statement by statement; it is kept nowhere."""
    tell("reading", 0, None, str(task["name"]))
    read = read_article(
        base64.b64decode(task["bytes"]),
        locator=str(task["name"]),
        form=task["form"],
        metadata=GivenMetadata(published=task["published"], language=task["language"]),
    )
    return {"article": to_data(read)}


def make_download(place: Place, task: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    """A file that somebody wants to take away, made into the folder that the workbench named."""
    wanted = from_data(Wanted, task["wanted"])
    with open_case(place.case) as case:
        tell("writing", 0, None, wanted.name)
        view = build(case, policy=wanted.policy, as_of=wanted.as_of)
        return make_files(view, case.judgements(), wanted, Path(task["into"]))


TASKS: dict[str, Callable[[Place, Mapping[str, Any], Tell], dict[str, Any]]] = {
    "add": add_job,
    "read": read_stale,
    "renew": renew_files,
    "article": take_article,
    "export": make_download,
}


@value
class Readings:
    """What is known of the reports of a job: those from before it, claims of each, years to its neighbours."""

    before: frozenset[str]
    claims: Mapping[str, int]
    far: Mapping[str, int]


def outcome_of(job: Job, added: Added, done: ReadingDone, known: Readings) -> dict[str, Any]:
    """What a job's page tells: each report and what is odd about it, each input that gave none and why."""
    silences = {reading.report_id: reading.silence for reading in done.read}
    unread = {one.locator: one.reason for one in (*done.unread, *done.failed)}
    replaced = {report.id for report in added.versions}
    better = {report.id for report in added.updated}

    def state(report: Report) -> str:
        if report.id in replaced:
            return "version"
        if report.id not in known.before:
            return "new"
        return "updated" if report.id in better else "known"

    return {
        "reports": [
            {
                "id": report.id,
                "source_ref": report.source_ref,
                "title": report.title,
                "state": state(report),
                "published": report.published,
                "years_from_others": known.far.get(report.id),
                "claims": known.claims.get(report.id, 0),
                "silence": silences.get(report.id) or unread.get(report.locator),
                "notes": [note for note in report.notes if not note.startswith("agency: ")],
            }
            for report in added.reports
        ],
        "skipped": [_why_not(one) for one in (*job.refused, *added.skipped)],
        "purged": any(one.reason == REDACTED for one in added.skipped),
    }


def _why_not(one: Skipped) -> dict[str, str]:
    return {"locator": one.locator, "reason": one.reason}


# --- the process


def main(arguments: list[str]) -> int:
    """Do one task after the other until standard input ends."""
    place = Place(case=Path(arguments[0]), allow_private="--allow-private" in arguments[1:])
    with contextlib.suppress(OSError, AttributeError):
        os.nice(NICENESS)
    out = _take_stdout()
    tasks: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_listen, args=(tasks,), daemon=True).start()
    while True:
        _do(place, json.loads(tasks.get()), out)


def _take_stdout() -> TextIO:
    """Standard output for our lines alone: what a library prints goes to standard error."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return out


def _listen(tasks: queue.Queue[str]) -> None:
    for line in sys.stdin:
        tasks.put(line)
    # Nobody is there to be told any more; whatever is under way is done again from the inbox.
    os._exit(0)


def _do(place: Place, task: Mapping[str, Any], out: TextIO) -> None:
    def say(line: Mapping[str, Any]) -> None:
        out.write(json.dumps(line, ensure_ascii=True) + "\n")
        out.flush()

    def tell(what: str, count: int, of: int | None, name: str) -> None:
        say({"step": {"what": what, "count": count, "of": of, "name": name[:200]}})

    try:
        done = TASKS[str(task["do"])](place, task, tell)
    except RashomonError as error:
        say({"failed": str(error)})
    except Exception as error:  # whatever it is, the tasks after it are done
        sys.excepthook(type(error), error, error.__traceback__)
        say({"failed": f"an error of the program's own ({type(error).__name__}); please report it"})
    else:
        say({"done": done})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
