"""The transcripts of the documents: what they show is what the commands print.

    python -m tests.transcripts

writes the real output into every document.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECONDS = re.compile(r"\bin \d+\.\d s\b")


def rewritten(document: str, folder: Path) -> str:
    """The document with the output of each ``$ factcheck`` line of its console blocks as the command prints it now.

    Commands run in ``folder``, one after the other; seconds are made the same on every machine.
    """
    return _BLOCK.sub(lambda block: f"```console\n{_transcript(block[1], folder)}```", document)


def _transcript(block: str, folder: Path) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{_output(command[2:], folder)}" for command in commands)


def _output(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    if program != "factcheck":
        raise ValueError(f"a transcript of something else than factcheck: {command}")
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={name: value for name, value in os.environ.items() if not name.startswith("FACTCHECK_")}
        | {"COLUMNS": "100", "PYTHONPATH": str(ROOT), "FACTCHECK_ANNOTATOR": "ana"},
    )
    lines = [line.rstrip() for line in _SECONDS.sub("in 0.4 s", done.stdout).splitlines()]
    return "".join(f"{line}\n" for line in lines)


def in_fresh_folders() -> Iterator[tuple[Path, str]]:
    """Each document that has a transcript, with its text as it should be."""
    for path in DOCUMENTS:
        document = path.read_text("utf-8")
        if "```console" in document:
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                (folder / "fixtures").symlink_to(ROOT / "fixtures")
                yield path, rewritten(document, folder)


if __name__ == "__main__":
    for path, document in in_fresh_folders():
        path.write_text(document, "utf-8")
