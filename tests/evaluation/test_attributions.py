from __future__ import annotations

from typing import Any

import pytest
from tests.evaluation.conftest import make_answer, make_row

from rashomon.errors import InputError
from rashomon.evaluation.attributions import (
    ATTRIBUTIONS,
    Attributed,
    head_of,
    is_source_right,
    marked_attributions,
    match,
)

TEXT = "The mayor of Orle said the bridge was closed. Farmers told a radio that the road was safe."
MAYOR, BRIDGE = [0, 17], [23, 44]
FARMERS, ROAD = [46, 53], [72, 89]


def marked(content: list[int], source: list[int] | None = None) -> dict[str, Any]:
    return {"content": [content], "cue": [], "source": [source] if source else []}


def triple(content: list[int], source: list[int] | None = None) -> dict[str, Any]:
    def span(at: list[int]) -> dict[str, Any]:
        return {"start": at[0], "end": at[1], "words": TEXT[at[0] : at[1]]}

    return {"content": [span(content)], "cue": None, "source": span(source) if source else None}


def test_contents_match_one_to_one_where_half_of_both_is_shared() -> None:
    gold = [Attributed(content=((0, 10),)), Attributed(content=((20, 40),))]
    ours = [Attributed(content=((0, 4),)), Attributed(content=((2, 10),)), Attributed(content=((15, 39),))]
    assert match(gold, ours) == [(0, 1), (1, 2)]
    assert match(gold, ours[:1]) == []
    assert match([gold[0], gold[0]], [ours[1]]) == [(0, 0)]


def test_figures_of_a_text() -> None:
    row = make_row(TEXT, labels=[marked(BRIDGE, MAYOR), marked(ROAD, FARMERS)])
    answer = make_answer(attributions=(triple(BRIDGE, [0, 9]), triple([0, 9])))
    gold = marked_attributions(row)
    f1, recall, precision, source = (one.judge(gold, row, answer) for one in ATTRIBUTIONS)
    assert [(one.right, one.of) for one in (f1, recall, precision, source)] == [
        (2, 4),
        (1, 2),
        (1, 2),
        (1, 1),
    ]
    assert recall.label == "Farmers: “the road was safe”"
    assert precision.ours == "nobody: “The mayor”"


@pytest.mark.parametrize(
    ("source", "head"),
    [
        ("The mayor of Orle", "mayor"),
        ("Ana Ruiz, who leads the union", "Ruiz"),
        ("officials familiar with the plan", "familiar"),
        ("of the three", "three"),
        ("U.N. experts", "experts"),
    ],
)
def test_the_head_is_the_last_word_before_what_only_describes_it(source: str, head: str) -> None:
    found = head_of(source, [(0, len(source))])
    assert found is not None
    assert source[slice(*found)] == head


def test_no_source_is_right_only_where_none_is_marked() -> None:
    nobody, somebody = Attributed(content=((23, 44),)), Attributed(content=((23, 44),), source=((0, 9),))
    assert is_source_right(TEXT, nobody, nobody)
    assert not is_source_right(TEXT, nobody, somebody)
    assert not is_source_right(TEXT, somebody, nobody)


def test_attributions_without_content_do_not_count_and_bad_spans_are_named() -> None:
    assert marked_attributions(make_row(TEXT, labels=[{"cue": [[1, 2]]}])) == ()
    with pytest.raises(
        InputError, match=r"labels\[0\]\.content is \[5, 900\]; expected \[start, end\] within"
    ):
        marked_attributions(make_row(TEXT, labels=[marked([5, 900])]))
