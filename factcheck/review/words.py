"""What was said of a claim in words and letters, and short words for types and sections: the same on every screen."""

from __future__ import annotations

from factcheck.model import Article, ClaimType, LabelField, Labels, SectionKind
from factcheck.review.corrections import correction_in_words
from factcheck.review.facts import shown
from factcheck.review.keys import LETTERS
from factcheck.values import span_from_json

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

_FIELD_NAMES = {
    LabelField.CORRECTED_VALUE: "right value",
    LabelField.CORRECTED_TYPE: "right type",
    LabelField.CORRECTED_SPAN: "right words",
    LabelField.DUPLICATE_OF: "same as",
    LabelField.CHECK_WORTHINESS: "check-worthiness",
    LabelField.SNOOZED_UNTIL: "put off until",
}


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


def word(field: LabelField, value: str | None, kind: ClaimType, article: Article | None = None) -> str:
    """What was said in one field: "not a claim", "right value: at least 15 killed", "verdict taken off"."""
    name = _FIELD_NAMES.get(field, field.value.replace("_", " "))
    if value is None:
        return f"{name} taken off"
    match field:
        case LabelField.EXTRACTION | LabelField.VERDICT | LabelField.CHECK_WORTHINESS:
            return shown(value.replace("_", " "))
        case LabelField.CONFIDENCE:
            return shown(f"{value} confidence")
        case LabelField.CORRECTED_VALUE:
            return f"{name}: {shown(correction_in_words(kind, value))}"
        case LabelField.CORRECTED_SPAN if article is not None:
            return f"{name}: {shown(_words_of(value, article))}"
        case _:
            return f"{name}: {shown(value.replace('_', ' ') if field is LabelField.CORRECTED_TYPE else value)}"


def _words_of(span_json: str, article: Article) -> str:
    try:
        span = span_from_json(span_json)
    except (ValueError, KeyError, TypeError):
        return span_json
    return article.string(span.field)[span.start : span.end]
