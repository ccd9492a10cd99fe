"""Opens an address in the browser of whoever sits at the desk, so that the desk's terminal never notices."""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser

from factcheck.errors import UsageError

_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"
_SECONDS = 20


def open_page(url: str) -> None:
    """Open a page; UsageError where there is no browser, or it refuses. May take seconds: not for the UI's thread.

    The browser is started in a session of its own without the terminal: one that draws in a terminal, or talks, would
    ruin the desk's screen. One that stays in the foreground is left running.
    """
    if not _has_browser():
        raise UsageError("there is no browser here")
    command = [sys.executable, "-c", _OPEN, url]
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(  # noqa: S603 - our own interpreter, and an address that was vetted
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        failed = started.wait(_SECONDS) != 0
    except subprocess.TimeoutExpired:
        return
    if failed:
        raise UsageError("the browser could not be started")


def _has_browser() -> bool:
    """Whether there is one with windows, or one that was named on purpose: text browsers need the desk's terminal."""
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return False
    return bool(os.environ.get("BROWSER")) or type(found) is not webbrowser.GenericBrowser
