"""The toll of an article beside its casualty claims in the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Casualty
from tests.tui.desk import Desk, Made, article, choir, claim, desk, ferry, make_db

QUAY = (
    "Between 10 and 14 people were killed and 30 were injured at the Brask quay. "
    "A crane driver was also hurt. A clip of it had 4,000 views."
)


def quay(name: str = "quay.txt", more: str = "") -> Made:
    made = article(name, QUAY + more)
    return made, [
        claim(made, "Between 10 and 14", Casualty("killed", 10, 14, "range", "people")),
        claim(made, "30", Casualty("injured", 30, 30, "=")),
    ]


async def go_to(opened: Desk, quote: str) -> None:
    while opened.quote != quote:
        before = opened.quote
        await opened.press("j")
        assert opened.quote != before, f"{quote} is not in the queue"


async def test_every_casualty_claim_has_its_articles_toll_beside_it(tmp_path: Path) -> None:
    async with desk(make_db(tmp_path / "claims.db", [quay()])) as opened:
        for quote in ("Between 10 and 14", "30"):
            await go_to(opened, quote)
            assert "toll 10 killed (10 to 14) · 31 injured" in opened.words("#claim")


async def test_the_words_that_a_toll_rests_on_are_listed(tmp_path: Path) -> None:
    async with desk(make_db(tmp_path / "claims.db", [quay()]), size=(120, 60)) as opened:
        words = opened.words("#claim")
        assert "counted killed: “Between 10 and 14" in words
        assert "injured: “30" in words


async def test_other_claims_have_no_toll_beside_them(tmp_path: Path) -> None:
    async with desk(make_db(tmp_path / "claims.db", [ferry(), choir()])) as opened:
        assert "toll " in opened.words("#claim")
        for quote in ("Thursday", "a million"):
            await go_to(opened, quote)
            assert "toll " not in opened.words("#claim")


async def test_each_article_has_its_own_toll(tmp_path: Path) -> None:
    other = article("mine.txt", "Nine miners died in a blast at Korr.")
    nine = claim(other, "Nine", Casualty("killed", 9, 9, "=", "miners"))
    async with desk(make_db(tmp_path / "claims.db", [quay(), (other, [nine])])) as opened:
        await go_to(opened, "Nine")
        assert "toll 9 killed" in opened.words("#claim")
        await opened.press("k")
        assert "toll 10 killed (10 to 14)" in opened.words("#claim")


async def test_a_label_leaves_the_toll_where_it_is(tmp_path: Path) -> None:
    async with desk(make_db(tmp_path / "claims.db", [quay()])) as opened:
        await opened.press("c")
        await opened.press("k")
        assert opened.quote == "Between 10 and 14"
        assert "toll 10 killed (10 to 14) · 31 injured" in opened.words("#claim")


async def test_a_long_article_has_its_toll_too(tmp_path: Path) -> None:
    """It is reckoned by the thread that may take its time."""
    path = make_db(tmp_path / "claims.db", [quay(more=" The harbour was quiet again by night." * 1_000)])
    async with desk(path) as opened:
        assert "toll 10 killed (10 to 14) · 31 injured" in opened.words("#claim")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_line_is_broken_within_the_panel(tmp_path: Path, size: tuple[int, int]) -> None:
    more = " The flood displaced 4,000 people, 12 are missing and gunmen kidnapped seven workers."
    async with desk(make_db(tmp_path / "claims.db", [quay(more=more)]), size=size) as opened:
        assert "4,000 displaced · 7 captured" in opened.words("#claim")
        panel = opened.review.query_one("#claim")
        assert all(len(line) <= panel.size.width for line in opened.text("#claim").split("\n"))
        assert all(len(line) <= size[0] for line in opened.screen_text.split("\n"))


async def test_hostile_words_do_no_harm(tmp_path: Path) -> None:
    made = article("a.txt", "The [bold]mayor\x1b[31m, Ole\u202eBrandt, was killed with two guards at Velm.")
    two = claim(made, "two", Casualty("killed", 2, 2, "=", "guards"))
    async with desk(make_db(tmp_path / "claims.db", [(made, [two])])) as opened:
        assert " killed" in opened.words("#claim")
        assert not {"\x1b", "\u202e"} & set(opened.screen_text)
