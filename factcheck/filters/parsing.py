"""A search line as a filter of claims. Pure and total: what makes no sense is a SearchError that says where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from factcheck.errors import SearchError
from factcheck.filters.fields import FIELDS, ME, QUEUE_FIELDS, SearchField, Takes, literal
from factcheck.filters.lexing import Part, Piece, parts, quoted
from factcheck.filters.reading import choice, day, near, number
from factcheck.model import ClaimFilter, Order, Term

_MAX_LINE = 4_000
_MAX_TERMS = 64
"""Bounds on what one line may cost to answer; nobody types more."""

_MAX_DIGITS = 15
_THOUSANDS = re.compile(r"\d{3}(?:\.\d+)?[a-z]*", re.IGNORECASE)
"""What a comma may stand before in a number: "10,000", "1,500k"."""


def parse(
    line: str, *, annotator: str | None, today: date, order: Order = Order.READING, seed: str = ""
) -> ClaimFilter:
    """The filter that a search line says; ``line`` of the filter gives the line back in its plain form.

    ``annotator`` is who "me" is, and whose labels count where the line does not say; ``today`` is what "yesterday"
    counts from. ``order`` and ``seed`` hold where the line names none. Days are resolved here: a line that is to be
    asked again another day must be kept as written. Raises SearchError with the term, its column, what may be meant.
    """
    if len(line) > _MAX_LINE:
        raise SearchError(f"a search has at most {_MAX_LINE:,} characters", line[:20] + "…", 0)
    reader = _Reader(line, annotator, today)
    for part in parts(line):
        reader.take(part)
    return ClaimFilter(
        annotator=annotator,
        text=" ".join(reader.words),
        terms=tuple(reader.terms),
        **{"order": order, "seed": seed, **reader.queue},
    )


@dataclass(slots=True)
class _Reader:
    line: str
    annotator: str | None
    today: date
    words: list[str] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    queue: dict[str, Any] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def take(self, part: Part) -> None:
        for piece in part.pieces:
            if not piece.closed:
                raise self._error("the closing quote is missing", part, piece.start)
        if not part.field:
            self._take_words(part)
        else:
            known = FIELDS.get(part.field) or self._unknown(part)
            self._take_term(known, part)
        if len(self.terms) > _MAX_TERMS:
            raise self._error(f"a search has at most {_MAX_TERMS} terms", part)

    def _take_words(self, part: Part) -> None:
        piece = part.pieces[0]
        if part.negated:
            self.terms.append(Term("text", ":", (piece.text,), negated=True))
        else:
            self.words.append(quoted(piece.text) if piece.quoted else piece.text)

    def _take_term(self, known: SearchField, part: Part) -> None:
        if part.operator not in known.operators:
            allowed = " ".join(known.operators)
            raise self._error(f"{known.name} cannot be compared with {part.operator}, only with {allowed}", part)
        values = tuple(dict.fromkeys(self._value(known, part, piece) for piece in _whole_numbers(known, part)))
        if known.single:
            self._take_single(known, part, values)
        if known.name in QUEUE_FIELDS:
            self.queue[known.name] = _queue_value(known.name, values[0])
            return
        if len(values) > 1 and part.operator not in (":", "="):
            raise self._error(f"{part.operator} compares with one value", part)
        self.terms.append(Term(known.name, part.operator, values, part.negated))

    def _take_single(self, known: SearchField, part: Part, values: tuple[str, ...]) -> None:
        if known.name in self.seen:
            raise self._error(f"{known.name} is given twice", part)
        if len(values) > 1 or part.negated:
            raise self._error(f"{known.name} takes one value, and no minus", part)
        self.seen.add(known.name)

    def _value(self, known: SearchField, part: Part, piece: Piece) -> str:
        if not piece.text.strip():
            raise self._error(f"{known.name} needs a value, such as {known.example}", part, piece.start)
        word = piece.text.lower()
        if not piece.quoted and word in known.special:
            if part.operator not in (":", "="):
                raise self._error(f"{part.operator} needs a value to compare with", part, piece.start)
            if word == ME and self.annotator is None:
                raise self._error("who is me? say who searches, or give a name", part, piece.start)
            return word
        read = self._read(known, piece)
        if read is not None:
            return literal(read) if read in known.special else read
        choices = (*(known.choices or ()), *known.special)
        meant = near(piece.text, choices) if known.choices else ()
        listing = ", ".join(known.choices) if known.choices and not meant else ""
        raise self._error(
            f"{piece.text[:40]!r} is not {_TAKEN[known.takes]}" + (f" ({listing})" if listing else ""),
            part,
            piece.start,
            meant,
        )

    def _read(self, known: SearchField, piece: Piece) -> str | None:
        match known.takes:
            case Takes.CHOICE:
                return choice(piece.text, known.choices or ())
            case Takes.NUMBER:
                return number(piece.text)
            case Takes.DAY:
                return day(piece.text, self.today)
            case Takes.COUNT:
                return _count(piece.text.strip())
            case Takes.PERSON | Takes.NAME | Takes.WORDS:
                return piece.text.strip()

    def _unknown(self, part: Part) -> SearchField:
        meant = near(part.field, FIELDS)
        quoted = "" if meant else f'; words with {part.operator} in them need quotes: "{part.written(self.line)}"'
        raise self._error(f"there is no field {part.field!r}{quoted}", part, meant=meant)

    def _error(self, reason: str, part: Part, column: int | None = None, meant: tuple[str, ...] = ()) -> SearchError:
        return SearchError(reason, part.written(self.line), part.start if column is None else column, meant)


_TAKEN = {
    Takes.CHOICE: "one of its values",
    Takes.NUMBER: "a number (10, 1.2m, 10k)",
    Takes.DAY: "a day (2026-11-23, 2026-11, 2026, today, yesterday, 7d)",
    Takes.COUNT: "a whole number above 0",
    Takes.PERSON: "a name",
    Takes.NAME: "a name",
    Takes.WORDS: "words",
}


def _count(text: str) -> str | None:
    plain = text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS
    return str(int(text)) if plain and int(text) else None


def _whole_numbers(known: SearchField, part: Part) -> Iterator[Piece]:
    """The values of a term; of numbers those whose commas only set off thousands are put together again."""
    whole: Piece | None = None
    for piece in part.pieces:
        if whole and known.takes is Takes.NUMBER and not piece.quoted and _THOUSANDS.fullmatch(piece.text):
            whole = Piece(f"{whole.text},{piece.text}", whole.start, piece.end)
            continue
        if whole:
            yield whole
        whole = piece
    if whole:
        yield whole


def _queue_value(name: str, value: str) -> Order | int | str:
    return Order(value) if name == "order" else int(value) if name == "sample" else value
