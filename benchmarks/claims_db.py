"""A database of made-up claims, and how fast the store answers for it.

``python -m benchmarks.claims_db FOLDER [CLAIMS]`` makes ``claims-CLAIMS.db`` in the folder, or takes the one that is
there, and prints what queues, filters and completion cost: seconds of CPU, and milliseconds by the clock.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from factcheck import filters
from factcheck.model import (
    Article,
    Attribution,
    Casualty,
    Claim,
    ClaimFilter,
    ClaimType,
    DateValue,
    LabelEvent,
    LabelField,
    Member,
    Membership,
    Order,
    Published,
    Section,
    SectionKind,
    Value,
    ViewCount,
)
from factcheck.store import RunCounts, Store
from factcheck.store.labels import new_event

_CLAIMS_AN_ARTICLE = 10
_ARTICLES_A_BATCH = 500
_EVENTS_A_BATCH = 5_000
_FIRST_DAY = date(2024, 1, 1)
_DAYS = 1_000
TODAY = _FIRST_DAY + timedelta(_DAYS)
ANNOTATORS = ("anna", "boris", "chen", "dora", "emil")

_PUBLISHERS = [
    f"{first} {second}"
    for second in ("Courier", "Wire", "Post", "Herald")
    for first in ("Velm", "Evening", "Harbour", "Northern", "Ostrel", "City", "Valley", "Daily", "Coast", "Morning")
]
_NAMES = [
    a + b
    for a in ("Ar", "Bru", "Cel", "Dor", "Esk", "Fal", "Gri", "Hal", "Ill", "Jor")
    for b in ("da", "un", "le", "mark", "ovia", "enia", "ost", "uria")
]
_EFFECTS = ("killed", "injured", "missing", "displaced", "captured")
_METRICS = ("views", "likes", "shares", "followers", "signatures", "attendance")
_FLAGS = (("total_of_parts",), ("far_bound",), ("total_of_parts", "odd_unit"))
_KINDS = {
    Casualty: ClaimType.CASUALTY,
    ViewCount: ClaimType.VIEW_COUNT,
    Membership: ClaimType.MEMBERSHIP,
    DateValue: ClaimType.DATE,
}


@dataclass(slots=True)
class _Draft:
    """An article in the making."""

    parts: list[str]
    length: int
    claims: list[Claim]
    lot: random.Random
    day: date
    segment: SectionKind = SectionKind.BODY

    def say(self, before: str, quote: str, after: str, value: Value) -> None:
        """One sentence with one claim in it."""
        start, sentence = self.length, f"{before}{quote}{after}"
        begin = start + len(before)
        speaker = None
        if self.lot.random() < 0.3:
            name = self.lot.choice(_NAMES)
            sentence = f"{sentence[:-1]}, {name} said."
            place = start + len(sentence) - len(f"{name} said.")
            speaker = Attribution(name, place, place + len(name), name, "said")
        flags = self.lot.choice(_FLAGS) if self.lot.random() < 0.05 else ()
        self.claims.append(
            Claim(
                _KINDS[type(value)],
                begin,
                begin + len(quote),
                quote,
                value,
                "text",
                self.segment,
                start,
                start + len(sentence),
                f"{_KINDS[type(value)].value}@1",
                speaker,
                flags,
            )
        )
        self.parts.append(sentence + " ")
        self.length += len(sentence) + 1


def _number(lot: random.Random) -> int:
    """Small numbers are many, so that articles share them; large ones are mostly one article's own."""
    return lot.randint(1, 60) if lot.random() < 0.6 else int(10 ** lot.uniform(2, 7))


def _casualty(draft: _Draft) -> None:
    count, effect = _number(draft.lot), draft.lot.choice(_EFFECTS)
    at_least = draft.lot.random() < 0.3
    value = Casualty(effect, count, None if at_least else count, ">=" if at_least else "=")
    quote = f"at least {count:,}" if at_least else f"{count:,}"
    draft.say(f"The flood in {draft.lot.choice(_NAMES)} left ", quote, f" people {effect}.", value)


def _views(draft: _Draft) -> None:
    count, metric = _number(draft.lot) * 100, draft.lot.choice(_METRICS)
    value = ViewCount(metric, count, None, ">")
    draft.say("The clip had ", f"more than {count:,}", f" {metric}.", value)


def _membership(draft: _Draft) -> None:
    names = draft.lot.sample(_NAMES, 3)
    before = f"The {draft.lot.choice(_NAMES)} Pact has three members: "
    quote = f"{names[0]}, {names[1]} and {names[2]}"
    begin = draft.length + len(before)
    spans = tuple(Member(n, begin + quote.index(n), begin + quote.index(n) + len(n)) for n in names)
    draft.say(before, quote, ".", Membership(before[4:-20], "members", 3, spans))


def _date(draft: _Draft) -> None:
    day = draft.day - timedelta(draft.lot.randint(1, 400))
    value = DateValue(str(day), "DATE", day, day, "day")
    quote = f"on {day.day} {day:%B} {day.year}"
    draft.say("The bridge was opened ", quote, ".", value)


_MAKERS = (_casualty, _casualty, _casualty, _views, _views, _membership, _date, _date, _date, _date)


def _articles(count: int) -> Iterator[tuple[Article, Sequence[Claim]]]:
    lot = random.Random(1)  # noqa: S311 - the same database every time
    for number in range(count):
        yield _article(number, lot)


def _article(number: int, lot: random.Random) -> tuple[Article, Sequence[Claim]]:
    day = _FIRST_DAY + timedelta(lot.randrange(_DAYS))
    draft = _Draft([], 0, [], lot, day)
    own = _CLAIMS_AN_ARTICLE - 1
    for _ in range(own):
        lot.choice(_MAKERS)(draft)
    body = draft.length
    draft.segment = SectionKind.TEASER if lot.random() < 0.5 else SectionKind.BODY
    lot.choice(_MAKERS)(draft)
    text = "".join(draft.parts)
    published = None if lot.random() < 0.02 else Published(day, str(day), "meta", inferred=False)
    article = Article(
        sha256=hashlib.sha256(f"{number} {text}".encode()).hexdigest(),
        source_id=f"articles/{day:%Y-%m}/{number:07}.html",
        source=f"articles/{day:%Y-%m}/{number:07}.html",
        text=text,
        title=f"Flood and clips, report {number}",
        publisher=_PUBLISHERS[min(int(lot.expovariate(0.15)), len(_PUBLISHERS) - 1)],
        published=published,
        sections=(Section(SectionKind.BODY, 0, body), Section(draft.segment, body, len(text))),
        media_type="text/html",
    )
    return article, draft.claims


def make(path: Path, claims: int = 1_000_000, labels: int = 20_000, annotators: int = 3) -> Path:
    """Make the database unless it is there, every time the same; annotators disagree about some claims."""
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"making-{path.name}")
    draft.unlink(missing_ok=True)
    with Store.open(draft, create=True) as store:
        run = store.start_run({}, "benchmark")
        made = _articles(claims // _CLAIMS_AN_ARTICLE)
        stored = 0
        while batch := list(islice(made, _ARTICLES_A_BATCH)):
            stored += store.add(run, batch).claims
        articles = claims // _CLAIMS_AN_ARTICLE
        store.finish_run(run, RunCounts(articles, articles, 0, 0, 0, stored))
        events = _labels(store.claim_ids(ClaimFilter()), labels, ANNOTATORS[:annotators])
        while some := list(islice(events, _EVENTS_A_BATCH)):
            store.label(some)
    draft.rename(path)
    draft.with_name(f"{draft.name}.lock").unlink()
    return path


def _labels(ids: Sequence[int], count: int, annotators: Sequence[str]) -> Iterator[LabelEvent]:
    lot = random.Random(2)  # noqa: S311 - the same labels every time
    for claim_id in lot.sample(ids, min(count, len(ids))):
        for who in lot.sample(annotators, 2 if lot.random() < 0.1 else 1):
            batch = f"{who}{claim_id}"
            said = "correct" if lot.random() < 0.8 else lot.choice(("wrong_value", "wrong_span", "not_a_claim"))
            yield new_event(claim_id, who, LabelField.EXTRACTION, said, batch=batch, origin="seed")
            if said == "correct":
                verdict = lot.choice(("supported", "refuted", "not_enough_evidence"))
                yield new_event(claim_id, who, LabelField.VERDICT, verdict, batch=batch, origin="seed")


SEARCHES = (
    "",
    "type:casualty",
    "type:casualty value>=10 section:body",
    "flag:*",
    "flag:odd_unit",
    "publisher:velm",
    'publisher="Morning Herald" value>=1m',
    "label:none by:me",
    "state:todo type:membership",
    "verdict:refuted",
    "disagree:yes",
    "effect:killed",
    "value=17",
    "speaker:brule",
    "member:eskost",
    "date:2025-06",
    "since:2026-06",
    "since:2026-09-01 type:casualty label:none",
    "flood",
    '"at least 1,234"',
    "-flood type:casualty",
    "sample:50 seed:may",
)


def _timed(call: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock and seconds of CPU."""
    clock, cpu = time.perf_counter(), time.process_time()
    call()
    return (time.perf_counter() - clock) * 1000, time.process_time() - cpu


def _queue(store: Store, wanted: ClaimFilter) -> str:
    """What it costs to hand out a queue: the first slice that holds something, all of it, the longest silence."""
    began, cpu = time.perf_counter(), time.process_time()
    first, longest, count, since, slices = 0.0, 0.0, 0, began, 0
    for piece in store.queue(wanted, "anna"):
        at = time.perf_counter()
        longest, since = max(longest, at - since), at
        first = first or (at - began if piece.ids else 0.0)
        count += len(piece.ids)
        slices += 1
    total = time.process_time() - cpu
    return (
        f"first {first * 1000:6.1f} ms  all {total:5.2f} s CPU  silence {longest * 1000:5.0f} ms  "
        f"{count:9,} claims in {slices} slices"
    )


def report(path: Path) -> None:
    """Print what the store takes for each of the searches, for completion, reasons and precedents."""
    with Store.open(path, readonly=True) as store:
        for line in SEARCHES:
            for order in (Order.HELPFUL, Order.READING):
                wanted = filters.parse(line, annotator="anna", today=TODAY, order=order)
                print(f"{order.value:8} {line or '(all)':45} {_queue(store, wanted)}")
        for line in SEARCHES:
            wanted = filters.parse(line, annotator="anna", today=TODAY)
            print(f"count    {line or '(all)':45} {_timed(partial(store.count, wanted))[0]:7.1f} ms")
        for field in filters.FIELDS.values():
            if field.listed:
                times = [_timed(partial(store.vocabulary, field.name, prefix))[0] for prefix in ("", "a", "zz")]
                print(f"names    {field.name:45} {max(times):7.1f} ms")
        ids = store.claim_ids(ClaimFilter(order=Order.HELPFUL))
        some = [ids[place * len(ids) // 20] for place in range(20)]
        for name, call in (("why", store.why), ("precedents", store.precedents)):
            times = [_timed(partial(call, claim_id, "anna"))[0] for claim_id in some]
            print(f"{name:54} {max(times):7.1f} ms at most of {len(times)}")


def main() -> None:
    """Make or take the database that the arguments name, and measure."""
    folder = Path(sys.argv[1])
    claims = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    path = folder / f"claims-{claims}.db"
    clock, cpu = _timed(partial(make, path, claims))
    print(f"made in {clock / 1000:,.0f} s ({cpu:,.0f} s CPU): {path.stat().st_size / 1e6:,.0f} MB")
    report(path)


if __name__ == "__main__":
    main()
