"""Two tolls of one event: by two speakers, of the same people or of others; doubted ones, and first ones."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.grids.plain import Plain, number, sentence

LEADS = (
    "Gunmen attacked the village of Turo on Monday. ",
    "A bomb went off at the market of Kolda. ",
    "Militants ambushed a convoy near Sabo. ",
    "An air strike hit a house in Hamra. ",
    "",
)
SPEAKERS = (
    "police",
    "the mayor",
    "the army",
    "a hospital official",
    "residents",
    "AFP",
    "Reuters",
    "local media",
    "the governor",
    "a witness",
    "the rebels",
    "a doctor",
    "local sources",
    "the Red Cross",
)
TELLINGS = (
    "{n} {p} died, {s} said",
    "{s} said {n} {p} were killed",
    "{s} said that {n} {p} had been killed",
    "according to {s}, {n} {p} died",
    "{n} {p} were killed, according to {s}",
    "{n} {p} were killed according to {s}",
    "{s} reported that {n} {p} died",
    "{n} {p} have died, {s} told reporters",
    "{s} claimed that {n} {p} were killed",
)
OF_TOLLS = (
    "{s} put the toll at {n}",
    "{s} put the number of dead at {n}",
    "{s} reported {n} deaths",
    "{s} spoke of {n} dead",
    "{s} gave a toll of {n}",
    "{s} confirmed {n} deaths",
    "the death toll was {n}, {s} said",
)
JOINTS = (", while {b}", "; {b}", " but {b}", ", but {b}", ". {B}", ", whereas {b}", ". However, {b}")
CAUTIOUS = (
    "{s} said {n} {p} were killed, a claim that could not be verified",
    "{s} said {n} {p} were killed, which could not be independently confirmed",
    "{s} said {n} {p} were killed (estimate likely less reliable)",
    "{s} said {n} {p} were killed, a figure thought exaggerated",
    "{s} said {n} {p} were killed, an unlikely claim",
    "{s} said {n} {p} were killed, but the figure is considered unreliable",
    "{s} said {n} {p} were killed. The claim could not be verified",
    "{s} made the dubious claim that {n} {p} were killed",
    "unverified reports said that {n} {p} were killed",
)
FIRST = (
    "the initial toll is {n} dead, {s} said",
    "{s} initially put the toll at {n}",
    "{s} first said that {n} {p} had been killed",
    "according to a provisional count, {n} {p} died",
    "initial reports said that {n} {p} were killed",
    "a preliminary toll put the number of dead at {n}",
    "{n} {p} died, according to a first toll given by {s}",
)
FIGHTERS, CIVILIANS = ("soldiers", "police officers", "gendarmes"), ("civilians", "traders", "herders")
WAYS = 2
"""Texts of each way of telling."""


def texts(seed: int) -> Iterator[Plain]:
    """Each way of telling, first or second of the two, beside another one."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for way in (*TELLINGS, *OF_TOLLS) * WAYS:
        yield _contradicted(random, way)
    for way in TELLINGS * WAYS:
        yield _beside(random, way)
    for way in (*CAUTIOUS, *FIRST):
        yield _outweighed(random, way)


def _contradicted(random: Random, way: str) -> Plain:
    """Two speakers on the same people: from the lower to the higher, and never the sum."""
    one, two = random.sample(range(3, 13), 2)
    people = "people" if way in OF_TOLLS else random.choice(("people", "villagers"))
    other = random.choice(TELLINGS if people == "villagers" else (*TELLINGS, *OF_TOLLS))
    speakers = random.sample(SPEAKERS, 2)
    pair = [_told(random, way, one, people, speakers), _told(random, other, two, people, speakers)]
    least, most = min(one, two), max(one, two)
    return _plain(random, way, pair, {"reported": least, "least": least, "most": most})


def _beside(random: Random, way: str) -> Plain:
    """Two speakers on different people, who add up."""
    one, two = random.sample(range(3, 13), 2)
    kinds = [random.choice(FIGHTERS), random.choice(CIVILIANS)]
    random.shuffle(kinds)
    speakers, other = random.sample(SPEAKERS, 2), random.choice(TELLINGS)
    pair = [_told(random, way, one, kinds[0], speakers), _told(random, other, two, kinds[1], speakers)]
    return _plain(random, way, pair, {"reported": one + two})


def _outweighed(random: Random, way: str) -> Plain:
    """A toll with a caution beside it, then one that nobody doubts: that stands, though it be higher."""
    one, two = sorted(random.sample(range(3, 13), 2))
    speakers, other = random.sample(SPEAKERS, 2), random.choice(TELLINGS)
    pair = [_told(random, way, one, "people", speakers), _told(random, other, two, "people", speakers)]
    return _plain(random, way, pair, {"reported": two}, joint=". {B}")


def _told(random: Random, way: str, value: int, people: str, speakers: list[str]) -> str:
    """A toll as the next of the speakers gives it."""
    return way.format(n=number(random, value), p=people, s=speakers.pop())


def _plain(
    random: Random, way: str, pair: list[str], told: dict[str, int], *, joint: str | None = None
) -> Plain:
    one, two = pair
    joint = joint or random.choice(JOINTS)
    words = f"{one[0].upper()}{one[1:]}{joint.format(b=two, B=two[0].upper() + two[1:])}"
    return Plain(way=way, text=random.choice(LEADS) + sentence(words), told=dict(told))
