"""What a page shows, as data: rendered as a page, or given as JSON at the same address with ``.json``."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from rashomon.model.base import value
from rashomon.model.codec import to_data
from rashomon.writing.page.templating import make_environment

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_PLACES = ("rashomon.workbench", "rashomon.writing.page")
"""Where templates lie, ours first: what an event looks like is written once, for the page and for here."""


@value
class Shown:
    """One view: its template, the data that is also its JSON form, and what only the page needs.

    ``data`` holds values, mappings, sequences and scalars. ``drawn`` is for the template alone: charts, maps,
    the wording of forms. ``status`` is the answer's, 200 unless something is wrong.
    """

    template: str
    data: Mapping[str, Any]
    drawn: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    status: int = 200


@cache
def environment() -> Environment:
    """The templates, everything in them escaped, nothing missing passed over."""
    made = make_environment(_template)
    made.filters["exact"] = exact
    made.filters["clock"] = clock
    return made


_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|\+00:00)?\Z")


def clock(when: str) -> str:
    """When something was decided, to the minute; as it is written where it is no ISO time in UTC.

    >>> clock("2026-03-04T05:06:07.891+00:00"), clock("2026-03-04T05:06:07+01:00")
    ('2026-03-04 05:06 UTC', '2026-03-04T05:06:07+01:00')
    """
    match = _INSTANT.match(when)
    return f"{match[1]} {match[2]}{' UTC' if match[3] else ''}" if match else when


def exact(words: str) -> Markup:
    """Words so that the browser holds the same characters: places in them are counted there too.

    A browser makes one line end of CR LF and leaves NUL out.
    """
    from markupsafe import Markup, escape

    return Markup(str(escape(words)).replace("\r", "&#13;").replace("\x00", "\ufffd"))  # noqa: S704 - escaped


def _template(name: str) -> str | None:
    for package in _PLACES:
        path = files(package) / "templates" / name
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None


def as_page(shown: Shown, frame: Mapping[str, Any]) -> str:
    """The view as HTML; ``frame`` is what stands around every page."""
    return environment().get_template(shown.template).render({**frame, **shown.drawn, **shown.data})


def as_json(shown: Shown) -> str:
    """The view's data as JSON."""
    return json.dumps(shown.data, ensure_ascii=False, default=_plain)


def _plain(thing: object) -> Any:
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        return to_data(thing)
    if isinstance(thing, Mapping):
        return dict(thing)
    if isinstance(thing, (set, frozenset)):
        return sorted(thing)
    if isinstance(thing, (tuple, list)):
        return list(thing)
    raise TypeError(f"{type(thing).__name__} has no JSON form")
