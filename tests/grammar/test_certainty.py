import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.grammar.certainty import certainty_at
from factcheck.grammar.text import Span
from factcheck.model import CERTAINTIES


def _of(marked: str) -> str | None:
    """How sure the words are of the figure between square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return certainty_at(text, Span(0, len(text)), start, end)


SAID: list[tuple[str, str | None]] = [
    # each of the certainties
    ("[Twelve] people died, the coroner confirmed.", "confirmed"),
    ("The ministry has confirmed [nine] deaths.", "confirmed"),
    ("[Nine] miners were confirmed dead.", "confirmed"),
    ("[Nine] miners were reportedly killed.", "reported"),
    ("Local radio reported [five] dead.", "reported"),
    ("There are reports of [dozens] of injuries.", "reported"),
    ("[No] injuries were reported.", "reported"),
    ("The rebels claimed that [40] soldiers died.", "claimed"),
    ("The rebels claimed [forty] soldiers died.", "claimed"),
    ("[Forty] soldiers died, the rebels claimed.", "claimed"),
    ("[An estimated 300] people were hurt.", "estimated"),
    ("Engineers estimate that [70] were inside.", "estimated"),
    ("It is feared that [30] sailors drowned.", "feared"),
    ("[Thirty] sailors are feared drowned.", "feared"),
    ("[Two] hikers may have drowned.", "feared"),
    ("[Six] people were believed to be trapped.", "feared"),
    ("The army denied that [12] villagers were shot.", "disputed"),
    ("The toll of [12] is disputed.", "disputed"),
    # plain assertion
    ("[Twelve] people died on the ferry.", None),
    # what is not confirmed is told by somebody all the same
    ("The death of [two] guards was not confirmed.", "reported"),
    ("Officials could not confirm that [two] guards died.", "reported"),
    ("Unconfirmed accounts speak of [two] dead.", "reported"),
    ("[Two] are not feared lost.", None),
    # the nearest word of the same statement
    ("Police confirmed the blast; [three] are feared dead.", "feared"),
    ("Police confirmed one death, but [three] more are feared dead.", "feared"),
    ("Police confirmed the fire; [three] died.", None),
    # words that are of something else
    ("The flood claimed [49] lives.", None),
    ("No one claimed the bombing that hurt [two].", None),
    ("An estimated 300 people marched and [two] died.", None),
    ("[Two] men, believed to be guides, died.", None),
    ("He denied them entry and shot [two] porters.", None),
    ("[Two] died, and a third may have drowned.", None),
    ("The town lives in fear: [two] died.", None),
    ("[Twelve] were shot after a dispute.", None),
    ("The alleged gunman hit [two] porters.", None),
    ("He was reportedly held after a bomb hurt [two] clerks.", None),
    ("[Dozens] died in the raid, reportedly led by a clerk.", None),
    ("Reportedly, a man and [two] women died.", "reported"),
    # figures of an audience
    ("The clip has reportedly been seen [2 million] times.", "reported"),
    ("[Some 40,000] people attended, organisers claimed.", "claimed"),
]


@pytest.mark.parametrize(("marked", "said"), SAID)
def test_the_nearest_word_of_certainty_is_the_figures(marked: str, said: str | None) -> None:
    assert _of(marked) == said


def test_words_of_another_sentence_say_nothing() -> None:
    text = "It is feared so. Two died. Police confirmed it."
    assert certainty_at(text, Span(17, 26), 17, 20) is None


@given(st.text(st.sampled_from("feared not confirmed 12 ,;\n"), max_size=80), st.integers(0, 40), st.integers(1, 9))
def test_any_stretch_of_any_text_has_one_of_the_certainties_or_none(text: str, start: int, size: int) -> None:
    assert certainty_at(text, Span(0, len(text)), start, start + size) in (None, *CERTAINTIES)


@pytest.mark.parametrize("piece", ["claimed that ", "not yet been ", "an estimated 300 ", "reports ", "; ", "a "])
def test_a_figure_in_an_endless_sentence_costs_no_more_than_in_a_short_one(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    begin = time.process_time()
    for place in range(0, len(text), len(text) // 50):
        certainty_at(text, Span(0, len(text)), place, place + 2)
    assert time.process_time() - begin < 2
