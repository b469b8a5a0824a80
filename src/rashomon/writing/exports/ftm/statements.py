"""FollowTheMoney's statements: one value of one property of one entity, as one source has it.

The columns, the way a statement's id is made and the limits of the types are those of the followthemoney
library 4.11, written down here so that the export needs no compiler; the tests read it back with the library.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit, urlunsplit

from rashomon.model.base import value
from rashomon.model.dates import is_partial, parse_partial
from rashomon.writing.cite import safe_url
from rashomon.writing.exports.tellings import one_line

COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang"),
    *("original_value", "external", "first_seen", "last_seen", "id"),
)
"""The columns of a file of statements, in the library's order."""

PROPERTIES: dict[str, dict[str, str]] = {
    "Event": {
        **dict.fromkeys(("startDate", "endDate", "date"), "date"),
        **dict.fromkeys(("summary", "description"), "text"),
        **dict.fromkeys(("recordId", "publisher", "keywords"), "string"),
        **dict.fromkeys(("involved", "proof"), "entity"),
        **{"name": "name", "location": "address", "country": "country", "sourceUrl": "url"},
    },
    "Organization": {"name": "name", "country": "country", "classification": "string"},
    "Article": {
        **dict.fromkeys(("fileName", "title", "author", "publisher"), "string"),
        **dict.fromkeys(("publishedAt", "retrievedAt"), "date"),
        **{"language": "language", "sourceUrl": "url"},
    },
    "Documentation": {"document": "entity", "entity": "entity", "role": "string", "date": "date"},
    "Mention": {"document": "entity", "resolved": "entity", "name": "name", "detectedSchema": "string"},
}
"""The schemata written here, with the types of their properties as the library's model has them."""

_LENGTHS = {"string": 1024, "text": 65000, "name": 384, "address": 250, "url": 4096}
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x80-\x9f]")
"""Characters that the library takes out of any value: they show nothing, and can turn a line around."""
_ADDRESS_BREAKS = re.compile(r"[;\t]|<BR/?>|ESQ\.?,")
_COMMAS = re.compile(r",\s?[,.]")
_LANGUAGES = {
    **{"ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "it": "ita"},
    **{"pt": "por", "ru": "rus", "tr": "tur", "uk": "ukr"},
}
_SLUG = re.compile(r"[^a-z0-9]+")


@value
class Statement:
    """One value as one source has it; ``canonical`` and given ids are the same, since nothing is merged here."""

    entity: str
    schema: str
    prop: str
    value: str
    dataset: str
    original: str = ""

    @property
    def id(self) -> str:
        """The library's id: SHA-1 of dataset, entity, property and value with dots between."""
        key = f"{self.dataset}.{self.entity}.{self.prop}.{self.value}"
        return hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest()

    @property
    def kind(self) -> str:
        """The type of its property."""
        return "id" if self.prop == "id" else PROPERTIES[self.schema][self.prop]


def statement(entity: str, schema: str, prop: str, words: str | None, dataset: str) -> Statement | None:
    """A statement with its value in the form the library gives it; None where that leaves nothing."""
    kind = "id" if prop == "id" else PROPERTIES[schema][prop]
    found = clean(words or "", kind)
    if not found:
        return None
    return Statement(entity=entity, schema=schema, prop=prop, value=found, dataset=dataset)


def clean(words: str, kind: str) -> str:
    """A value as its type has it: one line, within its length, and empty where it is none of its type."""
    plain = unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", one_line(words)).split()))
    if kind == "date":
        return plain if is_partial(plain) and parse_partial(plain).year is not None else ""
    if kind == "url":
        return _plain_url(plain) if safe_url(plain) and plain.isascii() else ""
    if kind == "language":
        return _LANGUAGES.get(plain, "")
    if kind == "name":
        plain = _unquoted(plain)
    if kind == "address":
        plain = " ".join(_COMMAS.sub(", ", _ADDRESS_BREAKS.sub(", ", plain)).split())
    length = _LENGTHS.get(kind)
    if length and len(plain) > length:
        plain = plain[: length - 1].rstrip() + "…"
    return plain


def _plain_url(url: str) -> str:
    """The address as the library writes it: with a path, and without a question mark that asks nothing."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=parts.path or "/"))


def _unquoted(name: str) -> str:
    """The name without quotation marks around it, however many there are."""
    while len(name) > 1 and name[0] in "\"'" and name[-1] in "\"'":
        name = name[1:-1].strip()
    return "" if set(name) <= set("\"' ") else name


def dataset_name(words: str) -> str:
    """A source's name as FtM wants a dataset's: small letters, digits and single underscores.

    >>> dataset_name("Lake Gazette (weekly)"), dataset_name("Всё")
    ('lake_gazette_weekly', 'source_71565e83')
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    slug = _SLUG.sub("_", plain).strip("_")
    return slug or f"source_{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:8]}"


def dataset_names(sources: Iterable[str]) -> dict[str, str]:
    """A dataset for each source; two that would share one get a mark of their own."""
    names: dict[str, str] = {}
    for source in sources:
        name = dataset_name(source)
        if name in names.values() and source not in names:
            name = f"{name}_{hashlib.sha256(source.encode('utf-8', 'replace')).hexdigest()[:8]}"
        names.setdefault(source, name)
    return names


def write_statements(statements: Iterable[Statement], *, origin: str) -> str:
    """The file: every field quoted, sorted by entity as the library's tools want it, each statement once."""
    rows = {one.id: one for one in statements}
    ordered = sorted(rows.values(), key=lambda one: (one.entity, one.prop != "id", one.prop, one.id))
    text = io.StringIO()
    writer = csv.writer(text, dialect=csv.unix_dialect)
    writer.writerow(COLUMNS)
    for one in ordered:
        writer.writerow(_row(one, origin))
    return text.getvalue()


def _row(one: Statement, origin: str) -> Sequence[str]:
    return (
        *(one.entity, one.entity, one.prop, one.kind, one.schema, one.value, one.dataset, origin),
        *("", one.original, "f", "", "", one.id),
    )
