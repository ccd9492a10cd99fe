import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.grammar.text import Span, display, display_line, sentences


def _split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Pavel Orlov met Lt. Col. Ann Roe and Cmdr. Sean Poe.",
        "Sens. Cora Book and Rep. Ilse Omar voted no.",
        "HAYWOOD, Calif. (AP) — A barn burned down.",
        "LISBON (AP) — A barn burned down.",
        "The U.S. Fish and Wildlife Service counted them.",
        "It was sunny on Nov. 9 and on Jan. 3.",
        "She holds an M.A. in history and a Ph.D. from Rome.",
        "Amy Kost (D-Minn. ) said so.",
        "“Don’t mind me!” he told them.",
        '"A ‘harbour problem’?" Schiller asked.',
        "“Are you mad?” Mr. van Dale asked.",
        "Martin J. Blake and V. V. Petrov arrived at 6 a.m. Sunday.",
        "Prices rose by 3.5 points at example.com and Yahoo! while iPhones sold.",
        "Nos. 3 and 4 of vol. 2, pp. 11 to 12, are lost.",
        "Berthold & Sons Co. said little.",
        "He paused … and then went on.",
    ],
)
def test_a_stop_that_ends_no_sentence_is_passed_over(text: str) -> None:
    assert _split(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They met before the storm began.", "Nobody spoke."),
        ("They left for the U.S.", "The rest stayed."),
        ("He joined Berthold & Sons Inc.", "The firm grew."),
        ("The shop shut at 5 p.m.", "Police came later."),
        ('He said "No."', "She left."),
        ("“We can’t go on.”", "“You must.”"),
        ("The patient had surgery.", "© Provided by a wire"),
        ("It lacked vitamin C.", "He knew."),
        ("They sat in the sun.", "It was noon."),
        ("They said no.", "It ended."),
        ("What?!", "Yes, he did."),
        ("It was over …", "Then it began."),
    ],
)
def test_a_sentence_ends_at_its_stop(first: str, second: str) -> None:
    assert _split(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("before the war began.Nobody spoke", ["before the war began.", "Nobody spoke"]),
        ("of kings who lose wars’.In a talk", ["of kings who lose wars’.", "In a talk"]),
        ("they drag on.Experts say", ["they drag on.", "Experts say"]),
        ("Read it at Harbour.Com today", ["Read it at Harbour.Com today"]),
        ("St.Petersburg froze", ["St.Petersburg froze"]),
    ],
)
def test_a_space_lost_in_flattening_still_parts_sentences(glued: str, parts: list[str]) -> None:
    assert _split(glued) == parts


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_a_line_always_ends_a_sentence(line_break: str) -> None:
    assert _split(f"A heading without a stop{line_break}and a line") == ["A heading without a stop", "and a line"]


def test_only_the_stretch_asked_for_is_split_and_offsets_are_the_texts() -> None:
    text = "One here. Two here. Three here."
    assert sentences(text, 10, 20) == [Span(10, 19)]


@given(st.text(alphabet="aB .!?…\"'”’)\n\r9é—J", max_size=80), st.integers(0, 20), st.integers(0, 80))
def test_sentences_are_ordered_trimmed_and_leave_out_only_white_space(text: str, start: int, end: int) -> None:
    end = max(start, end)
    found = sentences(text, start, min(end, len(text)))
    edges = [edge for span in found for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in found)
    kept = "".join(text[span.start : span.end] for span in found)
    assert "".join(kept.split()) == "".join(text[start:end].split())


@pytest.mark.parametrize("unit", [".", '."', '?"', "a.A", "Mr. ", "J.", " ", "A.b-", "…", "e.g.", '." ', "x"])
def test_splitting_takes_time_in_proportion_to_the_text(unit: str) -> None:
    text = unit * (200_000 // len(unit)) + "x"
    begun = time.process_time()
    sentences(text)
    assert time.process_time() - begun < 2


@given(st.text())
def test_display_keeps_the_length_and_leaves_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = display(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if c != "\n" and unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]


@pytest.mark.parametrize(
    "code",
    [
        *(0x00, 0x07, 0x08, 0x1B, 0x7F, 0x85, 0x9B, 0x9D),
        *(0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2028, 0x2060, 0x2066, 0x2069, 0x061C),
        *(0x00AD, 0x034F, 0x115F, 0x180E, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0xD800, 0xDFFF, 0xE0041, 0xE0100),
    ],
)
def test_display_replaces_what_hides_reorders_or_commands(code: int) -> None:
    shown = display(f"a{chr(code)}b")
    assert shown[0] + shown[2] == "ab"
    assert shown[1] != chr(code)
    assert shown[1].isprintable()


def test_display_shows_controls_as_pictures_and_leaves_plain_text_alone() -> None:
    assert display("a\tb\r\n\x1b[31m é 🎙 中") == "a b \n␛[31m é 🎙 中"
    assert display_line("a\nb") == "a b"
