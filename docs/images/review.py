"""Draw docs/images/review.svg: the review desk over the articles in fixtures/, as it stands after some labels.

Run from the project's root: python docs/images/review.py
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.tui.app import ReviewApp

HERE = Path(__file__).parent
ARTICLES = HERE.parents[1] / "fixtures" / "articles"
STORY = "ferry-update.txt"
SIZE = (132, 34)
KEYS = ("1", "c", "2", "1", "v", "4", "j")


async def draw(db: Path) -> str:
    """The desk on one story, with a few of its claims labelled, as SVG."""
    app = ReviewApp(db, "maria")
    async with app.run_test(size=SIZE) as pilot:
        while app.review.current is None or app.review.current.source_id != STORY:
            await pilot.press("right_square_bracket")
        for key in KEYS:
            await pilot.press(key)
        await pilot.pause()
        return app.export_screenshot(title="factcheck review")


def main() -> None:
    """Extract, review, draw."""
    with TemporaryDirectory() as folder:
        db = Path(folder) / "claims.db"
        command = [sys.executable, "-m", "factcheck", "extract", str(ARTICLES), "--db", str(db)]
        subprocess.run(command, check=True)  # noqa: S603 - our own command
        (HERE / "review.svg").write_text(asyncio.run(draw(db)), encoding="utf-8")


if __name__ == "__main__":
    main()
