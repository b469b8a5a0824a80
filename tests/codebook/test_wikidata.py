"""The table of Wikidata's items: every line is well formed, and every country has one."""

from __future__ import annotations

import re
from importlib.resources import files

from rashomon.codebook.actor_countries import countries
from rashomon.codebook.actors import load_registry
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.codebook.wikidata import item_of


def test_the_table_is_well_formed_and_knows_its_keys() -> None:
    text = files("rashomon.codebook").joinpath("data", "wikidata.tsv").read_text("utf-8")
    head, *rows = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
    assert head == ["of", "id", "item", "label"]
    assert len({(kind, key) for kind, key, *_ in rows}) == len(rows)
    known = {"country": countries(), "event": EVENT_KINDS, "actor": load_registry()}
    for kind, key, item, label in rows:
        assert kind == "language" or key in known[kind], key
        assert re.fullmatch(r"Q[1-9]\d*", item)
        assert label


def test_every_country_has_an_item_and_no_two_share_one() -> None:
    items = [item_of("country", iso3) for iso3 in countries()]
    assert None not in items
    assert len(set(items)) == len(items)


def test_what_is_not_in_the_table_has_none() -> None:
    assert item_of("actor", "forces:MLI") is None
    assert item_of("actor", None) is None
    assert item_of("country", "XXX") is None
