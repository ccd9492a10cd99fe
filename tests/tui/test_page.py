from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck.grammar.text import display
from factcheck.model import Casualty, Claim, ClaimType, SectionKind
from factcheck.store import StoredClaim
from factcheck.tui.page import lay_out, lines_of, marks, styled
from factcheck.tui.window import MAX_CHARACTERS, MAX_LINE, MAX_LINES, window
from tests.tui.desk import Made, article, choir, claim, ferry

texts = st.text(max_size=300) | st.text("ab \n\r漢", max_size=300)


def stored(made: Made) -> list[StoredClaim]:
    return [StoredClaim(number, f"{number:016}", 1, "x", one, (), "") for number, one in enumerate(made[1], 1)]


def lit(made: Made, index: int, width: int) -> str:
    """The text that the page lights for a claim."""
    over = marks(made[0], stored(made), made[1][index], "anna")
    lines = lay_out(made[0], made[1][index], width)
    return " ".join(
        text for line in lines if line.field for text, styles in styled(line, over) if styles[-1:] == ("current",)
    )


def test_the_claim_at_hand_is_lit_in_text_and_title() -> None:
    assert lit(ferry(), 0, 60) == "At least 12"
    assert lit(choir(), 0, 60) == "a million"
    assert lit(choir(), 3, 20).split() == ["Ada", "Moor,", "Ben", "Lund", "and", "Cleo", "Park"]


@given(texts, st.data())
def test_any_span_of_any_text_is_lit_exactly(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made = article("x", text)
    one = Claim(
        ClaimType.CASUALTY, start, end, text[start:end], Casualty("killed", 1, 1, "="), "text",
        SectionKind.BODY, start, end, "x@1",
    )  # fmt: skip
    shown = "".join(lit((made, [one]), 0, data.draw(st.integers(1, 40))).split())
    assert shown == "".join(display(text[start:end]).split())


def test_every_section_speaker_and_claim_has_its_style() -> None:
    made = ferry()
    over = marks(made[0], stored(made), made[1][0], "anna")
    of = {mark.style: made[0].text[mark.start : mark.end] for mark in over}
    assert of["headline"] == "Ferry sinks off Port Ansel"
    assert of["foreign"].startswith("READ ALSO")
    assert of["speaker"] == "the harbour master"
    assert of["sentence"].startswith("At least 12 people were killed")
    assert of["current"] == "At least 12"


@given(st.text("ab \n", max_size=200), st.integers(0, 200))
def test_a_usual_article_is_shown_whole(text: str, around: int) -> None:
    shown = window(text, around)
    assert (shown.above, shown.below) == (0, 0)
    assert "\n".join(text[piece.start : piece.end] for piece in shown.pieces) == text


@given(st.integers(0, 400), st.integers(0, 400), st.integers(1, 60_000))
def test_a_huge_article_is_shown_around_the_claim(above: int, below: int, line: int) -> None:
    text = "line\n" * above + "x" * line + "12" + "y" * line + "\nline" * below
    around = above * 5 + line
    shown = window(text, around)
    assert len(shown.pieces) <= MAX_LINES
    assert sum(piece.end - piece.start for piece in shown.pieces) <= MAX_CHARACTERS + MAX_LINE
    here = next(piece for piece in shown.pieces if piece.start <= around < piece.end)
    assert text[around : around + 2] == "12"
    assert here.end >= around + 2
    assert shown.above == shown.pieces[0].start or shown.pieces[0].cut_left


def test_what_is_left_out_is_said() -> None:
    made = article("x", "first\n" * 500 + "12 died\n" + "last\n" * 500)
    one = claim(made, "12", Casualty("killed", 12, 12, "="))
    lines = lay_out(made, one, 40)
    assert "characters above" in lines[0].text
    assert "characters below" in lines[-1].text
    assert lines_of(lines, "text", one.start, one.end) is not None
    assert lines_of(lines, "title", 0, 5) is None
    wide = replace(made, text="12 died " + "so " * 20_000)
    assert any("the line goes on" in line.text for line in lay_out(wide, replace(one, start=0, end=2), 40))
