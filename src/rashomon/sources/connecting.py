"""A connection to one address that was checked, with an end to how long its answer may take.

The standard library would look the host's name up again when it connects; a name server that answers
differently the second time would lead inside. Here the name only says who is meant (``Host``, certificate);
where the bytes go is the address itself.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typing_extensions import Buffer


class Deadline:
    """A moment after which nothing more is waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds until then; TimeoutError where it has passed."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class PinnedConnection(http.client.HTTPConnection):
    """An HTTP or HTTPS connection to an address, speaking to the host of a name."""

    def __init__(
        self, address: str, host: str, port: int, *, tls: ssl.SSLContext | None, deadline: Deadline
    ) -> None:
        # http.client writes Host from these and leaves the port out where it is the scheme's usual one.
        self.default_port = 443 if tls else 80
        super().__init__(host, port)
        self._address = address
        self._server = host
        self._tls = tls
        self._deadline = deadline

    def connect(self) -> None:
        """Connect to the address, never to what the name may mean by now."""
        plain = socket.create_connection((self._address, self.port), timeout=self._deadline.left())
        try:
            plain.settimeout(self._deadline.left())
            found = self._tls.wrap_socket(plain, server_hostname=self._server) if self._tls else plain
        except BaseException:
            plain.close()
            raise
        self.sock = cast("socket.socket", _Timed(found, self._deadline))


class _Timed:
    """What an HTTP connection needs of a socket, each wait ending with the deadline of the whole.

    A socket's own timeout begins anew with each byte: an answer that drips would hold us for days.
    """

    def __init__(self, inner: socket.socket, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        self._inner.settimeout(self._deadline.left())
        self._inner.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        # Unbuffered below, so that the connection may close its side while the answer is still read.
        return io.BufferedReader(_TimedReader(self._inner, self._deadline))

    def close(self) -> None:
        self._inner.close()


class _TimedReader(io.RawIOBase):
    def __init__(self, inner: socket.socket, deadline: Deadline) -> None:
        self._inner = inner
        self._raw = inner.makefile("rb", buffering=0)
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int | None:
        self._inner.settimeout(self._deadline.left())
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()
