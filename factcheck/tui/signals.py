"""Signals that end the desk: what is under way is written, the terminal restored, and the exit code says which."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from threading import Timer
from types import FrameType, TracebackType
from typing import Any, Self

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""ctrl+c from outside, a request to end, and a terminal that has gone; ctrl+c as a key is the desk's own."""

_GRACE_SECONDS = 5.0
"""How long the desk may take to leave by itself: a terminal that takes no more output can hold it up for ever."""


class Signals:
    """While it is entered, a signal is noted in ``number`` and told to the desk instead of ending the process.

    ``leave`` is called in the main thread, between two instructions of whatever it is doing. ``last`` is called in a
    thread of its own where the desk has not left in time; the process then ends without it.
    """

    def __init__(self, leave: Callable[[int], None], last: Callable[[], object]) -> None:
        self.number = 0
        self._leave = leave
        self._last = last
        self._before: dict[int, Any] = {}
        self._timer: Timer | None = None

    @property
    def exit_code(self) -> int:
        """What shells take for ended by that signal; 0 where there was none."""
        return 128 + self.number if self.number else 0

    def __enter__(self) -> Self:
        self._before = {number: signal.signal(number, self._received) for number in ENDING}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._timer is not None:
            self._timer.cancel()

    def _received(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - what Python hands a handler
        if self.number:
            return
        self.number = number
        self._timer = Timer(_GRACE_SECONDS, self._end)
        self._timer.daemon = True
        self._timer.start()
        self._leave(number)

    def _end(self) -> None:
        try:
            self._last()
        finally:
            os._exit(self.exit_code)
