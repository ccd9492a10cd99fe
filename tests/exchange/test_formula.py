"""No spreadsheet meets a formula in an exported cell, and what the guard adds can be taken off again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.exchange.formula import guard, unguard


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "%1", "|calc", "'=1"],
)
def test_a_cell_that_a_spreadsheet_would_act_on_starts_with_an_apostrophe(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["", "12", "at least 12", "a=b", "mother-in-law", "it's"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert guard(text) == text


@given(st.one_of(st.text(), st.text(alphabet="=+-@'\t\r\n \N{NO-BREAK SPACE}a")))
@example("''")
@example("' =")
def test_unguarding_gives_back_every_text(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.text(alphabet="=+-@'\t\r\n ＝＋－＠|%a\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"))
def test_no_guarded_cell_starts_as_a_formula_does(text: str) -> None:
    first = guard(text).lstrip()[:1]
    assert first not in set("=+-@＝＋－＠|%")
