"""Bad input gives one clear line each, with file and line, and the rest is extracted."""

import gzip
import json
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.command import Done, factcheck

FIXTURES = Path(__file__).parents[2] / "fixtures"
PLAIN_USER = hasattr(os, "geteuid") and os.geteuid() != 0
NO_OVERRIDE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--")
"""Makes the superuser ask for permission as everybody must."""
GOOD = "Two people died in the storm, police said."


def _record(text: str) -> str:
    return json.dumps({"id": text[:3], "text": text})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One sound article beside everything that can be wrong with a file."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "cut.jsonl.gz").write_bytes(
        gzip.compress(f"{_record('Six died.')}\n{_record('Ten died.')}\n".encode())[:40]
    )
    (folder / "line3.jsonl").write_text(
        "\n".join([_record("Nine died."), _record("Four died."), "{oops", _record("Five died.")])
    )
    (folder / "long.jsonl").write_text(f'{_record("Eight died.")}\n{{"text": "{"x" * 20_000_000}"}}\n')
    (folder / "cafe.txt").write_bytes("Three people died in the café.".encode("cp1252"))
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    return folder


def _lines_about(done: Done, name: str) -> list[str]:
    return [line for line in done.err.splitlines() if name in line]


def test_each_broken_file_gives_one_line_and_the_rest_is_extracted(folder: Path, tmp_path: Path) -> None:
    done = factcheck("extract", folder, "--db", tmp_path / "c.db", "--json")
    assert done.code == 1
    for name, where in [
        ("empty.txt", "empty.txt: "),
        ("binary.txt", "binary.txt: "),
        ("cut.jsonl.gz", "cut.jsonl.gz"),
        ("line3.jsonl", "line3.jsonl:3: "),
        ("long.jsonl", "long.jsonl:2: "),
    ]:
        (line,) = _lines_about(done, name)
        assert line.startswith("rejected ")
        assert where in line
    summary = json.loads(done.out)
    assert summary["read"] == summary["stored"] + summary["unchanged"] + summary["rejected"]
    assert summary["rejected"] == 5
    assert summary["stored"] >= 6
    assert "Traceback" not in done.err
    assert factcheck("doctor", "--db", tmp_path / "c.db").code == 0


@pytest.mark.skipif(not PLAIN_USER and shutil.which("setpriv") is None, reason="the superuser may read every file")
def test_a_file_and_a_folder_without_permission_are_named_and_the_rest_is_extracted(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "closed").mkdir(parents=True)
    (folder / "good.txt").write_text(GOOD)
    (folder / "secret.txt").write_text(GOOD + " Really.")
    (folder / "secret.txt").chmod(0)
    (folder / "closed").chmod(0)
    done = factcheck("extract", folder, "--db", tmp_path / "c.db", "--json", prefix=() if PLAIN_USER else NO_OVERRIDE)
    (folder / "closed").chmod(0o700)
    assert done.code == 1
    assert "secret.txt: may not be read" in done.err
    assert "closed" in done.err
    assert json.loads(done.out)["stored"] == 1


def test_the_hostile_fixtures_end_in_no_traceback(tmp_path: Path) -> None:
    done = factcheck("extract", FIXTURES / "hostile", FIXTURES / "articles", "--db", tmp_path / "c.db", "--json")
    assert done.code == 1
    assert "Traceback" not in done.err
    assert "a fault in factcheck" not in done.err
    assert json.loads(done.out)["stored"] >= 20
    assert factcheck("doctor", "--db", tmp_path / "c.db").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["extract"], 2, "Missing argument"),
        (["extract", "nowhere.txt"], 1, "nowhere.txt"),
        (["extract", "a.txt", "--published", "yesterday"], 2, "yesterday"),
        (["stats", "--db", "absent.db"], 3, "absent.db: there is no such file"),
        (["stats", "--db", "notes.txt"], 3, "not a factcheck database"),
        (["export", "--db", "c.db", "--excel", "--format", "jsonl"], 2, "--excel is for CSV"),
        (["export", "--db", "c.db", "-o", "./c.db"], 2, "is the database itself"),
        (["show", "ffffffff", "--db", "c.db"], 2, "ffffffff"),
        (["import", "absent.csv", "--db", "c.db"], 1, "absent.csv"),
        (["review", "--db", "c.db"], 2, "needs a terminal"),
        (["parse", "dates", "absent.jsonl"], 2, "absent.jsonl"),
        (["export", "--db", "c.db", "-o", "no/such/folder.csv"], 1, "no/such"),
    ],
)
def test_an_error_is_a_message_and_a_documented_code(
    tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "notes.txt").write_text("not a database, but long enough to look like a file of some kind" * 20)
    factcheck("extract", "a.txt", "--db", "c.db", cwd=tmp_path)
    done = factcheck(*arguments, cwd=tmp_path)
    assert done.code == code
    assert said in done.err
    assert "Traceback" not in done.err
