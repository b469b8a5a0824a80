"""Files to take away, and what each of them leaves out."""

from __future__ import annotations

import re
from typing import Any, get_args
from urllib.parse import urlencode

from starlette.responses import FileResponse, RedirectResponse, Response

from rashomon.errors import InputError
from rashomon.pipeline import DEFAULT_POLICY, check_as_of, check_policy
from rashomon.workbench.downloads import Download, path_of
from rashomon.workbench.exporting import OFFERS, Offer, Wanted
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import NotFoundError, Visit, case_name
from rashomon.writing.exports import FORMATS, policy_for
from rashomon.writing.exports.exported import InterStyle

MOST_EVENTS = 200
"""Events that are offered to choose from; of more, one is named by its id."""
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def show_downloads(visit: Visit) -> Shown:
    """All that can be taken away, under the policy, day and event that were chosen."""
    rows = [_row(visit, name) for name in OFFERS]
    events = visit.lens.events
    return Shown(
        template="downloads.html.j2",
        data={"chosen": _chosen(visit), "files": rows},
        drawn={
            "events": [(event.id, event.title) for event in events] if len(events) <= MOST_EVENTS else [],
            "groups": (
                ("format", "Formats of the field"),
                ("case", "The whole case"),
                ("event", "One event"),
            ),
        },
    )


def show_download(visit: Visit) -> Shown:
    """One file: made or being made, what it holds and what it leaves out."""
    wanted = read_wanted(visit, visit.path["name"])
    download = visit.tasks.downloads.ask(wanted, visit.snapshot)
    result = download.result
    query = _query(visit)
    files = [
        {
            "ending": one["ending"],
            "bytes": one["bytes"],
            "href": f"/download/{wanted.name}?{urlencode(query | {'number': one['number']})}",
            "name": _file_name(visit, wanted, one["ending"]),
        }
        for one in (result or {}).get("files", [])
    ]
    return Shown(
        template="download.html.j2",
        data={
            "name": wanted.name,
            "label": OFFERS[wanted.name].label,
            "chosen": _chosen(visit) | {"policy": wanted.policy},
            "is_made": result is not None,
            "trouble": download.trouble,
            "files": files,
            "losses": (result or {}).get("losses", []),
            "is_partial": (result or {}).get("partial", False),
        },
        drawn={
            "is_over": result is not None or bool(download.trouble),
            "trouble_here": download.trouble,
            "all_address": f"/downloads?{urlencode(query)}",
            "is_of": OFFERS[wanted.name].of,
            "lines": {
                loss["kind"]: [_linked(line, visit) for line in loss["lines"]]
                for loss in (result or {}).get("losses", [])
            },
        },
    )


_ID = re.compile(r"\b([ec]_[0-9a-f]{16})\b")


def _linked(line: str, visit: Visit) -> list[tuple[str, str]]:
    """A line with the ids in it turned into links: words and address, "" where there is none."""
    parts = []
    for part in _ID.split(line):
        event = visit.lens.event(part) if part.startswith("e_") else None
        if event is not None:
            parts.append((event.title, f"/events/{event.id}"))
        elif part in visit.snapshot.claims:
            parts.append((part, f"/claims/{part}"))
        elif part:
            parts.append((part, ""))
    return parts


def give_download(visit: Visit) -> Response:
    """The file itself, or its page where it is not made yet."""
    wanted = read_wanted(visit, visit.path["name"])
    download: Download = visit.tasks.downloads.ask(wanted, visit.snapshot)
    if download.result is None:
        return RedirectResponse(f"/downloads/{wanted.name}?{urlencode(_query(visit))}", status_code=303)
    said = visit.asked("number", "0")
    path, ending = path_of(download, int(said) if said.isascii() and said.isdigit() and len(said) < 4 else 0)
    offer = OFFERS[wanted.name]
    media = offer.media if ending == offer.ending else "application/octet-stream"
    return FileResponse(path, media_type=media, filename=_file_name(visit, wanted, ending))


def read_wanted(visit: Visit, name: str) -> Wanted:
    """What the address asks for. Raises InputError or NotFoundError where there is no such thing."""
    if name not in OFFERS:
        raise NotFoundError(
            f"There is no download {name[:40]!r}. The page of downloads lists those there are."
        )
    check_as_of(visit.asked("as_of") or None)
    event = visit.asked("event") or None
    policy = _policy_of(name, visit.asked("policy"))
    wanted = Wanted(
        name=name,
        policy=policy,
        # Decisions are given as they are now: a case of an earlier day would hold fewer claims to hold them to.
        as_of=None if name == "decisions" else visit.asked("as_of") or None,
        event=event if OFFERS[name].of != "case" else None,
        names=visit.asked("names") == "yes",
        inter=_inter(visit),
        viewer=visit.person if name == "decisions" else "",
    )
    if wanted.event is not None and wanted.event not in visit.snapshot.linked_events:
        raise InputError(f"there is no event {wanted.event[:60]!r} now; its id stands in its page's address.")
    return wanted


def _policy_of(name: str, asked: str) -> str:
    """The policy asked for; the format's own where none is, or where it holds no other."""
    if asked:
        check_policy(asked)
    return policy_for(name, asked or None) if name in FORMATS else asked or DEFAULT_POLICY


def _inter(visit: Visit) -> InterStyle:
    return next((one for one in get_args(InterStyle) if one == visit.asked("inter")), "digits")


def _chosen(visit: Visit) -> dict[str, Any]:
    return {
        "policy": visit.asked("policy"),
        "as_of": visit.asked("as_of"),
        "event": visit.asked("event"),
        "names": visit.asked("names") == "yes",
        "inter": _inter(visit),
    }


def _query(visit: Visit) -> dict[str, str]:
    """What was chosen, as fields of an address."""
    chosen = {name: visit.asked(name) for name in ("policy", "as_of", "event", "names", "inter")}
    return {name: said for name, said in chosen.items() if said}


def _row(visit: Visit, name: str) -> dict[str, Any]:
    offer: Offer = OFFERS[name]
    cannot = ""
    losses = None
    try:
        wanted = read_wanted(visit, name)
    except InputError as error:
        cannot = str(error)
    else:
        held = visit.tasks.downloads.held(wanted, visit.snapshot)
        losses = held.result["losses"] if held is not None and held.result is not None else None
    query = urlencode(_query(visit))
    return {
        "name": name,
        "file": f"{called(name)}{offer.ending}",
        "label": offer.label,
        "of": offer.of,
        "is_whole": offer.is_whole,
        "ending": offer.ending,
        "policies": FORMATS[name].policies if name in FORMATS else (),
        "cannot": cannot,
        "href": f"/download/{name}?{query}" if query else f"/download/{name}",
        "about": f"/downloads/{name}?{query}" if query else f"/downloads/{name}",
        "losses": losses,
    }


def _file_name(visit: Visit, wanted: Wanted, ending: str) -> str:
    """What the file is called where it is saved: letters, digits and dashes, whatever the case is called."""
    case = _UNSAFE.sub("-", case_name(visit.live.path)).strip("-.")[:60] or "case"
    event = f"-{wanted.event}" if wanted.event else ""
    return f"{case}-{called(wanted.name)}{event}{ending}"


def called(name: str) -> str:
    """What a file is called: some formats have the name of their ending."""
    return {"csv": "claim-table", "geojson": "map", "jsonld": "graph", "page": "index"}.get(name, name)
