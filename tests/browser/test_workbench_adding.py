"""Adding reports, checking an article and taking a file away, as somebody at the browser does it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.serving import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE = 60_000


@pytest.fixture(scope="module")
def address(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A copy of the example case, served at a port of the kernel's choice."""
    case = Path(shutil.copytree(example, tmp_path_factory.mktemp("added to") / "akabar"))
    with serving(case) as address:
        yield address


def give_reports(page: Page, address: str, folder: Path, number: int) -> None:
    """Fill the form in with a file, its sidecar and a pasted text, and send it."""
    report = folder / f"wire-{number}.txt"
    report.write_text(f"The army said that {number} militants were killed near Akabar on 1 April 2018.\n")
    sidecar = folder / f"wire-{number}.meta.json"
    sidecar.write_text('{"published": "2018-04-07"}')
    page.goto(f"{address}/add")
    page.get_by_label("Files").set_input_files([report, sidecar])
    page.get_by_label("Pasted text").fill(f"Shops in the town were shut for {number} days.")
    page.get_by_label("Outlet").fill("Desert Telegraph")
    page.get_by_role("button", name="Add", exact=True).click()


def see_them_added(page: Page, number: int) -> None:
    """Wait until the job's page tells what came in."""
    expect(page.get_by_role("heading", name="Added", exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("link", name=f"wire-{number}.txt")).to_be_visible()
    expect(page.get_by_text("No publication date")).to_have_count(1)
    page.get_by_role("link", name=f"wire-{number}.txt").click()
    expect(page.get_by_label("Text of the report")).to_contain_text(f"{number} militants")


def test_reports_are_added_and_the_page_follows(browser: Browser, address: str, tmp_path: Path) -> None:
    page = browser.new_page()
    give_reports(page, address, tmp_path, 61)
    see_them_added(page, 61)
    page.close()


def test_the_same_without_any_script(browser: Browser, address: str, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    give_reports(page, address, tmp_path, 62)
    see_them_added(page, 62)
    context.close()


def test_an_article_is_checked_and_taken_away(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/audit")
    page.get_by_label("Pasted text").fill(
        "On 1 April 2018 a battle was fought near Akabar by fighters of the MSA."
    )
    page.get_by_role("button", name="Check the article").click()
    expect(page.get_by_role("heading", name="Statements")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("link", name="Statement 1", exact=True).click()
    expect(page.locator("li.judged:target")).to_be_visible()
    with page.expect_download() as given:
        page.get_by_role("link", name="Talk-page note").click()
    assert "Akabar" in Path(given.value.path()).read_text(encoding="utf-8")
    page.goto(f"{address}/downloads")
    with page.expect_download() as given:
        page.get_by_role("link", name="ucdp.csv", exact=True).click()
    assert given.value.suggested_filename == "akabar-ucdp.csv"
    page.close()
