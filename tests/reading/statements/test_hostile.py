from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import InputError
from rashomon.pipeline import read_article

_BITS = st.sampled_from(
    [
        "{{", "}}", "[[", "]]", "|", "\n", "\r\n", "\n\n", "'''", "<ref>", "</ref>", "<br>", "&nbsp;", "==A==\n", "é", " ", ", ",
        "{{efn|", "{{ubl|", "border|20px", "{{Infobox a\n|casualties1=", "|combatant1=Mali, Chad", "- Casualties1: ", "(per ", ")",
        "Two soldiers were killed", " and five wounded. ", "The army said on 4 May 2019 that ", "near Tarsa", " on 5 May", "None, ",
        "3 killed", "“", "”", "💥", "Boko Haram", " between the army and rebels", " to attack the post",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(_BITS, max_size=30).map("".join),
    st.sampled_from([None, "wikitext", "plain", "key_value", "html"]),
)
def test_whatever_comes_statements_and_claims_are_slices_of_the_article(text: str, form: str | None) -> None:
    try:
        read = read_article(text, form=form)  # type: ignore[arg-type]
    except InputError:
        return
    whole = read.article.report.text
    ids = [statement.id for statement in read.statements]
    assert len(ids) == len(set(ids))
    for statement in read.statements:
        assert whole[statement.start : statement.end] == statement.text
        if statement.sentence is not None:
            assert statement.sentence[0] <= statement.sentence[1] <= len(whole)
        if statement.owner is not None and statement.owner.passage is not None:
            assert whole[slice(*statement.owner.passage)]
        for passage in statement.claim.passages if statement.claim else ():
            assert whole[passage.start : passage.end] == passage.words


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(_BITS, max_size=20).map("".join))
def test_an_article_read_twice_gives_the_same(text: str) -> None:
    with contextlib.suppress(InputError):
        assert read_article(text) == read_article(text)


@pytest.mark.parametrize(
    "text",
    [
        "- Casualties1: " + "1 killed, " * 1000 + "\n- Combatant1: " + "Mali, " * 500 + "\n- Date: 2018\n",
        "- Casualties1: 1 killed" + " " * 30_000 + "x\n- Combatant1: Mali\n- Date: 2018\n",
        "- Casualties1: " + "(per " * 5000 + "1 killed\n- Combatant1: Mali\n- Date: 2018\n",
        "- Casualties1: " + "a (b) " * 5000 + "1 killed\n- Combatant1: Mali\n- Date: 2018\n",
        "{{Infobox military conflict|" + "|" * 20_000 + "}} two soldiers were killed",
        "[" * 50_000 + " two soldiers were killed",
        "<" * 50_000 + " [[x]] two soldiers were killed",
        "a" * 100_000,
    ],
    ids=lambda text: f"{text[:24]!r}",
)
def test_a_hostile_article_costs_little(text: str) -> None:
    begin = time.perf_counter()
    with contextlib.suppress(InputError):
        read_article(text)
    assert time.perf_counter() - begin < 10
