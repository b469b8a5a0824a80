"""Bytes to text: which characters a file means, without ever failing on one of them.

A byte order mark is believed first, then UTF-8 where the bytes are valid UTF-8 (no other encoding looks
like it by chance), then what the page declares, then a guess from the bytes.
"""

from __future__ import annotations

import codecs
import re

from rashomon.errors import ReportError
from rashomon.model.base import value

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EXPORT = "export its text or save it as HTML or PDF"
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"OggS", "a media file"),
    (b"ID3", "a media file"),
)
# Only these may be declared: Python also knows "encodings" (punycode, unicode_escape) that are slow or run escapes.
_DECLARABLE = re.compile(
    r"(iso-?8859-\d+|windows-\d+|cp\d+|koi8-[ru]|gb(2312|k|18030)|big5(-hkscs)?|shift[_-]?jis|euc-(jp|kr)"
    r"|utf-?8|mac-?(roman|cyrillic)|us-ascii|ascii|latin-?1|iso-2022-jp|tis-620)\Z"
)
_GUESSED = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "koi8_u", "iso8859_5", "iso8859_6",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "tis_620",
]  # fmt: skip
_LATIN = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
}
_SAMPLE = 64_000
_BEFORE = 200
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]{3,}")
_WESTERN = frozenset("àâäáãåæçéèêëîïíñôöóõøœùûüúÿßÀÂÄÁÃÅÆÇÉÈÊËÎÏÍÑÔÖÓÕØŒÙÛÜÚŸ«»‹›“”„‘’‚–—…€£§°•·¡¿©®™\xa0")
"""What stands beyond ASCII in French, Spanish, Portuguese, German and Nordic texts."""
_CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])
"""Control characters that no text holds: all but tab, line ends, form feed and escape."""
_MOST_CONTROLS = 0.02


@value
class Decoded:
    """A text without its byte order mark, the encoding it was read in, and what had to be mended."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    """The text of some bytes. Raises `ReportError` where they are no text at all."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _mended(raw[len(mark) :], encoding)
    what = binary_kind(raw)
    if what:
        raise ReportError(f"holds {what}, not text; {_EXPORT}")
    if b"\0" in raw:
        return _mended(raw, _wide_encoding(raw))
    if _is_noise(raw):
        raise ReportError(f"holds control characters: it is not a text file; {_EXPORT}")
    name = _known(declared)
    if name and name.startswith("iso-2022"):
        return _mended(raw, name)
    try:
        return Decoded(text=raw.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return _mended(raw, _other_encoding(raw, name))


def binary_kind(raw: bytes) -> str | None:
    """What a binary file is, by its first bytes; None where it may be text."""
    return next((what for magic, what in _BINARY if raw.startswith(magic)), None)


def _is_noise(raw: bytes) -> bool:
    """True for bytes with many control characters: compressed or binary data that happens to hold no zero."""
    sample = raw[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample)


def _wide_encoding(raw: bytes) -> str:
    """UTF-16 without a mark has a zero in every second place, always the same; all else with zeros is binary."""
    sample = raw[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    little = odd > half * 0.4 and even < half * 0.05
    big = even > half * 0.4 and odd < half * 0.05
    name = "utf-16-le" if little else "utf-16-be"
    # As bytes, its curly quotes would look like control characters: only its own characters tell.
    if (little or big) and not _is_noise(sample.decode(name, "replace").encode("utf-8")):
        return name
    raise ReportError(f"holds zero bytes: it is not a text file; {_EXPORT}")


def _known(declared: str | None) -> str | None:
    name = (declared or "").strip().strip("\"'").lower()
    if not _DECLARABLE.match(name):
        return None
    name = _LATIN.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _other_encoding(raw: bytes, declared: str | None) -> str:
    if _is_damaged_utf8(raw):
        return "utf-8"
    if declared and declared != "utf-8":
        return declared
    # A file may be all ASCII for pages: what tells stands around the first byte beyond it.
    found = _BEYOND_ASCII.search(raw)
    first = found.start() if found else 0
    sample = raw[max(0, first - _BEFORE) : first + _SAMPLE]
    if _is_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_GUESSED).best()
    return best.encoding if best is not None and best.encoding not in ("ascii", "utf_8") else "cp1252"


def _is_western(sample: bytes) -> bool:
    """True for bytes that give a western text in cp1252, which a guesser takes for its neighbours (à for ŕ).

    Polish or Czech bytes give signs there that stand in no word; Cyrillic ones give words of accents only.
    """
    beyond = {char for char in sample.decode("cp1252", "replace") if char > "\x7f"}
    words = [word for word in _WORD.findall(sample) if not word.isascii()]
    high = sum(len(_BEYOND_ASCII.findall(word)) for word in words)
    return beyond <= _WESTERN and 2 * high <= sum(len(word) for word in words)


def _is_damaged_utf8(raw: bytes) -> bool:
    """True for UTF-8 with a few broken places (a cut file): many whole multi-byte characters, hardly a fault."""
    text = raw[:2_000_000].decode("utf-8", "replace")
    faults = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - faults
    return whole > 0 and whole >= 2 * faults


def _mended(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    faults = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd") * (encoding == "utf-8")
    notes = (f"{faults} unreadable characters were replaced by U+FFFD",) if faults > 0 else ()
    return Decoded(text=text.removeprefix("\ufeff"), encoding=codecs.lookup(encoding).name, notes=notes)
