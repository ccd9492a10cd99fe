import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import view_counts
from factcheck.extract.context import Context, Found
from factcheck.extract.view_counts.lexicon import TRIGGER_WORDS
from factcheck.model import Article, ViewCount

Told = tuple[str, str]
"""Core words and metric."""


def _found(text: str) -> list[Found]:
    return list(view_counts.extract(Context(Article("0" * 64, "a", "a.txt", text), "text")))


def _value(found: Found) -> ViewCount:
    assert isinstance(found.value, ViewCount)
    return found.value


def _told(text: str) -> list[Told]:
    return [(text[one.start : one.end], _value(one).metric) for one in _found(text)]


STATED: list[tuple[str, list[Told]]] = [
    # how often
    ("The trailer was viewed more than 3.4 million times.", [("more than 3.4 million", "views")]),
    ("Clip of dropped pen viewed 1 Million Times", [("1 Million", "views")]),
    ("People had watched streams of the launch 900,000 times.", [("900,000", "views")]),
    ("A song streamed 12 million times since April", [("12 million", "streams")]),
    ("The post was shared hundreds of times.", [("hundreds", "shares")]),
    ("The app has been downloaded upwards of 200,000 times.", [("upwards of 200,000", "downloads")]),
    ("It was retweeted 5,400 times and liked by 12,000 users.", [("5,400", "shares"), ("12,000", "likes")]),
    # the noun behind the number
    ("The clip has 40,000 views and 3,000 likes.", [("40,000", "views"), ("3,000", "likes")]),
    ("The advert got 7,100 likes and 62,500 dislikes.", [("7,100", "likes"), ("62,500", "dislikes")]),
    ("It had 3,000 reactions and 400 comments on the page.", [("3,000", "likes"), ("400", "comments")]),
    ("The forum got tens of thousands of angry comments.", [("tens of thousands", "comments")]),
    ("It drew 2.2 million prime-time viewers.", [("2.2 million", "viewers")]),
    ("The museum had 5,200 visitors in a week.", [("5,200", "visitors")]),
    ("She has 1.1m followers on Instagram.", [("1.1m", "followers")]),
    ("The newspaper has 70,000 subscribers.", [("70,000", "subscribers")]),
    ("The podcast passed 80,000 downloads.", [("80,000", "downloads")]),
    ("The petition gathered 635,000 online signatures.", [("635,000", "signatures")]),
    ("The novel has sold five million copies.", [("five million", "copies")]),
    ("26,000 tickets have been sold for the tour.", [("26,000", "copies")]),
    ("A 369-million-views-and-counting video", [("369-million", "views")]),
    # who did it
    ("The final was watched by 3.4 million people.", [("3.4 million", "viewers")]),
    ("So far 1.3 million people have seen the video.", [("1.3 million", "viewers")]),
    ("More than 2,000 people have shared her post.", [("More than 2,000", "shares")]),
    ("A petition signed by 38,000 people was handed in.", [("38,000", "signatures")]),
    ("62,000 sign petition against new road", [("62,000", "signatures")]),
    ("Fifty former judges, including Ana Ruiz, signed a letter.", [("Fifty", "signatures")]),
    ("About 600 islanders attended the service.", [("About 600", "attendance")]),
    ("Some 40 supporters and friends of Ruiz attended the hearing.", [("Some 40", "attendance")]),
    ("500 visitors attended the rally.", [("500", "attendance")]),
    ("Tens of thousands marched through the capital.", [("Tens of thousands", "attendance")]),
    ("Nearly 5 million people follow her on Twitter.", [("Nearly 5 million", "followers")]),
    # the noun before the number
    ("A crowd of 1,500 filled the square.", [("1,500", "attendance")]),
    ("Attendance was 41,000.", [("41,000", "attendance")]),
    ("An audience of 10 million watched the debate.", [("10 million", "viewers")]),
    ("By noon the number of likes was approaching 40,000.", [("approaching 40,000", "likes")]),
    # the noun left out the second time
    (
        "It had 34 million subscribers against 47 million abroad.",
        [("34 million", "subscribers"), ("47 million", "subscribers")],
    ),
    ("She had 900 followers; her page has 8,000 today.", [("900", "followers"), ("8,000", "followers")]),
    # what is not so, or no audience
    ("Thousands are expected to attend the funeral.", []),
    ("The label hopes to sell 100,000 copies.", []),
    ("The video could reach a million views.", []),
    ("The hall has a capacity of 5,000 spectators.", []),
    ("Police invited 300 people to the hearing.", []),
    ("The service added 6.7 million subscribers.", []),
    ("The company sold 8 million shares at $12 each.", []),
    ("She owns 8 shares in the café.", []),
    ("The preacher has 200 followers.", []),
    ("Two views of the harbour.", []),
    ("The 360-degree views are fine.", []),
    ("The batter has 3,000 hits.", []),
    ("He shared the stage with two singers.", []),
    ("Turnout was 71% in the village.", []),
    ("My husband of more than 20 years bought plane tickets.", []),
    ("Use the Box 2 to stream music.", []),
    ("We tried demos, but none of them clicked.", []),
    ("He works like ten times harder.", []),
    ("Voters cast 1.2 million ballots.", []),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_a_sentence_says_of_an_audience_is_read_and_no_more(text: str, expected: list[Told]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "comparator"),
    [
        ("It has more than 1.2 million views.", 1_200_000, None, ">"),
        ("It has at least about two million views.", 2_000_000, None, ">="),
        ("It has 32 million-plus viewers.", 32_000_000, None, ">="),
        ("It has nearly 6M likes.", 6_000_000, 6_000_000, "~"),
        ("It was viewed millions of times.", 2_000_000, None, ">="),
        ("Between 3,000 and 3,500 people attended the concert.", 3000, 3500, "range"),
    ],
)
def test_the_bounds_are_what_the_words_say(text: str, low: float | None, high: float | None, comparator: str) -> None:
    (found,) = _found(text)
    value = _value(found)
    assert (value.low, value.high, value.comparator) == (low, high, comparator)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The 10-second clip, shared on Thursday, had been viewed 40,000 times.", "The 10-second clip"),
        ("She said her first song had been streamed 40,000 times.", "her first song"),
        ("It has 40,000 views.", None),
    ],
)
def test_what_the_figure_is_of_is_named_where_the_sentence_names_it(text: str, of: str | None) -> None:
    (found,) = _found(text)
    assert _value(found).of == of


_NEWS = [
    *TRIGGER_WORDS,
    "12 million",
    "more than 400",
    "people",
    "have",
    "of",
    "by",
    "the video",
    "and",
    "times",
    "could",
    "signed",
]
_MARKS = [",", ".", "\n", "—", "'", "\u00a0", "İ", "%"]


@given(st.lists(st.sampled_from(_NEWS) | st.sampled_from(_MARKS) | st.text(max_size=4), max_size=40).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_claims_inside_it_with_a_value_each(text: str) -> None:
    for found in _found(text):
        value = _value(found)
        assert 0 <= found.start < found.end <= len(text)
        assert value.low is not None or value.high is not None
        assert value.of is None or value.of in text


@pytest.mark.parametrize(
    "piece",
    [
        "9,000 views and ",
        "viewed ",
        "9,000 people ",
        "the first second third video ",
        "number of likes ",
        "a crowd of ",
        "9,000 likes on Facebook, YouTube and ",
        "as of Monday 9,000 likes a day; the other ",
        "the clip, which had 9,000 views of the ",
        "subscribers rose to ",
        "Channel Two had 9,000 viewers. ",
    ],
)
def test_a_long_sentence_is_read_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "9,000 times"
    begin = time.process_time()
    _found(text)
    assert time.process_time() - begin < 5


def test_every_trigger_repeated_is_read_in_linear_time() -> None:
    text = "9,000 people " + " ".join(TRIGGER_WORDS)
    begin = time.process_time()
    _found(f"{text} " * (100_000 // len(text)))
    assert time.process_time() - begin < 5
