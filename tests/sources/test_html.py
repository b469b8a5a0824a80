from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pace import within

from rashomon.model.report import Report
from rashomon.sources import GivenMetadata

Lay = Callable[..., Path]
Reports = Callable[..., list[Report]]
NOTHING = GivenMetadata()
ONE = "Gunmen in three trucks drove into the market of Tamsla on Monday morning, the mayor said on the radio."
TWO = "Soldiers from the garrison fired back, and the shooting lasted until noon, two traders told the paper."
THREE = (
    "The mayor counted seven dead gunmen, while an officer at the garrison spoke of nine and four prisoners."
)
STORY = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
HEAD = """<title>Shots at the market | The Letter</title><link rel="canonical" href="https://letter.example/shots">
<meta property="og:site_name" content="The Letter"><meta property="og:title" content="Shots at the market">
<meta name="author" content="Ada Diop"><meta property="article:published_time" content="2019-05-07T09:00:00Z">"""


@pytest.fixture
def read(lay: Lay, reports_of: Reports) -> Callable[..., Report]:
    """The report on a page with this body."""

    def read(body: str, *, head: str = "", given: GivenMetadata = NOTHING, lang: str = "en") -> Report:
        page = f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
        (report,) = reports_of(lay({"page.html": page}), given=given)
        return report

    return read


def outside(report: Report) -> list[tuple[str, str]]:
    return [(piece.reason, piece.words) for piece in report.set_aside if not piece.inside]


def test_the_text_stands_a_paragraph_a_line(read: Callable[..., Report]) -> None:
    report = read(f"<article>{STORY}</article>", head=HEAD)
    assert report.text == f"{ONE}\n{TWO}\n{THREE}"
    assert report.extractor is not None


def test_a_page_says_its_own_metadata(read: Callable[..., Report]) -> None:
    report = read(f"<article>{STORY}</article>", head=HEAD, lang="en-GB")
    assert (report.title, report.outlet, report.author) == ("Shots at the market", "The Letter", "Ada Diop")
    assert (report.published, report.url) == ("2019-05-07", "https://letter.example/shots")
    assert (report.language, report.language_basis) == ("en", "page")


def test_linked_data_goes_above_meta_tags_and_given_metadata_above_both(read: Callable[..., Report]) -> None:
    linked = """<script type="application/ld+json">{"@graph": [{"@type": "PressRelease"}, {"@type": ["NewsArticle"],
    "headline": "Shooting at Tamsla", "datePublished": "2019-05-08", "publisher": {"name": "Letter Press"}}]}</script>"""
    report = read(STORY, head=HEAD + linked)
    assert (report.title, report.published, report.outlet) == (
        "Shooting at Tamsla",
        "2019-05-08",
        "Letter Press",
    )
    report = read(STORY, head=HEAD + linked, given=GivenMetadata(published="2019-05", kind="interview"))
    assert (report.published, report.kind, report.outlet) == ("2019-05", "interview", "Letter Press")


@pytest.mark.parametrize("linked", ["{oops", "[1, null]", '{"@type": 5}', "[" * 50_000, '"text"'])
def test_broken_linked_data_is_passed_over(read: Callable[..., Report], linked: str) -> None:
    report = read(STORY, head=f'{HEAD}<script type="application/ld+json">{linked}</script>')
    assert report.published == "2019-05-07"


def test_a_day_is_taken_from_markup_and_never_from_the_prose(read: Callable[..., Report]) -> None:
    prose = "<p>On 4 May 2011 the market had been raided already, on 2011-05-04 to be exact.</p>"
    assert read(f"{STORY}{prose}<footer>© 2019 The Letter</footer>").published is None
    marked = '<time class="entry-date" datetime="2031-05-02">2 May 2031</time>'
    assert read(f"<article>{marked}{STORY}{prose}</article>").published == "2031-05-02"
    posted = '<p class="post-date">Posted on May 7, 2019</p>'
    assert read(f"<article>{posted}{STORY}{prose}</article>").published == "2019-05-07"
    bare = f"<div>{ONE} It was 2011-05-04.<br>{TWO} That was 04/05/2011, and <b>2011-05-04</b> was dry.</div>"
    assert read(bare).published is None


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<nav>Nine hundred died</nav>", "navigation"),
        ("<footer>Nine hundred died</footer>", "navigation"),
        ("<aside>Nine hundred died</aside>", "related"),
        ('<div id="comments"><p>Nine hundred died</p></div>', "comment"),
        ('<section class="post-comments-3">Nine hundred died</section>', "comment"),
        ('<div class="newsletter-box">Nine hundred died</div>', "donation"),
        ('<ul class="related-posts"><li>Nine hundred died</li></ul>', "related"),
        ('<div class="cookie-banner">Nine hundred died</div>', "notice"),
        ('<p style="Display: none">Nine hundred died</p>', "hidden"),
        ("<p hidden>Nine hundred died</p>", "hidden"),
    ],
)
def test_what_is_no_report_is_kept_beside_it(read: Callable[..., Report], markup: str, reason: str) -> None:
    report = read(f"<article>{STORY}{markup}</article>")
    assert report.text == f"{ONE}\n{TWO}\n{THREE}"
    assert outside(report) == [(reason, "Nine hundred died")]


def test_scripts_and_markup_comments_give_no_words(read: Callable[..., Report]) -> None:
    odd = "<script>alert('nine hundred')</script><!-- nine hundred --><style>p{}</style>"
    report = read(f"{odd}<article>{STORY}{odd}</article>")
    assert "nine hundred" not in report.text
    assert outside(report) == []


def test_an_element_that_holds_the_whole_page_is_the_page(read: Callable[..., Report]) -> None:
    assert ONE in read(f'<form id="aspnet"><div class="membership-layout">{STORY}</div></form>').text


def test_paragraphs_of_a_short_page_stay_apart(read: Callable[..., Report]) -> None:
    report = read("<p>Two soldiers were killed.</p><ul><li><p>Donate today.</p></li></ul><p>Five fled.</p>")
    assert [words.lstrip("- ") for words in report.text.split("\n")] == [
        *("Two soldiers were killed.", "Donate today.", "Five fled."),
    ]


def test_a_cut_page_is_read_with_a_note(lay: Lay, reports_of: Reports) -> None:
    root = lay({"cut.html": f"<html><head>{HEAD}</head><body><article>{STORY}<p>A trader ad"})
    (report,) = reports_of(root)
    assert report.text.startswith(ONE)
    assert report.notes == ("the page ends without its closing tags; it may have been cut off",)


def test_a_page_without_words_is_told(lay: Lay, skipped_of: Callable[..., dict[str, str]]) -> None:
    root = lay({"a.html": "<html><body><nav>Home</nav></body></html>", "b.html": " ", "c.html": "<!-- -->"})
    assert set(skipped_of(root)) == {"a.html", "b.html", "c.html"}


def test_a_declared_encoding_is_believed(lay: Lay, reports_of: Reports) -> None:
    page = (
        f'<html><head><meta charset="windows-1251"></head><body><p>Стрельба у рынка</p>{STORY}</body></html>'
    )
    (report,) = reports_of(lay({"a.html": page.encode("cp1251")}))
    assert report.text.startswith("Стрельба у рынка\n")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 200 + STORY + "</div>" * 200,
        "<div class=share>" * 5000 + STORY,
        "<" * 300_000,
        "<p class=x>word " * 20_000,
        "<b>" * 20_000 + STORY,
        f'<p class="{"share " * 50_000}">x</p>{STORY}',
    ],
    ids=["deep", "deep and named", "angles", "paragraphs", "open tags", "long class"],
)
def test_odd_markup_takes_no_long_time(body: str, lay: Lay, skipped_of: Callable[..., object]) -> None:
    path = lay({"a.html": f"<html><body>{body}</body></html>"})
    with within(8):
        skipped_of(path)
