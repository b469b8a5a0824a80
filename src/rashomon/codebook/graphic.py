"""Words of passages that are folded away on pages, so that nobody meets them unasked.

A list of ours after the practice of newsrooms, which warn before details of bodies, torture and rape. It
decides what is folded and nothing else: no claim is read, weighed or left out by it.
"""

from __future__ import annotations

import re

GRAPHIC_WORDS: dict[str, tuple[str, ...]] = {
    "en": (
        *("behead*", "decapitat*", "dismember*", "mutilat*", "disembowel*", "eviscerat*", "castrat*"),
        *("crucifi*", "lynch*", "skinned", "flayed", "impal*", "charred", "entrails", "maggot*"),
        *("decompos*", "dangling", "gore", "gory", "blood-soaked", "bloodied", "pool of blood"),
        *("pools of blood", "body part*", "severed", "limbs", "torn apart", "torn to pieces", "shredded"),
        *("burned alive", "burnt alive", "burned to death", "burnt to death", "burned beyond"),
        *("burnt beyond", "throats slit", "throat slit", "slit their throat*", "slit his throat"),
        *("throats cut", "throat cut", "stoned to death", "beaten to death", "hacked"),
        *("tortur*", "rape", "raped", "rapes", "raping", "gang-rape*", "sexual*"),
    ),
    "fr": (
        *("décapit*", "égorg*", "mutil*", "démembr*", "éventr*", "calcin*", "éviscér*", "lynch*"),
        *("brûlé vif", "brûlés vifs", "brûlées vives", "en lambeaux", "membres arrachés", "mare de sang"),
        *("tortur*", "viol", "viols", "violé", "violée", "violées", "violés", "sexuel*"),
    ),
}
"""By language; a star stands for any ending."""


def _pattern() -> re.Pattern[str]:
    words = dict.fromkeys(word for listed in GRAPHIC_WORDS.values() for word in listed)
    forms = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


_GRAPHIC = _pattern()


def is_graphic(words: str) -> bool:
    """True where the words tell what many would rather not read unasked.

    >>> is_graphic("Three of them were beheaded."), is_graphic("Three of them were killed.")
    (True, False)
    """
    return _GRAPHIC.search(words) is not None
