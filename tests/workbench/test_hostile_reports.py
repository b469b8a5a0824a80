"""A case of hostile reports in the workbench: every page a visitor can reach, every way to send something."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from lxml import html
from tests.hostile.alive import alive_in
from tests.hostile.making import listing
from tests.hostile.names import ON_A_DISK, ONLY_SENT
from tests.hostile.payloads import MARKUP
from tests.workbench.conftest import Bench, opened

from rashomon.store import open_case
from rashomon.workbench.guards import POLICY
from rashomon.workbench.routes import ACTIONS, VIEWS

MOST_PAGES = 300
MOST_OF_A_KIND = 25
"""Pages looked at of one view: its links lead to thousands."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def _pattern(view: str) -> re.Pattern[str]:
    named = re.sub(r"\{[^}:]+\}", "[^/?]+", view)
    return re.compile(re.sub(r"\{[^}]+:path\}", "[^?]+", named) + r"(\.json)?\Z")


_KINDS = [(view, _pattern(view)) for view in sorted(VIEWS, key=lambda view: view.count("{"))]


@pytest.fixture(scope="module")
def hostile_bench(hostile_case: Path) -> Iterator[Bench]:
    """The workbench of the hostile case, only looked at."""
    with opened(hostile_case) as bench:
        yield bench


@pytest.fixture(scope="module")
def own_bench(hostile_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """The workbench of a copy to which anything may be sent; each test sees to it that no decision came of it."""
    case = Path(shutil.copytree(hostile_case, tmp_path_factory.mktemp("sent") / "case"))
    with opened(case) as bench:
        yield bench


def kind_of(path: str) -> str:
    return next((view for view, pattern in _KINDS if pattern.match(path)), path)


def reached(bench: Bench) -> Iterator[tuple[str, Any]]:
    """Every page that links lead to, breadth first, a few of each view; JSON forms included."""
    waiting, seen, often = deque(["/events", *(v for v in VIEWS if "{" not in v)]), set(), Counter[str]()
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.popleft()
        path = urlsplit(address).path
        kind = kind_of(path) + (" as JSON" if path.endswith(".json") else "")
        if address in seen or often[kind] >= MOST_OF_A_KIND:
            continue
        seen.add(address)
        often[kind] += 1
        answer = bench.get(address, follow_redirects=False)
        yield address, answer
        if answer.headers.get("content-type", "").startswith("text/html"):
            tree = html.document_fromstring(answer.content, parser=html.HTMLParser(encoding="utf-8"))
            links = [str(link.get("href")) for link in tree.iter("a") if link.get("href")]
            waiting.extend(
                link.partition("#")[0] for link in links if link.startswith("/") and link[:2] != "//"
            )


@pytest.fixture(scope="module")
def pages(hostile_bench: Bench) -> dict[str, Any]:
    return dict(reached(hostile_bench))


def test_every_view_is_reached(pages: dict[str, Any]) -> None:
    kinds = {kind_of(urlsplit(address).path) for address in pages}
    assert {view for view in VIEWS if "{" not in view} - kinds == set()
    assert kinds > {
        "/events/{event_id}",
        "/reports/{report_id}",
        "/claims/{claim_id}",
        "/actors/{actor_id:path}",
    }
    assert len(pages) > 100


def test_no_page_fails_and_each_has_the_headers(pages: dict[str, Any]) -> None:
    for address, answer in pages.items():
        assert answer.status_code in (200, 303, 404, 422), (address, answer.text[:300])
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, address


def test_nothing_on_any_page_is_alive(pages: dict[str, Any]) -> None:
    from rashomon.workbench.static_files import _contents

    ours = {f"/static/{name}" for name in _contents()}
    for address, answer in pages.items():
        if address.startswith("/download/"):
            assert answer.headers["content-disposition"].startswith("attachment"), address
        elif answer.headers.get("content-type", "").startswith("text/html"):
            assert alive_in(answer.text, scripts=ours) == [], address


def test_links_out_of_the_case_tell_nobody_where_they_come_from(pages: dict[str, Any]) -> None:
    out = 0
    for address, answer in pages.items():
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        tree = html.document_fromstring(answer.content, parser=html.HTMLParser(encoding="utf-8"))
        for link in tree.iter("a"):
            if urlsplit(link.get("href") or "").scheme:
                out += 1
                assert "noreferrer" in (link.get("rel") or ""), (address, link.get("href"))
    assert out


def test_json_is_json(pages: dict[str, Any]) -> None:
    given = [
        (address, answer) for address, answer in pages.items() if urlsplit(address).path.endswith(".json")
    ]
    assert len(given) > 20
    for address, answer in given:
        assert answer.headers["content-type"] == "application/json", address
        json.loads(answer.content)


def test_pages_are_bounded(pages: dict[str, Any]) -> None:
    sizes = {address: len(answer.content) for address, answer in pages.items() if "json" not in address}
    assert {
        address: size for address, size in sizes.items() if size > 1_500_000 and "download" not in address
    } == {}


@pytest.mark.parametrize("path", [
    "/static/../guards.py", "/static/%2e%2e/guards.py", "/static/..%2fguards.py", "/static//etc/passwd", "/static/%2fetc%2fpasswd",
    "/static/..\\guards.py", "/static/", "/static/vendor", "/static/page.css%00.js", "/static/" + "a" * 5000, "/%2e%2e/%2e%2e/etc/passwd",
])  # fmt: skip
def test_no_path_leads_out_of_our_own_files(hostile_bench: Bench, path: str) -> None:
    answer = hostile_bench.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "import" not in answer.text


ODD_IDS = [
    *MARKUP.values(),
    *ONLY_SENT,
    "%00",
    "%ff",
    "x" * 3_000,
    "__class__",
    "constructor",
    "-1",
    "0",
    "e_",
    "null",
    "𝟭",
]


@pytest.mark.parametrize("view", [view for view in VIEWS if "{" in view])
def test_odd_ids_are_not_found(hostile_bench: Bench, view: str) -> None:
    for odd in ODD_IDS:
        path = re.sub(r"\{[^}]+\}", lambda _: quote(odd.encode("utf-8", "replace"), safe=""), view)  # noqa: B023
        for form in ("", ".json"):
            answer = hostile_bench.get(path + form)
            assert answer.status_code < 500, (path, answer.text[:300])
            if answer.headers["content-type"].startswith("text/html"):
                assert not [one for one in alive_in(answer.text) if "/static/" not in one], path


ODD_QUERIES = [
    "'",
    '"><script>alert(1)</script>',
    "9" * 400,
    "-1",
    "1e9",
    "\x00",
    "\ud800",
    "../..",
    "2019-99-99",
    "%",
    "*",
    "\u202e",
    "NaN",
    "x" * 20_000,
]
FIELDS = ("page", "policy", "as_of", "q", "from", "to", "actor", "place", "sort", "order", "bbox", "near", "done", "kind", "facet", "event", "left", "right", "a", "b",
          "claim", "report", "state", "source", "limit", "within", "event_id", "seen", "since", "outlet", "language", "by", "min", "review", "show", "country")  # fmt: skip


@pytest.mark.parametrize("view", [view for view in VIEWS if "{" not in view])
def test_odd_queries_are_answered(hostile_bench: Bench, view: str) -> None:
    for odd in ODD_QUERIES:
        said = quote(odd.encode("utf-8", "surrogatepass"), safe="")
        query = "&".join(f"{name}={said}" for name in FIELDS if name not in ("policy", "as_of"))
        for address in (f"{view}?{query}", f"{view}.json?{query}", f"{view}?policy={said}&as_of={said}"):
            if len(address) > 100_000:
                continue
            answer = hostile_bench.get(address)
            assert answer.status_code < 500, (address[:200], answer.text[-500:])
            if answer.headers["content-type"].startswith("text/html"):
                assert not [one for one in alive_in(answer.text) if "/static/" not in one], address[:200]


@pytest.mark.parametrize("action", ACTIONS)
def test_odd_forms_change_nothing(own_bench: Bench, action: str) -> None:
    path = re.sub(r"\{[^}]+\}", "none", action)
    csrf = own_bench.csrf()
    names = ("kind", "claim", "report", "event", "judgement", "why", "value", "facet", "start", "end", "words", "name", "actor", "place", "back", "seen", "event_id", "claims", "mention", "source", "grade", "left", "right", "with", "published", "url", "form")  # fmt: skip
    for odd in (*ODD_QUERIES, *list(MARKUP.values())[:6], "", "//evil.example/", "javascript:alert(1)"):
        clean = odd.encode("utf-8", "replace").decode()
        if action in ("/add", "/audit"):
            break
        answer = own_bench.post(
            path, data={"csrf": csrf, **dict.fromkeys(names, clean)}, follow_redirects=False
        )
        assert answer.status_code < 500, (path, odd[:80], answer.text[-500:])
        where = answer.headers.get("location", "/")
        assert where.startswith("/")
        assert not where.startswith(("//", "/\\"))
    with open_case(own_bench.live.path) as kept:
        assert kept.judgements() == ()


@pytest.mark.parametrize("action", ACTIONS)
def test_what_comes_from_elsewhere_is_refused(hostile_bench: Bench, action: str) -> None:
    path = re.sub(r"\{[^}]+\}", "none", action)
    csrf = hostile_bench.csrf()
    assert hostile_bench.post(path, data={}).status_code == 403
    assert hostile_bench.post(path, data={"csrf": "0" * 64}).status_code == 403
    assert hostile_bench.post(path, json={"csrf": csrf}).status_code == 403
    for headers in (
        {"origin": "http://evil.example"}, {"origin": "null"}, {"origin": "http://127.0.0.1:8351"},
        {"origin": "http://127.0.0.1:8350.evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
    ):  # fmt: skip
        answer = hostile_bench.post(path, data={"csrf": csrf}, headers=headers)
        assert answer.status_code == 403, headers
        assert answer.headers["content-security-policy"] == POLICY
    assert hostile_bench.get(path, params={"csrf": csrf}).status_code in (200, 404, 405, 422)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "evil.example:8350",
        "",
        "127.0.0.1@evil.example",
        "localhost:8350:80",
        "[::1",
        "10.0.0.1",
    ],
)
def test_a_name_that_is_not_ours_is_refused(hostile_bench: Bench, host: str) -> None:
    assert hostile_bench.get("/events.json", headers={"host": host}).status_code == 400


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8350", "LOCALHOST:1", "127.0.0.1", "[::1]:8350", "[::1]"]
)
def test_our_own_names_are_answered(hostile_bench: Bench, host: str) -> None:
    assert hostile_bench.get("/state.json", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(hostile_bench: Bench, method: str) -> None:
    answer = hostile_bench.request(method, "/events")
    assert answer.status_code == 405
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_token_is_shown_once_and_kept_in_a_cookie_no_script_reads(
    hostile_case: Path, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(hostile_case, token="a-secret", host="0.0.0.0", hosts=("bench.example",))  # noqa: S104, S106
    for path in (
        "/events",
        "/events.json",
        "/static/page.css",
        "/none",
        "/events?token=a-secre",
        "/events?token=",
        "/?token=%ff",
    ):
        refused = bench.get(path)
        assert refused.status_code == 401
        assert "a-secret" not in refused.text
    assert bench.post("/person?token=a-secret", data={}).status_code == 401
    admitted = bench.get(
        "/events?page=1&token=a-secret", follow_redirects=False, headers={"host": "bench.example"}
    )
    assert (admitted.status_code, admitted.headers["location"]) == (303, "/events?page=1")
    cookie = next(one for one in admitted.headers.get_list("set-cookie") if "a-secret" in one).lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "a-secret" not in bench.get("/events").text
    assert (
        bench.get("//evil.example/?token=a-secret", follow_redirects=False).headers.get("location", "/")[:2]
        != "//"
    )


def test_too_much_is_refused(case: Path, open_bench: Callable[..., Bench]) -> None:
    bench = open_bench(case, max_upload=200_000)
    csrf = bench.csrf()
    sent = {"files": ("a.txt", b"killed " * 100_000, "text/plain")}
    assert bench.post("/add", data={"csrf": csrf}, files=sent).status_code == 413
    assert bench.post("/claims/decide", content=b"a=" + b"b" * 2_000_001).status_code == 413

    def dripped() -> Iterator[bytes]:
        yield b"csrf="
        for _ in range(300):
            yield b"a" * 1_000

    form = {"content-type": "application/x-www-form-urlencoded"}
    assert bench.post("/add", content=dripped(), headers=form).status_code == 413
    for odd in ("-1", "9" * 5_000, "1e3", "abc"):
        assert bench.post("/add", content=b"", headers={**form, "content-length": odd}).status_code in (
            400,
            413,
        )


def test_too_many_parts_are_refused(bench: Bench) -> None:
    csrf = bench.csrf()
    files = [("files", (f"{number}.txt", b"x", "text/plain")) for number in range(1_100)]
    assert bench.post("/add", data={"csrf": csrf}, files=files).status_code in (400, 413, 422)
    fields = "&".join(f"a{number}=1" for number in range(6_000))
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert bench.post("/claims/decide", content=f"csrf={csrf}&{fields}", headers=form).status_code in (
        400,
        404,
        413,
        422,
    )


@pytest.mark.parametrize("body", [
    b"", b"--x", b"--x\r\n", b"--x--", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--", b"--x\r\n" + b"A" * 20_000 + b": b\r\n\r\n\r\n--x--",
    b"--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + b"\xff" * 50 + b"\r\n--x--\r\n", b"--x\r\n" + b"a: b\r\n" * 2_000 + b"\r\n\r\n--x--",
    b"--x\r\nContent-Disposition: form-data; name*=utf-8''%ff; filename*=utf-8''..%2f..%2fa\r\n\r\na\r\n--x--", b"\0" * 1_000,
])  # fmt: skip
@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "multipart/form-data; boundary=" + "y" * 500,
        "text/plain",
        "application/json",
        "",
    ],
)
def test_odd_bodies_are_refused(hostile_bench: Bench, body: bytes, kind: str) -> None:
    answer = hostile_bench.post("/add", content=body, headers={"content-type": kind})
    assert answer.status_code in (400, 403, 413, 422)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_uploads_with_odd_names_are_confined(
    case: Path, tmp_path: Path, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(case)
    before = {path for path in listing(tmp_path) if "inbox" not in path and not path.startswith("akabar/")}
    names = [name.encode("utf-8", "replace").decode() for name in (*ON_A_DISK, *ONLY_SENT)]
    csrf = bench.csrf()

    def send(names: list[str]) -> Any:
        files = [("files", (name or "x", b"Two soldiers were killed.", "text/plain")) for name in names]
        return bench.post("/add", data={"csrf": csrf}, files=files, follow_redirects=False)

    assert {send([name]).status_code for name in names if not name.isprintable() or len(name) > 1_000} <= {
        303,
        400,
    }
    answer = send([name for name in names if name.isprintable() and len(name) < 1_000])
    assert answer.status_code == 303, answer.text[-500:]
    kept = listing(tmp_path)
    assert {path for path in kept if "inbox" not in path and not path.startswith("akabar/")} == before
    inside = [path for path in kept if "inbox/" in path]
    assert inside
    assert all(re.fullmatch(r"(\d+|[a-z.]+(json)?)", path.rsplit("/", 1)[1]) for path in inside), inside
    assert bench.get("/add").status_code == 200
    page = bench.get(answer.headers["location"]).text
    assert not [one for one in alive_in(page) if "/static/" not in one]


def test_private_addresses_are_not_fetched(case: Path, open_bench: Callable[..., Bench]) -> None:
    bench = open_bench(case)
    answer = bench.post("/add", data={"csrf": bench.csrf(), "addresses": "http://169.254.169.254/latest"})
    assert answer.status_code == 200
    deadline = time.monotonic() + 60
    while (
        "private address" not in (told := bench.get(str(answer.url.path)).text)
        and time.monotonic() < deadline
    ):
        time.sleep(0.2)
    assert "leads to a private address (169.254.169.254); it was not fetched" in told
