"""Sentences that begin with what befell people: "Dead are three clerks", "Wounded were a guard and his son"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.claims import Count
from rashomon.reading.counts import CountFound
from rashomon.reading.harm.values import Frame, listed_after
from rashomon.reading.people.groups import Group, number_group
from rashomon.reading.sentences.parsing import Sentence

_OPENS = re.compile(
    r"(?:(?P<killed>Dead|Killed|Slain)|(?P<wounded>Wounded|Injured|Hurt)|(?P<missing>Missing)"
    r"|(?P<captured>Captured|Arrested|Detained|Kidnapped|Abducted))"
    r" (?:are|were|was|is) (?:also )?"
)


def with_inverted(
    frames: Sequence[Frame], groups: Sequence[Group], counts: Sequence[CountFound], sentence: Sentence
) -> Sequence[Frame]:
    """The frames of a sentence with those of its first word, where the people follow it."""
    opening = _OPENS.match(sentence.words)
    if opening is None:
        return frames
    begin = sentence.start + opening.end()
    victims = listed_after(groups, sentence, begin)
    if not victims:
        bare = (c for c in counts if c.start == opening.end() and isinstance(c.count, Count))
        victims = [number_group(sentence, found) for found in bare]
    if not victims:
        return frames
    facet = next(facet for facet, words in opening.groupdict().items() if words)
    inverted = [
        Frame(
            facet=facet,
            sentence=sentence.index,
            token=0,
            start=sentence.start,
            end=sentence.start + opening.end(facet),
            victim=victim,
            listed=len(victims) > 1,
        )
        for victim in victims
    ]
    return [*(frame for frame in frames if frame.start != sentence.start), *inverted]
