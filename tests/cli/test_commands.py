"""The commands one after the other, as a user runs them."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import factcheck

ARTICLE = """Two killed as kiln explodes

Thursday, 24 November 2022

A kiln exploded on Wednesday, killing two people, police said. [/b]\x1b]0;owned\x07
A video of it was viewed more than 1.2 million times.
"""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "kiln.txt").write_text(ARTICLE)
    assert factcheck("extract", "kiln.txt", "--db", "c.db", cwd=tmp_path).code == 0
    return tmp_path / "c.db"


def test_extract_prints_a_table_and_a_second_run_says_that_nothing_changed(db: Path) -> None:
    again = factcheck("extract", db.parent / "kiln.txt", "--db", db)
    assert again.code == 0
    assert [line.split() for line in again.out.splitlines()[:4]] == [
        ["articles", "read", "1"],
        ["stored", "0"],
        ["unchanged", "1"],
        ["rejected", "0"],
    ]
    assert "casualty" in again.out
    assert "view_count" in again.out


def test_list_and_show_find_a_claim_and_print_nothing_that_a_terminal_obeys(db: Path) -> None:
    listed = factcheck("list", "--db", db, "--type", "casualty", "--section", "body")
    assert "2 killed" in listed.out
    key = listed.out.splitlines()[-1].split()[0]
    shown = factcheck("show", key, "--db", db)
    assert "killing two people" in shown.out
    assert "police" in shown.out
    assert "2022-11-24" in shown.out
    assert not {"\x1b", "\x07"} & set(listed.out + shown.out)
    record = json.loads(factcheck("show", key, "--db", db, "--json").out)
    assert record["value"]["low"] == 2


def test_search_words_that_are_syntax_elsewhere_are_only_words(db: Path) -> None:
    for words in ('"', "kiln AND", "viewed*", "NEAR(", "video"):
        assert factcheck("list", "--db", db, "--text", words).code == 0
    assert "view_count" in factcheck("list", "--db", db, "--text", "video").out


def test_labels_go_out_are_edited_and_come_back(db: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "claims.csv"
    assert factcheck("export", "--db", db, "--all", "--excel", "-o", sheet).code == 0
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["type"] == "casualty":
            row |= {"annotator": "ana", "extraction": "correct", "verdict": "supported", "note": "rang them"}
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    dry = factcheck("import", sheet, "--db", db, "--dry-run")
    assert dry.code == 0
    assert factcheck("export", "--db", db).out.count("\n") == 1
    done = factcheck("import", sheet, "--db", db)
    assert done.code == 0
    assert " changed" in done.out
    out = list(csv.DictReader(factcheck("export", "--db", db).out.splitlines()))
    assert {(row["annotator"], row["verdict"], row["note"]) for row in out} == {("ana", "supported", "rang them")}
    assert factcheck("import", sheet, "--db", db).code in (0, 1)
    assert len(list(csv.DictReader(factcheck("export", "--db", db).out.splitlines()))) == len(out)


def test_json_lines_are_the_contract_of_claims(db: Path) -> None:
    done = factcheck("export", "--db", db, "--all", "--format", "jsonl")
    records = [json.loads(line) for line in done.out.split("\n")[:-1]]
    assert {record["type"] for record in records} >= {"casualty", "view_count", "date"}
    for record in records:
        assert ARTICLE[record["start"] : record["end"]] == record["quote"]
        assert record["source_id"] == "kiln.txt"
    sections = factcheck("export", "--db", db, "--table", "sections", "--format", "jsonl").out
    spans = [json.loads(line) for line in sections.split("\n")[:-1]]
    assert [set(span) for span in spans] == [{"source_id", "kind", "start", "end"}] * len(spans)
    assert "".join(ARTICLE[span["start"] : span["end"]] for span in spans) == ARTICLE


def test_stats_and_doctor_speak_to_people_and_machines(db: Path) -> None:
    assert "left" in factcheck("stats", "--db", db).out
    assert json.loads(factcheck("stats", "--db", db, "--json").out)["articles"] == 1
    assert "no problem found" in factcheck("doctor", "--db", db).err
    assert json.loads(factcheck("doctor", "--db", db, "--json").out) == {"problems": []}


def test_the_grammars_answer_line_by_line_and_name_the_broken_line() -> None:
    lines = b'{"id": "a", "date": "2022-11-24", "text": "It fell on Wednesday."}\n{"id": "b"}\n'
    done = factcheck("parse", "dates", "-", stdin=lines)
    assert done.code == 1
    (timex,) = json.loads(done.out)["timexes"]
    assert (timex["text"], timex["type"], timex["value"]) == ("Wednesday", "DATE", "2022-11-23")
    assert ":2: " in done.err
    done = factcheck("parse", "quantities", "-", stdin=b'{"id": "a", "text": "More than 1.2 million people came."}\n')
    (quantity,) = json.loads(done.out)["quantities"]
    assert (quantity["quote"], quantity["low"], quantity["high"], quantity["comparator"]) == (
        "More than 1.2 million",
        1200000,
        None,
        ">",
    )


def test_output_into_a_closed_pipe_ends_quietly(db: Path) -> None:
    export = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "export", "--db", str(db), "--all"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert export.stdout is not None
    export.stdout.close()
    _, said = export.communicate()
    assert b"Traceback" not in said
    assert b"Exception ignored" not in said
