"""Names that a text defines itself: "Movement for the Defence of the Lakes (MDL)", and "MDL" from then on.

For bodies that no registry has. Their ids begin with ``text:`` and hold the full name, so that a body defined
in two reports is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.codebook.actor_matching import ActorHit

DEFINED = "text:"
"""Before the full name, in the id of a body that only a text defines."""

_SMALL = frozenset("of for the and de du des la le les et pour in on to".split())
_ACRONYM = re.compile(r"\s\(([A-Z][A-Z-]{1,7})s?\)")
_NAME_REACH = 120
"""Characters before the bracket within which the full name must begin."""


def find_defined(text: str, hits: tuple[ActorHit, ...]) -> Iterator[ActorHit]:
    """Every place where a body defined in the text stands, by its name or its acronym."""
    taken = [(hit.start, hit.end) for hit in hits]
    for name, acronym in dict.fromkeys(_definitions(text, hits)):
        for words in (name, acronym):
            for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                if not any(start < match.end() and match.start() < end for start, end in taken):
                    taken.append((match.start(), match.end()))
                    yield ActorHit(
                        start=match.start(),
                        end=match.end(),
                        words=words,
                        actor_ids=(f"{DEFINED}{name}",),
                        kind="text",
                    )


def _definitions(text: str, hits: tuple[ActorHit, ...]) -> Iterator[tuple[str, str]]:
    for match in _ACRONYM.finditer(text):
        if any(hit.start <= match.start(1) < hit.end or hit.end == match.start() for hit in hits):
            continue
        name = _name_before(text[max(0, match.start() - _NAME_REACH) : match.start()], match.group(1))
        if name is not None:
            yield name, match.group(1)


def _name_before(before: str, acronym: str) -> str | None:
    """The words right before the bracket whose capitals spell the acronym; None where none do."""
    letters = acronym.replace("-", "")
    words = list(re.finditer(r"[\w'’-]+", before.split("\n")[-1]))
    offset = len(before) - len(before.split("\n")[-1])
    for first in range(len(words) - 1, -1, -1):
        run = [word.group() for word in words[first:]]
        initials = "".join(part[0] for word in run if word not in _SMALL for part in word.split("-") if part)
        if len(initials) > len(letters) + 1:
            return None
        if initials == letters and run[0] not in _SMALL and len(run) > 1:
            return before[offset + words[first].start() :]
    return None
