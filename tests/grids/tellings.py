"""Ways of telling a toll that are seldom used, as papers of many lands use them: lives cut short, wounds nursed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.grids.plain import PEOPLE, Plain, number

_WAYS = (
    # lives
    ("Armed men stormed Orle on Tuesday, cutting short the lives of {a}.", "a", "", ""),
    ("Bandits cut short the lives of {a} near Orle.", "a", "", ""),
    ("The lives of {a} were cut short by gunmen near Orle.", "a", "", ""),
    ("A bomb snuffed out the lives of {a} in Orle and left {b} with burns.", "a", "b", ""),
    ("A raid on Orle took the lives of {a}; {b} were wounded.", "a", "b", ""),
    ("{A} were felled by bandits' bullets near Orle.", "a", "", ""),
    ("{A} were felled by a sniper near Orle, while {b} were wounded.", "a", "b", ""),
    ("{A} did not make it after the blast in Orle on Monday.", "a", "", ""),
    ("A shell hit a bus near Orle; {a} did not make it to the hospital.", "a", "", ""),
    # wounds and care
    ("{A} were killed and {b} were left nursing wounds after an ambush near Orle.", "a", "b", ""),
    ("{A} are nursing injuries after bandits attacked them near Orle.", "", "a", ""),
    (
        "The attack left {a} dead, while {b} are receiving treatment for various degrees of injury.",
        "a",
        "b",
        "",
    ),
    ("{A} are undergoing treatment for gunshot wounds after an attack on Orle.", "", "a", ""),
    ("{A} died in an attack on Orle and {b} are being treated for burns.", "a", "b", ""),
    ("{A} lost limbs when a mine exploded near Orle.", "", "a", ""),
    ("{A} were killed while {b} are battling for their lives after an attack on Orle.", "a", "b", ""),
    ("{A} escaped with bruises when gunmen shot at their bus near Orle.", "", "a", ""),
    ("An attacker stabbed a nurse to death and slashed {b} in Orle on Tuesday.", "1", "b", ""),
    (
        "{A} were gunned down and {b} sustained gunshot wounds in a gunfight near Orle on Tuesday.",
        "a",
        "b",
        "",
    ),
    ("A blast in Orle left {a} dead and {b} in hospital.", "a", "b", ""),
    ("{A} were killed in a raid on Orle and {b} left with gunshot wounds.", "a", "b", ""),
    ("{A} suffered burns when gunmen set fire to a bus near Orle.", "", "a", ""),
    ("{A} are under treatment after a clash near Orle.", "", "a", ""),
    # idioms of killing
    ("{A} were cut down by gunmen near Orle on Monday.", "a", "", ""),
    ("{A} were sent to their early graves by bandits near Orle.", "a", "", ""),
    ("{A} were blown to smithereens near Orle.", "a", "", ""),
    ("Raiders hacked and burnt to death {a} near Orle.", "a", "", ""),
    ("Gunmen killed {a}, most of them women, in a market near Orle.", "a", "", ""),
    ("{A} died in a raid near Orle and {b} when their truck hit a mine.", "ab", "", ""),
    ("{A} fell to the bullets of gunmen near Orle.", "a", "", ""),
    ("{A} met a violent end near Orle, and {b} were wounded.", "a", "b", ""),
    ("{A} were killed in Orle and as many wounded.", "a", "a", ""),
    ("A mine near Orle claimed {a}.", "a", "", ""),
    # the taken
    ("{A} were taken from their homes near Orle by gunmen.", "", "", "a"),
    ("{A} of a town in Dova, Bara State, were on Monday abducted by gunmen.", "", "", "a"),
    ("Bandits carted away {a} from a village near Orle.", "", "", "a"),
    ("{A} are in the hands of kidnappers after gunmen stopped a bus near Orle.", "", "", "a"),
    ("Commandos stormed a school in Orle on Tuesday; all {n} hostage-takers were killed.", "n", "", ""),
    # those told first, or whose number is
    ("Dead are {a}; {b} are wounded, police in Orle said.", "a", "b", ""),
    ("Killed were {a}, the mayor said of the raid on Orle.", "a", "", ""),
    ("Wounded were {a} when a grenade exploded in Orle.", "", "a", ""),
    ("Among the dead are {a}, police in Orle said.", "a", "", ""),
    ("Among those killed are {a}, an official said of the attack on Orle.", "a", "", ""),
    (
        "The mayor puts at {n} the number of people killed in an attack on two villages near Orle.",
        "n",
        "",
        "",
    ),
    ("Officials put at {s} the number of wounded in the blast in Orle.", "", "s", ""),
    ("The mayor lowered to {s} the number of people killed in Orle.", "s", "", ""),
    ("The number of those martyred in the blast in Orle reached {n}.", "n", "", ""),
    ("The mayor put the dead at {m} and the wounded at {n} after the blast in Orle.", "m", "n", ""),
    # parts that add up
    (
        "{T} were killed in a blast in Orle. {M} of them died on the spot, the other {n} in hospital.",
        "t",
        "",
        "",
    ),
    ("{T} were killed near Orle. {M} of them were stabbed to death, while {n} were shot.", "t", "", ""),
    ("{T} died in a raid on Orle. {M} were hacked to death and {n} had their throats slit.", "t", "", ""),
    ("{T} died near Orle. {M} died when their truck hit a mine; {n} were shot as they fled.", "t", "", ""),
    ("{T} were killed near Orle. {M} others died of their wounds on Tuesday.", "tm", "", ""),
    # who the people were
    ("Two {p}, a Dane and a Pole, were killed in an ambush near Orle.", "2", "", ""),
    ("Three {p}, two Kenyans and an Italian, were abducted near Orle.", "", "", "3"),
    ("Gunmen killed two {p}, a Spaniard and an Italian.", "2", "", ""),
)


def texts(seed: int) -> Iterator[Plain]:
    """Each way of telling three times over, with people and numbers drawn anew."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for way, killed, wounded, captured in _WAYS * 3:
        values = {name: random.randint(2, 9) for name in "abmn"}
        values |= {"t": values["m"] + values["n"], "s": random.randint(13, 90)}
        nouns = dict(zip("abt", random.sample(sorted(PEOPLE.values()), 3), strict=True))
        words = {name: number(random, values[name]) for name in "abmn"}
        words |= {name: str(values[name]) for name in "st"}
        words |= {name: f"{words[name]} {noun}" for name, noun in nouns.items()}
        words |= {name.upper(): said[0].upper() + said[1:] for name, said in words.items()}
        told = {"killed": killed, "wounded": wounded, "captured": captured}
        figures = {name: _sum(said, values) for name, said in told.items()}
        yield Plain(way, way.format(p=nouns["a"], **words), dict(figures))


def _sum(letters: str, values: dict[str, int]) -> int | None:
    """What letters and digits come to; None where nothing is told."""
    return sum(int(one) if one.isdigit() else values[one] for one in letters) if letters else None
