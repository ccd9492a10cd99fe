"""The real command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Done:
    """What a finished command said and how it left."""

    code: int
    out: str
    err: str


def factcheck(
    *arguments: str | Path,
    cwd: Path | None = None,
    stdin: bytes = b"",
    columns: int = 100,
    prefix: Sequence[str] = (),
) -> Done:
    """Run ``factcheck`` with the arguments in a folder; environment variables of its own are taken away.

    ``prefix`` is a command that starts it.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FACTCHECK_")}
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "factcheck", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        input=stdin,
        env=environment | {"COLUMNS": str(columns), "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
