"""Pages to text: the main text whole, captions marked, hostile pages in bounded time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.html_page import declared_encoding, read_page
from factcheck.ingest.page_text import outline

STORY = (
    "Two people were hurt on Monday when a shelf fell in the reading room of the town hall of Olmet.",
    "The mayor, Rosa Whitfield, said on Tuesday that the shelf had been put up by a cousin of hers in 1998.",
    "A petition for a new reading room has been signed by 1,200 people, the library's friends say.",
    "Both of the injured went home in the evening, and one of them asked for her book.",
)
BOX = "Join 85,000 subscribers who start their day with our free newsletter about shelves."


def _page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><nav><a href='/'>Home</a></nav>{body}</body></html>"


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p class='text'>{text}</p>" for text in texts)


def test_the_main_text_is_a_block_a_line_without_menus() -> None:
    page = read_page(
        _page(f"<article><h1>Shelf falls</h1>{_paragraphs(*STORY)}</article><footer>© The Post</footer>")
    )
    assert page.text.split("\n") == ["Shelf falls", *STORY]
    assert page.facts.title == "Shelf falls"
    assert not page.scanned


def test_a_caption_keeps_its_place_and_is_marked() -> None:
    caption = "L-R: Rosa Whitfield, Ivo Banks and Tess Moran under the shelf. Photograph: Ani Sarkis"
    figure = f"<figure><img src='x.jpg'><figcaption>{caption}</figcaption></figure>"
    page = read_page(_page(f"<article>{_paragraphs(*STORY[:2])}{figure}{_paragraphs(*STORY[2:])}</article>"))
    assert page.text.split("\n") == [*STORY[:2], caption, *STORY[2:]]
    assert [page.text[start:end] for start, end in page.captions] == [caption]


def test_paragraphs_in_a_further_container_of_the_same_make_are_kept_in_their_place() -> None:
    first = [f"{number} people were counted in the first room, {text}" for number, text in enumerate(STORY * 3)]
    second = [f"{number} people were counted in the second room, {text}" for number, text in enumerate(STORY * 3)]
    parts = "".join(
        f"<div class='grid'><div class='{name}'>{_paragraphs(*texts)}</div><aside>{BOX}</aside></div>"
        for name, texts in (("article body part", first), ("article body part", second))
    )
    lines = read_page(_page(f"<h1>Rooms counted</h1>{parts}")).text.split("\n")
    assert [line for line in lines if "room, " in line] == first + second
    assert BOX not in lines


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", "ISO-8859-1"),
        (b'<?xml version="1.0" encoding="windows-1251"?><html>', "windows-1251"),
        (b"<META CONTENT='a' CHARSET = \"koi8-r\">", "koi8-r"),
        (b"<p>charset=utf-8</p>", None),
        (b"<meta " * 30_000, None),
    ],
)
def test_the_declared_encoding_is_found(raw: bytes, name: str | None) -> None:
    assert declared_encoding(raw) == name


P = f"<p>{STORY[0]}</p>"
HOSTILE = {
    "attributes": "<div " + " ".join(f"a{number}=1" for number in range(100_000)) + ">" + P * 20,
    "quoted attributes": "<div " + " ".join(f"a{number}='>'" for number in range(50_000)) + ">" + P * 20,
    "bare attributes": "<div " + " ".join(f"a{number}" for number in range(50_000)) + ">" + P * 20,
    "paragraphs": "<p>Words.</p>" * 100_000 + P,
    "nesting": "<div>" * 50_000 + P * 20,
    "inline nesting": "<b>" * 50_000 + P * 20,
    "comments": "<!--" * 100_000 + P * 20,
    "brackets": "<" * 300_000 + P * 20,
    "open quotes": P + "<a href='" * 100_000,
    "open scripts": P + "<script>" * 100_000,
    "one long text": "<p>" + "word " * 2_200_000 + "</p>" + P,
    "lists": "<ul><li>" * 240 + P * 20,
    "entities": P + "<p>" + "&amp;" * 200_000 + "</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_takes_bounded_time_and_loses_no_text(name: str) -> None:
    start = time.process_time()
    page = read_page(f"<html><body>{HOSTILE[name]}</body></html>")
    assert time.process_time() - start < 5
    assert STORY[0] in page.text


def test_text_that_the_parser_drops_in_the_middle_of_a_page_is_not_lost() -> None:
    tail = "Thirty more people were hurt on Wednesday when the second shelf fell in the same room."
    page = read_page(f"<html><body>{P * 3}{'<b>' * 400}{f'<p>{tail}</p>' * 5}</body></html>")
    assert page.text.count(tail) == 5
    assert page.text.count(STORY[0]) == 3


def test_a_page_that_must_be_scanned_still_says_its_title_and_date() -> None:
    head = "<title>Shelf falls</title><meta name='date' content='2022-11-24'>"
    page = read_page(f"<html><head>{head}</head><body>{'<div>' * 1000}{P * 3}</body></html>")
    assert page.scanned
    assert (page.facts.title, page.facts.dates) == ("Shelf falls", (("meta", "2022-11-24"),))


def test_a_page_without_structure_to_use_is_scanned_and_says_so() -> None:
    page = read_page("<html><body>" + "<div>" * 1000 + P * 3 + "</body></html>")
    assert page.scanned
    assert page.text.split("\n") == [STORY[0]] * 3


def test_a_scan_keeps_blocks_apart_and_leaves_scripts_out() -> None:
    seen = outline(
        "<title>No</title><p>One <b>bold</b> word<br>two</p><script>if (a < b) {</script><li>three<!-- no --> and"
        "<style>p{}</style><div title='a > b'>four &amp; five</div><?php no ?>six"
    )
    assert seen.blocks == ["One bold word", "two", "three and", "four & five", "six"]


@given(st.text(max_size=300))
def test_any_text_is_scanned(page: str) -> None:
    assert outline(page).characters <= 6 * len(page)


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</div>",
                "<div class='x'>",
                "<!--",
                "-->",
                "<a ",
                "'",
                '"',
                ">",
                "<",
                "word ",
                "&amp;",
                "<h1>",
                "<li>",
            ]
        )
    )
)
def test_any_tag_soup_is_read(pieces: list[str]) -> None:
    page = read_page("".join(pieces))
    assert all(page.text[start:end] for start, end in page.captions)
