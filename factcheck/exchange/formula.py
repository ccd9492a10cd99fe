"""Text cells that no spreadsheet runs as a formula, reversibly.

The characters are those of OWASP's page on CSV injection, their full-width forms, and the two that the guard
itself needs to stay reversible.
"""

from __future__ import annotations

_GUARD = "'"
_DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠|%" + _GUARD)  # fmt: skip


def _starts_dangerously(text: str) -> bool:
    """Whether a spreadsheet would look past blanks and meet a character that it acts on."""
    return bool(text) and (text[0] in _DANGEROUS or text.lstrip()[:1] in _DANGEROUS)


def guard(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would otherwise act on it."""
    return _GUARD + text if _starts_dangerously(text) else text


def unguard(text: str) -> str:
    """The text that ``guard`` was given: ``unguard(guard(text)) == text`` for every text."""
    return text[1:] if text.startswith(_GUARD) and _starts_dangerously(text[1:]) else text
