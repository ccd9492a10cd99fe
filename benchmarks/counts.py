"""How fast and how well numbers are read beside quantulum3, and how fast the two extractors of counts are.

    python -m benchmarks.counts [--ours]

Speed is text per second of processor time on one core, the median of five passes of which the first has nothing
cached. The extractors, casualties and view counts together, go from an article in sections to its claims: sentences,
numbers and speakers included. Both read the news that lies beside the project, a text made up here with about as many
numbers and more counts of people than news, and one in which every other sentence counts somebody. quantulum3 reads
the first part of the same texts line by line, once. Scores are value F1 on the sentences with annotated numbers that
lie beside the project, by their own scorer: every number found counts, of whatever kind. One sentence in three, by
the hash of its name, is held out, and its figure stands beside the others'. ``--ours`` leaves quantulum3 out.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date

from benchmarks.corpora import WIKINEWS, news_texts
from benchmarks.count_peers import QUANTULUM_INSTALL, Bounds, NumberReader, quantulum_reader
from benchmarks.count_sets import number_sets
from factcheck.extract.registry import EXTRACTORS, extract_claims
from factcheck.grammar.quantity import find_quantities, quantity_record
from factcheck.ingest.sections import cut
from factcheck.model import Article, ClaimType, Published

ENOUGH_NUMBERS = 2000
ENOUGH_COUNTS = 3000
"""Kilobytes of news a second that the grammar, and the two extractors together, are to read on one core."""

PASSES = 5
PEERS_PART = 150
"""Kilobytes that the other reader is given: it takes seconds over them."""

COUNTS = tuple(name for name, (kind, _) in EXTRACTORS.items() if kind in (ClaimType.CASUALTY, ClaimType.VIEW_COUNT))

HARDEST = ("1% ", "$1 ", "1–2 ", "40+", "12,", "1 in 3 ", "more than about 7 ", "one hundred and ", "10-20-30-", "1")
"""What the grammar takes longest over where a text holds nothing else; then what it is to take no longer over."""

PAGE = 1 << 16

PLAIN = (
    "The council met behind closed doors and gave no reason for its decision.",
    "Residents of the valley had asked for a new bridge since the old one was closed.",
    "Her lawyer said that the ministry never answered the letters it was sent.",
    "The storm moved north during the night and lost much of its strength.",
    "A spokesman for the company declined to comment on the report.",
    "Farmers along the river said that the harvest would begin later than usual.",
)
NUMBERED = (
    "The bridge, {number} metres long, was built by {small} local companies.",
    "The fund will pay ${big} over the next {small} years, the ministry said in a statement.",
    "Prices rose by {small} percent in the north and by about half of that in the south.",
    "The company, which has {number} shops, opened its first one on 12 May 1998.",
)
COUNTED = (
    "At least {small} people were killed and {number} injured when the ferry sank, officials said.",
    "The video has been viewed more than {big} times since it was posted by a local singer.",
    "Police said {small} protesters were wounded, including {small} who were shot.",
    "The petition was signed by nearly {number} residents within a week.",
    "Between {number} and {big} people marched through the capital, the organisers said.",
    "The repairs will cost about ${big}, or {small} percent more than the city had planned.",
    "The death toll rose to {number}, and {small} miners are still missing.",
    "The channel has {big} subscribers and some {number} of them watched the concert live.",
)
SCALED = ("{}.{} million", "{} million", "{}{},000", "{}{}k", "{}{}00")


def made_up(size: int, numbered: float, counted: float, seed: int = 0) -> list[tuple[str, str]]:
    """Articles without a day, of ``size`` bytes in all, the same for the same seed.

    ``numbered`` and ``counted`` are the shares of sentences that hold numbers of things, and of people.
    """
    source = random.Random(seed)  # noqa: S311 - a text needs no cryptography
    articles: list[tuple[str, str]] = []
    made = 0
    while made < size:
        paragraphs = [" ".join(_sentence(source, numbered, counted) for _ in range(4)) for _ in range(8)]
        articles.append(("", "\n\n".join(paragraphs)))
        made += len(articles[-1][1].encode())
    return articles


def _sentence(source: random.Random, numbered: float, counted: float) -> str:
    (form,) = source.choices((NUMBERED, COUNTED, PLAIN), (numbered, counted, 1 - numbered - counted))
    scaled = source.choice(SCALED).format(source.randint(1, 9), source.randint(1, 9))
    small = source.choice(("two", "three", "twelve", "a dozen", "twenty-five", str(source.randint(2, 99))))
    return source.choice(form).format(small=small, number=f"{source.randint(30, 4000):,}", big=scaled)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _kilobytes(texts: Sequence[tuple[str, str]]) -> float:
    return sum(len(text.encode()) for _, text in texts) / 1000


def _speed(texts: Sequence[tuple[str, str]], work: Callable[[], object]) -> float:
    """Kilobytes a second, the median of the passes."""
    return _kilobytes(texts) / statistics.median(_seconds(work) for _ in range(PASSES))


def _articles(texts: Sequence[tuple[str, str]]) -> list[Article]:
    articles = []
    for number, (day, text) in enumerate(texts):
        published = Published(date.fromisoformat(day), day, "record", inferred=False) if day else None
        articles.append(
            Article(f"{number:064x}", str(number), str(number), text, published=published, sections=cut(text))
        )
    return articles


def _line(name: str, speed: float, found: int, asked: int | None) -> str:
    line = f"{name:<36}{speed:>10,.0f} KB/s{found:>10,} found"
    return f"{line}    asked for: {asked:,}: {'enough' if speed >= asked else 'too slow'}" if asked else line


def _measure(
    name: str, texts: list[tuple[str, str]], peer: tuple[str, NumberReader] | None, *, is_news: bool = True
) -> None:
    print(f"\n{name}: {len(texts)} articles, {_kilobytes(texts):,.0f} KB")
    speed = _speed(texts, lambda: [find_quantities(text) for _, text in texts])
    numbers = sum(len(find_quantities(text)) for _, text in texts)
    print(_line("quantity grammar", speed, numbers, ENOUGH_NUMBERS if is_news else None))
    articles = _articles(texts)
    speed = _speed(texts, lambda: [extract_claims(article, COUNTS) for article in articles])
    claims = sum(len(extract_claims(article, COUNTS)) for article in articles)
    print(_line(" + ".join(COUNTS), speed, claims, ENOUGH_COUNTS if is_news else None))
    if peer:
        _compare(texts, *peer)


def _compare(texts: list[tuple[str, str]], name: str, read: NumberReader) -> None:
    """Print the other reader's speed on the first texts, and ours on the same."""
    part: list[tuple[str, str]] = []
    while len(part) < len(texts) and _kilobytes(part) < PEERS_PART:
        part.append(texts[len(part)])
    ours = _speed(part, lambda: [find_quantities(text) for _, text in part])
    theirs = _kilobytes(part) / _seconds(lambda: [read(text) for _, text in part])
    print(f"{name + f' on {_kilobytes(part):,.0f} KB of it':<36}{theirs:>10,.0f} KB/s", end="")
    print(f"    the quantity grammar is {ours / theirs:,.0f} times as fast on the same")


def _speed_on_nothing_but_numbers() -> None:
    """Print what the hardest pages take."""
    print("\n64 KiB of nothing but       ms   quantities")
    for unit in HARDEST:
        page = (unit * (PAGE // len(unit) + 1))[:PAGE]
        began = time.process_time()
        found = len(find_quantities(page))
        print(f"{unit!r:<22}{1000 * (time.process_time() - began):>9,.0f}{found:>13,}")


def _our_numbers(text: str) -> list[Bounds]:
    return [(said["low"], said["high"]) for said in quantity_record({"id": "", "text": text})["quantities"]]


def _scores(peer: tuple[str, NumberReader] | None) -> None:
    """Print the value F1 on each annotated set, and beside it that on the sentences held out."""
    sets = list(number_sets())
    if not sets:
        print("\nNo sentences with annotated numbers lie beside the project: no scores")
        return
    readers = [("factcheck", _our_numbers), *([peer] if peer else [])]
    print("".join((f"\n{'value F1, % | held out':<28}", *(f"{name:>20}" for name, _ in readers))))
    for one in sets:
        print(f"{one.name:<28}", end="")
        for _, read in readers:
            seen, held = one.score(read, held_out=False), one.score(read, held_out=True)
            print(f"{100 * seen:>12.1f} |{100 * held:>6.1f}", end="")
        print(flush=True)


def main(arguments: list[str]) -> None:
    """Print the speeds on the news, on the texts made up and on the hardest pages, then the scores."""
    peer = None if "--ours" in arguments else quantulum_reader()
    if peer is None and "--ours" not in arguments:
        print(f"quantulum3 is left out: {QUANTULUM_INSTALL}")
    if WIKINEWS.exists():
        _measure(*news_texts(), peer)
    else:
        print("no news lies beside the project: the text made up alone is measured")
    _measure("a text made up", made_up(1_000_000, 0.1, 0.05), peer)
    _measure("a text made up, every other sentence a count", made_up(1_000_000, 0.0, 0.5), peer, is_news=False)
    _speed_on_nothing_but_numbers()
    _scores(peer)


if __name__ == "__main__":
    main(sys.argv[1:])
