"""What became later of those wounded or attacked, and tolls told side by side: who died of wounds, of which side."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.grids.plain import PEOPLE, WORDS, Plain, number, sentence

PLACES = ("Kelba", "Tindara", "Fanakoro", "Gourel", "Ansomba", "Bandia", "Melenge", "Tuwira")

TOLLS = (
    "gunmen shot dead {K} and wounded {w} others in {place}",
    "bandits killed {K} and injured {w} others in {place}",
    "{K} were killed and {w} wounded when gunmen attacked the village of {place}",
    "{K} were killed and {w} others injured in an attack in {place}",
    "a mine killed {K} and wounded {w} near {place}",
    "gunmen attacked {place}, killing {K} and wounding {w}",
    "gunmen killed {K}, including a {place} councillor, and wounded {w} others",
    "{w} people were wounded and {K} killed in a raid on {place}",
)
ALL = (
    "the {w} wounded later died",
    "the {w} wounded later succumbed to their wounds",
    "the {w} injured died of their injuries",
    "all {w} wounded died the next day",
    "the wounded later died",
    "all the wounded later succumbed",
    "all of the injured later died in hospital",
    "all {w} died on the way to hospital",
    "the {w} others later died from their wounds",
    "the {w} wounded people died in hospital",
    "all {w} of the wounded later died",
    "the {w} later succumbed to their injuries",
    "the injured have since died",
)
BOTH = (
    "both later died of their wounds",
    "both wounded later succumbed to their injuries",
    "both of the wounded died the following day",
    "both injured people later died",
)
SOME = (
    "one of the wounded later died",
    "one of the {w} wounded later succumbed to his injuries",
    "one of them died in hospital",
    "one of the injured died the next day",
)
NONE = (
    "the {w} wounded were flown to the capital",
    "the wounded are in hospital",
    "the {w} injured were treated on the spot",
    "none of the wounded died",
)
SINGLE = (
    "a {one} was killed and another wounded by a mine near {place}{joint}the wounded {one} later died",
    "gunmen killed a {one} and wounded his brother in {place}{joint}the wounded man died the next day",
    "gunmen shot a {one} dead and injured his wife in {place}{joint}the injured woman later died of her wounds",
    "a {one} was killed and a nurse wounded in {place}{joint}the nurse later died in hospital",
    "two {many} were killed and a third wounded in {place}{joint}the third {one} later died",
)

SIDES = (
    "{k} dead in the ranks of {A}{joint}{m} in the ranks of {B}",
    "{k} dead reported in the ranks of {A}{joint}{m} reported dead in the ranks of {B}",
    "{k} killed on the side of {A}{joint}{m} on the side of {B}",
    "{k} dead on the {a} side{joint}{m} on the {b} side",
    "{k} reported dead in {a} ranks{joint}{m} dead in {b} ranks",
    "{k} people were killed among {A}{joint}{m} among {B}",
    "{k} dead among {A}{joint}{m} dead among {B}",
    "{k} deaths were reported on the side of {A}{joint}{m} on that of {B}",
    "{K} dead, including a commander, on the {a} side{joint}{m} on the {b} side",
)
FOES = (
    (("the herders", "herders'"), ("the farmers", "farmers'")),
    (("the army", "army"), ("the rebels", "rebels'")),
    (("the militia", "militia"), ("the police", "police")),
)


def texts(seed: int) -> Iterator[Plain]:
    """Each way of telling after several tolls, in each joint."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for ways, fate in ((ALL, "all"), (BOTH, "both"), (SOME, "one"), (NONE, "none")):
        for way in ways:
            for joint in (", ", "; ", ". "):
                yield _plain(random, way, joint, fate)
    for way in SINGLE:
        for joint in (", ", "; ", ". "):
            yield _single(random, way, joint)
    for way in SIDES:
        for joint in (", ", "; ", " and ", " against "):
            yield _of_two_sides(random, way, joint)


def _plain(random: Random, way: str, joint: str, fate: str) -> Plain:
    dead = random.choice((2, 3, 4, 6))
    hurt = 2 if fate == "both" else random.choice((3, 4, 5))
    many = random.choice(list(PEOPLE.values()))
    slots = {"K": f"{number(random, dead)} {many}", "w": WORDS[hurt - 1], "place": random.choice(PLACES)}
    first, second = random.choice(TOLLS).format(**slots), way.format(**slots)
    text = f"{sentence(first)} {sentence(second)}" if joint == ". " else sentence(first + joint + second)
    later = {"all": hurt, "both": hurt, "one": 1, "none": 0}[fate]
    told = {"killed": dead + later, "reported": dead + later}
    return Plain(
        way=f"{way}{joint}", text=text, told=told if fate == "one" else told | {"wounded": hurt - later}
    )


def _single(random: Random, way: str, joint: str) -> Plain:
    one = random.choice(("soldier", "farmer", "trader", "driver", "teacher", "herder"))
    slots = {"one": one, "many": PEOPLE[one], "place": random.choice(PLACES)}
    first, second = (part.format(**slots) for part in way.split("{joint}"))
    text = f"{sentence(first)} {sentence(second)}" if joint == ". " else sentence(first + joint + second)
    dead = 3 if way.startswith("two") else 2
    return Plain(way=f"{way}{joint}", text=text, told={"killed": dead, "reported": dead, "wounded": 0})


def _of_two_sides(random: Random, way: str, joint: str) -> Plain:
    one, two = random.choice(FOES)
    dead, more = random.choice((2, 3, 5)), random.choice((2, 4, 6))
    slots = {
        "A": one[0],
        "a": one[1],
        "B": two[0],
        "b": two[1],
        "k": number(random, dead),
        "m": number(random, more),
    }
    toll = way.format(joint=joint, K=slots["k"], **slots)
    lead = f"clashes between {one[0]} and {two[0]} near {random.choice(PLACES)}"
    text = random.choice((f"{sentence(lead)} {sentence(toll)}", sentence(f"{lead}, at least {toll}")))
    return Plain(way=f"{way}{joint}", text=text, told={"killed": dead + more, "reported": dead + more})
