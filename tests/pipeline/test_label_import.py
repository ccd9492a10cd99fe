"""Edited labels of a file become one batch of events, and what does not fit is rejected row by row."""

from __future__ import annotations

import csv
from pathlib import Path

from factcheck.exchange.columns import CLAIM_COLUMNS
from factcheck.exchange.label_file import read_labels
from factcheck.exchange.tables import write_csv
from factcheck.model import LabelField, SpanRef
from factcheck.pipeline.label_import import LabelImport, import_labels
from factcheck.store import Store
from factcheck.values import span_to_json
from tests.store.conftest import path, store
from tests.store.making import TEXT, missed
from tests.store.saying import event, labels_of

__all__ = ["path", "store"]  # fixtures of the store's tests


def exported(store: Store, sheet: Path) -> list[dict[str, str]]:
    with sheet.open("w", newline="", encoding="utf-8") as file:
        write_csv(file, store.export_rows("claims", labelled_only=False), CLAIM_COLUMNS, excel=False)
    with sheet.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def imported(store: Store, sheet: Path, rows: list[dict[str, str]]) -> LabelImport:
    with sheet.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, CLAIM_COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return import_labels(store, read_labels(sheet), source=sheet.name, annotator="bo")


def test_every_correction_goes_out_and_comes_back(store: Store, tmp_path: Path) -> None:
    sheet = tmp_path / "claims.csv"
    said = {
        LabelField.EXTRACTION: "wrong_type",
        LabelField.CORRECTED_TYPE: "date",
        LabelField.CORRECTED_SPAN: span_to_json(SpanRef("text", 3, 9)),
        LabelField.DUPLICATE_OF: store.claim(3).key,
        LabelField.CORRECTED_VALUE: '{"timex": "2031"}',
    }
    store.label([event(1, field, value) for field, value in said.items()])
    before = labels_of(store, 1)
    store.add_claim(missed(), 1, "ana")
    rows = exported(store, sheet)
    assert {field: rows[0][field.value] for field in said} == said
    assert [row["added_by"] for row in rows] == ["", "", "", "ana", "", "", ""]
    assert imported(store, sheet, rows).changed == 0
    store.undo("ana")
    store.undo("ana")
    assert labels_of(store, 1) is None
    for row in rows:
        row["labelled_at"] = ""
    done = imported(store, sheet, rows[:1])
    assert (done.changed, done.rejects) == (1, ())
    after = labels_of(store, 1)
    assert before is not None
    assert after is not None
    assert all(getattr(after, field.value) == getattr(before, field.value) for field in said)
    assert len(store.undo_batch(done.events[0].batch)) == len(said)


def test_a_label_that_stands_no_longer_is_rejected_with_the_way_to_say_it_anew(store: Store, tmp_path: Path) -> None:
    store.label([event(1, LabelField.VERDICT, "refuted")])
    rows = exported(store, tmp_path / "claims.csv")
    store.undo("ana")
    (reject,) = imported(store, tmp_path / "claims.csv", rows[:1]).rejects
    assert "does not stand here" in reject.reason
    assert "labelled_at emptied" in reject.reason


def test_a_span_written_with_other_blanks_is_the_same_span(store: Store, tmp_path: Path) -> None:
    store.label([event(1, LabelField.CORRECTED_SPAN, span_to_json(SpanRef("text", 3, 9)))])
    rows = exported(store, tmp_path / "claims.csv")
    rows[0]["corrected_span"] = '{"end":9,"start":3,"field":"text"}'
    assert imported(store, tmp_path / "claims.csv", rows).changed == 0


def test_a_label_that_does_not_fit_its_claim_rejects_its_row_alone(store: Store, tmp_path: Path) -> None:
    rows = exported(store, tmp_path / "claims.csv")
    rows[0]["corrected_span"] = span_to_json(SpanRef("text", 3, 9_999))
    rows[1]["duplicate_of"] = "f" * 16
    rows[2]["duplicate_of"] = rows[2]["claim_key"]
    rows[3]["extraction"] = "correct"
    rows[4]["corrected_type"] = "rumour"
    done = imported(store, tmp_path / "claims.csv", rows)
    assert (done.read, done.changed, done.unchanged) == (6, 1, 1)
    assert [reject.reason.split(" is ")[0].split(" must ")[0] for reject in done.rejects] == [
        f"corrected_span ends at 9999, but the text has {len(TEXT)} characters",
        "duplicate_of",
        "a claim cannot be a duplicate of itself",
        "corrected_type",
    ]
    assert [reject.line for reject in done.rejects][:2] == [2, 3]
    assert store.stats().events == 1
