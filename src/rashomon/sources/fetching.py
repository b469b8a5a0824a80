"""A web address fetched: only when a user gives one, never from a private host unless told to."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.error
import urllib.parse
import urllib.request
from email.message import Message
from typing import IO

from rashomon.errors import ReportError
from rashomon.model.base import value
from rashomon.sources.assembling import LoadOptions

_AGENT = "Rashomon (conflict report reader)"


@value
class Fetched:
    """The bytes at an address, where they were found at last, their kind and character set."""

    raw: bytes
    url: str
    content_type: str
    charset: str | None


def fetch(url: str, options: LoadOptions) -> Fetched:
    """What stands at an address. Raises `ReportError` where it cannot or must not be read."""
    _check(url, options)
    opener = urllib.request.build_opener(_CheckedRedirects(options))
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT})  # noqa: S310  checked above
    limit = options.limits.max_bytes
    try:
        with opener.open(request, timeout=options.limits.timeout) as answer:
            raw = answer.read(limit + 1)
            kind, charset = answer.headers.get_content_type(), answer.headers.get_content_charset()
            final = answer.geturl()
    except (urllib.error.URLError, OSError, http.client.HTTPException, ValueError) as error:
        raise ReportError(f"could not be fetched ({' '.join(str(error).split())[:120]})") from error
    if len(raw) > limit:
        raise ReportError(f"is larger than {limit:,} bytes, the limit for one input")
    return Fetched(raw=raw, url=final, content_type=kind, charset=charset)


def _check(url: str, options: LoadOptions) -> None:
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ReportError("is not an http or https address")
    if options.allow_private:
        return
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(parts.hostname, parts.port or 443)}
    except (OSError, UnicodeError) as error:
        raise ReportError(f"has no address: {parts.hostname[:100]} is unknown here") from error
    for address in found:
        if not ipaddress.ip_address(str(address).split("%")[0]).is_global:
            raise ReportError(f"leads to a private address ({parts.hostname[:100]}); it was not fetched")


class _CheckedRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only where its target could have been given."""

    def __init__(self, options: LoadOptions) -> None:
        self._options = options

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        _check(newurl, self._options)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
