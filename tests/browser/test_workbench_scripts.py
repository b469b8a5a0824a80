"""The workbench's scripts on small pages made by hand, under its own Content-Security-Policy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect
from tests.browser.conftest import listening

from rashomon.workbench.guards import POLICY

pytestmark = pytest.mark.browser

SITE = "http://workbench.test"
KINDS = {"css": "text/css", "js": "text/javascript", "json": "application/json", "png": "image/png"}
HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
<meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":"reload","extensions":"none","noSwap":[204,304,403,422,"5xx"]}'>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/static/page.css"><link rel="stylesheet" href="/static/workbench.css">
<script src="/static/vendor/htmx/htmx.min.js" defer></script><script type="module" src="/static/workbench.js"></script></head><body>
<button type="button" data-keys-help hidden>Keys</button><main id="main" tabindex="-1"><h1>Bench</h1>"""
FOOT = (
    '</main><p id="said" class="unseen" role="status"></p><div id="notices" role="alert"></div></body></html>'
)

Answer = tuple[int, str]


class Site:
    """Pages by path; what was sent; what the console said."""

    def __init__(self) -> None:
        self.pages: dict[str, Callable[[str], Answer]] = {}
        self.sent: list[str] = []
        self.elsewhere: list[str] = []
        self.errors: list[str] = []

    def answer(self, route: Route) -> None:
        url = route.request.url
        if not url.startswith(SITE):
            self.elsewhere.append(url)
            route.abort()
            return
        path = url.removeprefix(SITE).partition("?")[0]
        if path.startswith("/static/"):
            route.fulfill(status=200, body=_file(path), content_type=KINDS[path.rpartition(".")[2]])
            return
        body = route.request.post_data or url.partition("?")[2]
        self.sent.append(f"{route.request.method} {path} {body}".strip())
        status, words = self.pages[path](body)
        if path.endswith(".json"):
            route.fulfill(status=status, body=words, content_type="application/json")
            return
        route.fulfill(
            status=status,
            body=f"{HEAD}{words}{FOOT}",
            headers={"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY},
        )


def _file(path: str) -> bytes:
    name = path.removeprefix("/static/")
    if name == "page.css":
        return (files("rashomon.writing.page") / "templates" / name).read_bytes()
    return (files("rashomon.workbench") / "static" / name).read_bytes()


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def page(window: Page, site: Site) -> Iterator[Page]:
    window.set_viewport_size({"width": 1000, "height": 800})
    window.emulate_media(reduced_motion="reduce")
    window.route("**/*", site.answer)
    with listening(
        window,
        pageerror=lambda error: site.errors.append(str(error)),
        console=lambda told: site.errors.append(told.text) if "Security" in told.text else None,
    ):
        yield window
    assert site.errors == []
    assert site.elsewhere == []


TOWNS = [
    {"name": "Ménaka", "lat": 15.918, "lon": 2.402},
    {"name": "Ansongo", "lat": 15.659, "lon": 0.502},
    {"name": "Ansongo Sud", "lat": 15.66, "lon": 0.51},
]


def show(page: Page, site: Site, words: str, path: str = "/") -> None:
    site.pages[path] = lambda _: (200, words)
    site.pages.setdefault("/towns.json", lambda _: (200, json.dumps({"towns": TOWNS})))
    page.goto(f"{SITE}{path}")
    # A wait by script would be an eval, which the policy forbids.
    expect(page.get_by_role("button", name="Keys")).to_be_visible()


CLAIMS = """<form action="/search"><input id="find" name="q" aria-label="Search" data-key="/" data-key-name="Search"></form>
<p id="log"></p>
""" + "".join(
    f"""<article id="claim-{n}" data-item aria-label="Claim {n}"><form method="post" action="/decide"><input type="hidden" name="claim" value="{n}">
<label for="why-{n}">Why</label><input id="why-{n}" name="why"> <button id="a-{n}" name="kind" value="accept" data-key="a">Accept</button></form>
<details><summary data-key="c">Correct</summary><label for="value-{n}">Value</label><input id="value-{n}" value="6"></details></article>"""
    for n in (1, 2, 3)
)


def at(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_keys_step_from_claim_to_claim_and_decide_on_the_one_they_are_at(page: Page, site: Site) -> None:
    site.pages["/decide"] = lambda _: (200, "done")
    show(page, site, CLAIMS)
    page.keyboard.press("a")
    assert at(page) == "claim-1", "the first press only shows which claim it would be for"
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    assert at(page) == "claim-2"
    assert page.locator(".here").count() == 1
    with page.expect_navigation():
        page.keyboard.press("a")
    assert "POST /decide claim=2&why=&kind=accept" in site.sent


def test_no_key_is_taken_from_somebody_who_types(page: Page, site: Site) -> None:
    show(page, site, CLAIMS)
    page.keyboard.press("j")
    page.focus("#why-1")
    page.keyboard.type("a jack/ c?")
    assert page.input_value("#why-1") == "a jack/ c?"
    assert page.locator("dialog").count() == 0
    assert not any(one.startswith("POST") for one in site.sent)


def test_a_key_with_control_or_alt_is_the_browsers(page: Page, site: Site) -> None:
    show(page, site, CLAIMS)
    for key in ("Control+j", "Alt+a", "Meta+c"):
        page.keyboard.press(key)
    assert page.locator(".here").count() == 0


def test_keys_open_the_fold_of_a_correction_and_go_to_the_search(page: Page, site: Site) -> None:
    show(page, site, CLAIMS)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("c")
    assert at(page) == "value-2"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert at(page) == "find"


def test_the_list_of_keys_is_made_from_the_page_and_keys_can_be_switched_off(page: Page, site: Site) -> None:
    show(page, site, CLAIMS)
    assert page.get_attribute("#a-1", "aria-keyshortcuts") == "a"
    page.keyboard.press("?")
    dialog = page.locator("dialog")
    assert dialog.locator("dt").all_inner_texts() == ["j k", "/", "a", "c", "?"]
    assert dialog.locator("dd").all_inner_texts() == [
        "Next, previous",
        "Search",
        "Accept",
        "Correct",
        "This list",
    ]
    assert grave_faults(page) == []
    dialog.get_by_label("Single keys are on").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.keyboard.press("j")
    assert page.locator(".here").count() == 0
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".here").count() == 0, "switched off stays off"
    page.get_by_role("button", name="Keys").click()
    dialog.get_by_label("Single keys are on").check()
    dialog.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    assert at(page) == "claim-1"


def test_a_page_opened_at_a_claim_starts_there(page: Page, site: Site) -> None:
    site.pages["/"] = lambda _: (200, CLAIMS)
    page.goto(f"{SITE}/#claim-2")
    expect(page.locator("#claim-2")).to_be_focused()


def grave_faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")]


TEXT = "😀 Fighters of the Alliance\ncame under fire near 𝔄kabar; six were killed."
REPORT = """<div id="text" class="text" tabindex="0" role="region" aria-label="Text" data-selecting="add"><span data-start="0">😀 Fighters of the <mark class="passage f-participant" data-facet="participant">Alliance</mark>
came under fire near</span><button data-not-text type="button">note</button><span data-start="47"> 𝔄kabar; <mark>six</mark> were killed.</span></div>
<details id="fold"><summary>Add</summary><form id="add"><p class="chosen" aria-live="polite"></p><input type="hidden" name="start"><input type="hidden" name="end">
<label for="words">Words</label><textarea id="words" name="words"></textarea><label for="facet">Facet</label><select id="facet" name="facet"><option>killed</option></select></form></details>"""


def chosen(page: Page) -> tuple[int, int, str]:
    start, end, words = page.evaluate(
        "(f => [f.start.value, f.end.value, f.words.value])(document.getElementById('add').elements)"
    )
    return int(start), int(end), words


def test_words_selected_with_the_mouse_are_counted_in_code_points(page: Page, site: Site) -> None:
    show(page, site, REPORT)
    page.locator("#text mark").nth(1).dblclick()
    expect(page.locator("#words")).not_to_have_value("")
    start, end, words = chosen(page)
    assert (TEXT[start:end], words) == ("six", "six")
    assert page.locator(".chosen").text_content() == "“six”"


def test_pulling_over_a_passage_that_is_a_link_selects_its_words(page: Page, site: Site) -> None:
    show(
        page,
        site,
        REPORT.replace("<mark>six</mark>", '<mark><a href="#claim">six were</a></mark>').replace(
            " were killed", " killed"
        ),
    )
    box = page.get_by_role("link", name="six were").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2, steps=6)
    page.mouse.up()
    expect(page.locator("#words")).to_have_value("six were")
    assert page.url == f"{SITE}/"
    page.mouse.click(600, 700)
    page.get_by_role("link", name="six were").click()
    page.wait_for_url("**/#claim")


def test_a_selection_across_stretches_leaves_out_what_is_not_the_reports(page: Page, site: Site) -> None:
    show(page, site, REPORT)
    page.evaluate(
        """() => { const marks = document.querySelectorAll('#text mark');
        document.getSelection().setBaseAndExtent(marks[0].firstChild, 0, marks[1].nextSibling, 5); }"""
    )
    page.dispatch_event("#text", "pointerup")
    expect(page.locator("#words")).not_to_have_value("")
    start, end, words = chosen(page)
    assert TEXT[start:end] == words == "Alliance\ncame under fire near 𝔄kabar; six were"


def test_every_selection_gives_the_words_of_the_text(page: Page, site: Site) -> None:
    """Whatever two places of the text are chosen, its words stand at the offsets given."""
    show(page, site, REPORT)
    found = page.evaluate(
        """async () => { const { passageOf } = await import('/static/selecting.js');
        const region = document.getElementById('text'); const nodes = [];
        const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('[data-not-text]')) nodes.push(walker.currentNode);
        const places = nodes.flatMap((n) => [...n.data].reduce((all, c) => [...all, [n, all.at(-1)[1] + c.length]], [[n, 0]]));
        const found = [];
        for (let i = 0; i < places.length; i += 3) for (let j = i + 1; j < places.length; j += 4) {
          const range = document.createRange(); range.setStart(...places[i]); range.setEnd(...places[j]);
          found.push(passageOf(range, region)); }
        return found; }"""
    )
    held = [one for one in found if one]
    assert len(held) > 100
    assert all(TEXT[one["start"] : one["end"]] == one["words"] for one in held)
    assert all(one["words"] == one["words"].strip() != "" for one in held)


def test_words_are_selected_with_the_keyboard_alone(page: Page, site: Site) -> None:
    show(page, site, REPORT)
    page.focus("#text")
    seen = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(chosen(page)[2])
    assert seen == ["😀", "Fighters", "of", "Fighters"]
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    start, end, words = chosen(page)
    assert TEXT[start:end] == words
    assert words == "Fighters of the"
    page.keyboard.press("Enter")
    assert page.get_attribute("#fold", "open") is not None
    assert at(page) == "words"


MAP = """<div class="bench-map" data-map="results" data-name="Events"></div><ul id="results"{points}>{rows}</ul>"""
ROWS = """<li data-lat="15.92" data-lon="2.4" data-prec="1" data-title="Clash at &lt;b&gt;Akabar" data-href="/events/e_1">one</li>
<li data-lat="15.92" data-lon="2.4" data-prec="1" data-title="A second clash" data-href="javascript:alert(1)">two</li>
<li data-lat="13.4" data-lon="13.3" data-prec="4" data-km="90" data-title="A raid" data-href="/events/e_3">three</li>
<li data-lat="95" data-lon="x" data-title="Nowhere">four</li>"""


def test_the_map_shows_the_places_of_the_list_and_is_reached_by_keyboard(page: Page, site: Site) -> None:
    show(page, site, MAP.format(points="", rows=ROWS))
    marks = page.locator(".bench-map .pin-place")
    marks.first.wait_for()
    assert marks.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))") == [
        "2 events here (exact place)",
        "A raid (somewhere in the province)",
    ]
    assert page.locator(".bench-map path.land").count() > 200
    assert page.locator(".bench-map path.spread").count() == 1
    assert page.locator(".bench-map .pin.rough").count() == 1
    assert grave_faults(page) == []
    marks.first.focus()
    page.keyboard.press("Enter")
    popup = page.locator(".leaflet-popup")
    assert popup.locator("li").all_inner_texts() == ["Clash at <b>Akabar", "A second clash"]
    assert popup.locator("li a").evaluate_all("all => all.map(one => one.getAttribute('href'))") == [
        "/events/e_1"
    ]
    assert page.evaluate("document.activeElement.textContent") == "Clash at <b>Akabar"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "2 events here (exact place)"


def test_the_map_takes_all_pages_of_a_list_from_its_address(page: Page, site: Site) -> None:
    points = [
        {"lat": 10, "lon": 10 + n, "prec": 2, "km": None, "title": f"Event {n}", "href": f"/events/e_{n}"}
        for n in range(5)
    ]
    site.pages["/events/points.json"] = lambda _: (200, json.dumps({"points": points}))
    show(page, site, MAP.format(points=' data-points="/events/points.json?q=x"', rows=""))
    page.locator(".pin-place").nth(4).wait_for()
    assert page.locator(".bench-map path.spread").count() == 5
    assert "GET /events/points.json q=x" in site.sent


def test_neighbours_of_many_places_share_a_mark_until_one_is_near(page: Page, site: Site) -> None:
    points = [
        {
            "lat": 10 + n % 40 / 10,
            "lon": 10 + n // 40 / 10,
            "prec": 1,
            "title": f"Event {n}",
            "href": f"/events/e_{n}",
        }
        for n in range(1600)
    ]
    site.pages["/events/points.json"] = lambda _: (200, json.dumps({"points": points}))
    show(page, site, MAP.format(points=' data-points="/events/points.json"', rows=""))
    marks = page.locator(".bench-map .pin-place")
    marks.first.wait_for()
    assert 4 < marks.count() < 200
    assert sum(int(words or 1) for words in marks.all_inner_texts()) == 1600
    name = marks.first.get_attribute("aria-label")
    assert name is not None
    assert name.endswith("events here (at several places: zoom in to tell them apart)")
    marks.first.focus()
    page.keyboard.press("Enter")
    assert "more in the list" in page.locator(".leaflet-popup").inner_text()
    page.keyboard.press("Escape")
    for _ in range(3):
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(100)
    assert 0 < sum(int(words or 1) for words in marks.all_inner_texts()) < 1600, (
        "only what is in sight is drawn"
    )


def test_the_map_names_the_towns_that_find_room(page: Page, site: Site) -> None:
    near = """<li data-lat="15.4" data-lon="2" data-prec="1" data-title="A clash">one</li>"""
    show(page, site, MAP.format(points="", rows=near))
    page.locator(".town-name").first.wait_for(state="attached")
    assert page.locator(".town-name").all_inner_texts() == ["Ménaka", "Ansongo"], (
        "the third would cover the second"
    )
    assert any(one.startswith("GET /towns.json south=") for one in site.sent)


def test_no_map_is_drawn_from_elsewhere(page: Page, site: Site) -> None:
    show(page, site, MAP.format(points=' data-points="https://elsewhere.test/points.json"', rows=ROWS))
    page.locator(".pin-place").first.wait_for()
    assert site.elsewhere == []


CARD = """<div id="card"><p id="value">{value}</p><form method="post" action="/decide" hx-post="/decide" hx-target="#card" hx-select="#card" hx-swap="outerHTML" hx-select-oob="#said:innerHTML" hx-sync="this:drop">
<label for="new">New</label><input id="new" name="new"><button id="go">Go</button></form></div>"""


def test_a_decision_swaps_its_card_and_keeps_the_focus(page: Page, site: Site) -> None:
    site.pages["/decide"] = lambda body: (200, CARD.format(value=body))
    show(page, site, CARD.format(value="old"))
    page.fill("#new", "7")
    page.focus("#go")
    page.keyboard.press("Enter")
    expect(page.locator("#value")).to_have_text("new=7")
    expect(page.locator("#go")).to_be_focused()


def test_where_what_had_the_focus_is_gone_it_goes_to_what_came_instead(page: Page, site: Site) -> None:
    site.pages["/decide"] = lambda _: (200, '<div id="card"><p>Nothing is left to decide.</p></div>')
    show(page, site, CARD.format(value="old"))
    page.focus("#go")
    page.keyboard.press("Enter")
    expect(page.locator("#card")).to_be_focused()


def test_a_link_to_a_form_leads_into_the_form(page: Page, site: Site) -> None:
    form = '<div id="card"><form id="card-form"><input type="hidden" name="seen"><label for="value">Value</label><input id="value"></form></div>'
    site.pages["/claim"] = lambda _: (200, form)
    link = '<div id="card" data-item tabindex="-1"><a href="/claim#card-form" hx-get="/claim" hx-target="#card" hx-select="#card" hx-swap="outerHTML" data-key="c">Correct</a></div>'
    show(page, site, link)
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator("#value")).to_be_focused()


@pytest.mark.parametrize(
    ("status", "answered", "told"),
    [
        (422, '<p id="trouble">new: "x" is no number.</p>', 'new: "x" is no number.'),
        (403, "", "This page is too old to decide from."),
        (500, "", "answered with an error (500)"),
    ],
)
def test_what_went_wrong_is_told_and_what_was_typed_stays(
    page: Page, site: Site, status: int, answered: str, told: str
) -> None:
    site.pages["/decide"] = lambda _: (status, answered)
    show(page, site, CARD.format(value="old"))
    page.fill("#new", "x")
    page.keyboard.press("Enter")
    page.locator("#notices p").wait_for()
    assert told in page.inner_text("#notices")
    assert page.input_value("#new") == "x"
    page.get_by_role("button", name="Dismiss").click()
    assert page.inner_text("#notices") == ""


def test_a_decision_that_met_another_shows_both_on_the_same_page(page: Page, site: Site) -> None:
    site.pages["/decide"] = lambda _: (409, "<h2>Decided in between</h2>")
    show(page, site, CARD.format(value="old"))
    page.focus("#go")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Decided in between").wait_for()
    expect(page.locator("#main")).to_be_focused()
    assert page.locator("#card").count() == 0


def test_empty_filters_are_left_out_of_the_address(page: Page, site: Site) -> None:
    form = """<form id="filter" action="/" hx-get="/" hx-trigger="submit, change" hx-target="#results" hx-select="#results" hx-swap="outerHTML" hx-push-url="true">
<label for="q">Words</label><input id="q" name="q"><label for="actor">Actor</label><select id="actor" name="actor"><option value="">Any</option><option>A</option></select><button>Filter</button></form><div id="results">all</div>"""
    show(page, site, form)
    page.fill("#q", "x")
    page.press("#q", "Enter")
    page.wait_for_url(f"{SITE}/?q=x")
    page.select_option("#actor", "A")
    page.wait_for_url(f"{SITE}/?q=x&actor=A")
