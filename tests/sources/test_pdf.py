from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from rashomon.model.report import Report
from rashomon.sources import LoadLimits, LoadOptions, load

Lay = Callable[..., Path]
Skips = Callable[..., dict[str, str]]
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(*pages: str, title: str = "") -> bytes:
    """A PDF file with these words, a page each, as plain as the format allows."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages))).encode()
    things = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        FONT,
    ]
    for number, words in enumerate(pages):
        content = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode("cp1252")
        head = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R " % (5 + 2 * number)
        things += [
            head + b"/Resources << /Font << /F1 3 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    things.append(f"<< /Title ({title}) >>".encode())
    raw, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, count = len(raw), len(things)
    raw += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count + 1, table)
    return raw + b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        count + 1,
        count,
        start,
    )


def locked(raw: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(raw)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pages_are_read_in_order(lay: Lay, reports_of: Callable[..., list[Report]]) -> None:
    pages = ("Gunmen drove into Tamsla on Monday.", "The mayor counted seven dead.")
    (report,) = reports_of(lay({"note.pdf": pdf(*pages, title="A note")}))
    assert report.text == "\n\n".join(pages)
    assert (report.title, report.published, report.encoding) == ("A note", None, None)
    assert (report.extractor or "").startswith("pypdf ")


def test_a_pdf_under_another_name_is_a_pdf(lay: Lay, reports_of: Callable[..., list[Report]]) -> None:
    root = lay({"note.html": pdf("Seven dead in Tamsla."), "note": pdf("Nine dead in Tamsla.")})
    assert [report.text for report in reports_of(root)] == ["Nine dead in Tamsla.", "Seven dead in Tamsla."]


def test_what_cannot_be_read_is_told_with_what_to_do(lay: Lay, skipped_of: Skips) -> None:
    whole = pdf("Seven dead in Tamsla.")
    told = skipped_of(
        lay(
            {"cut.pdf": whole[:60], "locked.pdf": locked(whole), "pictures.pdf": pdf(""), "text.pdf": "hello"}
        )
    )
    assert told["cut.pdf"].startswith("is a PDF that cannot be read (")
    assert told["locked.pdf"] == "is locked with a password; save it without one"
    assert told["pictures.pdf"].startswith("is a PDF without text, perhaps scanned pictures; run it through")
    assert told["text.pdf"].startswith("is a PDF that cannot be read (")


def test_pages_beyond_the_limit_are_left_out_with_a_note(lay: Lay) -> None:
    path = lay({"long.pdf": pdf("One dead.", "Two dead.", "Three dead.")}) / "long.pdf"
    (loaded,) = load([str(path)], options=LoadOptions(limits=LoadLimits(max_pages=2)))
    assert not hasattr(loaded, "reason")
    assert loaded.report.text == "One dead.\n\nTwo dead."
    assert loaded.report.notes == ("only the first 2 of 3 pages were read",)
