from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import SpanRef
from factcheck.review.corrections.splitting import first_part, joined

TEXT = "Seen: Ada Moor, Ben Lund and Cleo Park; 12 killed or 30 hurt in Rand and Thousand Isles."


def span(words: str) -> SpanRef:
    start = TEXT.index(words)
    return SpanRef("text", start, start + len(words))


def words(found: SpanRef | None) -> str | None:
    return None if found is None else TEXT[found.start : found.end]


@pytest.mark.parametrize(
    ("whole", "second", "first"),
    [
        ("Ada Moor, Ben Lund and Cleo Park", "Cleo Park", "Ada Moor, Ben Lund"),
        ("Ada Moor, Ben Lund and Cleo Park", "Ben Lund and Cleo Park", "Ada Moor"),
        ("Ada Moor, Ben Lund and Cleo Park", "Ada Moor", "Ben Lund and Cleo Park"),
        ("12 killed or 30", "30", "12 killed"),
        ("12 killed or 30", "30 hurt", "12 killed"),
        ("Rand and Thousand", "Thousand", "Rand"),
        ("Cleo Park", "12", "Cleo Park"),
        ("Cleo Park", "Cleo Park; 12", None),
    ],
)
def test_the_first_part_is_what_the_second_leaves(whole: str, second: str, first: str | None) -> None:
    assert words(first_part(TEXT, span(whole), span(second))) == first


def test_claims_are_joined_with_what_stands_between_them() -> None:
    assert words(joined(span("Ben Lund"), span("Ada Moor"))) == "Ada Moor, Ben Lund"
    assert joined(span("Ben Lund"), SpanRef("title", 0, 4)) is None


@given(st.text(alphabet="ab, and", min_size=1, max_size=40), st.data())
def test_both_parts_lie_in_the_whole_and_apart(text: str, data: st.DataObject) -> None:
    def drawn() -> SpanRef:
        start = data.draw(st.integers(0, len(text) - 1))
        return SpanRef("text", start, data.draw(st.integers(start + 1, len(text))))

    whole, second = drawn(), drawn()
    first = first_part(text, whole, second)
    if first is not None:
        assert whole.start <= first.start < first.end <= whole.end
        assert first == whole or first.end <= second.start or second.end <= first.start
