"""Battles of two sides in coders' notes: whose dead they are, and what stands around the toll and is none."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.grids.plain import WORDS, Plain, sentence

STATES = ("soldiers", "gendarmes", "FAMa soldiers", "Malian soldiers", "members of the army", "policemen")
GROUPS = (
    "militants",
    "jihadists",
    "JNIM militants",
    "presumed ISGS militants",
    "rebels",
    "CMA fighters",
    "GATIA militiamen",
    "Dozo militiamen",
    "assailants",
)
LEADS = (
    "on June 3, {b} attacked {a} at an outpost near Kelba",
    "{b} ambushed a convoy of {a} between Gourel and Bandia",
    "{a} clashed with {b} in the area of Sokolo",
    "{a} raided a base of {b} 12 km east of Tessit",
    "{a} repelled an attack by {b} on Hombori",
    "fighting erupted between {a} and {b} in Tindara",
)
ONE_SIDE = (
    "{n} {side} {were} killed",
    "{n} {side} killed",
    "killing {n} {side}",
    "{n} {side} {were} reportedly killed and {m} wounded",
    "{n} {side} {were} killed and {m} others wounded",
    "{n} {side} {were} killed and {m} taken prisoner",
    "leaving {n} {side} dead",
    "the {side} lost {n} men",
    "{n} of the {side} {were} killed",
)
BOTH_SIDES = (
    "{n} {side} and {m} {other} were killed",
    "{n} {side} and {m} {other} killed",
    "killing {n} {side} and {m} {other}",
    "{n} {side} {were} killed, {m} {other} were also killed",
    "{n} {side} {were} killed as well as {m} {other}",
    "{n} {side} {were} killed while {m} {other} died",
    "{n} {side} {were} killed and {m} {other} were killed",
    "leaving {n} {side} and {m} {other} dead",
    "{n} {side} dead, {m} {other} dead",
    "{n} dead among the {side}, {m} among the {other}",
    "the {side} lost {n} men and the {other} {m}",
    "{n} {side} {were} killed against {m} {other}",
)
BEHIND = (
    "",
    " The attackers burned 12 houses and stole 40 head of cattle.",
    " Three vehicles were destroyed and two motorcycles seized.",
    " Nobody has claimed responsibility for the attack.",
    " JNIM claimed responsibility on June 5.",
    " Weapons and four pick-up trucks were recovered.",
    " Some 300 people fled to Gao, 45 km away.",
    " Reinforcements were sent from Niamey.",
)
ONE = {"policemen": "policeman", "members of the army": "member of the army"}


def texts(seed: int) -> Iterator[Plain]:
    """Each way of telling with three leads, whichever side is told of."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for way in (*ONE_SIDE, *BOTH_SIDES):
        for _ in range(5):
            yield _battle(random, way)


def _battle(random: Random, way: str) -> Plain:
    states, groups = random.choice(STATES), random.choice(GROUPS)
    side, other = random.sample((states, groups), 2)
    number, more = random.choice((1, 2, 3, 5, 8, 12)), random.choice((2, 4, 6, 9))
    toll = way.format(
        n=random.choice((str(number), WORDS[number - 1])),
        m=random.choice((str(more), WORDS[more - 1])),
        side=_some(side, number) if "{n} {side}" in way else _plain(side),
        other=_some(other, more) if "{m} {other}" in way else _plain(other),
        were="was" if number == 1 else "were",
    )
    lead = random.choice(LEADS).format(a=states, b=groups)
    joined = way.startswith(("killing", "leaving")) or random.random() < 0.5
    text = sentence(f"{lead}, {toll}") if joined else f"{sentence(lead)} {sentence(toll)}"
    dead = number + (more if way in BOTH_SIDES else 0)
    return Plain(way=way, text=text + random.choice(BEHIND), told={"killed": dead})


def _some(people: str, number: int) -> str:
    if number > 1:
        return people
    return ONE.get(people) or people.replace("militiamen", "militiaman").removesuffix("s")


def _plain(people: str) -> str:
    return people.removeprefix("presumed ")
