from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.widgets import Input, Static

from factcheck.grammar.text import display
from factcheck.model import Attribution, Casualty, ClaimType, LabelField, Member, Membership, Section, SectionKind
from factcheck.store import Store
from factcheck.store.labels import new_event
from factcheck.tui.safe_output import SafeOutput
from tests.tui.desk import Made, article, claim, desk, ferry, make_db, until
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
BRACKETS = [
    *(
        "[",
        "]",
        "[]",
        "[[",
        "]]",
        "[/]",
        "[/",
        "[/bold",
        "[bold",
        "x[/bold",
        "[/red][/]",
        "[[/]]",
        "[bold]x[/italic]",
    ),
    *("[red", "[ red ]x", "[on red]", "[not bold]", "[#ff0000]x", "[rgb(1,2,3)]", "[$primary]", "[auto]x", "[123]x"),
    *("[@click]", "[@click=]", "[@click=app.quit", "[@click=screen.label('x')]x[/]", "[link]x[/link]", "[link=]x"),
    *("[a=]", "[=]", "['", '["', "[a='", "[type=x]", "[x={}]", "[f(1)]", "[a.b]", "[a:b]", "[/a b]"),
    *("\\[bold]x", "[bold]x\\", "\\", "[\\]", "\\\\[b]", "[b]\\[/b]", ":smile:", "[i]é漢🙂[/i]"),
]
"""Closings without openings, openings without closings, styles, colours, links, actions, quotes, backslashes."""


def hostile(name: str = "evil.txt", nasty: str = NASTY) -> Made:
    """An article with commands to the terminal and markup in every string that the desk shows."""
    text = f"The {nasty} mayor said 12 {nasty} people died.\r\nMembers of {nasty} are Ann {nasty} and Bob."
    made = replace(
        article(f"{name}{nasty}", text, title=f"Fire {nasty}", sections=[Section(SectionKind.BODY, 0, len(text))]),
        publisher=f"Post {nasty}",
    )
    speaker = Attribution(
        f"The {nasty} mayor", 0, len(f"The {nasty} mayor"), f"Mayor {nasty}", f"said {nasty}", "low"
    )
    quote = f"Ann {nasty} and Bob"
    start = text.index(quote)
    ann = Member(f"Ann {nasty}", start, start + len(f"Ann {nasty}"))
    return made, [
        replace(claim(made, "12", Casualty("killed", 12, 12, "=", f"people {nasty}")), attribution=speaker),
        replace(claim(made, quote, Membership(f"the {nasty}", nasty, 2, (ann,))), flags=(f"odd {nasty}",)),
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


NAME = "evil \x1b]0;PWNED-TITLE\x07 \u202e\x9b31m[red][x]\u200b.db"
"""What a file system takes as the name of a file."""
ANNOTATOR = f"eve {NASTY}".replace("\0", "")
"""What a command line takes as a name."""

Step = tuple[str, str]

ROUND: tuple[tuple[Step, ...], ...] = (
    (("n", "Note on"),),
    (("/", "Search the claims"), (" publisher:P", '"Post ')),
    (("\x1bOR", "Saved searches"),),
    (("H", "History"), ("\t", "note –"), ("\t", "boris")),
    (("P", "By annotator"),),
    (("r", "The right words"),),
    (("a", "claim that was missed"), ("v", "words  “")),
    (("e", "The right value"),),
    (("T", "Of what type"),),
    (("m", "words to look for"),),
    (("|", "Split"),),
    (("\x02", "One label"), ("x", "in the queue")),
    (("\x10", "Search for commands"),),
    (("?", "Keys and letters"),),
)
"""Every screen that lies over the desk: its keys, and what it shows; the first words stand there to the end."""


@pytest.fixture
def evil_project(tmp_path: Path) -> Path:
    """A database with an evil name, and evil notes, annotators, saved searches and guidelines around it."""
    path = make_db(tmp_path / NAME, [hostile(), hostile("evil2.txt")])
    with Store.open(path) as store:
        for annotator in (ANNOTATOR, f"boris {NASTY}"):
            note = new_event(1, annotator, LabelField.NOTE, f"see {NASTY}", batch=annotator, origin="import")
            right = new_event(1, annotator, LabelField.VERDICT, "refuted", batch=annotator, origin="import")
            store.label([note, right])
        store.save_search(f"mine {NASTY}", "mayor", ANNOTATOR)
    (tmp_path / "guidelines").mkdir()
    for kind in ClaimType:
        (tmp_path / "guidelines" / f"{kind.value}.md").write_text(
            f"# Guide {NASTY}\n\n- **see {NASTY}**\n\n{NASTY}\n"
        )
    return path


def walk_round(terminal: Terminal) -> None:
    """Open every screen, and leave it again."""
    for steps in ROUND:
        for keys, words in steps:
            terminal.type(keys)
            terminal.wait_for(lambda text, words=words: words in text)  # type: ignore[misc]
        terminal.wait_until_left(steps[0][1])
    terminal.type("g")
    terminal.wait_for(lambda text: "Guideline" in text)
    terminal.type("g")
    terminal.wait_for(lambda text: "Guideline" not in text)


def commands_in(raw: bytes) -> set[str]:
    """What in the output of the desk would be obeyed that is neither Textual's own nor plain text."""
    written = re.sub(r"\x1b\]22;[a-z-]+\x07", "", raw.decode())  # Textual's own: the pointer's shape
    obeyed = {character for character in written if display(character) != character} - set("\x1b\r\t")
    return obeyed | {name for name, command in COMMANDS.items() if command in written}


@pytest.mark.parametrize(("size", "down"), [((80, 24), ""), ((120, 36), "j")])
def test_no_byte_of_the_data_commands_the_terminal_on_any_screen(
    evil_project: Path, size: tuple[int, int], down: str
) -> None:
    nowhere = evil_project.with_name(f"no{NAME}")
    with Terminal([evil_project, nowhere], annotator=ANNOTATOR, size=size) as terminal:
        terminal.wait_for(lambda text: "1/4" in text and "PWNED" in text)
        terminal.type(down)
        terminal.wait_for(lambda text: f"{1 + len(down)}/4" in text)
        walk_round(terminal)
        terminal.type("1u")
        terminal.wait_for(lambda text: "Took back" in text)
        terminal.type("\x1b[17~")
        terminal.wait_for(lambda text: "There is no such database" in text)
        terminal.type("q")
        assert terminal.wait_for_end() == 3
        assert commands_in(bytes(terminal.raw)) == set()
        assert "PWNED" not in terminal.screen.title
        assert b"Traceback" not in terminal.raw


async def test_markup_in_every_string_is_shown_as_it_stands(evil_db: Path) -> None:
    async with desk(evil_db, size=(200, 60)) as opened:
        for markup in MARKUP:
            assert markup in opened.words("#article")
        await opened.press("1", "u", "j", "home", "question_mark", "escape")
        await opened.write("slash", "[/x] [red]")
        assert "[/x]" in opened.text("#status")


async def test_brackets_of_every_kind_are_shown_as_they_stand_on_every_screen(tmp_path: Path) -> None:
    nasty = " ".join(BRACKETS)
    path = make_db(tmp_path / "claims.db", [hostile(nasty=nasty), hostile("evil2.txt", nasty)])
    who = f"eve {nasty}"
    with Store.open(path) as store:
        store.label([new_event(1, who, LabelField.NOTE, nasty, batch=nasty, origin="import")])
        store.save_search(f"mine {nasty}", "mayor", who)
    async with desk(path, who, size=(200, 60)) as opened:
        shown = opened.words("#article")
        assert [words for words in BRACKETS if words not in shown] == []
        for key in ("n", "slash", "f3", "H", "P", "r", "a", "e", "T", "m", "vertical_line", "ctrl+b", "ctrl+p", "?"):
            opened.strike(key)
            await until(lambda: opened.app.screen is not opened.review)
            await opened.rest()
            while opened.app.screen is not opened.review:
                await opened.press("escape")
        await opened.press("g", "j", "1", "u", "b")
        await opened.write("n", "x")
        await opened.write("slash", "[/x] [bold")
        assert "[bold" in opened.text("#status")


async def test_the_net_holds_for_widgets_that_show_raw_text(db: Path) -> None:
    async with desk(db) as opened:
        raw = Static(NASTY, markup=False)
        line = Input(NASTY)
        for widget in (raw, line):
            widget.styles.dock = "top"
        await opened.review.mount(raw, line)
        await opened.rest()
        for widget in (raw, line):
            shown = "".join(strip.text for strip in widget.render_lines(widget.size.region))
            assert display(shown) == shown
        assert "PWNED" in opened.app.export_screenshot()


def test_the_net_passes_what_is_safe_and_keeps_every_offset() -> None:
    segments = [Segment("plain"), Segment("é漢🙂"), Segment(NASTY), Segment("\x1b[0m", None, [(1, 2)])]  # type: ignore[list-item]
    caught = SafeOutput(()).apply(segments, Color.parse("black"))
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
