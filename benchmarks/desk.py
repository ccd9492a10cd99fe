"""How quick and how heavy the review desk is, beside Textual's own DataTable with the same rows.

    python -m benchmarks.desk [CLAIMS]

By default a million claims, made once and kept in scratch/; then the first ten thousand's worth side by side with the
DataTable, which would take minutes and a gigabyte for a million. Each run is a process of its own without a terminal;
a frame counts when it has been made into the bytes that a terminal would be sent. First paint is from the making of
the app, after imports, to the first frame that shows a claim. Key times are from the key to the frame in which the
cursor has moved; for the desk also to the one that shows the article and the panel of the claim it moved to.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.claims_db import make

_CLAIMS = 1_000_000
_BESIDE = 10_000
_FOLDER = Path(__file__).parents[1] / "scratch"

Figures = dict[str, float]


def _run(kind: str, path: Path) -> Figures:
    """The figures of one run; where the desk was asked, those of the middle one of three by its first paint."""
    runs: list[Figures] = []
    for _ in range(3 if kind == "desk" else 1):
        command = [sys.executable, "-m", "benchmarks.desk_runs", kind, str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return sorted(runs, key=lambda run: run.get("first paint ms", 0.0))[len(runs) // 2]


def _database(claims: int) -> Path:
    path = _FOLDER / f"claims-{claims}.db"
    if not path.exists():
        _FOLDER.mkdir(exist_ok=True)
        print(f"making {claims:,} claims in {path.relative_to(_FOLDER.parent)} …", flush=True)
        make(path, claims=claims)
    return path


def _print(name: str, figures: Figures, bare: float) -> None:
    print(f"\n{name}, {figures.pop('claims'):,.0f} claims")
    figures["memory above the bare app MB"] = figures.pop("memory MB") - bare
    for title, figure in figures.items():
        print(f"  {title:<36} {figure:>10,.1f}")


def main() -> None:
    """Print every figure."""
    claims = int(sys.argv[1].replace("_", "")) if len(sys.argv) > 1 else _CLAIMS
    big, small = _database(claims), _database(_BESIDE)
    bare = _run("bare", small)["memory MB"]
    _print("the desk", _run("desk", big), bare)
    _print("the desk", _run("desk", small), bare)
    _print("Textual's DataTable", _run("table", small), bare)


if __name__ == "__main__":
    main()
