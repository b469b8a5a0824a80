"""Long names used like an adjective: "two *Union of Northern Herders* fighters".

A parser takes the "of" in such a name for the end of the phrase, and finds a movement killed where two of its
fighters were. The names are those of the registry, so that "hundreds of Azure Front fighters" stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.codebook.actor_matching import ActorHit
from rashomon.reading.languages.en.words import GROUP_NOUNS, PERSON_NOUNS

_JOINED = re.compile(r"\s(?:of|for|in|to|and|the|against|with)\s")
_THEN = re.compile(r"(\s?\([A-Z][\w.\-]{1,9}\))?\s([a-z]+)(?:[ -]([a-z]+))?\b")
"""What may follow: the name's initials in brackets, an adjective, then whoever is of that name."""


def names_before_people(text: str, hits: Sequence[ActorHit]) -> list[tuple[int, int]]:
    """The stretches of a text, initials included, where a name of several phrases stands before a noun for people."""
    found = []
    for hit in hits:
        if _JOINED.search(hit.words) is None or (then := _THEN.match(text, hit.end)) is None:
            continue
        if _is_of_people(then[2]) or (then[3] and _is_of_people(then[3])):
            found.append((hit.start, then.end(1) if then[1] else hit.end))
    return found


def _is_of_people(noun: str) -> bool:
    singular = noun[:-3] + "man" if noun.endswith("men") else noun.removesuffix("s")
    return any(word in PERSON_NOUNS or word in GROUP_NOUNS for word in (noun, singular))
