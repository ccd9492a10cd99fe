from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from factcheck.model import ClaimFilter, LabelField, Labels
from factcheck.review.keys import LABEL_KEYS
from factcheck.store import Store
from factcheck.store.labels import new_event
from tests.tui.desk import desk, make_db, tolls, until
from tests.tui.hindrances import another_writer

DECISIVE = [key for key in LABEL_KEYS if key.field is not LabelField.CONFIDENCE]
"""The labels that make a claim done."""


def labels_on_disk(path: Path, quote: str, annotator: str = "anna") -> Labels | None:
    with Store.open(path, readonly=True) as store:
        rows = store.rows(store.claim_ids(ClaimFilter(foreign=True)), annotator)
    return next(row.labels for row in rows if row.quote == quote)


def label_as(path: Path, annotator: str, quote: str, field: LabelField, value: str) -> None:
    with Store.open(path) as store:
        rows = store.rows(store.claim_ids(ClaimFilter(foreign=True)), annotator)
        claim_id = next(row.id for row in rows if row.quote == quote)
        store.label([new_event(claim_id, annotator, field, value, batch=quote + value, origin="review")])


async def test_it_opens_on_the_first_claim_to_do_with_its_article_and_value(db: Path) -> None:
    label_as(db, "anna", "At least 12", LabelField.EXTRACTION, "correct")
    async with desk(db) as opened:
        assert opened.quote == "30"
        assert "2/7" in opened.text("#status")
        assert "6 left, 1 done" in opened.text("#status")
        assert "Ferry sinks off Port Ansel" in opened.text("#article")
        assert "30 injured" in opened.screen_text


async def test_each_label_key_saves_its_choice_and_moves_on(tmp_path: Path) -> None:
    path = make_db(tmp_path / "claims.db", tolls(2))
    async with desk(path) as opened:
        for row, key in enumerate(DECISIVE):
            await opened.press(key.keys[0])
            assert opened.quote == f"{1001 + row}"
            assert key.letter in opened.text("#queue").splitlines()[1 + row][:8]
    for row, key in enumerate(DECISIVE):
        labels = labels_on_disk(path, f"{1000 + row}")
        assert labels is not None
        assert getattr(labels, key.field.value) == key.value


async def test_saying_how_sure_one_is_does_not_move_on_before_the_claim_is_done(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("8")
        assert opened.quote == "At least 12"
        await opened.press("1")
        assert opened.quote == "30"
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert (labels.confidence, labels.verdict) == ("low", "supported")


async def test_a_verdict_alone_says_that_the_claim_is_correct(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("2")
        await opened.press("v", "k", "2")
    first, second = labels_on_disk(db, "At least 12"), labels_on_disk(db, "30")
    assert first is not None
    assert (first.extraction, first.verdict) == ("correct", "refuted")
    assert second is not None
    assert (second.extraction, second.verdict) == ("wrong_value", "refuted")


async def test_undo_takes_back_a_whole_keypress_and_goes_there_and_redo_says_it_again(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("1", "c", "u")
        assert opened.quote == "30"
        await opened.press("u")
        assert opened.quote == "At least 12"
        assert "7 left" in opened.text("#status")
        taken_back = labels_on_disk(db, "At least 12")
        assert taken_back is None or taken_back.verdict is taken_back.extraction is None
        await opened.press("U")
        assert "6 left" in opened.text("#status")
    again = labels_on_disk(db, "At least 12")
    assert again is not None
    assert (again.extraction, again.verdict) == ("correct", "supported")


async def test_a_label_typed_right_after_undo_meets_the_claim_that_was_taken_back(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("c")
        await opened.press("u", "x")
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert labels.extraction == "not_a_claim"
    assert labels_on_disk(db, "30") is None


async def test_undo_reaches_back_over_a_restart(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("x")
    async with desk(db) as opened:
        assert opened.quote == "30"
        await opened.press("u")
        assert opened.quote == "At least 12"
        assert any("Took back" in notice for notice in opened.notices)
        await opened.press("u")
        assert any("Nothing of yours" in notice for notice in opened.notices)


async def test_clearing_takes_the_labels_off_and_stays(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("1", "k", "minus")
        assert opened.quote == "At least 12"
        assert "7 left" in opened.text("#status")
        await opened.press("u")
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert (labels.extraction, labels.verdict) == ("correct", "supported")


async def test_a_note_is_typed_while_every_key_of_the_desk_is_silent(db: Path) -> None:
    async with desk(db) as opened:
        await opened.write("n", "curved 12 x?")
        assert opened.quote == "At least 12"
        assert "curved 12 x?" in opened.text("#claim")
        assert "7 left" in opened.text("#status")
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert (labels.note, labels.extraction, labels.verdict) == ("curved 12 x?", None, None)


async def test_keys_typed_before_a_prompt_has_opened_label_nothing(db: Path) -> None:
    async with desk(db) as opened:
        opened.strike("n", "x", "1", "c")
        await until(lambda: isinstance(opened.app.focused, Input))
        await opened.press("escape")
        assert "7 left" in opened.text("#status")


async def test_keys_typed_behind_a_prompt_that_opens_late_label_nothing(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("c")
        with another_writer(db):
            opened.strike("u", "n", "x", "1")
            await until(lambda: len(opened.review._held) == 3)
        await until(lambda: isinstance(opened.app.focused, Input))
        await opened.press("escape")
        assert "7 left" in opened.text("#status")
    assert labels_on_disk(db, "At least 12") is None


async def test_a_note_is_changed_emptied_or_left(db: Path) -> None:
    label_as(db, "anna", "At least 12", LabelField.NOTE, "ask")
    async with desk(db) as opened:
        opened.strike("n")
        await until(lambda: isinstance(opened.app.focused, Input))
        await opened.press("s", "escape")
        assert "ask" in opened.text("#claim")
        await opened.write("n", "ed")
        assert "asked" in opened.text("#claim")
        await opened.write("n", "", erase=5)
    labels = labels_on_disk(db, "At least 12")
    assert labels is None or labels.note is None


async def test_the_right_value_is_written_in_words_and_says_wrong_value_as_well(db: Path) -> None:
    async with desk(db) as opened:
        await opened.write("e", "at least 15 injured", erase=40)
        assert opened.quote == "30"
        await opened.press("k")
        assert "Right value at least 15 injured (people)" in opened.words("#claim")
        labels = labels_on_disk(db, "At least 12")
        assert labels is not None
        assert labels.extraction == "wrong_value"
        assert json.loads(labels.corrected_value or "") == {
            "effect": "injured", "low": 15, "high": None, "comparator": ">=", "who": "people",
        }  # fmt: skip
        await opened.press("c", "k")
        assert "Right value" not in opened.text("#claim")
        await opened.press("u")
        assert "Right value at least 15" in opened.words("#claim")


async def test_it_moves_by_claim_by_article_and_to_what_is_to_do(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("j")
        assert opened.quote == "30"
        await opened.press("k", "k")
        assert opened.quote == "At least 12"
        await opened.press("right_square_bracket")
        assert opened.quote == "a million"
        await opened.press("j", "left_square_bracket")
        assert opened.quote == "a million"
        await opened.press("left_square_bracket")
        assert opened.quote == "At least 12"
        await opened.press("end")
        assert opened.quote.startswith("Ada Moor")
        await opened.press("right_square_bracket")
        assert any("last article" in notice for notice in opened.notices)
        await opened.press("space")
        assert opened.quote == "At least 12"
        await opened.press("c", "k", "space")
        assert opened.quote == "30"
        await opened.press("pagedown", "home")
        assert opened.quote == "At least 12"


async def test_a_changed_label_of_a_done_claim_goes_to_the_next_row(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("c", "c", "home", "x")
        assert opened.quote == "30"


async def test_it_stays_on_the_claim_when_told_to(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("l", "w", "1")
        assert opened.quote == "At least 12"
        assert "lingering" in opened.text("#status")
        await opened.press("l", "c")
        assert opened.quote == "30"
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert (labels.extraction, labels.verdict, labels.check_worthiness) == ("correct", "supported", "check_worthy")


async def test_filters_by_type_keep_the_place_where_they_can(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("right_square_bracket", "j")
        assert opened.quote == "more than 1.2 million"
        await opened.press("p")
        assert opened.quotes == ["a million", "more than 1.2 million"]
        assert opened.quote == "more than 1.2 million"
        assert "type:view_count" in opened.text("#status")
        await opened.press("p")
        assert opened.quotes == ["At least 12", "30"]
        await opened.press("escape")
        assert len(opened.quotes) == 7


async def test_filters_by_state(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("c", "o")
        assert "At least 12" not in opened.quotes
        assert "1/6" in opened.text("#status")
        await opened.press("c")
        assert opened.quotes[0] == "30"
        assert "5 left, 1 done" in opened.text("#status")
        await opened.press("o")
        assert opened.quotes == ["At least 12", "30"]
        await opened.press("o")
        assert len(opened.quotes) == 7


async def test_foreign_words_stay_out_unless_asked_for(db: Path) -> None:
    async with desk(db) as opened:
        assert "4,000" not in opened.quotes
        await opened.press("h")
        assert "4,000" in opened.quotes
        assert "section:*" in opened.text("#status")
        await opened.press("h")
        assert "4,000" not in opened.quotes


async def test_search_finds_words_and_an_empty_line_ends_it(db: Path) -> None:
    async with desk(db) as opened:
        await opened.write("slash", "ferry")
        assert opened.quotes == ["At least 12", "30", "Thursday"]
        assert "ferry" in opened.text("#status")
        await opened.write("slash", "", erase=5)
        assert len(opened.quotes) == 7


@pytest.mark.parametrize("words", ["a OR (", "zebra", "NEAR(", "%_"])
async def test_search_without_a_match_says_what_to_do(db: Path, words: str) -> None:
    async with desk(db) as opened:
        await opened.write("slash", words)
        assert "No claim is like this" in opened.text("#claim")
        assert "0/0" in opened.text("#status")
        await opened.press("c", "1", "u", "escape")
        assert len(opened.quotes) == 7


async def test_the_panel_says_where_a_value_comes_from(db: Path) -> None:
    label_as(db, "boris", "At least 12", LabelField.VERDICT, "refuted")
    async with desk(db, size=(200, 60)) as opened:
        first = opened.text("#claim")
        for words in (
            "at least 12 killed (people)",
            "12 and up (at least)",
            "the harbour master → Ole Brandt (said)",
        ):
            assert words in first
        assert "boris: refuted" in first
        await opened.press("j")
        assert "total of parts" in opened.text("#claim")
        await opened.press("j")
        date_panel = opened.words("#claim")
        assert "Thu 2022-11-24" in date_panel
        assert "counted from 2022-11-24, the article's day (json-ld; also dated" in date_panel
        await opened.press("end")
        members = opened.text("#claim")
        assert "3, said to be 3" in members
        assert "2. Ben Lund" in members


async def test_other_peoples_labels_arrive_on_reload_and_change_nothing_of_mine(db: Path) -> None:
    async with desk(db) as opened:
        label_as(db, "boris", "At least 12", LabelField.EXTRACTION, "duplicate")
        await opened.press("f5")
        assert "boris: duplicate" in opened.text("#claim")
        assert "7 left" in opened.text("#status")


async def test_when_all_is_done_it_says_so_and_what_comes_next(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press(*"ccccccc")
        assert "0 left, 7 done" in opened.text("#status")
        assert any("Everything in this queue is done" in notice for notice in opened.notices)
        await opened.press("space", "o")
        assert "factcheck export" in opened.text("#claim")


async def test_an_empty_database_says_how_to_fill_it(tmp_path: Path) -> None:
    async with desk(make_db(tmp_path / "empty.db", [])) as opened:
        assert "factcheck extract" in opened.text("#claim")
        await opened.press("c", "j", "space", "n", "u", "right_square_bracket", "end", "minus")
        assert opened.app.is_running


async def test_the_help_page_names_every_key(db: Path) -> None:
    async with desk(db, size=(120, 90)) as opened:
        await opened.press("question_mark")
        page = opened.screen_text
        for key in LABEL_KEYS:
            assert key.words in page
        await opened.press("c", "escape")
        assert opened.quote == "At least 12"
    assert labels_on_disk(db, "At least 12") is None


async def test_a_click_picks_a_row_or_a_claim_in_the_article(db: Path) -> None:
    async with desk(db) as opened:
        await opened.pilot.click("#queue", offset=(10, 3))
        await opened.rest()
        assert opened.quote == "Thursday"
        lines = opened.text("#article").splitlines()
        y = next(y for y, line in enumerate(lines) if "At least 12" in line)
        await opened.pilot.click("#article", offset=(lines[y].index("At least") + 2, y))
        await opened.rest()
        assert opened.quote == "At least 12"


async def test_the_words_or_the_sentence_are_copied_made_safe(db: Path) -> None:
    async with desk(db) as opened:
        await opened.press("y")
        assert opened.app.clipboard == "At least 12"
        await opened.press("Y")
        assert opened.app.clipboard.startswith("At least 12 people were killed")
        assert opened.app.clipboard.endswith("the harbour master.")


async def test_the_theme_changes_between_dark_and_light(db: Path) -> None:
    async with desk(db) as opened:
        assert opened.app.current_theme.dark
        await opened.press("ctrl+t")
        assert not opened.app.current_theme.dark


async def test_the_palette_labels_by_name(db: Path) -> None:
    async with desk(db) as opened:
        opened.strike("ctrl+p")
        await until(lambda: isinstance(opened.app.focused, Input))
        opened.strike(*"wrong type")
        hits = opened.app.screen.query_one(OptionList)
        await until(lambda: hits.option_count > 0 and hits.highlighted == 0)
        opened.strike("enter")
        await until(lambda: labels_on_disk(db, "At least 12") is not None)
        await opened.rest()
        assert opened.quote == "30"
    labels = labels_on_disk(db, "At least 12")
    assert labels is not None
    assert labels.extraction == "wrong_type"


async def test_q_leaves_with_everything_saved(db: Path) -> None:
    async with desk(db) as opened:
        app = opened.app
        opened.strike("c", "1", "x", "q")
        await until(lambda: app.return_code is not None)
    assert app.return_code == 0
    assert [labels_on_disk(db, quote) is not None for quote in ("At least 12", "30", "Thursday")] == [True] * 3
