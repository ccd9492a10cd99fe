"""Bytes to text: which encoding, who said so, and whether anything was lost on the way."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

GUESSED = "encoding_guessed"
"""Flag: nothing said what the encoding is, and it is not UTF-8; Windows-1252 is a guess."""

DAMAGED = "encoding_damaged"
"""Flag: some bytes are no characters; each is U+FFFD in the text."""

MISMATCH = "encoding_mismatch"
"""Flag: the encoding that was declared is not the one that the bytes are in."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "utf-16": "utf-8", "utf-16-le": "utf-8"}
"""What a page's declaration means in practice (WHATWG Encoding Standard): an ASCII-readable tag is not UTF-16."""

_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")
_MIN_SEQUENCES = 2
"""Fewer than this UTF-8 sequences beside broken ones may be Windows-1252 letters that happen to look like one."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BINARY_MAGIC = (
    *(b"\x89PNG", b"GIF87a", b"GIF89a", b"\xff\xd8\xff", b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x7fELF"),
    *(b"SQLite format 3\x00", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd", b"\xfd7zXZ"),
)
_CONTROL_SHARE = 0.05
"""Above this share of control characters bytes are no text; noise read as Windows-1252 has .15, hostile text .01."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with how it was decoded; ``source`` is ``bom``, ``declared``, ``utf-8`` or ``cp1252``."""

    text: str
    encoding: str
    source: str
    flags: tuple[str, ...] = ()


def decode(raw: bytes, declared: str | None = None) -> Decoded | None:
    """The text of the bytes: by byte order mark, else as declared, else UTF-8, else Windows-1252 as a guess.

    UTF-8 with some broken bytes stays UTF-8, those bytes become U+FFFD and the result is flagged. A declaration
    that the bytes break, and a Western one over bytes that are UTF-8, is passed over and flagged. A byte order mark
    is no part of the text. ``None`` where the bytes are no text at all.
    """
    if raw.startswith(_BINARY_MAGIC):
        return None
    decoded = _marked(raw) or _declared(raw, declared) or _undeclared(raw, declared)
    controls = sum(1 for _ in _CONTROL.finditer(decoded.text))
    return None if controls > _CONTROL_SHARE * len(decoded.text) else decoded


def _marked(raw: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _lenient(raw[len(mark) :], encoding, "bom")
    return None


def _lenient(raw: bytes, encoding: str, source: str, flags: tuple[str, ...] = ()) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding, source, flags)
    except UnicodeDecodeError:
        return Decoded(raw.decode(encoding, "replace"), encoding, source, (*flags, DAMAGED))


def _declared(raw: bytes, declared: str | None) -> Decoded | None:
    encoding = _text_codec(declared)
    if encoding is None:
        return None
    if encoding == "cp1252" and _HIGH.search(raw) and _is_utf8(raw):
        return None
    try:
        return Decoded(raw.decode(encoding), encoding, "declared")
    except UnicodeError:
        return None


def _text_codec(name: str | None) -> str | None:
    """The codec that a declared name means, ``None`` where there is no such text encoding."""
    if not name or not name.isascii():
        return None
    try:
        codec = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    # codecs such as "hex" turn bytes into bytes, and "idna" and "unicode_escape" into something else
    if not getattr(codec, "_is_text_encoding", True) or codec.name in {"idna", "punycode", "undefined", "utf-7"}:
        return None
    if codec.name.endswith("escape"):
        return None
    return _SUPERSETS.get(codec.name, codec.name)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _undeclared(raw: bytes, declared: str | None) -> Decoded:
    flags = (MISMATCH,) if declared and declared.strip() else ()
    if _is_utf8(raw):
        return Decoded(raw.decode("utf-8"), "utf-8", "utf-8", flags)
    rest, sequences = _MULTIBYTE.subn(b" ", raw)
    if sequences >= max(_MIN_SEQUENCES, len(_HIGH.findall(rest))):
        return _lenient(raw, "utf-8", "utf-8", flags)
    return _lenient(raw, "cp1252", "cp1252", (*flags, GUESSED))
