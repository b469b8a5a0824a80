"""Wikidata's items for what the codebook knows. What has no line here has no item: none is ever guessed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["country", "event", "language", "actor"]


@cache
def _items() -> dict[tuple[str, str], str]:
    text = files("rashomon.codebook").joinpath("data", "wikidata.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {(kind, key): item for kind, key, item, _label in lines[1:]}


def item_of(kind: Kind, key: str | None) -> str | None:
    """The item of a country (by ISO 3166-1 alpha-3), a kind of event, a language or an actor; None without one.

    A state of the registry is its country.

    >>> item_of("country", "MLI"), item_of("actor", "state:MLI"), item_of("actor", "no-such-actor")
    ('Q912', 'Q912', None)
    """
    if key is None:
        return None
    if kind == "actor" and key.startswith("state:"):
        return _items().get(("country", key.removeprefix("state:")))
    return _items().get((kind, key))
