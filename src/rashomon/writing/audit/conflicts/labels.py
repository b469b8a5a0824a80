"""What an article calls armed people in its own voice, and where two labels of one body do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.codebook.armed_labels import ArmedLabel, find_labels
from rashomon.model.audit import Pair, Statement
from rashomon.model.base import value
from rashomon.model.claims import ActorRef
from rashomon.writing.audit.conflicts.own import OwnWords, pair
from rashomon.writing.audit.grounds.cast import names_of, peoples_in
from rashomon.writing.audit.verdicts.actors import FIGHTING

_AT_ODDS = frozenset(
    {
        frozenset({"against_state", "with_state"}),
        frozenset({"against_state", "crime"}),
        frozenset({"with_state", "crime"}),
        frozenset({"with_state", "terror"}),
    }
)
"""What two labels imply that cannot both be meant of one body."""

_BEFORE = re.compile(r"(?:(?:the|local|armed|[A-Z][\w’'-]*|[a-z]+-[a-z]+)\s+){1,4}\Z")
"""The words of a name or a people before a label: "the local Hill rebels"."""
_AFTER = re.compile(
    r"(?:\s+(?:groups?|forces?|fighters?|movements?))?(?:\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w’' -]*)?"
)


@value
class Calling:
    """A label in a statement: the phrase it stands in and the bodies that phrase means."""

    statement: Statement
    label: ArmedLabel
    phrase: str
    bodies: frozenset[str]


def label_conflicts(own: OwnWords) -> Iterator[Pair]:
    """One body under labels that do not go together, once for each body."""
    told = [calling for statement in own.prose for calling in _callings(statement, own)]
    seen: set[frozenset[str]] = set()
    for number, left in enumerate(told):
        for right in told[number + 1 :]:
            both = left.bodies & right.bodies
            if (
                not both
                or any(both <= one for one in seen)
                or not _at_odds(left.label, right.label, both, own)
            ):
                continue
            seen.add(both)
            loaded = left.label if left.label.implies != "none" else right.label
            note = (
                f"{names_of(own.cast, both)} are called “{left.phrase}” here and “{right.phrase}” there; "
                f"“{loaded.word}” {loaded.reason}{_allied(loaded, both, own)}."
            )
            yield pair(left.statement, right.statement, "changing_label", note)


def _callings(statement: Statement, own: OwnWords) -> list[Calling]:
    """The labels a statement uses in the article's own voice, each with whom it means."""
    if not own.voice(statement).own or statement.facet not in (*FIGHTING, "in_liaison", "outcome"):
        return []
    text = " ".join((statement.plain or statement.text).split())
    names = [(hit.start, hit.end) for hit in own.cast.registry.find(text)]
    found = []
    for start, end, label in find_labels(text):
        if any(first <= start and end <= last for first, last in names):
            continue
        phrase = _phrase(text, start, end)
        bodies = _meant(phrase, own) or _subject(statement, text[start:end], own)
        if bodies:
            found.append(Calling(statement=statement, label=label, phrase=phrase, bodies=bodies))
    return found


def _phrase(text: str, start: int, end: int) -> str:
    before, after = _BEFORE.search(text[:start]), _AFTER.match(text, end)
    return text[before.start() if before else start : after.end() if after else end].strip()


def _meant(phrase: str, own: OwnWords) -> frozenset[str]:
    """The bodies or the people that a phrase names."""
    named = {own.cast.body(hit.actor_ids[0]) for hit in own.cast.registry.find(phrase) if hit.actor_ids}
    return frozenset(named) or own.cast.bearing(peoples_in(phrase))


def _subject(statement: Statement, word: str, own: OwnWords) -> frozenset[str]:
    """Whom the statement is about, where the label is its own name for them."""
    found = statement.claim.value if statement.claim is not None else None
    own_name = isinstance(found, ActorRef) and word in found.words
    return own.who(statement).bodies if own_name else frozenset()


def _at_odds(one: ArmedLabel, two: ArmedLabel, bodies: frozenset[str], own: OwnWords) -> bool:
    implied = frozenset({one.implies, two.implies})
    if implied in _AT_ODDS:
        return True
    return "against_state" in implied and len(implied) == 2 and _beside_a_state(bodies, own)


def _beside_a_state(bodies: frozenset[str], own: OwnWords) -> bool:
    """True where these bodies stand on a state's side: then they are no rebels in this fight."""
    side = own.cast.side_of(bodies)
    return any(body.startswith("state:") for body in own.cast.bodies_on(side) - bodies)


def _allied(label: ArmedLabel, bodies: frozenset[str], own: OwnWords) -> str:
    if label.implies != "against_state" or not _beside_a_state(bodies, own):
        return ""
    return ", yet here they stand beside a state's forces"
