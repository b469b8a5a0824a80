from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.model.report import Report
from rashomon.sources.front_matter import read_front_matter

Lay = Callable[..., Path]
Reports = Callable[..., list[Report]]
STORY = "Gunmen drove into the market of Tamsla on Monday, and the mayor counted seven dead.\n"


def test_front_matter_is_metadata_and_stays_in_the_text_set_aside(lay: Lay, reports_of: Reports) -> None:
    head = '---\noutlet: The Letter\ndate: 2019-05-07\ntitle: "Raid on a market: seven dead"\n---\n'
    (report,) = reports_of(lay({"a.txt": head + STORY}))
    assert (report.outlet, report.published) == ("The Letter", "2019-05-07")
    assert report.title == "Raid on a market: seven dead"
    assert report.text == head + STORY
    assert [(p.reason, p.words) for p in report.set_aside] == [("front matter", head)]


def test_a_sidecar_goes_above_front_matter(lay: Lay, reports_of: Reports) -> None:
    root = lay({"a.md": f"---\npublished: 2019-05-07\n---\n{STORY}", "a.meta.json": '{"date": "2019-05-08"}'})
    assert [report.published for report in reports_of(root)] == ["2019-05-08"]


def test_what_cannot_be_meant_is_told_and_left_out(lay: Lay, reports_of: Reports) -> None:
    root = lay({"a.txt": f"---\noutlet: The Letter\ndate: last Friday\noutlets: two\n---\n{STORY}"})
    (report,) = reports_of(root)
    assert (report.outlet, report.published) == ("The Letter", None)
    assert any("'last Friday' is not a date" in note for note in report.notes)
    assert any('did you mean "outlet"?' in note for note in report.notes)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"---\n{STORY}---\n",
        f"---\nKilled: seven\nWounded: two\n---\n{STORY}",
        f"---\noutlet: The Letter\n{STORY}",
        f"{STORY}---\noutlet: The Letter\n---\n",
        "---\n" * 100,
    ],
)
def test_other_rules_and_lists_are_no_front_matter(text: str) -> None:
    assert read_front_matter(text).piece is None


def test_lists_and_comments_belong_to_the_field_above() -> None:
    text = "---\n# kept by hand\nlanguage: en\ntags:\n  - raid\n- market\n---\nSeven died.\n"
    front = read_front_matter(text)
    assert front.metadata.language == "en"
    assert front.piece is not None
    assert text[front.piece.end :] == "Seven died.\n"
