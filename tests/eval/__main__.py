"""Print every figure beside its floor; with ``--raise``, write higher floors where figures have risen.

    python -m tests.eval [--raise]

Floors are never lowered here: that is a decision, made by hand in floors.json.
"""

from __future__ import annotations

import json
import math
import sys

from tests.eval.measures import SETS, digest, figures
from tests.eval.test_quality import FLOORS


def main() -> None:
    """Measure every set that is there."""
    kept = json.loads(FLOORS.read_text("utf-8"))
    for name, path in SETS.items():
        if not path.exists():
            print(f"{name}: not here")
            continue
        for figure, value in figures(name).items():
            floor = kept.get(figure, {}).get("floor", 0.0)
            print(f"{figure:<48} {value:.4f}  floor {floor:.3f}")
            if "--raise" in sys.argv and value > floor:
                kept[figure] = {"floor": math.floor(value * 200) / 200, "digest": digest(name)}
    if "--raise" in sys.argv:
        FLOORS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
