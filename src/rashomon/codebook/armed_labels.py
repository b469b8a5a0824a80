"""Words for armed people that take a side: what each implies, and which of them cannot both be true of one body.

A label is no fact. An article that calls one body rebels here and a militia there tells two stories of it;
a report that never says "rebels" does not carry the word, even where it names the body.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from rashomon.model.base import value

Implies = Literal["against_state", "with_state", "crime", "terror", "faith", "none"]


@value
class ArmedLabel:
    """A word for armed people and what it implies of them; ``hostile`` where nobody says it of his own side."""

    word: str
    implies: Implies
    hostile: bool
    reason: str


_ROWS: tuple[tuple[str, Implies, bool, str], ...] = (
    ("rebel", "against_state", False, "takes up arms against the government"),
    ("insurgent", "against_state", False, "takes up arms against the government"),
    ("guerrilla", "against_state", False, "fights a government's army by small war"),
    ("separatist", "against_state", False, "wants to leave the state"),
    ("mutineer", "against_state", False, "turned against the own command"),
    ("militia", "with_state", False, "armed beside an army, mostly with its leave"),
    ("militiaman", "with_state", False, "armed beside an army, mostly with its leave"),
    ("militiamen", "with_state", False, "armed beside an army, mostly with its leave"),
    ("self-defense", "with_state", False, "arms itself to protect a people or a place"),
    ("self-defence", "with_state", False, "arms itself to protect a people or a place"),
    ("vigilante", "with_state", False, "keeps order where the state does not"),
    ("pro-government", "with_state", False, "stands with the government"),
    ("bandit", "crime", True, "denies any cause but robbery"),
    ("criminal", "crime", True, "denies any cause but crime"),
    ("gang", "crime", True, "denies any cause but crime"),
    ("gangster", "crime", True, "denies any cause but crime"),
    ("thug", "crime", True, "denies any cause but violence"),
    ("outlaw", "crime", True, "puts them outside the law"),
    ("terrorist", "terror", True, "a judgement of their means"),
    ("extremist", "terror", True, "a judgement of their aims"),
    ("jihadist", "faith", True, "names them by a holy war; seldom their own word"),
    ("jihadi", "faith", True, "names them by a holy war; seldom their own word"),
    ("islamist", "faith", True, "names them by a politics of religion"),
    ("militant", "none", False, "armed for a cause, whichever"),
    ("fighter", "none", False, "armed, nothing more said"),
    ("gunman", "none", False, "armed, nothing more said"),
    ("gunmen", "none", False, "armed, nothing more said"),
    ("combatant", "none", False, "armed, nothing more said"),
    ("enemy", "none", True, "whoever stands against the speaker"),
)
LABELS: dict[str, ArmedLabel] = {
    word: ArmedLabel(word=word, implies=implies, hostile=hostile, reason=reason)
    for word, implies, hostile, reason in _ROWS
}
"""By the word in the singular; the reasons are our own readings of common usage."""


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(LABELS, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w-])({words})(?:e?s)?(?![\w])", re.IGNORECASE)


def labels_in(words: str) -> tuple[ArmedLabel, ...]:
    """The labels in a phrase, in order.

    >>> [label.word for label in labels_in("Hill rebels and local militias")]
    ['rebel', 'militia']
    """
    return tuple(label for _, _, label in find_labels(words))


def find_labels(words: str) -> tuple[tuple[int, int, ArmedLabel], ...]:
    """The labels in a phrase with where they stand: (start, end, label), half-open."""
    found = _pattern().finditer(words)
    return tuple((match.start(), match.end(), LABELS[match.group(1).lower()]) for match in found)
