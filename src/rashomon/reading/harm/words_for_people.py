"""Which people a single word stands for: a group, a bare number, a name, a pronoun, "another"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.reading.counts import CountFound
from rashomon.reading.harm.no_casualties import is_surname
from rashomon.reading.harm.shared_objects import has_auxiliary
from rashomon.reading.harm.survivors import excepted_of
from rashomon.reading.harm.told_none import nobody
from rashomon.reading.harm.values import fights
from rashomon.reading.harm.victim_order import before_auxiliaries, has_own_harm, is_personal, pronoun_group
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.places import ADJECTIVAL_COUNTRIES
from rashomon.reading.people.groups import Group, number_group, person_group
from rashomon.reading.people.heads import is_of_date
from rashomon.reading.people.names import is_name_of_one
from rashomon.reading.people.one_more import is_one_more, one_more
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


_SELVES = frozenset({"himself", "herself", "themselves"})
_ANYBODY = frozenset({"anyone", "anybody"})


class WordsForPeople:
    """The groups and numbers of one sentence, asked word by word; ``barred``: stretches that name places."""

    def __init__(
        self,
        sentence: Sentence,
        groups: Sequence[Group],
        counts: Sequence[CountFound],
        barred: Sequence[tuple[int, int]],
    ) -> None:
        self.sentence = sentence
        self.groups = groups
        self.counts = counts
        self.barred = barred

    def all_of(self, tokens: Sequence[Token]) -> list[Group]:
        """The people that some words stand for, each once."""
        found: list[Group] = []
        for token in tokens:
            group = self.at(token)
            if group is not None and group not in found:
                found.append(group)
        return found

    def doers_among(self, tokens: Sequence[Token]) -> list[Group]:
        """The people among some words who can have done a thing: no bare number; "it" is who speaks of himself."""
        found: list[Group] = []
        for token in tokens:
            sayer = syntax.sayer_of(token) if token.lower_ in {"it", "they"} else None
            said = self.at(sayer) if sayer is not None else None
            group = said if said is not None and fights(said) else self.at(token)
            if group is not None and group.kind != "number":
                found.append(group)
        return found

    def at(self, token: Token) -> Group | None:
        """The people a word stands for; None where it stands for nobody."""
        if token.tag_ in {"WP", "WDT", "WP$"} or (
            token.lower_ in {"who", "that", "which"} and token.dep_ in {"nsubj", "nsubjpass"}
        ):
            antecedent = syntax.relative_antecedent(token)
            return self._at_antecedent(token, antecedent) if antecedent not in {None, token} else None
        if token.lower_ == "self" and token.i:
            # "Child shoots self Monday": the parser joins "self" to whatever follows.
            selves = syntax.inherited_subjects(token.nbor(-1))
            return self.at(selves[0]) if selves and selves[0] != token else None
        for group in self.groups:
            if group.head == token.i:
                return group
        for group in self.groups:
            if group.first <= token.i <= group.head:
                return group
        for found in self.counts:
            if found.start <= token.idx < found.end:
                return number_group(self.sentence, found)
        if token.lower_ in _ANYBODY and syntax.is_negated(token.head):
            return nobody(self.sentence, token)
        if is_one_more(token):
            return one_more(self.sentence, token)
        counted = self._counted(token) if token.text[:1].isupper() else []
        proper = token.pos_ == "PROPN" or (token.tag_ == "NNS" and (bool(counted) or is_name_of_one(token)))
        label = token.i + 1 < len(token.doc) and token.nbor(1).text == ":"  # "3 injured Updated: 4 May"
        if (
            proper
            and token.text[:1].isupper()
            and not (label or _is_dateline(token) or self._is_barred(token))
        ):
            # "two Dawsahaq" are people of that name, not one person.
            return self._people_of_name(counted[0], token) if counted else person_group(self.sentence, token)
        if token.lower_ in _SELVES:
            selves = [s for s in syntax.inherited_subjects(token.head) if s != token]
            if selves and selves[0].i < token.i:
                # "Somebody cried that they had shot themselves": nobody knows how many "they" are.
                unknown = token.lower_ == "themselves" and selves[0].pos_ == "PRON"
                if token.lower_ != "themselves" and selves[0].tag_ == "NNS":
                    # "Officers found a man who had shot *himself*, killing *himself*": no officer died.
                    again = [t for t in token.doc[: token.i] if t.lower_ == token.lower_]
                    return self.at(again[-1]) if again else None
                return None if unknown else self.at(selves[0])
        if is_personal(token) or token.lower_ in _SELVES:
            return replace(pronoun_group(self.sentence, token), excepted=excepted_of(token) or 0)
        return None

    def _counted(self, name: Token) -> list[CountFound]:
        """The number right before a name, or before the one adjective of a people's that it has."""
        first = name.nbor(-1) if name.i > 1 and name.nbor(-1).dep_ == "amod" and name.tag_ == "NNPS" else name
        first = first if first.text[:1].isupper() else name
        return [found for found in self.counts if found.end == first.idx - 1]

    def _at_antecedent(self, relative: Token, antecedent: Token) -> Group | None:
        """Whom "who" means: also the owner in "struck the *trader's* car, who died"."""
        known = self.at(antecedent)
        if known is not None or relative.lower_ != "who":
            return known
        owners = [child for child in antecedent.children if child.dep_ == "poss"]
        return self.at(owners[0]) if owners else None

    def person_above(self, noun: Token) -> Token:
        """The "driver" of "driver of a fuel truck killed": the parser has the truck killed."""
        above = noun
        while self.at(above) is None and above.dep_ == "pobj" and above.head.head.pos_ == "NOUN":
            above = above.head.head
        return above if self.at(above) is not None else noun

    def _people_of_name(self, found: CountFound, name: Token) -> Group:
        """The people of "two Dawsahaq", whom no list of nouns knows."""
        end = name.idx + len(name.text)
        return replace(
            number_group(self.sentence, found),
            kind="people",
            head=name.i,
            end=self.sentence.start + end,
            words=self.sentence.words[found.start : end],
            who=name.text,
            noun=name.lower_,
        )

    def _is_barred(self, token: Token) -> bool:
        position = self.sentence.start + token.idx
        place = any(start <= position < end for start, end in self.barred)
        place = place and not is_surname(token, position, self.barred)
        # "as many U.S. deaths": a state is nobody.
        return place or is_of_date(token) or token.lower_ in ADJECTIVAL_COUNTRIES

    def left_of(self, word: Token) -> list[Group]:
        """The group that ends right before a participle, with only auxiliaries and adverbs between."""
        before = before_auxiliaries(word)
        group = self.at(before) if before is not None and before.pos_ != "PRON" else None
        return [group] if group is not None else []

    def right_of(self, verb: Token) -> list[Group]:
        """The group or bare number that starts right after an active verb."""
        if verb.i + 1 >= len(verb.doc):
            return []
        after = verb.nbor(1)
        if has_own_harm(after, verb):
            return []
        for found in self.counts:
            if 0 <= found.start - (verb.idx + len(verb.text)) <= 1:
                inside = [g for g in self.groups if g.start <= self.sentence.start + found.start < g.end]
                return inside[:1] or [number_group(self.sentence, found)]
        return [g for g in self.groups if g.first == after.i][:1]

    def aged_before(self, verb: Token) -> list[Group]:
        """The "15-year-old" of "the 15-year-old died", which the parser takes for an adjective of the verb.

        So the man of "the man *shot* in the head died", of which it makes two clauses.
        """
        torn = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and c.tag_ in {"VBD", "VBN"}]
        if torn and "," not in verb.doc[torn[0].i : verb.i].text:
            return self.all_of(syntax.subjects(torn[0]))
        return self.all_of([verb.nbor(-1)]) if verb.i > 0 and verb.nbor(-1).lower_ == "old" else []

    def right_before(self, participle: Token) -> list[Group]:
        """The number that a participle without auxiliary follows: "53 migrants dead, more than *130* wounded"."""
        if has_auxiliary(participle) or (participle.dep_ == "amod" and participle.head.i > participle.i):
            return []  # "two injured children" are told of as children
        ended = [found for found in self.counts if found.end == participle.idx - 1]
        return [number_group(self.sentence, found) for found in ended]

    def numbers_after(self, token: Token, reach: int) -> list[Group]:
        """The numbers that begin among the next words."""
        last = token.doc[min(token.i + reach, len(token.doc) - 1)]
        return [
            number_group(self.sentence, found)
            for found in self.counts
            if token.idx <= found.start <= last.idx
        ]


def _is_dateline(token: Token) -> bool:
    """True for the town before the dash that opens a report: "4 p.m. ODELL -- A man was shot"."""
    if token.i + 1 >= len(token.doc) or token.nbor(1).text not in _DASHES:
        return False
    before = token.doc[: token.i + 1].text
    return before.isupper() and len(before) < _DATELINE


_DASHES = frozenset({"--", "—", "–"})
_DATELINE = 40
"""Characters that a time and a town may take."""
