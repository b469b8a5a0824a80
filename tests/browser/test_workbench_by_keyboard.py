"""A case is worked on with the keyboard alone: deciding on claims, adding one, going to an event by the map."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.serving import ask, serving

pytestmark = pytest.mark.browser


@pytest.fixture
def address(example: Path, tmp_path: Path) -> Iterator[str]:
    case = Path(shutil.copytree(example, tmp_path / "akabar"))
    with serving(case) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def first_event(address: str) -> str:
    events = ask(address, "/events.json")["events"]
    return str(max(events, key=lambda one: one["reports"])["id"])


def test_a_claim_is_accepted_taken_back_and_corrected_by_keys(page: Page, address: str) -> None:
    page.goto(f"{address}/events/{first_event(address)}")
    page.get_by_role("button", name="Keys").wait_for()
    page.keyboard.press("j")
    page.keyboard.press("j")
    claim = str(page.evaluate("document.activeElement.id"))
    card = page.locator(f"#{claim}")
    expect(card).to_have_class("claim-card undecided here")
    page.keyboard.press("a")
    # A decision wants its reason: the key leads to the field, and Enter decides.
    expect(page.locator(f"#{claim}-why")).to_be_focused()
    page.keyboard.type("read against the source")
    page.keyboard.press("Enter")
    expect(card.locator(".state")).to_contain_text("Accepted")
    expect(page.locator("#said")).not_to_be_empty()
    page.keyboard.press("Escape")
    page.locator(f"#{claim}").focus()
    page.keyboard.press("u")
    expect(card.locator(".state")).to_contain_text("Undecided")
    # Taking it back may bring the page anew; its keys work once its script has come.
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Keys").wait_for()
    card.focus()
    page.keyboard.press("c")
    expect(card.locator("form.correct :focus")).to_have_count(1)


def test_a_missed_claim_is_added_from_the_text_by_keyboard(page: Page, address: str) -> None:
    report = next(one for one in ask(address, "/reports.json")["reports"] if "05-radio" in one["source_ref"])
    page.goto(f"{address}/reports/{report['id']}")
    page.get_by_role("button", name="Keys").wait_for()
    before = ask(address, f"/claims.json?report={report['id']}")["total"]
    page.locator("#text").focus()
    page.keyboard.press("ArrowRight")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#add-claim")).to_be_visible()
    words = page.input_value("#add-words")
    assert len(words.split()) == 4
    text = ask(address, f"/reports/{report['id']}.json")["text"]
    assert words in text
    page.locator("#add-why").focus()
    page.keyboard.type("missed by the reader")
    page.locator("#add-low").focus()
    page.keyboard.type("2")
    page.locator("#add-claim").get_by_role("button", name="Add the claim").press("Enter")
    page.wait_for_load_state()
    expect(page.locator("#done")).to_contain_text("Kept")
    assert ask(address, f"/claims.json?report={report['id']}")["total"] == before + 1


def test_the_map_leads_to_an_event(page: Page, address: str) -> None:
    page.goto(f"{address}/events")
    mark = page.locator(".bench-map .pin-place").first
    mark.wait_for()
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup a[href^='/events/']").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/e_*")
