"""Set phrases that tell of a happening where no single word of the sentence does: "came under fire".

Each with the codebook's kind of happening, in the order in which they are tried.
"""

from __future__ import annotations

import re

_CROWD = (
    r"(?:protest[eo]rs|demonstrators|marchers|students|youths?|strikers|the crowds?|crowds|residents|workers)"
)
_BUILT = r"(?:vehicles?|cars?|trucks?|machines?|machinery|equipment|shops?|offices?|houses?|property|pylons?)"
_LAND = r"(?:town|village|base|camp|post|city|area|position|checkpoint|barracks)"


def _phrase(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.I)


SET_PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("suicide_bombing", _phrase(r"bl[eo]wn? (?:him|her|them)sel(?:f|ves) up")),
    (
        "mine",
        _phrase(
            r"(?:struck|hit|drove (?:over|onto)) (?:an? )?(?:[\w-]+ ){0,2}(?:explosives?|explosive device)"
        ),
    ),
    ("air_strike", _phrase(r"air ?-?strikes?|drone strikes?|air raids?|air and ground strikes")),
    (
        "shelling",
        _phrase(
            r"(?:rockets?|mortars?|mortar (?:rounds|shells)|projectiles?|artillery shells?|missiles?)"
            r"\b[^.;]{0,40}?\b(?:fell|fall|landed|fired|launched|hit|struck)"
        ),
    ),
    (
        "attack",
        _phrase(
            r"fir(?:ed|es|ing) (?:(?:shots|at random|indiscriminately) )?(?:up)?(?:on|at)"
            r"|c[ao]me under (?:\w+ )?(?:fire|attack|gunfire)"
            r"|(?:shots|gunshots|gunfire)\b[^.;]{0,30}?\b(?:fired|heard|rang out|erupted)"
            r"|(?:assassination|murder) attempts?|target(?:ed|ing|s)?\b[^.;]{0,40}?\bwith (?:gunfire|gunshots|fire)"
        ),
    ),
    (
        "clash",
        _phrase(r"skirmish(?:es)?|violence (?:between|erupted)|(?:inter-?)?(?:communal|ethnic) violence"),
    ),
    ("abduction", _phrase(r"taken away by|(?:took|taken|held|holding)\b[^.;]{0,30}? hostages?")),
    ("sexual_violence", _phrase(r"(?:gang-?)?rap(?:ed|es|ing)")),
    ("regained", _phrase(rf"retook (?:\w+ ){{0,3}}{_LAND}")),
    ("overtaken", _phrase(rf"(?:took|taken|take) over (?:\w+ ){{0,3}}{_LAND}")),
    ("arrest", _phrase(r"dismantl(?:ed|es|ing) (?:[\w-]+ ){0,4}(?:cells?|networks?|rings?|gangs?)")),
    ("base", _phrase(r"set(?:ting)? up (?:[\w-]+ ){0,3}(?:bases?|camps?|headquarters|posts?|checkpoints?)")),
    (
        "protest",
        _phrase(
            r"sit-ins?|(?:went|go|going|gone|are|were|remain(?:ed)?) on strike"
            r"|block(?:ed|ing|aded)? (?!of\b)(?:[\w-]+ ){0,3}(?:roads?|streets?|highways?|bridges?|access)\b"
            r"|barricades|rallied|traffic access"
            rf"|dispers(?:e|ed|ing) (?:[\w-]+ ){{0,2}}{_CROWD}|tear ?-?gas"
        ),
    ),
    ("looting", _phrase(rf"(?:damag|wreck|smash|vandali[sz])(?:ed|es|e|ing) (?:[\w-]+ ){{0,4}}{_BUILT}")),
    (
        "strategic_other",
        _phrase(
            r"impos(?:ed|es|ing) (?:[\w-]+ ){0,2}(?:blockade|curfew|embargo|ban|sharia|taxes|tax)"
            r"|besieg(?:ed|es|ing)|under siege|distribut(?:ed|es|ing) leaflets"
        ),
    ),
)
