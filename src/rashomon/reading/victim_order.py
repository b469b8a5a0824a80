"""Who suffered, as the order of words tells it where the parse is known to fail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.reading.groups import Group
from rashomon.reading.harm import headed, is_dependent
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.words import HARM_ADJECTIVES, HARM_VERBS, KIN, NOT_PEOPLE
from rashomon.reading.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITH = re.compile(r"\b(?:along|together) with\s+$", re.I)
_NEXT = re.compile(r"(?:,|\band|\bwith)\s+$", re.I)
_OWN_RANKS = re.compile(
    r"(?:\s+and\s+\w+\s+\w+)?\s+(?:in|among|within|from|on)\s+(?:(?:its|their|his)\s+)?(?:own\s+)?(?:ranks|side)\b"
)
_AMONG = re.compile(r"(?:\s+\w+)?\s+(?:in|among|within|from|on)\s+(?:the\s+)?", re.I)
_RANKS = re.compile(r"(?:['’]s?)?\s+(?:ranks|side)\b")
_AND = re.compile(r"[\s,]*(?:and|plus|as well as)?\s*")


def with_listed(
    victims: list[Group], word: Token, groups: Sequence[Group], sentence: Sentence
) -> list[Group]:
    """The counted groups listed right before the word ("nine rebels and one guard were killed").

    After a comma splice the parser takes the first clause's subject instead.
    """
    listed: list[Group] = []
    edge = _left_edge(word, sentence)
    for group in sorted(groups, key=lambda g: -g.end):
        gap = sentence.words[group.end - sentence.start : edge - sentence.start]
        if group.end <= edge and _AND.fullmatch(gap):
            if group.count is None or group.count.vague is not None or group.kind != "people":
                break
            listed.append(group)
            edge = group.start
    if not listed or any(group in victims for group in listed[:1]):
        return victims
    if is_dependent(listed[-1], sentence):
        # "three soldiers *including* an officer were killed": the three, of whom the officer is one.
        return headed(listed[-1], groups, sentence) or victims or list(reversed(listed))
    return list(reversed(listed))


def _left_edge(word: Token, sentence: Sentence) -> int:
    """Where the phrase before a participle and its auxiliaries ends, as a report offset."""
    doc, i = word.doc, word.i
    while i > 0 and (doc[i - 1].pos_ in {"AUX", "ADV", "PART"} or doc[i - 1].lower_ in {"been", "being"}):
        i -= 1
    return sentence.start + doc[i].idx


def suffered_beside(verb: Token, groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """Who suffered with the others: "…, his son", "along with two guards", before the next verb."""
    doc = verb.doc
    end = next((t.i for t in doc[verb.i + 1 :] if t.pos_ == "VERB"), len(doc))
    found = []
    for group in groups:
        if not (verb.i < group.first < end and group.kind == "people"):
            continue
        before = sentence.words[: group.start - sentence.start]
        own = group.noun in KIN and group.words.lower().startswith(("his ", "her ", "their "))
        if _WITH.search(before) or (own and _NEXT.search(before)):
            found.append(group)
    return found


def has_own_harm(number: Token, verb: Token) -> bool:
    """ "killing five and *one wounded*", "one killed *two wounded*": a participle of its own follows."""
    if number.pos_ != "NUM" or number.i + 1 >= len(number.doc):
        return False
    after = number.nbor(1)
    harmed = after.lower_ in HARM_ADJECTIVES or (after.tag_ == "VBN" and after.lemma_ in HARM_VERBS)
    return harmed and after != verb


def of_own_ranks(after: str) -> bool:
    """True where "in its own ranks", "on their side" follows: the harmed are the speaker's own."""
    return _OWN_RANKS.match(after) is not None


def in_whose_ranks(end: int, groups: Sequence[Group], sentence: Sentence) -> Group | None:
    """The body in "two dead in the *rebels'* ranks", "on the *army* side", from an offset of the sentence on."""
    for group in groups:
        start, stop = group.start - sentence.start, group.end - sentence.start
        if start >= end and _AMONG.fullmatch(sentence.words[end:start]):
            return group if _RANKS.match(sentence.words[stop:]) else None
    return None


def counts_things(number: Sequence[Token]) -> bool:
    """True for the number in "three oxen", "two vehicles": it stands for no people."""
    counted = [token.head for token in number if token.head.i > max(number[-1].i, token.i)]
    counted += [noun for token in number for noun in syntax.prepositional(token, "of")]
    return any(noun.lemma_.lower() in NOT_PEOPLE for noun in counted)


def last_of_verb(verb: Token) -> Token:
    """ "shot dead", "took hostage": the victims stand after both words."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    return after if after.lower_ in HARM_ADJECTIVES else verb


def shares_object(verb: Token) -> bool:
    """ "shot and killed two": the object is the second verb's; "shot dead": it follows the adjective."""
    if last_of_verb(verb) != verb:
        return True
    return any(
        child.dep_ == "conj" and child.lemma_.lower() in HARM_VERBS and syntax.has_object(child)
        for child in verb.children
    )


def after_link(noun: Token, groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """The counted group right after "injuries to", "deaths among", wherever the parser hangs it."""
    doc = noun.doc
    if noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ not in {"to", "of", "among"}:
        return []
    after = doc[noun.i + 2].idx + sentence.start
    return [g for g in groups if g.start == after and g.count is not None and g.kind == "people"][:1]
