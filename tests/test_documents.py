"""What the documents show and list is what there is."""

import re
import tomllib

import pytest

from factcheck.cli.app import cli
from factcheck.exchange.columns import COLUMNS
from tests.transcripts import DOCUMENTS, ROOT, in_fresh_folders


def test_every_transcript_is_what_the_commands_print() -> None:
    checked = 0
    for path, document in in_fresh_folders():
        assert path.read_text("utf-8") == document, f"{path.name}: `python -m tests.transcripts` writes it anew"
        checked += 1
    assert checked >= 2


def test_every_command_has_its_help_in_the_documents() -> None:
    documented = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for name in cli.commands:
        assert f"$ factcheck {name} --help\n" in documented


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_is_explained(table: str) -> None:
    formats = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert [column for column in COLUMNS[table] if f"`{column}`" not in formats] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_between_documents_leads_somewhere(path: object) -> None:
    document = ROOT / str(path)
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_dependency_is_justified() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    justified = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    names = [re.split(r"[<>=;\[ ]", requirement)[0] for requirement in wanted]
    assert [name for name in names if f"`{name}`" not in justified] == []
