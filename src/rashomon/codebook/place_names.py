"""How place names are compared: one normal form, the spellings worth trying, the words for kinds.

Standard library only and nothing of ours: the build hook that compiles the gazetteer loads this file
by its path, so that names are stored and looked up in one and the same form.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "ħ": "h",
        "ŋ": "n",
    }
)
_SILENT = re.compile(r"['’‘`´ʻʼʽʾʿˈ.]+")
_BETWEEN = re.compile(r"[\W_]+")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_ARTICLES = frozenset(re.findall(r"\w+", "al el ad adh an ar as ash at ath az ed en er es esh et ez"))
"""The Arabic article before moon letters and assimilated before sun letters, in either vowel."""

MAX_NAME = 80
"""Characters after which words are no place name: hostile input is not normalised at length."""


@lru_cache(maxsize=65536)
def normalised(words: str) -> str:
    """A place name without case, accents, apostrophes and hyphens; "St." in front written out.

    Doing it twice changes nothing.

    >>> normalised("N’Djaména"), normalised("In-Delimane"), normalised("St. Louis")
    ('ndjamena', 'in delimane', 'saint louis')
    """
    folded = unicodedata.normalize("NFKD", words[: 4 * MAX_NAME]).casefold().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    parts = _BETWEEN.sub(" ", _SILENT.sub("", plain)).split()
    if len(parts) > 1 and parts[0] in _SHORT:
        parts[0] = _SHORT[parts[0]]
    return " ".join(parts)[:MAX_NAME].rstrip()


def spellings(name: str) -> tuple[str, ...]:
    """A normalised name and the other spellings to try, the Arabic article written, changed or left out.

    >>> spellings("ar raqqa")
    ('ar raqqa', 'al raqqa', 'el raqqa', 'raqqa')
    """
    first, _, rest = name.partition(" ")
    if rest and first in _ARTICLES:
        return tuple(dict.fromkeys((name, f"al {rest}", f"el {rest}", rest)))
    return (name, f"al {name}", f"el {name}")


_FOLDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"ou|oo|w", "u"),
        (r"ee|ey|ei|ay|ai|ae|y|e", "i"),
        (r"o", "u"),
        (r"dj|dzh", "j"),
        (r"kh|ck|q|c(?![hei])", "k"),
        (r"gh|gu(?=i)", "g"),
        (r"sh|sch|ch|tch", "s"),
        (r"ph", "f"),
        (r"(?<=[bdfgklmnprstz])h", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=...)[aiuh]\Z", ""),
    )
)
"""What transliterations of one name differ in: vowels, doubled letters, h after a consonant, a last vowel."""

SHORTEST_FOLD = 5
"""Letters of a folded name below which too many names are alike."""


@lru_cache(maxsize=65536)
def levelled(name: str) -> str:
    """A normalised name as `folded` has it, however little is left.

    >>> levelled("koury") == levelled("kouri")
    True
    """
    key = name.replace(" ", "")
    for pattern, letters in _FOLDS:
        key = pattern.sub(letters, key)
    return key


@lru_cache(maxsize=65536)
def folded(name: str) -> str | None:
    """A normalised name without what its transliterations differ in; None where too little is left.

    >>> folded("ouattagouna") == folded("watagouna"), folded("tin essako") == folded("tinessako"), folded("gao")
    (True, True, None)
    """
    key = levelled(name)
    return key if len(key) >= SHORTEST_FOLD and name.isascii() else None


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


ADM1_WORDS = _words(
    "province region governorate state oblast department wilaya wilayat canton republic krai emirate "
    "prefecture voivodeship région gouvernorat département état"
)
ADM2_WORDS = _words(
    "district cercle county parish municipality commune raion rayon borough woreda tehsil subdistrict "
    "sub-district locality territory prefecture department comté arrondissement lga lgas chiefdom wilayah"
) | {"local government", "local government area", "local government areas"}
POPULATED_WORDS = _words(
    "village town city hamlet neighborhood neighbourhood suburb settlement township camp quarter "
    "ville quartier localité hameau"
)
ADMIN_WORDS = ADM1_WORDS | ADM2_WORDS | {"area", "zone"}

_AFTER = re.compile(r"(?P<name>.+?)\s+(?P<word>local\s+government(?:\s+areas?)?|[\w-]+)\Z", re.IGNORECASE)
_BEFORE = re.compile(r"(?P<word>[\w-]+)\s+(?:of|de|du|des|d['’])\s*(?P<name>.+)\Z", re.IGNORECASE)


@lru_cache(maxsize=4096)
def without_kind_word(words: str) -> tuple[str, str | None]:
    """The name without "province", "district of" …, and that word in lower case (None: there was none).

    >>> without_kind_word("Ghazni province"), without_kind_word("cercle de Ménaka")
    (('Ghazni', 'province'), ('Ménaka', 'cercle'))
    """
    short = words.strip()[: 2 * MAX_NAME]
    for shape in (_BEFORE, _AFTER):
        match = shape.match(short)
        if match and match["word"].casefold() in ADMIN_WORDS | POPULATED_WORDS:
            return match["name"], match["word"].casefold()
    return short, None


def bare_name(words: str) -> str:
    """The name to compare by: normalised, and without its kind word.

    >>> bare_name("District of Andar") == bare_name("ANDAR")
    True
    """
    return normalised(without_kind_word(words)[0])


_PART = re.compile(
    r"(?:greater|downtown|inner|outer|metropolitan|central|upper|lower|(?:north|south)?-?(?:east|west)?(?:ern)?|[nsew]\.)\s+(?=\S)",
    re.IGNORECASE,
)
_BUILT = re.compile(
    r"(?:\s+(?:international|regional|municipal|military|naval|central))?\s+(?:airport|airfield|air\s+base|airbase|harbou?r|port|"
    r"seaport|university|stadium|prison|jail|railway\s+station|train\s+station)\Z",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(
    r"(?:port|university|bishopric|city|municipality|airport|harbou?r)\s+of\s+(?=\S)", re.IGNORECASE
)


def whole_of(words: str) -> str | None:
    """The place that a part or a building of it is called after; None where the words are not made so.

    >>> whole_of("South Los Angeles"), whole_of("Port of Beirut"), whole_of("Erbil airport"), whole_of("Gao")
    ('Los Angeles', 'Beirut', 'Erbil', None)
    """
    short = words.strip()[: 2 * MAX_NAME]
    rest = _BUILT.sub("", _OF_PLACE.sub("", short, count=1))
    if rest == short:
        match = _PART.match(short)
        rest = short[match.end() :] if match and match[0].strip() else short
    return rest if rest != short else None


def kinds_meant(word: str | None) -> tuple[str, ...]:
    """The kinds of place that "province", "district", "village" … can mean, the likelier first."""
    if word is None:
        return ()
    kinds: list[str] = []
    if word in ADM1_WORDS:
        kinds += ["adm1", "region"]
    if word in ADM2_WORDS:
        kinds += ["adm2"]
    if word in POPULATED_WORDS:
        kinds += ["populated"]
    if word in ("region", "région", "area", "zone"):
        kinds += ["adm2", "region", "populated"]
    if word == "prefecture":
        kinds.sort(key=("adm1", "adm2", "region").index)
    return tuple(dict.fromkeys(kinds))
