"""Adding reports: files, pasted text and web addresses, and how far a job is."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from typing import Any

from starlette.datastructures import UploadFile

from rashomon.errors import CaseError, InputError
from rashomon.model.report import Skipped
from rashomon.sources.assembling import LoadLimits
from rashomon.sources.inputs import is_url
from rashomon.sources.metadata import FIELDS, KINDS, GivenMetadata, one_line, read_fields
from rashomon.workbench.inbox import Handed, Job
from rashomon.workbench.names_of_files import different_names, is_sidecar, plain_name, sidecar_of
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Form, NotFoundError, Visit

MOST_FILES = 500
MOST_ADDRESSES = 50
LONGEST_ADDRESS = 2_000
_RECENT = 20
_ASKED = ("outlet", "published", "title", "author", "url", "language", "kind")
_OF_ONE = ("title", "url")
"""What can be true of one report only."""


def show_add(visit: Visit) -> Shown:
    """The form, and what was added lately."""
    return _page(visit)


def _page(visit: Visit, typed: Form | None = None, trouble: str = "") -> Shown:
    """The form; with what was typed in it and what is wrong with that."""
    done = [_summary(visit, job) for job in visit.tasks.inbox.done()[:_RECENT]]
    waiting = [_summary(visit, job) for job in visit.tasks.inbox.waiting()]
    return Shown(
        template="add.html.j2",
        data={"waiting": waiting, "done_lately": done},
        drawn={
            "kinds": KINDS,
            "most_bytes": visit.settings.max_upload,
            "limits": LoadLimits(),
            "most_files": MOST_FILES,
            "most_addresses": MOST_ADDRESSES,
            "typed": {name: typed.text(name) if typed else "" for name in (*_ASKED, "text", "addresses")},
            "trouble_here": trouble,
        },
        status=422 if trouble else 200,
    )


def add_reports(visit: Visit, form: Form) -> str | Shown:
    """Keep what was sent; the job's page tells what becomes of it."""
    try:
        job = _keep(visit, form)
    except CaseError:
        raise
    except InputError as error:
        # What was pasted must not be lost over a slip in a date.
        return _page(visit, form, str(error))
    visit.tasks.add(job)
    return f"/jobs/{job.id}"


def _keep(visit: Visit, form: Form) -> Job:
    given = _metadata(form)
    files, refused = _files(form.files("files"))
    handed = [*files, *_text(form.text("text")), *_addresses(form.text("addresses"))]
    if not handed and not refused:
        raise InputError("nothing was given. Choose files, paste a text, or write a web address.")
    twice = [name for name in _OF_ONE if getattr(given, name) is not None]
    if len(handed) > 1 and twice:
        raise InputError(
            f"the {' and the '.join(twice)} can be that of one report only, and {len(handed)} were given. "
            "Add that report alone, or leave the field empty and mend it on the report's page."
        )
    return visit.tasks.inbox.keep(handed, given=given, by=visit.person, refused=refused)


def _metadata(form: Form) -> GivenMetadata:
    said = {name: text for name in _ASKED if (text := form.text(name))}
    given, faults = read_fields(said)
    if faults:
        raise InputError("; ".join(fault.replace('"', "") for fault in faults))
    return given


def _files(sent: Sequence[UploadFile]) -> tuple[list[Handed], list[Skipped]]:
    """The reports among the files with their sidecars, and the files that are none, with why."""
    if len(sent) > MOST_FILES:
        raise InputError(f"{len(sent)} files were sent; {MOST_FILES} are taken at once. Send the rest later.")
    names = different_names(plain_name(one.filename or "", at) for at, one in enumerate(sent, start=1))
    sidecars = {name: one for name, one in zip(names, sent, strict=True) if is_sidecar(name)}
    used: set[str] = set()
    handed, refused = [], []
    for name, one in zip(names, sent, strict=True):
        if name in sidecars:
            continue
        beside = sidecar_of(name, sidecars)
        used |= {beside} if beside else set()
        stream = sidecars[beside].file if beside else None
        if stream is not None:
            stream.seek(0)
        handed.append(Handed(kind="file", name=name, stream=one.file, sidecar=_copy(stream)))
    for name in sidecars:
        if name not in used:
            refused.append(Skipped(locator=name, reason="is metadata, but no report was given beside it"))
    return handed, refused


def _copy(stream: Any) -> io.BytesIO | None:
    """A sidecar's bytes: one may belong to several reports, and each reads it from the beginning."""
    return None if stream is None else io.BytesIO(stream.read())


def _text(text: str) -> Iterator[Handed]:
    if text:
        raw = text.encode("utf-8", "replace")
        looks = text[:500].lower()
        ending = "html" if looks.startswith(("<!doctype html", "<html")) else "txt"
        # Named by what it says, so that the same text pasted again is the same report.
        name = f"pasted-{hashlib.sha256(raw).hexdigest()[:8]}.{ending}"
        yield Handed(kind="text", name=name, stream=io.BytesIO(raw))


def _addresses(text: str) -> Iterator[Handed]:
    said = list(dict.fromkeys(text.split()))
    if len(said) > MOST_ADDRESSES:
        raise InputError(f"{len(said)} addresses were given; {MOST_ADDRESSES} are fetched at once.")
    for address in said:
        if not is_url(address) or len(address) > LONGEST_ADDRESS:
            raise InputError(
                f"{one_line(address)[:80]!r} is no web address. Write it with https:// before it, one a line."
            )
        yield Handed(kind="url", name=one_line(address))


def show_job(visit: Visit) -> Shown:
    """How far a job is; once it is done, what came in and what it changed."""
    job = visit.tasks.inbox.job(visit.path["job_id"])
    if job is None:
        raise NotFoundError("There is no such job; only the latest are kept. What was added is in the case.")
    told = _summary(visit, job)
    outcome = visit.tasks.inbox.outcome(job.id)
    return Shown(
        template="job.html.j2",
        data={"job": told, "outcome": outcome, "given": _said(job.given)},
        drawn={"known_reports": visit.snapshot.reports, "is_over": told["state"] in ("done", "failed")},
    )


def _said(given: GivenMetadata) -> dict[str, str]:
    return {name: said for name in FIELDS if (said := getattr(given, name)) is not None}


_NO_STEP: dict[str, Any] = {"what": "", "count": 0, "of": None, "name": ""}


def _summary(visit: Visit, job: Job) -> dict[str, Any]:
    """A job in a list: who gave what, and how far it is."""
    task = visit.tasks.of_job(job.id)
    outcome = visit.tasks.inbox.outcome(job.id)
    state = "done" if outcome is not None else task.state if task is not None else "left"
    return {
        "id": job.id,
        "by": job.by,
        "inputs": [{"kind": one.kind, "name": one.name} for one in job.inputs],
        # Its outcome is written a moment before the task counts as done.
        "state": "running" if state == "done" and outcome is None else state,
        "step": _NO_STEP | (dict(task.step) if task is not None and outcome is None else {}),
        "ahead": visit.tasks.adding.ahead_of(task) if task is not None and outcome is None else 0,
        "trouble": task.trouble if task is not None and outcome is None else "",
        "reports": len(outcome["reports"]) if outcome else 0,
        "new": sum(one["state"] == "new" for one in outcome["reports"]) if outcome else 0,
        "skipped": len(outcome["skipped"]) if outcome else 0,
    }
