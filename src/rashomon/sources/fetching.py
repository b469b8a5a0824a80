"""A web address fetched: only when a user gives one, never from a private host unless told to.

Each host is looked up once, all its addresses are checked, and the connection goes to one of those very
addresses; a redirect is treated as an address that was given. Time, size and redirects have an end.
"""

from __future__ import annotations

import http.client
import re
import ssl
import urllib.parse
import urllib.request
import zlib
from collections.abc import Callable, Sequence

from rashomon.errors import ReportError
from rashomon.model.base import value
from rashomon.sources.addresses import Resolve, is_public, look_up
from rashomon.sources.assembling import LoadOptions
from rashomon.sources.connecting import Deadline, PinnedConnection

_AGENT = "Rashomon (conflict report reader)"
_REDIRECTS = (301, 302, 303, 307, 308)
_BLOCK = 65_536
_UNPRINTED = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")
_KEPT_IN_PATHS = "/%:=&?~#+!$,;'@()*[]"
"""What stands in the path or query of an address as it is; all else beyond ASCII letters is percent-encoded."""


@value
class Fetched:
    """The bytes at an address, where they were found at last, their kind ("" = not said) and character set."""

    raw: bytes
    url: str
    content_type: str
    charset: str | None


@value
class Target:
    """What one request goes to: host as ASCII, port, path with its query."""

    url: str
    secure: bool
    host: str
    port: int
    path: str


@value
class Ways:
    """How hosts are looked up, which addresses may be gone to, which certificates are believed.

    ``tls`` None stands for those that the system believes.
    """

    resolve: Resolve = look_up
    may_go_to: Callable[[str], bool] = is_public
    tls: ssl.SSLContext | None = None


_USUAL = Ways()


def fetch(url: str, options: LoadOptions, *, ways: Ways = _USUAL) -> Fetched:
    """What stands at an address. Raises `ReportError` where it cannot or must not be read."""
    deadline = Deadline(options.limits.timeout)
    try:
        for _ in range(options.limits.max_redirects + 1):
            target = _target(url)
            _refuse_proxy(target)
            addresses = _checked_addresses(target, options, ways)
            context = (ways.tls or ssl.create_default_context()) if target.secure else None
            with _ask(target, addresses, context, deadline) as answer:
                onward = _redirect(target, answer)
                if onward is None:
                    return _take(target, answer, options.limits.max_bytes)
                url = onward
    except TimeoutError as error:
        seconds = f"{options.limits.timeout:g} seconds"
        raise ReportError(f"could not be fetched (no whole answer within {seconds})") from error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise ReportError(f"could not be fetched ({_brief(error)})") from error
    raise ReportError(f"leads from one address to another more than {options.limits.max_redirects} times")


# --- who is asked


def _target(url: str) -> Target:
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ReportError("is not an http or https address")
    if parts.username is not None or parts.password is not None:
        raise ReportError("holds a user name or a password; give the address without them")
    if _UNPRINTED.search(parts.netloc):
        raise ReportError("is not an http or https address")
    secure = parts.scheme == "https"
    path = urllib.parse.quote(parts.path or "/", safe=_KEPT_IN_PATHS)
    query = urllib.parse.quote(parts.query, safe=_KEPT_IN_PATHS)
    return Target(
        url=urllib.parse.urldefrag(url).url,
        secure=secure,
        host=parts.hostname if parts.hostname.isascii() else parts.hostname.encode("idna").decode("ascii"),
        port=parts.port if parts.port is not None else 443 if secure else 80,
        path=f"{path}?{query}" if query else path,
    )


def _refuse_proxy(target: Target) -> None:
    """Stop where the environment names a proxy for this address.

    A proxy would look the host up itself, out of our sight, so that nothing could be promised about where the
    request goes. To pass it by in silence would be as bad: whoever set it may rely on not being seen by the host.
    """
    scheme = "https" if target.secure else "http"
    proxies = urllib.request.getproxies_environment()
    if not (proxies.get(scheme) or proxies.get("all")):
        return
    if not urllib.request.proxy_bypass_environment(target.host, proxies):  # type: ignore[attr-defined]
        raise ReportError(
            f"was not fetched: {scheme}_proxy is set, and through a proxy nobody can check where a request goes. "
            f"Save the page and add the file, or name the host in no_proxy ({target.host[:100]})"
        )


def _checked_addresses(target: Target, options: LoadOptions, ways: Ways) -> Sequence[str]:
    try:
        found = ways.resolve(target.host, target.port)
    except (OSError, UnicodeError) as error:
        raise ReportError(f"has no address: {target.host[:100]} is unknown here") from error
    if not found:
        raise ReportError(f"has no address: {target.host[:100]} is unknown here")
    # One private address among public ones is no accident either.
    if not options.allow_private and not all(ways.may_go_to(address) for address in found):
        raise ReportError(f"leads to a private address ({target.host[:100]}); it was not fetched")
    return found


# --- what is answered


class _Answer:
    """An answer and the connection it comes over, which ends with it."""

    def __init__(self, connection: PinnedConnection, response: http.client.HTTPResponse) -> None:
        self.connection, self.response = connection, response

    def __enter__(self) -> http.client.HTTPResponse:
        return self.response

    def __exit__(self, *_: object) -> None:
        self.response.close()
        self.connection.close()


def _ask(target: Target, addresses: Sequence[str], tls: ssl.SSLContext | None, deadline: Deadline) -> _Answer:
    """The answer of the first of the addresses that takes a connection."""
    failure: OSError | None = None
    for address in addresses:
        connection = PinnedConnection(address, target.host, target.port, tls=tls, deadline=deadline)
        try:
            connection.connect()
        except OSError as error:
            failure = failure or error
            continue
        # Packed answers are not asked for: identity is what costs neither side anything it did not see.
        headers = {
            "User-Agent": _AGENT,
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        try:
            connection.request("GET", target.path, headers=headers)
            return _Answer(connection, connection.getresponse())
        except BaseException:
            connection.close()
            raise
    raise failure or OSError("no address")


def _redirect(target: Target, answer: http.client.HTTPResponse) -> str | None:
    """Where the answer sends on to; None for one that holds a page. ReportError for a refusal."""
    if answer.status in _REDIRECTS:
        location = answer.headers.get("Location", "")
        if not location.strip():
            raise ReportError(f"could not be fetched (HTTP {answer.status} that leads nowhere)")
        # Headers come as Latin-1, addresses in them as UTF-8.
        said = location.strip().encode("latin-1", "replace").decode("utf-8", "replace")
        return urllib.parse.urljoin(target.url, said)
    if answer.status not in (200, 203):
        raise ReportError(
            f"could not be fetched (HTTP {answer.status} {_brief(answer.reason)})".replace(" )", ")")
        )
    return None


def _take(target: Target, answer: http.client.HTTPResponse, limit: int) -> Fetched:
    packing = answer.headers.get("Content-Encoding", "").strip().lower()
    if packing in ("", "identity"):
        unpack = None
    elif packing in ("gzip", "x-gzip", "deflate"):
        unpack = zlib.decompressobj(wbits=47)
    else:
        raise ReportError(
            f"could not be fetched (it is packed as {_brief(packing)}, which was not asked for)"
        )
    raw = bytearray()
    while block := answer.read(_BLOCK):
        # An honest server sends no more packed than unpacked; nothing is unpacked beyond the limit.
        raw += unpack.decompress(block, limit + 1 - len(raw)) if unpack else block
        if len(raw) > limit:
            raise ReportError(f"is larger than {limit:,} bytes, the limit for one input")
    if answer.length:
        raise ReportError(
            f"could not be fetched (the answer broke off {answer.length:,} bytes before its end)"
        )
    if unpack and not unpack.eof:
        raise ReportError("could not be fetched (the packed answer broke off before its end)")
    said = answer.headers.get("Content-Type")
    return Fetched(
        raw=bytes(raw),
        url=target.url,
        content_type=answer.headers.get_content_type() if said else "",
        charset=answer.headers.get_content_charset(),
    )


def _brief(error: object) -> str:
    return " ".join(str(error).split())[:120]
