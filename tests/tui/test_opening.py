"""What a desk draws first: the claim to begin with, or, where the disk is slow, that it is being looked for."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from rich.console import RenderableType
from textual.screen import Screen

from factcheck.store import Store
from factcheck.tui.app import ReviewApp
from tests.tui.desk import until


class Watched(ReviewApp):
    """A desk that keeps what each of its first frames shows."""

    CSS_PATH = "../../factcheck/tui/factcheck.tcss"

    def __init__(self, path: Path) -> None:
        super().__init__(path, "anna")
        self.frames: list[str] = []

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if renderable is not None and len(self.frames) < 3:
            self.frames.append("\n".join(line.text for line in screen._compositor.render_strips()))


async def test_the_first_frame_has_the_claim_its_article_and_the_keys(db: Path) -> None:
    app = Watched(db)
    async with app.run_test(size=(120, 36)):
        await until(lambda: bool(app.frames))
        assert "At least 12" in app.frames[0]
        assert "when a ferry sank" in app.frames[0]
        assert "at least 12 killed" in app.frames[0]
        assert "1 supported" in app.frames[0].replace("\n", " ")


async def test_a_desk_on_a_slow_disk_is_drawn_after_a_moment_without_the_article(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, read = Event(), Store.article

    def slowly(store: Store, article_id: int) -> object:
        go_on.wait(20)
        return read(store, article_id)

    monkeypatch.setattr(Store, "article", slowly)
    app = Watched(db)
    async with app.run_test(size=(120, 36)):
        await until(lambda: bool(app.frames))
        assert "when a ferry sank" not in app.frames[0]
        assert "7 left" in app.frames[0]
        assert "…" in app.frames[0]
        go_on.set()
        await until(lambda: "when a ferry sank" in "\n".join(app.frames))
