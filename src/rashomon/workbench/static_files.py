"""The workbench's own files: a fixed list made at the start, so that no name in a request reaches the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "png": "image/png",
    "svg": "image/svg+xml",
}


@cache
def _contents() -> dict[str, tuple[bytes, str, str]]:
    """Name → bytes, content type, tag."""
    held = {"page.css": (files("rashomon.writing.page") / "templates" / "page.css").read_bytes()}
    held |= dict(_walk(files("rashomon.workbench") / "static", ""))
    return {
        name: (raw, _TYPES[name.rpartition(".")[2]], f'"{hashlib.sha256(raw).hexdigest()[:20]}"')
        for name, raw in held.items()
    }


def _walk(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _walk(one, f"{above}{one.name}/")
        elif one.name.rpartition(".")[2] in _TYPES:
            yield f"{above}{one.name}", one.read_bytes()


def give_file(request: Request) -> Response:
    """One of our own files."""
    found = _contents().get(request.path_params["name"])
    if found is None:
        return PlainTextResponse("There is no such file.", status_code=404)
    raw, kind, tag = found
    # Asked again each time, answered from the tag: a new version is never hidden by an old copy.
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(raw, media_type=kind, headers=headers)
