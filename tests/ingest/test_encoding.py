"""Bytes to text: the encoding, who said so, and what was lost."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.encoding import DAMAGED, GUESSED, MISMATCH, Decoded, decode

WORDS = "Zwölf Gäste wurden verletzt – “so sagt man”."


def _decoded(raw: bytes, declared: str | None = None) -> Decoded:
    found = decode(raw, declared)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    found = _decoded(mark + WORDS.encode(encoding), "koi8-r")
    assert found == Decoded(WORDS, encoding, "bom")


@pytest.mark.parametrize(
    ("declared", "encoding", "words"),
    [
        ("utf-8", "utf-8", WORDS),
        (" ISO-8859-1 ", "cp1252", WORDS),
        ("koi8-r", "koi8-r", "Пострадали двое"),
        ("windows-1251", "cp1251", "Пострадали двое"),
        ("gb2312", "gb18030", "两人受伤"),
        ("shift_jis", "shift_jis", "二人がけがをした"),
    ],
)
def test_a_declaration_that_the_bytes_keep_is_believed(declared: str, encoding: str, words: str) -> None:
    assert _decoded(words.encode(encoding), declared) == Decoded(words, encoding, "declared")


@pytest.mark.parametrize("declared", ["x-none-such", "hex", "rot13", "unicode_escape", "idna", "utf-16", "ütf", "\0"])
def test_a_declaration_that_makes_no_sense_is_passed_over(declared: str) -> None:
    found = _decoded(WORDS.encode(), declared)
    assert found.text == WORDS
    assert found.encoding == "utf-8"


def test_a_declaration_that_the_bytes_break_is_passed_over_and_flagged() -> None:
    assert _decoded(WORDS.encode("cp1252"), "utf-8") == Decoded(WORDS, "cp1252", "cp1252", (MISMATCH, GUESSED))


def test_utf8_under_a_western_declaration_is_utf8() -> None:
    assert _decoded(WORDS.encode(), "iso-8859-1") == Decoded(WORDS, "utf-8", "utf-8", (MISMATCH,))


def test_without_a_word_said_it_is_utf8_or_a_flagged_guess() -> None:
    assert _decoded(WORDS.encode()) == Decoded(WORDS, "utf-8", "utf-8")
    assert _decoded(WORDS.encode("cp1252")) == Decoded(WORDS, "cp1252", "cp1252", (GUESSED,))


def test_damaged_utf8_stays_utf8_and_is_flagged() -> None:
    found = _decoded(WORDS.encode()[:-20] + b"\xc3\x28 end")
    assert (found.encoding, found.flags) == ("utf-8", (DAMAGED,))
    assert found.text.startswith("Zwölf Gäste wurden")
    assert "\ufffd" in found.text


def test_a_windows_text_with_an_undefined_byte_is_read_and_flagged() -> None:
    found = _decoded(WORDS.encode("cp1252") + b" \x81")
    assert found.text == WORDS + " \ufffd"
    assert found.flags == (GUESSED, DAMAGED)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_utf8_is_kept_to_the_character(text: str) -> None:
    raw = text.encode()
    if not raw.startswith((codecs.BOM_UTF8, b"%PDF-", b"GIF8")):
        assert _decoded(raw) == Decoded(text, "utf-8", "utf-8")


def test_line_endings_nul_and_direction_marks_are_kept() -> None:
    text = "A text of words\r\nwith a blank\x00one, \u202eturned\u202c round, and much more behind it.\r"
    assert _decoded(text.encode()).text == text


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\nrest of a picture that goes on",
        b"PK\x03\x04archive",
        b"%PDF-1.7 a document",
        bytes(range(256)) * 20,
        "Words of sixteen bits".encode("utf-16-le"),
    ],
)
def test_what_is_no_text_is_none(raw: bytes) -> None:
    assert decode(raw) is None


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=12)))
def test_any_bytes_are_a_text_or_none(raw: bytes, declared: str | None) -> None:
    found = decode(raw, declared)
    assert found is None or not any("\ud800" <= character <= "\udfff" for character in found.text)
