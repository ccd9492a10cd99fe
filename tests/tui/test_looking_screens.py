from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from factcheck.model import ClaimFilter, ClaimType, LabelField, Order, ReviewState
from factcheck.review.settings import Settings
from factcheck.store import Progress, Store
from factcheck.store.labels import new_event
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.dashboard import DashboardScreen
from factcheck.tui.widgets.past_list import PastList
from tests.tui.desk import Desk, choir, ferry, make_db, tolls, until

Compare = Callable[..., bool]
Act = Callable[[Desk], Any]

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x60": (200, 60)}
LOOKS = [
    *(pytest.param(size, "dark", False, id=f"dark-{name}") for name, size in SIZES.items()),
    pytest.param(SIZES["120x40"], "light", False, id="light"),
    pytest.param(SIZES["120x40"], "high-contrast", False, id="high-contrast"),
    pytest.param(SIZES["120x40"], "dark", True, id="no-color"),
]
TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times are shown in the local zone, which is another one everywhere."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def past_db(tmp_path: Path) -> Path:
    """Two annotators' work of one morning: changes, one taken back, and a bulk label."""
    path = make_db(tmp_path / "claims.db", [ferry(), choir(), *tolls(2)])
    with Store.open(path) as store:
        ids = store.claim_ids(ClaimFilter())
        quotes = {row.quote: row.id for row in store.rows(ids, None)}
        toll, hurt, thursday = (quotes[quote] for quote in ("At least 12", "30", "Thursday"))
        extraction, verdict = LabelField.EXTRACTION, LabelField.VERDICT
        said: list[tuple[int, str, Mapping[LabelField, str | None], str]] = [
            (toll, "boris", {extraction: "correct", verdict: "not_enough_evidence"}, "review"),
            (toll, "anna", {extraction: "correct", verdict: "supported"}, "review"),
            (hurt, "anna", {extraction: "wrong_value"}, "review"),
            (toll, "anna", {verdict: "refuted", LabelField.NOTE: "the harbour log says 9"}, "review"),
            (thursday, "boris", {extraction: "not_a_claim"}, "import"),
        ]
        for number, (claim_id, who, words, origin) in enumerate(said):
            at = f"2026-11-25T09:{10 + number}:00+00:00"
            events = [
                new_event(claim_id, who, field, value, batch=f"{number:08}", origin=origin)
                for field, value in words.items()
            ]
            events = [replace(event, at=at) for event in events]
            store.label(events)
        wrong = next(event for event in store.events(hurt) if event.annotator == "anna")
        back = new_event(hurt, "anna", extraction, None, batch="00000010", origin="undo", undoes=wrong.op_id)
        store.label([replace(back, at="2026-11-25T09:20:00+00:00")])
        many = [new_event(one, "anna", extraction, "correct", batch="00000011", origin="bulk") for one in ids[-20:]]
        store.label([replace(event, at="2026-11-25T09:30:00+00:00") for event in many])
    return path


def looks_the_same(compare: Compare, db: Path, size: tuple[int, int], theme: str, act: Act) -> bool:
    app = ReviewApp(db, "anna", Settings(order=Order.READING, theme=theme))

    async def before(pilot: Pilot[None]) -> None:
        desk = Desk(app, pilot)
        await desk.rest()
        await act(desk)
        await pilot.pause()

    return compare(app, terminal_size=size, run_before=before)


@pytest.fixture
def without_colours(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if request.getfixturevalue("plain"):
        monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.usefixtures("without_colours")
@pytest.mark.parametrize(("size", "theme", "plain"), LOOKS)
def test_the_guideline_beside_the_claim(
    snap_compare: Compare,
    past_db: Path,
    size: tuple[int, int],
    theme: str,
    *,
    plain: bool,  # noqa: ARG001 - see the fixture
) -> None:
    async def act(desk: Desk) -> None:
        await desk.press("home", "g")

    assert looks_the_same(snap_compare, past_db, size, theme, act)


@pytest.mark.usefixtures("without_colours")
@pytest.mark.parametrize(("size", "theme", "plain"), LOOKS)
def test_everybodys_history_with_an_opened_bulk_label(
    snap_compare: Compare,
    past_db: Path,
    size: tuple[int, int],
    theme: str,
    *,
    plain: bool,  # noqa: ARG001 - see the fixture
) -> None:
    async def act(desk: Desk) -> None:
        await desk.press("H")
        await until(lambda: bool(desk.app.screen.query(PastList)))
        history = desk.app.screen.query_one(PastList)
        await desk.pilot.press("tab", "tab")
        await until(lambda: len(history.entries) == 7)
        await desk.pilot.press("enter")
        await until(lambda: len(history.entries) == 27)
        await desk.pilot.press("end", "up", "up")

    assert looks_the_same(snap_compare, past_db, size, theme, act)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_history_of_a_claim(snap_compare: Compare, past_db: Path, size: tuple[int, int]) -> None:
    async def act(desk: Desk) -> None:
        await desk.press("home", "H")
        await until(lambda: bool(desk.app.screen.query(PastList)))
        await until(lambda: len(desk.app.screen.query_one(PastList).entries) == 3)

    assert looks_the_same(snap_compare, past_db, size, "dark", act)


def worked() -> Progress:
    days = {
        (TODAY - timedelta(days=back), who): count
        for who, counts in {"anna": (42, 0, 17, 120, 8), "boris": (60, 30, 30, 0, 0, 0, 45, 12)}.items()
        for back, count in enumerate(counts)
        if count
    }
    counts = {
        ClaimType.VIEW_COUNT: (120, 480),
        ClaimType.CASUALTY: (310, 95),
        ClaimType.MEMBERSHIP: (4, 61),
        ClaimType.DATE: (0, 1840),
    }
    by_type = {
        (kind, state): count
        for kind, both in counts.items()
        for state, count in zip((ReviewState.DONE, ReviewState.TODO), both, strict=True)
    }
    by_verdict = {"supported": 290, "refuted": 31, "not_enough_evidence": 12}
    return Progress(434, 2476, 3, days, by_type, {"anna": 187, "boris": 177, "Ånne-Grëte": 1}, by_verdict)


@pytest.mark.usefixtures("without_colours")
@pytest.mark.parametrize(("size", "theme", "plain"), LOOKS)
def test_the_dashboard(
    snap_compare: Compare,
    past_db: Path,
    size: tuple[int, int],
    theme: str,
    *,
    plain: bool,  # noqa: ARG001 - see the fixture
) -> None:
    async def act(desk: Desk) -> None:
        words = ("42 done", "2,476 left", "pace 4.2 a minute, 5.0 lately", "end 18:40, in 8 h 15 min", "9 in a row")
        screen = DashboardScreen(
            desk.review.keymap,
            "anna",
            "since:2026-11-01",
            lambda _whole, then, _otherwise: then(worked()),
            lambda _: words,
            today=TODAY,
        )
        desk.app.push_screen(screen)
        await until(lambda: bool(screen.query("Bars")))
        await desk.pilot.pause()

    assert looks_the_same(snap_compare, past_db, size, theme, act)
