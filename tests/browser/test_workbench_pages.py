"""Every page of the workbench in Chromium: axe, light and dark; narrow screens; no fault in the console."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.browser.conftest import listening
from tests.browser.serving import ask, serving

from rashomon.workbench.routes import VIEWS

pytestmark = pytest.mark.browser

NARROW = 320
PART = re.compile(r"{(\w+)(?::\w+)?}")
PAGES = [*VIEWS, "/compare?left={event_id}&right={other_id}", "/search?q=killed", "/claims?state=undecided"]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A copy of the example case, served at a port of the kernel's choice."""
    case = Path(shutil.copytree(example, tmp_path_factory.mktemp("served") / "akabar"))
    with serving(case) as address:
        yield address


@pytest.fixture(scope="module")
def parts(address: str, browser: Browser) -> dict[str, str]:
    """What stands for the named parts of addresses: the events most told of, what belongs to them, a job, an audit."""
    first, other = sorted(ask(address, "/events.json")["events"], key=lambda one: -one["reports"])[:2]
    claim = ask(address, f"/claims.json?event={first['id']}")["claims"][0]
    page = browser.new_page()
    page.goto(f"{address}/add")
    page.get_by_label("Pasted text").fill("Two soldiers were killed near Akabar on 3 April 2018.")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("heading", name="Added").wait_for()
    job = page.url.rpartition("/")[2]
    page.goto(f"{address}/audit")
    page.get_by_label("Pasted text").fill("At least 30 men were killed near Akabar on 1 April 2018.")
    page.get_by_role("button", name="Check the article").click()
    page.get_by_role("heading", name="Statements").wait_for()
    audit = page.url.rpartition("/")[2]
    page.goto(f"{address}/coding")
    page.get_by_label("Name of the sample").fill("pilot")
    page.get_by_label("Who codes it").fill("Ada Coder, Ben")
    page.get_by_label("Reason").fill("a pilot")
    page.get_by_role("button", name="Draw the sample").click()
    page.wait_for_url("**/coding?done=*")
    page.close()
    return {
        "event_id": first["id"],
        "other_id": other["id"],
        "claim_id": claim["id"],
        "report_id": claim["report_id"],
        "actor_id": ask(address, "/actors.json")["actors"][0]["id"],
        "place_id": ask(address, "/places.json")["places"][0]["id"],
        "job_id": job,
        "audit_id": audit,
        "sample_id": ask(address, "/coding.json")["samples"][0]["id"],
        "name": "ucdp",
    }


@pytest.fixture
def open_at(window: Page, address: str, parts: dict[str, str]) -> Iterator[Open]:
    """Opens a view, with whatever goes wrong in it collected and found empty at the end."""
    wrong: list[str] = []

    def open_view(view: str, *, width: int = 1280) -> Page:
        window.set_viewport_size({"width": width, "height": 900})
        answer = window.goto(address + PART.sub(lambda found: quote(parts[found[1]]), view))
        assert answer is not None
        assert answer.status == 200
        window.wait_for_load_state("networkidle")
        window.eval_on_selector_all("main details", "all => all.forEach(one => one.open = true)")
        return window

    with listening(
        window,
        console=lambda told: wrong.append(told.text) if told.type in ("error", "warning") else None,
        pageerror=lambda error: wrong.append(str(error)),
        request=lambda asked: None if asked.url.startswith((address, "data:")) else wrong.append(asked.url),
    ):
        yield open_view
    assert wrong == []


def grave_faults(page: Page) -> list[str]:
    return [
        f"{fault['id']} ({fault['impact']}): {node['html'][:200]}"
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"][:3]
    ]


@pytest.mark.parametrize("view", PAGES)
def test_a_page_is_sound_for_everybody(open_at: Open, view: str) -> None:
    """Axe in light and dark, one heading, a way past the head, no id twice, no swap without its target."""
    page = open_at(view)
    assert page.locator("h1").count() == 1
    assert page.title().endswith(" · Rashomon")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.evaluate(TWICE) == []
    assert page.evaluate(MISSING) == [], "a swap whose target is missing would be lost in silence"
    assert grave_faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert grave_faults(page) == []


TWICE = "[...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at)"
MISSING = """[...document.querySelectorAll('[hx-target]')].map(one => one.getAttribute('hx-target'))
.filter(part => part.startsWith('#') && !document.querySelector(part))"""


@pytest.mark.parametrize("view", PAGES)
def test_nothing_sticks_out_sideways_on_a_narrow_screen(open_at: Open, view: str) -> None:
    page = open_at(view, width=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_the_menu_is_folded_on_a_phone_and_open_on_a_wide_screen(open_at: Open) -> None:
    for width, opened in ((1280, True), (NARROW, False)):
        page = open_at("/events", width=width)
        assert page.get_by_role("link", name="Events", exact=True).is_visible() is opened
        assert page.get_by_text("Menu", exact=True).is_visible() is not opened
    page.get_by_text("Menu", exact=True).click()
    assert page.get_by_role("link", name="Events", exact=True).is_visible()
