"""Lots: a number for every claim that looks drawn at random and is the same for everybody with the same seed."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

LOT_BITS = 64
"""A lot is a number of so many bits."""

_BITS = (1 << LOT_BITS) - 1
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
"""The multipliers of SplitMix64 (Steele, Lea and Flood, 2014), whose last steps mix a number's bits."""


def lots(seed: str) -> Callable[[int], int]:
    """What gives a claim's number its lot; another seed draws otherwise."""
    start = int.from_bytes(sha256(seed.encode("utf-8", "surrogatepass")).digest()[:8], "big")

    def lot(number: int) -> int:
        mixed = (number + start) & _BITS
        mixed = ((mixed ^ (mixed >> 30)) * _FIRST) & _BITS
        mixed = ((mixed ^ (mixed >> 27)) * _SECOND) & _BITS
        return mixed ^ (mixed >> 31)

    return lot
