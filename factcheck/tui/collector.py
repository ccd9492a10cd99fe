"""Python's cycle collector, kept from stopping the desk between a key and its frame."""

from __future__ import annotations

import gc

_YOUNG = 20_000
"""Objects made before the collector comes round: a frame makes about two thousand, nearly all gone with the next."""


def spare() -> None:
    """Let the collector leave alone what is in memory by now, and come round less often.

    What was imported stays until the end: going through it anew takes longer than a frame may.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, 10, 10)
