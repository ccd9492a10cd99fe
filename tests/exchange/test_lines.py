"""JSON Lines: one claim a line with everybody's labels in it."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exchange.lines import claim_records, write_jsonl


def _row(key: str, annotator: str | None, **labels: str) -> dict[str, Any]:
    return {"article_sha256": "a" * 64, "claim_key": key, "source_id": "s", "annotator": annotator} | labels


def test_a_claim_that_two_people_labelled_is_one_record() -> None:
    rows = [
        _row("k1", "ana", extraction="correct", verdict="refuted"),
        _row("k1", "ben", extraction="wrong_value"),
        _row("k2", None),
    ]
    first, second = claim_records(rows)
    assert first["labels"] == [
        {"annotator": "ana", "extraction": "correct", "verdict": "refuted"},
        {"annotator": "ben", "extraction": "wrong_value"},
    ]
    assert second["claim_key"] == "k2"
    assert second["labels"] == []


def test_a_record_holds_corrections_and_who_put_the_claim_in_where_there_are_any() -> None:
    rows = [
        _row("k1", "ana", corrected_type="date", duplicate_of="k2", snoozed_until="2031-05-14T08:00:00Z")
        | {"added_by": "ana"},
        _row("k2", None) | {"added_by": None},
    ]
    first, second = claim_records(rows)
    assert first["added_by"] == "ana"
    assert first["labels"] == [{"annotator": "ana", "corrected_type": "date", "duplicate_of": "k2"}]
    assert "added_by" not in second


@given(st.lists(st.dictionaries(st.text(), st.text(alphabet=st.characters(exclude_categories=["Cs"])))))
def test_records_come_back_one_a_line(records: list[dict[str, str]]) -> None:
    records = [{str(index): value for index, value in enumerate(record.values())} for record in records]
    file = io.StringIO(newline="")
    assert write_jsonl(file, records) == len(records)
    assert [json.loads(line) for line in file.getvalue().split("\n")[:-1]] == records


def test_a_number_that_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_jsonl(io.StringIO(), [{"low": float("nan")}])
