"""Too much of something: lines, depth, digits, brackets, claims, and archives that grow when they are opened."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterator

from tests.hostile.broken import one_page, shown, stream
from tests.hostile.inputs import DAY, STORY, Hostile, as_json, made, one

MEGA = 1_000_000


def floods() -> Iterator[Hostile]:
    """All inputs of this module."""
    yield from _lines()
    yield from _depth()
    yield from _bombs()
    yield from _runs()
    yield from _figures()


def _lines() -> Iterator[Hostile]:
    why = "is one line as long as a book"
    yield made("line_10_mb", why, "line.txt", lambda: b"killed " * (10 * MEGA // 7))
    yield made("line_no_blank", why, "noblank.txt", lambda: b"a" * (10 * MEGA))
    yield made(
        "line_json",
        why,
        "line.jsonl",
        lambda: as_json({"id": "1", "text": "killed " * (10 * MEGA // 7), "date": DAY}),
    )
    yield made(
        "line_page",
        why,
        "line.html",
        lambda: b"<html><body><p>" + b"Two soldiers were killed. " * 4_000 + b"</p></body></html>",
    )
    yield made("long_text", "is long", "long.txt", lambda: (STORY * 300).encode())
    yield made("many_lines", "has a line for each word", "lines.txt", lambda: b"killed\n\n" * 5_000)
    yield made(
        "many_records",
        "has very many reports",
        "records.jsonl",
        lambda: b"\n".join(as_json({"id": str(i), "text": f"Note {i}.", "date": DAY}) for i in range(2_000)),
    )
    yield made(
        "many_faults", "has a fault in each of very many lines", "faults.jsonl", lambda: b"{}\n" * 100_000
    )


def _depth() -> Iterator[Hostile]:
    why = "is nested deeper than a program can count"
    yield one("deep_json", why, "deep.json", b"[" * 100_000)
    yield one(
        "deep_json_whole",
        why,
        "deepwhole.json",
        b'{"id":"1","text":"Two were killed.","x":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    )
    yield one("deep_line", why, "deep.jsonl", b'{"a":' * 100_000)
    yield made(
        "deep_page",
        why,
        "deep.html",
        lambda: (
            b"<html><body>" + b"<div>" * 100_000 + STORY.encode() + b"</div>" * 100_000 + b"</body></html>"
        ),
        heavy=False,
    )
    yield made(
        "deep_inline",
        why,
        "inline.html",
        lambda: b"<html><body><p>" + b"<b><i>" * 50_000 + STORY.encode() + b"</body></html>",
        heavy=False,
    )
    yield made(
        "deep_table",
        why,
        "table.html",
        lambda: b"<html><body>" + b"<table><tr><td>" * 20_000 + STORY.encode() + b"</body></html>",
        heavy=False,
    )
    yield made(
        "deep_linked_data",
        why,
        "deepld.html",
        lambda: (
            b'<html><head><script type="application/ld+json">'
            + b'{"@graph":[' * 50_000
            + b"</script></head><body><p>"
            + STORY.encode()
            + b"</p></body></html>"
        ),
        heavy=False,
    )
    yield made(
        "deep_wikitext",
        why,
        "deep.wiki",
        lambda: b"{{Infobox|a=" * 5_000 + b"[[" * 5_000 + STORY.encode(),
        heavy=False,
    )
    yield made(
        "deep_brackets",
        why,
        "brackets.txt",
        lambda: b"(" * 20_000 + STORY.encode() + b")" * 20_000,
        heavy=False,
    )
    yield made(
        "deep_quotes",
        why,
        "quotes.txt",
        lambda: "“".encode() * 20_000 + STORY.encode() + "”".encode() * 20_000,
        heavy=False,
    )


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _bombs() -> Iterator[Hostile]:
    why = "grows a thousandfold when it is opened"
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    yield one(
        "entities",
        why,
        "laughs.html",
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "killed">{laughs}]><html><body><p>&l11; {STORY}</p></body></html>',
    )
    yield one(
        "entities_quadratic",
        why,
        "quadratic.xhtml",
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "{"killed " * 5_000}">]><html><body><p>{"&a;" * 5_000} {STORY}</p></body></html>',
    )
    yield made("zip", why, "bomb.zip", lambda: _zip({"a.txt": b"\0" * (50 * MEGA)}))
    yield made(
        "office",
        why,
        "bomb.docx",
        lambda: _zip({"[Content_Types].xml": b"<x/>", "word/document.xml": b"a" * (50 * MEGA)}),
    )
    yield one(
        "zip_paths",
        "writes outside of where it is opened",
        "slip.zip",
        _zip({"../../slip.txt": STORY.encode(), "/slip.txt": STORY.encode()}),
    )
    yield made(
        "gzip_page",
        why,
        "bomb.html.gz",
        lambda: gzip.compress(b"<p>" + b"killed " * (50 * MEGA // 7), mtime=0),
    )
    yield made("gzip_as_text", why, "bomb.txt", lambda: gzip.compress(b"\0" * (50 * MEGA), mtime=0))
    yield made("gzip_lines", why, "bomb.jsonl.gz", lambda: gzip.compress(b"{" * (200 * MEGA), mtime=0))
    yield one(
        "gzip_cut",
        "breaks off",
        "cut.jsonl.gz",
        gzip.compress(as_json({"id": "1", "text": STORY}) * 50, mtime=0)[:-20],
    )
    yield one("gzip_false", "is called packed", "false.jsonl.gz", as_json({"id": "1", "text": STORY}))
    yield made("pdf_bomb", why, "bomb.pdf", lambda: one_page(stream(b" " * (60 * MEGA), packed=True)))
    yield made("pdf_words", why, "words.pdf", lambda: one_page(stream(shown(STORY * 8) * 3_000, packed=True)))


def _runs() -> Iterator[Hostile]:
    why = "makes a careless pattern try everything"
    signs = {
        "digits": "1", "commas": "1,", "points": "1.", "blanks": " ", "tabs": "\t", "lines": "\n", "dashes": "-", "dash_words": "a-",
        "opening": "(", "pairs": "()", "square": "[[", "braces": "{{", "pipes": "|", "quotes": '"', "single": "'", "curly": "“”",
        "guillemets": "« ", "colons": ":", "semicolons": "; ", "slashes": "/", "ats": "a@", "angles": "<", "tags": "<a ", "ands": "and ",
        "of": "of the ", "numbers": "one hundred and ", "thousands": "000,", "dates": "May 4 ", "years": "2019 ", "times": "10:", "near": "near ",
        "that": "that the army said ", "names": "Al-", "initials": "A. ", "capitals": "The Army Of ", "hashes": "#", "stars": "* ", "refs": "<ref>",
        "killed": "killed ", "and_killed": "12 killed and ", "per": "percent ", "ampersands": "&", "entities": "&#x41", "zero_width": "\u200b",
        "nbsp": "\xa0", "thin": "1\u202f000", "arabic": "قتل ", "chinese": "死", "emoji": "💥", "apostrophes": "’s ", "plus": "+1 ", "per_cent": "5% ",
        "backslash": "\\", "under": "_", "tilde": "~", "equals": "==", "less": "at least ", "or": "or ", "between": "between 1 and 2 ", "not": "not ",
    }  # fmt: skip
    for name, sign in signs.items():
        text = f"{STORY.strip()} {sign * (8_000 // len(sign))} {STORY}"
        yield one(f"run_{name}", why, f"run_{name}.txt", text, heavy=True)


def _figures() -> Iterator[Hostile]:
    yield one(
        "huge_number",
        "names a figure that no column holds",
        "huge.txt",
        f"The army said {'9' * 400} militants were killed near Tabankort on May 4, 2019. It lost {'1' * 5000} soldiers, and 99,999,999,999,999,999,999 were wounded. 1e400 were killed. {STORY}",
    )
    yield one(
        "odd_numbers",
        "has figures written in odd ways",
        "odd.txt",
        f"−12 militants were killed. 0 soldiers were killed. 12.5 civilians were killed. ١٢ fighters were killed. 十二 fighters died. ½ a soldier died. ² men were killed. {'one million ' * 60} were killed near Tabankort. {STORY}",
    )
    yield one(
        "odd_days",
        "has days that there are none of",
        "days.txt",
        f"On May 99, 2019 and 9999-99-99 and 31 February 0000, at 99:99, in the year {'9' * 50}, {'last ' * 500}Tuesday, 12 militants were killed near Tabankort. {'9' * 300} years ago two soldiers were killed. {STORY}",
    )
    many = ", ".join(
        f"{i} soldiers of the {i}th battalion were killed near Gao{i} on May {i % 28 + 1}, 2019"
        for i in range(1, 200)
    )
    yield one(
        "many_claims",
        "claims a thousand things in one sentence",
        "claims.txt",
        f"The army said {many}. {STORY}",
        heavy=True,
    )
    names = ", ".join(f"Ahmed Ag Name{i}" for i in range(1, 1500))
    yield one(
        "many_names",
        "names very many people in one sentence",
        "names.txt",
        f"Gunmen killed {names} near Tabankort on May 4, 2019. {STORY}",
    )
    said = "the army said that a spokesman told a reporter that " * 300
    yield one(
        "many_speakers",
        "has a chain of speakers without end",
        "speakers.txt",
        f"{said} 12 militants were killed near Tabankort. {STORY}",
    )
    yield one(
        "many_sides",
        "has more sides than a box has rows",
        "sides.txt",
        " ".join(
            f"Fighters of group number {i} clashed with the army near Tabankort on May 4, 2019, killing {i}."
            for i in range(1, 200)
        ),
        heavy=True,
    )
    yield one("same_again", "says the same very often", "again.txt", STORY * 100, heavy=True)
    yield made(
        "pairs",
        "has many reports that may all be one",
        "pairs.jsonl",
        lambda: b"\n".join(
            as_json({"id": str(i), "text": STORY.replace("12", str(i)), "date": DAY}) for i in range(200)
        ),
    )
    wide = json.dumps({"id": "1", "text": STORY, **{f"field{i}": "x" * 50 for i in range(20_000)}})
    yield one("many_fields", "has very many fields that there are none of", "fields.json", wide)
