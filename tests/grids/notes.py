"""Killed and wounded in coders' notes and agencies' short reports: one lead, one way of telling the toll."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.grids.plain import Plain, number, others, people, sentence

ATTACKS = (
    "on June 3, presumed militants attacked the village of Kelba",
    "unidentified gunmen raided a market in Tindara on Saturday",
    "armed men on motorcycles ambushed a patrol between Gourel and Bandia",
    "bandits stopped a bus on the road to Sokolo",
    "jihadists stormed an army post near Tessit",
)
HAPPENINGS = (
    "a vehicle struck a landmine near the town of Hombori",
    "clashes broke out between herders and farmers in the area of Ansomba",
    "a roadside bomb exploded under a minibus outside Fanakoro",
    "gunfire was exchanged at a checkpoint in Kelba on Sunday",
    "mortar shells hit a camp for displaced people in Tindara",
)

PARTICIPLES = (
    "killing {k}",
    "leaving {k} dead",
    "claiming the {lives} of {k}",
    "resulting in the {deaths} of {k}",
    "in which {k} {were} killed",
    "during which {k} lost their {lives}",
    "with {k} killed",
    "with {n} {fatalities}",
    "causing the death of {k}",
    "killing {k} and wounding {w}",
    "leaving {k} dead and {w} wounded",
    "leaving {k} dead and {w} with injuries",
    "resulting in {n} {deaths} and {m} {injuries}",
    "resulting in the death of {k} and the wounding of {w}",
    "with {k} dead and {w} wounded",
    "during which {k} {were} killed and {w} injured",
    "wounding {w} and killing {k}",
)
CLAUSES = (
    "{k} {were} killed",
    "{k} killed",
    "{k} dead",
    "{k} died",
    "{k} lost their {lives}",
    "{k} {were} reportedly killed",
    "{k} {were} reported killed",
    "{k} {are} said to have been killed",
    "{k} {were} confirmed dead",
    "the death toll stood at {n}",
    "{n} {fatalities} {were} recorded",
    "the {bodies} of {k} {were} found",
    "{k} {were} killed and {w} wounded",
    "{k} killed and {w} wounded",
    "{k} dead and {w} wounded",
    "{k} killed, {w} wounded",
    "{k} dead, {w} injured",
    "{k} {were} killed while {w} sustained injuries",
    "{k} {were} killed, {w} suffered wounds",
    "{k} {were} killed and {w} taken to hospital with wounds",
    "{k} {were} killed and {w} critically injured",
    "{k} {were} shot dead and {w} wounded by bullets",
    "{k} lost their {lives} and {w} {were_w} hurt",
    "{w} {were_w} wounded and {k} killed",
    "the toll was {n} dead and {m} wounded",
    "official toll: {n} dead, {m} injured",
    *(
        f"{{k}} {{were}} {end}"
        for end in (
            "executed",
            "shot dead",
            "beheaded",
            "found dead",
            "burned to death",
            "lynched",
            "beaten to death",
            "hacked to death",
            "gunned down",
            "slaughtered",
            "assassinated",
            "murdered",
            "massacred",
            "blown up",
            "decapitated",
            "stabbed to death",
            "put to death",
        )
    ),
)
VERBS = (
    "killed {k}",
    "left {k} dead",
    "abducted and killed {k}",
    "killed {k} and wounded {w}",
    "shot dead {k} and injured {w}",
    "killed {k}, leaving {w} wounded",
)


def texts(seed: int) -> Iterator[Plain]:
    """Each way of telling once after an attack and once after a happening, in each joint it can stand in."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for way in PARTICIPLES:
        for lead in (random.choice(ATTACKS), random.choice(HAPPENINGS)):
            yield _plain(random, way, f"{lead}, {{}}")
    for way in CLAUSES:
        for lead in (random.choice(ATTACKS), random.choice(HAPPENINGS)):
            yield _plain(random, way, f"{lead}, {{}}")
            yield _plain(random, way, f"{lead}. {{}}")
        yield _plain(random, way, f"{{}} {random.choice(('after', 'when'))} {random.choice(HAPPENINGS)}")
    for way in VERBS:
        yield _plain(random, way, f"{random.choice(ATTACKS)} and {{}}")


def _plain(random: Random, way: str, frame: str) -> Plain:
    dead, hurt = people(random), others(random)
    toll = way.format(
        k=dead.words,
        w=hurt.words,
        n=number(random, dead.number) if dead.number <= 12 else dead.number,
        m=number(random, hurt.number),
        were="was" if dead.one else "were",
        were_w="was" if hurt.one else "were",
        are="is" if dead.one else "are",
        lives="life" if dead.one else "lives",
        deaths="death" if dead.one else "deaths",
        fatalities="fatality" if dead.one else "fatalities",
        bodies="body" if dead.one else "bodies",
        injuries="injury" if hurt.one else "injuries",
    )
    if ". " in frame:
        first, second = frame.split(". ")
        text = f"{sentence(first)} {sentence(second.format(toll))}"
    else:
        text = sentence(frame.format(toll))
    wounded = hurt.number if "{w}" in way or "{m}" in way else 0
    return Plain(way=way, text=text, told={"killed": dead.number, "wounded": wounded})
