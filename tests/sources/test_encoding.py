from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pace import within

from rashomon.errors import ReportError
from rashomon.sources.encoding import binary_kind, decode

FRENCH = "À Tamsla, le préfet a évoqué « onze blessés » ; l’armée n’a rien confirmé jusqu’à présent. " * 3
SPANISH = "El alcalde señaló que “siete” hombres murieron; ¿quién disparó primero? Mañana dirá más. " * 3
POLISH = "Burmistrz powiedział, że w strzelaninie na targu zginęło siedem osób, a trzy są ciężko ranne. " * 3
RUSSIAN = "Глава района сообщил, что в перестрелке у рынка погибли семь человек и ещё трое ранены. " * 3


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cc"])))
def test_utf8_is_read_as_it_stands(text: str) -> None:
    if binary_kind(text.encode()) is None and not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_is_believed_and_left_out(encoding: str) -> None:
    decoded = decode(FRENCH.encode(encoding))
    assert (decoded.text, decoded.notes) == (FRENCH, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(FRENCH, "cp1252"), (SPANISH, "cp1252"), (POLISH, "cp1250"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")],
    ids=["french", "spanish", "polish", "russian", "russian-koi8"],
)
def test_an_undeclared_encoding_is_guessed_from_the_bytes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_the_guess_looks_where_the_first_letter_beyond_ascii_stands() -> None:
    assert decode(b"All is quiet. " * 100_000 + RUSSIAN.encode("cp1251")).text.endswith(RUSSIAN)


def test_what_a_page_declares_goes_above_the_guess_and_below_valid_utf8() -> None:
    assert decode("Łódź".encode("iso-8859-2"), declared="ISO-8859-2").text == "Łódź"
    assert decode("Łódź".encode(), declared="iso-8859-2").text == "Łódź"
    assert decode("«six»".encode("cp1252"), declared="latin-1").text == "«six»"


@pytest.mark.parametrize("declared", ["punycode", "unicode_escape", "rot13", "no-such", "", '"utf-8"'])
def test_only_encodings_of_pages_are_taken_from_a_declaration(declared: str) -> None:
    assert decode(FRENCH.encode("cp1252"), declared=declared).text == FRENCH


def test_a_cut_file_is_utf8_with_a_note() -> None:
    decoded = decode(FRENCH.encode() + "é".encode()[:1])
    assert decoded.text == f"{FRENCH}\ufffd"
    assert decoded.encoding == "utf-8"
    assert decoded.notes == ("1 unreadable characters were replaced by U+FFFD",)


def test_line_separators_and_marks_of_direction_are_kept() -> None:
    text = "one\u2028two\u2029three\x85four\u202efive\x0bsix"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"PK\x03\x04rest", "holds a zip archive or an office document, not text; export its text"),
        (b"\x89PNG\r\n", "holds a PNG image"),
        (b"%PDF-1.7 x", "holds a PDF"),
        (b"\x00\x01\x02\xff\x00" * 50, "holds zero bytes: it is not a text file; export its text"),
        (bytes(range(1, 255)) * 20, "holds control characters: it is not a text file; export its text"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_what_to_do(raw: bytes, told: str) -> None:
    with pytest.raises(ReportError) as error:
        decode(raw)
    assert str(error.value).startswith(told)
    assert "save it as HTML or PDF" in str(error.value)


@given(st.binary(max_size=400))
def test_whatever_comes_is_text_or_refused(raw: bytes) -> None:
    try:
        decoded = decode(raw)
    except ReportError:
        return
    assert codecs.lookup(decoded.encoding).name == decoded.encoding
    assert decoded == decode(raw)


def test_large_files_are_read_at_once() -> None:
    with within(5):
        decode(b"a" * 10_000_000 + b"\xe9")
        decode(b"\xe9" * 1_000_000)
