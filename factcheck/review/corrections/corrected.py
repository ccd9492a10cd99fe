"""A claim as an annotator's corrections say that it is; what the extractor found stays beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import (
    Article,
    Casualty,
    Claim,
    ClaimType,
    DateValue,
    Labels,
    Membership,
    SpanRef,
    Value,
    ViewCount,
)
from factcheck.values import from_json, span_from_json

_ILL_FORMED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading a label may raise that another tool has written."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """Type, words and value of a claim with the corrections that stand in place of what was extracted.

    ``value`` is ``None`` where the type was put right and no value of that type has been given.
    """

    type: ClaimType
    span: SpanRef
    value: Value | None


def corrected(claim: Claim, labels: Labels | None, article: Article) -> Corrected:
    """The claim as the labels put it right; a correction that makes no sense there counts for nothing."""
    span = corrected_span(labels)
    if span is None or span.end > len(article.string(span.field)):
        span = SpanRef(claim.field, claim.start, claim.end)
    kind = corrected_type(labels) or claim.type
    own = claim.value if kind is claim.type else None
    return Corrected(kind, span, corrected_value(kind, labels) or own)


def corrected_type(labels: Labels | None) -> ClaimType | None:
    """The right type that stands, if one does."""
    said = labels.corrected_type if labels is not None else None
    return ClaimType(said) if said in set(ClaimType) else None


def corrected_span(labels: Labels | None) -> SpanRef | None:
    """The right words that stand, if any do."""
    try:
        return span_from_json(labels.corrected_span) if labels is not None and labels.corrected_span else None
    except _ILL_FORMED:
        return None


def corrected_value(kind: ClaimType, labels: Labels | None) -> Value | None:
    """The right value that stands, if one of this type does."""
    try:
        return from_json(kind, json.loads(labels.corrected_value)) if labels and labels.corrected_value else None
    except _ILL_FORMED:
        return None


PATTERNS: Mapping[ClaimType, Value] = {
    ClaimType.CASUALTY: Casualty("killed", None, None, "="),
    ClaimType.VIEW_COUNT: ViewCount("views", None, None, "="),
    ClaimType.MEMBERSHIP: Membership("", "members", None),
    ClaimType.DATE: DateValue("", "DATE", None, None, None),
}
"""What is corrected where the type was put right and no value is known yet."""
