"""The dates that a page shows its readers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from factcheck.ingest.bylines import page_dates, shown_in

TITLE = "Shelf falls in the reading room"
TEXT = f"<p>{'Two people were hurt when a shelf fell in the reading room. ' * 5}</p>"
DAY = date(2022, 11, 23)


def _shown(body: str, attributes: str = "lang='en-US'", title: str | None = TITLE) -> list[date]:
    tree = html.document_fromstring(f"<html {attributes}><body>{body}</body></html>")
    return [found.day for found in page_dates(tree, title).published]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Published 23 November 2022, 14:05 GMT</p>",
        "<p>By Tess Moran <span class='pub-date'>Nov 23, 2022</span> <span>2 min read</span></p>",
        "<div>TESS MORAN, NORTHWIRE 23 NOV 2022</div>",
        "<ul><li>November 23, 2022 | 4:10pm</li><li>Share</li></ul>",
        "<div class='byline'>11/23/22 06:56 AM EST by <a href='/tess'>Tess Moran</a></div>",
        "<p>Updated: Nov 25, 2022 9:38 pm | Posted: Nov 23, 2022 8:11 pm</p>",
        "<p><span class='stamp'>Published November 23</span>, <b>2022</b></p>",
        "<p><time datetime='2022-11-23T14:05:00Z'>3 hours ago</time></p>",
        "<p>Updated <time datetime='2022-11-25'>now</time>, posted <time datetime='2022-11-23'>2 days ago</time></p>",
        "<p><!-- 1 May 2020 -->Wednesday 23 November 2022</p>",
    ],
)
def test_a_line_between_headline_and_text_tells_the_day(line: str) -> None:
    assert _shown(f"<h1>{TITLE}</h1><p>A standfirst.</p>{line}{TEXT}") == [DAY]


def test_a_line_right_above_the_headline_tells_the_day_too() -> None:
    assert _shown(f"<div class='date'>23 November 2022</div><h1>{TITLE}</h1>{TEXT}") == [DAY]
    masthead = "<p>Friday, November 25, 2022 Olmet, Est. May 19, 1883</p>"
    assert _shown(f"{masthead}<h1>{TITLE}</h1>{TEXT}") == []
    far = "".join(f"<p>Menu {number}</p>" for number in range(5))
    assert _shown(f"<div class='date'>23 November 2022</div>{far}<h1>{TITLE}</h1>{TEXT}") == []


@pytest.mark.parametrize(
    "line",
    [
        "<p>Updated 23 November 2022</p>",
        "<p itemprop='dateModified'>23 November 2022</p>",
        "<p>© 23 November 2022 The Post</p>",
        "<p>Copyright 23 November 2022</p>",
        "<aside><p>Published 23 November 2022</p></aside>",
        "<div class='related-stories'><p>Bell falls</p><p>Published 23 November 2022</p></div>",
        "<figure><figcaption>The room, 23 November 2022</figcaption></figure>",
        "<blockquote>A shelf has fallen! — The town (@town) November 23, 2022</blockquote>",
        "<div class='comment'>Posted on 23 November 2022</div>",
        "<p>A fair of books is to be held in the reading room from 23 November 2022 on, and it is to be free.</p>",
        "<script>var published = '23 November 2022'</script>",
        "<p>Posted by Tess Moran</p>",
    ],
)
def test_other_dates_are_not_the_articles(line: str) -> None:
    assert _shown(f"<h1>{TITLE}</h1>{line}{TEXT}") == []
    assert _shown(f"<h1>{TITLE}</h1>{TEXT}{line}") == []


def test_behind_the_text_a_date_must_say_what_it_is_of() -> None:
    assert _shown(f"<h1>{TITLE}</h1>{TEXT}<p>23 November 2022</p>") == []
    assert _shown(f"<h1>{TITLE}</h1>{TEXT}<p>First published on 23 November 2022</p>") == [DAY]
    between = f"<h1>{TITLE}</h1><p>23 November 2022</p>{TEXT}<p>First published on 20 November 2022</p>"
    assert _shown(between) == [DAY]


def test_the_articles_own_headline_is_told_from_the_sites() -> None:
    site = "<div class='site-header'><h1>The Post</h1><p class='date'>Friday, 25 November 2022</p></div>"
    assert _shown(f"{site}<main><h1>{TITLE}</h1><p class='date'>23 November 2022</p>{TEXT}</main>") == [DAY]
    assert _shown(f"<div class='sidebar-page'><h1>{TITLE}</h1><p class='date'>23 November 2022</p>{TEXT}</div>") == [
        DAY
    ]
    assert _shown(f"<td>{TITLE}</td><p class='date'>23 November 2022</p>{TEXT}") == [DAY]
    assert _shown(f"<p class='date'>23 November 2022</p>{TEXT}", title=None) == [DAY]


@pytest.mark.parametrize(
    ("attributes", "days"),
    [
        ("lang='en-US'", [date(2018, 5, 10)]),
        ("lang='en-GB'", [date(2018, 10, 5)]),
        ("lang='pt_BR'", [date(2018, 10, 5)]),
        ("lang='en'", []),
        ("", []),
    ],
)
def test_the_pages_language_tells_which_part_of_a_date_in_digits_is_the_day(
    attributes: str, days: list[date]
) -> None:
    assert _shown(f"<h1>{TITLE}</h1><p class='date'>05/10/2018</p>{TEXT}", attributes) == days


def test_hours_tell_the_outlets_zone_those_of_updates_too() -> None:
    line = "<p>Updated 12:24 am EST, Thursday, November 24, 2022</p>"
    tree = html.document_fromstring(f"<html><body><h1>{TITLE}</h1>{line}{TEXT}</body></html>")
    assert page_dates(tree, TITLE).clocks == ("12:24 am EST, Thursday, November 24, 2022",)


def test_a_line_may_show_several_dates() -> None:
    found = list(shown_in("Posted Nov 23, 2022 | Modified Nov 24, 2022 10:15 pm PST"))
    assert [(shown.raw, shown.published, shown.updated) for shown in found] == [
        ("Nov 23, 2022", True, False),
        ("Nov 24, 2022 10:15 pm PST", False, True),
    ]


_PIECES = st.sampled_from(
    [
        *(
            "<h1>",
            "</h1>",
            "<p>",
            "</p>",
            "<div class='related'>",
            "<div class='date'>",
            "</div>",
            "<span>",
            "</span>",
        ),
        *(
            "<time datetime='2022-11-23'>",
            "<time datetime='x'>",
            "</time>",
            "<!-- c -->",
            "<?pi?>",
            "<aside>",
            "</aside>",
        ),
        *(
            "Published ",
            "Updated ",
            "23 November 2022",
            "05/10/2018",
            "99.99.2022",
            TITLE,
            "Words. " * 40,
            "\0",
            "&#x1F;",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=25))
def test_no_page_is_too_broken_to_be_looked_at(pieces: list[str]) -> None:
    page = "<html><body>" + "".join(pieces).replace("\0", "\ufffd") + "</body></html>"
    found = page_dates(html.document_fromstring(page), TITLE)
    assert len(found.published) <= 1
    assert all(one.raw in page for one in found.published)


def test_large_pages_take_time_in_proportion() -> None:
    line = "<p class='date'>" + "<span>published updated 23.11." * 50 + "</p>"
    assert _shown(f"<h1>{TITLE}</h1>{line * 200}{TEXT}") == []
