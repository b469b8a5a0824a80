from __future__ import annotations

import pytest

from rashomon.errors import InputError
from rashomon.pipeline import read_article

ARTICLE = """= Fight at Tarsa =

- Date: 4 May 2019

Soldiers clashed with rebels near Tarsa on 4 May 2019. Two soldiers were killed.
"""


def test_every_statement_is_a_slice_of_the_article() -> None:
    read = read_article(ARTICLE)
    assert read.statements
    for statement in read.statements:
        assert read.article.report.text[statement.start : statement.end] == statement.text
    killed = [s for s in read.statements if s.facet == "killed"]
    assert [(s.where, s.text) for s in killed] == [("lead", "Two soldiers were killed")]


def test_another_language_is_refused_with_a_word_on_what_to_do() -> None:
    french = (
        "Les soldats ont été attaqués hier par des hommes armés près du village, selon la mairie de la ville."
    )
    with pytest.raises(InputError, match=r"is in 'fr'.*--language en"):
        read_article(french)
