"""Whose a thing is: "an army checkpoint", "a camp of the mission", "a bus carrying pilgrims".

A thing that is attacked, hit or burnt stands for the people it belongs to. Comes in the noun for the thing;
goes out the group its phrase names, or None where the phrase names nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.codebook.actors import demonym_for
from rashomon.model.claims import ActorRef, Status
from rashomon.reading.happenings.deeds import is_air_dropped
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.deeds import (
    AIRCRAFT,
    BLOWS_OF_STATES,
    BODY_WORDS,
    GIVING_UP,
    NATIONAL,
    OWNED,
)
from rashomon.reading.languages.en.syntax import agents, is_verbal_noun
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import words_between

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from rashomon.codebook.actors import ActorHit

_OWNING = frozenset(
    "belong carry transport own use escort rent hire charter hold man occupy defend guard control".split()
)
_SENDING = frozenset({"fire", "launch", "drop", "send", "shoot"})
_INSIDE = frozenset({"compound", "poss", "amod", "nmod"})
_MILITARY = frozenset("military army armed armoured armored combat fighter attack war reconnaissance".split())
_OF_ANYBODY = frozenset("vehicle convoy plane aircraft aircrafts camp base".split())
"""Things that civilians have too: a state's where a word before them says that they are for war."""
_WITHOUT_FORCES = frozenset({"PSE"})
"""Nations whose rockets are those of armed groups."""
_PRONOUNS = frozenset({"PRP", "WP", "WDT"})
_COMBATANT = frozenset({"soldiers", "police", "peacekeepers"})


class Owners:
    """Finds the owners of things in one sentence."""

    def __init__(
        self, sentence: Sentence, doc: Doc, groups: Sequence[Group], hits: Sequence[ActorHit]
    ) -> None:
        self.sentence = sentence
        self.doc = doc
        self.groups = groups
        self.hits = hits

    def of(self, thing: Token) -> Group | None:
        """Whose the thing is, as its own phrase says."""
        inside = _owning_tokens(thing)
        if not is_owned(thing):
            return self._sender(thing) or self._by_flag(thing, inside)
        known = (g for g in self.groups if g.head in inside and (g.actors or g.status != "unknown"))
        named = next(known, None) or self._named(inside) or self._by_kind(thing, inside)
        return named or self._by_nation(thing, inside) or self._of_speaker(thing)

    def _of_speaker(self, thing: Token) -> Group | None:
        """ "The army said rebels had attacked *its* base": whose verb is another's is the speaker's."""
        if not any(child.dep_ == "poss" and child.lower_ in {"its", "their"} for child in thing.children):
            return None
        verb = next((t for t in thing.ancestors if t.dep_ == "ccomp"), None)
        doers = [] if verb is None else [*syntax.subjects(verb), *agents(verb)]
        if verb is None or not doers or any(doer.tag_ in _PRONOUNS for doer in doers):
            return None
        speakers = {token.i for token in syntax.subjects(verb.head)}
        return next((g for g in self.groups if g.head in speakers and g.kind == "body" and g.actors), None)

    def before(self, noun: Token) -> Group | None:
        """The body whose name stands before a noun for a deed: "an army raid", "a GATIA operation"."""
        inside = {t.i for c in noun.children if c.dep_ in _INSIDE and c.i < noun.i for t in c.subtree}
        return self._named(inside) or self._by_kind(noun, inside) or self._by_flag(noun, inside)

    def _named(self, inside: set[int]) -> Group | None:
        """A body whose name stands in the phrase: "a GATIA position"."""
        found = [hit for hit in self.hits if self._tokens(hit) and self._tokens(hit) <= inside]
        if not found:
            return None
        tokens = sorted(set().union(*(self._tokens(hit) for hit in found)))
        refs = {hit.actor_ids[0] if hit.actor_ids else hit.words: hit for hit in found}
        actors = tuple(
            ActorRef(words=hit.words, actor_id=hit.actor_ids[0] if hit.actor_ids else None)
            for hit in refs.values()
        )
        return self._group(tokens[0], tokens[-1], (), "unknown", actors)

    def _by_kind(self, thing: Token, inside: set[int]) -> Group | None:
        """A kind of body without a name: "an army post", "the police station"."""
        for token in self.doc[min(inside, default=thing.i) : thing.i]:
            if token.i not in inside:
                continue
            if token.lower_ == "guard" and token.i and token.nbor(-1).lower_ == "national":
                return self._group(token.i - 1, token.i, ("national_guards",), "combatant", ())
            category = BODY_WORDS.get(token.lower_)
            if category is not None:
                return self._group(token.i, token.i, (category,), "combatant", ())
        return None

    def _by_nation(self, thing: Token, inside: set[int]) -> Group | None:
        """A state's forces by its name alone: "a French armoured vehicle", "Ethiopian jets"."""
        military = any(t.lower_ in _MILITARY for t in self.doc[min(inside, default=thing.i) : thing.i])
        lemma = thing.lemma_.lower()
        if lemma not in NATIONAL or (lemma in _OF_ANYBODY and not military):
            return None
        return self._forces_named(thing, inside)

    def _by_flag(self, blow: Token, inside: set[int]) -> Group | None:
        """A state's forces by its name before what they strike with: "Turkish drones", "Russian shelling"."""
        words = {blow.lemma_.lower(), blow.lower_}
        heavy = bool(words & (BLOWS_OF_STATES | AIRCRAFT)) or ("bomb" in words and is_air_dropped(blow))
        named = blow.pos_ in {"NOUN", "PROPN"} or is_verbal_noun(blow)
        return self._forces_named(blow, inside) if heavy and named else None

    def _sender(self, weapon: Token) -> Group | None:
        """Who fired it: "a missile *fired by the rebels*"."""
        sent = [c for c in weapon.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in _SENDING]
        heads = {agent.i for verb in sent for agent in agents(verb)}
        return next((group for group in self.groups if group.head in heads), None)

    def _forces_named(self, noun: Token, inside: set[int]) -> Group | None:
        """The forces of the one state whose adjective stands before a noun; "Iranian-made" names no owner."""
        for token in self.doc[min(inside, default=noun.i) : noun.i]:
            named = token.i in inside and token.text[:1].isupper() and token.nbor(1).text != "-"
            countries = demonym_for(token.text) if named else ()
            if len(countries) == 1 and countries[0] not in _WITHOUT_FORCES:
                ref = ActorRef(words=token.text, actor_id=f"forces:{countries[0]}")
                return self._group(token.i, noun.i, ("soldiers",), "combatant", (ref,))
        return None

    def _tokens(self, hit: ActorHit) -> set[int]:
        start, end = hit.start - self.sentence.start, hit.end - self.sentence.start
        return {token.i for token in words_between(self.doc, start, end)}

    def _group(
        self, first: int, last: int, categories: tuple[str, ...], status: Status, actors: tuple[ActorRef, ...]
    ) -> Group:
        start, end = self.doc[first].idx, self.doc[last].idx + len(self.doc[last].text)
        words = self.sentence.words[start:end]
        return Group(
            sentence=self.sentence.index,
            head=last,
            first=first,
            start=self.sentence.start + start,
            end=self.sentence.start + end,
            words=words,
            kind="body",
            noun=self.doc[last].lemma_.lower(),
            count=None,
            plural=True,
            definite=True,
            categories=categories,
            status=status,
            actors=actors,
            identification="stated",
        )


def is_owned(thing: Token) -> bool:
    """True for a thing that is attacked in its owner's stead."""
    if thing.pos_ not in {"NOUN", "PROPN"}:
        return False
    # The tokenizer takes "pick-ups" apart.
    split = thing.i > 1 and thing.lower_ in {"up", "ups"} and thing.nbor(-1).text == "-"
    return split or thing.lemma_.lower() in OWNED or thing.lower_.removesuffix("s") in OWNED


def _owning_tokens(thing: Token) -> set[int]:
    inside: set[int] = set()
    for child in thing.children:
        if child.dep_ in _INSIDE and child.i < thing.i:
            inside.update(t.i for t in child.subtree)
        elif child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            inside.update(t.i for g in child.children if g.dep_ == "pobj" for t in _own_phrase(g))
        elif child.dep_ in {"acl", "relcl"} and child.lemma_ in _OWNING:
            inside.update(t.i for t in child.subtree if t.dep_ in {"dobj", "pobj", "compound", "amod"})
    return inside


def _own_phrase(noun: Token) -> list[Token]:
    """A noun with what stands before it and belongs to it: "the Malian army" without "in Gao"."""
    return [t for t in noun.subtree if noun.left_edge.i <= t.i <= noun.i]


def lost_by(verb: Token) -> list[Token]:
    """From whom something was taken: "took the town *from the rebels*", wherever the parser hangs it."""
    return [noun for token in (verb, *syntax.objects(verb)) for noun in syntax.prepositional(token, "from")]


def given_up_by(verb: Token) -> list[Token]:
    """Who left what was taken, in a clause beside: "*the army* withdrew and the rebels took over the town"."""
    clauses = [child for child in verb.children if child.dep_ in {"conj", "advcl"}]
    if verb.dep_ in {"conj", "advcl"}:
        clauses.append(verb.head)
    return [
        noun
        for clause in clauses
        if clause.lemma_.lower() in GIVING_UP and not syntax.is_negated(clause)
        for noun in syntax.subjects(clause)
    ]


_ATTACKING = frozenset({"attack", "ambush", "target", "raid", "assault", "burn", "ransack", "loot", "storm"})


def is_headline_passive(verb: Token) -> bool:
    """ "Army post near the river attacked at dawn": things attack nobody."""
    if verb.lemma_ not in _ATTACKING or verb.tag_ not in {"VBD", "VBN"} or syntax.has_object(verb):
        return False
    subjects = syntax.subjects(verb)
    return bool(subjects) and all(is_owned(token) for token in subjects)
