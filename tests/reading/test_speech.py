from __future__ import annotations

import pytest

from rashomon.model.layers import Span
from rashomon.reading.speech import SpeechAct, SpeechActs


def act(*content: tuple[int, int], same_as: int | None = None) -> SpeechAct:
    spans = tuple(Span(start=start, end=end, words="x" * (end - start)) for start, end in content)
    return SpeechAct(source=None, cue=None, content=spans, same_as=same_as)


ACTS = SpeechActs(
    [act((0, 100)), act((10, 20), (40, 50)), act((15, 18), same_as=0), act((120, 130), same_as=0)]
)


@pytest.mark.parametrize(
    ("at", "places"),
    [(5, [0]), (16, [0, 1, 2]), (18, [0, 1]), (45, [0, 1]), (100, []), (125, [3]), (130, [])],
)
def test_the_acts_around_a_character_come_in_order(at: int, places: list[int]) -> None:
    assert ACTS.around(at) == places


def test_acts_of_one_speaker() -> None:
    assert ACTS.of_speaker(0) == [0, 2, 3]
    assert ACTS.of_speaker(1) == [1]
    assert SpeechActs().around(0) == []
