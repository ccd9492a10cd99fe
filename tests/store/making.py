"""Articles and claims for the tests: every word here is invented."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from factcheck.model import (
    Article,
    Attribution,
    Casualty,
    Claim,
    ClaimType,
    DateValue,
    Dating,
    Field,
    Member,
    Membership,
    Published,
    Section,
    SectionKind,
    Value,
    ViewCount,
)

MADE_BY = "ingest@1 casualty@1 published=-"
BETTER = "ingest@1 casualty@2 published=-"

Made = tuple[Article, Sequence[Claim]]

TITLE = "Crane falls at Velm harbour, killing 2"
TEXT = (
    "A crane fell on Tuesday and killed at least 12 people, the port said.\n\n"
    "The Velm Pact has three members: Arda, Bruun and Celle.\n\n"
    "A clip of it was viewed 3,400 times.\n\n"
    "Elsewhere: 9 hurt in tram crash."
)


def article_of(
    text: str, *, name: str = "one.txt", title: str | None = None, sections: tuple[Section, ...] = ()
) -> Article:
    return Article(
        sha256=hashlib.sha256(name.encode() + b"\0" + text.encode("utf-8", "surrogatepass")).hexdigest(),
        source_id=name,
        source=name,
        text=text,
        title=title,
        sections=sections or (Section(SectionKind.BODY, 0, len(text)),),
    )


def claim_at(
    article: Article,
    quote: str,
    value: Value,
    *,
    field: Field = "text",
    segment: SectionKind = SectionKind.BODY,
    attribution: Attribution | None = None,
    extractor: str = "casualty@1",
) -> Claim:
    start = article.string(field).index(quote)
    kinds = {ViewCount: ClaimType.VIEW_COUNT, Casualty: ClaimType.CASUALTY, Membership: ClaimType.MEMBERSHIP}
    return Claim(
        type=kinds.get(type(value), ClaimType.DATE),
        start=start,
        end=start + len(quote),
        quote=quote,
        value=value,
        field=field,
        segment=segment,
        sentence_start=max(0, start - 10),
        sentence_end=min(len(article.string(field)), start + len(quote) + 10),
        extractor=extractor,
        attribution=attribution,
    )


def killed(low: float | None, high: float | None = None, comparator: str = ">=") -> Casualty:
    return Casualty("killed", low, high, comparator)  # type: ignore[arg-type]  # tests give the comparators that there are


def harbour() -> Made:
    """An article with a title, two sections, and claims of each type, one in the title, one in a teaser."""
    teaser = TEXT.index("Elsewhere")
    article = Article(
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        source_id="port/harbour.txt",
        source="port/harbour.txt",
        text=TEXT,
        title=TITLE,
        url="https://example.org/harbour",
        publisher="Velm Courier",
        published=Published(
            date(2031, 5, 14),
            "2031-05-14T08:00+02:00",
            "meta",
            inferred=False,
            others=(Dating("url", "2031/05/13", date(2031, 5, 13)),),
        ),
        sections=(Section(SectionKind.BODY, 0, teaser), Section(SectionKind.TEASER, teaser, len(TEXT))),
        metadata={"desk": "ports", "words": 40},
        flags=("dates_disagree",),
    )
    start = TEXT.index("Arda")
    members = tuple(
        Member(name, TEXT.index(name), TEXT.index(name) + len(name)) for name in ("Arda", "Bruun", "Celle")
    )
    port = Attribution("the port", TEXT.index("the port"), TEXT.index("the port") + 8, None, "said", "high")
    tuesday = DateValue("2031-05-13", "DATE", date(2031, 5, 13), date(2031, 5, 13), "day", None, "2031-05-14")
    claims = (
        claim_at(article, "2", killed(2, 2, "="), field="title", segment=SectionKind.HEADLINE),
        claim_at(article, "on Tuesday", tuesday, extractor="date@1"),
        claim_at(article, "at least 12", killed(12), attribution=port),
        claim_at(article, TEXT[start : members[2].end], Membership("The Velm Pact", "members", 3, members)),
        claim_at(article, "3,400", ViewCount("views", 3400, 3400, "=", "a clip")),
        claim_at(article, "9", Casualty("injured", 9, 9, "="), segment=SectionKind.TEASER),
    )
    return article, claims


def missed(quote: str = "three members", low: float = 3) -> Claim:
    """A claim in the harbour article that no extractor found."""
    return claim_at(harbour()[0], quote, killed(low, low, "="))


def quiet_article() -> Made:
    return article_of("Nothing happened in Velm.", name="quiet.txt"), ()
