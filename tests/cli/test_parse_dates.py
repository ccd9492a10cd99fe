"""``factcheck parse dates``: texts and JSON Lines in, TIMEX3 or explanations out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import factcheck

TEXT = "\n\nThe fair opened on Wednesday.\nIt closes in two weeks, on Dec. 8.\n"


def test_a_text_is_read_whole_with_the_date_given(tmp_path: Path) -> None:
    path = tmp_path / "fair.txt"
    path.write_text(TEXT)
    done = factcheck("parse", "dates", path, "--date", "2022-11-24")
    (record,) = map(json.loads, done.out.splitlines())
    assert done.code == 0
    assert record["doc_id"] == str(path)
    assert record["timexes"][0] == {
        "start": TEXT.index("Wednesday"),
        "end": TEXT.index("Wednesday") + len("Wednesday"),
        "text": "Wednesday",
        "type": "DATE",
        "value": "2022-11-23",
        "first": "2022-11-23",
        "last": "2022-11-23",
        "granularity": "day",
        "anchor": "2022-11-24",
    }
    assert [(one["text"], one["value"]) for one in record["timexes"][1:]] == [
        ("two weeks", "P2W"),
        ("Dec. 8", "2022-12-08"),
    ]


def test_an_explanation_names_the_place_the_rule_the_anchor_and_the_arithmetic() -> None:
    done = factcheck("parse", "dates", "-", "--date", "2022-11-24", "--explain", stdin=TEXT.encode())
    assert done.code == 0
    assert done.out.splitlines()[:6] == [
        "<stdin> · 2022-11-24 · news",
        "   3:20  Wednesday  DATE 2022-11-23",
        "         rule    weekday (WEEKDAY)",
        "         tense   “opened” looks back",
        "         anchor  Thursday 2022-11-24, the publication date",
        "         value   1 day before; Wednesday 2022-11-23",
    ]


def test_a_record_without_a_date_of_its_own_takes_the_one_given() -> None:
    lines = (
        b'{"id": "own", "date": "2020-01-02", "text": "It rained yesterday."}\n'
        b'\n{"id": "none", "text": "It rained yesterday."}\n'
    )
    done = factcheck("parse", "dates", "-", "--date", "2022-11-24", stdin=lines)
    values = {one["doc_id"]: one["timexes"][0]["value"] for one in map(json.loads, done.out.splitlines())}
    assert values == {"own": "2020-01-01", "none": "2022-11-23"}


def test_a_broken_line_is_named_and_the_others_are_read() -> None:
    lines = b"""{"id": 1, "text": "In 2019."}
{"id": 2, "text"
{"id": 3, "date": "soon", "text": "In 2020."}
{"id": 4, "text": "In 2021."}
"""
    for option in ([], ["--explain"]):
        done = factcheck("parse", "dates", "-", *option, stdin=lines)
        assert done.code == 1
        assert "rejected <stdin>:2: not JSON" in done.err
        assert "rejected <stdin>:3: Invalid isoformat string" in done.err
        assert "2019" in done.out
        assert "2021" in done.out


@pytest.mark.parametrize(
    ("given", "reason"),
    [(b"\x89PNG\r\n\x1a\n\0\0\0", "no text in any known encoding"), (b"PK\x03\x04\0\0\x01\x02\x03\x04", "no text")],
)
def test_what_is_no_text_is_refused(given: bytes, reason: str) -> None:
    done = factcheck("parse", "dates", "-", stdin=given)
    assert done.code == 1
    assert reason in done.err
    assert done.out == ""


def test_an_empty_input_holds_no_text() -> None:
    done = factcheck("parse", "dates", "-", stdin=b"")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_wrong_day_is_a_usage_error() -> None:
    done = factcheck("parse", "dates", "-", "--date", "2022-11")
    assert done.code == 2
    assert "2022-11" in done.err


def test_another_language_is_read_by_its_own_words() -> None:
    text = b"Das Fest begann am Mittwoch und endet am 8. Dezember 2022."
    done = factcheck("parse", "dates", "-", "--language", "de", "--date", "2022-11-24", stdin=text)
    (record,) = map(json.loads, done.out.splitlines())
    found = [(one["text"], one["value"]) for one in record["timexes"]]
    assert found == [("Mittwoch", "2022-11-23"), ("8. Dezember 2022", "2022-12-08")]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--language", "xx"], "xx"),
        (["--language", "de", "--explain"], "--explain"),
        (["--language", "de", "--mode", "narrative"], "--mode"),
    ],
)
def test_a_language_that_is_not_read_so_is_a_usage_error(options: list[str], reason: str) -> None:
    done = factcheck("parse", "dates", "-", *options, stdin=b"Heute.")
    assert done.code == 2
    assert reason in done.err
