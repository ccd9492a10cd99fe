"""The line on top: where you are, what is left, what the queue holds, and whether all is saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.content import Content
from textual.widgets import Static

from factcheck.grammar.text import display_line


@dataclass(frozen=True, slots=True)
class Place:
    """Where the annotator is: ``position`` of ``total`` (1-based, 0 in an empty queue), and how many are left.

    While the queue is being read, ``total`` and ``left`` are what was found so far.
    """

    position: int
    total: int
    left: int
    reading: bool


class StatusBar(Static):
    """One line, cut from the right where the screen is narrow: the place comes first."""

    def __init__(self, db_path: Path, annotator: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, markup=False)
        self._desk = display_line(f"{annotator} · {db_path.name}")

    def show(self, place: Place, search: str, *, under_way: int, failed: int, stays: bool) -> None:
        """Say it all anew."""
        done = place.total - place.left
        parts = [
            Content.styled(f"{place.position:,}/{place.total:,}{'…' if place.reading else ''}", "bold"),
            Content(f"{place.left:,} left, {done:,} done"),
            *([Content.styled(display_line(search), "$text-warning")] if search else []),
        ]
        if stays:
            parts.append(Content.styled("lingering", "$text-warning"))
        if failed:
            parts.insert(0, Content.styled(f"! {failed} NOT SAVED, R tries again", "bold $text-error"))
        elif under_way:
            parts.append(Content.styled("… saving", "$secondary"))
        parts.append(Content.styled(self._desk, "$secondary"))
        self.update(Content("   ").join(parts), layout=False)
