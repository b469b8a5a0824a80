"""Events in Chromium: filters change the list in place and stand in the address; two events are merged by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.serving import serving

from rashomon.store import open_case

pytestmark = pytest.mark.browser


@pytest.fixture
def case(example: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(example, tmp_path / "akabar"))


@pytest.fixture
def address(case: Path) -> Iterator[str]:
    """A copy of the example case, served at a port of the kernel's choice."""
    with serving(case) as address:
        yield address


@pytest.fixture
def open_at(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_path(path: str, *, scripts: bool = True) -> Page:
        contexts.append(browser.new_context(java_script_enabled=scripts))
        page = contexts[-1].new_page()
        page.goto(address + path)
        return page

    yield open_path
    for context in contexts:
        context.close()


def test_filters_work_in_place_and_stand_in_the_address(open_at: Callable[..., Page]) -> None:
    page = open_at("/events")
    page.locator("#filter-q").fill("clash")
    expect(page.locator(".count")).to_contain_text("4 events of 6")
    expect(page.locator("#said")).to_have_text("4 events of 6")
    assert page.url.endswith("/events?q=clash")
    assert page.evaluate("document.activeElement.id") == "filter-q"
    page.locator("#filter-sort").select_option("deaths")
    expect(page.locator("tbody th a").first).to_have_text("Clash near Akabar, 1 April 2018")
    page.locator(".chip").first.click()
    expect(page.locator(".count")).to_have_text("6 events")
    page.go_back()
    expect(page.locator(".count")).to_contain_text("4 events of 6")
    expect(page.locator("#filter-q")).to_have_value("clash")


def test_a_bar_of_the_timeline_leaves_its_days(open_at: Callable[..., Page]) -> None:
    page = open_at("/events")
    page.get_by_text("how many events when").click()
    page.locator(".histogram details a", has_text="1 April 2018").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.locator("#filter-from")).to_have_value("2018-04-01")


def test_without_scripts_the_filter_has_a_button_and_the_map_is_drawn(open_at: Callable[..., Page]) -> None:
    page = open_at("/events", scripts=False)
    expect(page.locator("figure.map svg")).to_be_visible()
    page.locator("#filter-place").fill("niger")
    page.locator("#filter-go").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    assert "place=niger" in page.url


def test_two_events_are_merged_by_keyboard_and_taken_apart_again(
    open_at: Callable[..., Page], case: Path
) -> None:
    page = open_at("/events?q=akabar")
    page.locator("tbody th a").focus()
    page.keyboard.press("Enter")
    page.locator("#related ~ ul a", has_text="compare").last.focus()
    page.keyboard.press("Enter")
    page.locator("#pair-why").fill("one fight on both sides of the border")
    page.locator("#merge").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Both addresses lead to one event now")).to_be_visible()
    page.get_by_role("button", name="Undo").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept: undo")).to_be_visible()
    with open_case(case) as held:
        assert [judgement.kind for judgement in held.judgements()] == ["merge", "undo"]
