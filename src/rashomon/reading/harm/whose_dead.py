"""Whose the dead were, as words beside their number say: "in its own ranks", "on the army's side", "army: two"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.reading.harm.values import listed_after, with_rest_of_list
from rashomon.reading.harm.victim_order import pronoun_group
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import TREATING_BODIES
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.reading.harm.words_for_people import WordsForPeople

_OWN_RANKS = re.compile(
    r"(?:\s+and\s+\w+\s+\w+)?\s+(?:in|among|within|from|on)\s+(?:(?:its|their|his)\s+)?(?:own\s+)?(?:ranks|side)\b"
)
_AMONG = re.compile(r"(?:\s+\w+)?\s+(?:in|among|within|from|on)\s+(?:the\s+)?", re.I)
_RANKS = re.compile(r"(?:['’]s?)?\s+(?:ranks|side)\b")
_RANKS_OF = re.compile(
    r"(?:\s+\w+){0,2}?\s+(?:in|among|within|from|on)\s+(?:the\s+)?(?:ranks|side)\s+of\s+(?:the\s+)?", re.I
)
_OF_OWN = re.compile(r" of (?:their|its|his) (?:own|number)\b")
_SIDE_BEFORE = re.compile(
    r"\bon (?:the )?(?P<who>[\w'’ -]{3,40}?) side,? (?:at least |about |some )?\Z", re.I
)
_OWN_NUMBER = re.compile(
    r"\bof (?:their|its|his|our) (?:number|own|comrades?|colleagues?|companions?|men|fighters|ranks|members|side)\b",
    re.I,
)
_LABEL = re.compile(r"(?: side| losses)?: (?:at least |about |some )?")


def whose_bodies(noun: Token, sentence: Sentence) -> list[Group]:
    """Whom "*their* bodies were found" means: those told of before, who are dead."""
    if not {noun.head.lemma_.lower(), syntax.clause_verb(noun).lemma_.lower()} & TREATING_BODIES:
        return []
    whose = [pronoun_group(sentence, child) for child in noun.children if child.tag_ == "PRP$"]
    # How many "they" are is for whoever knows the sentences before to say.
    return [replace(group, count=None) if group.plural else group for group in whose]


_FOUND = re.compile(r",?\s+(?:was|were|has been|have been|had been|found|recovered|discovered)\b")


def bodies_of(noun: Token, meant: WordsForPeople, groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """Whose bodies they were: "the bodies of *nine millers* and *a guide*", of "*a cook* and those of *two maids*".

    All who are listed up to the verb of finding are dead, whatever the parser makes of the last of them.
    """
    ones = [noun, *(child for child in noun.children if child.dep_ == "conj" and child.lower_ == "those")]
    of = meant.all_of([whose for one in ones for whose in syntax.prepositional(one, "of")])
    of = of or whose_bodies(noun, sentence)
    dead = [group for group in with_rest_of_list(of, groups, sentence) if group.kind != "body"]
    listed = listed_after(groups, sentence, of[0].end) if of and noun.tag_ == "NNS" else []
    if (
        not listed
        or len(listed) < len(dead)
        or not _FOUND.match(sentence.words, listed[-1].end - sentence.start)
    ):
        return dead
    return [*dead, *(group for group in listed if group.kind == "people" and group not in dead)]


def left_dead(dead: Token, victims: list[Group], groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """All of the list after "left dead": "the raid left dead six guards *and nine rebels*"."""
    leaves = dead.i > 0 and dead.doc[dead.i - 1].lemma_.lower() == "leave"
    return with_rest_of_list(victims, groups, sentence) if leaves else victims


def leavers(verb: Token, dead: Token, meant: WordsForPeople, sentence: Sentence) -> list[Group]:
    """The rebels of "the rebels fled, leaving four of their number dead": the dead are their own."""
    words = sentence.words[verb.idx : dead.idx]
    if verb.lemma_ != "leave" or not of_own_number(words):
        return []
    return meant.all_of(syntax.inherited_subjects(verb))


def of_own_number(words: str) -> bool:
    """True for "four of their number", "three of its own": some of whoever is told of."""
    return _OWN_NUMBER.search(words) is not None


LOSING = frozenset({"lose", "loss"})


def of_own_ranks(after: str, harm: Token) -> bool:
    """True where "in its own ranks", "on their side" follows, or "of their own" what was lost: the speaker's own."""
    lost = harm.lemma_ in LOSING and _OF_OWN.match(after) is not None
    return lost or _OWN_RANKS.match(after) is not None


def _side_before(number: Group, groups: Sequence[Group], sentence: Sentence) -> Group | None:
    """The body in "on the *rebels'* side, two were killed"."""
    before = sentence.words[: number.start - sentence.start]
    side = _SIDE_BEFORE.search(before) if " side" in before else None
    if side is None:
        return None
    start, end = sentence.start + side.start("who"), sentence.start + side.end()
    return next((group for group in groups if start - _ARTICLE <= group.start < end), None)


_ARTICLE = 4


def whose_side(number: Group, end: int, groups: Sequence[Group], sentence: Sentence) -> Group | None:
    """The body that the words beside a number of dead say they were of; ``end``: where its harm is told."""
    named = _in_whose_ranks(end, groups, sentence) or _labelled(number, groups, sentence)
    return named or _side_before(number, groups, sentence)


def _in_whose_ranks(end: int, groups: Sequence[Group], sentence: Sentence) -> Group | None:
    """The body in "two dead in the *rebels'* ranks", "in the ranks of *the rebels*", from an offset on."""
    for group in groups:
        start, stop = group.start - sentence.start, group.end - sentence.start
        if start >= end and _RANKS_OF.fullmatch(sentence.words[end:start]):
            return group
        if start >= end and _AMONG.fullmatch(sentence.words[end:start]):
            return group if _RANKS.match(sentence.words[stop:]) else None
    return None


def _labelled(number: Group, groups: Sequence[Group], sentence: Sentence) -> Group | None:
    """The body before the colon of "*Army*: two dead; *rebels*: nine dead"; one colon alone tells who says so."""
    if sentence.words.count(": ") < 2:
        return None
    for group in groups:
        gap = sentence.words[group.end - sentence.start : number.start - sentence.start]
        if (
            group.end < number.start
            and _LABEL.fullmatch(gap)
            and (group.actors or group.status == "combatant")
        ):
            return group
    return None
