"""The desk as a process of its own in a real pseudo-terminal."""

from __future__ import annotations

import fcntl
import math
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

_DEADLINE_SECONDS = 20
_ROOT = Path(__file__).parents[2]


class TimeIsUp(Exception):
    """The moment that a test has set has come, whatever was under way."""


class Terminal:
    """``factcheck review`` in a pseudo-terminal of a size; ``raw`` is all that it wrote, ``screen`` what stands.

    ``controlling`` makes the terminal the one whose end the kernel tells the process of by SIGHUP.
    """

    def __init__(
        self,
        db: Path | Sequence[Path],
        annotator: str = "anna",
        size: tuple[int, int] = (100, 30),
        *,
        options: Sequence[str] = (),
        environment: dict[str, str] | None = None,
        controlling: bool = False,
        user: int | None = None,
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self.ends_at = math.inf
        self._main, side = pty.openpty()
        self.attributes_before = self.attributes
        self.resize(size)
        named = [db] if isinstance(db, Path) else db
        files = [part for path in named for part in ("--db", str(path))]
        command = [sys.executable, "-m", "factcheck", "review", *files, "--annotator", annotator, *options]
        calm = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
        self._process = subprocess.Popen(
            command,
            stdin=side,
            stdout=side,
            stderr=side,
            cwd=_ROOT,
            env=os.environ | calm | (environment or {}),
            start_new_session=True,
            preexec_fn=_take_terminal if controlling else None,  # noqa: PLW1509 - no other way to say it
            user=user,
        )
        os.close(side)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        if self._main >= 0:
            os.close(self._main)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    @property
    def attributes(self) -> list[Any]:
        """How the terminal treats what is typed."""
        return termios.tcgetattr(self._main)

    @property
    def cpu_seconds(self) -> float:
        """What the process has used of a processor so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def is_stopped(self) -> bool:
        """Whether the process stands still, as after ctrl+z in a shell."""
        return Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"

    def type(self, keys: str) -> None:
        """Type characters or escape sequences."""
        os.write(self._main, keys.encode())

    def send(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def resize(self, size: tuple[int, int]) -> None:
        """Make the terminal another size."""
        fcntl.ioctl(self._main, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.screen.resize(size[1], size[0])

    def wait_for(self, condition: Callable[[str], bool]) -> str:
        """Read until the screen fulfils a condition; the screen's text."""
        deadline = time.monotonic() + _DEADLINE_SECONDS
        while not condition(self.text):
            if not self.read(deadline - time.monotonic()):
                raise AssertionError(f"the screen never came:\n{self.text}")
        return self.text

    def wait_until_left(self, words: str) -> None:
        """Press escape until the screen that says so is gone."""
        for _ in range(3):
            self.type("\x1b")
            while words in self.text and self.read(1):
                pass
            if words not in self.text:
                return
        raise AssertionError(f"the screen stays:\n{self.text}")

    def leave(self) -> None:
        """Press escape until the desk itself is in front, and then q."""
        for _ in range(8):
            self.type("\x1b")
            while self.read(0.15):
                pass
        self.type("q")

    def kill(self) -> None:
        """End the process as a power cut would: no handler runs."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def hang_up(self) -> None:
        """Close the terminal, as when a connection breaks or a window is closed."""
        os.close(self._main)
        self._main = -1

    def wait_for_end(self, seconds: float = _DEADLINE_SECONDS) -> int:
        """Read until the process has ended; its exit code."""
        deadline = time.monotonic() + seconds
        while self._main >= 0 and self._process.poll() is None and time.monotonic() < deadline:
            self.read(0.05)
        while self._main >= 0 and self.read(0):
            pass
        return self._process.wait(max(0.1, deadline - time.monotonic()))

    def wait_until_gone(self) -> None:
        """Wait for the end without asking for the exit code, so that the process can still be looked at."""
        os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)

    def wait_until_asleep(self) -> None:
        """Wait, without reading, until the process has nothing more that it can do."""
        used = -1.0
        while used != (used := self.cpu_seconds):
            time.sleep(0.3)  # the span in which it is to use no time at all

    def wait_unread(self) -> int:
        """Wait for the end without reading what it writes; the exit code."""
        return self._process.wait(_DEADLINE_SECONDS)

    def read(self, seconds: float) -> bool:
        """Take what was written, waiting so long for it; whether there was any. Raises TimeIsUp at that time."""
        left = self.ends_at - time.monotonic()
        ready, _, _ = select.select([self._main], [], [], max(0.0, min(seconds, left)))
        if left <= 0 or (not ready and left <= seconds):
            raise TimeIsUp
        if not ready:
            return False
        try:
            read = os.read(self._main, 65536)
        except OSError:  # Linux says EIO where the other side has closed
            return False
        self.raw += read
        self._stream.feed(read)
        return bool(read)


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
