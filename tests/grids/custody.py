"""People taken, also with dead and wounded in one breath, and what befell nobody: 0 where the text says none.

Each template is told once. Beside it stands what it tells: a sum of its numbers ("c d 1" is {c} + {d} + 1), "0"
for none, "" where nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.grids.plain import Plain, number

FORCES = (
    "an army patrol",
    "a combined security force",
    "the security forces",
    "government troops",
    "special forces",
    "a police unit",
)
GUNMEN = ("gunmen", "armed men", "bandits", "unidentified armed men", "rebels")
LEADERS = ("a commander", "a bomb maker", "a rebel leader", "a weapons smuggler", "a network facilitator")
FIGHTERS = ("insurgents", "suspected insurgents", "rebels", "militants", "bandits", "suspected terrorists")
PEOPLE = ("traders", "herders", "villagers", "passengers", "students", "fishermen", "aid workers", "women")
PLACES = (
    "near Tindara",
    "in Kelba on Friday",
    "on the road to Sokolo",
    "in Fanakoro on June 3",
    "outside Gourel",
)
SHOTS = (
    "a rocket hit a house in Tindara on Monday",
    "gunmen attacked a police post near Gourel on June 3",
    "armed men opened fire on a bus near Sokolo",
    "a grenade was thrown at a bar in Kelba",
    "militants shelled an army base outside Tessit",
)

TAKEN = (
    ("c", "{force} {verb} {c} {fighters} {place}"),
    ("c", "{c} {fighters} were {verb} {place}"),
    ("c", "{force} raided a house {place}, {verbing} {c} {fighters}"),
    ("c", "{force} took {c} {fighters} prisoner {place}"),
    ("c", "{force} rounded up {c} {fighters} {place}"),
    ("c", "{c} {fighters} surrendered to {force} {place}"),
    ("c", "{c} {fighters} gave themselves up {place}"),
    ("c", "{force} raided a house {place}. In all, {c} people were {verb}"),
    ("c", "{force} raided a house {place}. {c} arrests were made"),
    ("c", "{force} raided a house {place} and made {c} arrests"),
    ("c", "a raid {place} led to the arrest of {c} {fighters}"),
    ("c", "{force} {verb} {c} {fighters}, including {leader}, {place}"),
    ("c", "{force} {verb} {c} {fighters} {place}. {leader} was among those {verb}"),
    ("c", "{force} {verb} {c} {fighters} {place} without firing a shot"),
    ("c", "{force} {verb} {c} {fighters} {place} while {d} others escaped"),
    ("c", "{force} {verb} {c} people {place}. Two of them were later released"),
    ("c", "{force} {verb} {c} {fighters} {place} and seized seven rifles"),
    ("c 1", "{force} {verb} {leader} and {c} of his men {place}"),
    ("c 1", "{leader} was {verb} along with {c} {fighters} {place}"),
    ("c 1", "{leader} and {c} {fighters} were {verb} {place}"),
    ("c 1", "{force} {verb} {leader} {place}. The force also detained {c} {fighters}"),
    ("c 1", "{force} {verb} {leader} {place}. In addition, {c} {fighters} were detained"),
    ("c 1", "{force} {verb} {leader} {place}. {c} of his men were detained with him"),
    ("c 2", "{force} {verb} {leader}, his deputy and {c} guards {place}"),
    ("c d", "{force} arrested {c} suspects {place}. {d} more were arrested that evening"),
    ("c d", "{force} raided a camp {place}, arresting {c} {fighters}. {d} others were arrested nearby"),
    ("c d", "{c} men and {d} women were {verb} {place}"),
    ("c", "{gunmen} abducted {c} {people} {place}"),
    ("c", "{c} {people} were kidnapped by {gunmen} {place}"),
    ("c", "{c} {people} were taken hostage {place}"),
    ("c", "{gunmen} took {c} {people} hostage {place}"),
    ("c", "{gunmen} raided a market {place}, carrying off {c} {people}"),
    ("c", "{gunmen} raided a market {place} and made off with {c} {people}"),
    ("c", "{gunmen} raided a market {place} and took {c} {people} with them"),
    ("c", "{gunmen} raided a market {place} and forced {c} {people} to go with them"),
    ("c", "{gunmen} raided a market {place}. {c} {people} were taken to an unknown location"),
    ("c", "{gunmen} snatched {c} {people} {place}"),
    ("c", "{gunmen} stopped a bus {place} and took {c} of its passengers away"),
    ("c", "{gunmen} stopped a bus {place} and kidnapped all {c} passengers"),
    ("c", "{gunmen} kidnapped {c} {people} {place}. All of them were released the next day"),
    ("c", "{gunmen} kidnapped {c} {people} {place}, one of whom escaped"),
    ("c 1", "{gunmen} hijacked a minibus with its driver and {c} passengers {place}"),
    ("c d", "{gunmen} abducted {c} men and {d} women {place}"),
    ("c d 3", "{gunmen} abducted {c} {people} {place}. They also abducted {d} men and three children"),
    ("", "{force} freed {c} hostages {place}"),
    ("", "{force} fought {fighters} {place}. {c} kidnapped {people} were rescued"),
    ("", "{force} foiled the kidnapping of {c} {people} {place}"),
    ("0", "{shots}. No one has been arrested"),
    ("0", "{shots}. No arrests were made"),
    ("0", "{shots}. Police have made no arrests"),
    ("c", "{shots}. {c} people were arrested in connection with the attack"),
)
ALSO_HARMED = (
    ("k - c", "{force} killed {k} {fighters} and captured {c} others {place}"),
    ("k - c", "{force} raided a camp {place}, killing {k} {fighters} and capturing {c} others"),
    ("k - c", "{k} {fighters} were killed and {c} others captured {place}"),
    ("k - c", "{force} raided a camp {place}. {k} {fighters} were killed and {c} surrendered"),
    ("k - c", "{force} raided a camp {place}, leaving {k} {fighters} dead and {c} others in custody"),
    ("k w c", "{force} killed {k} {fighters}, wounded {w} and captured {c} {place}"),
    ("k w c", "{k} {fighters} were killed, {w} wounded and {c} captured {place}"),
    ("k w c", "{force} killed {k} {fighters} and arrested {c} {place}. {w} soldiers were wounded"),
    ("k - ", "{force} killed {k} {fighters} and rescued {c} hostages {place}"),
    ("k - c", "{gunmen} killed {k} {people} and abducted {c} others {place}"),
    ("k - c", "{gunmen} raided a farm {place}, killing {k} {people} and kidnapping {c} others"),
    ("k w c", "{k} {people} were killed, {w} others wounded and {c} others taken hostage {place}"),
    ("k - ", "{shots}. {k} soldiers were killed and {c} are missing"),
    ("- 0 c", "{force} {verb} {c} {fighters} {place}. No one was hurt"),
    ("0 0 c", "{force} {verb} {c} {fighters} {place} without any casualties"),
    *(("0 0", f"{{shots}}{words}") for words in (
        " without casualties", " without causing any casualties", ", causing no casualties",
        " but did not cause any casualties", ". There were no casualties", ". No deaths or injuries were reported",
        ". Nobody was hurt or killed", ". Neither deaths nor injuries were reported", ". Casualties: none",
        ". No dead or wounded were reported", ", but there were neither dead nor wounded",
        ". The residents suffered no dead or wounded", ". Neither side suffered casualties",
        ". Both sides suffered no losses", ". The attack left no one dead or wounded",
        ". Neither the driver nor his passenger was killed or wounded",
    )),
    *(("0 -", f"{{shots}}{words}") for words in (
        ". No one was killed", ". There were no deaths", ". No lives were lost", " without loss of life",
        " without killing anyone", " but failed to kill anyone", ". No one lost their life",
    )),
    *(("- 0", f"{{shots}}{words}") for words in (
        ". Nobody was hurt", ". No one suffered any injuries", ", harming no one", " but hurt nobody",
        " without anyone being hurt", ". No one is known to have been hurt", ". Neither guard was injured",
    )),
    *(("", f"{{shots}}{words}") for words in (
        ", but there was no word on casualties", ". No casualty figures were given",
        ". It is not clear whether anyone was hurt", ". The number of casualties was not known",
    )),
    ("0 w", "{shots}. No one was killed but {w} {people} were hurt"),
    ("0 w", "{shots}, wounding {w} {people} but killing no one"),
    ("- w", "{shots}. No guards but {w} {people} were wounded"),
    ("k 0", "{shots}. {k} soldiers were killed and no one was wounded"),
    ("k 0", "{shots}, killing {k} soldiers. There were no injuries"),
)  # fmt: skip
VERBS = (
    ("captured", "capturing"),
    ("detained", "detaining"),
    ("arrested", "arresting"),
    ("apprehended", "apprehending"),
)


def texts(seed: int) -> Iterator[Plain]:
    """Each template once."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for told, template in TAKEN:
        yield _plain(random, template, {"captured": told})
    for told, template in ALSO_HARMED:
        parts = told.split(" ") if told else ["", ""]
        names = dict(zip(("killed", "wounded", "captured"), parts, strict=False))
        yield _plain(random, template, {name: part for name, part in names.items() if part != "-"})


def _plain(random: Random, template: str, told: dict[str, str]) -> Plain:
    values = {name: random.randint(2, 12) for name in "kwcd"}
    verb, verbing = random.choice(VERBS)
    words = {
        **{name: number(random, value) for name, value in values.items()},
        **{"force": random.choice(FORCES), "gunmen": random.choice(GUNMEN), "leader": random.choice(LEADERS)},
        **{"fighters": random.choice(FIGHTERS), "people": random.choice(PEOPLE)},
        **{"place": random.choice(PLACES), "shots": random.choice(SHOTS), "verb": verb, "verbing": verbing},
    }
    parts = [part[0].upper() + part[1:] for part in template.format(**words).split(". ")]
    totals = {
        name: sum(values[one] if one in values else int(one) for one in sum_.split()) if sum_ else None
        for name, sum_ in told.items()
    }
    return Plain(way=template, text=". ".join(parts) + ".", told=totals)
