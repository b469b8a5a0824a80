"""Whom verbs harm that things befall as well: "hit", "struck", "seized"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.reading.harm.values import is_nobody
from rashomon.reading.harm.victim_order import is_some_of_them
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import HARM_VERBS, ONLY_PEOPLE, SHOTS, WEAK_HARM_VERBS
from rashomon.reading.languages.en.words import PERSON_NOUNS
from rashomon.reading.people.groups import Group

if TYPE_CHECKING:
    from spacy.tokens import Token


def harmed_by_weak(verb: Token, victims: Sequence[Group], *, told: bool) -> list[Group]:
    """The victims of a verb, of one that also takes things only people; ``told``: harm was told before it.

    A bare number is people after "killed nine rebels and captured *two*", in "*four of them* were found executed" and
    where it is nobody: "the blast hurt *no one*"; whoever executes "*five*" executes people.
    """
    lemma = verb.lemma_.lower()
    if lemma not in WEAK_HARM_VERBS:
        return list(victims)
    shot = any(
        noun.lemma_.lower() in SHOTS for noun in syntax.inherited_subjects(verb)
    )  # "a bullet *struck* him"
    named = syntax.is_passive(verb) or lemma in ONLY_PEOPLE or shot
    of_people = verb.dep_ == "conj" and any(
        o.lemma_.lower() in PERSON_NOUNS for o in syntax.objects(verb.head)
    )
    some = any(((named or of_people) and is_some_of_them(verb.doc[v.head])) or is_nobody(v) for v in victims)
    counted = {"number"} if told or some or lemma in ONLY_PEOPLE else set()
    kinds = {"people", "person"} | ({"pronoun"} if named else set()) | counted
    return [v for v in victims if v.kind in kinds and not is_torn_off(verb.doc[v.head], verb)]


def is_torn_off(noun: Token, verb: Token) -> bool:
    """True for the "mate" of "struck a mine, killing the driver, his mate …": a later verb's, hung on the first."""
    if noun.dep_ in {"nummod", "amod"} and noun.head.i > noun.i:
        return True  # "seized *multiple* firearms"
    return any(t.pos_ == "VERB" and HARM_VERBS.get(t.lemma_.lower()) for t in verb.doc[verb.i + 1 : noun.i])
