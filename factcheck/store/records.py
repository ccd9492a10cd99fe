"""Articles and claims as rows of the tables, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from factcheck.model import (
    Article,
    Attribution,
    Claim,
    ClaimType,
    Dating,
    Published,
    Section,
    SectionKind,
)
from factcheck.store.odd_characters import odd_places, restored, storable, storable_or_none, to_json_text
from factcheck.values import from_json, to_json

Row = dict[str, Any]

_SENTENCE_REACH = 1000
"""How far a stored sentence reaches on either side of the quote: a text without a full stop is one long sentence."""


def article_row(article: Article, made_by: str, run_id: int) -> Row:
    """An article as its row of ``articles``, without the id."""
    published = article.published
    return {
        "source_id": storable(article.source_id),
        "headline": storable_or_none(headline(article)),
        "title": storable_or_none(article.title),
        "publisher": storable_or_none(article.publisher),
        "published": published.day.isoformat() if published else None,
        "published_source": published.source if published else None,
        "published_raw": storable(published.raw) if published else None,
        "published_inferred": int(published.inferred) if published else None,
        "published_others": to_json_text(_datings(published.others if published else ())),
        "url": storable_or_none(article.url),
        "source": storable(article.source),
        "sha256": article.sha256,
        "text_sha256": text_digest(storable(article.text), storable_or_none(article.title)),
        "media_type": article.media_type,
        "encoding": article.encoding,
        "encoding_source": article.encoding_source,
        "flags": to_json_text(list(article.flags)),
        "made_by": made_by,
        "run_id": run_id,
        "size": len(article.text) + len(article.title or ""),
        "title_odd": odd_places(article.title),
        "text_odd": odd_places(article.text),
        "metadata": to_json_text(dict(article.metadata)),
        "text": storable(article.text),
    }


def text_digest(text: str, title: str | None) -> str:
    """A hash over an article's strings as stored: SQLite does not notice a bit that flips in a text."""
    return hashlib.sha256(f"{title or ''}\x1f{text}".encode()).hexdigest()


def headline(article: Article) -> str | None:
    """What to call an article in a list: its title, else its headline section."""
    if article.title and article.title.strip():
        return article.title
    for section in article.sections:
        if section.kind is SectionKind.HEADLINE:
            return article.text[section.start : section.end].strip() or None
    return None


def article_from_row(row: Mapping[str, Any], sections: Sequence[Section]) -> Article:
    """The article of a whole row of ``articles``."""
    return Article(
        sha256=row["sha256"],
        source_id=row["source_id"],
        source=row["source"],
        text=restored(row["text"], row["text_odd"]),
        title=None if row["title"] is None else restored(row["title"], row["title_odd"]),
        url=row["url"],
        publisher=row["publisher"],
        published=_published(row),
        sections=tuple(sections),
        encoding=row["encoding"],
        encoding_source=row["encoding_source"],
        media_type=row["media_type"],
        metadata=json.loads(row["metadata"]),
        flags=tuple(json.loads(row["flags"])),
    )


def _datings(datings: Sequence[Dating]) -> list[dict[str, str]]:
    return [{"source": dating.source, "raw": dating.raw, "day": dating.day.isoformat()} for dating in datings]


def _published(row: Mapping[str, Any]) -> Published | None:
    if row["published"] is None:
        return None
    others = json.loads(row["published_others"])
    return Published(
        day=date.fromisoformat(row["published"]),
        raw=row["published_raw"],
        source=row["published_source"],
        inferred=bool(row["published_inferred"]),
        others=tuple(Dating(one["source"], one["raw"], date.fromisoformat(one["day"])) for one in others),
    )


def claim_row(article: Article, claim: Claim) -> Row:
    """A claim as its row of ``claims``, without id, article_id and claim_key."""
    first, last = sentence_bounds(claim.start, claim.end, claim.sentence_start, claim.sentence_end)
    sentence = article.string(claim.field)[first:last]
    return {
        "type": claim.type.value,
        "quote": storable(claim.quote),
        "sentence": storable(sentence),
        "segment": claim.segment.value,
        "value": to_json_text(to_json(claim.value)),
        "attribution": to_json_text(asdict(claim.attribution)) if claim.attribution else None,
        "flags": to_json_text(list(claim.flags)),
        "field": claim.field,
        "start": claim.start,
        "end": claim.end,
        "sentence_start": claim.sentence_start,
        "sentence_end": claim.sentence_end,
        "odd": odd_places(sentence),
        "extractor": claim.extractor,
        "added_by": storable_or_none(claim.added_by),
    }


def sentence_bounds(start: int, end: int, sentence_start: int, sentence_end: int) -> tuple[int, int]:
    """Where the sentence that is stored with a claim begins and ends; it always holds the quote."""
    return max(sentence_start, start - _SENTENCE_REACH), min(sentence_end, end + _SENTENCE_REACH)


def quote_of(stored: str, odd: str | None, start: int, sentence_start: int) -> str:
    """A claim's quote as it was read; ``odd`` has its places in the stored sentence."""
    first, _ = sentence_bounds(start, start, sentence_start, start)
    return restored(stored, odd, start - first)


def claim_from_row(row: Mapping[str, Any]) -> Claim:
    """The claim of a row of ``claims``."""
    attribution = json.loads(row["attribution"]) if row["attribution"] else None
    return Claim(
        type=ClaimType(row["type"]),
        start=row["start"],
        end=row["end"],
        quote=quote_of(row["quote"], row["odd"], row["start"], row["sentence_start"]),
        value=from_json(ClaimType(row["type"]), json.loads(row["value"])),
        field=row["field"],
        segment=SectionKind(row["segment"]),
        sentence_start=row["sentence_start"],
        sentence_end=row["sentence_end"],
        extractor=row["extractor"],
        attribution=Attribution(**attribution) if attribution else None,
        flags=tuple(json.loads(row["flags"])),
        added_by=row["added_by"],
    )


def sentence_from_row(row: Mapping[str, Any]) -> str:
    """The sentence of a row of ``claims``."""
    return restored(row["sentence"], row["odd"])
