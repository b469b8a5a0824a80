"""The news agency a text credits itself to."""

from __future__ import annotations

import re

AGENCIES = {
    "AFP": ("afp", "agence france-presse", "agence france presse"),
    "AP": ("ap", "associated press", "the associated press"),
    "Reuters": ("reuters", "thomson reuters"),
    "dpa": ("dpa", "deutsche presse-agentur"),
    "EFE": ("efe", "agencia efe"),
    "ANSA": ("ansa",),
    "Xinhua": ("xinhua", "xinhua news agency"),
    "TASS": ("tass", "itar-tass"),
    "Interfax": ("interfax",),
    "RIA Novosti": ("ria novosti", "ria"),
    "Anadolu": ("aa", "anadolu", "anadolu agency"),
    "PTI": ("pti", "press trust of india"),
    "ANI": ("ani",),
    "IANS": ("ians",),
    "UPI": ("upi", "united press international"),
    "Kyodo": ("kyodo", "kyodo news"),
    "Yonhap": ("yonhap",),
    "APS": ("aps",),
    "APA": ("apa",),
    "Belga": ("belga",),
    "PANA": ("pana", "panapress"),
    "IRNA": ("irna",),
    "SANA": ("sana",),
    "WAFA": ("wafa",),
    "MENA": ("mena",),
}
"""Agency → the names, lower case, it is credited under."""

_BY_NAME = {name: agency for agency, names in AGENCIES.items() for name in names}
_NAMES = "|".join(re.escape(name) for name in sorted(_BY_NAME, key=lambda name: (-len(name), name)))
_DASH = r"[-–—―]{1,2}"
_HEAD = re.compile(
    rf"\(\s*({_NAMES})(?:\s*/\s*[^()\n]{{1,30}})?\s*\)\s*{_DASH}"  # BAMAKO (AFP) -
    rf"|^[^\n]{{0,60}}?\b({_NAMES})\s+{_DASH}\s"  # PARIS, April 5, Reuters —
    rf"|^\s*(?:by |from )?({_NAMES})\s*$",  # the agency alone on a line
    re.IGNORECASE | re.MULTILINE,
)
_TAIL = re.compile(rf"(?:\(\s*|{_DASH}\s*|^\s*)({_NAMES})\s*\)?\.?\s*\Z", re.IGNORECASE | re.MULTILINE)


def find_agency(text: str) -> str | None:
    """The agency named in a text's dateline or in a credit at its very end; None where there is none.

    >>> find_agency("GOUNDAM (AFP) - Two convoys turned back on Sunday.")
    'AFP'
    """
    for match in (_HEAD.search(text[:300]), _TAIL.search(text[-120:].rstrip())):
        if match:
            words = next(group for group in match.groups() if group)
            if words.isupper() or len(words) > 4 or words in AGENCIES:
                return _BY_NAME[words.lower()]
    return None
