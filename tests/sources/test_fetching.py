"""Fetching from a server of our own on this machine, reached by names that only the tests know."""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from rashomon.errors import ReportError
from rashomon.sources import LoadLimits, LoadOptions
from rashomon.sources.fetching import Fetched, Ways, fetch

PAGE = b"<html><body><p>Seven died in the market of Tamsla.</p></body></html>"
OPTIONS = LoadOptions(allow_private=True, limits=LoadLimits(timeout=5, max_bytes=100_000))
HOST = "reports.example"


@pytest.fixture(autouse=True)
def no_proxy_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


class Site:
    """What a server answers by path, and what it was asked: host and path of each request."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {
            "/": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE)
        }
        self.asked: list[tuple[str, str]] = []
        self.headers: dict[str, str] = {}
        self.port = 0

    def url(self, path: str = "/", host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    def leads(self, path: str, to: str, status: int = 302) -> None:
        self.pages[path] = (status, {"Location": to}, b"")


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.headers["Host"], self.path))
            site.headers = dict(self.headers)
            status, headers, body = site.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, said in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, said)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


class Names:
    """A name server of the tests: what it answers, one after another, and how often it was asked."""

    def __init__(self, *answers: tuple[str, ...], other: dict[str, tuple[str, ...]] | None = None) -> None:
        self.answers, self.other = list(answers), other or {}
        self.asked: list[str] = []

    def __call__(self, host: str, _port: int) -> tuple[str, ...]:
        self.asked.append(host)
        if host in self.other:
            return self.other[host]
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def fetched(url: str, names: Names | None = None, options: LoadOptions = OPTIONS) -> Fetched:
    return fetch(url, options, ways=Ways(resolve=names or Names(("127.0.0.1",))))


def refused(url: str, names: Names | None = None, options: LoadOptions = OPTIONS) -> str:
    with pytest.raises(ReportError) as told:
        fetched(url, names, options)
    return str(told.value)


def test_a_page_is_fetched_from_the_address_its_name_has(site: Site) -> None:
    got = fetched(site.url())
    assert got == Fetched(raw=PAGE, url=site.url(), content_type="text/html", charset="utf-8")
    assert site.asked == [(f"{HOST}:{site.port}", "/")]
    assert site.headers["Accept-Encoding"] == "identity"
    assert "Cookie" not in site.headers


def test_a_host_is_looked_up_once_and_gone_to_where_it_was_checked(site: Site) -> None:
    names = Names(("127.0.0.1",), ("127.0.0.2",))
    assert fetched(site.url(), names).raw == PAGE
    assert names.asked == [HOST]


def test_a_private_address_is_never_gone_to(site: Site) -> None:
    options = replace(OPTIONS, allow_private=False)
    told = refused(site.url(), options=options)
    assert told == f"leads to a private address ({HOST}); it was not fetched"
    assert refused(site.url(), Names(("8.8.8.8", "127.0.0.1")), options) == told, "one among public ones"
    assert refused(site.url(host="[::ffff:127.0.0.1]"), Names(("::ffff:127.0.0.1",)), options).startswith(
        "leads"
    )
    assert site.asked == []


def test_a_redirect_is_checked_like_an_address_that_was_given(site: Site) -> None:
    site.leads("/", f"http://inside.example:{site.port}/secret")
    names = Names(("127.0.0.1",), other={"inside.example": ("10.0.0.1",)})
    ways = Ways(resolve=names, may_go_to=lambda address: address == "127.0.0.1")
    with pytest.raises(ReportError, match=r"leads to a private address \(inside.example\)"):
        fetch(site.url(), replace(OPTIONS, allow_private=False), ways=ways)
    assert names.asked == [HOST, "inside.example"]
    assert len(site.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_the_end(site: Site, status: int) -> None:
    site.leads("/old", "/a%20b?x=é#part".encode().decode("latin-1"), status)
    site.pages["/a%20b?x=%C3%A9"] = (200, {}, PAGE)
    got = fetched(site.url("/old"))
    assert (got.raw, got.url, got.content_type) == (PAGE, site.url("/a%20b?x=é"), "")


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("/", "leads from one address to another more than 5 times"),
        ("file:///etc/passwd", "is not an http or https address"),
        ("ftp://reports.example/a", "is not an http or https address"),
        (
            "http://me:secret@reports.example/",
            "holds a user name or a password; give the address without them",
        ),
        ("", "could not be fetched (HTTP 302 that leads nowhere)"),
    ],
)
def test_redirects_have_an_end(site: Site, to: str, told: str) -> None:
    site.leads("/", to)
    assert refused(site.url()) == told


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http:///a",
        "http://exa mple/",
        "http://exa\u2028mple/",
        "gopher://a/",
    ],
)
def test_only_the_web_is_fetched(url: str) -> None:
    assert refused(url) == "is not an http or https address"


@pytest.mark.parametrize(
    "url", ["http://me@reports.example/", "https://me:secret@reports.example/", "http://@a/"]
)
def test_addresses_with_a_password_are_refused_without_repeating_it(url: str) -> None:
    assert refused(url) == "holds a user name or a password; give the address without them"


def test_a_port_that_is_none_is_told() -> None:
    assert refused("http://reports.example:99999/").startswith("could not be fetched (Port out of range")


def test_an_unknown_host_is_told(site: Site) -> None:
    def nobody(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror("unknown")

    with pytest.raises(ReportError, match=r"has no address: reports\.example is unknown here"):
        fetch(site.url(), OPTIONS, ways=Ways(resolve=nobody))
    assert refused(site.url(), Names(())) == "has no address: reports.example is unknown here"


def test_the_next_address_is_tried_where_one_does_not_answer(site: Site) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert fetched(site.url(), Names(("127.0.0.9", "127.0.0.1"))).raw == PAGE
        told = refused(f"http://{HOST}:{closed.getsockname()[1]}/")
    assert told.startswith("could not be fetched ([Errno 111]")


def test_what_is_no_page_is_told_with_its_status(site: Site) -> None:
    assert refused(site.url("/none")) == "could not be fetched (HTTP 404 Not Found)"
    site.pages["/part"] = (206, {}, PAGE)
    assert refused(site.url("/part")) == "could not be fetched (HTTP 206 Partial Content)"


def test_more_than_the_limit_is_refused(site: Site) -> None:
    site.pages["/"] = (200, {}, b"a" * 100_001)
    assert refused(site.url()) == "is larger than 100,000 bytes, the limit for one input"
    site.pages["/"] = (200, {}, b"a" * 100_000)
    assert len(fetched(site.url()).raw) == 100_000


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_packed_answer_is_unpacked_only_up_to_the_limit(site: Site, packing: str) -> None:
    pack: Callable[[bytes], bytes] = gzip.compress if packing == "gzip" else zlib.compress
    site.pages["/"] = (200, {"Content-Encoding": packing}, pack(PAGE))
    assert fetched(site.url()).raw == PAGE
    bomb = pack(b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    site.pages["/"] = (200, {"Content-Encoding": packing}, bomb)
    assert refused(site.url()) == "is larger than 100,000 bytes, the limit for one input"
    site.pages["/"] = (200, {"Content-Encoding": packing}, pack(PAGE)[:-9])
    assert refused(site.url()) == "could not be fetched (the packed answer broke off before its end)"


def test_other_packings_are_refused(site: Site) -> None:
    site.pages["/"] = (200, {"Content-Encoding": "br, gzip"}, PAGE)
    assert refused(site.url()) == "could not be fetched (it is packed as br, gzip, which was not asked for)"


def test_an_answer_that_breaks_off_is_no_page(site: Site) -> None:
    site.pages["/"] = (200, {"Content-Length": "900"}, PAGE)
    told = refused(site.url())
    assert told == f"could not be fetched (the answer broke off {900 - len(PAGE)} bytes before its end)"


def test_a_proxy_of_the_environment_is_neither_used_nor_passed_by(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", site.url(host="127.0.0.1"))
    told = refused(site.url())
    assert told.startswith("was not fetched: http_proxy is set, and through a proxy nobody can check where")
    assert site.asked == []
    monkeypatch.setenv("no_proxy", HOST)
    assert fetched(site.url()).raw == PAGE


@contextlib.contextmanager
def dripping(head: bytes) -> Iterator[int]:
    """A server that sends its answer a byte at a time and never ends it; gives its port."""
    listener = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def drip() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(head)
            while not done.wait(0.05):
                try:
                    connection.sendall(b"a")
                except OSError:
                    return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        done.set()
        thread.join()
        listener.close()


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\nX-Odd: ", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP"])
def test_an_answer_that_drips_ends_with_the_time_allowed(head: bytes) -> None:
    with dripping(head) as port:
        began = time.monotonic()
        options = replace(OPTIONS, limits=LoadLimits(timeout=0.4))
        assert "could not be fetched (no whole answer within 0.4" in refused(
            f"http://{HOST}:{port}/", options=options
        )
        assert time.monotonic() - began < 2


def make_certificate(folder: Path) -> Path:
    made = folder / "made.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2".split()
    command += ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    try:
        key = subprocess.run([*command, "-keyout", "-"], capture_output=True, check=True)  # noqa: S603
    except FileNotFoundError:
        pytest.skip("no openssl to make a certificate with")
    made.write_bytes(key.stdout)
    return made


def test_a_certificate_is_asked_for_by_name_at_the_pinned_address(tmp_path: Path) -> None:
    made = make_certificate(tmp_path)
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(made)
    named: list[str | None] = []
    server_side.sni_callback = lambda _socket, name, _context: named.append(name)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        for _ in range(2):
            plain, _ = listener.accept()
            try:
                with server_side.wrap_socket(plain, server_side=True) as connection:
                    connection.recv(4096)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            except OSError:
                plain.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    ways = Ways(resolve=Names(("127.0.0.1",)), tls=ssl.create_default_context(cafile=str(made)))
    port = listener.getsockname()[1]
    assert fetch(f"https://{HOST}:{port}/", OPTIONS, ways=ways).raw == b"ok"
    assert named == [HOST]
    with pytest.raises(ReportError, match="certificate verify failed"):
        fetch(f"https://other.example:{port}/", OPTIONS, ways=ways)
    thread.join()
    listener.close()
