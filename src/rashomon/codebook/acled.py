"""ACLED's data as a table: its columns and codes, kinds of actors, regions, and how days are split.

Columns, types, interaction codes, precision and fatality rules: the ACLED codebook of 2024/2025 as published on
its site; the digits of earlier releases stand beside the words of the later ones. What is no rule there is
named a setting.
"""

from __future__ import annotations

from functools import cache

from rashomon.codebook.columns import Column
from rashomon.codebook.kinds import EVENT_KINDS

POLITICAL_VIOLENCE = "Political violence"
DEMONSTRATIONS = "Demonstrations"
STRATEGIC = "Strategic developments"
BATTLES = "Battles"
_BOTH = f"{POLITICAL_VIOLENCE}; {DEMONSTRATIONS}"

CIVILIAN_TARGETING = "Civilian targeting"
"""As in released files; the codebook's own text says "Civilians targeted"."""

UNIDENTIFIED_GROUP = 3
"""The code of an "Unidentified Armed Group"."""

INTER_WORDS: dict[int, str] = {
    1: "State forces",
    2: "Rebel group",
    3: "Political militia",
    4: "Identity militia",
    5: "Rioters",
    6: "Protesters",
    7: "Civilians",
    8: "External/Other forces",
}
_CIVILIANS, _EXTERNAL = 7, 8

GEO_PRECISION: dict[int, int] = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 7: 3}
"""UCDP's where_prec → ACLED's geo_precision; 6, a whole country, is recorded as no event there."""

TIME_PRECISION: dict[int, int] = {1: 1, 2: 2, 3: 2, 4: 3}
"""UCDP's date_prec → ACLED's time_precision; 5, longer than a month, is recorded as no event there."""

_REGIONS: dict[str, str] = {
    "Western Africa": "BEN BFA CPV GMB GHA GIN GNB CIV LBR MLI MRT NER NGA SEN SHN SLE TGO",
    "Middle Africa": "AGO CMR CAF TCD COD COG GNQ GAB STP",
    "Eastern Africa": "BDI COM DJI ERI ETH KEN MDG MWI MUS MYT MOZ REU RWA SYC SOM SSD TZA UGA",
    "Southern Africa": "BWA SWZ LSO NAM ZAF ZMB ZWE",
    "Northern Africa": "DZA EGY LBY MAR ESH SDN TUN",
    "South Asia": "BGD BTN IND MDV NPL PAK LKA",
    "Southeast Asia": "BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM",
    "Middle East": "BHR IRN IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR ARE YEM",
    "Caucasus and Central Asia": "AFG ARM AZE GEO KAZ KGZ TJK TKM UZB",
    "Europe": "ALB AND AUT BLR BEL BIH BGR HRV CYP CZE DNK EST FRO FIN FRA DEU GIB GRC GGY HUN ISL IMN IRL ITA "
    "JEY XKX LVA LIE LTU LUX MLT MDA MCO MNE NLD MKD NOR POL PRT ROU RUS SMR SRB SVK SVN ESP SWE CHE UKR GBR VAT",
    "East Asia": "CHN HKG JPN MAC MNG PRK KOR TWN",
    "North America": "CAN USA GRL BMU SPM",
    "Central America": "BLZ CRI SLV GTM HND MEX NIC PAN",
    "South America": "ARG BOL BRA CHL COL ECU FLK GUF GUY PRY PER SUR URY VEN",
    "Caribbean": "AIA ATG ABW BHS BRB BES VGB CYM CUB CUW DMA DOM GRD GLP HTI JAM MTQ MSR PRI BLM KNA LCA MAF VCT "
    "SXM TTO TCA VIR",
    "Oceania": "ASM AUS COK FJI PYF GUM KIR MHL FSM NRU NCL NZL NIU NFK MNP PLW PNG PCN WSM SLB TKL TON TUV VUT WLF",
}
"""ACLED's names of regions; which country lies in which is a setting where its regional files do not show it."""


def _interaction_digits() -> tuple[str, ...]:
    kinds = range(1, 9)
    pairs = [f"{a}{b}" for a in kinds for b in kinds if b >= a]
    return tuple(sorted([*(f"{one}0" for one in kinds), *pairs]))


def interaction(one: int | None, two: int | None, *, words: bool = False) -> str | None:
    """The joined code of two kinds of actors, the lower first; a sole actor's where there is only one.

    >>> interaction(8, 2), interaction(1, None), interaction(2, 1, words=True), interaction(3, None, words=True)
    ('28', '10', 'State forces-Rebel group', 'Political militia only')
    """
    found = sorted(code for code in (one, two) if code is not None)
    if not found:
        return None
    if len(found) == 1:
        return f"{INTER_WORDS[found[0]]} only" if words else f"{found[0]}0"
    if not words:
        return f"{found[0]}{found[1]}"
    if found == [_CIVILIANS, _EXTERNAL]:
        # The one pair that the codebook writes with the higher code first.
        found.reverse()
    return f"{INTER_WORDS[found[0]]}-{INTER_WORDS[found[1]]}"


def inter(code: int | None, *, words: bool = False) -> str | None:
    """A kind of actor as a digit or in words."""
    return None if code is None else INTER_WORDS[code] if words else str(code)


def disorder_type(event_type: str, sub_event_type: str) -> str:
    """The disorder type of a sub-event type, as the codebook's table gives it.

    >>> disorder_type("Battles", "Armed clash"), disorder_type("Riots", "Violent demonstration")
    ('Political violence', 'Demonstrations')
    """
    if sub_event_type == "Excessive force against protesters":
        return _BOTH
    if event_type == "Protests" or sub_event_type == "Violent demonstration":
        return DEMONSTRATIONS
    return STRATEGIC if event_type == STRATEGIC else POLITICAL_VIOLENCE


@cache
def region_of(iso3: str | None) -> str | None:
    """ACLED's region of a country.

    >>> region_of("MLI"), region_of(None)
    ('Western Africa', None)
    """
    return next((name for name, codes in _REGIONS.items() if iso3 in codes.split()), None)


def split_total(total: int, parts: int) -> tuple[int, ...]:
    """A summary count over days or events as ACLED divides it: evenly, what is left over from the first on.

    >>> split_total(12, 3), split_total(5, 3), split_total(1, 2)
    ((4, 4, 4), (2, 2, 1), (1, 0))
    """
    each, over = divmod(total, parts)
    return tuple(each + (part < over) for part in range(parts))


_TYPES = tuple(dict.fromkeys(kind.acled_type for kind in EVENT_KINDS.values() if kind.acled_type))
_SUB_TYPES = tuple(dict.fromkeys(kind.acled_sub_type for kind in EVENT_KINDS.values() if kind.acled_sub_type))
_INTERS = tuple(map(str, INTER_WORDS)) + tuple(INTER_WORDS.values())
_INTERACTIONS = (
    *_interaction_digits(),
    *(
        text
        for one in INTER_WORDS
        for two in (None, *INTER_WORDS)
        if (text := interaction(one, two, words=True))
    ),
)
_PRECISIONS = ("1", "2", "3")

COLUMNS: tuple[Column, ...] = (
    Column(name="event_id_cnty", by_publisher=True),
    Column(name="event_date", kind="day", needed=True),
    Column(name="year", kind="integer", needed=True),
    Column(name="time_precision", kind="integer", codes=_PRECISIONS, needed=True),
    Column(name="disorder_type", codes=(POLITICAL_VIOLENCE, DEMONSTRATIONS, _BOTH, STRATEGIC), needed=True),
    Column(name="event_type", codes=_TYPES, needed=True),
    Column(name="sub_event_type", codes=_SUB_TYPES, needed=True),
    Column(name="actor1", needed=True),
    Column(name="assoc_actor_1"),
    Column(name="inter1", codes=_INTERS, needed=True),
    Column(name="actor2"),
    Column(name="assoc_actor_2"),
    Column(name="inter2", codes=_INTERS),
    Column(name="interaction", codes=_INTERACTIONS, needed=True),
    Column(name="civilian_targeting", codes=(CIVILIAN_TARGETING,)),
    Column(name="iso", kind="integer"),
    Column(name="region", codes=tuple(_REGIONS)),
    Column(name="country", needed=True),
    Column(name="admin1"),
    Column(name="admin2"),
    Column(name="admin3"),
    Column(name="location", needed=True),
    Column(name="latitude", kind="number", needed=True),
    Column(name="longitude", kind="number", needed=True),
    Column(name="geo_precision", kind="integer", codes=_PRECISIONS, needed=True),
    Column(name="source", needed=True),
    Column(name="source_scale", by_publisher=True),
    Column(name="notes", needed=True),
    Column(name="fatalities", kind="integer", needed=True),
    Column(name="tags", by_publisher=True),
    Column(name="timestamp", by_publisher=True),
)
"""In the order of the released files since March 2023."""
