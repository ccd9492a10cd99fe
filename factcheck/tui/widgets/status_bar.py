"""The line on top: where you are, what is left, what the queue holds, and whether all is saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.content import Content
from textual.widgets import Static

from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter
from factcheck.review.orders import conditions, order_words

_GAP = "   "
_DOT = " · "
"""What stands between the pieces of a part."""
_LEAST_SEARCH = 10
"""Cells under which the beginning of a search tells nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the annotator is: ``position`` of ``total`` (1-based, 0 in an empty queue), and how many are left.

    ``put_off`` were put off since the queue was read: they are neither left nor done.

    While the queue is being read, ``total`` and ``left`` are what was found so far.
    """

    position: int
    total: int
    left: int
    reading: bool
    put_off: int = 0

    @property
    def words(self) -> str:
        """What is left, done and put off."""
        done = f"{self.left:,} left, {self.total - self.left - self.put_off:,} done"
        return f"{done}, {self.put_off:,} put off" if self.put_off else done


class StatusBar(Static):
    """One line, the place first: where it is narrow, whole pieces are left out; of a search the beginning stands."""

    def __init__(
        self,
        db_path: Path,
        annotator: str,
        which: str = "",
        *,
        retry: str = "R",
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """``which`` stands early on the line: what sets this desk apart from others, such as "reading only".

        ``retry`` is the key that saves again what could not be saved, as the screen writes it.
        """
        super().__init__(id=id, markup=False)
        self._which = display_line(which)
        self._retry = display_line(retry)
        self._desk = display_line(f"{annotator} · {db_path.name}")
        self._parts: list[Content] = []
        self._search = -1

    def show(  # noqa: PLR0913 - the line says so much
        self,
        place: Place,
        wanted: ClaimFilter,
        search: str,
        *,
        under_way: int,
        failed: int,
        stays: bool,
        hint: str = "",
        progress: str = "",
    ) -> None:
        """Say it all anew; a ``hint`` comes before all that can wait, ``progress`` where there is room for it."""
        chosen = display_line(conditions(search))
        not_saved = f"! {failed} NOT SAVED, {self._retry} tries again"
        before = [
            *([Content.styled(not_saved, "bold $text-error")] if failed else []),
            *([Content.styled(self._which, "bold $text-warning")] if self._which else []),
            Content.styled(f"{place.position:,}/{place.total:,}{'…' if place.reading else ''}", "bold"),
            Content(f"{place.left:,} left" if hint else place.words),
            *([Content.styled(hint, "bold $text-accent")] if hint else []),
        ]
        self._search = len(before) if chosen else -1
        self._parts = [
            *before,
            *([Content.styled(chosen, "$text-warning")] if chosen else []),
            *([Content.styled("lingering", "$text-warning")] if stays else []),
            *([Content.styled("… saving", "$secondary")] if under_way and not failed else []),
            Content.styled(display_line(order_words(wanted)), "$secondary"),
            *([Content(progress)] if progress else []),
            Content.styled(self._desk, "$secondary"),
        ]
        self._draw()

    def on_resize(self) -> None:
        """Say what fits."""
        self._draw()

    def _draw(self) -> None:
        fitting: list[Content] = []
        left = self.size.width
        for number, part in enumerate(self._parts):
            gap = len(_GAP) if fitting else 0
            shown = _cut(part, left - gap, anywhere=number == self._search)
            if shown is not None:
                fitting.append(shown)
                left -= gap + shown.cell_length
        self.update(Content(_GAP).join(fitting), layout=False)


def _cut(part: Content, width: int, *, anywhere: bool) -> Content | None:
    """As much of a part as fits: whole pieces, or, of a search, its beginning; ``None`` where that is nothing."""
    if anywhere and width >= _LEAST_SEARCH:
        return part.truncate(width, ellipsis=True)
    while part.cell_length > width:
        end = part.plain.rfind(_DOT)
        if end < 0:
            return None
        part = part[:end]
    return part
