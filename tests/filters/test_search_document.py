"""docs/search.md says what the table of fields says, and its examples can be read."""

import re
from datetime import date
from pathlib import Path

import pytest

from factcheck import filters
from factcheck.errors import SearchError
from factcheck.filters import FIELDS, SearchField
from factcheck.filters.fields import JUDGED_FIELDS, LABEL_FIELDS, QUEUE_FIELDS
from factcheck.model import ClaimType, Order, ReviewState, SectionKind

DOCUMENT = (Path(__file__).parents[2] / "docs" / "search.md").read_text("utf-8")
TODAY = date(2031, 5, 14)


def row(field: SearchField) -> str:
    takes = ", ".join(f"`{choice}`" for choice in field.choices) if field.choices else field.takes.value
    special = "".join(f", `{word}`" for word in field.special)
    comparisons = "; " + " ".join(f"`{operator}`" for operator in field.operators) if len(field.operators) > 2 else ""
    return f"| `{field.name}` | {takes}{special}{comparisons} | {field.meaning} | `{field.example}` |"


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_the_document_has_each_field_as_the_table_has_it(field: SearchField) -> None:
    assert row(field) in DOCUMENT.splitlines()


def test_the_document_has_no_field_that_the_table_has_not() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", DOCUMENT.partition("## Fields")[2], re.MULTILINE)
    assert rows == list(FIELDS)


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_each_example_is_read_and_every_closed_value(field: SearchField) -> None:
    filters.parse(field.example, annotator="ana", today=TODAY)
    for value in (*(field.choices or ()), *field.special):
        filters.parse(f"{field.name}:{value}", annotator="ana", today=TODAY)


def test_each_search_in_the_text_is_read() -> None:
    searches = [code for code in re.findall(r"`([^`\n]+)`", DOCUMENT.partition("## Fields")[0]) if ":" in code]
    assert len(searches) > 10
    for search in searches:
        if search != ":":
            filters.parse(search, annotator="ana", today=TODAY)


def test_the_document_shows_the_message_as_it_is() -> None:
    with pytest.raises(SearchError) as caught:
        filters.parse("type:casual", annotator=None, today=TODAY)
    assert str(caught.value) in DOCUMENT


@pytest.mark.parametrize(
    ("name", "values"),
    [("type", ClaimType), ("section", SectionKind), ("state", ReviewState), ("order", Order)],
)
def test_closed_lists_are_those_of_the_model(name: str, values: type) -> None:
    assert list(FIELDS[name].choices or ()) == [value.value for value in values]  # type: ignore[attr-defined]


def test_the_sets_of_fields_name_fields() -> None:
    assert JUDGED_FIELDS | set(LABEL_FIELDS) | QUEUE_FIELDS <= set(FIELDS)
