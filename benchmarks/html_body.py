"""How well the main text of pages is read: ``python -m benchmarks.html_body``.

Precision, recall and F1 as the article extraction benchmark counts them (Zyte, 2020): multisets of 4-grams of words,
precision and recall of each page, their means over the pages, and F1 of the means. Beside it trafilatura as it comes.
The true bodies leave headlines and captions out, so of our text only the body sections are compared; "all sections"
is the whole stored text.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from benchmarks.corpora import PAGES, WIKINEWS
from benchmarks.pages.corpus import StoredPage, stored_pages
from factcheck.ingest import Record, Source, article, records
from factcheck.model import Article, Reject, SectionKind

_WORD = re.compile(r"\w+")
_GRAM = 4


def grams(text: str) -> Counter[tuple[str, ...]]:
    """The 4-grams of a text's words; of a text of fewer words the words together."""
    words = _WORD.findall(text.casefold())
    length = min(_GRAM, len(words))
    return (
        Counter(tuple(words[start : start + length]) for start in range(len(words) - length + 1))
        if words
        else Counter()
    )


def precision_recall(found: str, true: str) -> tuple[float, float]:
    """Which share of what was found is true, and which share of what is true was found."""
    ours, theirs = grams(found), grams(true)
    both = (ours & theirs).total()
    return both / max(1, ours.total()), both / max(1, theirs.total())


def our_article(page: StoredPage) -> Article | Reject:
    """The article as factcheck reads it."""
    return article(Record(page.id, page.id, "text/html", page.html, page.id))


def our_body(page: StoredPage) -> str:
    """The text of the body sections."""
    found = our_article(page)
    if isinstance(found, Reject):
        return ""
    return "\n".join(found.text[s.start : s.end] for s in found.sections if s.kind == SectionKind.BODY)


def our_text(page: StoredPage) -> str:
    """The whole text, headline, captions and all."""
    found = our_article(page)
    return "" if isinstance(found, Reject) else found.text


def trafilatura_text(page: StoredPage) -> str:
    """What trafilatura extracts with its default settings."""
    from trafilatura import extract  # noqa: PLC0415 - the package is looked at without it

    return extract(page.html) or ""


def main() -> None:
    """Read everything that is stored, then print the figures of each reader."""
    if not PAGES.exists():
        print(f"no pages at {PAGES}")
        return
    pages = list(stored_pages())
    refused = [found for found in map(our_article, pages) if isinstance(found, Reject)]
    print(f"pages: {len(pages)}, refused {len(refused)}")
    read = list(_wikinews())
    print(f"Wikinews: {len(read)}, refused {sum(isinstance(found, Reject) for found in read)}")
    readers: tuple[tuple[str, Callable[[StoredPage], str]], ...] = (
        ("body sections", our_body),
        ("all sections", our_text),
        ("trafilatura", trafilatura_text),
    )
    for name, reader in readers:
        _report(name, reader, pages)


def _wikinews() -> Iterator[Article | Reject]:
    for record in records(Source(WIKINEWS, WIKINEWS.name)):
        yield record if isinstance(record, Reject) else article(record)


def _report(name: str, reader: Callable[[StoredPage], str], pages: Sequence[StoredPage]) -> None:
    start = time.perf_counter()
    texts = [reader(page) for page in pages]
    seconds = time.perf_counter() - start
    pairs = [precision_recall(text, page.body) for text, page in zip(texts, pages, strict=True)]
    precision = sum(p for p, _ in pairs) / len(pairs)
    recall = sum(r for _, r in pairs) / len(pairs)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name:<14} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  {len(pages) / seconds:5.1f} pages/s")


if __name__ == "__main__":
    main()
