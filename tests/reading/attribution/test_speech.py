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


def test_nothing_is_around_where_nobody_speaks() -> None:
    assert SpeechActs().around(0) == []


def test_acts_of_a_speaker_that_came_through_a_medium() -> None:
    agency = Span(start=0, end=10, words="The agency")
    acts = SpeechActs(
        [
            SpeechAct(source=agency, cue=None, content=(), source_kind="media"),
            SpeechAct(source=None, cue=None, content=(), parent=0),
            SpeechAct(source=None, cue=None, content=(), same_as=1),
            SpeechAct(source=None, cue=None, content=(), same_as=1, relay=agency),
        ]
    )
    assert acts.relayed(1) == [1, 3]
    assert list(acts.relayed(0)) == []
    assert acts.medium_above(acts[1]) == acts[0]


def test_the_acts_whose_cue_ends_shortly_before_a_character() -> None:
    cued = [
        SpeechAct(source=None, cue=Span(start=end - 4, end=end, words="said"), content=())
        for end in (90, 10, 50)
    ]
    acts = SpeechActs([*cued, act((0, 100))])
    assert acts.cued_before(60, 40) == [cued[2]]
    assert acts.cued_before(50, 40) == [cued[1], cued[2]]
    assert acts.cued_before(49, 38) == []
