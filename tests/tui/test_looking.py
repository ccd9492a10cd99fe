from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widget import Widget
from textual.widgets import Static

from factcheck.model import LabelField
from factcheck.review.keymap import as_shown
from factcheck.review.settings import Settings
from factcheck.store import Store
from factcheck.tui.charts import LABEL_CELLS, people_charts
from factcheck.tui.requests import Request
from factcheck.tui.themes import THEMES
from tests.tui.desk import Desk, choir, desk, ferry, make_db, tolls, until
from tests.tui.test_review import label_as, labels_on_disk


def lines(opened: Desk, selector: str) -> list[str]:
    """What a widget of the screen on top shows."""
    widget: Widget = opened.app.screen.query_one(selector)
    return [strip.text.rstrip() for strip in widget.render_lines(widget.outer_size.region)]


def words(opened: Desk, selector: str) -> str:
    return " ".join(" ".join(lines(opened, selector)).split())


async def shows(opened: Desk, selector: str, wanted: str) -> None:
    """Wait until a widget of the screen on top says something."""
    await until(lambda: bool(opened.app.screen.query(selector)) and wanted in words(opened, selector))


# ---- guidelines and precedents


async def test_the_guideline_follows_the_type_of_the_claim_at_hand(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("g")
        assert "killed or harmed" in opened.words("#guideline")
        await opened.press("j", "j")
        assert opened.quote == "Thursday"
        assert "killed or harmed" not in opened.words("#guideline")
        await opened.press("g")
        assert not opened.review.query_one("#guideline").display
        assert opened.app.focused is opened.review.queue_list


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_guideline_leaves_the_claim_and_its_keys_in_view(db: Path, size: tuple[int, int]) -> None:
    async with desk(db, size=size) as opened:
        await opened.press("g")
        assert "“At least 12”" in opened.words("#claim")
        assert opened.review.query_one("#guideline").size.width >= 40
        await opened.press("1")
        assert opened.quote == "30"
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert labels.verdict == "supported"


async def test_the_guideline_scrolls_by_keys_of_its_own(db: Path) -> None:
    async with desk(db, size=(80, 24)) as opened:
        await opened.press("g")
        first = opened.words("#guideline")
        await opened.press("}", "shift+down")
        assert opened.words("#guideline") != first
        assert opened.quote == "At least 12"
        await opened.press("{", "shift+up")
        assert opened.words("#guideline") == first


async def test_a_projects_own_guideline_is_read_anew_when_the_pane_opens(db: Path) -> None:
    own = db.parent / "guidelines" / "casualty.md"
    own.parent.mkdir()
    own.write_text("# House rules\nOnly *named* hospitals count.\n", encoding="utf-8")
    async with desk(db) as opened:
        await opened.press("g")
        assert "Only named hospitals count." in opened.words("#guideline")
        own.write_text("# House rules\nAny hospital counts.\n", encoding="utf-8")
        await opened.press("g", "g")
        assert "Any hospital counts." in opened.words("#guideline")


async def test_a_guideline_that_cannot_be_read_says_so_in_its_place(db: Path) -> None:
    own = db.parent / "guidelines" / "casualty.md"
    own.parent.mkdir()
    own.write_bytes(b"\xff\xfe broken")
    async with desk(db) as opened:
        await opened.press("g")
        shown = opened.words("#guideline")
        assert "! /" in shown
        assert "casualty.md" in shown.replace(" ", "")
        assert "killed or harmed" in shown


async def test_claims_judged_before_stand_beside_the_claim(db: Path) -> None:
    for annotator in ("boris", "cleo"):
        label_as(db, annotator, "30", LabelField.EXTRACTION, "correct")
    label_as(db, "boris", "30", LabelField.VERDICT, "supported")
    async with desk(make_db(db.parent / "more.db", [ferry(), *tolls(1)])) as opened:
        assert "precedent" not in opened.words("#claim")
    with Store.open(db) as store:
        run = store.start_run({}, "more")
        store.add(run, tolls(1, 2))
    async with desk(db, size=(200, 60)) as opened:
        await opened.press("end")
        assert opened.quote == "1001"
        assert "precedent “30” = 30 injured: correct (2 agree), supported" in opened.words("#claim")


async def test_a_key_that_is_held_asks_for_no_precedents_on_its_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.tui.screens.guideline.REST_SECONDS", 0.2)
    asked: list[Request] = []
    async with desk(make_db(tmp_path / "claims.db", tolls(3))) as opened:
        ask = opened.review.walker.ask

        def counted(question: Request) -> None:
            asked.append(question)
            ask(question)

        monkeypatch.setattr(opened.review.walker, "ask", counted)
        await opened.press(*["j"] * 20)
        assert opened.quote == "1020"
    assert len(asked) == 1


# ---- progress


async def test_the_dashboard_says_in_words_and_figures_how_far_the_work_is(db: Path) -> None:
    label_as(db, "boris", "30", LabelField.VERDICT, "refuted")
    async with desk(db, size=(80, 24)) as opened:
        await opened.press("1", "P")
        await shows(opened, "#dashboard-words", "1 done · 6 left · 0 put off · 1 of yours today · 1 day in a row")
        assert "This sitting: 1 done" in words(opened, "#dashboard-words")
        await until(lambda: "1 of 2" in opened.screen_text)
        page = opened.app.screen.query_one("#charts")
        figures = [str(bar.content) for bar in page.query(".bar-figures").results(Static)]
        assert "1 of 2" in figures[0]
        assert "1 of 2" in figures[-1].splitlines()[0]
        await opened.pilot.press("P")
        await until(lambda: opened.app.screen is opened.review)


async def test_the_dashboard_turns_from_the_queue_to_all_claims(db: Path) -> None:
    async with desk(db) as opened:
        await opened.write("/", "type:casualty state:todo")
        await opened.press("1", "P")
        await shows(opened, "#dashboard-words", "This queue: type:casualty 1 done · 1 left")
        await opened.pilot.press("tab")
        await shows(opened, "#dashboard-words", "All claims 1 done · 6 left")


def test_many_annotators_and_odd_names_keep_the_bars_in_line(db: Path) -> None:
    with Store.open(db, readonly=True) as store:
        counted = store.progress()
    names = {"\x1b]0;x\x07[b]ann[/b]" + "字" * 30: 5} | {f"p{number}": 1 for number in range(20)}
    people, days = people_charts(replace(counted, by_annotator=names), "p3", datetime.now(UTC).date())
    assert people.bars[0].label.isprintable()
    assert len(people.bars) == 13
    assert people.bars[-1].label == "9 others"
    assert max(len(bar.label) for bar in people.bars) <= LABEL_CELLS
    assert len(days.bars) == 14


async def test_the_status_line_says_pace_end_and_streak_once_there_is_one(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(2))
    async with desk(path, size=(200, 60)) as opened:
        await opened.press("1", "1", "1", "1")
        assert "pace" not in opened.text("#status")
        await opened.press("1", "1")
        status = opened.text("#status")
        assert "a minute" in status
        assert "6 in a row" in status
        await opened.press("u", "u")
        assert "pace" not in opened.text("#status")


# ---- copies, links and pages


async def test_only_its_keys_copy_anything(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("j", "1", "g", "g", "k", "k")
        assert len(opened.app.clipboard) == 0
        await opened.press("y")
        assert opened.app.clipboard == "At least 12"
        await opened.press("ctrl+l")
        assert opened.app.clipboard.startswith("factcheck show ")
        assert opened.app.clipboard.endswith(f"--db {db}")


async def test_a_link_leads_to_the_words_on_the_page(tmp_path: Path) -> None:
    made, claims = ferry()
    path = make_db(tmp_path / "claims.db", [(replace(made, url="https://wire.example/ferry"), claims)])
    async with desk(path) as opened:
        await opened.press("ctrl+l")
        assert opened.app.clipboard == "https://wire.example/ferry#:~:text=At%20least%2012,-people%20were%20killed"


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down which page it was to open, and talks a lot."""
    script, opened = tmp_path / "browser.py", tmp_path / "opened"
    script.write_text(
        f"import sys\nprint('noise ' * 999)\nopen({str(opened)!r}, 'w').write(sys.argv[1])\n", encoding="utf-8"
    )
    monkeypatch.setenv("BROWSER", f"{sys.executable} {script} %s")
    return opened


async def test_the_page_opens_only_at_its_key(tmp_path: Path, browser: Path) -> None:
    made, claims = ferry()
    path = make_db(tmp_path / "claims.db", [(replace(made, url="https://wire.example/ferry?a=1"), claims)])
    async with desk(path) as opened:
        await opened.press("ctrl+o")
        assert opened.notices == ["Opening https://wire.example/ferry?a=1"]
        await until(lambda: browser.exists() and browser.read_text() == "https://wire.example/ferry?a=1")


async def test_an_address_that_is_not_of_the_web_is_refused(tmp_path: Path, browser: Path) -> None:
    made, claims = ferry()
    path = make_db(tmp_path / "claims.db", [(replace(made, url="javascript:alert(1)"), claims), choir()])
    async with desk(path) as opened:
        await opened.press("ctrl+o")
        assert any("only http and https" in notice for notice in opened.notices)
        await opened.press("]", "ctrl+o")
        assert any("has no address" in notice for notice in opened.notices)
    assert not browser.exists()


async def test_without_a_browser_the_desk_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("webbrowser._tryorder", None)
    made, claims = ferry()
    path = make_db(tmp_path / "claims.db", [(replace(made, url="https://wire.example/ferry"), claims)])
    async with desk(path) as opened:
        await opened.press("ctrl+o")
        await until(lambda: any("there is no browser here" in notice for notice in opened.notices))
        assert "https://wire.example/ferry" in opened.notices[-1]


# ---- help, palette, themes, the key bar


async def test_the_help_page_has_every_key_and_every_correction(db: Path) -> None:
    async with desk(db, size=(160, 40)) as opened:
        await opened.press("?")
        await until(lambda: opened.app.screen is not opened.review)
        page = " ".join(str(part.content) for part in opened.app.screen.query(Static).results(Static))
        keymap = opened.review.keymap
        for keys, meaning in [(one.keys, one.meaning) for one in keymap.labels] + [
            (one.keys, one.meaning) for one in keymap.actions
        ]:
            assert all(as_shown(key) in page for key in keys)
            assert meaning in page
        assert all(fix.meaning in page for fix in keymap.fixes)


async def test_the_palette_lists_everything_by_name_with_the_corrections_of_the_type_at_hand(db: Path) -> None:
    async with desk(db) as opened:
        titles = [command.title for command in opened.app.get_system_commands(opened.app.screen)]
        assert any(title.startswith("Verdict: supported") for title in titles)
        assert "Theme: high contrast" in titles
        keymap, kind = opened.review.keymap, opened.review.current
        assert kind is not None
        for fix in keymap.fixes_of(kind.type):
            assert any(title.endswith(f"claim: {fix.short} ({fix.key})") for title in titles)
        assert len([title for title in titles if "Right value of this" in title]) == len(keymap.fixes_of(kind.type))
        for action in keymap.actions:
            assert any(title.lower().startswith(action.meaning.lower()) for title in titles)


async def test_a_key_turns_through_the_three_themes(db: Path) -> None:
    async with desk(db) as opened:
        seen = [opened.app.theme]
        for _ in THEMES:
            await opened.press("ctrl+t")
            seen.append(opened.app.theme)
        assert seen == [*(theme.name for theme in THEMES.values()), seen[0]]


async def test_a_click_on_a_key_does_what_the_key_does(db: Path) -> None:
    async with desk(db) as opened:
        for line, name in ((0, "correct"), (2, "supported")):
            quote = opened.quote
            place = opened.text("#keys").splitlines()[line].index(name)
            await opened.pilot.click("#keys", offset=(place + 1, line))
            await opened.rest()
            labels = labels_on_disk(db, quote)
            assert labels is not None
            assert "correct" in (labels.extraction or "")
            assert (labels.verdict == "supported") is (name == "supported")


def _light(colour: tuple[int, int, int]) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def faintest(opened: Desk) -> tuple[float, str]:
    """The lowest contrast of any words on the screen, and those words."""
    found = [(21.0, "")]
    for strip in opened.app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if any(map(str.isalnum, segment.text)) and style and style.color and style.bgcolor:
                front, back = style.color.get_truecolor(), style.bgcolor.get_truecolor()
                high, low = sorted((_light(front), _light(back)), reverse=True)
                found.append(((high + 0.05) / (low + 0.05), segment.text))
    return min(found)


@pytest.mark.parametrize(("theme", "least"), [("high-contrast", 7), ("dark", 4.5), ("light", 4.5)])
async def test_words_stand_out_from_what_is_behind_them(db: Path, theme: str, least: float) -> None:
    label_as(db, "boris", "30", LabelField.VERDICT, "refuted")
    label_as(db, "anna", "30", LabelField.EXTRACTION, "wrong_value")
    async with desk(db, settings=Settings(theme=theme)) as opened:
        await opened.press("1", "3", "H", "escape", "g", "k", "k")
        assert faintest(opened) > (least, "")
        for key, part in (("H", "#past-entry"), ("P", "#charts"), ("?", "#help"), ("n", "#prompt")):
            await opened.pilot.press("question_mark" if key == "?" else key)
            await until(lambda part=part: bool(opened.app.screen.query(part)))  # type: ignore[misc]
            await opened.pilot.pause()
            assert faintest(opened) > (least, ""), part
            await opened.pilot.press("escape")
