from __future__ import annotations

import csv
import io
import json
from itertools import islice
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.exchange.columns import CLAIM_COLUMNS, COLUMNS
from factcheck.exchange.lines import claim_records
from factcheck.exchange.tables import BOM, write_csv
from factcheck.model import Casualty, LabelField
from factcheck.store import Store, db
from factcheck.store.labels import new_event
from factcheck.values import to_json
from tests.store.making import MADE_BY, article_of, claim_at, harbour, killed


def say(store: Store, annotator: str, claim_id: int, field: LabelField, value: str | None) -> None:
    store.label([new_event(claim_id, annotator, field, value, batch=f"{annotator}{claim_id}", origin="review")])


def test_every_claim_has_a_row_for_each_annotator(store: Store) -> None:
    say(store, "bo", 3, LabelField.VERDICT, "refuted")
    say(store, "ana", 3, LabelField.EXTRACTION, "correct")
    say(store, "ana", 5, LabelField.NOTE, "gone")
    store.undo("ana")
    labelled = [(row["claim_key"], row["annotator"]) for row in store.export_rows("claims")]
    key = store.claim(3).key
    assert labelled == [(key, "ana"), (key, "bo")]
    everything = list(store.export_rows("claims", labelled_only=False))
    assert len(everything) == 7
    assert [row["annotator"] for row in everything] == [None, None, "ana", "bo", None, None, None]


def test_a_row_has_what_the_files_need(store: Store) -> None:
    say(store, "ana", 4, LabelField.EXTRACTION, "correct")
    (row,) = store.export_rows("claims")
    article, claims = harbour()
    assert row["members"] == ["Arda", "Bruun", "Celle"]
    assert (row["group"], row["stated_count"], row["relation"]) == ("The Velm Pact", 3, "members")
    assert (row["title"], row["published"], row["published_source"]) == (article.title, "2031-05-14", "meta")
    assert row["value"] == to_json(claims[3].value)
    assert (row["article_sha256"], row["extraction"], row["verdict"]) == (article.sha256, "correct", None)
    assert row["labelled_at"]


def test_rows_of_every_type_know_only_columns_that_there_are(store: Store) -> None:
    beyond = {"article_sha256", "sentence_start", "sentence_end", "value", "attribution"}
    for table in ("claims", "articles", "sections"):
        columns = COLUMNS[table]
        for row in store.export_rows(table, labelled_only=False):
            assert set(row) - set(columns) <= beyond
    rows = list(store.export_rows("claims", labelled_only=False))
    assert (rows[1]["date_start"], rows[1]["date_end"], rows[1]["timex"]) == (
        "2031-05-13",
        "2031-05-13",
        "2031-05-13",
    )
    assert (rows[2]["low"], rows[2]["high"], rows[2]["comparator"]) == (12, None, ">=")
    assert rows[2]["attribution"]["surface"] == "the port"


def test_all_that_a_casualty_says_has_its_column_and_a_place_runs_no_formula(store: Store) -> None:
    text = article_of("Of 12 killed in Velm, 3 were children.", name="parts")
    value = Casualty(
        *("killed", 3, 3, "="),
        role="child",
        includes_perpetrator="no",
        part_of=(3, 5),
        place="=HYPERLINK(1)",
        when="2031-05-13TMO",
        scope="event",
        certainty="confirmed",
    )
    store.add(store.start_run({}, MADE_BY), [(text, [claim_at(text, "3", value)])])
    file = io.StringIO(newline="")
    rows = [row for row in store.export_rows("claims", labelled_only=False) if row["source_id"] == "parts"]
    write_csv(file, rows, CLAIM_COLUMNS, excel=True)
    (row,) = csv.DictReader(io.StringIO(file.getvalue().removeprefix(BOM), newline=""))
    said = ("role", "includes_perpetrator", "part_of", "place", "when", "scope", "certainty")
    assert [row[name] for name in said] == [
        *("child", "no", "[3, 5]", "'=HYPERLINK(1)", "2031-05-13TMO", "event", "confirmed")
    ]
    assert text.text[slice(*json.loads(row["part_of"]))] == "12"


def test_rows_become_lossless_records(store: Store) -> None:
    say(store, "ana", 1, LabelField.EXTRACTION, "correct")
    say(store, "bo", 1, LabelField.EXTRACTION, "duplicate")
    records = list(claim_records(store.export_rows("claims", labelled_only=False)))
    assert [record["quote"] for record in records] == [claim.quote for claim in harbour()[1]]
    assert [one["annotator"] for one in records[0]["labels"]] == ["ana", "bo"]


def test_articles_and_sections_are_exported(store: Store) -> None:
    first, second = store.export_rows("articles")
    assert (first["characters"], first["claims"], first["metadata"]) == (
        len(harbour()[0].text),
        6,
        {"desk": "ports", "words": 40},
    )
    assert (first["published_inferred"], first["flags"]) == (False, ["dates_disagree"])
    assert (second["published"], second["published_inferred"], second["claims"]) == (None, None, 0)
    sections = list(store.export_rows("sections"))
    assert [(row["source_id"], row["kind"]) for row in sections[:2]] == [
        ("port/harbour.txt", "body"),
        ("port/harbour.txt", "teaser"),
    ]
    assert sections[0]["end"] == sections[1]["start"]


def test_an_unknown_table_is_refused_at_once(store: Store) -> None:
    with pytest.raises(UsageError, match="no table is called 'people'"):
        store.export_rows("people")


def test_an_export_shows_one_state_while_others_write(store: Store, path: Path) -> None:
    run = store.start_run({}, MADE_BY)
    texts = [article_of(f"A fire killed {number} people.", name=f"{number}") for number in range(1000, 1700)]
    store.add(run, [(text, [claim_at(text, text.text[14:18], killed(1))]) for text in texts])
    rows = store.export_rows("claims", labelled_only=False)
    seen = list(islice(rows, 3))
    with Store.open(path) as other:
        late = article_of("A storm killed 9 people.", name="late")
        other.add(run, [(late, [claim_at(late, "9", killed(9))])])
        say(other, "bo", 700, LabelField.NOTE, "late")
    seen += rows
    assert len(seen) == 706
    assert {row["annotator"] for row in seen} == {None}
    assert len(list(store.export_rows("claims", labelled_only=False))) == 707


def test_an_export_that_is_read_slowly_keeps_no_writer_waiting_for_a_rollback_journal(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "wal_is_safe", lambda _: False)
    monkeypatch.setattr(db, "LOCK_SECONDS", 0.05)
    with Store.open(path, create=True) as store:
        run = store.start_run({}, MADE_BY)
        store.add(run, [harbour()])
        rows = store.export_rows("claims", labelled_only=False)
        seen = [next(rows)]
        say(store, "ana", 1, LabelField.NOTE, "meanwhile")
        seen += rows
        assert {row["annotator"] for row in seen} == {None}
        assert len(list(store.export_rows("claims"))) == 1


def test_an_export_left_in_the_middle_keeps_nobody_waiting(store: Store) -> None:
    rows = store.export_rows("claims", labelled_only=False)
    next(rows)
    rows.close()  # type: ignore[attr-defined]  # it is a generator, and closing it is what a caller's break does
    say(store, "ana", 1, LabelField.NOTE, "on we go")
    assert len(list(store.export_rows("claims"))) == 1
