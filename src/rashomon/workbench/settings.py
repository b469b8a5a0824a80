"""What whoever opens the workbench may set."""

from __future__ import annotations

from pathlib import Path

from rashomon.model.base import value

LOOPBACK = "127.0.0.1"
USUAL_PORT = 8350


@value
class Settings:
    """Where the workbench listens, for whom, and what it takes.

    ``token`` is asked of every visitor where it is set; it has to be where ``host`` is not this machine's own.
    ``author`` signs decisions until a visitor gives a name. ``hosts``: names besides ``host`` under which it may
    be called. ``max_upload`` is in bytes, for all files of one request together.
    """

    case: Path
    host: str = LOOPBACK
    port: int = USUAL_PORT
    token: str | None = None
    author: str = ""
    hosts: tuple[str, ...] = ()
    allow_private: bool = False
    max_upload: int = 100_000_000
