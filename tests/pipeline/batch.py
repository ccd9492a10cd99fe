"""A batch of invented articles, the command that extracts it, and what it leaves in the database."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from factcheck.store.db import open_db

CONTENT = {
    "articles": "sha256, source_id, source, text, title, published, published_source, flags, made_by",
    "sections": 'article_id, kind, start, "end"',
    "claims": 'article_id, type, field, start, "end", quote, sentence, value, segment, extractor, claim_key',
    "members": 'claim_id, name, start, "end"',
}
"""What an article's bytes decide, ids included; runs and times are left out."""

COMMAND = [sys.executable, "-m", "factcheck", "extract"]


def write_articles(folder: Path, files: int, records: int) -> None:
    """Write JSON Lines files of short articles, no two alike, each with claims of several types."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in range(files):
        lines = []
        for number in range(records):
            dead = 3 + (file * records + number) % 90
            text = (
                f"A kiln exploded at brickworks no. {file}-{number} on Tuesday, killing {dead} people and injuring "
                f"at least {dead * 2}, police said.\nA video of it was viewed more than {dead}.5 million times. "
                f"The Clay Union has three members: Norland, Sudland and Westland."
            )
            record = {
                "id": f"{file}-{number}",
                "date": "2021-06-10",
                "title": f"Kiln {number} explodes",
                "text": text,
            }
            lines.append(json.dumps(record))
        (folder / f"part{file:02}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def extract(*arguments: str | Path) -> dict[str, Any]:
    """Run the command to its end and return its summary."""
    done = subprocess.run([*COMMAND, *map(str, arguments), "--json"], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    summary: dict[str, Any] = json.loads(done.stdout)
    return summary


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that extraction made, with its id."""
    db = open_db(path, readonly=True)
    rows = {
        table: list(db.execute(f"SELECT id, {columns} FROM {table} ORDER BY id").fetchall())  # noqa: S608 - own names
        for table, columns in CONTENT.items()
    }
    db.close()
    return rows
