from __future__ import annotations

import json

import pytest

from factcheck.model import Casualty, ClaimType, Labels, SpanRef, ViewCount
from factcheck.review.corrections.corrected import corrected
from factcheck.values import span_to_json, to_json
from tests.tui.desk import article, claim

ARTICLE = article("a.txt", "At least 12 people were killed.")
CLAIM = claim(ARTICLE, "At least 12", Casualty("killed", 12, None, ">="))
OWN = SpanRef("text", 0, 11)


def said(**words: str) -> Labels:
    return Labels(1, "anna", **words)


def test_without_corrections_it_is_the_extractors_own() -> None:
    found = corrected(CLAIM, None, ARTICLE)
    assert (found.type, found.span, found.value) == (ClaimType.CASUALTY, OWN, CLAIM.value)
    assert corrected(CLAIM, said(extraction="wrong_value"), ARTICLE) == found


def test_each_correction_takes_the_place_of_a_part() -> None:
    value, span = Casualty("killed", 12, 12, "="), SpanRef("text", 9, 11)
    labels = said(corrected_value=json.dumps(to_json(value)), corrected_span=span_to_json(span))
    found = corrected(CLAIM, labels, ARTICLE)
    assert (found.type, found.span, found.value) == (ClaimType.CASUALTY, span, value)


def test_the_extractors_value_is_none_of_another_type() -> None:
    assert corrected(CLAIM, said(corrected_type="date"), ARTICLE).value is None
    views = ViewCount("views", 12, 12, "=")
    found = corrected(CLAIM, said(corrected_type="view_count", corrected_value=json.dumps(to_json(views))), ARTICLE)
    assert (found.type, found.value) == (ClaimType.VIEW_COUNT, views)


@pytest.mark.parametrize(
    "labels",
    [
        said(corrected_value="12"),
        said(corrected_value="[" * 100_000),
        said(corrected_value='{"effect": "killed"}'),
        said(corrected_span="{}"),
        said(corrected_span='{"field": "text", "start": 3, "end": 900}'),
        said(corrected_span='{"field": "footnote", "start": 3, "end": 9}'),
        said(corrected_type="rumour"),
    ],
)
def test_a_correction_that_makes_no_sense_counts_for_nothing(labels: Labels) -> None:
    found = corrected(CLAIM, labels, ARTICLE)
    assert (found.type, found.span, found.value) == (ClaimType.CASUALTY, OWN, CLAIM.value)
