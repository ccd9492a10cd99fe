from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.widgets import Input, Static

from factcheck.grammar.text import display
from factcheck.model import Attribution, Casualty, LabelField, Member, Membership, Section, SectionKind
from factcheck.store import Store
from factcheck.store.labels import new_event
from factcheck.tui.safe_output import SafeOutput
from tests.tui.desk import Made, article, claim, desk, ferry, make_db
from tests.tui.terminal import Terminal

COMMANDS = {
    "title": "\x1b]0;PWNED-TITLE\x07",
    "title-st": "\x1b]2;PWNED-TITLE\x1b\\",
    "clipboard": "\x1b]52;c;UFdORUQ=\x07",
    "link": "\x1b]8;;http://pwned.example\x1b\\",
    "cursor": "\x1b[77;88H",
    "clear": "\x1b[3J",
    "device": "\x1bP+q504e\x1b\\",
    "c1-csi": "\x9b31m",
    "c1-osc": "\x9d0;PWNED-TITLE\x9c",
    "override": "\u202egnitset\u202c",
    "isolate": "\u2066x\u2069",
    "hidden": "a\u200bb\u00adc\u2060d\ufeffe",
    "tags": "\U000e0041\U000e007f",
    "controls": "\x00\x01\x08\x0b\x0c\x0e\x1f\x7f\x85\u2028",
    "return": "safe\rPWNED",
}
MARKUP = [
    "[/x]",
    "[red]",
    "[@click=app.quit]x[/]",
    "[[bold]]x\\",
    "[link=http://pwned.example]x[/link]",
    "[type=x, v={'a[0]'}]",
]
NASTY = " ".join([*COMMANDS.values(), *MARKUP])


def hostile(name: str = "evil.txt") -> Made:
    """An article with commands to the terminal and markup in every string that the desk shows."""
    text = f"The {NASTY} mayor said 12 {NASTY} people died.\r\nMembers of {NASTY} are Ann {NASTY} and Bob."
    made = replace(
        article(f"{name}{NASTY}", text, title=f"Fire {NASTY}", sections=[Section(SectionKind.BODY, 0, len(text))]),
        publisher=f"Post {NASTY}",
    )
    speaker = Attribution(
        f"The {NASTY} mayor", 0, len(f"The {NASTY} mayor"), f"Mayor {NASTY}", f"said {NASTY}", "low"
    )
    quote = f"Ann {NASTY} and Bob"
    start = text.index(quote)
    ann = Member(f"Ann {NASTY}", start, start + len(f"Ann {NASTY}"))
    return made, [
        replace(claim(made, "12", Casualty("killed", 12, 12, "=", f"people {NASTY}")), attribution=speaker),
        replace(claim(made, quote, Membership(f"the {NASTY}", NASTY, 2, (ann,))), flags=(f"odd {NASTY}",)),
    ]


@pytest.fixture
def evil_db(tmp_path: Path) -> Path:
    path = make_db(tmp_path / "claims.db", [hostile(), ferry()])
    with Store.open(path) as store:
        note = f"see {NASTY}"
        for annotator in ("anna", "boris"):
            store.label([new_event(1, annotator, LabelField.NOTE, note, batch=annotator, origin="import")])
        store.label([new_event(1, f"eve {NASTY}", LabelField.VERDICT, "refuted", batch="eve", origin="import")])
    return path


def test_no_byte_of_an_article_commands_the_terminal(evil_db: Path) -> None:
    with Terminal(evil_db, size=(160, 50)) as terminal:
        terminal.wait_for(lambda text: "1/5" in text and "refuted" in text)
        terminal.type("n")
        terminal.wait_for(lambda text: "enter saves" in text)
        terminal.type("\x1b")
        terminal.wait_for(lambda text: "enter saves" not in text)
        terminal.type("j1u")
        terminal.wait_for(lambda text: "Took back" in text)
        terminal.type("/")
        terminal.wait_for(lambda text: "enter searches" in text)
        terminal.type("mayor\r")
        terminal.wait_for(lambda text: "mayor   anna" in text)
        terminal.type("?")
        terminal.wait_for(lambda text: "Keys and letters" in text)
        terminal.type("qq")
        assert terminal.wait_for_end() == 0
        written = re.sub(r"\x1b\]22;[a-z-]+\x07", "", terminal.raw.decode())  # Textual's own: the pointer's shape
        assert [name for name, command in COMMANDS.items() if command in written] == []
        assert "PWNED" in written, "the article's harmless letters are shown"
        obeyed = {character for character in written if display(character) != character} - set("\x1b\r\t")
        assert obeyed == set()
        assert "PWNED" not in terminal.screen.title


async def test_markup_in_every_string_is_shown_as_it_stands(evil_db: Path) -> None:
    async with desk(evil_db, size=(200, 60)) as opened:
        for markup in MARKUP:
            assert markup in opened.words("#article")
        await opened.press("1", "u", "j", "home", "question_mark", "escape")
        await opened.write("slash", "[/x] [red]")
        assert "[/x]" in opened.text("#status")


async def test_the_net_holds_for_widgets_that_show_raw_text(db: Path) -> None:
    async with desk(db) as opened:
        raw = Static(NASTY, markup=False)
        line = Input(NASTY)
        await opened.review.mount(raw, line)
        await opened.rest()
        for widget in (raw, line):
            shown = "".join(strip.text for strip in widget.render_lines(widget.size.region))
            assert display(shown) == shown
        assert "PWNED" in opened.app.export_screenshot()


def test_the_net_passes_what_is_safe_and_keeps_every_offset() -> None:
    segments = [Segment("plain"), Segment("é漢🙂"), Segment(NASTY), Segment("\x1b[0m", None, [(1, 2)])]  # type: ignore[list-item]
    caught = SafeOutput().apply(segments, Color.parse("black"))
    assert caught[0] is segments[0]
    assert caught[1].text == segments[1].text
    assert len(caught[2].text) == len(NASTY)
    assert caught[3] is segments[3]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12 people died. " + "x" * 1_000_000, id="one word of a million letters"),
        pytest.param("12 people died. " + "so it goes " * 100_000, id="one line of a million letters"),
        pytest.param("12 people died.\n" + "line\n" * 200_000, id="two hundred thousand lines"),
        pytest.param("12 people died. " + "e\u0301\u0302" * 100_000, id="combining marks"),
        pytest.param("x" * 500_000 + ". 12 people died. " + "y" * 500_000, id="the middle of a line"),
    ],
)
async def test_a_huge_text_is_shown_around_the_claim_at_once(tmp_path: Path, text: str) -> None:
    made = article("huge.txt", text)
    path = make_db(tmp_path / "claims.db", [(made, [claim(made, "12", Casualty("killed", 12, 12, "="))]), ferry()])
    async with desk(path) as opened:
        assert "12 people died." in opened.words("#article")
        assert opened.review.article_view.virtual_size.height <= 3_000
        await opened.press("j", "k", "1")
        assert opened.quote == "At least 12"
