"""Countries as words: their names, and the adjectives and peoples made of them.

Nigerien and Nigerian, Guinean and Equatorial Guinean stay apart; Congolese means either Congo, and says so.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pycountry

from rashomon.codebook.actor_names import fold_name
from rashomon.model.base import value

INTERNATIONAL = "INT"
"""Stands in an id where ACLED writes "(International)" instead of a country."""


@value
class Country:
    """A country: GeoNames' short name, UCDP's, other names, adjectives and plural nouns.

    ``doubtful`` names also name something else ("Georgia"); ``prefixes`` stand only before another
    adjective ("Franco" in "Franco-Malian").
    """

    iso3: str
    name: str
    ucdp: str
    others: tuple[str, ...]
    adjectives: tuple[str, ...]
    prefixes: tuple[str, ...]
    people: tuple[str, ...]
    doubtful: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """Every country by its ISO 3166-1 alpha-3 code (XKX for Kosovo)."""
    text = files("rashomon.codebook").joinpath("data", "actors", "countries.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {country.iso3: country for country in map(_country, lines[1:])}


def _country(line: str) -> Country:
    iso3, name, ucdp, others, adjectives, people = (field.strip() for field in line.split("\t"))
    names = [name, *_listed(others), *_listed(ucdp)]
    adjective_list = _listed(adjectives)
    full = tuple(word for word in adjective_list if not word.endswith("-"))
    return Country(
        iso3=iso3,
        name=name.rstrip("*"),
        ucdp=name.rstrip("*") if ucdp == "-" else ucdp,
        others=tuple(dict.fromkeys(word.rstrip("*") for word in names[1:])),
        adjectives=full,
        prefixes=tuple(word.rstrip("-") for word in adjective_list if word.endswith("-")),
        people=_listed(people)
        or tuple(f"{word}s" for word in full if word[-1:].islower() and " " not in word),
        doubtful=tuple(word.rstrip("*") for word in names if word.endswith("*")),
    )


def _listed(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(part.strip() for part in field.split(";"))


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in countries().values():
        for name in (country.name, *country.others):
            found.setdefault(fold_name(name), country.iso3)
    for entry in pycountry.countries:
        for name in (entry.name, getattr(entry, "official_name", ""), getattr(entry, "common_name", "")):
            if name:
                found.setdefault(fold_name(name), entry.alpha_3)
    return found


@cache
def _by_demonym() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for country in countries().values():
        words = {fold_name(word) for word in (*country.adjectives, *country.people, *country.prefixes)}
        words |= {fold_name(f"{word}s") for word in country.adjectives if word[-1:].islower()}
        for word in sorted(words):
            found.setdefault(word, []).append(country.iso3)
    return {word: tuple(sorted(isos)) for word, isos in found.items()}


def country_for(words: str) -> str | None:
    """The country a name means, as ISO 3166-1 alpha-3; None where it is no country's name.

    >>> country_for("Côte d’Ivoire"), country_for("the Netherlands"), country_for("Akabar")
    ('CIV', 'NLD', None)
    """
    folded = fold_name(words)
    return _by_name().get(folded) or _by_name().get(folded.removeprefix("the "))


def demonym_for(words: str) -> tuple[str, ...]:
    """The countries an adjective or the name of a people can mean.

    >>> demonym_for("Nigerien"), demonym_for("Nigerian"), demonym_for("Congolese")
    (('NER',), ('NGA',), ('COD', 'COG'))
    """
    return _by_demonym().get(fold_name(words).removeprefix("the "), ())


def country_name(iso3: str) -> str:
    """GeoNames' English short name of a country; the code itself where there is no such country.

    >>> country_name("SYR"), country_name("COD"), country_name("CIV")
    ('Syria', 'DR Congo', 'Ivory Coast')
    """
    if iso3 == INTERNATIONAL:
        return "International"
    country = countries().get(iso3)
    return country.name if country else iso3


def adjective_for(iso3: str) -> str | None:
    """The first adjective made of a country ("Malian"), None where the table has none."""
    country = countries().get(iso3)
    return country.adjectives[0] if country and country.adjectives else None
