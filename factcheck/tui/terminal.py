"""Textual's terminal driver for a terminal that may go at any moment, and for ctrl+z as the key that undoes."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Iterable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, TextIO

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

if TYPE_CHECKING:
    from textual.app import App


class KnownKeys(XTermParser):
    """Textual's reader of keys, without the pieces of sequences that it does not know.

    It hands such a sequence (a key of an odd keyboard, an answer of the terminal) on as if its characters had been
    typed, digits and letters that would label: a caret for its escape and the rest at once, or, where it was waited
    for its end in vain, the rest alone.
    """

    def feed(self, data: str) -> Iterable[Message]:
        """The keys and other events of what was read, up to a caret that more keys follow in the same reading."""
        is_odd = False
        for message in super().feed(data):
            if not (is_odd and isinstance(message, events.Key)):
                yield message
            is_odd = isinstance(message, events.Key) and (is_odd or message.key == "circumflex_accent")

    def tick(self) -> Iterable[Message]:
        """What a wait that has ended gives: the escape key, or alt with another, and not a whole row of keys."""
        found = list(super().tick())
        if sum(isinstance(message, events.Key) for message in found) > 1:
            return [message for message in found if not isinstance(message, events.Key)]
        return found


class DeskDriver(LinuxDriver):
    """A terminal that has gone ends the desk as SIGHUP does.

    Textual alone would wait for ever for a writer thread that died of the first failed write, or read the end of the
    input over and over.
    """

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # All that Textual's writer asks of a file.
        self._file = _Lasting(self._file)  # type: ignore[arg-type, assignment]
        # Textual stops the process at this signal; ctrl+z undoes here, and a stopped desk would keep others waiting.
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)

    def start_application_mode(self) -> None:
        """Take the terminal over, and watch it."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        Thread(target=self._watch, name="factcheck-terminal", daemon=True).start()

    def run_input_thread(self) -> None:
        """Read keys for as long as there is a terminal."""
        vars(linux_driver)["XTermParser"] = KnownKeys  # Textual lets no driver choose its parser
        with suppress(OSError):
            super().run_input_thread()
            return
        _hang_up()

    def _watch(self) -> None:
        poll = select.poll()
        poll.register(self.fileno, 0)  # nothing but the end of the line, which is always reported
        with suppress(OSError):
            if any(event & (select.POLLHUP | select.POLLERR) for _, event in poll.poll()):
                _hang_up()


def _hang_up() -> None:
    os.kill(os.getpid(), signal.SIGHUP)


class _Lasting:
    """A terminal to write to; what can no longer be written is dropped."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write, if there is still something to write to."""
        with suppress(OSError):
            return self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Write what was kept back."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """The terminal's descriptor."""
        return self._file.fileno()
