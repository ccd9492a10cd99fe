"""What a page's head says: JSON-LD in all its forms, meta tags, titles."""

import json
from datetime import date

import pytest
from lxml import html

from factcheck.ingest.metadata import PageFacts, page_facts, without_site
from factcheck.model import Dating


def _facts(head: str, body: str = "<p>Words.</p>") -> PageFacts:
    return page_facts(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def _linked(data: object) -> str:
    return f'<script type="application/ld+json">{data if isinstance(data, str) else json.dumps(data)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Shelf falls &amp; hurts two",
    "datePublished": "2022-11-24T21:42:00+04:00",
    "publisher": {"@type": "Organization", "name": "The Post"},
    "url": "https://post.example/shelf",
}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "datePublished": "1999-01-01"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Article", "NewsArticle"]},
        "//<![CDATA[\n" + json.dumps(ARTICLE) + ";\n//]]>",
        "<!-- " + json.dumps(ARTICLE) + " -->",
        json.dumps(ARTICLE).replace("Shelf falls", "Shelf\tfalls"),
    ],
)
def test_the_article_is_found_wherever_its_node_stands(data: object) -> None:
    facts = _facts(_linked(data))
    assert facts.title == "Shelf falls & hurts two"
    assert facts.publisher == "The Post"
    assert facts.url == "https://post.example/shelf"
    assert facts.dates == (("json-ld", "2022-11-24T21:42:00+04:00"),)


def test_a_publisher_told_by_reference_is_looked_up() -> None:
    graph = [{"@type": "Organization", "@id": "#org", "name": "The Post"}, {**ARTICLE, "publisher": {"@id": "#org"}}]
    assert _facts(_linked({"@graph": graph})).publisher == "The Post"


def test_a_block_that_is_no_json_still_tells_its_date_and_headline() -> None:
    facts = _facts(_linked('{"@type": "NewsArticle", "headline": "Shelf falls", "datePublished": "2022-11-24", }'))
    assert (facts.title, facts.dates) == ("Shelf falls", (("json-ld", "2022-11-24"),))


@pytest.mark.parametrize(
    "data", ["", "[" * 100_000, "null", '{"@type": 7}', '{"@type": "Article", "publisher": [[]], "headline": []}']
)
def test_nonsense_says_nothing(data: str) -> None:
    assert _facts(_linked(data)) == PageFacts(None, None, None, ())


def test_meta_tags_and_links_say_the_rest() -> None:
    facts = _facts(
        "<meta property='article:published_time' content='2022-11-24'>"
        "<meta name='DC.date.issued' content='24 Nov 2022'>"
        "<meta property='og:site_name' content='The Post'><meta property='og:title' content='Shelf falls'>"
        "<link rel='canonical' href='https://post.example/a'><meta property='og:url' content='https://post.example/b'>",
        "<time datetime='2022-11-25' itemprop='dateModified'>x</time>"
        "<time itemprop='datePublished' datetime='2022-11-23'>x",
    )
    assert facts == PageFacts(
        "Shelf falls",
        "https://post.example/a",
        "The Post",
        (("meta", "2022-11-24"), ("meta", "24 Nov 2022"), ("meta", "2022-11-23")),
        clocks=("2022-11-25", "2022-11-23"),
        shown=(Dating("byline", "2022-11-23", date(2022, 11, 23)),),
    )


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Shelf falls | The Post</title>", "<h1>The Post</h1><h1>Shelf falls</h1>", "Shelf falls"),
        ("<title>Shelf falls - The Post</title>", "", "Shelf falls"),
        ("<meta property='og:title' content='Shelf falls in town'>", "<h1>Shelf falls</h1>", "Shelf falls"),
        ("<meta property='og:title' content='Shelf falls'>", "<h1>Another headline</h1>", "Shelf falls"),
        ("", "<h1>Shelf <em>falls</em></h1>", "Shelf falls"),
        ("", "<h1>One</h1><h1>Two</h1>", None),
    ],
)
def test_the_headline_is_the_h1_that_the_metadata_bears_out(head: str, body: str, title: str | None) -> None:
    assert _facts(head, body).title == title


def test_a_title_loses_the_outlet_and_keeps_its_own_hyphens() -> None:
    assert without_site("A ten-second clip – and what it shows | News | The Post") == "A ten-second clip"
    assert without_site("A ten-second clip") == "A ten-second clip"
    assert without_site(None) is None


MAIN = "https://post.example/shelf"
TEASER = {
    "@type": "NewsArticle",
    "headline": "Bell falls",
    "datePublished": "2022-11-25",
    "url": "https://post.example/bell",
}


@pytest.mark.parametrize(
    "data",
    [
        [TEASER, ARTICLE],
        [{"@type": "NewsArticle", "headline": "Shelf falls & hurts two", "url": MAIN}, ARTICLE],
        {"@graph": [TEASER, {**ARTICLE, "url": None, "mainEntityOfPage": {"@id": MAIN + "/?utm=1"}}]},
        [{"@type": "ItemList", "itemListElement": [{"item": TEASER}]}, {**ARTICLE, "url": None, "headline": "Other"}],
        [{"@type": "VideoObject", "name": "Bell", "uploadDate": "2019-10-11"}, ARTICLE],
        {**ARTICLE, "comment": [{"@type": "Review", "datePublished": "2022-11-26"}]},
        [{"@type": "Review", "datePublished": "2022-11-26"}, ARTICLE],
        {**ARTICLE, "dateCreated": "2022-11-20", "datePublished": ["2022-11-24T21:42:00+04:00"]},
        {**ARTICLE, "datePublished": {"@type": "Date", "@value": "2022-11-24T21:42:00+04:00"}},
        [{**ARTICLE, "datePublished": None}, {"@type": "WebPage", "datePublished": "2022-11-24T21:42:00+04:00"}],
    ],
)
def test_of_several_nodes_the_pages_own_is_believed(data: object) -> None:
    facts = _facts(f"<link rel='canonical' href='{MAIN}'>" + _linked(data))
    assert facts.dates == (("json-ld", "2022-11-24T21:42:00+04:00"),)


def test_a_title_without_letters_names_no_node() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2022-11-25"}]}
    assert _facts("<meta property='og:title' content='…'>" + _linked(listed)).dates == ()


def test_a_video_beside_the_article_tells_nothing_of_it() -> None:
    video = {"@type": "VideoObject", "name": "Bell falls", "uploadDate": "2019-10-11"}
    title = "<meta property='og:title' content='{}'>"
    assert _facts(title.format("Shelf falls") + _linked(video)).dates == ()
    assert _facts(title.format("Bell falls") + _linked(video)).dates == (("json-ld", "2019-10-11"),)


def test_what_says_publication_goes_first_and_what_may_be_a_draft_last() -> None:
    facts = _facts(
        "<meta name='date' content='2022-11-26'><meta name='parsely-pub-date' content='2022-11-23'>"
        + _linked(ARTICLE)
    )
    assert [source for source, _ in facts.dates] == ["meta", "json-ld", "meta"]
    assert facts.dates[0] == ("meta", "2022-11-23")


def test_an_updates_date_is_never_the_publications() -> None:
    facts = _facts(
        "<meta property='article:modified_time' content='2022-11-26T09:00:00-05:00'>"
        + _linked({"@type": "NewsArticle", "dateModified": "2022-11-27T09:00:00-05:00"}),
        "<h1>Shelf falls</h1><p>Updated: November 28, 2022, 9 a.m. EST</p>",
    )
    assert (facts.dates, facts.shown) == ((), ())
    assert {"2022-11-26T09:00:00-05:00", "2022-11-27T09:00:00-05:00"} < set(facts.clocks)


def test_a_comments_date_is_not_the_articles() -> None:
    remark = (
        "<li itemscope itemtype='https://schema.org/UserComments'><p>Mara, "
        "<time itemprop='datePublished' datetime='2022-11-26'>26 November</time></p></li>"
    )
    assert _facts("", f"<h1>Shelf falls</h1><p>{'Words. ' * 40}</p>{remark}").dates == ()
