"""A whole case in the workbench, as `rashomon serve` opens it, in Chromium: by mouse, and by keyboard alone."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Download, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AS_READ, CORRECTED = ["11 (11–17)", "3"], ["12 (12–17)", "3"]
PATIENCE = 30_000
"""Milliseconds for the reader's process to start and read: it loads its models anew."""

REPORTS = {
    "one": (
        {"outlet": "The Courier", "published": "2019-06-20"},
        "Gunmen attacked the army post at Ansongo in Mali on Tuesday. Eleven soldiers were killed and four were "
        "wounded, a military spokesman said in Bamako.",
    ),
    "two": (
        {"outlet": "Gazette du Fleuve", "published": "2019-06-21"},
        "At least 17 soldiers were killed in Tuesday's attack on the army post at Ansongo in Mali, residents told "
        "Radio Nord.",
    ),
    "three": (
        {"outlet": "Radio Fleuve", "published": "2019-06-22"},
        "Gunmen stormed a checkpoint near Labbezanga in Mali on 18 June 2019 and killed three gendarmes, the "
        "governor said.",
    ),
    "four": (
        {"outlet": "Sahel Wire", "published": "2019-06-24"},
        "Soldiers were buried on Saturday after the attack of 18 June on the army post at Ansongo in Mali. "
        "The army says 11 of its soldiers were killed there.",
    ),
}
ARTICLE = "On 18 June 2019 gunmen attacked the army post at Ansongo in Mali. Nine soldiers were killed."


@pytest.fixture
def files(tmp_path: Path) -> dict[str, list[str]]:
    """Each report as a file with its metadata beside it."""
    found = {}
    for name, (metadata, text) in REPORTS.items():
        report, beside = tmp_path / f"{name}.txt", tmp_path / f"{name}.meta.json"
        report.write_text(text, encoding="utf-8")
        beside.write_text(json.dumps(metadata), encoding="utf-8")
        found[name] = [str(report), str(beside)]
    return found


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A new case as a person opens it; its address and its folder."""
    case = tmp_path / "ansongo"
    command = [
        sys.executable,
        "-m",
        "rashomon",
        "serve",
        str(case),
        "--new",
        "--port",
        "0",
        "--by",
        "Ada Coder",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stderr is not None
        told = next(line for line in process.stderr if "http://" in line)
        yield told.split()[-1].rstrip("/"), case
        process.send_signal(signal.SIGINT)
        assert process.wait(30) in (0, 130)


@pytest.fixture
def page(browser: Browser, served: tuple[str, Path]) -> Iterator[Page]:
    """The case in a browser; whatever goes wrong in it is found at the end."""
    context = browser.new_context(accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    opened, wrong = context.new_page(), []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    opened.goto(served[0])
    yield opened
    context.close()
    assert wrong == []


def killed(page: Page, address: str) -> list[str]:
    """What the list of events tells of deaths, event by event."""
    told = page.request.get(f"{address}/events.json").json()["events"]
    return sorted(str(one["killed"]) for one in told)


def add(page: Page, given: list[str]) -> None:
    page.get_by_role("link", name="Add reports").first.click()
    page.get_by_label("Files").set_input_files(given)
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("heading", name="Added", exact=True).wait_for()


def save(page: Page, press: Callable[[], Any]) -> Download:
    with page.expect_download() as coming:
        press()
    return coming.value


def test_a_case_from_its_first_report_to_its_download(
    page: Page, served: tuple[str, Path], files: dict[str, list[str]]
) -> None:
    address, _ = served
    expect(page.locator("main")).to_contain_text("no report", ignore_case=True)
    add(page, [*files["one"], *files["two"], *files["three"]])
    page.get_by_role("link", name="Events", exact=True).click()
    expect(page.get_by_role("link", name="Attack in Ansongo, 18 June 2019")).to_be_visible()
    assert killed(page, address) == AS_READ

    # A figure that was read wrong is put right, in place.
    page.get_by_role("link", name="Attack in Ansongo, 18 June 2019").click()
    card = page.locator("article.claim-card", has_text="Eleven").filter(has_text="Killed").first
    card.get_by_role("link", name="Correct").click()
    page.locator("form.correct [name=low]").fill("12")
    page.locator("form.correct [name=high]").fill("12")
    page.locator("form.correct").get_by_label("Reason").fill("the paper printed a correction")
    page.get_by_role("button", name="Keep the correction").click()
    expect(page.locator("article.claim-card.corrected")).to_contain_text("the paper printed a correction")
    assert killed(page, address) == CORRECTED

    # Two events are one fight.
    page.goto(f"{address}/events")
    page.get_by_role("link", name="Attack in Ansongo, 18 June 2019").click()
    page.get_by_role("link", name=re.compile("Attack near Labbezanga")).first.click()
    page.locator("#pair-why").fill("the checkpoint belongs to the post")
    page.locator("#merge").click()
    expect(page.get_by_role("status").filter(has_text="Kept: merge")).to_be_visible()
    merged = killed(page, address)
    assert len(merged) == 1

    # A new report comes in, is read, and both decisions hold.
    add(page, files["four"])
    told = page.request.get(f"{address}/events.json").json()["events"]
    assert [one["reports"] for one in told] == [4]
    page.get_by_role("link", name="Claims", exact=True).click()
    expect(page.locator("article.claim-card.corrected")).to_have_count(1)

    # The correction is taken back in the history; the merge stays.
    page.get_by_role("link", name="History").click()
    entry = page.get_by_role("listitem").filter(has_text="the paper printed a correction").first
    entry.get_by_label("Reason to undo").fill("the paper withdrew its correction")
    with page.expect_response(f"{address}/undo"):
        entry.get_by_role("button", name=re.compile("Undo|back")).first.click()
    page.goto(f"{address}/claims")
    expect(page.locator("article.claim-card.corrected")).to_have_count(0)
    assert len(killed(page, address)) == 1

    # Somebody's article is held against it, and the record is taken away.
    page.get_by_role("link", name="Audit").click()
    page.get_by_label("Pasted text").fill(ARTICLE)
    page.get_by_role("button", name="Check the article").click()
    verdicts = page.locator(".judged .verdict")
    verdicts.first.wait_for()
    expect(verdicts.filter(has_text=re.compile("contradicted|tension|altered", re.IGNORECASE))).to_have_count(
        1
    )
    page.get_by_role("link", name="Downloads").click()
    taken = save(page, lambda: page.get_by_role("link", name="record.json").click())
    record = json.loads(Path(taken.path()).read_text(encoding="utf-8"))
    assert [len(event["reports"]) for event in record["events"]] == [4]


MOST_TABS = 150
"""Presses of Tab on one page before a person would give up."""


def reach(page: Page, selector: str) -> None:
    """Move the focus by Tab alone to the first element that a selector names."""
    page.locator(selector).first.wait_for(state="attached")
    for _ in range(MOST_TABS):
        if page.locator(selector).first.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by {MOST_TABS} presses of Tab on {page.url}")


def follow(page: Page, selector: str) -> None:
    """Press Enter on what Tab leads to, and wait for what it brings."""
    reach(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def paste(page: Page, name: str) -> None:
    """Add a report as text, by keyboard."""
    metadata, text = REPORTS[name]
    follow(page, 'nav a[href="/add"]')
    reach(page, "#f-text")
    page.keyboard.insert_text(text)
    for field in ("outlet", "published"):
        reach(page, f"#f-{field}")
        page.keyboard.insert_text(metadata[field])
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Added", exact=True).wait_for()


def test_the_keyboard_alone_does_it_all(page: Page, served: tuple[str, Path]) -> None:
    address, _ = served
    for name in ("one", "two", "three"):
        paste(page, name)
    follow(page, 'nav a[href="/events"]')
    follow(page, 'main a:has-text("Attack in Ansongo")')
    page.locator("article.claim-card").first.wait_for()
    page.keyboard.press("j")
    page.keyboard.press("c")
    for field, said in (("low", "12"), ("high", "12"), ("why", "the paper printed a correction")):
        reach(page, f"form.correct [name={field}]")
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(said)
    page.keyboard.press("Enter")
    expect(page.locator("article.claim-card.corrected")).to_contain_text("the paper printed a correction")
    corrected = killed(page, address)
    assert corrected[0] != AS_READ[0]
    follow(page, 'main a[href^="/compare"]')
    reach(page, "#pair-why")
    page.keyboard.insert_text("the checkpoint belongs to the post")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Kept: merge")).to_be_visible()
    assert len(killed(page, address)) == 1
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Kept: undo")).to_be_visible()
    assert killed(page, address) == corrected
    follow(page, 'nav a[href="/audit"]')
    reach(page, "#a-text")
    page.keyboard.insert_text(ARTICLE)
    follow(page, "main form button.primary")
    page.locator(".judged .verdict").first.wait_for()
    follow(page, 'nav a[href="/downloads"]')
    reach(page, 'a:has-text("record.json")')
    record = json.loads(
        Path(save(page, lambda: page.keyboard.press("Enter")).path()).read_text(encoding="utf-8")
    )
    assert len(record["events"]) == 2
