"""What is imported when: a light command loads no heavy package, a worker no screen, a pure room no database."""

import subprocess
import sys

import pytest

HEAVY = {
    "textual",
    "rich",
    "sqlite_utils",
    "sqlite3",
    "pysqlite3",
    "dateparser",
    "trafilatura",
    "lxml",
    "ahocorasick_rs",
}


def _loaded_by(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in done.stdout.split("\n")[-2].split()}


def test_help_loads_no_heavy_package() -> None:
    loaded = _loaded_by(
        "import contextlib, io\n"
        "from factcheck.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): main(['--help'])"
    )
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_an_extraction_process_loads_no_screen_no_database_and_no_command_line() -> None:
    loaded = _loaded_by(
        "from datetime import date\n"
        "from factcheck import ingest\n"
        "from factcheck.extract.registry import DEFAULT_EXTRACTORS, extract_claims\n"
        "text = b'Two people died on Tuesday, police said.'\n"
        "article = ingest.article(ingest.Record('a', 'a', 'text/plain', text, 'a'), date(2022, 11, 24))\n"
        "assert len(extract_claims(article)) == 2"
    )
    assert loaded & {"textual", "rich", "sqlite_utils", "sqlite3", "pysqlite3", "click", "trafilatura"} == set()


def test_reckoning_a_toll_loads_no_screen_no_database_and_no_command_line() -> None:
    loaded = _loaded_by(
        "from factcheck.model import Article\n"
        "from factcheck.verify.records import toll_record\n"
        "from factcheck.verify.tolls import tolls_of\n"
        "article = Article('0' * 64, 'a', 'a', 'Two people died on Tuesday, police said.')\n"
        "assert toll_record(article, tolls_of(article), {})['killed']['best'] == 2"
    )
    assert loaded & {"textual", "rich", "sqlite_utils", "sqlite3", "pysqlite3", "click", "trafilatura"} == set()


@pytest.mark.parametrize("room", ["model", "errors", "values", "exchange.tables", "exchange.lines"])
def test_a_plain_room_loads_only_the_standard_library(room: str) -> None:
    assert _loaded_by(f"import factcheck.{room}") & (HEAVY | {"click"}) == set()
