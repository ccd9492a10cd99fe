"""Number words: cardinals, scales, ordinals, decades."""

from __future__ import annotations

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

NUMBER_WORDS: dict[str, int] = (
    {"zero": 0}
    | {word: value for value, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)}
    | {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
)
NUMBER_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINAL_WORDS: dict[str, int] = {word: value for value, word in enumerate(_ORDINALS.split(), 1)} | {"thirtieth": 30}
DECADE_WORDS = {f"{ten[:-1]}ies": 10 * value for value, ten in enumerate(_TENS.split(), 2)}
