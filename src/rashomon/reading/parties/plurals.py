"""Whom "they", "them", "all" and "both" mean where people are harmed: the counted people told of before.

"Gunmen abducted four traders. They were later killed": four. Only people with a plain number in the same
sentence or the one before are taken, and only where no others could be meant; whoever acted is not. Those whom
one clause lists are meant together ("a woman and two men were shot; they …": three) unless somebody does it to them,
who may be of the list; and "they" after one person
of whom it is not said whether a man or a woman ("the victim was flown to a clinic where they died") is that person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.model.base import value
from rashomon.model.claims import Count, Status
from rashomon.reading.harm.values import Frame
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

_HELD = "captured"
_NEXT = re.compile(r",? (?:and|as well as|(?:together |along )?with) (?:the )?|, ?(?:the )?")
"""Between the people of one list."""
_THE = re.compile(r"\b(?:the|these|those) [\w'’-]+\Z", re.I)
"""A noun told of before, and no word more that would tell some of them from others."""
_THE_HARMED = frozenset({"victim", "deceased", "casualty"})
_ANYBODY = frozenset("victim person patient individual subject".split())
"""Nouns for one person that leave open whether a man or a woman is meant."""


@value
class _List:
    """People told of side by side: how many they are, by what words where one phrase tells them, and their status."""

    number: int
    who: str
    status: Status
    several: bool


Lists = dict[int, int]
"""Where a counted phrase begins, and how many its clause lists together with it."""


class PluralBook:
    """The counted people of the sentence before, and of this one."""

    def __init__(self) -> None:
        self._before: tuple[Group, ...] = ()
        self._listed: Lists = {}
        self._harmed: list[Group] = []
        self._held: tuple[Group, ...] = ()
        self._dead: list[Group] = []
        """Whoever was told dead so far, a list's people each."""
        self._sentence = -1
        self._list: _List | None = None
        """The one list that holds all the people of the sentence before."""

    def read(
        self,
        sentence: Sentence,
        groups: Sequence[Group],
        frames: Sequence[Frame],
        doers: frozenset[int] = frozenset(),
    ) -> tuple[Frame, ...]:
        """The frames of a sentence, with the number and the noun of those whom a plural pronoun means.

        ``doers``: where those begin who are meant by "they" as whoever did it: "*they* killed *them*" are two parties.
        """
        self._before = tuple(group for group in self._before if group.start not in doers)
        if sentence.index != self._sentence + 1:
            self._before, self._held, self._listed, self._harmed, self._list = (), (), {}, [], None
        acting = {agent.start for frame in frames for agent in frame.agents}
        held = tuple(f.victim for f in frames if f.facet == _HELD and _is_counted(f.victim))
        numbers = [f.victim for f in frames if f.victim.kind == "number" and f.victim.start not in acting]
        here = [g for g in (*groups, *numbers) if _is_counted(g) and g.start not in acting]
        lists = _lists_of(frames)
        self._listed |= lists
        harmed = [frame.victim for frame in frames if not frame.negated and frame.victim.kind != "pronoun"]
        self._harmed += harmed
        frames = [self._told_again(frame, here, sentence) for frame in frames]
        found = tuple(
            self._of_list(_as_one(self._resolved(frame, here, held), groups, here), groups, sentence)
            for frame in frames
        )
        self._list = _list_in([g for g in groups if g.start not in acting | doers], sentence)
        self._dead += [
            f.victim for f in found if f.facet == "killed" and not f.negated and f.coverage != "subset"
        ]
        self._before, self._held, self._sentence = tuple(here), held, sentence.index
        self._listed, self._harmed = lists, harmed
        return found

    def _resolved(self, frame: Frame, here: Sequence[Group], held: Sequence[Group]) -> Frame:
        pronoun = frame.victim
        if pronoun.noun in _THE_HARMED and pronoun.definite and pronoun.plural and frame.facet == "killed":
            return self._as_told_dead(frame)
        if pronoun.kind != "pronoun" or not pronoun.plural:
            return frame
        if frame.facet == _HELD:
            return frame
        earlier = [group for group in here if group.end <= pronoun.start]
        captives = _before(held, pronoun) or ([] if earlier else list(self._held))
        meant = _only(captives) or _only(earlier or self._before)
        if meant is None and not (captives or earlier or self._before or frame.agents):
            meant = self._all_listed(pronoun)
        if meant is None or meant.count is None:
            return frame
        together = None if frame.agents else self._listed.get(meant.start)
        count = meant.count
        if together is not None:
            count = replace(count, low=together, high=together)
            meant = replace(meant, categories=(), status="unknown", actors=(), who="")
        victim = replace(
            pronoun,
            count=_less(count, pronoun),
            categories=meant.categories,
            status=meant.status,
            actors=meant.actors,
            identification=meant.identification,
            unit=meant.unit,
            who=meant.who,
        )
        return replace(frame, victim=victim)

    def _as_told_dead(self, frame: Frame) -> Frame:
        """The frame of "*the victims* were killed when …" with the number of those told dead before, if it is one."""
        count = frame.victim.count
        before = self._dead[0] if len({group.start for group in self._dead}) == 1 else None
        if count is None or count.vague != "plural" or before is None or not _is_counted(before):
            return frame
        told = replace(before.count or count, as_written=count.as_written)
        return replace(frame, victim=replace(frame.victim, count=told))

    def _of_list(self, frame: Frame, groups: Sequence[Group], sentence: Sentence) -> Frame:
        """The frame of "met two porters and a cook and abducted *them*", "*they* were shot dead": the three.

        Where they are told of in one list, and nobody else is told of before.
        """
        pronoun = frame.victim
        word = pronoun.words.lower()
        if (
            pronoun.kind != "pronoun"
            or word not in {"them", "they"}
            or (word == "them") != bool(frame.agents)
        ):
            return frame
        doers = {agent.start for agent in frame.agents}
        told = [g for g in groups if g.end <= pronoun.start and g.start not in doers]
        people = [group for group in told if group.kind == "people"]
        found = _list_in(told, sentence) if people else self._list
        if found is None or not (found.several or frame.facet == _HELD):
            return frame
        count = Count(low=found.number, high=found.number, as_written=pronoun.words)
        victim = replace(pronoun, count=count, who=found.who)
        if found.several:
            victim = replace(victim, status=found.status, categories=(), actors=())
        return replace(frame, victim=victim)

    def _told_again(self, frame: Frame, here: Sequence[Group], sentence: Sentence) -> Frame:
        """The frame of "*the traders* were found dead" with the number of the four traders told of just before."""
        victim = frame.victim
        said = _THE.search(
            sentence.words[max(0, victim.start - sentence.start - 6) : victim.end - sentence.start]
        )
        if victim.kind != "people" or victim.count is None or victim.count.vague != "plural" or said is None:
            return frame
        told = [g for g in (*self._before, *here) if g.end <= victim.start and g.noun == victim.noun]
        meant = _only(told)
        if meant is None or meant.count is None or not victim.noun:
            return frame
        return replace(frame, victim=replace(victim, count=replace(meant.count, as_written=victim.words)))

    def _all_listed(self, pronoun: Group) -> Group | None:
        """Single people whom one clause lists, and nobody else who was harmed: "a man and a woman were shot"."""
        told = [group for group in self._harmed if group.end <= pronoun.start]
        starts = {group.start for group in told}
        if not told or len(starts) != self._listed.get(told[0].start) or not starts <= self._listed.keys():
            return None
        return told[0]


def _list_in(people: Sequence[Group], sentence: Sentence) -> _List | None:
    """The one list that all these people are of; None where there are others, or the number of some is not told."""
    told = [group for group in people if group.kind == "people"]
    told = [g for g in told if not any(o.start < g.start and g.end <= o.end for o in told)]
    begin = sentence.start
    gaps = [sentence.words[one.end - begin : two.start - begin] for one, two in pairwise(told)]
    if (
        gaps
        and told[0].count is not None
        and told[0].count.vague == "plural"
        and not _NEXT.fullmatch(gaps[0])
    ):
        told, gaps = told[1:], gaps[1:]  # "*gunmen* met two porters and a cook"
    numbers = [g.count.low for g in told if g.count is not None and g.count.low == g.count.high]
    if not told or len(numbers) < len(told) or not all(_NEXT.fullmatch(gap) for gap in gaps):
        return None
    statuses = {group.status for group in told}
    return _List(
        number=sum(number or 0 for number in numbers),
        who=told[0].who if len(told) == 1 else "",
        status=statuses.pop() if len(statuses) == 1 else "unknown",
        several=len(told) > 1,
    )


def _lists_of(frames: Sequence[Frame]) -> Lists:
    """For each phrase that a clause lists beside others, how many they are; none where a number is open."""
    clauses: dict[int, dict[int, Group]] = {}
    for frame in frames:
        if frame.listed and not frame.negated:
            clauses.setdefault(frame.token, {})[frame.victim.start] = frame.victim
    found: Lists = {}
    for clause in clauses.values():
        numbers = [
            g.count.low for g in clause.values() if g.count is not None and g.count.low == g.count.high
        ]
        known = [number for number in numbers if number]
        if len(known) == len(clause) > 1:
            found.update(dict.fromkeys(clause, sum(known)))
    return found


def _as_one(frame: Frame, groups: Sequence[Group], several: Sequence[Group]) -> Frame:
    """The frame with "they" as the one person of the sentence whom alone it can mean."""
    pronoun = frame.victim
    if pronoun.kind != "pronoun" or pronoun.words.lower() != "they" or several:
        return frame
    earlier = [group for group in groups if group.end <= pronoun.start and not group.plural]
    if not earlier or earlier[-1].noun not in _ANYBODY:
        return frame
    return replace(
        frame, victim=replace(pronoun, count=replace(_ONE, as_written=pronoun.words), plural=False)
    )


_ONE = Count(low=1, high=1, as_written="")


def _less(count: Count, pronoun: Group) -> Count:
    """The number of those meant, without whoever is left out: "all but one were killed"."""
    low = None if count.low is None else count.low - pronoun.excepted
    high = None if count.high is None else count.high - pronoun.excepted
    return replace(count, low=low, high=high, as_written=pronoun.words)


def _is_counted(group: Group) -> bool:
    count = group.count
    return (
        group.kind in {"people", "number"}
        and count is not None
        and count.low is not None
        and 1 < count.low == count.high
    )


def _before(groups: Iterable[Group], pronoun: Group) -> list[Group]:
    return [group for group in groups if group.end <= pronoun.start]


def _only(groups: Sequence[Group]) -> Group | None:
    """The one there is; None where there are several that could be meant."""
    return groups[0] if len({group.start for group in groups}) == 1 else None
