"""The box of the article's wikitext, read back with wikitextparser: the same values as the box by itself."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
import wikitextparser
from hypothesis import given
from hypothesis import strategies as st

from rashomon.writing import render_article
from rashomon.writing.article.plan import write_article

_REFERENCE = re.compile(r"<ref[^>]*/>|<ref[^>]*>.*?</ref>", re.DOTALL)


def box_of(wikitext: str) -> Any:
    parsed = wikitextparser.parse(wikitext)
    boxes = [t for t in parsed.templates if t.normal_name().strip().casefold().startswith("infobox ")]
    assert len(boxes) == 1
    return boxes[0]


def lines_of(value: str) -> list[str]:
    """The entries of a parameter as plain words: without list marks, notes, references and bold."""
    bare = _REFERENCE.sub("", value)
    for template in reversed(wikitextparser.parse(bare).templates):
        if template.normal_name().strip() == "efn":
            bare = bare.replace(template.string, "")
    listed = re.fullmatch(r"\s*\{\{plainlist\|\n(.*)\n\}\}\s*", bare, re.DOTALL)
    entries = re.split(r"^\* ", listed.group(1), flags=re.MULTILINE)[1:] if listed else [bare]
    return [html.unescape(entry.replace("'''", "")).strip() for entry in entries]


def values_of(wikitext: str) -> dict[str, list[str]]:
    return {argument.name.strip(): lines_of(argument.value) for argument in box_of(wikitext).arguments}


@pytest.mark.parametrize("event_id", ["e_1", "e_2", "e_3"])
def test_the_article_s_box_has_the_values_of_the_box_alone(cases: ModuleType, event_id: str) -> None:
    article = render_article(cases.VIEW, event_id, "wikitext")
    assert values_of(article) == values_of(render_article(cases.VIEW, event_id, "infobox"))


@pytest.mark.parametrize("event_id", ["e_1", "e_3"])
def test_the_box_has_the_values_it_was_made_of(cases: ModuleType, event_id: str) -> None:
    made = write_article(cases.VIEW, event_id)
    found = values_of(render_article(cases.VIEW, event_id, "wikitext"))
    assert found.pop("conflict") == [made.title]
    found.pop("coordinates", None)
    assert found == {field.name: [entry.text for entry in field.entries] for field in made.infobox}


def test_the_box_of_an_attack_on_civilians_reads_back_too(cases: ModuleType) -> None:
    events = tuple(replace(event, kind="attack_on_civilians") for event in cases.RECORD.events)
    view = replace(cases.VIEW, record=replace(cases.RECORD, events=events))
    assert values_of(render_article(view, "e_1", "wikitext")) == values_of(
        render_article(view, "e_1", "infobox")
    )


_WORDS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("{}[]|='<>*#\n\u2028\u202e")),
    min_size=1,
    max_size=40,
)


@given(_WORDS)
def test_hostile_words_give_the_box_no_parameter(cases: ModuleType, words: str) -> None:
    view = cases.hostile_view(words)
    article = render_article(view, "e_1", "wikitext")
    names = [argument.name.strip() for argument in box_of(article).arguments]
    assert names == list(values_of(render_article(view, "e_1", "infobox")))
    assert set(names) <= {"conflict", "coordinates"} | {f.name for f in write_article(view, "e_1").infobox}
