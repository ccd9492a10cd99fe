"""The desk as a process of its own in a real pseudo-terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

_DEADLINE_SECONDS = 20
_ROOT = Path(__file__).parents[2]


class Terminal:
    """``factcheck review`` in a pseudo-terminal of a size; ``raw`` is all that it wrote, ``screen`` what stands."""

    def __init__(self, db: Path, annotator: str = "anna", size: tuple[int, int] = (100, 30)) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self._main, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        command = [sys.executable, "-m", "factcheck", "review", "--db", str(db), "--annotator", annotator]
        environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
        self._process = subprocess.Popen(
            command, stdin=side, stdout=side, stderr=side, cwd=_ROOT, env=environment, start_new_session=True
        )
        os.close(side)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        os.close(self._main)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def type(self, keys: str) -> None:
        """Type characters or escape sequences."""
        os.write(self._main, keys.encode())

    def wait_for(self, condition: Callable[[str], bool]) -> str:
        """Read until the screen fulfils a condition; the screen's text."""
        deadline = time.monotonic() + _DEADLINE_SECONDS
        while not condition(self.text):
            if not self._read(deadline - time.monotonic()):
                raise AssertionError(f"the screen never came:\n{self.text}")
        return self.text

    def kill(self) -> None:
        """End the process as a power cut would: no handler runs."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def wait_for_end(self) -> int:
        """Read until the process has ended; its exit code."""
        deadline = time.monotonic() + _DEADLINE_SECONDS
        while self._process.poll() is None and time.monotonic() < deadline:
            self._read(0.05)
        while self._read(0):
            pass
        return self._process.wait(1)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._main], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            read = os.read(self._main, 65536)
        except OSError:  # Linux says EIO where the other side has closed
            return False
        self.raw += read
        self._stream.feed(read)
        return bool(read)
