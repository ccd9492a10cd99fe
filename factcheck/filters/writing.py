"""A filter of claims as its search line, and single terms of a line put in, changed or taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.filters.fields import unliteral
from factcheck.filters.lexing import Part, parts, quoted
from factcheck.model import ClaimFilter, Order, Term

_PLAIN = re.compile(r"[^\s,\"“”]+")


def line(filter: ClaimFilter, *, order: Order = Order.READING, seed: str = "") -> str:  # noqa: A002 - the model's name
    """The search line that says a filter; ``parse`` gives the filter back.

    ``order`` and ``seed`` are those that hold where the line names none. Filters that were put together elsewhere may
    name types, sections, state and article as such; the line says them as terms.
    """
    return " ".join(part for part in _parts(filter, order, seed) if part)


def _parts(wanted: ClaimFilter, order: Order, seed: str) -> Iterator[str]:
    if wanted.types:
        yield "type:" + ",".join(wanted.types)
    if wanted.segments:
        yield "section:" + ",".join(wanted.segments)
    elif wanted.foreign and all(term.field != "section" for term in wanted.terms):
        yield "section:*"
    if wanted.state:
        yield f"state:{wanted.state}"
    if wanted.article_id is not None:
        yield f"article:{wanted.article_id}"
    yield from map(_written, wanted.terms)
    yield wanted.text
    if wanted.order is not order:
        yield f"order:{wanted.order}"
    if wanted.sample is not None:
        yield f"sample:{wanted.sample}"
    if wanted.seed != seed:
        yield f"seed:{_value(wanted.seed)}"


def _written(term: Term) -> str:
    minus = "-" if term.negated else ""
    if term.field == "text" and term.operator == ":" and term.negated and len(term.values) == 1:
        return minus + quoted(term.values[0])
    return f"{minus}{term.field}{term.operator}{','.join(_value(value) for value in term.values)}"


def _value(value: str) -> str:
    meant = unliteral(value)
    return value if meant is value and _PLAIN.fullmatch(value) else quoted(meant)


def replace_term(line: str, field: str, text: str | None) -> str:
    """The line with its terms of a field taken out, and ``text`` ("type:casualty") in the place of the first.

    Without one before, it is put at the end; ``None`` puts in nothing. What cannot be read stays as it is.
    """
    found = [part for part in parts(line) if part.field == field]
    kept = list(_around(line, found, text)) if found else [line.strip(), text or ""]
    return " ".join(piece for piece in kept if piece)


def _around(line: str, found: list[Part], text: str | None) -> Iterator[str]:
    position = 0
    for number, part in enumerate(found):
        yield line[position : part.start].strip()
        if number == 0 and text:
            yield text
        position = part.end
    yield line[position:].strip()
