from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from rashomon.writing import render_outputs

pytestmark = pytest.mark.browser

PAGES = ("index.html", "article.html", "audit.html")
PHONE = 360
HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'><a href=javascript:alert(3)>"
Open = Callable[..., Any]


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a hand-built case whose every text field holds markup."""
    place = Path(__file__).parents[1] / "writing" / "cases.py"
    spec = importlib.util.spec_from_file_location("hostile_cases", place)
    assert spec is not None
    assert spec.loader is not None
    cases = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(cases)
    path = tmp_path_factory.mktemp("hostile") / "index.html"
    path.write_text(render_outputs(cases.hostile_view(HOSTILE))["index.html"], encoding="utf-8")
    return path


def faults_of(page: Any) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']} ({fault['impact']}): {node['html'][:200]}"
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"][:3]
    ]


def open_all(page: Any) -> None:
    """Opens every folded part, so that all of it is looked at."""
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_grave_fault(example: Path, open_page: Open, name: str, dark: bool) -> None:
    opened = open_page(example / name, dark=dark)
    open_all(opened.page)
    assert faults_of(opened.page) == []


def test_axe_finds_no_grave_fault_on_a_phone(example: Path, open_page: Open) -> None:
    opened = open_page(example / "index.html", width=PHONE)
    assert faults_of(opened.page) == []


@pytest.mark.parametrize("name", PAGES)
def test_the_page_asks_for_nothing_and_reports_no_error(example: Path, open_page: Open, name: str) -> None:
    opened = open_page(example / name)
    open_all(opened.page)
    opened.page.wait_for_load_state("networkidle")
    assert opened.asked == []
    assert opened.errors == []
    assert opened.page.evaluate("performance.getEntriesByType('resource').length") == 0


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_light(example: Path, name: str) -> None:
    assert (example / name).stat().st_size < 3_000_000


@pytest.mark.parametrize("width", [320, PHONE, 768, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_sideways(example: Path, open_page: Open, name: str, width: int) -> None:
    page = open_page(example / name, width=width).page
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [PHONE, 1280])
@pytest.mark.parametrize("name", ["index.html", "article.html"])
def test_pointing_at_a_sentence_shows_its_evidence(
    example: Path, open_page: Open, name: str, width: int
) -> None:
    page = open_page(example / name, width=width).page
    sentence = page.locator(".said").first
    evidence = sentence.locator(".pop")
    assert not evidence.is_visible()
    sentence.hover(position={"x": 8, "y": 8})
    assert evidence.is_visible()
    assert evidence.locator("mark").first.inner_text()
    box = evidence.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_the_pointer_can_move_on_to_the_evidence(example: Path, open_page: Open) -> None:
    page = open_page(example / "article.html").page
    sentence = page.locator(".said").first
    last = sentence.evaluate(
        "one => { const all = one.getClientRects(); const r = all[all.length - 1];"
        " return [r.x + 4, r.y + r.height / 2]; }"
    )
    page.mouse.move(*last)
    box = sentence.locator(".pop").bounding_box()
    page.mouse.move(last[0], box["y"] + 6, steps=12)
    assert sentence.locator(".pop").is_visible()


def test_the_keyboard_shows_it_too(example: Path, open_page: Open) -> None:
    page = open_page(example / "article.html").page
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('said')"):
            break
    focused = page.locator(".said:focus")
    assert focused.locator(".pop").is_visible()
    style = focused.evaluate("one => getComputedStyle(one).outlineStyle")
    assert style == "solid"


def test_the_first_stop_is_a_way_past_the_head(example: Path, open_page: Open) -> None:
    page = open_page(example / "index.html").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_figure_leads_to_its_words(example: Path, open_page: Open) -> None:
    page = open_page(example / "index.html").page
    link = page.locator(".range .figure a").first
    target = page.locator(link.get_attribute("href"))
    assert not target.is_visible()
    link.click()
    assert target.is_visible()
    sentence = page.locator(".context", has=target).locator("mark").first
    assert sentence.is_visible()
    assert sentence.bounding_box()["y"] >= 0


def test_the_map_and_the_charts_are_drawn(example: Path, open_page: Open) -> None:
    page = open_page(example / "index.html").page
    land = page.locator(".map path.home").first.bounding_box()
    assert land["width"] > 200
    rows = page.locator("section[aria-labelledby=record] .range svg.plot.own").first
    assert rows.bounding_box()["width"] > 200
    assert page.locator(".map text.event").first.text_content() == "Akabar"


def test_an_event_of_the_list_opens_where_it_leads(example: Path, open_page: Open) -> None:
    page = open_page(example / "index.html").page
    link = page.locator(".events a").nth(1)
    facts = page.locator(link.get_attribute("href")).locator("dl.facts")
    assert not facts.is_visible()
    link.click()
    assert facts.is_visible()


def test_hostile_words_do_nothing_in_a_browser(hostile: Path, open_page: Open) -> None:
    opened = open_page(hostile)
    open_all(opened.page)
    opened.page.wait_for_load_state("networkidle")
    assert opened.asked == []
    assert opened.errors == []
    assert opened.page.locator("script, img, iframe, object, b b").count() == 0
    assert opened.page.evaluate("document.title") == HOSTILE
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("width", [PHONE, 768, 1280])
@pytest.mark.parametrize("which", [".map > svg > text", ".strip > text"])
def test_no_label_of_a_drawing_covers_another(example: Path, open_page: Open, which: str, width: int) -> None:
    page = open_page(example / "index.html", width=width).page
    first = page.locator("section[aria-labelledby=record]")
    boxes = first.locator(which).evaluate_all(
        "all => all.map(one => { const r = one.getBoundingClientRect();"
        " return [r.x, r.y + r.height * 0.2, r.right, r.bottom - r.height * 0.2, one.textContent]; })"
    )
    seen = [box for box in boxes if box[2] > box[0]]
    assert len(seen) > 3
    covering = [
        (one[4], two[4])
        for n, one in enumerate(seen)
        for two in seen[n + 1 :]
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]
    assert covering == []
