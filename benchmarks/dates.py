"""How well and how fast dates are read: beside dateparser's search and Microsoft's Recognizers-Text.

    python -m benchmarks.dates [--ours]

Scores are TempEval-3's on the annotated texts that lie beside the project, with its own scorer; speed is text per
second of processor time on one core, from the first text on with nothing cached. One document in five, by the hash
of its name, is held out: nobody looks at its errors while the grammar is made, and its figures stand beside the
others'. ``--ours`` leaves the other readers out.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from benchmarks.corpora import SHARED, news_texts, scorer
from benchmarks.date_peers import RECOGNIZERS_INSTALL, Found, Reader, dateparser_reader, recognizers_reader
from factcheck.grammar.timex import Mode, find_timexes, timex_record

SCORER = SHARED / "eval" / "score_timex.py"
SETS: tuple[tuple[str, str, Mode], ...] = (
    ("TimeBank and AQUAINT", "timebank_aquaint_corrected.jsonl", "news"),
    ("WikiWars", "wikiwars_dev.jsonl", "narrative"),
)
"""A set's name, its file and how its texts tell of time."""

MEASURES = ("relaxed_f1", "strict_f1", "type_f1", "value_f1")
ENOUGH = 1000
"""Kilobytes a second that the grammar alone is to read on one core."""

HARDEST = ("Eid\n", "Oct ", "Thu ", "9 to 11 May ", "will Aug ", "1998-99 ", "Q3 ", "half ", "9:30 ", "A")
"""What the grammar takes longest over where a text holds nothing else, as a fuzzer and the words of its lexicon show;
and, last, what it should pass over."""

PAGE = 1 << 16

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """Annotated documents in the scorer's shape."""

    name: str
    mode: Mode
    records: list[Record]

    @property
    def kilobytes(self) -> float:
        """The size of all texts in UTF-8."""
        return sum(len(record["text"].encode()) for record in self.records) / 1000


def annotated_sets() -> list[AnnotatedSet]:
    """The annotated texts that lie beside the project; none where they do not."""
    folder = SHARED / "eval" / "dates"
    if not folder.exists() or not SCORER.exists():
        return []
    return [
        AnnotatedSet(
            name, mode, [json.loads(line) for line in (folder / file).read_text("utf-8").split("\n") if line]
        )
        for name, file, mode in SETS
    ]


def is_held_out(record: Record) -> bool:
    """Whether the document is of the fifth that nobody looks at."""
    return int(hashlib.sha256(str(record["doc_id"]).encode()).hexdigest(), 16) % 5 == 0


def scores(records: Iterable[Record], answers: dict[str, Record]) -> dict[str, float]:
    """The scorer's measures of the answers by document, each from 0 to 1."""
    gold = {record["doc_id"]: record for record in records}
    measured: dict[str, float] = scorer(SCORER).score(gold, answers)
    return measured


def our_answers(texts: AnnotatedSet) -> dict[str, Record]:
    """The grammar's answers by document."""
    return {record["doc_id"]: timex_record(record, texts.mode) for record in texts.records}


def _peer_answers(reader: Reader, texts: AnnotatedSet) -> dict[str, Record]:
    answers: dict[str, Record] = {}
    for record in texts.records:
        found: list[Found] = reader(record["text"], date.fromisoformat(record["dct"][:10]))
        answers[record["doc_id"]] = {"timexes": found}
    return answers


def _timed(work: Callable[[], dict[str, Record]]) -> tuple[dict[str, Record], float]:
    began = time.process_time()
    return work(), time.process_time() - began


def _line(name: str, seconds: float, texts: AnnotatedSet, answers: dict[str, Record]) -> str:
    held = [record for record in texts.records if is_held_out(record)]
    seen = [record for record in texts.records if not is_held_out(record)]
    columns = []
    for part in (seen, held):
        measured = scores(part, answers)
        columns.append("".join(f"{100 * measured[measure]:7.2f}" for measure in MEASURES))
    return f"{name:<26}{'  |'.join(columns)}  |{texts.kilobytes / seconds:10,.1f}"


def _compare(texts: AnnotatedSet, peers: dict[str, Reader]) -> None:
    held = sum(map(is_held_out, texts.records))
    print(f"\n{texts.name}: {len(texts.records) - held} documents | {held} held out, {texts.kilobytes:,.0f} KB")
    heads = "".join(f"{measure.removesuffix('_f1'):>7}" for measure in MEASURES)
    print(f"{'F1, %':<26}{heads}  |{heads}  |{'KB/s':>10}")
    answers, ours = _timed(partial(our_answers, texts))
    print(_line("factcheck", ours, texts, answers))
    for name, reader in peers.items():
        answers, theirs = _timed(partial(_peer_answers, reader, texts))
        print(_line(name, theirs, texts, answers), f"  factcheck is {theirs / ours:,.0f} times as fast", flush=True)


def _peers() -> dict[str, Reader]:
    peers = {"dateparser search": dateparser_reader()}
    recognizers = recognizers_reader()
    if recognizers is None:
        print(f"Recognizers-Text is left out: {RECOGNIZERS_INSTALL}")
    else:
        peers["Recognizers-Text 1.0.2a2"] = recognizers
    for reader in peers.values():  # what is loaded at the first call is nobody's speed
        reader("It rained on Thursday.", date(2022, 11, 24))
    return peers


def _speed_on_news() -> None:
    corpus, texts = news_texts()
    size = sum(len(text.encode()) for _, text in texts) / 1000
    began = time.process_time()
    found = sum(len(find_timexes(text, date.fromisoformat(day) if day else None)) for day, text in texts)
    speed = size / (time.process_time() - began)
    verdict = "enough" if speed >= ENOUGH else "too slow"
    print(f"{corpus}: {len(texts)} articles, {size:,.0f} KB, {found:,} time expressions, {speed:,.0f} KB/s")
    print(f"asked for: {ENOUGH:,} KB/s on one core: {verdict}")


def _speed_on_nothing_but_dates() -> None:
    """Print what the hardest pages take: each as many time expressions as 64 KiB hold."""
    print("\n64 KiB of nothing but       ms   time expressions")
    for unit in HARDEST:
        page = (unit * (PAGE // len(unit) + 1))[:PAGE]
        began = time.process_time()
        found = len(find_timexes(page, date(2022, 11, 24)))
        print(f"{unit!r:<22}{1000 * (time.process_time() - began):>9,.0f}{found:>18,}")


def main(arguments: list[str]) -> None:
    """Print the speed on news, then the figures on each annotated set."""
    find_timexes("It rained on Thursday.", date(2022, 11, 24))
    _speed_on_news()
    _speed_on_nothing_but_dates()
    sets = annotated_sets()
    if not sets:
        print("no annotated texts lie beside the project: no scores")
        return
    peers = {} if "--ours" in arguments else _peers()
    for texts in sets:
        _compare(texts, peers)


if __name__ == "__main__":
    main(sys.argv[1:])
