"""Who decides in this browser: a name that signs what is decided, not an account."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from rashomon.workbench.going import safe_back
from rashomon.workbench.guards import PERSON
from rashomon.workbench.visits import MOST_NAME, Form, Visit

_YEAR = 365 * 24 * 3600


def call_me(visit: Visit, form: Form) -> Response:  # noqa: ARG001 - the shape of every action
    """Remember the visitor's name in the browser."""
    answer = RedirectResponse(safe_back(form.text("back")), status_code=303)
    name = " ".join(form.text("name").split())[:MOST_NAME]
    answer.set_cookie(PERSON, quote(name), max_age=_YEAR, httponly=True, samesite="strict")
    return answer
