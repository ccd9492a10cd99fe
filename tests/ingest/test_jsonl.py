"""What a line of JSON says of its article."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.fields import NotARecord
from factcheck.ingest.jsonl import parse


def test_the_known_keys_are_fields_and_the_others_metadata() -> None:
    fields = parse(b'{"id": 7, "title": "T", "date": "2020-01-02", "url": " ", "text": "x", "desk": {"a": [1]}}')
    assert (fields.id, fields.title, fields.date, fields.url, fields.text) == ("7", "T", "2020-01-02", None, "x")
    assert fields.metadata == {"desk": {"a": [1]}}


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_the_text_is_kept_to_the_character(text: str) -> None:
    assert parse(json.dumps({"text": text}).encode()).text == text
    assert parse(json.dumps({"text": text}, ensure_ascii=False).encode()).text == text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "x', "is not JSON"),
        (b'{"text": "x"} {"text": "y"}', "is not JSON"),
        (b'{"text": "\xff"}', "is not UTF-8: byte 11"),
        (b"[" * 100_000 + b"]" * 100_000, "nested too deep"),
        (b'{"text": "x", "text": "y"}', '"text" stands twice'),
        (b'{"text": "x", "m": {"k": 1, "k": 2}}', '"k" stands twice'),
        (b'{"text": null}', "its text is empty"),
        (b'{"text": " \\n"}', "its text is empty"),
        (b'{"text": true}', '"text" is true or false'),
        (b'{"text": "x", "date": {}}', '"date" is an object'),
        (b'{"text": "x", "id": 1.5}', '"id" is a number'),
        (b'{"text": "x", "deep": [{"k": "\\udfff"}]}', '"deep" holds half'),
        (b'{"text": "x", "k\\ud800": 1}', "holds half"),
    ],
)
def test_what_is_no_record_says_why(line: bytes, reason: str) -> None:
    with pytest.raises(NotARecord, match=reason.replace("(", r"\(")):
        parse(line)


def test_a_whole_pair_of_surrogate_escapes_is_a_character() -> None:
    assert parse(b'{"text": "\\ud83d\\ude92"}').text == "🚒"


def test_numbers_that_no_database_holds_are_kept_as_written() -> None:
    line = b'{"text": "x", "long": ' + b"9" * 5000 + b', "huge": -1e999, "nan": NaN, "inf": -Infinity, "fits": 12}'
    assert parse(line).metadata == {"long": "9" * 5000, "huge": "-1e999", "nan": None, "inf": None, "fits": 12}


def test_a_date_that_is_nan_is_none() -> None:
    assert parse(b'{"text": "x", "date": NaN}').date is None
