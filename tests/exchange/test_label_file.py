"""Edited labels are read back from whatever a spreadsheet program saved, row by row."""

from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.exchange.label_file import LabelRow, read_labels
from factcheck.model import LabelField, Reject


def _file(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "labels.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_only_the_label_columns_of_the_file_are_read(tmp_path: Path) -> None:
    path = _file(tmp_path, "claim_key,quote,annotator,verdict,note\r\nab12,=1,ana,refuted,\r\n")
    assert list(read_labels(path)) == [
        LabelRow(2, "ab12", "ana", {LabelField.VERDICT: "refuted", LabelField.NOTE: None}, None)
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiters_of_spreadsheet_programs_are_understood(tmp_path: Path, delimiter: str) -> None:
    path = _file(tmp_path, delimiter.join(["claim_key", "annotator", "note"]) + "\n" + delimiter.join("abc"))
    assert list(read_labels(path)) == [LabelRow(2, "a", "b", {LabelField.NOTE: "c"}, None)]


def test_a_guarded_sheet_loses_its_guard(tmp_path: Path) -> None:
    path = _file(tmp_path, "claim_key,note\r\nab12,'=so it says\r\n", "utf-8-sig")
    (row,) = read_labels(path)
    assert isinstance(row, LabelRow)
    assert row.labels[LabelField.NOTE] == "=so it says"


def test_an_apostrophe_of_an_unguarded_file_is_the_annotators_own(tmp_path: Path) -> None:
    (row,) = read_labels(_file(tmp_path, "claim_key,note\r\nab12,'=so\r\n"))
    assert isinstance(row, LabelRow)
    assert row.labels[LabelField.NOTE] == "'=so"


def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    path = _file(tmp_path, 'claim_key,note\nk1,"two\nlines"\nk2,x\nk3\n')
    rows = list(read_labels(path))
    assert [row.line for row in rows] == [2, 4, 5]
    assert rows[2] == Reject("labels.csv", "1 cells, but the heading has 2", 5)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("k1,maybe,", "verdict is 'maybe'"),
        ("k1,,{", "corrected_value is not JSON"),
        (" ,refuted,", "the claim_key is empty"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(tmp_path: Path, cells: str, reason: str) -> None:
    (row,) = read_labels(_file(tmp_path, f"claim_key,verdict,corrected_value\n{cells}\n"))
    assert isinstance(row, Reject)
    assert row.reason.startswith(reason)
    assert row.line == 2


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("corrected_type", "rumour", "corrected_type is 'rumour'; it can be view_count, casualty"),
        ("corrected_span", "3-9", "corrected_span is not a JSON object with field, start and end"),
        ("corrected_span", '"{""field"": ""body"", ""start"": 3, ""end"": 9}"', "corrected_span is not"),
        ("corrected_span", '"{""field"": ""text"", ""start"": 9, ""end"": 3}"', "corrected_span is not"),
        ("corrected_value", "[" * 100_000, "corrected_value is not JSON"),
    ],
)
def test_a_correction_of_another_shape_says_why(tmp_path: Path, column: str, cell: str, reason: str) -> None:
    (row,) = read_labels(_file(tmp_path, f"claim_key,{column}\nk1,{cell}\n"))
    assert isinstance(row, Reject)
    assert row.reason.startswith(reason)


def test_corrections_are_read_and_what_only_the_desk_says_is_not(tmp_path: Path) -> None:
    text = "claim_key,corrected_type,corrected_span,duplicate_of,added_by,snoozed_until\n"
    text += 'k1,date,"{""field"": ""text"", ""start"": 3, ""end"": 9}",ab12,ana,2031-05-14\n'
    (row,) = read_labels(_file(tmp_path, text))
    assert isinstance(row, LabelRow)
    assert row.labels == {
        LabelField.CORRECTED_TYPE: "date",
        LabelField.CORRECTED_SPAN: '{"field": "text", "start": 3, "end": 9}',
        LabelField.DUPLICATE_OF: "ab12",
    }


@pytest.mark.parametrize(
    ("text", "encoding", "reason"),
    [
        ("claim_key,note\nk,caf\N{LATIN SMALL LETTER E WITH ACUTE}\n", "cp1252", "not UTF-8"),
        ("quote,note\nx,y\n", "utf-8", "needs a claim_key column"),
        ("claim_key,quote\nx,y\n", "utf-8", "needs a claim_key column and at least one of"),
        ('claim_key,note\nk,"never closed\n', "utf-8", "not a CSV file"),
        ("", "utf-8", "needs a claim_key column"),
    ],
)
def test_a_file_that_is_no_label_file_is_refused_by_name(
    tmp_path: Path, text: str, encoding: str, reason: str
) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        list(read_labels(_file(tmp_path, text, encoding)))
    assert caught.value.source == "labels.csv"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.csv: No such file"):
        list(read_labels(tmp_path / "absent.csv"))
