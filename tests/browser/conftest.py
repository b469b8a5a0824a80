"""One Chromium for the browser tests: Debian's, never one that Playwright would download."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from rashomon.cli import main

expect.set_options(timeout=20_000)
"""Milliseconds: what is waited for comes at once on a quiet machine, and in seconds on a busy one."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing = "the browser tests need Debian's chromium: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as driver:
        # Without a sandbox of its own, which a container run by root does not allow.
        opened = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def example(made_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case as a user makes it, with an article and its audit as pages of their own."""
    folder = Path(shutil.copytree(made_case, tmp_path_factory.mktemp("pages") / "akabar"))
    listed = CliRunner().invoke(main, ["events", str(folder)])
    number = next(word for word in listed.stdout.split() if word.strip("[]").startswith("e_")).strip("[]")
    article = CliRunner().invoke(main, ["article", str(folder), number, "--as", "html"])
    assert article.exit_code == 0, article.output
    (folder / "article.html").write_text(article.stdout, encoding="utf-8")
    audited = CliRunner().invoke(
        main, ["audit", str(folder / "article.wiki"), "--against", str(folder), "--as", "html"]
    )
    assert audited.exit_code in (0, 1), audited.output
    (folder / "audit.html").write_text(audited.stdout, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def only_window(browser: Browser) -> Iterator[Page]:
    """The page behind `window`."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def window(only_window: Page) -> Iterator[Page]:
    """One page that test after test looks through: Chromium takes longer to open one than most tests to look.

    A test gets it empty, wide and light, the pointer outside, and nothing kept of what was seen in it before; what
    it listens to, it listens to by `listening`. Who needs two pages, or one without scripts, opens a context.
    """
    only_window.set_viewport_size({"width": 1280, "height": 900})
    only_window.emulate_media(color_scheme="light", reduced_motion="no-preference")
    only_window.mouse.move(-1, -1)
    yield only_window
    only_window.evaluate(FORGET)
    only_window.context.clear_cookies()
    only_window.unroute_all()
    only_window.goto("about:blank")


FORGET = "() => { if (self.origin !== 'null') { localStorage.clear(); sessionStorage.clear(); } }"


@contextmanager
def listening(page: Page, **heard: Callable[[Any], object]) -> Iterator[None]:
    """Tells of a page's events by name, for as long as the block runs."""
    for event, hear in heard.items():
        page.on(event, hear)  # type: ignore[call-overload]
    yield
    for event, hear in heard.items():
        page.remove_listener(event, hear)


class Opened:
    """A page in a browser, with everything it asked for beyond itself."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.errors: list[str] = []


@pytest.fixture
def open_page(window: Page) -> Iterator[object]:
    """Opens a file at a width, in light or dark; whatever else it asks for is refused and kept."""

    heard = ExitStack()

    def open_file(path: Path, *, width: int = 1280, dark: bool = False) -> Opened:
        window.set_viewport_size({"width": width, "height": 900})
        window.emulate_media(color_scheme="dark" if dark else "light")
        opened = Opened(window)
        own = path.as_uri()

        def answer(route: Route) -> None:
            if route.request.url == own:
                route.continue_()
            else:
                opened.asked.append(route.request.url)
                route.abort()

        opened.page.route("**/*", answer)
        heard.enter_context(
            listening(
                window,
                console=lambda told: opened.errors.append(told.text) if told.type == "error" else None,
                pageerror=lambda error: opened.errors.append(str(error)),
            )
        )
        opened.page.goto(own)
        return opened

    with heard:
        yield open_file
