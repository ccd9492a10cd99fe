"""What holds for each block of a text: its cues, its neighbours, its place, what it shares with the main run."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from factcheck.ingest.sections.blocks import Block
from factcheck.ingest.sections.cues import SHARES, Look, cues, look, page_words

_MASSES = (0, 8, 20, 40, 70, 110, 160, 240)
_PLACES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98)
_GAPS = (1, 2, 4, 8, 16, 40)
_SITE_WORDS = (1, 3, 5, 8, 12, 18, 25)
_NEAR, _FAR, _STAMPS_NEAR, _TEMPLATES_NEAR = 3, 8, 5, 5
_TEMPLATE_TIMES = 3
_STAMPS_BACK = 30
_STAMP_COUNTS = (1, 2, 3, 5, 8)
_NO_PROSE = -6.0
"""What a block that is no sentence costs the main run: it survives a box of links, not a page of them."""

_MAX_HEADING = 60
_HEADINGS = (
    (
        "comments",
        re.compile(
            r"(?:\d+ |all |view |read |join the )*(?:comments?|responses|conversation|discussion|replies)\b.{0,30}"
            r"|.{0,20}leave a (?:reply|comment).{0,20}|log ?in to (?:comment|reply)|top rated comments.{0,20}"
            r"|.{0,20}thoughts on\b.{0,40}",
            re.IGNORECASE,
        ),
    ),
    (
        "related",
        re.compile(
            r"(?:related|more|latest|most|popular|recommended|trending|top|editor|recent|what to read|read|see also"
            r"|also|you (?:may|might)|don[’']t miss|promoted|sponsored|from around|around the|up next|next)\b.{0,40}",
            re.IGNORECASE,
        ),
    ),
    ("author", re.compile(r"(?:about|meet|written by|author|contact)\b.{0,40}", re.IGNORECASE)),
    (
        "page",
        re.compile(
            r"(?:tags|topics|filed under|categories|share|follow|subscribe|newsletter|sign up|get the|advertisement"
            r"|footer|contact us|links|explore|sections)\b.{0,40}",
            re.IGNORECASE,
        ),
    ),
)
"""Lines that head something else than the story; what stands under them is judged by which it was and how near."""


class Features:
    """The features of every block of one text; each computed once, when asked for, in time linear in its length."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._looked: list[Look | None] = [None] * len(blocks)

    def look(self, index: int) -> Look:
        """What is seen of one block by itself."""
        seen = self._looked[index]
        if seen is None:
            seen = self._looked[index] = look(self.blocks[index])
        return seen

    @cached_property
    def looks(self) -> list[Look]:
        """What is seen of each block by itself."""
        return [self.look(index) for index in range(len(self.blocks))]

    @cached_property
    def main(self) -> tuple[int, int]:
        """The first and last block of the main run: where most of the prose is."""
        return main_run([seen.prose if seen.sentence else _NO_PROSE for seen in self.looks])

    @cached_property
    def _shapes(self) -> str:
        return "".join([seen.shape for seen in self.looks])

    @cached_property
    def _prose(self) -> list[float]:
        return _sums(seen.prose for seen in self.looks)

    @cached_property
    def _labels(self) -> list[float]:
        return _sums(float(not seen.sentence) for seen in self.looks)

    @cached_property
    def _stamps(self) -> list[float]:
        return _sums(float(seen.stamped) for seen in self.looks)

    @cached_property
    def _templates(self) -> list[float]:
        times = Counter(seen.template for seen in self.looks if seen.template)
        return _sums(float(times[seen.template] >= _TEMPLATE_TIMES) for seen in self.looks)

    @cached_property
    def _repeats(self) -> Counter[str]:
        return Counter(block.text for block in self.blocks)

    @cached_property
    def _heads(self) -> list[tuple[str, int]]:
        return _headings(self.blocks)

    @cached_property
    def _below(self) -> list[int]:
        return _next_heading(self._heads)

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """In how many sentence blocks of the main run each word of content stands."""
        first, last = self.main
        run = self.looks[first : last + 1]
        return Counter(word for seen in run if seen.sentence for word in seen.content)

    @cached_property
    def page_words(self) -> int:
        """How many different words of pages stand in the short blocks."""
        return page_words(self.blocks)

    def shared(self, index: int) -> float:
        """Which share of the block's words of content the main run says elsewhere."""
        seen = self.looks[index]
        itself = seen.sentence and self.main[0] <= index <= self.main[1]
        return sum(self.vocabulary[word] > itself for word in seen.content) / max(1, len(seen.content))

    def repeated(self, index: int) -> bool:
        """Whether the block stands in the text more than once, word for word."""
        return self._repeats[self.blocks[index].text] > 1

    def names(self) -> Iterator[list[str]]:
        """The names of the features that hold, block by block."""
        site = bisect_right(_SITE_WORDS, self.page_words)
        bylined = next((index for index, seen in enumerate(self.looks) if seen.bylined), len(self.looks))
        for index, seen in enumerate(self.looks):
            shape = self._shapes[index]
            yield [
                *cues(self.blocks[index], seen),
                f"site{shape}{site}",
                *self._around(index, shape),
                *self._place(index, shape, bylined),
                *self._company(index, shape),
            ]

    def _around(self, index: int, shape: str) -> Iterator[str]:
        before, after = (
            _between(self._prose, index - _NEAR, index),
            _between(self._prose, index + 1, index + 1 + _NEAR),
        )
        wide = _between(self._prose, index - _FAR, index) + _between(self._prose, index + 1, index + 1 + _FAR)
        labels = _between(self._labels, index - _NEAR, index), _between(self._labels, index + 1, index + 1 + _NEAR)
        yield f"beside{shape}{self._shapes[index - 1 : index] or '^'}{self._shapes[index + 1 : index + 2] or '$'}"
        yield f"before{shape}{bisect_right(_MASSES, before)}"
        yield f"after{shape}{bisect_right(_MASSES, after)}"
        yield f"around{shape}{bisect_right(_MASSES, wide / 2)}"
        yield f"labels{shape}{labels[0]}{labels[1]}"

    def _place(self, index: int, shape: str, bylined: int) -> Iterator[str]:
        yield f"passed{shape}{bisect_right(_PLACES, self._prose[index] / (self._prose[-1] or 1.0))}"
        first, last = self.main
        if index < first:
            yield f"head{shape}{bisect_right(_GAPS, first - index)}"
        elif index > last:
            yield f"tail{shape}{bisect_right(_GAPS, index - last)}"
        else:
            yield f"inside{shape}"
        if index > bylined:
            yield f"bylined{shape}{bisect_right(_GAPS, index - bylined)}"
        yield f"below{shape}{bisect_right(_GAPS, self._below[index])}"
        under, gap = self._heads[index]
        if under:
            yield f"under_{under}{shape}{bisect_right(_GAPS, gap)}"

    def _company(self, index: int, shape: str) -> Iterator[str]:
        first, last = self.main
        place = "i" if index <= last else "o"
        if index > first:
            yield f"stamps{shape}{min(4, _between(self._stamps, index - _STAMPS_NEAR, index + _STAMPS_NEAR))}{place}"
        recent = _between(self._stamps, index - _STAMPS_BACK, index)
        yield f"recent{shape}{bisect_right(_STAMP_COUNTS, recent)}{'i' if index > first else 'o'}"
        above = min(3, _between(self._templates, index - _TEMPLATES_NEAR, index))
        below = min(3, _between(self._templates, index + 1, index + 1 + _TEMPLATES_NEAR))
        yield f"templates{shape}{above}{below}"
        yield f"template{shape}{_between(self._templates, index, index + 1)}"
        if self.looks[index].content:
            yield f"shared{shape}{bisect_right(SHARES, self.shared(index))}"
        if shape != "s" and self.repeated(index):
            yield f"repeated{shape}"


def _between(sums: Sequence[float], start: int, end: int) -> int:
    """What the values from ``start`` up to ``end`` add up to, where ``sums`` adds up all before each place."""
    return int(sums[min(len(sums) - 1, end)] - sums[max(0, start)])


def _headings(blocks: Sequence[Block]) -> list[tuple[str, int]]:
    """For each block, which kind of heading stands last above it (none: "") and how far."""
    found: list[tuple[str, int]] = []
    under, at = "", 0
    for index, block in enumerate(blocks):
        found.append((under, index - at))
        if len(block.text) <= _MAX_HEADING and block.text[-1] not in ".!":
            kind = next((name for name, pattern in _HEADINGS if pattern.fullmatch(block.text)), None)
            under, at = (kind, index) if kind else (under, at)
    return found


def _next_heading(heads: Sequence[tuple[str, int]]) -> list[int]:
    """For each block, how far below it the next heading of something else stands."""
    gaps = [0] * len(heads)
    gap = len(heads)
    for index in range(len(heads) - 1, -1, -1):
        gaps[index] = gap
        under, above = heads[index]
        gap = 1 if under and above == 1 else gap + 1
    return gaps


def _sums(values: Iterator[float]) -> list[float]:
    sums = [0.0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums


def main_run(scores: Sequence[float]) -> tuple[int, int]:
    """The first and last index of the run whose scores add up to the most (Kadane's algorithm)."""
    best, best_from, best_to = float("-inf"), 0, len(scores) - 1
    total, start = 0.0, 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, index
        total += score
        if total > best:
            best, best_from, best_to = total, start, index
    return best_from, best_to
