"""Peoples by their names: "the Tuaregs", "alleged Fulani", "Dogon farmers", "Murle youth".

Comes in the words of a parsed sentence; goes out which of them name a people, or some of its members.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.codebook.actors import slug_of_people
from rashomon.reading.languages.en.numbers import NUMBER_WORDS
from rashomon.reading.languages.en.words import GROUP_NOUNS, PRESUMED
from rashomon.reading.people.heads import person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOME_OF = frozenset({*PRESUMED, "ethnic"})
"""Words before the name of a people that make it mean some of its members."""
_POINTING = frozenset({"the", "these", "those"})
_NO_PEOPLE = frozenset({*PRESUMED, *GROUP_NOUNS, *NUMBER_WORDS, "non", "state", "armed"})


def is_known_people(token: Token) -> bool:
    """True for the name of a people that has armed groups of its own, also in the plural."""
    return token.text[:1].isupper() and slug_of_people(token.text.removesuffix("s")) is not None


def means_people(token: Token) -> bool:
    """True for a plural name, or one that some are said to be of: "the Tuaregs", "alleged Fulani", "by Dogons"."""
    if token.text[:1].islower() or token.tag_ not in {"NNPS", "NNP", "NNS", "NN"}:
        return False
    if token.dep_ in {"compound", "poss", "nmod"}:
        return False
    plural = token.text.endswith("s")
    if is_known_people(token) and (plural or any(child.lower_ in _SOME_OF for child in token.children)):
        return True
    if not plural or token.tag_ == "NN":
        return False
    return any(child.lower_ in _POINTING and child.i == token.i - 1 for child in token.children)


def is_name_of_one(head: Token) -> bool:
    """True for "*Banks was* killed": a name by itself that looks like a plural, with a verb of one."""
    before = [child for child in head.children if child.i < head.i]
    aged = before and any(child.lower_ == "old" for child in before)  # "15-year-old *Jan Banks*"
    if not head.text.istitle() or (before and not aged):
        return False
    verbs = (head.head, *(child for child in head.head.children if child.dep_ in {"aux", "auxpass"}))
    return any(verb.lower_ in _OF_ONE and verb.i > head.i for verb in verbs)


_OF_ONE = frozenset({"was", "is", "has", "does"})


def with_people(head: Token, first: int) -> int:
    """Where "Peul herders" begins, whose first word the parser may hang on the verb."""
    return first - 1 if first > 0 and is_known_people(head.doc[first - 1]) else first


def peoples_in(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The words of a phrase that may be a people's name, lower case and singular."""
    return tuple(t.lower_.rstrip("s") for t in tokens if is_known_people(t) or _may_be_people(t))


def _may_be_people(token: Token) -> bool:
    named = token.text[:1].isupper() and token.i > 0 and token.pos_ in {"PROPN", "ADJ", "NOUN"}
    return named and token.lower_ not in _NO_PEOPLE and not person_noun(token)
