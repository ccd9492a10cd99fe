"""What is said beside an audience figure: platform, rate, time, thing and certainty."""

from datetime import date

import pytest

from factcheck.extract import view_counts
from factcheck.extract.context import Context
from factcheck.model import Article, Published, ViewCount

_WEDNESDAY = Published(date(2023, 3, 15), "2023-03-15", "option", inferred=False)


def _values(text: str) -> list[ViewCount]:
    article = Article("0" * 64, "a", "a.txt", text, published=_WEDNESDAY)
    return [one.value for one in view_counts.extract(Context(article, "text")) if isinstance(one.value, ViewCount)]


@pytest.mark.parametrize(
    ("text", "platforms"),
    [
        ("She has 12 million followers on Instagram, 8 million on TikTok.", ["Instagram", "TikTok"]),
        ("He has 3.1 million YouTube subscribers.", ["YouTube"]),
        (
            "It was watched 22 million times on YouTube and another 9 million times on Facebook.",
            ["YouTube", "Facebook"],
        ),
        ("The YouTube clip has 40,000 views and 3,000 likes.", ["YouTube", "YouTube"]),
        ("The reel had 88,000 views, 3,000 likes and 200 comments on Douyin.", ["Douyin", "Douyin", "Douyin"]),
        (
            "The video was viewed thousands of times on Facebook, YouTube and TikTok.",
            ["Facebook, YouTube and TikTok"],
        ),
        ("A Change.org petition has been signed by 1.1 million people.", ["Change.org"]),
        ("She is followed by 640,000 people on X.", ["X"]),
        ("Netflix ended the year with 81 million subscribers.", ["Netflix"]),
        ("A hashtag on Weibo reached two million views.", ["Weibo"]),
        ("The trailer has 3 million views, the studio said on Twitter.", [None]),
        ("The song has 3 million plays on the site, according to Spotify.", [None]),
        ("Facebook shares fell after the clip had 3 million views.", [None]),
        ("It has 4,000 likes on TikTok, and the petition has 9,000 signatures.", ["TikTok", None]),
        ("A crowd of 3,000 gathered after a call on Facebook.", [None]),
        ("The thread has 900 comments.", [None]),
    ],
)
def test_the_platform_is_the_one_that_the_figure_was_reached_on(text: str, platforms: list[str | None]) -> None:
    assert [value.platform for value in _values(text)] == platforms


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Users give 3.5 billion likes a day.", "day"),
        ("Users give 3.5 billion daily likes.", "day"),
        ("The site gets 40 million page views a month.", "month"),
        ("The park draws 2.5 million visitors each year.", "year"),
        ("The station reaches 12 million listeners weekly.", "week"),
        ("The page had 9,000 views per minute.", "minute"),
        ("The bulletin has a nightly audience of 2 million.", "day"),
        ("Monthly visitors to the portal reached 2.3 million.", "month"),
        ("The clip got 2 million views in a day.", None),
        ("The clip had 2 million views a week after it was posted.", None),
        ("The museum had 410,000 visitors a year earlier.", None),
        ("The daily newspaper has 300,000 subscribers.", None),
        ("The clip has 40,000 views.", None),
    ],
)
def test_a_rate_says_its_unit_of_time(text: str, per: str | None) -> None:
    assert [value.per for value in _values(text)] == [per]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("As of Monday, nearly 80,000 people had signed the petition.", ["2023-03-13"]),
        ("The petition had attracted close to 100,000 signatures by Tuesday.", ["2023-03-14"]),
        ("By Tuesday morning the clip had 40,000 views and 3,000 likes.", ["2023-03-14TMO", "2023-03-14TMO"]),
        ("It had 3 million likes and 46,000 comments, as of Tuesday.", ["2023-03-14", "2023-03-14"]),
        ("The petition stood at 9,310 signatures on Tuesday.", ["2023-03-14"]),
        ("The service had 118 million subscribers at the end of June 2022.", ["2022-06"]),
        ("The clip had 40,000 views in less than 5 hours.", [None]),
        ("The letter was signed by 52 ambassadors and published on Monday.", [None]),
        ("On Monday a crowd of 3,000 gathered.", [None]),
        ("The clip had 40,000 views.", [None]),
    ],
)
def test_the_time_at_which_the_figure_held_is_resolved(text: str, times: list[str | None]) -> None:
    assert [value.as_of for value in _values(text)] == times


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("More than 1.2 million people watched the clip.", "the clip"),
        ("On her show she said that 1.2 million people had seen the new trailer.", "the new trailer"),
        ("There were 40,000 views of the video on Tuesday.", "the video"),
        ("Campaigners collected 17,400 signatures on a petition.", "a petition"),
        ("A drone filmed the clip. It has been viewed 40,000 times.", "the clip"),
        ("The band filmed the clip for its new song. It has been viewed 40,000 times.", None),
        ("The clip is short. She has 40,000 followers.", None),
    ],
)
def test_the_thing_is_named_where_the_words_tie_it_to_the_figure(text: str, thing: str | None) -> None:
    assert [value.of for value in _values(text)] == [thing]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Organisers claimed that 300,000 people attended the march.", "claimed"),
        ("The video has reportedly been viewed 3 million times.", "reported"),
        ("An estimated 3,000 people attended the vigil.", "estimated"),
        ("Posts shared hundreds of times claim that the lake is dry.", None),
        ("The clip, which claims to show a flood, was viewed 3 million times.", None),
        ("The clip has 3 million views.", None),
    ],
)
def test_how_sure_the_words_are_of_the_figure(text: str, certainty: str | None) -> None:
    assert [value.certainty for value in _values(text)] == [certainty]
