"""The talk in docs/label.md, as the command prints it over the ready database; run as a module it writes it anew."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from tests.cli.command import factcheck

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "label.md"

ANSWERS = "correct\nvalue: at least 17\nundo\nquit\n"
_SEARCH = "type:casualty section:body order:reading"
_PLACE = re.compile(r"(?<=<!-- talk)(.*-->\n).*?(<!-- end -->)", re.DOTALL)


def talk(folder: Path) -> str:
    """What the command prints when these answers are piped into it."""
    shutil.copy(ROOT / "claims.db", folder / "claims.db")
    done = factcheck("label", _SEARCH, "--annotator", "anna", cwd=folder, stdin=ANSWERS.encode())
    return f"```text\n$ factcheck label '{_SEARCH}' --annotator anna\n{done.out}```\n"


def with_talk(document: str) -> str:
    """The document with the talk in its place."""
    with tempfile.TemporaryDirectory() as folder:
        said = talk(Path(folder))
    return _PLACE.sub(lambda found: found[1] + said + found[2], document)


if __name__ == "__main__":
    DOCUMENT.write_text(with_talk(DOCUMENT.read_text("utf-8")), "utf-8")
