"""Files to records: streaming, bounded, and nothing lost in silence."""

import gzip
import hashlib
import json
import pickle
import tracemalloc
from pathlib import Path

import pytest

from factcheck.ingest import Record, Source, records
from factcheck.ingest.streams import MAX_FILE_BYTES, MAX_RECORD_BYTES
from factcheck.model import Reject

FIXTURES = Path(__file__).parents[2] / "fixtures"


def _read(path: Path, data: bytes | str | None = None) -> tuple[list[Record], list[Reject]]:
    if data is not None:
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = list(records(Source(path, path.name)))
    return [one for one in found if isinstance(one, Record)], [one for one in found if isinstance(one, Reject)]


def _line(number: int, text: str = "A man fell.") -> str:
    return json.dumps({"id": f"r{number}", "text": text}) + "\n"


def _hostile(name: str) -> tuple[list[str], list[tuple[int | None, str]]]:
    good, bad = _read(FIXTURES / "hostile" / name)
    assert all(reject.source == name for reject in bad)
    return [record.source_id for record in good], [(reject.line, reject.reason) for reject in bad]


def test_a_text_and_a_page_are_one_record_each(tmp_path: Path) -> None:
    for name, kind in (("a.txt", "text/plain"), ("a.html", "text/html"), ("A.HTM", "text/html")):
        (record,), refused = _read(tmp_path / name, b"\xef\xbb\xbfWords.\r\n")
        assert refused == []
        assert (record.media_type, record.raw, record.source_id) == (kind, b"\xef\xbb\xbfWords.\r\n", name)
        assert record.sha256 == hashlib.sha256(record.raw).hexdigest()
        assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own bytes


def test_packed_files_hash_as_what_is_in_them(tmp_path: Path) -> None:
    (plain,), _ = _read(tmp_path / "a.txt", b"Words.")
    (packed,), _ = _read(tmp_path / "a.txt.gz", gzip.compress(b"Words."))
    (disguised,), _ = _read(tmp_path / "b.txt", gzip.compress(b"Words."))
    assert plain.sha256 == packed.sha256 == disguised.sha256


def test_lines_are_records_with_their_line_and_id(tmp_path: Path) -> None:
    good, refused = _read(
        tmp_path / "a.jsonl", "\ufeff" + _line(1) + "\n \r\n" + '{"text": "x\u2028y"}\r\n' + _line(3).rstrip()
    )
    assert refused == []
    assert [(record.source, record.source_id, record.line) for record in good] == [
        ("a.jsonl:1", "r1", 1),
        ("a.jsonl:4", "a.jsonl:4", 4),
        ("a.jsonl:5", "r3", 5),
    ]
    assert good[0].raw == _line(1).rstrip().encode()
    assert good[1].raw == '{"text": "x\u2028y"}'.encode()


def test_rows_are_records_with_the_bytes_of_their_lines(tmp_path: Path) -> None:
    data = '\ufeffid,text\r\n1,"Two lines,\r\nsaid ""he"""\r\n\r\n2,One.\r\n'
    good, refused = _read(tmp_path / "a.csv", data)
    assert refused == []
    assert [(record.source_id, record.line, record.raw) for record in good] == [
        ("1", 2, b'1,"Two lines,\r\nsaid ""he"""'),
        ("2", 5, b"2,One."),
    ]


def test_a_cell_may_be_longer_than_the_csv_modules_own_bound(tmp_path: Path) -> None:
    good, refused = _read(tmp_path / "a.csv", "text\n" + "x" * 300_000 + "\n")
    assert (len(good), refused) == (1, [])


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_table_may_be_divided_by_other_marks(tmp_path: Path, mark: str) -> None:
    good, refused = _read(tmp_path / "a.csv", f'id{mark}Text\n1{mark}"Two\nlines, and a comma"\n')
    assert [record.source_id for record in good] == ["1"]
    assert refused == []


def test_a_row_that_is_broken_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = b'id,text\n1,"a" b\n2,Two were hurt.\n3\n4,x,y\n5,Fine\rbroken\n6,Five were hurt.\n'
    good, refused = _read(tmp_path / "a.csv", rows)
    assert [record.source_id for record in good] == ["2", "6"]
    assert [reject.line for reject in refused] == [2, 4, 5, 6]


def test_a_line_too_long_is_skipped_with_its_number_and_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(_line(1).encode())
        for _ in range(96):
            file.write(b"x" * 2**20)
        file.write(b"\n" + _line(3).encode())
    tracemalloc.start()
    good, refused = _read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [record.source_id for record in good] == ["r1", "r3"]
    assert [(reject.line, "longer than 16 MB" in reject.reason) for reject in refused] == [(2, True)]
    assert peak < 3 * MAX_RECORD_BYTES


def test_a_quotation_mark_never_closed_does_not_swallow_a_file_without_bound(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'id,text\n1,"open\n' + b"x" * (2**20) * 17 + b"\n2,Two were hurt.\n")
    good, refused = _read(path)
    assert [reject.line for reject in refused] == [2]
    assert [record.source_id for record in good] == ["2"]


def test_a_text_too_long_is_refused(tmp_path: Path) -> None:
    packed = tmp_path / "bomb.txt.gz"
    with gzip.open(packed, "wb", compresslevel=1) as file:
        for _ in range(MAX_FILE_BYTES // 2**20 + 1):
            file.write(b" word" * (2**20 // 5 + 1))
    good, refused = _read(packed)
    assert good == []
    assert ["longer than 64 MB" in reject.reason for reject in refused] == [True]


@pytest.mark.parametrize(
    ("name", "ids"), [("truncated.jsonl.gz", 2), ("badsum.jsonl.gz", 5), ("notgzip.jsonl.gz", 0)]
)
def test_what_lies_before_damage_is_read_and_the_damage_told_once(name: str, ids: int) -> None:
    good, refused = _hostile(name)
    assert good == [f"tram-{number}" for number in range(1, ids + 1)]
    assert len(refused) == 1
    assert "gzip" in refused[0][1]
    assert refused[0][0] == (ids + 1 if ids else None)


def test_trailing_rubbish_behind_a_packed_file_is_damage(tmp_path: Path) -> None:
    good, refused = _read(tmp_path / "a.jsonl.gz", gzip.compress(_line(1).encode()) + b"rubbish")
    assert [record.source_id for record in good] == ["r1"]
    assert len(refused) == 1


@pytest.mark.parametrize(
    ("name", "ids", "lines"),
    [
        ("badline.jsonl", ["tram-1", "tram-2", "tram-4", "tram-5"], [3]),
        ("notobject.jsonl", ["tram-1", "tram-2"], [2, 3, 4, 5]),
        ("wrongtypes.jsonl", [], [1, 2, 3]),
        ("surrogate.jsonl", ["tram-1"], [2]),
        ("deep.jsonl", ["tram-1", "tram-2"], [2]),
        ("nan.jsonl", ["tram-1", "nan"], []),
        ("bigint.jsonl", ["tram-1", "big"], []),
        ("duplicates.jsonl", ["tram-1", "tram-1"], []),
        ("notext.csv", [], [1]),
        ("ragged.csv", [], [2, 3, 4]),
        ("empty.jsonl", [], [None]),
        ("empty.txt", [], [None]),
        ("blank.txt", [], [None]),
    ],
)
def test_bad_records_are_refused_by_line_and_good_ones_beside_them_read(
    name: str, ids: list[str], lines: list[int | None]
) -> None:
    good, refused = _hostile(name)
    assert good == ids
    assert [line for line, _ in refused] == lines


def test_duplicates_are_the_same_article() -> None:
    good, _ = _read(FIXTURES / "hostile" / "duplicates.jsonl")
    assert good[0].sha256 == good[1].sha256


def test_a_file_that_vanished_is_refused(tmp_path: Path) -> None:
    good, refused = _read(tmp_path / "gone.txt")
    assert good == []
    assert ["cannot be read" in reject.reason for reject in refused] == [True]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html><body>", "text/html"),
        (b"<?xml version='1.0'?><html xmlns=''>", "text/html"),
        (b'{"text": "x"}\n', "application/json"),
        (b"An article of words.", "text/plain"),
    ],
)
def test_a_file_without_a_known_suffix_is_read_as_what_it_looks_like(tmp_path: Path, data: bytes, kind: str) -> None:
    (record,), refused = _read(tmp_path / "article", data)
    assert (record.media_type, refused) == (kind, [])


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_utf16_record_files_are_refused_with_what_to_do(tmp_path: Path, name: str) -> None:
    good, refused = _read(tmp_path / name, "id,text\n1,Two were hurt.\n".encode("utf-16"))
    assert good == []
    assert "UTF-16" in refused[0].reason
