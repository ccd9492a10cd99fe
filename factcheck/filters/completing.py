"""What could be written at the cursor of a search line: fields, then their values, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.filters.fields import ANY, FIELDS, ME, NONE, SearchField, Takes
from factcheck.filters.lexing import Part, Piece, parts, quoted

Vocabulary = Callable[[str, str], Sequence[tuple[str, int | None]]]
"""Names of a field that are in the database and begin so, with how many claims have each where that is known."""

_MAX = 20
_NEEDS_QUOTES = re.compile(r"[\s,\"“”]")
_SPECIAL = {ANY: "any there is", NONE: "there is none", ME: "you"}
_DAYS = {"today": "", "yesterday": "", "7d": "seven days ago", "4w": "four weeks ago"}
_BOTH_ENDS = {"since", "until", "published", "labelled"}


@dataclass(frozen=True, slots=True)
class Completion:
    """A text that could stand in the place of ``line[start:end]``, and what it means."""

    start: int
    end: int
    text: str
    meaning: str


def completions(line: str, cursor: int, vocabulary: Vocabulary) -> list[Completion]:
    """What could be written at the cursor (an offset into the line), at most 20, the likeliest first.

    ``vocabulary`` is asked for the names of a field as they lie in the database; those it gives are untrusted text.
    """
    cursor = max(0, min(cursor, len(line)))
    part = _part_at(line, cursor)
    if part is None:
        return list(_fields("", cursor, cursor))[:_MAX]
    if not part.field:
        typed = part.pieces[0]
        if typed.quoted:
            return []
        return list(_fields(line[typed.start : cursor], typed.start, typed.end))[:_MAX]
    field = FIELDS.get(part.field)
    piece = next((one for one in part.pieces if one.start <= cursor <= one.end), None)
    if field is None or piece is None:
        return list(_fields(line[part.start + part.negated : cursor], part.start + part.negated, part.end))[:_MAX]
    taken = {one.text.lower() for one in part.pieces if one is not piece}
    return list(_values(field, _typed(line, piece, cursor), piece, taken, vocabulary))[:_MAX]


def _part_at(line: str, cursor: int) -> Part | None:
    """The part that the cursor stands in or behind; what follows the cursor without a space belongs to it."""
    return next((part for part in parts(line) if part.start < cursor <= part.end), None)


def _typed(line: str, piece: Piece, cursor: int) -> str:
    """The beginning of a value, up to the cursor, without its quotes."""
    text = line[piece.start : cursor]
    return text.strip('"“”').replace('""', '"') if piece.quoted else text


def _fields(typed: str, start: int, end: int) -> Iterator[Completion]:
    for name in _ranked(typed, FIELDS):
        field = FIELDS[name]
        yield Completion(start, end, f"{name}{field.operators[0]}", f"{field.meaning} ({field.example})")


def _values(
    field: SearchField, typed: str, piece: Piece, taken: set[str], vocabulary: Vocabulary
) -> Iterator[Completion]:
    for value, meaning in _offered(field, typed, vocabulary):
        if value.lower() not in taken:
            special = value in field.special and meaning == _SPECIAL[value]
            plain = special or not (_NEEDS_QUOTES.search(value) or value.lower() in field.special)
            yield Completion(piece.start, piece.end, value if plain else quoted(value), meaning)


def _offered(field: SearchField, typed: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Values with their meanings: those of a closed list, or names of the database, and the special words."""
    special = {word: _SPECIAL[word] for word in field.special}
    if field.choices is not None:
        known: Mapping[str, str] = {**field.choices, **special}
        yield from ((value, known[value]) for value in _ranked(typed, known))
        return
    if field.takes is Takes.DAY and field.name in _BOTH_ENDS:
        special = {**_DAYS, **special}
    if not typed:
        yield from special.items()
    if field.listed:
        yield from ((name, _counted(count)) for name, count in vocabulary(field.name, typed))
    if typed:
        yield from ((word, special[word]) for word in _ranked(typed, special))


def _counted(count: int | None) -> str:
    return "" if count is None else f"{count:,} claim{'' if count == 1 else 's'}"


def _ranked(typed: str, words: Iterable[str]) -> list[str]:
    """The words that begin as typed, then those with a part that does, then those that hold it; in their order."""
    plain = typed.lower()
    ranks = {word: _rank(plain, word) for word in words}
    return sorted((word for word, rank in ranks.items() if rank < _NO_MATCH), key=ranks.__getitem__)


_NO_MATCH = 3


def _rank(typed: str, word: str) -> int:
    if word.startswith(typed):
        return 0
    if any(part.startswith(typed) for part in word.split("_")):
        return 1
    return 2 if typed in word else _NO_MATCH
