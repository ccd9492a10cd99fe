"""Records to articles: decoded, cut into sections, dated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from factcheck.ingest import jsonl, publication, tables
from factcheck.ingest.datelines import in_dateline, without_year
from factcheck.ingest.encoding import Decoded, decode
from factcheck.ingest.fields import Fields, NotARecord
from factcheck.ingest.html_page import SCANNED, declared_encoding, read_page
from factcheck.ingest.own_words import in_text, own_words
from factcheck.ingest.records import Record
from factcheck.ingest.sections import cut, looks_like_page, with_captions
from factcheck.model import Article, Dating, Reject

UNREADABLE_DATE = "date_unreadable"
"""Flag: the record gives a date, but it is none."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def article(record: Record, published: date | None = None) -> Article | Reject:
    """Read the article out of a record; ``published`` overrules whatever it says of its own date.

    Never raises for what the record holds: bytes that are no text, a text that is blank and a page without words
    become a ``Reject`` with the reason.
    """
    try:
        made = _READERS[record.media_type](record, _option(published))
    except NotARecord as refusal:
        return Reject(_file(record), str(refusal), record.line)
    if _SURROGATE.search(made.text) or _SURROGATE.search(made.title or ""):
        return Reject(_file(record), "holds half a surrogate pair, which is no character", record.line)
    return made


def _file(record: Record) -> str:
    return record.source if record.line is None else record.source.removesuffix(f":{record.line}")


def _option(published: date | None) -> list[Dating]:
    return [Dating("option", published.isoformat(), published)] if published else []


def _base(record: Record, text: str, decoded: Decoded) -> Article:
    if not text.strip():
        raise NotARecord("holds no words")
    return Article(
        sha256=record.sha256,
        source_id=record.source_id,
        source=record.source,
        text=text,
        encoding=decoded.encoding,
        encoding_source=decoded.source,
        media_type=record.media_type,
        flags=decoded.flags,
    )


def _decoded(record: Record, declared: str | None = None) -> Decoded:
    decoded = decode(record.raw, declared)
    if decoded is None:
        raise NotARecord("is not text (binary data, or UTF-16 without a byte order mark)")
    return decoded


def _dated(made: Article, statements: Iterable[Dating], clocks: Sequence[str] = ()) -> Article:
    """The article with its date; its own words are asked where nothing else says it, or where others disagree."""
    known = [*statements, *publication.in_url(made.url), *in_dateline(made.text)]
    if not known:
        known.extend(in_text(made.text, made.sections))
    if known and not any(said.source == "dateline" for said in known):
        known.extend(without_year(made.text, known[0].day))
    words = own_words(made.text, made.sections) if publication.is_open(known) else None
    return replace(made, published=publication.decide(known, words, clocks))


def _from_text(record: Record, statements: list[Dating]) -> Article:
    decoded = _decoded(record)
    made = _base(record, decoded.text, decoded)
    return _dated(replace(made, sections=cut(made.text)), statements)


def _from_page(record: Record, statements: list[Dating]) -> Article:
    decoded = _decoded(record, declared_encoding(record.raw))
    page = read_page(decoded.text)
    made = _base(record, page.text, decoded)
    sections = cut(page.text, page.facts.title, clean=not page.scanned)
    made = replace(
        made,
        title=page.facts.title,
        url=page.facts.url,
        publisher=page.facts.publisher,
        sections=with_captions(sections, page.captions),
        flags=(*made.flags, SCANNED) if page.scanned else made.flags,
    )
    told = [found for source, raw in page.facts.dates for found in publication.dating(source, raw)]
    return _dated(made, [*statements, *told, *page.facts.shown], page.facts.clocks)


def _from_json(record: Record, statements: list[Dating]) -> Article:
    return _from_fields(record, jsonl.parse(record.raw), (), statements)


def _from_row(record: Record, statements: list[Dating]) -> Article:
    if record.heading is None:
        raise NotARecord("is a row without its table's heading")
    fields, flags = tables.parse(record.raw, record.heading)
    return _from_fields(record, fields, flags, statements)


def _from_fields(record: Record, fields: Fields, flags: Sequence[str], statements: list[Dating]) -> Article:
    guessed = "encoding_guessed" in flags
    decoded = Decoded(fields.text, "cp1252" if guessed else "utf-8", "cp1252" if guessed else "utf-8", tuple(flags))
    told = list(publication.dating("record", fields.date))
    made = replace(
        _base(record, fields.text, decoded),
        title=fields.title,
        url=fields.url,
        publisher=fields.publisher,
        sections=cut(fields.text, fields.title, clean=not looks_like_page(fields.text)),
        metadata=fields.metadata if told or not fields.date else {**fields.metadata, "date": fields.date},
    )
    if fields.date and not told:
        made = replace(made, flags=(*made.flags, UNREADABLE_DATE))
    return _dated(made, [*statements, *told])


_READERS = {
    "text/plain": _from_text,
    "text/html": _from_page,
    "application/json": _from_json,
    "text/csv": _from_row,
}
