"""One measured run of a screen over a database of claims, in a process of its own: see ``benchmarks.desk``.

A frame is stamped when Textual hands it over, after it was made into terminal bytes: headless, Textual writes none,
so that this is done here. Keys are sent as a terminal sends them, with a pause between; ``Pilot.press`` waits longer
than a person would and is no meter.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import RenderableType
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import DataTable

from factcheck import tui
from factcheck.model import ClaimFilter
from factcheck.store import Store
from factcheck.tui import collector
from factcheck.tui.app import ReviewApp
from factcheck.values import in_words

SIZE = (140, 45)
_PAUSE = 0.03
_KEYS = 60
_DEADLINE = 900.0

Figures = dict[str, float]


class _Stamped(App[Any]):
    """An app that says when each frame was ready to be written."""

    frames = 0
    framed: asyncio.Event | None = None

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if renderable is None or self._batch_count:
            return
        if hasattr(renderable, "render_segments"):
            renderable.render_segments(self.console)
        self.frames += 1
        self.seen()
        if self.framed is not None:
            self.framed.set()

    def seen(self) -> None:
        """A frame is ready; a desk looks whether it shows a row."""

    async def frames_until(self, act: Callable[[], None], *conditions: Callable[[], bool]) -> list[float]:
        """Milliseconds from an act to the first frame in which each condition holds, the next one from then on."""
        self.framed = asyncio.Event()
        times: list[float] = []
        begun = time.perf_counter()
        act()
        for condition in conditions:
            while not times or not condition():
                self.framed.clear()
                async with asyncio.timeout(_DEADLINE):
                    await self.framed.wait()
                if condition():
                    break
            times.append(1000 * (time.perf_counter() - begun))
        return times

    async def frame(self, act: Callable[[], None], until: Callable[[], bool]) -> float:
        """Milliseconds from an act to the first frame in which a condition holds."""
        return (await self.frames_until(act, until))[0]


class Desk(_Stamped, ReviewApp):
    """The review desk; ``first_row`` is when the first frame with a row in it was ready."""

    CSS_PATH = str(Path(tui.__file__).with_name("factcheck.tcss"))  # Textual looks beside the class that is run
    first_row = 0.0

    def seen(self) -> None:
        """Stamp the first frame that shows a claim."""
        if not self.first_row and self.review.stands() and self.review.current is not None:
            self.first_row = time.perf_counter()


class Table(_Stamped):
    """Textual's DataTable with the same rows; it knows no filter, no label and no page that is not in memory."""

    first_row = 0.0

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """The table alone."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Read every row and put it into the table."""
        table = self.query_one(DataTable)
        table.add_columns("type", "section", "quote", "value", "source", "labels")
        with Store.open(self._path, readonly=True) as store:
            rows = store.rows(store.claim_ids(ClaimFilter()), "anna")
        table.add_rows(
            (row.type, row.segment, row.quote, in_words(row.value), row.source_id, str(row.labels or ""))
            for row in rows
        )
        table.focus()

    def seen(self) -> None:
        """Stamp the first frame that shows a row."""
        if not self.first_row and self.query_one(DataTable).row_count:
            self.first_row = time.perf_counter()


class Bare(_Stamped):
    """An app that shows nothing: what Textual itself weighs."""


def megabytes() -> float:
    """The process's memory at its highest, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def _keys(app: _Stamped, key: str, shown: Callable[[], object]) -> list[float]:
    """Milliseconds from each of many keys to its frame; ``shown`` gives what the key is to change."""
    times = []
    for _ in range(_KEYS):
        before = shown()
        times.append(await app.frame(lambda: app.simulate_key(key), lambda before=before: shown() != before))  # type: ignore[misc]
        await asyncio.sleep(_PAUSE)
    return sorted(times)


def _p95(times: list[float]) -> float:
    return times[int(0.95 * len(times))]


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(_DEADLINE):
        while not condition():
            await asyncio.sleep(0.001)


async def _within(app: App[Any], measure: Callable[[], Awaitable[None]]) -> None:
    failure: list[BaseException] = []

    async def pilot(_: object) -> None:
        try:
            await measure()
        except BaseException as error:
            failure.append(error)
            raise
        finally:
            app.exit()

    with suppress(asyncio.CancelledError):
        await app.run_async(headless=True, size=SIZE, auto_pilot=pilot)
    if failure:
        raise failure[0]


async def desk(path: Path) -> Figures:
    """Open the desk, read the whole queue, move, turn pages, label, narrow the queue."""
    figures: Figures = {}
    begun, spent = time.perf_counter(), time.process_time()
    app = Desk(path, "anna")
    review = app.review

    def place() -> object:
        row = review.current
        shown = row is not None and str(review.panel.border_title).endswith(row.key[:8])
        return review.queue_list.cursor if shown else None

    async def press(key: str) -> tuple[list[float], list[float]]:
        moves, shows = [], []
        for _ in range(_KEYS):
            before = review.queue_list.cursor
            moved, shown = await app.frames_until(
                lambda: app.simulate_key(key),
                lambda before=before: review.queue_list.cursor != before,  # type: ignore[misc]
                lambda before=before: place() not in {None, before},  # type: ignore[misc]
            )
            moves.append(moved)
            shows.append(shown)
            await _until(lambda: not review.ledger.under_way)
            await asyncio.sleep(_PAUSE)
        return sorted(moves), sorted(shows)

    async def narrow(line: str) -> float:
        held = review._asked  # noqa: SLF001 - the question's number, to know its answer by
        return await app.frame(
            lambda: review.read_queue(line),
            lambda: review._generation == held + 1 and (place() is not None or not review._reading),  # noqa: SLF001
        )

    async def measure() -> None:
        await _until(lambda: app.first_row > 0)
        figures["first paint ms"] = 1000 * (app.first_row - begun)
        await _until(lambda: not review._reading)  # noqa: SLF001 - whether the walk goes on
        figures["all ids s"] = time.perf_counter() - begun
        figures["all ids CPU s"] = time.process_time() - spent
        figures["claims"] = len(review.queue_list.queue)
        await _until(lambda: place() is not None)
        for name, key in (("next", "j"), ("page", "pagedown"), ("label+next", "c")):
            moves, shows = await press(key)
            figures[f"{name} median ms"], figures[f"{name} p95 ms"] = median(moves), _p95(moves)
            figures[f"{name}, article shown p95 ms"] = _p95(shows)
        for line in ("type:date", "flag:*", "label:none type:casualty", "ferry", "value>=1000", ""):
            figures[f"filter {line or 'none'} ms"] = await narrow(line)
            await _until(lambda: not review._reading)  # noqa: SLF001
        figures["memory MB"] = megabytes()

    await _within(app, measure)
    return figures


async def table(path: Path) -> Figures:
    """Fill the table, move and turn pages."""
    figures: Figures = {}
    begun, spent = time.perf_counter(), time.process_time()
    app = Table(path)

    async def measure() -> None:
        await _until(lambda: app.first_row > 0)
        figures["first paint ms"] = 1000 * (app.first_row - begun)
        figures["all ids s"], figures["all ids CPU s"] = time.perf_counter() - begun, time.process_time() - spent
        widget = app.query_one(DataTable)
        figures["claims"] = widget.row_count
        for name, key in (("next", "down"), ("page", "pagedown")):
            times = await _keys(app, key, lambda: widget.cursor_row)
            figures[f"{name} median ms"], figures[f"{name} p95 ms"] = median(times), _p95(times)
        figures["memory MB"] = megabytes()

    await _within(app, measure)
    return figures


async def bare(_: Path) -> Figures:
    """What an empty app weighs, with everything imported that the desk imports."""
    figures: Figures = {}
    app = Bare()

    async def measure() -> None:
        await _until(lambda: app.frames > 0)
        figures["memory MB"] = megabytes()

    await _within(app, measure)
    return figures


def main() -> None:
    """Run one of the three over a database, and print its figures as JSON."""
    collector.spare()  # as `factcheck review` does; the DataTable is given the same
    run = {"desk": desk, "table": table, "bare": bare}[sys.argv[1]]
    print(json.dumps(asyncio.run(run(Path(sys.argv[2])))))


if __name__ == "__main__":
    main()
