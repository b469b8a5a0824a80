"""Where an action leads to: only ever to an address of ours."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit


def safe_back(said: str, **changes: str) -> str:
    """The page a form was sent from, with fields of its query set; the list of events where it is none of ours."""
    parts = urlsplit(said)
    path = parts.path
    if parts.scheme or parts.netloc or not path.startswith("/") or path.startswith(("//", "/\\")):
        path = "/events"
    kept = [(name, text) for name, text in parse_qsl(parts.query) if name not in changes]
    query = urlencode([*kept, *changes.items()])
    return f"{path}?{query}" if query else path
