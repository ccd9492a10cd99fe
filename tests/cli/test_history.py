"""``factcheck history`` and ``factcheck undo``, as a user runs them."""

from __future__ import annotations

import csv
import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from factcheck.store import RunCounts, Store
from tests.cli.command import factcheck
from tests.store.making import MADE_BY, harbour
from tests.store.saying import EXTRACTION, NOTE, VERDICT, event, labels_of


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "c.db"
    with Store.open(path, create=True) as store:
        run = store.start_run({}, MADE_BY)
        added = store.add(run, [harbour()])
        store.finish_run(run, RunCounts(1, 1, 0, 0, 0, added.claims))
        store.label(
            [event(3, EXTRACTION, "correct", batch="aaaa1111"), event(3, VERDICT, "refuted", batch="aaaa1111")]
        )
        store.label([event(4, NOTE, "who?\x1b[2J", batch="bbbb2222")])
    return path


def said(db: Path) -> list[str]:
    with Store.open(db, readonly=True) as store:
        return sorted(row["claim_key"] for row in store.export_rows("claims"))


def test_history_has_a_line_a_batch_the_newest_first(db: Path) -> None:
    done = factcheck("history", "--db", db, columns=140)
    assert done.code == 0
    lines = done.out.splitlines()[2:]
    assert [line.split()[5] for line in lines] == ["1", "1"]
    assert "bbbb2222" in lines[0]
    assert "extraction correct, verdict refuted" in lines[1]
    assert "\x1b" not in done.out
    (newest,) = json.loads(factcheck("history", "--db", db, "--json", "--limit", "1").out)
    assert (newest["batch"], newest["annotators"], newest["claims"]) == ("bbbb2222", ["ana"], 1)
    assert factcheck("history", "--db", db, "--annotator", "bo").err == "nothing has been said yet\n"


def test_history_of_a_claim_has_a_line_a_change(db: Path) -> None:
    factcheck("undo", "--db", db, "--batch", "aaaa")
    with Store.open(db, readonly=True) as store:
        key = store.claim(3).key
    done = factcheck("history", key[:8], "--db", db, columns=140)
    assert [line.split()[2:4] for line in done.out.splitlines()[2:]] == [
        ["ana", "undo"],
        ["ana", "undo"],
        ["ana", "review"],
        ["ana", "review"],
    ]
    assert done.out.count("taken back") == 2
    rows = json.loads(factcheck("history", key, "--db", db, "--json").out)
    assert [(row["before"], row["after"]) for row in rows if row["field"] == "verdict"] == [
        ("refuted", None),
        (None, "refuted"),
    ]


def test_undo_takes_back_the_last_batch_and_then_the_one_before(db: Path) -> None:
    dry = factcheck("undo", "--db", db, "--annotator", "ana", "--dry-run")
    assert (dry.code, dry.out) == (0, "1 label on 1 claim to take back\n")
    assert "note who?" in dry.err
    assert "\x1b" not in dry.err
    assert len(said(db)) == 2
    assert factcheck("undo", "--db", db, "--annotator", "ana").out == "1 label on 1 claim taken back\n"
    assert factcheck("undo", "--db", db, "--annotator", "ana").out == "2 labels on 1 claim taken back\n"
    assert said(db) == []
    again = factcheck("undo", "--db", db, "--annotator", "ana")
    assert (again.code, again.out) == (0, "0 labels on 0 claims taken back\n")
    assert "ana said nothing that stands" in again.err


@pytest.mark.parametrize("words", ["10 minutes ago", "yesterday 17:00", "2001-02-03", "2001-02-03T04:05+05:30"])
def test_undo_to_a_time_says_the_moment_that_it_understood(db: Path, words: str) -> None:
    done = factcheck("undo", "--db", db, "--annotator", "ana", "--to", words)
    assert done.out == "3 labels on 2 claims taken back\n"
    moment = datetime.fromisoformat(done.err.strip().removeprefix("all that ana said after "))
    assert moment.tzinfo is not None
    assert moment < datetime.now().astimezone() - timedelta(minutes=9)
    with Store.open(db) as store:
        assert len(store.redo("ana")) == 3
        assert labels_of(store, 3) is not None


def test_undo_to_a_moment_between_two_labels_leaves_the_first(db: Path) -> None:
    with Store.open(db, readonly=True) as store:
        between = store.events(3)[1].at
    assert factcheck("undo", "--db", db, "--annotator", "ana", "--to", between).out.startswith("1 label on 1 claim")
    assert len(said(db)) == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--to", "when pigs fly"), "'when pigs fly' is no time; give one as"),
        (("--to", "2999-01-01"), "is still to come"),
        (("--batch", "cccc"), "no batch has the id 'cccc'"),
        (("--batch", "aaaa", "--to", "yesterday"), "give one of them"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_taken_back(
    db: Path, arguments: tuple[str, ...], reason: str
) -> None:
    done = factcheck("undo", "--db", db, "--annotator", "ana", *arguments)
    assert done.code == 2
    assert reason in done.err
    assert len(said(db)) == 2


def test_an_import_of_several_annotators_is_undone_as_a_whole(db: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "labels.csv"
    factcheck("export", "--db", db, "--all", "-o", sheet)
    with sheet.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        row |= {"annotator": ("bo", "cy")[number % 2], "check_worthiness": "unimportant", "labelled_at": ""}
        row |= {"extraction": "", "verdict": "", "note": ""}
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert factcheck("import", sheet, "--db", db).code == 0
    (newest,) = json.loads(factcheck("history", "--db", db, "--json", "--limit", "1").out)
    assert (newest["origin"], newest["annotators"], newest["events"]) == ("import", ["bo", "cy"], 6)
    done = factcheck("undo", "--db", db, "--batch", newest["batch"][:8])
    assert done.out == "6 labels on 6 claims taken back\n"
    assert len(said(db)) == 2
    assert factcheck("doctor", "--db", db).code == 0
