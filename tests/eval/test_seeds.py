"""The two articles that the toolkit was conceived from: an original page as text, and a portal's copy of it."""

from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from factcheck.extract.registry import extract_claims
from factcheck.model import FOREIGN_SECTIONS, Article, Casualty, Claim, DateValue, Membership, SectionKind, ViewCount
from tests.eval.measures import SHARED, articles_of

SEEDS = SHARED / "seeds"
PORTAL, ORIGINAL = "000_84fa5f6812de7831.txt", "001_a328687eb58e8105.txt"
BOTH = pytest.mark.parametrize("name", [PORTAL, ORIGINAL], ids=["portal", "original"])
CSTO = {"Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Russia"}

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside the project")


@cache
def _article(name: str) -> Article:
    (article,) = articles_of(SEEDS / name)
    return article


@cache
def _claims(name: str) -> tuple[Claim, ...]:
    return extract_claims(_article(name))


def _own(name: str) -> list[Claim]:
    return [claim for claim in _claims(name) if claim.segment not in FOREIGN_SECTIONS]


def _memberships(name: str) -> list[Membership]:
    return [claim.value for claim in _own(name) if isinstance(claim.value, Membership)]


@BOTH
def test_the_clip_has_more_than_one_million_two_hundred_thousand_views(name: str) -> None:
    counts = [(c.segment, c.value) for c in _own(name) if isinstance(c.value, ViewCount)]
    assert [
        (value.metric, value.low, value.high, value.comparator) for kind, value in counts if kind is SectionKind.BODY
    ] == [("views", 1_200_000, None, ">")]
    assert [(value.metric, value.low, value.high) for kind, value in counts if kind is SectionKind.HEADLINE] == [
        ("views", 1_000_000, 1_000_000)
    ]


@BOTH
def test_the_alliance_has_six_members_with_all_six_names(name: str) -> None:
    (alliance,) = [value for value in _memberships(name) if value.stated_count == 6]
    assert alliance.group == "CSTO"
    assert {member.name for member in alliance.members} == CSTO


@BOTH
def test_two_countries_are_former_members_of_the_soviet_union(name: str) -> None:
    (union,) = [value for value in _memberships(name) if "Soviet Union" in value.group]
    assert {member.name for member in union.members} == {"Azerbaijan", "Armenia"}
    assert "former" in union.relation


@BOTH
def test_the_caption_names_four_people(name: str) -> None:
    rows = [
        [member.name.split()[-1] for member in claim.value.members]
        for claim in _own(name)
        if isinstance(claim.value, Membership) and claim.segment is SectionKind.CAPTION
    ]
    assert any(row[:1] == ["Pashinyan"] and row[2:] == ["Putin", "Zas"] and len(row) == 4 for row in rows)


@BOTH
def test_thousands_were_killed(name: str) -> None:
    tolls = [claim.value for claim in _own(name) if isinstance(claim.value, Casualty)]
    assert [(toll.effect, toll.low, toll.high) for toll in tolls] == [("killed", 2000, None)]


@BOTH
def test_dates_resolve_by_the_inferred_publication_day(name: str) -> None:
    published = _article(name).published
    assert published is not None
    assert published.inferred
    dates = {(claim.quote, claim.value.timex) for claim in _own(name) if isinstance(claim.value, DateValue)}
    assert dates >= {
        ("November 23, 2022", "2022-11-23"),
        ("Wednesday", "2022-11-23"),
        ("Thursday", "2022-11-24"),
        ("September", "2022-09"),
        ("2020", "2020"),
    }
    assert published.day in (date(2022, 11, 24), date(2022, 11, 25))


def test_nothing_foreign_of_the_portal_copy_stands_in_the_default_queue() -> None:
    words = ("Nov. 9", "February 21", "Friday", "hunters", "Stacker")
    assert [claim.quote for claim in _own(PORTAL) if any(word in claim.quote for word in words)] == []
    own = {claim.quote for claim in _own(ORIGINAL)}
    copied = {claim.quote for claim in _own(PORTAL)}
    assert {quote for quote in copied if quote not in own and len(quote) < 30} == set()


def test_all_eight_teaser_blocks_are_found() -> None:
    article = _article(PORTAL)
    blocks = []
    position = 0
    for line in article.text.split("\n"):
        if line.strip():
            blocks.append((position, line))
        position += len(line) + 1
    teasers = [line for start, line in blocks if _kind_at(article, start) is SectionKind.TEASER]
    echoed = [
        line
        for (_, line), (_, following) in pairwise(blocks)
        if following.strip().startswith(line.strip()) and len(following) > len(line) + 20
    ]
    assert len(echoed) == 4
    assert len([line for line in teasers if any(line.strip().startswith(title.strip()) for title in echoed)]) == 8


def _kind_at(article: Article, position: int) -> SectionKind:
    return next(section.kind for section in article.sections if section.start <= position < section.end)


@BOTH
def test_the_articles_own_paragraphs_stay_its_own(name: str) -> None:
    article = _article(name)
    for words in ("tweeted Gerashchenko", "Newsweek has contacted", "draft joint declaration of the"):
        assert _kind_at(article, article.text.index(words)) is SectionKind.BODY


def test_the_seeds_lie_where_the_tests_look() -> None:
    assert {PORTAL, ORIGINAL} <= {path.name for path in Path(SEEDS).iterdir()}
