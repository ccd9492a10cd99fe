"""The history of labels as its screen lists it: a line for what was done at once, which opens where it was much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from factcheck.grammar.text import display_line
from factcheck.model import LabelField
from factcheck.review.corrections import correction_in_words
from factcheck.review.facts import shown
from factcheck.store import BatchRow, BatchWord, HistoryRow, Store
from factcheck.values import span_from_json

_PAGE_BATCHES = 50
_PAGE_ROWS = 200
_FEW = 20
"""Changes of one claim at once that are shown on one line; more are opened like a bulk label."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one person said at once of one claim (``rows``), or of many (``opens``).

    ``inner`` ones stand below the one that was opened; the last of them may stand for those ``further`` back.
    """

    at: str
    who: str
    words: str
    rows: tuple[HistoryRow, ...] = ()
    opens: BatchRow | None = None
    undoes: bool = False
    taken_back: bool = False
    inner: bool = False
    further: int | None = None

    @property
    def quote(self) -> str:
        """The words of the claim, safe to show; how many claims where it is about more than one."""
        return f"“{shown(self.rows[0].quote)}”" if self.rows else ""

    @property
    def claim_id(self) -> int | None:
        """The claim that it is about; ``None`` where it is about many."""
        return self.rows[0].claim_id if self.rows else None


@dataclass(frozen=True, slots=True)
class PastPage:
    """Entries, the newest first, and where the next page begins; ``None`` where there is none."""

    entries: list[Entry]
    before: int | None


def of_claim(store: Store, claim_id: int, before: int | None) -> PastPage:
    """What everybody said of a claim."""
    rows = store.history(claim_id=claim_id, before=before, limit=_PAGE_ROWS)
    return PastPage(list(_entries(rows)), _next(rows, _PAGE_ROWS))


def of_all(store: Store, annotator: str | None, before: int | None) -> PastPage:
    """What one annotator said of all claims, or what everybody did."""
    batches = store.batches(annotator=annotator, before=before, limit=_PAGE_BATCHES)
    entries: list[Entry] = []
    for batch in batches:
        if batch.claims == 1 and batch.events <= _FEW:
            rows = store.history(before=batch.last_id + 1, limit=batch.events)
            entries += _entries(row for row in rows if row.batch == batch.batch)
        else:
            entries.append(_closed(batch))
    return PastPage(entries, batches[-1].first_id if len(batches) == _PAGE_BATCHES else None)


def inside(store: Store, batch: BatchRow, before: int | None) -> PastPage:
    """What a batch said of each of its claims."""
    rows = store.history(before=before or batch.last_id + 1, limit=_PAGE_ROWS)
    own = [row for row in rows if row.batch == batch.batch]
    entries = list(_entries(own, inner=True))
    further = _next(own, _PAGE_ROWS)
    if further is not None:
        entries.append(Entry("", "", "… further claims of this", opens=batch, inner=True, further=further))
    return PastPage(entries, None)


def _next(rows: list[HistoryRow], limit: int) -> int | None:
    return rows[-1].id if len(rows) == limit else None


def _entries(rows: Iterable[HistoryRow], *, inner: bool = False) -> Iterator[Entry]:
    """Rows that were said at once of one claim are one entry; its rows stand in the order in which they were said."""
    for _, group in groupby(rows, key=lambda row: (row.batch, row.claim_id, row.annotator)):
        said = tuple(group)[::-1]
        yield Entry(
            at=said[-1].at,
            who=display_line(said[0].annotator),
            words=", ".join(map(change, said)),
            rows=said,
            undoes=any(row.undoes for row in said),
            taken_back=not any(row.stands for row in said),
            inner=inner,
        )


def _closed(batch: BatchRow) -> Entry:
    said = ", ".join(map(_counted, batch.said))
    claims = f"{batch.claims:,} claim{'' if batch.claims == 1 else 's'}"
    takes_back = "takes back " if batch.undoes else ""
    return Entry(
        at=batch.at,
        who=display_line(", ".join(batch.annotators)),
        words=f"{claims} by {display_line(batch.origin)}: {takes_back}{said}",
        opens=batch,
        undoes=batch.undoes,
        taken_back=batch.standing == 0 and not batch.undoes,
    )


def _counted(said: BatchWord) -> str:
    """One of the words of a batch: verdict supported ×12."""
    value = "cleared" if said.value is None else shown(said.value.replace("_", " "))
    return f"{_name(said.field)} {value}" + (f" ×{said.count:,}" if said.count > 1 else "")


def change(row: HistoryRow) -> str:
    """One change in words: verdict refuted → supported."""
    return f"{_name(row.field)} {_value(row, row.before)} → {_value(row, row.after)}"


def _name(field: LabelField) -> str:
    return field.value.replace("_", " ")


def _value(row: HistoryRow, value: str | None) -> str:
    if value is None:
        return "–"
    return _SHOWN.get(row.field, _plain)(row, value)


def _place(span: str) -> str:
    try:
        found = span_from_json(span)
    except (ValueError, KeyError, TypeError):
        return shown(span)
    return f"characters {found.start:,} to {found.end:,}"


def _plain(_: HistoryRow, value: str) -> str:
    return shown(value.replace("_", " "))


def local(at: str, form: str = "%Y-%m-%d %H:%M:%S") -> str:
    """A moment in the zone of whoever reads it; as it is written where it cannot be read."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():{form}}"
    except ValueError:
        return display_line(at)


def local_with_zone(at: str) -> str:
    """A moment in the reader's zone, and which that is: Wed 2026-11-25 09:12:00+01:00."""
    zone = local(at, "%z")
    return f"{local(at, '%a %Y-%m-%d %H:%M:%S')}{zone[:3]}:{zone[3:]}" if len(zone) == 5 else display_line(at)


_SHOWN: Mapping[LabelField, Callable[[HistoryRow, str], str]] = {
    LabelField.CORRECTED_VALUE: lambda row, value: shown(correction_in_words(row.type, value)),
    LabelField.CORRECTED_SPAN: lambda _, value: _place(value),
    LabelField.NOTE: lambda _, value: f"“{shown(value)}”",
    LabelField.DUPLICATE_OF: lambda _, value: display_line(value[:8]),
    LabelField.SNOOZED_UNTIL: lambda _, value: local(value, "%Y-%m-%d %H:%M"),
}
"""How a field's value is shown where it is no plain choice."""
