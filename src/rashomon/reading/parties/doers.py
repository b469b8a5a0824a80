"""Who "they" are where they do something: those whom the clause or the sentence before told of as acting.

"Gunmen came to the village on motorcycles. They shot two traders": the gunmen. Whoever acts is the subject before;
of several, those who bear arms. Where two armed parties could be meant, nobody is taken, and what had been done
before ("they had robbed a trader") may be told of those whom it befell since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.reading.harm.values import Frame
from rashomon.reading.harm.victim_order import pronoun_group
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import SAYING
from rashomon.reading.parties.references import Meant
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import written_as

if TYPE_CHECKING:
    from spacy.tokens import Token

Doers = Mapping[int, Meant]
"""Where a pronoun begins in the report, and who acts by it."""

_THEY = frozenset({"they"})
_CONTAINERS = frozenset(
    "group band party gang crowd mob team squad number dozen handful column convoy".split()
)
_ASIDE = frozenset({"advcl", "acl"})


class DoerBook:
    """Who acted in the sentence before; nothing is looked up after the last "they" of the text."""

    def __init__(self, text: str) -> None:
        self._until = max(text.rfind("They"), text.rfind("they"))
        self._last: Meant | None = None
        self._sentence = -1
        self.told_before: frozenset[int] = frozenset()
        """Where those begin whom the pronouns of the sentence read last stand for."""

    def read(self, sentence: Sentence, groups: Sequence[Group], meant: Mapping[int, Meant]) -> Doers:
        """Those meant by each "they" of a parsed sentence that does something; others are left out."""
        doc = sentence.doc
        self.told_before = frozenset()
        if doc is None or sentence.start > self._until:
            return {}
        before = self._last if sentence.index == self._sentence + 1 else None
        several = [meant[g.start] for g in groups if _may_act(g) and g.start in meant]
        several = [one for one in several if not _speaks(doc[one.group.head])]
        acting = [one for one in several if _is_subject(doc[one.group.head])]
        found: dict[int, Meant] = {}
        told: set[int] = set()
        for token in written_as(doc, _THEY):
            if token.dep_ != "nsubj" or syntax.is_passive(token.head) or syntax.is_perfect(token.head):
                continue
            if token.head.pos_ == "AUX":
                continue  # "they were self-employed" and "they were all in hospital" tell of no deed
            told_here = any(one.group.head < token.i for one in several)
            first = _those_before(token, acting, several) if told_here else before
            if first is not None:
                pronoun = _standing_for(pronoun_group(sentence, token), first)
                found[pronoun.group.start] = pronoun
                told.add(first.group.start)
        self.told_before = frozenset(told)
        self._sentence = sentence.index
        self._last = _only_actor(acting, several) or next(iter(found.values()), None)
        if self._last is None and not several:
            self._last = before
        return found


def with_doers(frames: Iterable[Frame], doers: Doers) -> tuple[Frame, ...]:
    """The frames with those who did it in the place of the pronouns that stand for them."""
    if not doers:
        return tuple(frames)
    return tuple(
        replace(frame, agents=tuple(_told(agent, doers) for agent in frame.agents)) for frame in frames
    )


def stand_ins(doers: Doers, frames: Iterable[Frame]) -> dict[int, Meant]:
    """Who is meant by the pronouns that nothing befell: "they fired, and they were shot" may be two parties."""
    harmed = {frame.victim.start for frame in frames}
    return {start: one for start, one in doers.items() if start not in harmed}


def _told(agent: Group, doers: Doers) -> Group:
    one = doers.get(agent.start)
    return one.group if one is not None and agent.kind == "pronoun" else agent


def _standing_for(pronoun: Group, first: Meant) -> Meant:
    """The pronoun with all that is known of those it stands for."""
    group = first.group
    named = replace(
        pronoun,
        kind="people",
        noun=group.noun,
        categories=group.categories,
        status=group.status,
        actors=first.actors,
        identification=group.identification,
        who=group.who or group.words,
        peoples=group.peoples,
        join=group.join,
    )
    return Meant(group=named, actors=first.actors, inferred=bool(first.actors), ambiguous=first.ambiguous)


def _may_act(group: Group) -> bool:
    return (group.kind == "people" and group.plural) or (group.kind == "body" and group.belongs_to is None)


def _is_subject(head: Token) -> bool:
    """True for those who do what a verb tells, other than saying; of "men and women" for both."""
    while head.dep_ in {"conj", "appos"} or _is_made_of(head):
        head = head.head if head.dep_ != "pobj" else head.head.head
    if head.dep_ == "ROOT":  # "gunmen with rifles attacked": the parser finds no verb of theirs
        return any(child.dep_ in {"acl", "prep"} for child in head.children)
    return head.dep_ == "nsubj" and head.head.lemma_.lower() not in SAYING


def _is_made_of(head: Token) -> bool:
    """True for the men of "a group of *men*"."""
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in _CONTAINERS


def _speaks(head: Token) -> bool:
    return head.dep_ == "nsubj" and head.head.lemma_.lower() in SAYING


def _bears_arms(one: Meant) -> bool:
    return one.group.status == "combatant" or (one.group.kind == "body" and bool(one.actors))


def _those_before(pronoun: Token, acting: Sequence[Meant], several: Sequence[Meant]) -> Meant | None:
    """Who acts in the same sentence before a pronoun; None where another party may be meant."""
    known = [one for one in acting if one.group.head < pronoun.i]
    if pronoun.head.dep_ in _ASIDE and any(o.group.head < pronoun.i for o in several if o not in known):
        return None  # "the police arrested four men after they robbed a shop"
    return _only(known)


def _only_actor(acting: Sequence[Meant], several: Sequence[Meant]) -> Meant | None:
    """Who may be meant by "they" in the sentence after: nobody where another armed party stands in this one."""
    one = _only(acting)
    if one is None:
        return None
    others = (other for other in several if other != one and other.group.head != one.group.belongs_to)
    return None if any(_bears_arms(other) for other in others) else one


def _only(acting: Sequence[Meant]) -> Meant | None:
    armed = [one for one in acting if _bears_arms(one)]
    found = armed or list(acting)
    return found[0] if len(found) == 1 else None
