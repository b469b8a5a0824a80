"""Plain sentences put together from parts, each with what it tells.

A reader that is good on the texts it was made on may stumble over a plain sentence nobody had thought of. So
ways of telling are crossed with leads, kinds of people, numbers and joints; each text is unambiguous, so that
what is expected is sure.
A grid is a module with ``texts(seed)``; all its words are our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

Totals = dict[str, int | str | None]
"""Figures of an event by name; "start" and "end" are its days, "sides" the ids of who fought with " / " between."""

WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
PEOPLE = {
    "soldier": "soldiers",
    "civilian": "civilians",
    "trader": "traders",
    "herder": "herders",
    "policeman": "policemen",
    "farmer": "farmers",
    "militiaman": "militiamen",
    "teacher": "teachers",
    "driver": "drivers",
    "gendarme": "gendarmes",
    "woman": "women",
    "man": "men",
    "villager": "villagers",
    "passenger": "passengers",
    "student": "students",
    "fighter": "fighters",
    "child": "children",
}


@dataclass(frozen=True)
class Plain:
    """A text, the way it tells, and what it tells: only the totals named are checked."""

    way: str
    text: str
    told: Totals


@dataclass(frozen=True)
class Some:
    """People as a text names them, and how many they are."""

    words: str
    number: int

    @property
    def one(self) -> bool:
        """Whether they are one."""
        return self.number == 1


def number(random: Random, value: int) -> str:
    """A number in figures or in words."""
    return random.choice((str(value), WORDS[value - 1]))


def people(random: Random) -> Some:
    """Two soldiers, a nurse, 5 people, at least nine farmers, two men and a child, or a bare number."""
    noun, value = random.choice(list(PEOPLE)), random.choice((1, 1, 2, 3, 4, 5, 7, 9, 12))
    kind = random.choice(("noun", "noun", "noun", "bare", "persons", "least", "and"))
    if kind == "bare":
        return Some(number(random, value), value)
    if kind == "persons":
        return Some(f"{number(random, value)} {'person' if value == 1 else 'people'}", value)
    if kind == "least" and value > 1:
        return Some(f"at least {number(random, value)} {PEOPLE[noun]}", value)
    if kind == "and":
        other, more = random.choice([name for name in PEOPLE if name != noun]), random.choice((1, 2, 3))
        return Some(f"{some(random, noun, value)} and {some(random, other, more)}", value + more)
    return Some(some(random, noun, value), value)


def some(random: Random, noun: str, value: int) -> str:
    """So many of one kind: "a man", "one man", "3 men", "three men"."""
    if value == 1:
        return f"{random.choice(('a', 'one'))} {noun}"
    return f"{number(random, value)} {PEOPLE[noun]}"


def others(random: Random) -> Some:
    """Others than those just told of: "another", "two others", "3 other men"."""
    noun, value = random.choice(list(PEOPLE)), random.choice((1, 1, 2, 3, 4, 5, 7, 9, 12))
    if value == 1:
        return Some(random.choice(("another", "one other", f"another {noun}")), 1)
    return Some(f"{number(random, value)} {random.choice(('others', f'other {PEOPLE[noun]}'))}", value)


def sentence(words: str) -> str:
    """The words with a capital and a full stop."""
    return f"{words[0].upper()}{words[1:]}."


def misses(
    plains: Iterable[Plain], totals_of: Callable[[str], Totals], *, strict: bool = False
) -> tuple[int, list[str]]:
    """How many texts there are, and a line for each that is read otherwise than it tells.

    ``strict``: nothing said is no 0.
    """
    found, count = [], 0
    for plain in plains:
        count += 1
        ours = totals_of(plain.text)
        pairs = [(ours[name], value) for name, value in plain.told.items()]
        if any(one != two and (strict or (one or 0) != (two or 0)) for one, two in pairs):
            said = {name: ours[name] for name in plain.told}
            found.append(f"{plain.way}: {plain.text} – expected {plain.told}, read {said}")
    return count, found
