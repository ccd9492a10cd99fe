"""The lines on top and at the bottom of the desk at every width: whole parts, the most wanted first."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App, ComposeResult

from factcheck.model import ClaimFilter, ClaimType, Order
from factcheck.review.keymap import Keymap
from factcheck.tui.widgets.key_bar import KeyBar
from factcheck.tui.widgets.status_bar import Place, StatusBar

HINT = "1 supported · 2 refuted · c read rightly · ? all keys"
PROGRESS = "pace 4.2 a minute · end 14:20, in 26 min · 33 in a row"
SEARCH = 'type:casualty value>=10 section:headline flag:* "at least"'


def pieces(parts: list[str]) -> set[str]:
    return {piece for part in parts for piece in part.split(" · ")}


class Lines(App[None]):
    """The two lines alone."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield StatusBar(Path("claims.db"), "anna", retry="F9")
        yield KeyBar(Keymap())

    def top(self) -> str:
        return str(self.query_one(StatusBar).render()).strip()

    def bottom(self) -> list[str]:
        return str(self.query_one(KeyBar).render()).splitlines()

    def say(self, *, search: str = "", hint: str = "", failed: int = 0) -> None:
        self.query_one(StatusBar).show(
            Place(1, 292, 292, reading=False),
            ClaimFilter(order=Order.HELPFUL),
            search,
            under_way=0,
            failed=failed,
            stays=True,
            hint=hint,
            progress=PROGRESS,
        )


@pytest.mark.parametrize("width", [20, 40, 60, 72, 80, 100, 120, 160, 200])
async def test_the_top_line_has_whole_parts_and_all_that_fit(width: int) -> None:
    whole = ["1/292", "292 left", HINT, "lingering", "most helpful first", PROGRESS, "anna · claims.db"]
    async with Lines().run_test(size=(width, 10)) as pilot:
        assert isinstance(pilot.app, Lines)
        pilot.app.say(hint=HINT)
        parts = pilot.app.top().split("   ")
        assert parts[0] == "1/292"
        assert pieces(parts) <= pieces(whole)
        room = width - len(pilot.app.top())
        left_out = [part for part in whole if not any(part.startswith(shown) for shown in parts)]
        assert all(len("   ") + len(part.split(" · ")[0]) > room for part in left_out)


async def test_a_search_that_does_not_fit_is_cut_and_whole_again_in_a_wider_terminal() -> None:
    async with Lines().run_test(size=(60, 10)) as pilot:
        assert isinstance(pilot.app, Lines)
        pilot.app.say(search=SEARCH)
        top = pilot.app.top()
        assert top.startswith("1/292   292 left, 0 done   type:casualty value>=10")
        assert top.endswith("…")
        await pilot.resize_terminal(140, 10)
        await pilot.pause()
        assert f"   {SEARCH}   lingering" in pilot.app.top()


async def test_the_top_line_names_the_key_that_saves_again() -> None:
    async with Lines().run_test(size=(80, 10)) as pilot:
        assert isinstance(pilot.app, Lines)
        pilot.app.say(failed=2, hint=HINT)
        assert pilot.app.top().startswith("! 2 NOT SAVED, F9 tries again   1/292")


@pytest.mark.parametrize(("width", "keys"), [(80, ["u undo", "/ search"]), (100, ["u undo", "/ search", "n note"])])
async def test_undo_and_search_are_in_sight(width: int, keys: list[str]) -> None:
    async with Lines().run_test(size=(width, 10)) as pilot:
        assert isinstance(pilot.app, Lines)
        pilot.app.query_one(KeyBar).show(ClaimType.CASUALTY)
        await pilot.pause()
        shown = pilot.app.bottom()[-1].strip().split("  ")
        assert shown[:1] == ["? keys"]
        assert shown[5 : 5 + len(keys)] == keys
