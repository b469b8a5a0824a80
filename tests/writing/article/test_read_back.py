"""What we write as an article reads back as an article: the same fields with the same entries."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from rashomon.model.claims import Count
from rashomon.pipeline import read_article
from rashomon.writing.article.plan import write_article
from rashomon.writing.outputs import render_outputs


def _entries(words: str) -> list[str]:
    """The lines of a field without the notes in brackets that stand at their ends."""
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    return [re.sub(r"\s*\([^()]*\.\)\Z", "", line) for line in lines]


@pytest.mark.parametrize(("name", "form"), [("article.wiki", "wikitext"), ("article.md", "plain")])
def test_the_box_of_an_article_reads_back_with_the_same_entries(
    cases: ModuleType, name: str, form: str
) -> None:
    article = write_article(cases.VIEW, "e_1")
    read = read_article(render_outputs(cases.VIEW)[name])
    assert read.article.form == form
    parts = {
        part.where.removeprefix("infobox."): part.words for part in read.article.parts if part.kind == "field"
    }
    for field in article.infobox:
        if field.name not in parts:
            # A draft in Markdown lists losses of no stated side under their own label.
            parts[field.name] = parts.pop("casualties")
        assert _entries(parts[field.name]) == [entry.text for entry in field.entries]


def test_losses_read_back_with_their_figures_speakers_and_owners(cases: ModuleType) -> None:
    read = read_article(render_outputs(cases.VIEW)["article.wiki"])
    losses = [s for s in read.statements if s.where.startswith("infobox.casualties")]
    assert losses
    for statement in losses:
        assert statement.claim is not None
        assert statement.owner is not None
        assert statement.owner.basis == "stated"
        if isinstance(statement.claim.value, Count):
            assert statement.claim.value.as_written in statement.plain
    assert {s.facet for s in losses} <= {"killed", "wounded", "captured", "missing", "losses", "casualties"}
