"""The workbench on a port of this machine, until whoever started it stops it."""

from __future__ import annotations

import secrets
import socket
import sys
from collections.abc import Callable
from dataclasses import replace

from rashomon.errors import InputError
from rashomon.workbench.live import LiveCase
from rashomon.workbench.settings import LOOPBACK, USUAL_PORT, Settings
from rashomon.workbench.tasks import Tasks

SWITCH = 0.0005
"""Seconds after which a thread that computes lets another go on. Python's usual 0.005 makes short answers wait for the
renewal: twenty short turns beside a thread that computes took 165 ms in the median, with this 22 ms."""
GRACE = 3
"""Seconds that answers under way have left once the workbench is stopped."""


def serve(
    settings: Settings, tell: Callable[[str], None], progress: Callable[[str], None] = lambda _: None
) -> None:
    """Open the case and answer until stopped; ``tell`` is given the address once it answers.

    ``progress`` is told in words how far the opening is.
    """
    import uvicorn

    from rashomon.workbench.app import make_app

    settings = _with_token(settings)
    sys.setswitchinterval(SWITCH)
    with _listen(settings) as listening:
        live = LiveCase(settings.case, tell=progress)
        tasks = Tasks(live, settings)
        try:
            tasks.start()
            server = uvicorn.Server(
                uvicorn.Config(
                    make_app(live, settings, tasks),
                    log_level="warning",
                    access_log=False,
                    server_header=False,
                    timeout_graceful_shutdown=GRACE,
                )
            )
            tell(address_of(settings, listening.getsockname()[1]))
            server.run(sockets=[listening])
        finally:
            tasks.close()
            live.close()


def address_of(settings: Settings, port: int) -> str:
    """Where the workbench is opened, with its token where one is asked for."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    token = f"/?token={settings.token}" if settings.token else "/"
    return f"http://{host}:{port}{token}"


def _with_token(settings: Settings) -> Settings:
    """A token made up where others could reach the case and none was given."""
    if settings.token or settings.host in (LOOPBACK, "::1", "localhost"):
        return settings
    return replace(settings, token=secrets.token_urlsafe(24))


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        # At once, so that whoever is told the address finds somebody there.
        listening.listen(2048)
    except OSError as error:
        listening.close()
        if settings.port == USUAL_PORT and settings.host == LOOPBACK:
            # The usual port is a convenience; a second case beside the first takes any other.
            return _listen(replace(settings, port=0))
        raise InputError(
            f"{settings.host}:{settings.port}: cannot be listened on ({error.strerror}). "
            "Name another with --port, or --port 0 for any that is free."
        ) from error
    return listening
