"""The extractors by ``name@version``, and the one function that runs them over an article.

The list is explicit: importing a module registers nothing. A version is raised whenever the same text can give
other claims, so that stored claims can be told from those of a better extractor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.errors import UsageError
from factcheck.extract import casualties, dates, memberships, view_counts
from factcheck.extract.context import Context, Extractor, Found
from factcheck.grammar.attribution import Speakers
from factcheck.grammar.text import Span
from factcheck.model import ENGLISH, Article, Claim, ClaimType, Field, SectionKind, Value

EXTRACTORS: Mapping[str, tuple[ClaimType, Extractor]] = {
    "casualty@2": (ClaimType.CASUALTY, casualties.extract),
    "date@3": (ClaimType.DATE, dates.extract),
    "membership@2": (ClaimType.MEMBERSHIP, memberships.extract),
    "view_count@2": (ClaimType.VIEW_COUNT, view_counts.extract),
}
DEFAULT_EXTRACTORS = tuple(EXTRACTORS)

_FIELDS: tuple[Field, ...] = ("title", "text")


def extract_claims(
    article: Article, names: Sequence[str] = DEFAULT_EXTRACTORS, language: str = ENGLISH
) -> tuple[Claim, ...]:
    """Find an article's claims with the named extractors, in text order, the title's first.

    A page's headline that is its title and opens its text as well is one headline: its claims are the title's.
    ``language`` (ISO 639-1) is the one in which dates are read. The same article, names and language always give the
    same claims. Raises UsageError for a name that is not registered and a language that is not known.
    """
    unknown = [name for name in names if name not in EXTRACTORS]
    if unknown:
        raise UsageError(f"no extractor is called {unknown[0]!r}; there are {', '.join(EXTRACTORS)}")
    claims: list[Claim] = []
    for field in _FIELDS:
        if article.string(field).strip():
            claims += _claims_of(Context(article, field, language), names)
    echo = _echo_of_title(article)
    return tuple(claim for claim in claims if claim.field == "title" or not echo.start <= claim.start < echo.end)


def _echo_of_title(article: Article) -> Span:
    """Where a page's text says its title once more as a headline; an empty span where it does not."""
    if article.title and article.media_type == "text/html":
        words = article.title.split()
        for section in article.sections:
            if section.kind is SectionKind.HEADLINE and article.text[section.start : section.end].split() == words:
                return Span(section.start, section.end)
    return Span(0, 0)


def _claims_of(context: Context, names: Sequence[str]) -> list[Claim]:
    found: list[tuple[str, ClaimType, Found]] = []
    for name in names:
        kind, extractor = EXTRACTORS[name]
        found += [(name, kind, one) for one in extractor(context)]
    found.sort(key=lambda entry: (entry[2].start, entry[2].end, entry[0]))
    speakers = Speakers(context.text, context.sentences) if found else None
    claims: dict[tuple[ClaimType, int, int, Value], Claim] = {}
    for name, kind, one in found:
        claims.setdefault(
            (kind, one.start, one.end, one.value),  # "A left X for Y" is two claims on one span
            claim_from(context, speakers, name, kind, one),
        )
    return list(claims.values())


def claim_from(context: Context, speakers: Speakers | None, name: str, kind: ClaimType, found: Found) -> Claim:
    """The claim of what ``name`` found: with its words, its sentence, whose section it is and who says it."""
    sentence = context.sentence_at(found.start)
    return Claim(
        type=kind,
        start=found.start,
        end=found.end,
        quote=context.stored[found.start : found.end],
        value=found.value,
        field=context.field,
        segment=context.section_at(found.start),
        sentence_start=min(sentence.start, found.start),
        sentence_end=max(sentence.end, found.end),
        extractor=name,
        attribution=speakers.of(context.sentence_index(found.start), found.start) if speakers else None,
        flags=found.flags,
    )
