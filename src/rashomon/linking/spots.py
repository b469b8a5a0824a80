"""Spots within a town that tell one happening from another there: streets, blocks of flats, shops, churches.

A town is named by all that happened in it; "the 400 block of Mill Street" by one affair and hardly a second.
Hospitals, courts and police stations are no spots: those of all a town's affairs end in the same ones.
"""

from __future__ import annotations

import re

_SHORT = {
    "st": "street",
    "ave": "avenue",
    "av": "avenue",
    "rd": "road",
    "dr": "drive",
    "blvd": "boulevard",
    "ln": "lane",
    "ct": "court",
    "pl": "place",
    "pkwy": "parkway",
    "hwy": "highway",
    "cir": "circle",
    "ter": "terrace",
    "sq": "square",
    "apartment": "apartments",
} | {
    word: f"{number}{'th' if number > 3 else ('st', 'nd', 'rd')[number - 1]}"
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}
_WAYS = """street avenue road drive boulevard lane court place parkway highway circle terrace square way pike
    trail alley loop turnpike expressway freeway""".split()
_SITES = """apartments homes manor park school academy church mosque temple mall plaza inn motel hotel lounge
    club nightclub bar grill tavern pub cafe restaurant diner store market bridge stadium arena cemetery library
    barracks checkpoint airport gardens towers villas""".split()
_KINDS = "|".join(
    sorted({word.title() for word in (*_WAYS, *_SITES, *(s for s in _SHORT if not s.endswith("th")))})
)
_WORD = r"(?:\d{1,3}(?:st|nd|rd|th)|(?:[A-Z]|Jr|St)\.|[A-Z][\w’'-]*)"
_NO_NAME = r"(?<!\bSt)(?<!\bDr)|(?!\.?[ \t][A-Z])"
""""Mill St. Louis" and "Dr. Harlow" are no streets."""
_SPOT = re.compile(rf"\b({_WORD}(?:[ \t]{_WORD}){{0,4}})[ \t]({_KINDS})\b(?:{_NO_NAME})")
_ROUTE = re.compile(r"\b(?:Interstate|I|Highway|Hwy|Route|U\.?S\.?)[ -](\d{1,3})\b(?!,\d)")
_AROUND = frozenset(
    """the a an at on in of near and by to from behind outside north south east west northwest northeast
    southwest southeast n s e w ne nw se sw police public city county state old new local main its their""".split()
)
_KING = re.compile(r"\b(?:(?:dr|drive) )?(?:mlk|martin luther king|m\.?l\.? king)(?: jr)?\b")
"""The namesake of a street in many towns, whose name is as often shortened as written out."""
_COURTS = frozenset(
    """superior district county circuit supreme high criminal municipal federal juvenile magistrate magistrates
    middle elementary primary secondary senior junior appeals crown family""".split()
)


def spots_in(text: str) -> frozenset[str]:
    """The spots a text names, spelled out in lower case: "mill street", "route 95".

    >>> sorted(spots_in("A car was hit on MLK Jr. Parkway."))
    ['martin luther king parkway']
    >>> sorted(spots_in("Shots rang out on N. Mill St., near the Elm Court Apartments off I-95."))
    ['elm court apartments', 'mill street', 'route 95']
    """
    found = {f"route {match[1]}" for match in _ROUTE.finditer(text)}
    for match in _SPOT.finditer(text):
        words = [word.lower().rstrip(".").removesuffix("’s").removesuffix("'s") for word in match[1].split()]
        while words and words[0] in _AROUND:
            words.pop(0)
        if any(word not in _COURTS for word in words):
            kind = match[2].lower()
            spelled = " ".join(_SHORT.get(word, word) for word in (*words, kind))
            found.add(_KING.sub("martin luther king", spelled))
    return frozenset(found)
