"""Two people code a sample with the keyboard alone, each in a browser of his own, and decide where they differ."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.browser.serving import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def served(example: Path, tmp_path: Path) -> Iterator[str]:
    case = Path(shutil.copytree(example, tmp_path / "akabar"))
    with serving(case, "Ann") as address:
        yield address


def come_as(browser: Browser, address: str, name: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{address}/coding")
    page.get_by_text("Deciding as").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Name that signs your decisions").fill(name)
    page.keyboard.press("Enter")
    page.get_by_text(f"Deciding as {name}").wait_for()
    return page


def press(page: Page, *keys: str) -> None:
    """Keys that lead to another page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])
    page.wait_for_load_state("networkidle")


def no_grave_fault(page: Page) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []


def test_a_sample_is_drawn_coded_blind_compared_and_decided_by_keyboard(
    browser: Browser, served: str
) -> None:
    ann, ben = come_as(browser, served, "Ann"), come_as(browser, served, "Ben")
    ann.keyboard.press("Escape")
    ann.locator("#s-name").focus()
    ann.keyboard.type("pilot")
    for field, words in (("size", "3"), ("coders", "Ann, Ben"), ("why", "a pilot")):
        ann.locator(f"#s-{field}").focus()
        ann.keyboard.press("Control+a")
        ann.keyboard.type(words)
    ann.locator("#s-coders").focus()
    ann.locator("#f-facet").select_option("killed")
    ann.locator("#s-why").focus()
    press(ann, "Enter")
    ann.get_by_role("link", name="Code 3").focus()
    press(ann, "Enter")
    no_grave_fault(ann)
    for _ in range(3):
        press(ann, "r")
    assert ann.get_by_text("You have coded all 3 claims").is_visible()

    ben.goto(f"{served}/coding")
    ben.get_by_role("link", name="Code 3").focus()
    press(ben, "Enter")
    press(ben, "w")
    press(ben, "p")
    assert ben.get_by_text("You coded this: wrong").is_visible()
    ben.locator("#code-low").focus()
    ben.keyboard.press("Control+a")
    ben.keyboard.type("1")
    press(ben, "Enter")
    press(ben, "n")
    press(ben, "r")

    ben.get_by_role("link", name="See how far you agree, and decide where you do not").focus()
    press(ben, "Enter")
    no_grave_fault(ben)
    assert ben.get_by_text("2 of 2 are not decided yet").is_visible()
    ben.keyboard.press("j")
    ben.keyboard.press("Tab")
    ben.locator("[data-item] .why").first.focus()
    ben.keyboard.type("one is listed")
    ben.locator("[data-item]").first.focus()
    press(ben, "2")
    assert ben.get_by_text("1 of 2 are not decided yet").is_visible()
    assert ben.get_by_text("one is listed [Ann: right; Ben: wrong (low)]").first.is_visible()
    for page in (ann, ben):
        page.context.close()
