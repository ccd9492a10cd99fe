from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.grammar.text import display_line
from factcheck.tui.wrap import fit, wrap

paragraphs = st.text(max_size=400).map(display_line) | st.text("ab 漢é🙂\u0301", max_size=400)


@given(paragraphs, st.integers(1, 80))
def test_lines_tile_the_text_and_fit(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    assert all(before[1] == after[0] for before, after in pairwise(lines))
    for start, end in lines:
        assert cell_len(text[start:end].rstrip()) <= max(width, 2)  # a wide letter in one cell cannot be helped


@given(paragraphs, st.integers(1, 80))
def test_every_line_of_a_text_holds_something(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert len(lines) == 1 or all(end > start for start, end in lines)


def test_words_are_kept_whole_where_they_can_be() -> None:
    text = "at least 12 people"
    assert [text[start:end] for start, end in wrap(text, 9)] == ["at least ", "12 people"]
    text = "an incomprehensibility of it"
    assert [text[start:end] for start, end in wrap(text, 10)] == ["an ", "incomprehe", "nsibility ", "of it"]


def test_it_takes_linear_time() -> None:
    began = time.process_time()
    for text in ("x" * 300_000, "a " * 150_000, " " * 300_000, "漢" * 150_000):
        wrap(text, 60)
    assert time.process_time() - began < 5


@given(paragraphs, st.integers(0, 60))
def test_a_cell_is_exactly_as_wide_as_its_column(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


def test_what_is_cut_ends_with_an_ellipsis() -> None:
    assert fit("hundreds", 5) == "hund…"
    assert fit("漢字漢字", 4) == "漢… "
    assert fit("dozens", 8) == "dozens  "
