"""Totals with their parts, sums over sides and places, tolls that rise, ranges, and speakers who differ."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.grids.plain import PEOPLE, WORDS, Plain, sentence

PLACES = ("Kelba", "Tindara", "Fanakoro", "Gourel", "Ansomba", "Bandia", "Melenge", "Tuwira")
DAYS = ("on Sunday", "on Monday night", "early on Tuesday", "on 3 June", "overnight")
ATTACKERS = ("gunmen", "armed men on motorcycles", "suspected jihadists", "militants", "bandits")
PARTS = ("soldier", "woman", "child", "teacher", "gendarme", "farmer", "trader", "policeman")
OFFICIAL = ("police", "the army", "the mayor", "hospital staff", "a military spokesman")
OTHERS = ("residents", "witnesses", "villagers", "a local rights group", "local media")

TOTALS = (
    "{T}, among them {p}, were killed{where}",
    "{T}, including {p}, were killed{where}",
    "{T}, of whom {p}, were killed{where}",
    "{T}, amongst whom {p}, lost their lives{where}",
    "{T} were killed{where}, {p} among them",
    "{T} were killed{where}, including {p}",
    "{T} were killed{where}, with {p} among the dead",
    "{T} were killed{where}. Among the dead were {p}",
    "{T} were killed{where}. The dead included {p}",
    "{T} were killed{where}. {P} were also among the victims",
    "{T} were killed{where}: {p} and {q}",
    "{T} were killed{where}, {p} and {q}",
    "{T} were killed{where}, namely {p} and {q}",
    "{T} – {p} and {q} – were killed{where}",
    "{T} ({p} and {q}) were killed{where}",
    "{T} were killed{where}. They were {p} and {q}",
    "{T} were killed{where}, most of them women",
    "{T} were killed{where}. Half of the dead were children",
    "{T} were killed{where}. One of the victims was a nurse",
    "{T} were killed{where}. The {n} victims were buried on Thursday",
    "{P} and {q} were killed{where}. In all, {n} people died",
    "{P} and {q} were killed{where}. The {n} victims were buried on Thursday",
    "{T} were killed{where}. {A} died on the spot and {b} in hospital",
    "{T} were killed{where}. {A} died at once, the rest succumbed to their wounds",
    "{A} of the {n} people killed{where} were guards",
    "Of the {n} people killed{where}, {a} were guards and {b} were cooks",
    "bandits killed {n}, {a} of them farmers, in Kelba",
    "bandits killed {n} ({p}, {q}) in Kelba",
    "a raid on Kelba has left {n} people dead, {a} of them farmers",
    "a raid on Kelba claimed {n} lives, including those of {p}",
    "gunmen raided Kelba. {N} dead: {p}, {q}",
    "gunmen raided Kelba. The death toll stood at {n}, including {p}",
    "gunmen raided Kelba. They killed {p} in the street and {q} on the road, {n} dead in all",
    "gunmen raided Kelba and Bandia, killing {T}: {a} in Kelba and {b} in Bandia",
)
"""All of them tell of so many dead as {n}; {p} and {q} or {a} and {b} are its parts."""
SUMS = (
    "{P} were killed{clash}. {Q} also died",
    "{P} and {q} were killed{clash}",
    "{P} were killed{clash}, as were {q}",
    "{P} were killed{clash}, as well as {q}",
    "{P} were killed{clash}, against {q}",
    "{P} were killed{clash}. {Q} were killed too",
    "{P} were killed{clash}, while {q} died",
    "{P} were killed{clash} and the army had {b} dead",
    "{A} rebels were killed{clash}. On the army side, {b} were killed",
    "troops fought rebels near Kelba. The army lost {a} men, the rebels {b}",
    "troops fought rebels near Kelba. The army lost {a} soldiers and the rebels lost {b} fighters",
    "troops fought rebels near Kelba. On the rebel side, {a} were killed; on the army side, {b}",
    "troops fought rebels near Kelba. Army: {a} killed; rebels: {b} killed",
    "troops fought rebels near Kelba. Rebel losses: {a} dead, army losses: {b} dead",
    "troops fought rebels near Kelba. {Q} were killed and {p} in the pursuit that followed",
    "troops killed {p} near Kelba for the loss of {b} of their own",
    "troops killed {p} near Kelba at the cost of {q}",
    "troops killed {p} and lost {b} men near Kelba",
    "rebels stormed an army post in Kelba, killing {q}. {A} of the attackers were killed",
    "the group said it killed {q} in Kelba and acknowledged losing {a} of its own",
    "{Q} were killed{clash} and {a} more died in hospital",
    "{Q} were killed{clash}. Another {a} have since died",
    "gunmen raided Kelba and Bandia. {A} people died in Kelba and {b} in Bandia",
    "gunmen raided Kelba and Bandia, killing {a} people in Kelba and {b} in Bandia",
)
"""{a} rebels, {b} soldiers; their sum is told."""
TOLLS = (
    "the death toll from a raid on Kelba rose from {a} to {n}",
    "the death toll from a raid on Kelba was lowered to {n} from {more}",
    "{A} people were killed{where}. The number of dead has since risen to {n}",
    "{A} people were killed{where}. The dead now number {n}",
    "{A} people were killed{where}. {B} more died in hospital, taking the toll to {n}",
    "{N} people were killed in a raid on Kelba, up from {a} reported earlier",
    "police, who had earlier put the toll at {a}, said {n} people were killed in Kelba",
    "{N} people were killed{where}. Hundreds have died in the region since 2012",
    "{N} people were killed{where}. Last year, 40 people were killed in a similar attack",
    "bandits killed {n} people in Kelba, the latest in a wave of violence that has left 300 dead this year",
)
RANGES = (
    "between {a} and {z} people were killed{where}",
    "{a} to {z} people were killed{where}",
    "at least {a} and as many as {z} people were killed{where}",
    "gunmen raided Kelba. Estimates of the number of dead range from {a} to {z}",
    "gunmen raided Kelba. The death toll was put at between {a} and {z}",
    "gunmen raided Kelba. {S} put the death toll at {a}, {r} at {z}",
    "gunmen raided Kelba. {S} reported {a} dead, {r} {z}",
    "gunmen raided Kelba. {S} said {a} people were killed, {r} said {z}",
    "gunmen raided Kelba. According to {s}, {a} people were killed; according to {r}, {z}",
    "gunmen raided Kelba. {A} people were killed according to {s}, {z} according to {r}",
    "gunmen raided Kelba. Some sources say {a} people were killed, others {z}",
    "{S} said {a} people were killed in a raid on Kelba. {R} put the number at {z}",
    "{A} people were killed{where}, {s} said, but {r} gave a toll of {z}",
    "{A} people were killed{where}, {s} said. {R} spoke of {z} dead",
)


def texts(seed: int) -> Iterator[Plain]:
    """Each way of telling once or, where one lead is not like another, twice."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for way in TOTALS:
        yield from (_plain(random, way, of_sides=False) for _ in range(2 if "{where}" in way else 1))
    for way in (*SUMS, *TOLLS):
        yield _plain(random, way, of_sides=way in SUMS)
    for way in RANGES:
        yield _plain(random, way, of_sides=False)


def _plain(random: Random, way: str, *, of_sides: bool) -> Plain:
    first, second = random.sample(range(2, 7), 2)
    total = first + second
    one, two = ("rebel", "soldier") if of_sides else random.sample(PARTS, 2)
    place, day = random.choice(PLACES), random.choice(DAYS)
    lead = random.choice(
        (
            f" in an attack on {place} {day}",
            f" when {random.choice(ATTACKERS)} raided {place} {day}",
            f" in a market in {place} {day} when a bomb exploded",
        )
    )
    slots = {
        "T": f"{_number(random, total)} people",
        "n": _number(random, total),
        "a": _number(random, first),
        "b": _number(random, second),
        "z": _number(random, total),
        "more": str(total + 9),
        "p": _some(random, one, first),
        "q": _some(random, two, second),
        "s": random.choice(OFFICIAL),
        "r": random.choice(OTHERS),
        "where": lead,
        "clash": f" in a clash between the army and rebels near {place} {day}",
    }
    slots |= {name.upper(): _capital(slots[name]) for name in ("n", "a", "b", "p", "q", "s", "r")}
    text = " ".join(sentence(part) for part in way.format(**slots).split(". "))
    if way in RANGES:
        return Plain(way=way, text=text, told={"least": first, "most": total})
    return Plain(way=way, text=text, told={"reported": total, "least": total, "most": total})


def _some(random: Random, noun: str, value: int) -> str:
    return f"{_number(random, value)} {PEOPLE.get(noun, noun + 's')}"


def _number(random: Random, value: int) -> str:
    return random.choice((str(value), WORDS[value - 1]))


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
