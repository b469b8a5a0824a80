"""What stands before every request: who may ask, how much may be sent, what a browser may do with the answer.

A page from elsewhere may make the visitor's browser send requests here. So the Host has to be one of ours
(a foreign name that leads to this machine is refused), what changes something has to come from our own pages
(Origin, SameSite cookie and a token in the form), and no answer may be framed or run anything but our files.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.workbench.settings import Settings

SESSION = "rashomon_session"
ADMITTED = "rashomon_token"
PERSON = "rashomon_person"
SAFE = frozenset({"GET", "HEAD"})
_LOCAL = ("localhost", "127.0.0.1", "[::1]")
_FORM_BYTES = 2_000_000
"""A request that brings no file; a decision over thousands of claims is a tenth of it."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Nothing to elsewhere; "no-referrer" would make browsers send our own forms with the origin "null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guards:
    """The one middleware. ``secret`` ties the token of a form to the visitor's session."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._secret = secrets.token_bytes(32)
        own = (f"[{settings.host}]" if ":" in settings.host else settings.host).lower()
        self._hosts = frozenset((*_LOCAL, own, *(host.lower() for host in settings.hosts)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the visitor's session and a bounded body."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookies = _cookies(headers)
        session = cookies.get(SESSION) or ""
        is_new = len(session) != _SESSION_LENGTH or not session.isalnum()
        if is_new:
            session = secrets.token_hex(_SESSION_LENGTH // 2)
        scope["state"] = {**scope.get("state", {}), "csrf": self.form_token(session), "cookies": cookies}
        answer = _Answer(send, session if is_new else None)
        refusal = self._refuse(scope, headers, cookies)
        if refusal is not None:
            await refusal(scope, receive, answer)
            return
        await self._app(scope, _Bounded(receive, self._most(scope)), answer)

    def form_token(self, session: str) -> str:
        """What a form of this session has to bring along."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()

    def _most(self, scope: Scope) -> int:
        return self._settings.max_upload if scope["path"] in _TAKES_FILES else _FORM_BYTES

    def _refuse(self, scope: Scope, headers: Headers, cookies: dict[str, str]) -> Response | None:
        host = headers.get("host", "").lower()
        if _without_port(host) not in self._hosts:
            return _no(400, "This workbench is not called by that name. Open it by the address it printed.")
        if scope["method"] not in (*SAFE, "POST"):
            return _no(405, "Only GET, HEAD and POST are answered.")
        if scope["method"] == "POST" and not _is_own(headers):
            return _no(403, "This was sent by a page from elsewhere, so it was not done.")
        announced = headers.get("content-length", "0")
        # A number of a thousand digits is too much too, and no number to a computer.
        if not announced.isdecimal() or len(announced) > 18 or int(announced) > self._most(scope):
            return _no(413, f"More than {self._most(scope):,} bytes at once are not taken.")
        return self._check_token(scope, cookies)

    def _check_token(self, scope: Scope, cookies: dict[str, str]) -> Response | None:
        """None where no token is asked for or the visitor has shown it; the token never stays in an address."""
        token = self._settings.token
        if token is None or _is_equal(cookies.get(ADMITTED, ""), token):
            return None
        query = parse_qsl(scope["query_string"].decode("ascii", "replace"))
        if scope["method"] in SAFE and _is_equal(dict(query).get("token", ""), token):
            rest = urlencode([(name, text) for name, text in query if name != "token"])
            back = RedirectResponse(f"{_own_path(scope['path'])}{'?' if rest else ''}{rest}", status_code=303)
            back.set_cookie(ADMITTED, token, httponly=True, samesite="strict")
            return back
        return _no(
            401, "This case is shared with a token. Open the whole address that rashomon serve printed."
        )


_SESSION_LENGTH = 32
_TAKES_FILES = frozenset({"/add", "/audit", "/history/import"})


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isascii() and port.isdigit() else host


def _own_path(path: str) -> str:
    """A path of ours; ``//host`` would be another's address."""
    return "/" + path.lstrip("/\\")


def _is_equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _is_own(headers: Headers) -> bool:
    """False where the browser says that another site's page sent this."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")


def _cookies(headers: Headers) -> dict[str, str]:
    jar = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: one.value for name, one in jar.items()}


def _no(status: int, words: str) -> Response:
    return PlainTextResponse(words + "\n", status_code=status)


class _Answer:
    """Puts our headers on every answer, refusals and errors included."""

    def __init__(self, send: Send, session: str | None) -> None:
        self._send = send
        self._session = session

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, said in _HEADERS.items():
                headers[name] = said
            if "cache-control" not in headers:
                headers["Cache-Control"] = "no-store"
            if self._session is not None:
                headers.append("Set-Cookie", f"{SESSION}={self._session}; Path=/; HttpOnly; SameSite=Strict")
        await self._send(message)


class TooMuchError(Exception):
    """More was sent than is taken; the length was not announced, or wrongly."""


class _Bounded:
    """Counts what comes in, whatever its announced length."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most

    async def __call__(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                raise TooMuchError
        return message
