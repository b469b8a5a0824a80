"""One Chromium for the browser tests: Debian's, never one that Playwright would download."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

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


class Opened:
    """A page in a browser, with everything it asked for beyond itself."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.errors: list[str] = []


@pytest.fixture
def open_page(browser: Browser) -> Iterator[object]:
    """Opens a file at a width, in light or dark; whatever else it asks for is refused and kept."""
    contexts = []

    def open_file(path: Path, *, width: int = 1280, dark: bool = False) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        opened = Opened(context.new_page())
        own = path.as_uri()

        def answer(route: Route) -> None:
            if route.request.url == own:
                route.continue_()
            else:
                opened.asked.append(route.request.url)
                route.abort()

        opened.page.route("**/*", answer)
        opened.page.on(
            "console", lambda told: opened.errors.append(told.text) if told.type == "error" else None
        )
        opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
        opened.page.goto(own)
        return opened

    yield open_file
    for context in contexts:
        context.close()
