"""What a program may ask of the workbench: its JSON addresses described as OpenAPI, made from the table of views.

Only what is looked at is described. Decisions are forms of our own pages: they bring a token that a page was
given, and are answered with where to go next.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rashomon import __version__
from rashomon.codebook.policies import POLICIES
from rashomon.pipeline import DEFAULT_POLICY
from rashomon.workbench.routes import VIEWS

_NAMED = re.compile(r"\{(\w+)(?::path)?\}")
_FIELDS: dict[str, tuple[str, dict[str, Any]]] = {
    "policy": (
        "The rules for figures.",
        {"type": "string", "enum": list(POLICIES), "default": DEFAULT_POLICY},
    ),
    "as_of": ("Only what was published until this day: 2018-04-05, 2018-04 or 2018.", {"type": "string"}),
    "page": ("Which page of a list, from 1.", {"type": "integer", "minimum": 1, "default": 1}),
    "q": ("Words to look for.", {"type": "string"}),
    "from": ("First day.", {"type": "string"}),
    "to": ("Last day.", {"type": "string"}),
    "sort": ("The order of a list.", {"type": "string"}),
    "facet": ("Only claims of this facet.", {"type": "string"}),
    "state": ("Only what is in this state of review.", {"type": "string"}),
    "actor": ("Only what speaks of this actor, by id.", {"type": "string"}),
    "place": ("Only what speaks of this place.", {"type": "string"}),
    "event": ("Only what belongs to this event, by id.", {"type": "string"}),
    "report": ("Only what stands in this report, by id.", {"type": "string"}),
    "claim": ("The claim to be shown first, by id.", {"type": "string"}),
    "left": ("The first of two things compared, by id.", {"type": "string"}),
    "right": ("The second of two things compared, by id.", {"type": "string"}),
    "order": ("Upwards or downwards.", {"type": "string"}),
    "show": ("Which part of a list.", {"type": "string"}),
    "mark": ("Only reports with this mark.", {"type": "string"}),
    "kind": ("Only what is of this kind.", {"type": "string"}),
    "category": ("Only actors of this category.", {"type": "string"}),
    "country": ("Only what lies in this country.", {"type": "string"}),
    "outlet": ("Only reports of this outlet.", {"type": "string"}),
    "language": ("Only reports in this language, two letters.", {"type": "string"}),
    "role": ("Only sources in this role.", {"type": "string"}),
    "graded": ("Only sources that somebody graded, or nobody did.", {"type": "string"}),
    "words": ("A name as written.", {"type": "string"}),
    "as": ("The form of what is shown.", {"type": "string"}),
    "names": ("Whether private persons are named.", {"type": "string"}),
}
"""Fields of the query: what each means, its type. A view passes over those it has no use for."""

_TROUBLE = {
    "type": "object",
    "required": ["status", "message"],
    "properties": {"status": {"type": "integer"}, "message": {"type": "string"}},
}


@cache
def describe() -> dict[str, Any]:
    """The description as OpenAPI 3.1; the same for every case."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rashomon workbench",
            "version": __version__,
            "description": "One case, as its pages show it. The same addresses without .json are the pages.",
        },
        "paths": {
            _NAMED.sub(r"{\1}", f"{view}.json"): {"get": _describe_view(view, where)}
            for view, where in VIEWS.items()
        },
        "components": {"schemas": {"Trouble": _TROUBLE}},
    }


def _describe_view(view: str, where: str) -> dict[str, Any]:
    named = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _NAMED.findall(view)
    ]
    asked = [
        {"name": name, "in": "query", "required": False, "description": words, "schema": schema}
        for name, (words, schema) in _FIELDS.items()
    ]
    trouble = {"application/json": {"schema": {"$ref": "#/components/schemas/Trouble"}}}
    return {
        "operationId": where.rpartition(":")[2],
        "parameters": [*named, *asked],
        "responses": {
            "200": {
                "description": "The view.",
                "content": {"application/json": {"schema": {"type": "object"}}},
            },
            "400": {"description": "The request cannot be understood.", "content": trouble},
            "404": {"description": "There is no such thing.", "content": trouble},
            "422": {"description": "Something asked for cannot be meant.", "content": trouble},
        },
    }


def give_description(_: Request) -> Response:
    """``/openapi.json``."""
    return JSONResponse(describe())
