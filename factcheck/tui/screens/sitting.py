"""How this sitting goes: what was done one by one, the pace, and when the queue will be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from time import monotonic

from factcheck.review.labelling import is_done
from factcheck.review.progress import Tally, in_words
from factcheck.store import StoredClaim
from factcheck.tui.answers import Saved, TakenBack
from factcheck.tui.screens.desk import DeskScreen

_REFRESH_SECONDS = 30
_COUNTS = 2
"""The first words of an outlook, which the status line says anyway: done and left."""


class Sitting(DeskScreen):
    """Counts claims as they come to rest on disk; what was labelled in bulk says nothing of the pace."""

    _tally: Tally

    def on_mount(self) -> None:
        """Begin to count."""
        self._tally = Tally(monotonic())
        self.set_interval(_REFRESH_SECONDS, self._show_pace)

    def _take_saved(self, answer: Saved) -> None:
        open_before = {claim.id for claim in answer.claims if self._is_open(claim.id)}
        super()._take_saved(answer)
        self._count_up(answer.claims, open_before)

    def _take_back(self, answer: TakenBack) -> None:
        alone = len(answer.claims) == 1
        open_before = {claim.id for claim in answer.claims if alone and self._is_open(claim.id)}
        super()._take_back(answer)
        self._count_up(answer.claims, open_before)

    def _is_open(self, claim_id: int) -> bool:
        position = self.queue_list.queue.position(claim_id)
        return position is not None and bool(self.queue_list.queue.open[position])

    def _count_up(self, claims: Sequence[StoredClaim], open_before: set[int]) -> None:
        for claim in claims:
            if not is_done(self._said_of(claim).own):
                self._tally.reopened(claim.id)
            elif claim.id in open_before:
                self._tally.done(claim.id, monotonic())
        self._show_pace()

    def _outlook(self, left: int) -> Sequence[str]:
        return in_words(self._tally.outlook(left, monotonic(), datetime.now()))

    def _show_pace(self) -> None:
        """Say pace, end and streak in the status line, once there is a pace."""
        if not self.stands():
            return
        outlook = self._tally.outlook(self.queue_list.queue.left, monotonic(), datetime.now())
        self._progress = " · ".join(in_words(outlook)[_COUNTS:]) if outlook.pace is not None else ""
        self._show_status()
