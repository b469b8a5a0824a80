"""Towns that a report names anywhere, wherever the reader put its event.

A surname may be taken for a town, and a follow-up may say "the city": but whoever tells of a shooting in
Ardal names Ardal somewhere. Only towns where some report of the case puts an event are looked for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from rashomon.model.events import Located

PRECISE = 3
"""where_prec up to which a place is a town, a village, or lies near one."""
_RUN = re.compile(r"[A-Z][\w’'-]*\.?(?:[ \t]+[A-Z][\w’'-]*\.?){0,7}")
_MOST_WORDS = 3


def may_be_towns(text: str) -> tuple[str, ...]:
    """All that a text writes as a name, one to three words long, in lower case.

    >>> may_be_towns("He left Port Ardal on foot.")
    ('he', 'port', 'port ardal', 'ardal')
    """
    found: dict[str, None] = {}
    for run in _RUN.finditer(text):
        words = [
            word.rstrip(".").lower().removesuffix("’s").removesuffix("'s") for word in run.group().split()
        ]
        for start in range(len(words)):
            for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1):
                found.setdefault(sys.intern(" ".join(words[start:end])))
    return tuple(found)


def town_names(located: Iterable[Located]) -> frozenset[str]:
    """The names of the towns among places, in lower case."""
    return frozenset(
        place.name.lower() for place in located if place.where_prec is None or place.where_prec <= PRECISE
    )
