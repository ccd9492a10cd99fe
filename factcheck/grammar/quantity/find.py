"""Every quantity of a text: numerals met by one scan, joined into ranges, then read with their hedges and units."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import replace

from factcheck.grammar.letters import in_latin
from factcheck.grammar.quantity import hedges, ranges
from factcheck.grammar.quantity.digits import MILLIONS_OF, digits_at
from factcheck.grammar.quantity.exclusions import age_unit, standing
from factcheck.grammar.quantity.fractions import alone_at, read_on
from factcheck.grammar.quantity.model import UNASKED, UNCOUNTED, Kind, Numeral, Quantity, Unit
from factcheck.grammar.quantity.numerals import GLYPHS, SCALES, TENS, UNITS
from factcheck.grammar.quantity.ordinals import ordinals
from factcheck.grammar.quantity.small_coin import with_small_coin
from factcheck.grammar.quantity.units import in_millions, unit_after, unit_before, unit_within
from factcheck.grammar.quantity.vague import FOLDS, phrase_at
from factcheck.grammar.quantity.words import bare_scale_at, words_at
from factcheck.grammar.text import word_set
from factcheck.grammar.triggers import Triggers
from factcheck.model import Comparator

_PHRASES = word_set(
    """
    tens dozens scores hundreds thousands millions billions trillions several multiple numerous many
    both none nobody half quarter
    """
)
_SIZES = ("small", "large", "growing", "great", "considerable", "significant")
_OPENERS = (
    *SCALES, *(f"{size} {scale}" for size in ("full", "further", "good") for scale in SCALES), "half", "quarter",
    "couple", "few", "handful", "small handful", "pair", "number", *(f"{size} number" for size in _SIZES),
    "good many", "great many", "third of", "quarter of", "fifth of", "tenth of", "hundredth", "thousandth",
    "millionth", "billionth", "trillionth", "third", "fifth", "sixth", "eighth", "tenth",
    *(f"{ties}-" for ties in TENS),
)  # fmt: skip
"""Phrases that "a" opens. None with "an" is sought: its letters end too many words before such a noun ("than")."""

_TRIGGERS = Triggers(
    dict.fromkeys("0123456789", "digit")
    | dict.fromkeys((*UNITS, *TENS), "word")
    | dict.fromkeys(SCALES, "scale")
    | dict.fromkeys(
        (
            *GLYPHS,
            *_PHRASES,
            *FOLDS,
            *(f"a {word}" for word in _OPENERS),
            "three quarters",
            "no one",
            "no-one",
            "not a single",
        ),
        "phrase",
    )
)

_GROUPS = re.compile(r"\d+(?:,\d+)*")
_FOLD = re.compile(r"-?fold\b", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:\w{3,5}://|\bwww\.)\S+")


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Find the quantities of ``text[start:end]`` that may count something, in text order, with offsets into ``text``.

    Dates, years, times, ages, ordinals, scores, multiples and numbered things are none, as far as their neighbours
    tell. This is what extractors read; `read_quantities` finds every number.
    """
    end = len(text) if end is None else end
    return [one for one in _read(text, start, end, every=False) if one.kind not in UNCOUNTED]


def read_quantities(text: str, kinds: Collection[Kind] = ()) -> list[Quantity]:
    """Find every number of the text, or those of the ``kinds``, in text order.

    Years and ordinals are found only where their kind is named. Dates, times of day, scores, addresses and numbered
    things are none.
    """
    found = _read(text, 0, len(text), every=True)
    if "ordinal" in kinds:
        taken = [(one.start, one.end) for one in found]
        found += ordinals(in_latin(text), taken)
        found.sort(key=lambda one: one.start)
    return [one for one in found if (one.kind in kinds if kinds else one.kind not in UNASKED)]


def _read(text: str, start: int, end: int, *, every: bool) -> list[Quantity]:
    text = in_latin(text)
    numerals = list(_numerals(text, start, end, every=every))
    found: list[Quantity] = []
    index, floor = 0, start
    while index < len(numerals):
        quantity, used = _quantity(text, numerals, index, floor, end)
        if quantity is not None:
            previous = found[-1] if found else None
            both = ranges.bounded(text, previous, quantity) if previous is not None else None
            if both is not None:
                found[-1] = both
            else:
                found.append(quantity)
            floor = quantity.end
        index += used
    return found


def _numerals(text: str, start: int, end: int, *, every: bool) -> Iterator[Numeral]:
    """Yield everything written like a number, in text order; addresses of the web are passed over."""
    reached = start
    addresses = _addresses(text, start, end)
    for position, _, tag in _TRIGGERS.find(text, start, end):
        while addresses and addresses[0].start() <= position:
            reached = max(reached, addresses.popleft().end())
        if position < reached:
            continue
        numeral = _numeral_at(text, position, end, tag, every=every)
        if numeral is None:
            reached = max(reached, _past_number(text, position, end))
            continue
        yield numeral
        reached = numeral.end


def _addresses(text: str, start: int, end: int) -> deque[re.Match[str]]:
    if text.find("://", start, end) < 0 and text.find("www.", start, end) < 0:
        return deque()
    return deque(_ADDRESS.finditer(text, start, end))


def _numeral_at(text: str, position: int, end: int, tag: str, *, every: bool) -> Numeral | None:
    if tag == "digit":
        numeral = digits_at(text, position, end)
    elif tag == "scale" and not every:
        return None
    elif tag in ("word", "scale"):
        numeral = phrase_at(text, position, end) or words_at(text, position, end)
    else:
        numeral = phrase_at(text, position, end) or alone_at(text, position, end)
        numeral = numeral or _behind_article(text, position, end)
    if numeral is None and every and tag == "scale":
        numeral = bare_scale_at(text, position, end)
    if numeral is None or numeral.vague or numeral.said == "multiple":
        return numeral
    if numeral.scale == 1.0 and not numeral.digits and (millions := MILLIONS_OF.match(text, numeral.end, end)):
        return numeral._replace(end=millions.end(), value=numeral.value * 1e6, scale=1e6)
    fold = _FOLD.match(text, numeral.end, end)
    if fold is not None:
        return numeral._replace(end=fold.end(), said="multiple")
    return read_on(text, numeral, end, every=every)


def _behind_article(text: str, position: int, end: int) -> Numeral | None:
    """Read the number words behind an article: "a twenty-five year term"."""
    opens = text[position : position + 2].lower() == "a "
    return (
        words_at(text, position + 2 * opens, end)
        if opens or text[position : position + 5].lower() == "three"
        else None
    )


def _past_number(text: str, position: int, end: int) -> int:
    """Where digits that are no number end, with the groups that go on with them."""
    match = _GROUPS.match(text, position, end)
    return match.end() if match else position


def _quantity(text: str, numerals: list[Numeral], index: int, floor: int, end: int) -> tuple[Quantity | None, int]:
    """Read the numeral at the index, alone or as the first of a range, and say how many numerals that used."""
    first = numerals[index]
    if index + 1 < len(numerals) and not first.vague:
        second = numerals[index + 1]
        third = numerals[index + 2] if index + 2 < len(numerals) else None
        link = ranges.link(text, first, second, third, floor)
        if link == "joined":
            return _range(text, first, second, floor, end), 2
        if link == "score":
            return None, 2
        if link == "lending":
            scale = ranges.lent(text, first, second) * (ranges.lent(text, first, third) if third else 1.0)
            first = first._replace(value=first.value * scale, scale=scale)
        elif (both := with_small_coin(text, first, second, end)) is not None:
            return _alone(text, both, floor, end), 2
    return _alone(text, first, floor, end), 1


def _alone(text: str, numeral: Numeral, floor: int, end: int) -> Quantity | None:
    kind = standing(text, numeral, end)
    if kind is None:
        return None
    before, edge = _opening(text, numeral)
    if before is not None and numeral.scale == 1.0 and in_millions(text, before):
        numeral = numeral._replace(value=numeral.value * 1e6, scale=1e6)
    begin, comparator = hedges.before(text, edge, floor)
    if begin == edge:
        begin = numeral.start
    stop, comparator = hedges.behind(text, numeral.end, end, comparator)
    if numeral.vague:
        comparator = ">="
    low, high = _bounds(ranges.signed(text, numeral), comparator)
    return _of_its_kind(text, Quantity(begin, stop, low, high, comparator, kind), numeral, before)


def _opening(text: str, numeral: Numeral) -> tuple[Unit | None, int]:
    """The currency before a number, and where number, currency and minus begin."""
    minus = ranges.minus_at(text, numeral)
    before = unit_before(text, numeral.start if minus is None else minus)
    return before, before.edge if before else numeral.start if minus is None else minus


def _bounds(value: float, comparator: Comparator) -> tuple[float | None, float | None]:
    low = None if comparator in ("<", "<=") else value
    high = None if comparator in (">", ">=") else value
    return low, high


def _range(text: str, first: Numeral, second: Numeral, floor: int, end: int) -> Quantity | None:
    kind = standing(text, second, end, joined=True)
    opening = standing(text, first, first.end)
    if kind is None or opening is None:
        return None
    low, high = ranges.shared(text, first, second)
    before, edge = _opening(text, first)
    begin = ranges.between_at(text, first.start, floor)
    if begin is None:
        begin = hedges.before(text, edge, floor)[0]
        if begin == edge:
            begin = first.start
    joined = Quantity(begin, second.end, low, high, "range", opening if opening == "age" else kind)
    return _of_its_kind(text, joined, second, before)


def _of_its_kind(text: str, quantity: Quantity, numeral: Numeral, before: Unit | None) -> Quantity:
    """The quantity with the unit that stands behind or before it, and the kind that this makes it."""
    if quantity.kind == "age":
        return replace(quantity, unit=age_unit(text, numeral.end, len(text)))
    if quantity.kind == "year":
        return quantity
    unit = numeral.unit or before or unit_within(text, numeral) or unit_after(text, quantity.end, len(text), numeral)
    return quantity if unit is None else replace(quantity, kind=unit.kind, unit=unit.name)
