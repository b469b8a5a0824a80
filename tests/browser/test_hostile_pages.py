"""The pages of a case of hostile reports in Chromium: no dialog, no error, no request beyond our own address."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page
from tests.browser.serving import ask, serving

from rashomon.workbench.routes import VIEWS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_OF_A_KIND = 12


@pytest.fixture(scope="module")
def address(hostile_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The hostile case served at a port of the kernel's choice."""
    case = Path(shutil.copytree(hostile_case, tmp_path_factory.mktemp("served") / "case"))
    with serving(case) as address:
        yield address


def pages_of(address: str) -> list[str]:
    """Every list, and some of what stands in each."""
    events = [one["id"] for one in ask(address, "/events.json")["events"]][:2]
    claims = ask(address, f"/events/{events[0]}.json")["claims"]
    reports = list(dict.fromkeys(claim["report_id"] for claim in claims))
    lists = [view for view in VIEWS if "{" not in view]
    return [
        *lists,
        *(f"/events/{one}" for one in events),
        f"/events/{events[0]}/article",
        *(f"/reports/{one}" for one in reports[:: max(1, len(reports) // MOST_OF_A_KIND)][:MOST_OF_A_KIND]),
        *(f"/claims/{one['id']}" for one in claims[:: max(1, len(claims) // 4)][:4]),
        "/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%20killed",
    ]


def test_nothing_of_a_hostile_report_runs_or_asks(browser: Browser, address: str) -> None:
    context = browser.new_context()
    wrong: list[str] = []
    page = context.new_page()

    def met(dialog: Dialog) -> None:
        wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", met)
    page.on(
        "console", lambda told: wrong.append(f"{page.url}: {told.text}") if told.type == "error" else None
    )
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("popup", lambda opened: wrong.append(f"opened: {opened.url}"))
    page.on("request", lambda one: None if one.url.startswith((address, "data:")) else wrong.append(one.url))
    paths = pages_of(address)
    assert len(paths) > 25
    for path in paths:
        answer = page.goto(address + path)
        assert answer is not None
        assert answer.status == 200, path
        open_everything(page)
        page.wait_for_load_state("networkidle")
        assert page.url.startswith(address), path
    context.close()
    assert wrong == []


def open_everything(page: Page) -> None:
    """Unfold, point at and focus what there is: handlers wait for that."""
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    page.eval_on_selector_all(
        "main *",
        "all => all.slice(0, 400).forEach(one => { one.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));"
        " if (one.focus) one.focus({preventScroll: true}); })",
    )
