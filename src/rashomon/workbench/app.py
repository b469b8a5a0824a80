"""The workbench as an application: its addresses, and how a request becomes an answer.

Each view is a function of a `Visit` that gives a `Shown`; each action a function of a `Visit` and a `Form`
that gives the address to go to next. A view is found at its address, and as JSON at the same address with
``.json``.
"""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from importlib import import_module
from typing import Any, TypeAlias

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from rashomon.errors import OvertakenError, RashomonError
from rashomon.workbench.consequences import Consequences
from rashomon.workbench.deciding import show_conflict
from rashomon.workbench.guards import Guards, TooMuchError
from rashomon.workbench.live import LiveCase
from rashomon.workbench.openapi import give_description
from rashomon.workbench.routes import ACTIONS, FILES, LISTS, VIEWS
from rashomon.workbench.settings import Settings
from rashomon.workbench.showing import Shown, as_json, as_page
from rashomon.workbench.snapshot import Snapshot
from rashomon.workbench.static_files import give_file
from rashomon.workbench.tasks import Tasks
from rashomon.workbench.visits import Form, NotFoundError, Visit

View: TypeAlias = Callable[[Visit], Shown]
Action: TypeAlias = Callable[[Visit, Form], "Shown | str | Response"]
Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]

_log = logging.getLogger(__name__)

MOST_FIELDS = 5_000
MOST_FIELD_BYTES = 20_000_000
"""Of one field: a pasted report or article."""


def make_app(live: LiveCase, settings: Settings, tasks: Tasks) -> ASGIApp:
    """The application for an open case, behind its guards; ``tasks`` is the work beside its pages."""
    routes = [
        Route("/", _go_to_events),
        Route("/static/{name:path}", give_file),
        Route("/openapi.json", give_description),
    ]
    for path, where in VIEWS.items():
        view = _load(where)
        routes += [
            Route(f"{path}.json", _give_answer(partial(_json, view))),
            Route(path, _give_answer(partial(_page, view))),
        ]
    routes += [Route(path, _give_answer(_load(where))) for path, where in FILES.items()]
    routes += [Route(path, _do(_load(where)), methods=["POST"]) for path, where in ACTIONS.items()]
    app = Starlette(
        routes=routes,
        exception_handlers={
            NotFoundError: _tell_trouble,
            RashomonError: _tell_trouble,
            HTTPException: _tell_trouble,
            TooMuchError: _tell_trouble,
            500: _tell_trouble,
        },
    )
    app.state.live, app.state.settings, app.state.tasks = live, settings, tasks
    app.state.consequences = Consequences()
    live.lists = [partial(_look_up, app, path) for path in LISTS]
    # Around everything, so that an error's page has the guards' headers too.
    return Guards(app, settings)


def _look_up(app: Starlette, path: str, snapshot: Snapshot) -> None:
    """Have a list look up in a snapshot what it will need."""
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": [], "app": app}
    visit = _visit(Request(scope | {"state": {"cookies": {}, "csrf": ""}}))
    visit.snapshot = snapshot
    try:
        _load(VIEWS[path])(visit)
    except Exception:  # whoever asks for that list is told of it then
        _log.exception("%s could not be looked at beforehand", path)


def _go_to_events(_: Request) -> Response:
    return RedirectResponse("/events", status_code=303)


def _load(where: str) -> Any:
    module, _, name = where.partition(":")
    return getattr(import_module(f"rashomon.workbench.pages.{module}"), name)


def _visit(request: Request) -> Visit:
    return Visit(request, request.app.state.live, request.app.state.settings)


def _page(view: View, visit: Visit) -> Response:
    shown = view(visit)
    return HTMLResponse(as_page(shown, visit.frame()), status_code=shown.status)


def _json(view: View, visit: Visit) -> Response:
    shown = view(visit)
    return Response(as_json(shown), status_code=shown.status, media_type="application/json")


def _give_answer(give: Callable[[Visit], Response]) -> Endpoint:
    async def answer(request: Request) -> Response:
        return await run_in_threadpool(give, _visit(request))

    return answer


def _do(action: Action) -> Endpoint:
    async def answer(request: Request) -> Response:
        async with request.form(
            max_files=1000, max_fields=MOST_FIELDS, max_part_size=MOST_FIELD_BYTES
        ) as data:
            form = Form(data)
            if not hmac.compare_digest(form.text("csrf").encode(), request.state.csrf.encode()):
                raise HTTPException(403, _OLD_PAGE)
            return await run_in_threadpool(_act, action, _visit(request), form)

    return answer


_OLD_PAGE = (
    "This page was opened before the workbench was started anew, so nothing was done. "
    "Go back, reload the page, and send it again."
)


def _act(action: Action, visit: Visit, form: Form) -> Response:
    done: Shown | str | Response
    try:
        done = action(visit, form)
    except OvertakenError as error:
        done = show_conflict(visit, form, error)
    if isinstance(done, Response):
        return done
    if isinstance(done, Shown):
        return HTMLResponse(as_page(done, visit.frame()), status_code=done.status)
    return RedirectResponse(done, status_code=303)


def _tell_trouble(request: Request, error: Exception) -> Response:
    """What went wrong and what to do next, as a page or as JSON, whichever was asked for."""
    status, words = _words_of(error)
    shown = Shown(template="trouble.html.j2", data={"status": status, "message": words}, status=status)
    if request.url.path.endswith(".json"):
        return Response(as_json(shown), status_code=status, media_type="application/json")
    return HTMLResponse(as_page(shown, _visit(request).frame()), status_code=status)


def _words_of(error: Exception) -> tuple[int, str]:
    match error:
        case NotFoundError():
            return 404, str(error)
        case TooMuchError():
            return 413, "More was sent than is taken at once."
        case HTTPException():
            return error.status_code, error.detail
        case RashomonError():
            return 422, str(error)
    return 500, "This is an error of the workbench's own. Nothing that was decided is lost; please report it."
