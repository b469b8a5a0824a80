"""The vocabulary of the JSON-LD export: its context, and ids as IRIs.

The keys are those of ``record.json`` and ``claims.jsonl``. Where PROV-O, the Web Annotation vocabulary or
schema.org has a term for the same thing, the key stands for that; all others are terms of our own, so that
no key is ever dropped when the document is expanded. The context is inline: nothing is fetched.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import quote

from rashomon.model.dates import parse_partial

VOCABULARY = "urn:rashomon:vocabulary:"
MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
"""How a stretch of a recording is named: W3C Media Fragments, ``t=npt:00:12:31``."""

_SETS = (
    *("events", "claims", "statements", "reports", "findings", "sides", "others", "actors", "as_written_all"),
    *("categories", "within", "flags", "places", "shared_figures", "set_aside", "spans", "notes"),
)
_INTEGERS = (
    *("date_prec", "where_prec", "type_of_violence", "event_clarity", "best", "deaths_a", "deaths_b"),
    *("deaths_civilians", "deaths_unknown", "fatalities", "min", "max", "witnesses", "length"),
    *("killed_point", "wounded_point", "captured_point"),
)
_DECIMALS = ("confidence", "km", "low_share", "high_share")
_BOOLEANS = ("approximate", "quoted", "inferred", "imputed", "max_open", "inside", "private")
_LINKS = ("of_claim", "subset_of", "copied_from", "actor")


@lru_cache(maxsize=65536)
def iri(kind: str, key: str) -> str:
    """The IRI of a thing of a case, the same in every export of it.

    >>> iri("actor", "forces:MLI")
    'urn:rashomon:actor:forces%3AMLI'
    """
    return f"urn:rashomon:{kind}:{quote(key.encode('utf-8', 'replace'), safe='')}"


def _typed(names: tuple[str, ...], datatype: str) -> dict[str, Any]:
    return {name: {"@id": VOCABULARY + name, "@type": datatype} for name in names}


CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "@vocab": VOCABULARY,
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "name": "schema:name",
    "headline": "schema:headline",
    "url": {"@id": "schema:url", "@type": "@id"},
    "archive_url": {"@id": "schema:archivedAt", "@type": "@id"},
    "outlet": "schema:publisher",
    "author": "schema:author",
    "language": "schema:inLanguage",
    "published": "schema:datePublished",
    "start_date": "schema:startDate",
    "end_date": "schema:endDate",
    "location": "schema:location",
    "geo": "schema:geo",
    "lat": {"@id": "schema:latitude", "@type": "xsd:double"},
    "lon": {"@id": "schema:longitude", "@type": "xsd:double"},
    "part_of": {"@id": "schema:superEvent", "@type": "@id"},
    "low": {"@id": "schema:minValue", "@type": "xsd:integer"},
    "high": {"@id": "schema:maxValue", "@type": "xsd:integer"},
    "agent": "prov:agent",
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@container": "@set"},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@container": "@set"},
    "wasQuotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id", "@container": "@set"},
    "wasRevisionOf": {"@id": "prov:wasRevisionOf", "@type": "@id"},
    "specializationOf": {"@id": "prov:specializationOf", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "wasAssociatedWith": "prov:wasAssociatedWith",
    "actedOnBehalfOf": "prov:actedOnBehalfOf",
    "target": {"@id": "oa:hasTarget", "@container": "@set"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@container": "@set"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "conformsTo": {"@id": "http://purl.org/dc/terms/conformsTo", "@type": "@id"},
    "fragment": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "event": {"@id": "schema:about", "@type": "@id", "@container": "@set"},
    "related": {"@id": VOCABULARY + "related", "@type": "@id", "@container": "@set"},
    "told_by": {"@id": "schema:subjectOf", "@type": "@id", "@container": "@set"},
    "principal_for": {"@id": VOCABULARY + "principal_for", "@type": "@id", "@container": "@set"},
    "supporting": {"@id": VOCABULARY + "supporting", "@type": "@id", "@container": "@set"},
    "opposing": {"@id": VOCABULARY + "opposing", "@type": "@id", "@container": "@set"},
    "claim_ids": {"@id": VOCABULARY + "claim_ids", "@type": "@id", "@container": "@set"},
    "position": {"@id": "schema:position", "@type": "xsd:integer"},
    **{name: {"@id": VOCABULARY + name, "@container": "@set"} for name in _SETS},
    **_typed(_INTEGERS, "xsd:integer"),
    **_typed(_DECIMALS, "xsd:double"),
    **_typed(_BOOLEANS, "xsd:boolean"),
    **_typed(_LINKS, "@id"),
}
"""Every key that is a list is a set of values, so that one and many have the same shape."""


_DATE_TYPES = {
    (True, True, True): "date",
    (True, True, False): "gYearMonth",
    (True, False, False): "gYear",
    (False, True, True): "gMonthDay",
    (False, True, False): "gMonth",
}


def typed_date(partial: str) -> dict[str, str]:
    """A partial date with the XML Schema type of what is known of it.

    >>> typed_date("--04-01")["type"]
    'xsd:gMonthDay'
    """
    parts = parse_partial(partial)
    kind = _DATE_TYPES[parts.year is not None, parts.month is not None, parts.day is not None]
    return {"type": f"xsd:{kind}", "@value": partial}


def known(data: Any) -> Any:
    """The data without what nobody said: in a graph an absent statement is what null is in JSON."""
    if isinstance(data, dict):
        kept = {key: known(item) for key, item in data.items()}
        return {key: item for key, item in kept.items() if item is not None and item not in ([], {})}
    if isinstance(data, (list, tuple)):
        return [known(item) for item in data if item is not None]
    return data
