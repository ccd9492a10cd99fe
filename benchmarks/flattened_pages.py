"""How well an article is told from its page once all structure is gone: ``python -m benchmarks.flattened_pages``.

Each stored page is flattened as a careless portal would paste it, every block-level element's text a line, and cut
into sections. Of the article's own characters (lines of its true body) a share is kept as headline, body or caption;
of the others a share is marked as teaser or furniture. The weights were calibrated on one half of the pages
(``benchmarks.pages.calibrate``); the other half, which nothing was fitted on, is the one that counts.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.corpora import PAGES, news_texts
from benchmarks.pages.corpus import FlatLine, flattened, stored_pages
from factcheck.ingest.sections import cut
from factcheck.model import FOREIGN_SECTIONS


@dataclass(slots=True)
class Tally:
    """Characters kept and marked, over pages."""

    own: int = 0
    own_kept: int = 0
    other: int = 0
    other_marked: int = 0
    apart: int = 0
    apart_kept: int = 0

    def add(self, lines: Sequence[FlatLine], kept: Sequence[bool]) -> None:
        """Count one page."""
        for line, keep in zip(lines, kept, strict=True):
            size = len(line.text)
            if line.own:
                self.own += size
                self.own_kept += size * keep
            elif line.apart:
                self.apart += size
                self.apart_kept += size * keep
            else:
                self.other += size
                self.other_marked += size * (not keep)

    @property
    def strict(self) -> float:
        """The share marked where headlines and captions count as foreign as well."""
        return (self.other_marked + self.apart - self.apart_kept) / max(1, self.other + self.apart)


def kept_lines(lines: Sequence[FlatLine]) -> list[bool]:
    """Whether each line of the flattened page falls into a section of the article's own."""
    text = "\n".join(line.text for line in lines)
    sections = cut(text)
    starts = [section.start for section in sections]
    kept = []
    position = 0
    for line in lines:
        section = sections[bisect_right(starts, position) - 1]
        kept.append(section.kind not in FOREIGN_SECTIONS)
        position += len(line.text) + 1
    return kept


def main() -> None:
    """Print the shares of both halves, of clean texts, and the speed."""
    if not PAGES.exists():
        print(f"no pages at {PAGES}")
        return
    pages = [flattened(page) for page in stored_pages()]
    for name, half in (("calibrated on", pages[::2]), ("checked on", pages[1::2])):
        _report(name, half)
    _report_clean()


def _report(name: str, pages: Sequence[Sequence[FlatLine]]) -> None:
    pooled = Tally()
    singles = []
    for lines in pages:
        kept = kept_lines(lines)
        single = Tally()
        single.add(lines, kept)
        pooled.add(lines, kept)
        singles.append(single)
    own = _mean([t.own_kept / t.own for t in singles if t.own])
    other = _mean([t.other_marked / t.other for t in singles if t.other])
    print(
        f"{name} {len(pages)} pages: own kept {pooled.own_kept / pooled.own:.4f} (page mean {own:.4f}), "
        f"others marked {pooled.other_marked / pooled.other:.4f} (page mean {other:.4f}; with headlines and captions "
        f"among them {pooled.strict:.4f})"
    )


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / max(1, len(shares))


def _report_clean() -> None:
    name, texts = news_texts()
    total = kept = 0
    start = time.perf_counter()
    for _, text in texts:
        total += len(text)
        kept += sum(section.end - section.start for section in cut(text) if section.kind not in FOREIGN_SECTIONS)
    seconds = time.perf_counter() - start
    print(f"clean texts ({name}): kept {kept / total:.4f}; cut {total / seconds / 1e6:.2f} M characters/s")


if __name__ == "__main__":
    main()
