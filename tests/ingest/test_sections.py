"""Whose words a stretch is: teasers, captions, furniture and the article's own, tiling the text."""

import textwrap
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.sections import cut, looks_like_page, with_captions
from factcheck.ingest.sections.blocks import blocks_of
from factcheck.ingest.sections.features import main_run
from factcheck.ingest.sections.story import best_way, weights
from factcheck.model import Section, SectionKind

HEADLINE = "Shelf falls in reading room of Olmet, two hurt"
STORY = (
    "Two people were hurt on Monday when a shelf fell in the reading room of the town hall of Olmet.",
    "The mayor, Rosa Whitfield, said on Tuesday that the shelf had been put up by a cousin of hers in the year 1998.",
    "“We heard a crack, and then the atlases came down,” said Ivo Banks, who had been reading about whales.",
    "A petition for a new reading room has been signed by 1,200 people, the library's friends say.",
    "Both of the injured went home in the evening, and one of them asked the librarian for her book.",
)
MENU = ("Home", "News", "Sport", "Weather", "Subscribe", "Log in", "Search", "Newsletters", "Follow us on Facebook")
FOOTER = (
    "Contact us",
    "About us",
    "Privacy policy",
    "Terms of use",
    "Advertise",
    "© 2022 The Post. All rights reserved.",
)
TEASER = "Choir film draws 30 million views in a week"
TEASER_TEXT = (
    f"  {TEASER} The choir of a village school was seen by very many people.The film was made by a caretaker."
)


def _kinds(text: str, title: str | None = None, *, clean: bool = False) -> dict[str, SectionKind]:
    """The kind of each line."""
    sections = cut(text, title, clean=clean)
    return {
        line.strip(): section.kind
        for section in sections
        for line in text[section.start : section.end].split("\n")
        if line.strip()
    }


def _assert_tiles(text: str, sections: tuple[Section, ...]) -> None:
    assert [section.start for section in sections] == [0, *(section.end for section in sections[:-1])]
    assert sections[-1].end == len(text)
    assert all(section.start < section.end for section in sections)


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [*STORY, *MENU, *FOOTER, HEADLINE, TEASER, TEASER_TEXT, "Related Articles", "  • One", "3 Comments"]
        ),
    ),
    max_size=30,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]), st.booleans(), st.sampled_from([None, HEADLINE, ""]))
def test_sections_tile_any_text(lines: list[str], ending: str, clean: bool, title: str | None) -> None:  # noqa: FBT001
    text = ending.join(lines)
    sections = cut(text, title, clean=clean)
    if text:
        _assert_tiles(text, sections)
    else:
        assert sections == ()


def test_an_article_is_its_headline_and_body() -> None:
    kinds = _kinds("\n\n".join([HEADLINE, "Tuesday, 3 May 2022", *STORY]))
    assert kinds.pop(HEADLINE) == SectionKind.HEADLINE
    assert set(kinds.values()) == {SectionKind.BODY}


@pytest.mark.parametrize("width", [40, 72, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_an_article_wrapped_to_a_width_is_cut_by_its_paragraphs(width: int, between: str) -> None:
    text = between.join(textwrap.fill(paragraph, width) for paragraph in [HEADLINE, *STORY, *STORY])
    headline, body = cut(text)
    assert (headline.kind, body.kind) == (SectionKind.HEADLINE, SectionKind.BODY)
    assert " ".join(text[: headline.end].split()) == HEADLINE


def test_short_lines_that_were_not_wrapped_stay_blocks_of_their_own() -> None:
    assert len(blocks_of("\n".join(MENU + FOOTER))) == len(MENU + FOOTER)


def test_a_whole_page_pasted_as_text_keeps_the_article_alone() -> None:
    listed = (
        "Most read",
        "Deer jumps through bakery window",
        "Three hurt in barn fire near Elmer Falls",
        "Band's video passes 10,000 views",
    )
    comments = ("2 Comments", "Tess M.", "3 hours ago", "lol my shelf fell too", "Reply")
    kinds = _kinds("\n".join([*MENU, HEADLINE, "By Tess Moran", "May 3, 2022", *STORY, *listed, *comments, *FOOTER]))
    foreign = {SectionKind.TEASER, SectionKind.FURNITURE}
    assert kinds[HEADLINE] == SectionKind.HEADLINE
    assert {kinds[line] for line in STORY} == {SectionKind.BODY}
    assert all(kinds[line] in foreign for line in (*MENU, *listed, *comments, *FOOTER))


def test_teasers_between_paragraphs_are_known_by_their_title_said_twice() -> None:
    kinds = _kinds("\n\n".join(["TOP News", HEADLINE, TEASER, TEASER_TEXT, *STORY]))
    assert kinds[TEASER] == kinds[TEASER_TEXT.strip()] == SectionKind.TEASER
    assert kinds[HEADLINE] == SectionKind.HEADLINE
    assert kinds["TOP News"] == SectionKind.FURNITURE
    assert {kinds[line] for line in STORY} == {SectionKind.BODY}


@pytest.mark.parametrize(
    "caption",
    [
        "Rosa Whitfield under the shelf in Olmet. © Ani Sarkis/Meridian Rosa Whitfield under the shelf in Olmet.",
        "The reading room of Olmet after the shelf fell. Photo: Ani Sarkis",
        "L-R: Rosa Whitfield, Ivo Banks and Tess Moran in the reading room of Olmet.",
        "From left, Rosa Whitfield and Ivo Banks in the reading room.",
        "Image 2 of 5: The reading room of Olmet after the shelf fell.",
    ],
)
@pytest.mark.parametrize("clean", [True, False])
def test_captions_are_known_by_their_credit_or_line_up(caption: str, clean: bool) -> None:  # noqa: FBT001
    kinds = _kinds("\n\n".join([HEADLINE, *STORY[:2], caption, *STORY[2:]]), clean=clean)
    assert kinds[caption] == SectionKind.CAPTION
    assert {kinds[line] for line in STORY} == {SectionKind.BODY}


def test_nothing_behind_a_tail_heading_is_the_articles() -> None:
    tail = (
        "Related Articles",
        "• Bus crash kills 14",
        "The towns with the most pools",
        "Read on to see where 4,500 visitors found the deepest one.",
    )
    kinds = _kinds("\n\n".join([HEADLINE, *STORY, *tail]))
    assert not {kinds[line] for line in tail} & {SectionKind.BODY, SectionKind.HEADLINE, SectionKind.CAPTION}


def test_clean_text_loses_only_what_rules_know() -> None:
    odd = ("Palm Bay 70, Rockledge 44", "Heritage 53, Titusville 9", "Score: 12", "Melbourne d. Space Coast 69-54")
    assert set(_kinds("\n".join(odd), clean=True).values()) == {SectionKind.BODY}
    kinds = _kinds("\n".join([*odd, "Read more: ten more games"]), clean=True)
    assert kinds["Read more: ten more games"] == SectionKind.FURNITURE


@pytest.mark.parametrize("clean", [True, False])
def test_a_told_title_is_the_headline_where_the_text_opens_with_it(clean: bool) -> None:  # noqa: FBT001
    text = "\n".join([HEADLINE.upper(), *STORY])
    assert _kinds(text, HEADLINE, clean=clean)[HEADLINE.upper()] == SectionKind.HEADLINE
    assert SectionKind.HEADLINE not in _kinds(text, "Another story altogether", clean=clean).values()


def test_a_sentence_of_its_own_is_body() -> None:
    assert cut("Two people were hurt.") == (Section(SectionKind.BODY, 0, 21),)
    assert cut(" \n\t\n") == (Section(SectionKind.BODY, 0, 4),)


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: 12 killed in Olmet blast\nAt least 30 injured, police say\nMore soon",
        "Casualties by town\nOlmet: 12 killed, 30 injured\nCarrow Mills: 3 killed\nTotal: 15 killed, 30 injured",
        "Storm in Olmet: what we know\n" + "\n".join(f"• {line}" for line in STORY),
        "Interview with the mayor\n" + "\n".join(f"Q: And then?\nA: {line}" for line in STORY),
        "Storm in Olmet\n" + "\n".join(f"10:{minute} a.m.\n{line}" for minute, line in enumerate(STORY, 10)),
    ],
)
def test_dispatches_lists_and_live_reports_are_kept(text: str) -> None:
    assert {section.kind for section in cut(text)} <= {SectionKind.HEADLINE, SectionKind.BODY}


def test_a_text_with_a_pages_labels_looks_like_a_page() -> None:
    assert looks_like_page("\n".join([*MENU, *STORY, *FOOTER]))
    assert not looks_like_page("\n".join([HEADLINE, *STORY]))


def test_captions_told_from_outside_split_their_section() -> None:
    body = (Section(SectionKind.BODY, 0, 30), Section(SectionKind.TEASER, 30, 40))
    made = with_captions(body, [(10, 20), (32, 36)])
    assert made == (
        Section(SectionKind.BODY, 0, 10),
        Section(SectionKind.CAPTION, 10, 20),
        Section(SectionKind.BODY, 20, 30),
        Section(SectionKind.TEASER, 30, 40),
    )


@given(st.lists(st.floats(-8, 8), max_size=12))
def test_the_best_way_is_the_best_of_all(scores: list[float]) -> None:
    def worth(own: tuple[bool, ...]) -> float:
        total = sum(score / 2 if mine else -score / 2 for score, mine in zip(scores, own, strict=True))
        places = [index for index, mine in enumerate(own) if mine]
        if not places:
            return total
        gaps = [after - before - 1 for before, after in pairwise(places) if after > before + 1]
        return total - sum(2 * 1.0 + 0.6 * gap for gap in gaps) - (1.0 if places[-1] < len(own) - 1 else 0.0)

    ways = [tuple(bool(number >> bit & 1) for bit in range(len(scores))) for number in range(2 ** len(scores))]
    assert worth(tuple(best_way(scores))) == pytest.approx(max(map(worth, ways)))


def test_the_main_run_is_the_run_with_the_highest_sum() -> None:
    assert main_run([-1, 5, -1, 5, -9, 8, -1]) == (1, 3)
    assert main_run([-3, -1, -2]) == (1, 1)


def test_the_weights_are_there() -> None:
    assert weights()[""]
    assert len(weights()) > 100


HOSTILE = {
    "one long line": "Words, " * 200_000,
    "many sentences": "A line of words that ends.\n" * 20_000,
    "headings": "Related\n" * 50_000,
    "one title": "\n".join(["Same title of a teaser"] * 20_000),
    "credits": "© " * 300_000,
    "blanks": " \n" * 300_000,
    "page words": "comment " * 50_000 + "\n" + "read " * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear_on_hostile_texts(name: str) -> None:
    start = time.process_time()
    cut(HOSTILE[name])
    cut(HOSTILE[name], clean=True)
    assert time.process_time() - start < 6
