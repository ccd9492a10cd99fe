from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import SpanRef
from factcheck.review.corrections.marking import MOVES, Marking, snapped, word_at

TEXT = "Port Ansel: 1,200 people were hurt.\nAt least 15-year-old boats sank. Divers left."


def over(words: str, text: str = TEXT) -> Marking:
    start = text.index(words)
    return Marking("text", text, start + len(words), start)


def moved(marking: Marking, *names: str) -> Marking:
    for name in names:
        marking = MOVES[name](marking)
    return marking


def test_the_end_moves_by_character_and_the_other_edge_after_a_switch() -> None:
    assert moved(over("people"), "right", "right").words == "people w"
    assert moved(over("people"), "left").words == "peopl"
    assert moved(over("people"), "switch", "left", "left").words == "0 people"
    assert moved(over("people"), "switch", "right", "switch", "left").words == "eopl"


def test_an_edge_moves_over_whole_words_and_numbers() -> None:
    assert moved(over("people"), "word_right").words == "people were"
    assert moved(over("people"), "switch", "word_left").words == "1,200 people"
    assert moved(over("1,200 people"), "word_left").words == "1,200"
    assert moved(over("At least"), "word_right").words == "At least 15-year-old"


def test_edges_do_not_cross_and_something_stays_marked() -> None:
    marking = over("people")
    assert moved(marking, *["left"] * 20).words == "p"
    assert moved(marking, "word_left") == marking
    assert moved(marking, "switch", *["right"] * 20).words == "e"


def test_the_edges_of_the_sentence() -> None:
    assert moved(over("people"), "last").words == "people were hurt."
    assert moved(over("people"), "switch", "first").words == "Port Ansel: 1,200 people"
    assert moved(over("boats"), "sentence_right").words == "boats sank."
    assert moved(over("boats"), "sentence_right", "sentence_right").words == "boats sank. Divers left."


def test_a_caret_walks_freely_and_begins_with_the_word_it_stands_in() -> None:
    caret = Marking("text", TEXT, 0)
    assert caret.span is None
    assert moved(caret, "word_right", "word_right").begun().words == "1,200"
    assert moved(caret, "sentence_right").begun().words == "At"
    assert moved(caret, "right", "right").begun().words == "Port"
    assert moved(caret, "last").caret == TEXT.index("\n")
    begun = moved(caret, "right").begun()
    assert begun.ended() == Marking("text", TEXT, begun.caret)
    assert Marking("text", TEXT, len(TEXT)).begun().words in {"", "left"}


def test_blanks_at_the_edges_are_no_part_of_the_words() -> None:
    marking = moved(over("people"), "right", "switch", "left")
    assert marking.words == " people "
    start = TEXT.index("people")
    assert marking.trimmed == SpanRef("text", start, start + 6)
    assert Marking("text", "a  b", 3, 1).trimmed is None


@pytest.mark.parametrize("letter", ["e\u0301", "👩\u200d🚒", "👍\U0001f3fd", "\r\n"])
def test_what_is_read_as_one_character_is_never_cut(letter: str) -> None:
    text = f"a{letter}b"
    assert moved(Marking("text", text, 1), "right").caret == len(text) - 1
    assert moved(Marking("text", text, len(text) - 1), "left").caret == 1


def test_dragging_marks_whole_words() -> None:
    start = TEXT.index("200")
    assert TEXT[slice(*snapped(TEXT, start, TEXT.index("eople") + 2))] == "1,200 people"
    assert TEXT[slice(*word_at(TEXT, start))] == "1,200"


@given(st.text(max_size=60), st.lists(st.sampled_from([*MOVES, "begin", "end"]), max_size=30), st.integers(0, 60))
def test_any_keys_keep_the_marking_whole(text: str, keys: list[str], caret: int) -> None:
    marking = Marking("text", text, min(caret, len(text)))
    for key in keys:
        if key in MOVES:
            marking = MOVES[key](marking)
        else:
            marking = marking.begun() if key == "begin" and marking.anchor is None else marking.ended()
        assert 0 <= marking.caret <= len(text)
        assert marking.span is None or 0 <= marking.span.start < marking.span.end <= len(text)
        trimmed = marking.trimmed
        assert trimmed is None or text[trimmed.start : trimmed.end] == marking.words.strip()


@given(st.text(alphabet="ab \u0301\u200d\n", max_size=30), st.lists(st.sampled_from(["left", "right"]), max_size=20))
def test_a_caret_never_stands_before_a_mark_that_belongs_to_a_letter(text: str, keys: list[str]) -> None:
    marking = moved(Marking("text", text, 0), *keys)
    here = text[marking.caret : marking.caret + 1]
    assert marking.caret in {0, len(text)} or not unicodedata.category(here).startswith("M")


@pytest.mark.parametrize("text", ["a" * 2_000_000, "a-" * 1_000_000, " " * 2_000_000, "\n" * 2_000_000])
def test_long_texts_cost_no_more(text: str) -> None:
    began = time.process_time()
    moved(Marking("text", text, len(text) // 2).begun(), *[name for name in MOVES for _ in range(3)])
    assert time.process_time() - began < 0.5
