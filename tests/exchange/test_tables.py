"""CSV that spreadsheets, pandas and the csv module read back as what was written."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exchange.columns import ARTICLE_COLUMNS, CLAIM_COLUMNS, COLUMNS
from factcheck.exchange.formula import unguard
from factcheck.exchange.tables import BOM, write_csv


def _written(rows: list[dict[str, Any]], columns: tuple[str, ...], *, excel: bool = False) -> str:
    file = io.StringIO(newline="")
    assert write_csv(file, rows, columns, excel=excel) == len(rows)
    return file.getvalue()


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_any_text_comes_back_unchanged(cells: list[tuple[str, str]]) -> None:
    rows = [{"quote": quote, "note": note} for quote, note in cells]
    assert _read(_written(rows, ("quote", "note")))[1:] == [list(pair) for pair in cells]


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_any_text_comes_back_from_a_guarded_sheet(cells: list[tuple[str, str]]) -> None:
    written = _written([{"quote": quote, "note": note} for quote, note in cells], ("quote", "note"), excel=True)
    assert written.startswith(BOM)
    back = [[unguard(cell) for cell in row] for row in _read(written.removeprefix(BOM))]
    assert back[1:] == [list(pair) for pair in cells]


def test_lines_end_as_the_standard_says() -> None:
    assert _written([{"quote": 'say "so"'}], ("quote",)) == 'quote\r\n"say ""so"""\r\n'


def test_numbers_stay_numbers_behind_the_guard() -> None:
    row = {"low": -5.0, "high": 2.5, "quote": "-5", "optional": True}
    assert _read(_written([row], ("low", "high", "quote", "optional"), excel=True))[1] == ["-5", "2.5", "'-5", "1"]


def test_lists_and_objects_are_readable_cells() -> None:
    row = {
        "members": ["Ada", "Byron"],
        "flags": [],
        "metadata": {"desk": "Zürich"},
        "attribution": {"surface": "she", "resolved": None, "cue": "said"},
    }
    columns = ("members", "flags", "metadata", "attributed_to", "attributed_name", "attribution_cue")
    cells = _read(_written([row], columns))[1]
    assert cells[:2] == ["Ada; Byron", ""]
    assert json.loads(cells[2]) == {"desk": "Zürich"}
    assert cells[3:] == ["she", "", "said"]


@pytest.mark.parametrize("columns", COLUMNS.values(), ids=COLUMNS)
def test_no_column_is_there_twice(columns: tuple[str, ...]) -> None:
    assert len(columns) == len(set(columns))


def test_the_first_columns_say_which_claim_and_article() -> None:
    assert CLAIM_COLUMNS[:2] == ("source_id", "claim_key")
    assert ARTICLE_COLUMNS[:2] == ("source_id", "sha256")
