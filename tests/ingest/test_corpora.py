"""What reading must hold on real articles, where they lie beside the project."""

from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.corpora import PAGES, SHARED, WIKINEWS
from benchmarks.flattened_pages import Tally, kept_lines
from benchmarks.html_body import our_body, precision_recall
from benchmarks.pages.corpus import flattened, stored_pages
from factcheck.ingest import Record, Source, article, records
from factcheck.model import FOREIGN_SECTIONS, Article, SectionKind

SEEDS = SHARED / "seeds"
UNSEEN = slice(1, None, 2)
"""The half of the pages that nothing was calibrated on."""

needs_seeds = pytest.mark.skipif(not SEEDS.exists(), reason="the seed articles are not beside the project")
needs_pages = pytest.mark.skipif(not PAGES.exists(), reason="the stored pages are not beside the project")
needs_wikinews = pytest.mark.skipif(not WIKINEWS.exists(), reason="the Wikinews articles are not beside the project")


def _seed(name: str) -> Article:
    (path,) = SEEDS.glob(f"{name}*.txt")
    (record,) = records(Source(path, path.name))
    assert isinstance(record, Record)
    found = article(record)
    assert isinstance(found, Article)
    return found


def _blocks(found: Article, *kinds: SectionKind) -> list[str]:
    return [
        line.strip()
        for section in found.sections
        if section.kind in kinds
        for line in found.text[section.start : section.end].split("\n")
        if line.strip()
    ]


@needs_seeds
def test_the_portal_copys_teasers_and_tail_are_none_of_its_own() -> None:
    found, original = _seed("000"), _seed("001")
    teasers = _blocks(found, SectionKind.TEASER)
    pairs = [(title, text) for title, text in pairwise(teasers) if text.startswith(title)]
    assert len(pairs) == 4
    own = _blocks(found, SectionKind.BODY)
    assert set(own) <= set(_blocks(original, SectionKind.BODY))
    assert len(_blocks(found, SectionKind.HEADLINE)) == len(_blocks(original, SectionKind.HEADLINE)) == 1
    assert len(_blocks(found, SectionKind.CAPTION)) == 1


@needs_seeds
@pytest.mark.parametrize("name", ["000", "001"])
def test_the_undated_seeds_are_put_on_the_day_that_their_weekdays_need(name: str) -> None:
    published = _seed(name).published
    assert published is not None
    assert (published.day, published.inferred) == (date(2022, 11, 24), True)


@needs_wikinews
def test_every_wikinews_article_is_read_and_kept_whole() -> None:
    found = [
        article(record) for record in records(Source(WIKINEWS, Path(WIKINEWS).name)) if isinstance(record, Record)
    ]
    articles = [one for one in found if isinstance(one, Article)]
    assert len(articles) == len(found) == 295
    total = sum(len(one.text) for one in articles)
    own = sum(s.end - s.start for one in articles for s in one.sections if s.kind not in FOREIGN_SECTIONS)
    assert own > 0.99 * total


@needs_pages
def test_pages_are_read_as_well_as_they_were() -> None:
    pairs = [precision_recall(our_body(page), page.body) for page in list(stored_pages())[UNSEEN]]
    precision, recall = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
    assert 2 * precision * recall / (precision + recall) > 0.95


@needs_pages
def test_nearly_every_page_is_dated_by_more_than_its_text() -> None:
    pages = list(stored_pages())[UNSEEN]
    found = [
        article(Record(page.id, page.id, "text/html", page.html, sha256(page.html).hexdigest())) for page in pages
    ]
    dated = [one for one in found if isinstance(one, Article) and one.published and not one.published.inferred]
    assert len(dated) >= 0.97 * len(pages)


@needs_pages
def test_a_pasted_pages_article_is_kept_and_its_furniture_marked() -> None:
    tally = Tally()
    for page in list(stored_pages())[UNSEEN]:
        lines = flattened(page)
        tally.add(lines, kept_lines(lines))
    assert tally.own_kept > 0.95 * tally.own
    assert tally.other_marked > 0.80 * tally.other
