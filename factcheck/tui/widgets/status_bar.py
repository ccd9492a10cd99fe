"""The line on top: where you are, what is left, what the queue holds, and whether all is saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.content import Content
from textual.widgets import Static

from factcheck.grammar.text import display_line
from factcheck.model import ClaimFilter
from factcheck.review.orders import conditions, order_words


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
    """One line, cut from the right where the screen is narrow: the place comes first."""

    def __init__(self, db_path: Path, annotator: str, which: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """``which`` stands early on the line: what sets this desk apart from others, such as "reading only"."""
        super().__init__(id=id, markup=False)
        self._which = display_line(which)
        self._desk = display_line(f"{annotator} · {db_path.name}")

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
        parts = [
            *([Content.styled(f"! {failed} NOT SAVED, R tries again", "bold $text-error")] if failed else []),
            *([Content.styled(self._which, "bold $text-warning")] if self._which else []),
            Content.styled(f"{place.position:,}/{place.total:,}{'…' if place.reading else ''}", "bold"),
            Content(f"{place.left:,} left" if hint else place.words),
            *([Content.styled(hint, "bold $text-accent")] if hint else []),
            *([Content.styled(chosen, "$text-warning")] if chosen else []),
            *([Content.styled("lingering", "$text-warning")] if stays else []),
            *([Content.styled("… saving", "$secondary")] if under_way and not failed else []),
            Content.styled(display_line(order_words(wanted)), "$secondary"),
            *([Content(progress)] if progress else []),
            Content.styled(self._desk, "$secondary"),
        ]
        self.update(Content("   ").join(parts), layout=False)
