"""Run every benchmark, one after the other: ``python -m benchmarks``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PARTS = {"__init__", "__main__", "claims_db", "corpora", "count_peers", "count_sets", "date_peers", "desk_runs"}


def main() -> None:
    """Run each module of this folder that has a main, each in a process of its own."""
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in _PARTS:
            print(f"\n== {path.stem}", flush=True)
            subprocess.run([sys.executable, "-m", f"benchmarks.{path.stem}"], check=False)


if __name__ == "__main__":
    main()
