"""Bytes that are not what they seem: broken encodings, broken JSON, broken pages, broken PDFs, empty files."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator

from tests.hostile.inputs import DAY, STORY, Hostile, as_json, one

ACCENTED = STORY.replace("an army spokesman", "Ménaka’s préfet")


def broken() -> Iterator[Hostile]:
    """All inputs of this module."""
    yield from _encodings()
    yield from _empty()
    yield from _json()
    yield from _pages()
    yield from _pdfs()


def _encodings() -> Iterator[Hostile]:
    why = "is decoded wrongly, or not at all"
    yield one("utf16_unmarked", why, "utf16.txt", ACCENTED.encode("utf-16-le"))
    yield one("utf16_big_unmarked", why, "utf16b.txt", ACCENTED.encode("utf-16-be"))
    yield one("utf16_odd", why, "utf16odd.txt", ACCENTED.encode("utf-16")[:-1])
    yield one("utf16_marked_both_ways", why, "both.txt", b"\xff\xfe\xfe\xff" + ACCENTED.encode("utf-16-be"))
    yield one("utf32", why, "utf32.txt", ACCENTED.encode("utf-32"))
    yield one(
        "utf32_beyond",
        "has characters that there are none of",
        "beyond.txt",
        b"\xff\xfe\0\0" + b"\xff\xff\xff\x7f" * 300,
    )
    yield one(
        "overlong",
        "hides a sign in a longer form of it",
        "overlong.txt",
        STORY.encode() + b"\xc0\xbcscript\xc0\xbe \xe0\x80\xbc",
    )
    yield one(
        "cesu",
        "writes surrogates as UTF-8",
        "cesu.txt",
        STORY.encode() + b"\xed\xa0\xbd\xed\xb8\x80 \xed\xa0\xbd",
    )
    yield one("cut_character", why, "cut.txt", ACCENTED.encode()[: ACCENTED.encode().index(b"\xc3") + 1])
    yield one(
        "latin_as_utf8",
        "names another encoding than its own",
        "latin.html",
        b'<html><head><meta charset="utf-8"></head><body><p>'
        + ACCENTED.encode("cp1252")
        + b"</p></body></html>",
    )
    yield one(
        "utf7",
        "hides markup in an encoding that few expect",
        "utf7.html",
        b'<html><head><meta charset="utf-7"></head><body><p>'
        + STORY.encode()
        + b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p></body></html>",
    )
    yield one(
        "encoding_that_runs",
        "names a codec that runs escapes",
        "codec.html",
        b'<html><head><meta charset="unicode_escape"></head><body><p>'
        + STORY.encode()
        + b"\\u003cscript\\u003e \xff</p></body></html>",
    )
    yield one("zeros", "is binary", "zeros.txt", b"\0" * 5000)
    yield one(
        "zeros_inside",
        "ends early for a program in C",
        "inside.txt",
        STORY.encode() + b"\0" * 3 + STORY.encode(),
    )
    yield one("controls", "is binary", "controls.txt", bytes(range(1, 32)) * 40 + STORY.encode())
    yield one("noise", "is binary", "noise.bin", bytes((i * 7919 + i * i) % 256 for i in range(20_000)))
    yield one(
        "mixed_ends",
        "has every kind of line end",
        "ends.txt",
        STORY.replace(". ", ".\r\n\r\x0b\x0c\x1c\x85\u2028\u2029").encode(),
    )


def _empty() -> Iterator[Hostile]:
    why = "holds nothing to read"
    yield one("empty", why, "empty.txt", b"")
    yield one("empty_page", why, "empty.html", b"")
    yield one("empty_lines", why, "empty.jsonl", b"\n" * 100_000)
    yield one("blanks", why, "blanks.txt", b" \t\n" * 1000)
    yield one("only_mark", why, "bom.txt", b"\xef\xbb\xbf")
    yield one("only_mark_16", why, "bom16.txt", b"\xff\xfe")
    yield one("only_marks_of_direction", why, "marks.txt", "\u200b\u202e\ufeff\u0301".encode() * 500)
    yield one("only_punctuation", why, "points.txt", b"...,,,---((([[[" * 2000)
    yield one("no_record", why, "none.json", b"[]")


def _json() -> Iterator[Hostile]:
    text = json.dumps(STORY)
    yield one(
        "lone_surrogates",
        "has halves of characters",
        "halves.jsonl",
        '{"id": "\\ud800", "text": '
        + text[:-1]
        + '\\udc00\\ud83d", "title": "\\udfff", "outlet": "\\ud83d"}',
    )
    yield one(
        "double_keys",
        "says a thing twice",
        "double.json",
        '{"id": "1", "text": "No one was hurt.", "text": '
        + text
        + ', "id": "2", "date": "2001-01-01", "date": "2019-05-07"}',
    )
    yield one(
        "bad_line",
        "breaks off in one line of many",
        "badline.jsonl",
        b"\n".join(
            [
                as_json({"id": str(i), "text": STORY, "date": DAY})
                if i != 3
                else b'{"id": "3", "text": "Seven'
                for i in range(6)
            ]
        ),
    )
    yield one(
        "bad_constant",
        "has numbers that there are none of",
        "nan.jsonl",
        '{"id": NaN, "text": ' + text + ', "date": Infinity}\n{"id": 1e999, "text": ' + text + "}",
    )
    yield one(
        "long_number",
        "has a number too long to be read",
        "digits.jsonl",
        '{"id": ' + "9" * 100_000 + ', "text": ' + text + "}",
    )
    yield one(
        "wrong_types",
        "has objects where words are meant",
        "types.json",
        as_json(
            [
                {"id": {"a": 1}, "text": [STORY]},
                {
                    "id": ["x"],
                    "text": STORY,
                    "title": {"$ne": 1},
                    "date": 20190507,
                    "outlet": True,
                    "language": ["en"],
                },
                7,
                None,
                "x",
                [],
            ]
        ),
    )
    yield one(
        "odd_dates",
        "has days that there are none of",
        "dates.jsonl",
        b"\n".join(
            as_json({"id": day, "text": STORY, "date": day})
            for day in (
                "9999-99-99",
                "0000-00-00",
                "2019-02-30",
                "9999-12-31",
                "0001-01-01",
                "-2019-05-07",
                "2019-05-07T99:99:99",
                "1e9",
                "٢٠١٩-٠٥-٠٧",
                "2019-05",
                "--05-07",
                "",
            )
        ),
    )
    yield one(
        "odd_languages",
        "has languages that there are none of",
        "languages.jsonl",
        b"\n".join(
            as_json({"id": said, "text": STORY, "language": said})
            for said in ("<script>", "../../en", "e", "EN-us-x-" + "a" * 5000, "zz", "en\n", "\u202een")
        ),
    )
    yield one(
        "odd_kinds",
        "names what no field may hold",
        "kinds.jsonl",
        b"\n".join(
            as_json({"id": said, "text": STORY, "kind": said, said: 1, "published": None})
            for said in ("__class__", "<b>news</b>", "NEWS", "constructor", "__proto__")
        ),
    )
    yield one(
        "odd_ids",
        "has ids that name files",
        "ids.jsonl",
        b"\n".join(
            as_json({"id": said, "text": f"{STORY}{said}", "date": DAY})
            for said in (
                "../../../etc/passwd",
                "/etc/passwd",
                "C:\\x",
                "a/b",
                ".",
                "..",
                "",
                " ",
                "a\0b",
                "%2e%2e%2f",
                "x" * 20_000,
                "-rf",
                "CON",
                "a\nb",
                "?a=b&c#d",
            )
        ),
    )
    yield one("sidecar_of_another", "says things of a report it is not", "side.txt", STORY)
    yield Hostile(
        name="odd_sidecars",
        why="says nonsense of a report",
        make=lambda: {
            "s1.txt": STORY.encode(),
            "s1.meta.json": b"[" * 100_000,
            "s2.txt": STORY.encode(),
            "s2.meta.json": b"\xff\xfe\x00",
            "s3.txt": STORY.encode(),
            "s3.meta.json": as_json({"published": "9999-99-99", "kind": "<script>"}),
            "s4.txt": STORY.encode(),
            "s4.meta.json": as_json({"outlet": "x" * 900_000}),
        },
    )


def _pages() -> Iterator[Hostile]:
    yield one(
        "unclosed",
        "never closes anything",
        "unclosed.html",
        "<html><body><p><b><i><table><tr><td><p>" + STORY,
    )
    yield one(
        "two_bodies",
        "has two pages in one",
        "two.html",
        f"<html><body><p>{STORY}</p></body></html><html><body><p>{STORY}</p></body></html>",
    )
    yield one(
        "odd_tags",
        "has tags that there are none of",
        "tags.html",
        f"<html><body><{'x' * 5000}><a:b:c><p>{STORY}</p></1></></a b><?php system('id') ?><!ELEMENT a (b)></body></html>",
    )
    yield one(
        "page_of_data",
        "says odd things of itself",
        "ld.html",
        '<html lang="en"><head><script type="application/ld+json">{"@type": ["NewsArticle"], "headline": ["<script>", {"name": {"name": 1}}], "datePublished": "9999-99-99", "author": [[["a"]]], "publisher": {"name": ["x"]}, "@graph": {"@graph": []}, "inLanguage": 7}</script></head><body><p>'
        + STORY
        + "</p></body></html>",
    )
    yield one(
        "frameset",
        "has no body",
        "frames.html",
        "<html><frameset><frame src=javascript:alert(1)></frameset></html>",
    )
    yield one("not_a_page", "is called a page", "picture.html", b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    yield one(
        "xhtml",
        "is XML with an entity of its own",
        "x.xhtml",
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>&a; '
        + STORY
        + "</p></body></html>",
    )


def _pdf(objects: list[bytes], *, extra: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        extra,
        table,
    )


def stream(content: bytes, *, packed: bool = False, entries: bytes = b"") -> bytes:
    body = zlib.compress(content, 9) if packed else content
    packing = b"/Filter /FlateDecode" if packed else b""
    return b"<< /Length %d %s %s >>\nstream\n%s\nendstream" % (len(body), packing, entries, body)


def one_page(content: bytes, *, catalogue: bytes = b"", extra: bytes = b"") -> bytes:
    """A PDF of one page; ``content`` is its stream object."""
    return pages_of([content], catalogue=catalogue, extra=extra)


def pages_of(contents: list[bytes], *, catalogue: bytes = b"", extra: bytes = b"") -> bytes:
    """A PDF of some pages, each a stream object."""
    numbers = [4 + 2 * place for place in range(len(contents))]
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>"
    both = [
        part for number, content in zip(numbers, contents, strict=True) for part in (content, page % number)
    ]
    kids = b" ".join(b"%d 0 R" % (number + 1) for number in numbers)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    catalog = b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue
    return _pdf(
        [catalog, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)), font, *both],
        extra=extra,
    )


def shown(words: str) -> bytes:
    """The stream of a page that shows these words."""
    lines = b"".join(
        b"(%s) Tj T* " % part.encode().replace(b"(", b"\\(").replace(b")", b"\\)")
        for part in words.split("\n")
    )
    return b"BT /F 12 Tf 14 TL 40 700 Td %s ET" % lines


def _pdfs() -> Iterator[Hostile]:
    good = one_page(stream(shown(STORY)))
    yield one("pdf_cut", "breaks off", "cut.pdf", good[: len(good) // 2])
    yield one("pdf_only_head", "has a head and nothing else", "head.pdf", b"%PDF-1.7\n")
    yield one(
        "pdf_script",
        "runs a script when it is opened",
        "script.pdf",
        one_page(
            stream(shown(STORY)),
            catalogue=b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >> /AA << /WC << /S /Launch /F (calc.exe) >> >>",
        ),
    )
    yield one(
        "pdf_title",
        "has markup for a title",
        "title.pdf",
        one_page(
            stream(shown(STORY)),
            extra=b"/Info << /Title (<script>alert\\(1\\)</script>\\033[2J) /Author (=1+1) >>",
        ),
    )
    yield one(
        "pdf_loop",
        "has pages inside themselves",
        "loop.pdf",
        _pdf(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>",
                b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 9 >>",
            ]
        ),
    )
    yield one(
        "pdf_loop_of_values",
        "has a length that is itself",
        "length.pdf",
        one_page(b"<< /Length 4 0 R >>\nstream\n" + shown(STORY) + b"\nendstream"),
    )
    yield one(
        "pdf_form_loop",
        "has a form that shows itself",
        "form.pdf",
        _pdf(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>",
                stream(b"/A Do"),
                stream(
                    b"/A Do /A Do",
                    entries=b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >>",
                ),
            ]
        ),
    )
    yield one(
        "pdf_many_pages",
        "says it has more pages than there are",
        "count.pdf",
        good.replace(b"/Count 1 ", b"/Count 999999999 "),
    )
    yield one(
        "pdf_previous",
        "refers to itself as its earlier version",
        "prev.pdf",
        one_page(stream(shown(STORY)), extra=b"/Prev 9"),
    )
    yield one(
        "pdf_locked",
        "is locked in an odd way",
        "locked.pdf",
        one_page(
            stream(shown(STORY)),
            extra=b"/Encrypt << /Filter /Standard /V 99 /R 99 /O (x) /U (y) /P -1 >> /ID [(a) (b)]",
        ),
    )
    yield one("pdf_as_text", "is called a text", "really.txt", good)
