"""Short local reports of shootings and stabbings: a known cast told of in varied words, under headlines and beside asides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.grids.plain import WORDS, Plain, number, sentence

TOWNS = ("Marlow", "Orle", "Kelden", "Brantwick")
SCENES = (
    "police were called to Alder Street in {town} on Saturday for a report of shots fired",
    "the shooting happened early Saturday in a parking lot in {town}",
    "detectives are looking for whoever opened fire Friday afternoon on Quill Avenue in {town}",
)
WHERE = (
    "at a house party in {town} on Saturday",
    "outside a bar in {town} Friday afternoon",
    "in {town} late Wednesday",
)
NAMES = {"man": ("Tomas Whitlock", "Andre Pellam"), "woman": ("Ruth Varney", "Elena Haddix")}
PARTS = ("leg", "arm", "chest", "shoulder")

HITS = (
    "{a} was shot",
    "{a} was shot in the {part}",
    "officers found {a} with a gunshot wound to the {part}",
    "officers found {a} suffering from gunshot wounds",
    "{a} was stabbed in the {part}",
    "{a} was hit by gunfire",
    "when they arrived, officers found {a} who had been shot",
)
DEATHS = (
    "{a} died at the scene",
    "{a} was taken to a hospital, where {he} was pronounced dead",
    "{a} was rushed to St. Agnes Hospital but died a short time later",
    "{a} succumbed to {his} injuries",
    "{a} did not survive",
    "{a} could not be saved",
)
LIVES = (
    "{a} was taken to a hospital in critical condition",
    "{a} is expected to survive",
    "{a} was treated and released",
    "{a} remains hospitalized",
    "{a} is recovering at a hospital",
    "{a} was airlifted to a hospital",
)
ONE_DEAD = (
    "{a} was shot and killed {where}",
    "{a} is dead after a shooting {where}",
    "a shooting {where} left {a} dead",
    "a shooting {where} claimed the life of {a}",
    "{a} was found shot to death {where}",
    "police are investigating the shooting death of {a} {where}",
    "officers shot and killed {a} {where}",
    "a homeowner shot and killed a burglar {where}",
)
ONE_HURT = (
    "{a} was shot in the {part} {where}",
    "{a} is fighting for {his} life after being shot {where}",
    "a shooting {where} sent {a} to the hospital",
    "a shooting {where} left {a} wounded",
    "a bullet grazed {a} {where}",
    "{a} was sitting on a porch {where} when a bullet struck {him} in the {part}",
)
SEVERAL = (
    "{n} people were shot {where}, {k} of them fatally",
    "{n} people were shot {where}. {k} of the victims died",
    "{n} people were wounded {where}, and {k} of them died",
    "{n} people were hurt {where}, {k} of whom later died",
    "{n} people were injured {where}. They were taken to a hospital, where {k} later died",
    "officers found {n} people with gunshot wounds {where}. {k} died and the others are expected to survive",
)
BESIDE = (
    "{a} was killed and {w} wounded {where}",
    "{a} is dead and {w} in critical condition after a shooting {where}",
    "a shooting {where} left {a} dead and {w} injured",
    "someone opened fire {where}, killing {a} and wounding {w}",
    "{a} was fatally shot and {w} hospitalized {where}",
)
TOLD: tuple[tuple[str, int, int], ...] = (
    ("a man shot and killed his wife {where} before turning the gun on himself", 2, 0),
    ("{a} fatally shot his neighbor {where} and then killed himself", 2, 0),
    ("two people are dead in what police are calling a murder-suicide {where}", 2, 0),
    ("a gunman killed two people {where} before he was shot dead by police", 3, 0),
    (
        "a woman was shot and killed {where}. The suspect was later found dead of a self-inflicted gunshot wound",
        2,
        0,
    ),
    (
        "officers shot a man who pointed a gun at them {where}. He is expected to survive. No officers were hurt",
        0,
        1,
    ),
    ("a police officer was wounded and a suspect was killed in a shootout {where}", 1, 1),
    ("a man stabbed an officer in the arm {where}. The officer shot and killed him", 1, 1),
    ("two officers were shot {where}. One was hit in the leg and the other in the arm", 0, 2),
    ("a mother and her 9-year-old daughter were found dead {where}", 2, 0),
    ("two brothers, 14 and 16, were shot {where}", 0, 2),
    ("a father was killed and his son wounded {where}", 1, 1),
    (
        "a man was shot in the chest {where} and died at the scene. His girlfriend, 26, was shot in the arm",
        1,
        1,
    ),
    ("a second person has died after a shooting {where}. A 24-year-old man was killed at the scene", 2, 0),
    ("a man was killed {where}. Another man was critically injured. He later passed away", 2, 0),
    ("seven people died, and 140 suffered gunshot wounds, when a gunman opened fire {where}", 7, 140),
    ("two people were shot {where}. One died; the second is in stable condition", 1, 1),
    ("two women were stabbed {where}. One was treated and released. The other died at a hospital", 1, 1),
    ("two men, ages 19 and 23, were shot {where}. Both died", 2, 0),
    (
        "three people were killed {where}. Killed were Tomas Whitlock, 19, Ruth Varney, 31, and Jan Mendel, 40",
        3,
        0,
    ),
    ("someone fired several shots at a house {where}. Nobody inside was hurt", 0, 0),
    ("two deputies were shot at by a passing car {where}", 0, 0),
)
ASIDES = (
    "It was the city's 14th homicide of the year.",
    "Cole Brandt, 23, is being held in the county jail on a $500,000 bond.",
    "Anyone with information is asked to call police.",
    "The shooting came a week after a 31-year-old man was shot and killed in Harrow.",
    "Two men were seen running from the scene.",
    "No arrests have been made.",
)


@dataclass(frozen=True)
class Someone:
    """One person of a cast."""

    age: int
    noun: str

    def met(self, random: Random) -> str:
        """The person as first told of."""
        article = "an" if self.age == 18 else "a"
        return random.choice(
            (f"a {self.noun}", f"{article} {self.age}-year-old {self.noun}", f"{article} {self.age}-year-old")
        )

    def again(self, random: Random) -> str:
        """The person as told of once more."""
        return random.choice((self.slots["he"], f"the {self.noun}", "the victim", f"the {self.age}-year-old"))

    @property
    def slots(self) -> dict[str, str]:
        """The pronouns of the person."""
        he, his, him = ("he", "his", "him") if self.noun == "man" else ("she", "her", "her")
        return {"he": he, "his": his, "him": him}


def texts(seed: int) -> Iterator[Plain]:
    """Each way of telling twice, one of three under a headline, one of three with an aside."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for place, (way, told, killed, wounded) in enumerate((*_told(random), *_told(random))):
        town = random.choice(TOWNS)
        parts = [sentence(part) for part in told.replace("{town}", town).split(". ")]
        if place % 3 == 1:
            parts.insert(0, _headline(random, town, killed, wounded))
        if place % 3 == 2:
            parts.append(random.choice(ASIDES))
        yield Plain(way, " ".join(parts).replace("\n ", "\n"), {"killed": killed, "wounded": wounded})


def _told(random: Random) -> Iterator[tuple[str, str, int, int]]:
    """Way, words, killed and wounded of each report."""
    for ways, dead in ((DEATHS, 1), (LIVES, 0)):
        for hit in HITS:
            one, end = _someone(random), random.choice(ways)
            first = _filled(random, hit, one, one.met(random))
            later = end.format(a=one.again(random), **one.slots)
            yield f"{hit} … {end}", f"{random.choice(SCENES)}. {first}. {later}", dead, 1 - dead
    for ways, dead in ((ONE_DEAD, 1), (ONE_HURT, 0)):
        for way in ways:
            one = _someone(random)
            yield way, _filled(random, way, one, one.met(random)), dead, 1 - dead
    for name in ("man", "woman"):
        one = Someone(random.choice((19, 34, 52)), name)
        named = f"{random.choice(NAMES[name])}, {one.age}, was shot {random.choice(WHERE)}"
        yield "named", f"{named}. {one.slots['he']} died at the scene", 1, 0
    for way in SEVERAL:
        all_hit, dead = random.choice((3, 4, 5)), random.choice((1, 2))
        numbers = {"n": number(random, all_hit), "k": WORDS[dead - 1]}
        yield way, way.format(where=random.choice(WHERE), **numbers), dead, all_hit - dead
    for way in BESIDE:
        one, more = _someone(random), random.choice((1, 2, 3))
        others = (
            random.choice(("another", "a second person")) if more == 1 else f"{number(random, more)} others"
        )
        is_of_state = way.startswith("{a} is")
        verb = ("is" if more == 1 else "are") if is_of_state else ("was" if more == 1 else "were")
        hurt = others if "left" in way or "wounding" in way else f"{others} {verb}"
        yield way, way.format(a=one.met(random), w=hurt, where=random.choice(WHERE)), 1, more
    for way, dead, hurt_too in TOLD:
        yield way, _filled(random, way, Someone(34, "man"), "a 34-year-old man"), dead, hurt_too


def _someone(random: Random) -> Someone:
    return Someone(random.choice((18, 19, 22, 34, 47)), random.choice(("man", "woman")))


def _filled(random: Random, way: str, one: Someone, words: str) -> str:
    return way.format(a=words, where=random.choice(WHERE), part=random.choice(PARTS), **one.slots)


def _headline(random: Random, town: str, killed: int, wounded: int) -> str:
    if killed and wounded:
        return f"{killed} dead, {wounded} {random.choice(('hurt', 'injured'))} in {town} shooting\n\n"
    if killed or wounded:
        fate = random.choice(("killed", "dead")) if killed else random.choice(("hurt", "injured"))
        return f"{WORDS[max(killed, wounded) - 1].title()} {fate} in {town}\n\n"
    return f"Shots fired in {town}, no one hurt\n\n"
