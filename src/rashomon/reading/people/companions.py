"""Who suffered together with somebody else: "along with his wife and two guards", "alongside six relatives".

What befell somebody befell those named with him too: the clause tells of him and of them, and nobody is both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import (
    HARM_ADJECTIVES,
    HARMED_NOUNS,
    SAYING,
    SUFFER_VERBS,
)
from rashomon.reading.languages.en.words import KIN
from rashomon.reading.people.groups import Group, person_group
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import words_between

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOGETHER = (
    r"(?:along(?: |-)?side(?: of)?|(?:along|together) with|in the company of|as well as"
    r"|in addition to|besides|apart from|aside from|not counting|excluding)"
)
_ABOUT = r"(?:(?:at least|about|some|around|nearly|almost|up to|both|the|all|possibly)\s+){0,3}"
_WITH = HeldPattern(rf"\b{_TOGETHER}\s+{_ABOUT}$", re.I)
_PLAIN_WITH = re.compile(rf"\bwith\s+{_ABOUT}$", re.I)
_HAS_ARTICLE = re.compile(
    r"(?:\d|an?\b|his\b|her\b|their\b|another\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b"
    r"|several\b|some\b|dozens\b|at least\b|other)",
    re.I,
)
"""How somebody opens who is no manner: "shot with *two others*", not "found with head cut off"."""
_NEXT = re.compile(r"(?:,|&|\band|\bwith)\s+$", re.I)
_BELONGING = (
    r"(?:\s+(?:of|from)(?:\s+(?!(?:were|was|had|has|have|are|is|been|who|whom|that|which|while|and|or|killed|injured"
    r"|wounded|died|arrested|detained)\b)[\w'’‘.-]+){1,9}?)?"
)
_TO_COMMA = re.compile(rf"{_BELONGING}(?:\s*\([^()]{{1,40}}\))?")
"""What may stand between somebody and ", along with": "the founder *of the league (RL)*"."""
_NAMED = (
    r"(?:,?\s*(?:(?:(?:aged\s)?\d{1,3}|\w+)(?:[- ]years?[- ]old)\s+)?"
    r"(?:[A-Z][\w.'’‘-]+\s*){1,6}(?:\([^()]{0,60}\)\s*)?)?"
)
"""A name set beside a companion: "his wife, *32-year-old Mona Saad*, and their sons"."""
NEXT_LISTED = re.compile(
    rf"{_BELONGING}{_NAMED}\s*(?:,|\band\b|&|\bplus\b|,\s*and\b|\bas well as\b)\s*{_ABOUT}"
)
_SUBJECTS = frozenset({"poss", "nsubj", "nsubjpass"})


def companions_of(
    verb: Token,
    victims: Sequence[Group],
    groups: Sequence[Group],
    sentence: Sentence,
    barred: Sequence[tuple[int, int]],
) -> list[Group]:
    """Who suffered what a verb tells together with its victims; ``barred``: stretches that name places."""
    beside = [*_parenthesised(verb, victims, groups, sentence), *_companions_after(verb, groups, sentence)]
    if victims and not beside:
        beside = _told_shortly(verb, victims, groups, sentence)
    if syntax.is_passive(verb) or verb.lemma_.lower() in SUFFER_VERBS:
        beside = [
            *_told_before(victims, groups, sentence, barred),
            *_told_first(groups, victims, sentence),
            *beside,
        ]
    return [group for group in beside if group not in victims]


def _parenthesised(
    verb: Token, victims: Sequence[Group], groups: Sequence[Group], sentence: Sentence
) -> list[Group]:
    """Who stands between the victim and the verb: "the driver, *together with two porters*, died"."""
    found = []
    for group in groups:
        before = sentence.words[: group.start - sentence.start]
        opened = _WITH.search(before) if group.head < verb.i and group.kind == "people" else None
        ends = before[: opened.start()].rstrip(" ,") if opened is not None else None
        if ends and any(
            victim.end <= sentence.start + len(ends)
            and _TO_COMMA.fullmatch(ends, victim.end - sentence.start) is not None
            for victim in victims
        ):
            found.append(group)
    return found


def _companions_after(verb: Token, groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """Who is told of after the verb, before the next one: "…, his son", "along with two guards"."""
    doc = verb.doc
    end = next((t.i for t in doc[verb.i + 1 :] if t.pos_ == "VERB" and t.dep_ != "amod"), len(doc))
    found: list[Group] = []
    for group in sorted(groups, key=lambda group: group.start):
        if not (verb.i < group.first < end and group.kind == "people"):
            continue
        if doc[group.head].dep_ in _SUBJECTS or _has_own_participle(doc[group.head]):
            continue  # "with his father's gun", "and his brother fled", "and his nephew wounded"
        if _does_with_another(doc[group.head], verb):
            continue
        before = sentence.words[: group.start - sentence.start]
        own = group.noun in KIN and group.words.lower().startswith(("his ", "her ", "their "))
        if (
            _WITH.search(before)
            or (own and _NEXT.search(before))
            or (_HAS_ARTICLE.match(group.words) and _hangs_with(group, verb) and _PLAIN_WITH.search(before))
            or (found and _is_counted(group) and _follows(found[-1], group, sentence))
        ):
            found.append(group)
    return found


def _told_shortly(
    verb: Token, victims: Sequence[Group], groups: Sequence[Group], sentence: Sentence
) -> list[Group]:
    """Who is told of after the verb and its victims with the verb left out: "killed a chief, *then two guards*".

    So "a chief was killed in Orle and *two guards* in Bara", "two rebels were killed and *one guard*".
    """
    found: list[Group] = []
    last = max([*(victim.end for victim in victims), sentence.start + verb.idx + len(verb.text)])
    for group in sorted(groups, key=lambda group: group.start):
        if group.start < last or group.kind != "people":
            continue
        gap = sentence.words[last - sentence.start : group.start - sentence.start]
        named = _HAS_ARTICLE.match(group.words) or group.words.lower().startswith("the ")
        if len(gap) > _LONGEST or not (_is_counted(group) and named):
            break
        if not _BRIEF.fullmatch(gap):
            break
        if _has_own_verb(verb.doc[group.head]) or _is_told_otherwise(group, verb):
            break
        found.append(group)
        last = group.end
    return found


_BRIEF = re.compile(
    r"(?:,? \(?(?:alias|aka|a\.k\.a\.|nicknamed|called|named|(?:also |better )?known as|code-?named|nom de guerre)"
    r" [^;:()]{1,50}?(?:\)|,|(?= and )))?"
    r"(?: (?:in|at|near|outside|around|on|by|from) (?:the )?(?:[\w'’-]+ ){0,3}?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)?"
    r"(?:,? and (?:then |also )?|, then | then |,? plus |,? in addition to |,? besides |,? against )"
    r"(?:(?:at least|about|some|another|the) )?"
)
"""Between those a verb has told of and others of whom it is left out: another name, a place, a joining word."""


def _has_own_verb(head: Token) -> bool:
    """True where a verb or participle of its own may follow a noun: "and two guards, one of them armed, fled"."""
    if head.dep_ in _SUBJECTS or (head.dep_ == "dobj" and head.head.pos_ == "VERB"):
        return True
    for token in head.doc[head.i + 1 :]:
        if token.text in {".", ";"} or token.lower_ in _NEXT_CLAUSE:
            return False
        if token.lemma_.lower() not in SAYING and (token.tag_ in _VERBAL or token.lower_ in HARM_ADJECTIVES):
            return True
    return False


def _has_own_participle(head: Token) -> bool:
    """True where what befell somebody stands right after: "killed and his nephew *wounded*", "with one man *dead*"."""
    after = head.nbor(1) if head.i + 1 < len(head.doc) else head
    if after.lower_ in {"was", "were"}:
        return True  # "died of his wounds and his nephew *was* hurt"
    return after.tag_ in {"VBN", "JJ"} and after.lower_ in HARM_ADJECTIVES


def _does_with_another(head: Token, verb: Token) -> bool:
    """True for whoever does something with another in a clause of its own: "shot Tom as he *and his friends* ran"."""
    first = head
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    own = first is not head and first.dep_ in {"nsubj", "nsubjpass"} and first.i > verb.i
    return own and first.head is not verb


def _is_told_otherwise(group: Group, verb: Token) -> bool:
    """True for "*two taken prisoners*", "*one wounded* guard": their own words say what became of them."""
    inside = verb.doc[group.first : group.head + 1]
    return any(
        t.tag_ == "VBN" or t.lower_ in HARM_ADJECTIVES or t.lemma_.lower() in HARMED_NOUNS for t in inside
    )


_NEXT_CLAUSE = frozenset("but while who which when as before after whereas".split())
_VERBAL = frozenset({"VBD", "VBN", "VBZ", "VBP", "MD"})


def _is_counted(group: Group) -> bool:
    return group.count is not None and group.count.vague != "plural"


def _hangs_with(group: Group, verb: Token) -> bool:
    """True for "was arrested *with three others*", not for "in clashes with three rebels"."""
    head = verb.doc[group.head]
    above = head.head
    if above.pos_ == "NUM" or above.dep_ == "prep":
        above = above.head if above.pos_ == "NUM" else above
    while above.lower_ != "with" and above.dep_ in {"pobj", "prep"} and above.head != above:
        above = above.head
    return above.lower_ == "with" and above.head == verb


def _follows(last: Group, group: Group, sentence: Sentence) -> bool:
    """True for the next of a list of companions: "alongside two members of the crew *and a patient*"."""
    gap = sentence.words[last.end - sentence.start : group.start - sentence.start]
    return len(gap) < _LONGEST and NEXT_LISTED.fullmatch(gap) is not None


_LONGEST = 120


def _told_first(groups: Sequence[Group], victims: Sequence[Group], sentence: Sentence) -> list[Group]:
    """Who opens a sentence as one more of its victims: "*In addition to the attacker*, two guards were killed"."""
    opened = _FIRST.match(sentence.words)
    if opened is None or not victims:
        return []
    first = sentence.start + opened.end()
    people = [g for g in groups if g.kind == "people" and g.start in {first, first + len("the ")}]
    return [
        g
        for g in people
        if _is_counted(g) and sentence.words[g.end - sentence.start :].startswith((", ", " and "))
    ]


_FIRST = re.compile(r"(?:in addition to|besides|apart from|aside from|along with|as well as)\s+", re.I)


def _told_before(
    victims: Sequence[Group], groups: Sequence[Group], sentence: Sentence, barred: Sequence[tuple[int, int]]
) -> list[Group]:
    """Whoever stands before his companions: "*the lawyer*, along with six relatives, was killed"."""
    doc = sentence.doc
    if doc is None or not victims:
        return []
    first = min(victims, key=lambda group: group.start)
    opened = _WITH.search(sentence.words[: first.start - sentence.start])
    if opened is None:
        return []
    before = [token for token in words_between(doc, 0, opened.start()) if not token.is_punct]
    if not before:
        return []
    last = before[-1]
    own = next((group for group in groups if group.head == last.i and group.kind == "people"), None)
    if own is not None or last.pos_ != "PROPN":
        return [own] if own is not None and own not in victims and _is_counted(own) else []
    position = sentence.start + last.idx
    if any(start <= position < end for start, end in barred):
        return []
    return [person_group(sentence, last)]
