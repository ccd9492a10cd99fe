"""Draw the pictures of docs/review.md: every screen of the desk, from the app itself over the fixtures.

    python -m docs.images.draw [NAME...]

writes docs/images/NAME.svg for each screen, or for those that are named. Clocks and labels are fixed, so that a
screen that has not changed gives the same file.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import NAMESPACE_URL, uuid5

from textual.widgets import Input

from factcheck.extract.registry import DEFAULT_EXTRACTORS
from factcheck.model import ClaimFilter, LabelEvent, LabelField
from factcheck.pipeline.extraction import extract_paths
from factcheck.pipeline.workers import Recipe
from factcheck.review.settings import Settings
from factcheck.store import Store
from factcheck.store.db import open_db
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.dashboard import DashboardScreen
from factcheck.tui.widgets.past_list import PastList
from tests.tui.desk import Desk, until

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DB = Path("claims.db")
USUAL, SMALL = (120, 34), (80, 24)
TODAY = date(2024, 5, 10)
ANNOTATOR = "ana"
FIRST, UPDATE = "ferry-first-report.txt", "ferry-update.txt"

_FRAMES_SECONDS = 0.1
"""Scroll bars are drawn a frame later, and not at all once something lies above them."""
_FONTS = "ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace"

_EXTRACTION, _VERDICT, _WORTH = LabelField.EXTRACTION, LabelField.VERDICT, LabelField.CHECK_WORTHINESS
_SAID: tuple[tuple[str, str, str, str, Mapping[LabelField, str]], ...] = (
    ("2024-05-07T10:20", "ben", FIRST, "At least 12", {_EXTRACTION: "correct", _VERDICT: "supported"}),
    ("2024-05-07T10:31", "ana", FIRST, "At least 12", {_EXTRACTION: "correct", _VERDICT: "supported"}),
    ("2024-05-07T10:32", "ana", FIRST, "852", {_EXTRACTION: "correct", _WORTH: "unimportant"}),
    ("2024-05-09T14:02", "ben", UPDATE, "17", {_EXTRACTION: "correct", _VERDICT: "supported"}),
    ("2024-05-09T14:03", "ben", UPDATE, "19", {_EXTRACTION: "correct", _VERDICT: "refuted"}),
    ("2024-05-09T14:05", "ben", UPDATE, "four", {_EXTRACTION: "not_a_claim"}),
    ("2024-05-09T16:40", "ana", FIRST, "30", {_EXTRACTION: "correct", _VERDICT: "conflicting"}),
    ("2024-05-09T16:41", "ana", FIRST, "Between 20 and 25", {_EXTRACTION: "wrong_value"}),
    ("2024-05-10T09:11", "ana", UPDATE, "17", {_EXTRACTION: "correct", _VERDICT: "supported"}),
    ("2024-05-10T09:12", "ana", UPDATE, "Thursday, 9 May 2024", {_EXTRACTION: "correct"}),
    ("2024-05-10T09:12", "ana", UPDATE, "19", {_EXTRACTION: "correct", _WORTH: "check_worthy"}),
    ("2024-05-10T09:14", "ana", UPDATE, "41", {_EXTRACTION: "correct", _VERDICT: "supported"}),
    ("2024-05-10T09:15", "ana", UPDATE, "four", {_EXTRACTION: "correct", LabelField.NOTE: "of the 41, not more"}),
    ("2024-05-10T09:17", "ana", UPDATE, "About 600", {_EXTRACTION: "correct", _WORTH: "unimportant"}),
)
_SEARCHES = {
    "tolls of the ferry": "type:casualty source:ferry",
    "flagged, not done": "flag:* state:todo",
    "a sample for both of us": "sample:50 seed:may",
}


@dataclass(frozen=True)
class Screen:
    """A picture: what is done before it is taken, from which claim on, in which size and colours, by whom."""

    act: Callable[[Desk], Awaitable[object]]
    quote: str = "at least 12"
    size: tuple[int, int] = USUAL
    theme: str = "dark"
    search: str = ""
    annotator: str = ANNOTATOR


async def nothing(_: Desk) -> None:
    """The desk as it opens."""


def keys(*struck: str, says: str = "") -> Callable[[Desk], Awaitable[None]]:
    """Strike keys, one after the other, until the screen says something."""

    async def act(desk: Desk) -> None:
        for key in struck:
            await desk.press(key)
        await until(lambda: says in " ".join(desk.screen_text.split()))

    return act


async def search(desk: Desk) -> None:
    """A search line that is being written."""
    desk.strike("slash")
    await until(lambda: isinstance(desk.app.focused, Input))
    desk.strike(*"type:casualty value>=10 effect:killed")
    await until(lambda: "killed_or_injured" in desk.screen_text and " claims, " in desk.screen_text)


async def value(desk: Desk) -> None:
    """A right value in words, in place of the extractor's."""
    desk.strike("e")
    await until(lambda: isinstance(desk.app.focused, Input))
    desk.strike(*["backspace"] * 40, *"about 40 injured")
    await until(lambda: "= about 40 injured" in desk.screen_text)


async def history(desk: Desk) -> None:
    """All of one annotator's changes, one of them lit."""
    await desk.press("H")
    await until(lambda: bool(desk.app.screen.query(PastList)))
    await desk.pilot.press("tab")
    await until(lambda: len(desk.app.screen.query_one(PastList).entries) > 7)
    await desk.pilot.press("down", "down")


async def progress(desk: Desk) -> None:
    """The dashboard of a fixed day, with the pace that the picture cannot wait for."""
    words = ("6 done", "278 left", "pace 4.2 a minute, 5.0 lately", "end 10:25, in 1 h 5 min", "9 in a row")
    with Store.open(DB, readonly=True) as store:
        counted = store.progress(ClaimFilter(annotator=ANNOTATOR))
    screen = DashboardScreen(
        desk.review.keymap,
        ANNOTATOR,
        "",
        lambda _whole, then, _otherwise: then(counted),
        lambda _: words,
        today=TODAY,
    )
    desk.app.push_screen(screen)
    await until(lambda: bool(screen.query("Bars")))


async def trouble(desk: Desk) -> None:
    """What a file shows that a newer factcheck wrote."""
    await until(lambda: "newer factcheck" in desk.screen_text)


SCREENS = {
    "desk": Screen(nothing),
    "first": Screen(nothing, quote="", size=SMALL, annotator="eva"),
    "focus": Screen(keys("z"), size=(100, 30)),
    "light": Screen(nothing, theme="light"),
    "high-contrast": Screen(nothing, theme="high-contrast"),
    "search": Screen(search),
    "saved": Screen(keys("f3", says="a sample for both"), size=(100, 24)),
    "bulk": Screen(keys("ctrl+b", "x", says="in the queue"), search="type:date source:ferry"),
    "value": Screen(value, quote="41", size=(100, 30)),
    "words": Screen(keys("r", "tab", *["ctrl+left"] * 2, says="‹"), size=(100, 30)),
    "type": Screen(keys("T", says="as it is"), quote="About 600", size=(100, 30)),
    "add": Screen(keys("a", *["w"] * 8, "v", says="‹"), quote="No one", size=(100, 30)),
    "same-as": Screen(keys("m", "1", "2", says="claims"), size=(100, 30)),
    "guideline": Screen(keys("g", says="Casualty"), size=(140, 36)),
    "history": Screen(history),
    "progress": Screen(progress),
    "help": Screen(keys("question_mark"), size=(160, 52)),
    "trouble": Screen(trouble, size=(100, 24)),
}


def events(store: Store) -> Iterator[LabelEvent]:
    """What two people said of the fixtures' claims, at fixed times."""
    rows = store.rows(store.claim_ids(ClaimFilter()), None)
    for number, (at, who, source, quote, said) in enumerate(_SAID):
        claim = next(row for row in rows if (row.source_id, row.quote) == (source, quote))
        for name, choice in said.items():
            yield LabelEvent(
                op_id=uuid5(NAMESPACE_URL, f"{number} {name}").hex,
                batch=uuid5(NAMESPACE_URL, f"{number}").hex,
                claim_id=claim.id,
                annotator=who,
                field=name,
                value=choice,
                at=f"{at}:00.000000+00:00",
                origin="review",
            )


def extract(db: Path) -> None:
    """The fixtures' claims with those labels, and searches that have a name."""
    with Store.open(db, create=True) as store:
        extract_paths(store, [str(ROOT / "fixtures" / "articles")], Recipe(DEFAULT_EXTRACTORS), jobs=1)
        store.label(list(events(store)))
        for name, line in _SEARCHES.items():
            store.save_search(name, line, ANNOTATOR)


def prepare(screen: Screen) -> None:
    """Stand on the picture's claim, or have a database that cannot be worked with."""
    with Store.open(DB) as store:
        if screen.quote:
            rows = store.rows(store.claim_ids(ClaimFilter()), None)
            claim = next(row for row in rows if (row.source_id, row.quote) == (UPDATE, screen.quote))
            store.keep_place(screen.annotator, screen.search, claim.id)
    if screen.act is trouble:
        db = open_db(DB)
        db.conn.execute("PRAGMA user_version = 99")
        db.close()


async def draw(screen: Screen) -> str:
    """One screen as SVG."""
    app = ReviewApp(DB, screen.annotator, Settings(theme=screen.theme), search=screen.search)
    async with app.run_test(size=screen.size) as pilot:
        desk = Desk(app, pilot)
        if screen.act is trouble:
            await screen.act(desk)
        else:
            await settle(desk)
            await screen.act(desk)
            await desk.rest()
        await pilot.pause(_FRAMES_SECONDS)
        return alone(app.export_screenshot(title="factcheck review"))


async def settle(desk: Desk) -> None:
    """Come to rest on the claim from below, so that queue and article are scrolled the same way every time."""
    await desk.rest()
    queue = desk.review.queue_list
    here = queue.cursor
    await desk.press("end")
    queue.cursor = here
    await desk.rest()
    await desk.pilot.pause(_FRAMES_SECONDS)


def alone(picture: str) -> str:
    """The picture without the fonts that it would fetch from elsewhere; the cells keep their places in any font."""
    return re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL).replace("Fira Code, monospace", _FONTS)


def main(names: Iterable[str]) -> None:
    """Draw the screens that are named."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    with TemporaryDirectory() as folder, chdir(folder):
        extract(made := Path("made.db"))
        for name in names:
            shutil.copy(made, DB)
            prepare(SCREENS[name])
            (HERE / f"{name}.svg").write_text(asyncio.run(draw(SCREENS[name])), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:] or SCREENS)
