from __future__ import annotations

import csv
import html
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from types import ModuleType

import pytest
import wikitextparser
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import InputError, SettingError
from rashomon.model.codec import from_json
from rashomon.model.events import Linked
from rashomon.model.record import Record
from rashomon.writing import render_article, render_outputs
from rashomon.writing.article.plan import write_article
from rashomon.writing.article.wikitext import escape
from rashomon.writing.cite import safe_url, sentences_of
from rashomon.writing.wording.kinds import HEADINGS

FILES = [
    "claims.jsonl",
    "record.json",
    "set_aside.jsonl",
    "events.csv",
    "article.md",
    "article.wiki",
    "infobox.wiki",
    "index.html",
]
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "}}{{delete}}|x=y",
    "]] [[File:x.png|thumb]] <ref>z</ref> <nowiki>",
    "a\n== Heading ==\n* list\n|}\r\u2028#redirect [[x]]",
    "javascript:alert(1)",
    "=2+3",
]


def test_every_file_is_there(cases: ModuleType) -> None:
    assert list(render_outputs(cases.VIEW)) == FILES


def test_claims_have_every_key_and_stand_in_their_report(cases: ModuleType) -> None:
    rows = [json.loads(line) for line in render_outputs(cases.VIEW)["claims.jsonl"].split("\n")[:-1]]
    keys = [
        "id",
        "report_id",
        "source_ref",
        "passage",
        "passages",
        "facet",
        "value",
        "about",
        "by",
        "scope",
        "scope_basis",
        "coverage",
        "subset_of",
        "as_of",
        "polarity",
        "certainty",
        "attribution",
        "statement_id",
        "event_ids",
        "flags",
        "reader",
        "confidence",
    ]
    assert len(rows) == len(cases.CLAIMS)
    for row in rows:
        assert list(row) == keys
        text = cases.VIEW.reports[row["report_id"]].text
        assert row["passage"] == row["passages"][0]
        for passage in row["passages"]:
            assert text[passage["start"] : passage["end"]] == passage["words"]
        assert row["attribution"][-1]["source_kind"] == "outlet"


def test_a_claim_carries_its_events_side_and_unknown_upper_bound(cases: ModuleType) -> None:
    rows = [json.loads(line) for line in render_outputs(cases.VIEW)["claims.jsonl"].splitlines()]
    twelve = next(row for row in rows if row["passage"]["words"] == "At least 12 rebels")
    assert twelve["value"] == {
        "kind": "count",
        "low": 12,
        "high": None,
        "approximate": False,
        "as_written": "At least 12",
        "vague": None,
    }
    assert twelve["about"]["side"] == "B"
    assert twelve["by"] is None
    assert twelve["event_ids"] == ["e_1"]
    assert [link["source"] for link in twelve["attribution"]] == [
        "an army spokesman",
        "Radio Delta",
        "Lake Gazette",
    ]
    nine = next(row for row in rows if row["passage"]["words"] == "9 bandits were killed")
    assert nine["event_ids"] == ["e_1", "e_2"]


def test_the_record_reads_back_as_the_same_value(cases: ModuleType) -> None:
    text = render_outputs(cases.VIEW)["record.json"]
    assert from_json(Record, text) == cases.RECORD
    finding = json.loads(text)["events"][0]["findings"][0]
    assert {"id": "river-front", "name": "River Front"}.items() <= finding["about"]["actors"][0].items()


def test_set_aside_words_stand_in_the_quarantine_file_only(cases: ModuleType) -> None:
    files = render_outputs(cases.VIEW)
    row = json.loads(files.pop("set_aside.jsonl"))
    assert (row["source_ref"], row["reason"], row["length"]) == ("gazette.txt", "reader_comment", 29)
    for name, text in files.items():
        assert "SECRET" not in text, name
        assert "they all lied" not in text, name
    assert "reader comment (29 characters)" in files["index.html"]


def test_whole_texts_come_with_a_warning_and_only_when_asked_for(cases: ModuleType) -> None:
    plain = render_outputs(cases.VIEW)["index.html"]
    embedded = render_outputs(cases.VIEW, with_texts=True)["index.html"]
    assert "holds the whole texts" not in plain
    assert "holds the whole texts" in embedded
    assert "SECRET COMMENT: they all lied" in embedded


def test_private_names_are_left_out_unless_asked_for(cases: ModuleType) -> None:
    for name, text in render_outputs(cases.VIEW).items():
        assert "Brook" not in text, name
    named = render_outputs(cases.VIEW, names=True)
    assert "Ada Brook" in named["claims.jsonl"]
    assert "Those named as victims include Ada Brook" in named["article.md"]
    assert "names private persons" in named["index.html"]


def test_one_who_speaks_for_a_body_is_not_private(cases: ModuleType) -> None:
    first = cases.CLAIMS[4]
    link = replace(first.attribution[0], source="Colonel Ada Brook", person="Ada Brook")
    claims = {**cases.VIEW.claims, first.id: replace(first, attribution=(link, *first.attribution[1:]))}
    text = render_outputs(replace(cases.VIEW, claims=claims))["claims.jsonl"]
    assert "Ada Brook" in text


def test_every_sentence_rests_on_claims_or_on_reports_searched(cases: ModuleType) -> None:
    for event in cases.RECORD.events:
        for one in sentences_of(write_article(cases.VIEW, event.id)):
            known = [i for i in one.claim_ids if i in cases.VIEW.claims]
            assert len(known) == len(one.claim_ids)
            assert known or one.searched


def test_figures_keep_their_speaker_reach_bound_and_hedge(cases: ModuleType) -> None:
    text = render_outputs(cases.VIEW)["article.md"]
    assert (
        "The number of members of the River Front killed was given as nine by Hill Guard on 5 May "
        "(across two clashes on 4 May), as possibly five by Lake Gazette on 6 May and as at least 12 by "
        "an army spokesman (apparently quoted by Radio Delta, reported on 6 May); "
        "not all of these figures cover the same clashes."
    ) in text
    assert "On 5 May Hill Guard said that, across two clashes on 4 May, three of its own fighters" in text
    assert "9 to 12" not in text
    assert "9–12" not in text


def test_a_denial_stands_with_its_speaker_and_an_absence_with_the_reports_searched(cases: ModuleType) -> None:
    text = render_outputs(cases.VIEW)["article.md"]
    assert "The River Front denied responsibility, according to Hill Guard." in text
    assert (
        "No figure for losses of the Armed forces of Norland was found in any of the two reports searched."
        in text
    )


def test_no_word_that_takes_sides_on_who_said_it(cases: ModuleType) -> None:
    for form in ("markdown", "wikitext", "html"):
        text = render_article(cases.VIEW, "e_1", form)
        assert not re.search(r"\b(?:claimed|affirmed|admitted|revealed)\b", text)


def test_the_box_reads_back_with_the_same_values(cases: ModuleType) -> None:
    article = write_article(cases.VIEW, "e_1")
    box = next(t for t in wikitextparser.parse(render_outputs(cases.VIEW)["infobox.wiki"]).templates)
    assert box.name.strip() == "Infobox military conflict"
    for field in article.infobox:
        argument = box.get_arg(field.name)
        assert argument is not None
        assert _shown(argument.value) == [entry.text for entry in field.entries]
    assert box.get_arg("conflict").value.strip() == article.title
    assert box.get_arg("coordinates").value.strip().startswith("{{coord|12.50|3.25|")


def _shown(wikitext: str) -> list[str]:
    """The entries of a field as a reader sees them, without references and notes."""
    parsed = wikitextparser.parse(wikitext)
    lists = [t for t in parsed.templates if t.name.strip() == "plainlist"]
    body = lists[0].arguments[0].value if lists else wikitext
    body = re.sub(r"<ref[^>]*/>|<ref[^>]*>.*?</ref>|\{\{efn\|.*?\}\}", "", body, flags=re.DOTALL)
    lines = [line.removeprefix("*") for line in body.split("\n")] if lists else [body]
    return [html.unescape(line.replace("'''", "")).strip() for line in lines if line.strip()]


def test_references_are_named_once_and_reused(cases: ModuleType) -> None:
    text = render_outputs(cases.VIEW)["article.wiki"]
    assert text.count("{{cite news") == 1
    assert text.count("{{cite web") == 1
    defined = set(re.findall(r'<ref name="([^"]+)">', text))
    assert set(re.findall(r'<ref name="([^"]+)" />', text)) <= defined
    assert "[[Category" not in text


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words_in_html(cases: ModuleType, words: str) -> None:
    page = render_outputs(cases.hostile_view(words))["index.html"]
    seen = _Page()
    seen.feed(page)
    assert "script" not in seen.tags
    assert "img" not in seen.tags
    assert not [name for name in seen.attributes if name.startswith("on")]
    beside = set(FILES) - {"index.html"}
    assert all(link in beside or link.startswith(("#", "http://", "https://")) for link in seen.links)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words_in_wikitext(cases: ModuleType, words: str) -> None:
    text = render_outputs(cases.hostile_view(words))["article.wiki"]
    parsed = wikitextparser.parse(text)
    known = {
        "Infobox military conflict",
        "plainlist",
        "efn",
        "cite news",
        "cite web",
        "coord",
        "notelist",
        "reflist",
    }
    assert {template.name.strip() for template in parsed.templates} <= known
    assert not parsed.wikilinks
    assert {tag.name for tag in parsed.get_tags()} <= {"ref"}
    box = parsed.templates[0]
    assert all(re.fullmatch(r" ?\w+ ?", argument.name) for argument in box.arguments)
    headings = re.findall(r"^=.*=$", text, flags=re.MULTILINE)
    assert {heading.strip("= ") for heading in headings} <= {
        *HEADINGS,
        *("Prelude", "Aftermath", "Notes", "References"),
    }


def test_a_csv_cell_is_never_a_formula(cases: ModuleType) -> None:
    rows = list(csv.reader(io.StringIO(render_outputs(cases.hostile_view("=2+3"))["events.csv"])))
    assert rows[1][1] == "'=2+3"
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


@given(st.text(max_size=60))
def test_escaped_wikitext_reads_back_as_the_text(words: str) -> None:
    shown = escape(words)
    assert not re.search(r"[{}\[\]|<>\n=~]", shown)
    blanks = re.compile(r"[\s\x00-\x1f\x7f\u2028\u2029]+")
    if not re.search(r"&#?\w+;|[\x80-\x9f]", words):
        assert html.unescape(shown) == blanks.sub(" ", words).strip()


def test_the_page_asks_nothing_of_the_network_and_runs_nothing(cases: ModuleType) -> None:
    page = render_outputs(cases.VIEW)["index.html"]
    assert "default-src 'none'" in html.unescape(page)
    assert not re.search(r"<(?:script|link|iframe|object|img)\b", page)
    assert "url(" not in page
    assert "style=" not in page
    assert len(page) < 3_000_000


def test_the_page_shows_chain_silence_skips_and_open_bounds(cases: ModuleType) -> None:
    page = html.unescape(render_outputs(cases.VIEW)["index.html"])
    assert "an army spokesman → Radio Delta → Lake Gazette" in page
    assert "it tells of no violence" in page
    assert "page.pdf: it holds no text" in page
    assert "No upper bound was given" in page
    assert "One speaker gives at least 12, another 9." in page


def test_ids_on_the_page_are_unique(cases: ModuleType) -> None:
    found = re.findall(r'\bid="([^"]+)"', render_outputs(cases.VIEW)["index.html"])
    assert len(found) == len(set(found))
    linked = set(re.findall(r'href="#([^"]+)"', render_outputs(cases.VIEW)["index.html"]))
    assert linked <= set(found)


def test_outputs_do_not_depend_on_the_order_of_reports(cases: ModuleType) -> None:
    turned = replace(
        cases.VIEW,
        reports=dict(reversed(cases.VIEW.reports.items())),
        claims=dict(reversed(cases.VIEW.claims.items())),
        readings=tuple(reversed(cases.VIEW.readings)),
    )
    assert render_outputs(turned) == render_outputs(cases.VIEW)


def test_a_case_without_events_still_gives_every_file(cases: ModuleType) -> None:
    empty = replace(cases.VIEW, linked=Linked(), record=replace(cases.RECORD, events=()))
    files = render_outputs(empty)
    assert list(files) == FILES
    assert files["article.md"].startswith("No event was found")
    assert "No event was found" in files["index.html"]


def test_an_unknown_event_or_form_is_told(cases: ModuleType) -> None:
    with pytest.raises(InputError, match="there is no event 'e_9'"):
        render_article(cases.VIEW, "e_9", "markdown")
    with pytest.raises(SettingError, match="Forms: markdown, wikitext, infobox, html"):
        render_article(cases.VIEW, "e_1", "docx")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "http://", "https://a b", "//x", None]
)
def test_only_plain_web_addresses_become_links(url: str | None) -> None:
    assert safe_url(url) is None


def test_a_plain_web_address_is_kept() -> None:
    assert safe_url("https://gazette.example/a?b=c") == "https://gazette.example/a?b=c"


def test_an_actor_on_one_speakers_word_is_not_stated_as_fact(cases: ModuleType) -> None:
    """The lead says who fought whom only where no single other body is the sole source."""
    lead = write_article(cases.VIEW, "e_1").sections[0].sentences[0].text
    assert "between the Armed forces of Norland and the River Front" in lead
    told = {one.id: one for one in cases.CLAIMS}
    for one in cases.CLAIMS:
        if one.about and cases.FRONT in one.about.actors:
            told[one.id] = replace(one, attribution=(cases.SPOKESMAN, cases.outlet(one.report_id)))
    lead = write_article(replace(cases.VIEW, claims=told), "e_1").sections[0].sentences[0].text
    assert "River Front" not in lead
