"""Short words for types, sections and letters, shared by the queue, the panel and the help."""

from __future__ import annotations

from factcheck.model import ClaimType, LabelField, Labels, SectionKind
from factcheck.review.keys import LETTERS

TYPE_WORDS = {
    ClaimType.VIEW_COUNT: "views",
    ClaimType.CASUALTY: "casualty",
    ClaimType.MEMBERSHIP: "members",
    ClaimType.DATE: "date",
}
"""The types in at most eight characters, for a column."""

SECTION_LETTERS = {
    SectionKind.HEADLINE: "h",
    SectionKind.BODY: " ",
    SectionKind.CAPTION: "c",
    SectionKind.TEASER: "t",
    SectionKind.FURNITURE: "f",
}

LETTER_FIELDS = (LabelField.EXTRACTION, LabelField.VERDICT, LabelField.CHECK_WORTHINESS)
"""The fields that have a column of letters, in the columns' order."""

TONES = {
    "correct": "good",
    "supported": "good",
    "check_worthy": "good",
    "wrong_value": "bad",
    "wrong_span": "bad",
    "wrong_type": "bad",
    "not_a_claim": "bad",
    "refuted": "bad",
}
"""Which colour a choice has beside its letter; those not named are ``mixed``."""


def tone(value: str) -> str:
    """The colour group of a choice: ``good``, ``bad`` or ``mixed``."""
    return TONES.get(value, "mixed")


def letters(labels: Labels | None) -> list[tuple[str, str]]:
    """One letter and its tone for each column; a blank with no tone where nothing is said."""
    return [_letter(field, getattr(labels, field.value) if labels else None) for field in LETTER_FIELDS]


def _letter(field: LabelField, value: str | None) -> tuple[str, str]:
    if value is None:
        return " ", ""
    # A newer label scheme may hold choices that this table does not: their first letter is better than a crash.
    return LETTERS.get((field, value), value[:1].upper() or " "), tone(value)
