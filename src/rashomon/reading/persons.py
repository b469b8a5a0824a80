"""Single people a report speaks of: which phrases mean the same one.

"A man … the victim … he … John Carter, 34" may be one person told of in four sentences. Whoever is
spoken of again is taken for somebody known unless the text tells them apart: by another name, another
age, another sex, a word such as "another" or "a second", or by naming both in one breath. So a person
is rather counted once too seldom than once too often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.reading.ages import Age, age_of
from rashomon.reading.groups import Group
from rashomon.reading.harm import Frame
from rashomon.reading.languages.en.words import (
    ACCUSED_NOUNS,
    GENERIC_PERSONS,
    PERSON_NOUNS,
    SEX_OF_NOUN,
    SEX_OF_PRONOUN,
)
from rashomon.reading.parsing import Sentence

_AGED_AFTER = re.compile(r",\s+an?\s+(\d{1,3})[- ]years?[- ]old\s+(\w+)", re.I)
"""A phrase set beside a name: "Mary Holt, a 34-year-old woman"."""
_NAMED_AFTER = re.compile(
    r",?\s+(?:(?:has been |was )?(?:identified|named) (?:by \w+ )?as |named )?(?:\d{1,3}-year-old )?"
    r"([A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]+){1,3})\s*[,.]"
)
_ANOTHER = re.compile(r"\b(?:another|second|third|fourth|fifth|sixth|seventh|other)\b", re.I)
_TITLES = frozenset(
    "mr mrs ms dr sgt lt capt cpl pfc officer deputy trooper chief sheriff jr sr ii iii".split()
)
_ACCUSED = re.compile(r"\b(?:accused of|charged with|suspected of|wanted (?:for|in)|admitted)\b", re.I)


class Someone:
    """One person of a report, as far as it has been read."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.names: tuple[str, ...] = ()
        self.sex = ""
        self.age: Age | None = None
        self.roles: frozenset[str] = frozenset()
        """What the report has called the person: "imam", "commander"."""
        self.accused = False
        self.harmed = False
        self.sentence = -1

    def is_compatible(self, names: tuple[str, ...], sex: str, age: Age | None) -> bool:
        """True unless name, sex or age tell this person from the one described."""
        if sex and self.sex and sex != self.sex:
            return False
        if names and self.names and not _same_name(names, self.names):
            return False
        same_name = bool(names and self.names)
        return same_name or age is None or self.age is None or self.age.may_be(age)


class PersonBook:
    """The single people of one report so far."""

    def __init__(self) -> None:
        self._known: list[Someone] = []

    def read(self, sentence: Sentence, frames: Sequence[Frame]) -> dict[int, str]:
        """For each phrase of a sentence that means one harmed person, where it starts and who it is."""
        acting = {
            agent.start: self._meet_suspect(agent, sentence)
            for agent in _singles(agent for frame in frames for agent in frame.agents)
        }
        taken = {frame.victim.start for frame in frames if frame.facet == "captured"}
        found: dict[int, Someone] = {}
        words = _words_of_harm(frames)
        for group in _singles(frame.victim for frame in frames):
            if group.start not in found and group.start in acting and group.start not in taken:
                found[group.start] = acting[group.start]  # "a man killed his wife and himself"
                found[group.start].harmed = True
            elif group.start not in found:
                listed = [found[at] for at in found if words[at] & words[group.start]]
                suffers = self._meet_suspect if group.start in taken else self._meet_victim
                found[group.start] = suffers(group, sentence, list(found.values()), listed)
        return {start: one.key for start, one in (acting | found).items()}

    def _meet_victim(
        self, group: Group, sentence: Sentence, beside: Sequence[Someone], listed: Sequence[Someone]
    ) -> Someone:
        known = self._meet(group, sentence, beside, listed)
        known.harmed = True
        return known

    def _meet_suspect(
        self,
        group: Group,
        sentence: Sentence,
        beside: Sequence[Someone] = (),
        listed: Sequence[Someone] = (),
    ) -> Someone:
        """Who did it, or was arrested: nobody whom the harm befell, unless the text points back to him."""
        innocent = [one for one in self._known if one.harmed and not one.accused]
        points_back = group.definite or group.kind != "people"
        known = self._meet(
            group, sentence, beside, [*listed, *(() if points_back else innocent)], suspect=True
        )
        known.accused = True
        return known

    def _meet(
        self,
        group: Group,
        sentence: Sentence,
        beside: Sequence[Someone] = (),
        listed: Sequence[Someone] = (),
        *,
        suspect: bool = False,
    ) -> Someone:
        """The person a phrase means; nobody in ``listed``, who suffered the same in one breath."""
        names, sex, age = _names(group, sentence), _sex(group, sentence), _age(group, sentence)
        known = None
        if not _ANOTHER.search(group.words):
            free = [one for one in self._known if one not in listed]
            known = self._known_as(group, (names, sex, age), beside, free, suspect=suspect)
        if known is None:
            known = Someone(f"p{len(self._known) + 1}")
            self._known.append(known)
        known.names = max(known.names, names, key=len)
        known.sex, known.age = known.sex or sex, known.age or age
        known.roles |= _roles(group)
        known.accused = known.accused or _is_accused(group, sentence)
        known.sentence = sentence.index
        return known

    def _known_as(
        self,
        group: Group,
        described: tuple[tuple[str, ...], str, Age | None],
        beside: Sequence[Someone],
        free: Sequence[Someone],
        *,
        suspect: bool = False,
    ) -> Someone | None:
        """Who of those known a phrase means; None for somebody new."""
        names, sex, age = described
        roles = _roles(group)
        if not group.definite and roles:
            # "An imam was killed … a trader was wounded": each is told of for the first time.
            free = [one for one in free if not one.roles or roles & one.roles]
        if group.words.lower().startswith(("his ", "her ", "their ")) and group.unit == "persons":
            free = [one for one in free if one.sentence != group.sentence]  # "a driver … his passenger"
        if _is_of_forces(group):
            free = [one for one in free if not one.accused]  # "one assailant died … the guard … died"
        fitting = [one for one in free if one.is_compatible(names, sex, age)]
        same = [
            one for one in fitting if one in beside and names and one.names and _same_name(names, one.names)
        ]
        if same:
            return same[-1]
        points_back = group.kind == "pronoun" or (group.definite and group.kind == "people")
        if not points_back:
            fitting = [one for one in fitting if one not in beside]
        by_name = [one for one in fitting if names and one.names]
        if by_name:
            return max(by_name, key=lambda one: one.sentence)
        by_age = [one for one in fitting if age and one.age and one.age.may_be(age)]
        if by_age:
            return max(by_age, key=lambda one: one.sentence)
        wanted = group.noun in ACCUSED_NOUNS
        if not suspect:
            others = [one for one in fitting if one.accused == wanted or (one.harmed and not wanted)]
            # "a gunman killed two before police shot *him*": nobody else is there to be meant.
            here = [one for one in fitting if group.kind == "pronoun" and one.sentence == group.sentence]
            fitting = others or here
        if names:
            # A name first told now is of somebody not named so far.
            fitting = [one for one in fitting if not one.names]
        # "The woman" is rather she who was called so than one told of by name alone.
        noun = group.kind == "people" and bool(sex)
        rank = {
            one.key: (one.accused if suspect else one.harmed, noun and one.sex == sex, one.sentence)
            for one in fitting
        }
        return max(fitting, key=lambda one: rank[one.key]) if fitting else None


def _singles(groups: Iterable[Group]) -> list[Group]:
    """The phrases that mean exactly one person."""
    return [
        group
        for group in groups
        if group.count is not None
        and group.count.low == 1
        and group.count.high == 1
        and group.kind in {"people", "person", "pronoun", "number"}
    ]


def _words_of_harm(frames: Sequence[Frame]) -> dict[int, frozenset[int]]:
    """The words of harm under which each phrase stands: those sharing one are named side by side."""
    found: dict[int, frozenset[int]] = {}
    for frame in frames:
        found[frame.victim.start] = found.get(frame.victim.start, frozenset()) | {frame.token}
    return found


def _roles(group: Group) -> frozenset[str]:
    """What sets a person apart from others told of: "imam", "commander", not "man" or "victim"."""
    known = PERSON_NOUNS.get(group.noun)
    if known is None or group.kind != "people" or known.category in GENERIC_PERSONS:
        return frozenset()
    return (
        frozenset() if group.noun in SEX_OF_NOUN or group.noun in ACCUSED_NOUNS else frozenset({group.noun})
    )


_FORCES = frozenset({"soldiers", "police", "peacekeepers", "guards"})


def _is_of_forces(group: Group) -> bool:
    known = PERSON_NOUNS.get(group.noun)
    return known is not None and known.category in _FORCES


def _names(group: Group, sentence: Sentence) -> tuple[str, ...]:
    words = group.words
    if group.kind == "people":
        # "her son, Peter Marsh, was shot"; "a man identified as Peter Marsh".
        named = _NAMED_AFTER.match(sentence.words[group.end - sentence.start :])
        words = named.group(1) if named is not None else ""
    elif group.kind != "person":
        return ()
    found = re.findall(r"[^\W\d_][\w'’-]*", words)
    return tuple(word.lower() for word in found if word.lower().strip(".") not in _TITLES)


def _same_name(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """True where a shorter name is part of a longer one: "Carter" of "John Carter", not "Mary Carter"."""
    short, long = sorted((one, two), key=len)
    if all(any(_same_word(word, other) for other in long) for word in short):
        return True
    return _same_word(one[-1], two[-1]) and _same_word(one[0], two[0])


def _same_word(one: str, two: str) -> bool:
    """True for one name spelled in two ways: "Reardon", "Rearden"."""
    if one == two or (len(one) > 5 and one[:5] == two[:5] and abs(len(one) - len(two)) < 2):
        return True
    return min(len(one), len(two)) > 6 and one[:3] == two[:3] and _differs_by_one(one, two)


def _differs_by_one(one: str, two: str) -> bool:
    """True where one letter more, less or other makes one word of the other: "Ulmschner", "Ulmshner"."""
    short, long = sorted((one, two), key=len)
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    rest = long[at + 1 :]
    return rest in (short[at:], short[at + 1 :])


def _sex(group: Group, sentence: Sentence) -> str:
    if group.kind == "pronoun":
        return SEX_OF_PRONOUN.get(group.words.lower(), "")
    own = SEX_OF_NOUN.get(group.noun, "")
    said = own or next((SEX_OF_NOUN[w] for w in group.words.lower().split() if w in {"male", "female"}), "")
    after = _AGED_AFTER.match(sentence.words[group.end - sentence.start :])
    return said or (SEX_OF_NOUN.get(after.group(2).lower(), "") if after is not None else "")


def _age(group: Group, sentence: Sentence) -> Age | None:
    start, end = group.start - sentence.start, group.end - sentence.start
    return age_of(group.words, sentence.words[:start], sentence.words[end:])


def _is_accused(group: Group, sentence: Sentence) -> bool:
    after = sentence.words[group.end - sentence.start :][:40]
    return group.noun in ACCUSED_NOUNS or _ACCUSED.search(after) is not None
