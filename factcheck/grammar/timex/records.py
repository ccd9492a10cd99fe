"""Time expressions of one JSON record: in the shape that TIMEX scorers read, or explained in lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from factcheck.grammar.text import display_line
from factcheck.grammar.timex.explain import Explained, explain_timexes
from factcheck.grammar.timex.find import Mode
from factcheck.grammar.timex.model import Timex
from factcheck.grammar.timex.other_languages import timexes_of
from factcheck.model import ENGLISH


def timex_record(
    record: Mapping[str, Any], mode: Mode = "news", day: date | None = None, language: str = ENGLISH
) -> dict[str, Any]:
    """The time expressions of ``{"doc_id"|"id", "dct"|"date", "text"}``; ``day`` is the date of one that states none.

    ``mode`` is for English; ``language`` is an ISO 639-1 code.

    Returns ``{"doc_id", "timexes": [{"start", "end", "text", "type", "value", "mod"?, "first"?, "last"?,
    "granularity"?, "anchor"?, "range"?}]}``.
    The date is ISO 8601, a time behind it is ignored; an absent or empty one means that none is known.
    Raises KeyError where there is no text, ValueError where the date is none, UsageError for an unknown language.
    """
    found = timexes_of(str(record["text"]), _published(record, day), language=language, mode=mode)
    return {"doc_id": _name(record), "timexes": [_fields(timex) for timex in found]}


def timex_lines(record: Mapping[str, Any], mode: Mode = "news", day: date | None = None) -> str:
    """The same expressions, each with its line and column in the text and why it means what it does.

    Raises KeyError and ValueError as ``timex_record`` does.
    """
    text, published = str(record["text"]), _published(record, day)
    lines = [f"{display_line(str(_name(record)))} · {published or 'no publication date'} · {mode}"]
    line, line_start = 1, 0
    for one in explain_timexes(text, published, mode=mode):
        line += text.count("\n", line_start, one.timex.start)
        line_start = text.rfind("\n", 0, one.timex.start) + 1
        where = f"{line}:{one.timex.start - line_start + 1}"
        lines.append(f"{where:>7}  {one.timex.text}  {one.timex.type} {one.timex.value}")
        lines.extend(f"{'':9}{name:<7} {words}" for name, words in _ways(one) if words)
    return "\n".join(lines) + "\n"


def _ways(one: Explained) -> Iterator[tuple[str, str]]:
    yield "rule", ", by ".join(one.rules)
    yield "tense", one.tense
    yield "anchor", one.anchor
    yield "value", one.arithmetic


def _published(record: Mapping[str, Any], day: date | None) -> date | None:
    stated = record.get("dct") or record.get("date")
    return date.fromisoformat(str(stated)[:10]) if stated else day


def _name(record: Mapping[str, Any]) -> object:
    return record.get("doc_id", record.get("id"))


def _fields(timex: Timex) -> dict[str, Any]:
    optional = {
        "mod": timex.mod,
        "first": timex.first and timex.first.isoformat(),
        "last": timex.last and timex.last.isoformat(),
        "granularity": timex.granularity,
        "anchor": timex.anchor,
        "range": timex.range and [day.isoformat() for day in timex.range],
    }
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
    } | {name: value for name, value in optional.items() if value is not None}
