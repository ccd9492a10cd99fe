"""Corrections beyond a label: a claim with them, and where they come from: one key, words written, words marked."""

from factcheck.review.corrections.wording import (
    Correction,
    as_json,
    as_words,
    correction_in_words,
    example,
    read_correction,
)

__all__ = ["Correction", "as_json", "as_words", "correction_in_words", "example", "read_correction"]
