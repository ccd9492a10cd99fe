"""The review screen: the panes, the answers, and what the keys do."""

from __future__ import annotations

from factcheck.tui.screens.correcting import Correcting
from factcheck.tui.screens.looking import Looking
from factcheck.tui.screens.queueing import Queueing
from factcheck.tui.screens.tolling import Tolling


class ReviewScreen(Correcting, Queueing, Looking, Tolling):
    """Where the annotator works: one key says something of the claim at hand, saves it and moves on."""
