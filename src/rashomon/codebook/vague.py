"""Number words without a number: their logical bounds, and what policies count them as.

A claim keeps only the logical bounds. The conventional value belongs to a policy, and a figure that
rests on one is marked ``imputed``.
"""

from __future__ import annotations

from rashomon.model.base import value


@value
class VagueNumber:
    """What the words logically allow (``high`` None: open) and what each policy counts them as."""

    low: int
    high: int | None
    acled: int
    ucdp: int
    airwars: int
    source: str
    airwars_high: int | None = None
    """The upper end, for a table that gives the words a span; None: the number alone."""


_SETTING = "unverified in a primary source: a setting, change it in your own codebook file"

VAGUE_NUMBERS: dict[str, VagueNumber] = {
    "tens": VagueNumber(
        low=10, high=None, acled=10, ucdp=10, airwars=10, source="ACLED FAQ on fatalities, May 2024"
    ),
    "dozens": VagueNumber(
        low=12,
        high=None,
        acled=12,
        ucdp=12,
        airwars=12,
        source="ACLED FAQ on fatalities, May 2024; Airwars assessments write 12–24",
        airwars_high=24,
    ),
    "scores": VagueNumber(low=20, high=None, acled=20, ucdp=20, airwars=20, source=_SETTING),
    "hundreds": VagueNumber(
        low=100, high=None, acled=100, ucdp=100, airwars=100, source="ACLED FAQ on fatalities, May 2024"
    ),
    "thousands": VagueNumber(low=1000, high=None, acled=1000, ucdp=1000, airwars=1000, source=_SETTING),
    "large": VagueNumber(low=2, high=None, acled=3, ucdp=3, airwars=12, source=_SETTING, airwars_high=24),
    "several": VagueNumber(low=2, high=None, acled=3, ucdp=3, airwars=2, source=_SETTING),
    "few": VagueNumber(low=2, high=None, acled=3, ucdp=3, airwars=2, source=_SETTING),
    "many": VagueNumber(
        low=2,
        high=None,
        acled=3,
        ucdp=3,
        airwars=5,
        source="ACLED, UCDP: " + _SETTING + "; Airwars assessments write 5–10",
        airwars_high=10,
    ),
    "some": VagueNumber(low=1, high=None, acled=3, ucdp=3, airwars=2, source=_SETTING),
    "plural": VagueNumber(low=2, high=None, acled=3, ucdp=2, airwars=2, source=_SETTING),
    "unknown": VagueNumber(low=1, high=None, acled=3, ucdp=1, airwars=2, source=_SETTING),
}
"""``plural``: a bare plural ("soldiers were killed"). ``unknown``: "an unknown number of people".
``large``: "a large number". Where people were hurt and no number is given, Airwars writes 2–2."""
