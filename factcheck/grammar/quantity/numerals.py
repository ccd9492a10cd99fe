"""Numerals at a place in a text: digits with separators and scales, number words, vague words."""

from __future__ import annotations

import re

from factcheck.grammar.quantity.model import Numeral

_ONES = """zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|
    seventeen|eighteen|nineteen"""
UNITS = {word.strip(): float(value) for value, word in enumerate(_ONES.split("|"))} | {"nought": 0.0, "naught": 0.0}
_TIES = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
TENS = {word: 10.0 * value for value, word in enumerate(_TIES.split("|"), start=2)}
SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_LETTER_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12,
    "tln": 1e12,
}  # fmt: skip
_PLURALS = {
    "tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
"""Vague plurals and the least number that each says: two of the unit."""

GLYPHS = {"¼": 0.25, "⅛": 0.125, "⅙": 1 / 6, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

SPACE = r"[^\S\n\r]"
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))

_DIGITS = re.compile(
    rf"""
    (?P<number>
        \d{{1,3}}(?:,\d{{3}}){{5}}[\d,]*                # longer than any count
      | \d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d+)?(?!,*\d)    # 1,200,000
      | \d{{1,3}}(?:[\u00a0\u2009\u202f]\d{{3}}){{1,5}}(?!\d)  # 40 000, set with a space that does not break
      | \d{{1,3}}(?:{SPACE}000){{1,5}}(?!\d)              # 3 000
      | \d{{1,2}}(?:,\d\d){{1,6}},\d{{3}}(?:\.\d+)?(?!\d)  # 12,34,567, as India sets it
      | \d{{1,3}}(?:{SPACE}\d{{3}}){{2,5}}(?!\d)            # 1 234 567
      | \d+,\d{{1,2}}(?={SPACE}?(?:million|billion))     # 13,5 billion
      | \d+(?:\.\d+)?
    )
    (?P<glyph>{SPACE}?[¼½¾⅓⅔⅛⅙])?
    """,
    re.VERBOSE,
)
_SCALE_AFTER = re.compile(rf"(?:{SPACE}{{0,2}}|-)(?P<scale>{_SCALE})s?(?![A-Za-z])", re.IGNORECASE)
_LETTERS_AFTER = re.compile(
    r"(?:[^\S\n](?=[bmt]ln|bn))?(?P<scale>mil|mln|mn|mm|bln|bn|tln|tn|k|m|b)(?![A-Za-z0-9])", re.IGNORECASE
)
_METRES = re.compile(
    rf"{SPACE}(?:race|final|sprint|high|long|wide|tall|deep|above|below|from|away|north|south|east|west|freestyle|butterfly|"
    r"breaststroke|backstroke|medley|hurdles|relay|dash|underwater|down|up|radius|square|ahead|behind|pool|tower|wave|waves)\b"
)
"""What follows a bare "m" that means metres; elsewhere in news copy it means million."""

_MOST_DIGITS = 18
_WORD = re.compile(r"[A-Za-z]+")
_JOINER = re.compile(rf"{SPACE}?-{SPACE}?|{SPACE}{{1,3}}(?:and{SPACE}{{1,3}})?")


def digits_at(text: str, position: int, end: int) -> Numeral | None:
    """Read a number in digits that begins at the position, with the scale words or letters behind it."""
    match = _DIGITS.match(text, position, end)
    if match is None or len(match["number"]) > _MOST_DIGITS:
        return None
    value = _plain(match["number"])
    if position and text[position - 1] == "." and not text[max(0, position - 2) : position - 1].strip():
        if not match["number"].isdigit():
            return None
        position, value = position - 1, float("0." + match["number"])
    if match["glyph"]:
        value += GLYPHS[match["glyph"][-1]]
    stop, scale = _scaled(text, match.end(), end, decimal="." in match["number"])
    return Numeral(position, stop, round(value * scale, 6), scale, digits=True)


def _plain(digits: str) -> float:
    whole = re.sub(r"[\s]", "", digits)
    if re.fullmatch(r"\d+,\d{1,2}", whole):
        return float(whole.replace(",", "."))
    return float(whole.replace(",", ""))


def _scaled(text: str, stop: int, end: int, *, decimal: bool) -> tuple[int, float]:
    """Where the scale behind a number ends, and what it multiplies by."""
    letters = _LETTERS_AFTER.match(text, stop, end)
    if letters:
        scale = letters["scale"].lower()
        if scale == "mm" and letters["scale"] != "MM":
            return stop, 1.0
        if scale == "m" and not decimal and _METRES.match(text, letters.end(), end):
            return stop, 1.0
        return letters.end(), _LETTER_SCALES[scale]
    scale_value = 1.0
    for _ in range(2):
        word = _SCALE_AFTER.match(text, stop, end)
        if word is None:
            break
        scale_value *= SCALES[word["scale"].lower()]
        stop = word.end()
    return stop, scale_value


def words_at(text: str, position: int, end: int) -> Numeral | None:
    """Read number words that begin at the position: "twenty-five", "one hundred and five", "two dozen"."""
    numeral = _words(text, (position, position), end)
    return None if numeral is None or text[position : numeral.end].lower() in SCALES else numeral


def _words(text: str, span: tuple[int, int], end: int, last: str = "", current: float = 0.0) -> Numeral | None:
    """Add up number words from the span's end on, after the word ``last`` and the sum ``current``."""
    start, at = span
    total, scale, stop = 0.0, 1.0, start
    while word := _WORD.match(text, at, end):
        folded = word.group().lower()
        if folded not in UNITS and folded not in TENS and folded not in SCALES:
            break
        if not _may_follow(folded, last, text[stop : word.start()].strip(), current):
            break
        if folded in SCALES:
            scale = SCALES[folded]
            current = (current or 1.0) * scale
            if scale >= 1e3:
                total, current = total + current, 0.0
        else:
            current += UNITS.get(folded, TENS.get(folded, 0.0))
            scale = 1.0
        last, stop = folded, word.end()
        joiner = _JOINER.match(text, stop, end)
        if joiner is None:
            break
        at = joiner.end()
    return Numeral(start, stop, total + current, scale) if stop > start else None


def _may_follow(word: str, last: str, between: str, current: float) -> bool:
    """Whether a number goes on with the word: "twenty-five" does, "five twenty" and "two and three" do not."""
    if not last:
        return word not in SCALES
    if last == "one" and current == 1.0 and word in SCALES:
        return True
    if between == "and" and last not in SCALES:
        return False
    if word in SCALES:
        return between != "and" and (last not in SCALES or SCALES[word] > SCALES[last])
    if last in SCALES:
        return last != "dozen" and (between != "" or current < 1e3) and between != "-"
    return last in TENS and 0 < UNITS.get(word, 0.0) < 10


_HALF = re.compile(
    rf"(?:an?{SPACE})?(?P<part>half|quarter|three{SPACE}quarters)(?:-|{SPACE}{{1,2}})(?:of{SPACE})?(?:an?{SPACE}{{1,2}})?(?P<scale>{_SCALE})s?\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(rf"an?{SPACE}{{1,2}}(?:(?:full|good|further){SPACE})?(?P<scale>{_SCALE})\b(?!-)", re.IGNORECASE)
_FEW = re.compile(
    rf"(?P<few>a{SPACE}few|several|a{SPACE}couple(?:{SPACE}of)?){SPACE}(?P<scale>{_SCALE})\b", re.IGNORECASE
)
_FEW_VALUES = {"a few": 3.0, "several": 3.0, "a couple": 2.0, "a couple of": 2.0}
_PLURAL = re.compile(
    rf"(?:(?P<few>several|a{SPACE}few|many){SPACE})?(?P<word>{'|'.join(_PLURALS)})\b"
    rf"(?:{SPACE}(?:upon|and){SPACE}(?P=word)\b)?(?:{SPACE}of{SPACE}(?P<of>hundreds|thousands|millions|billions)\b)?",
    re.IGNORECASE,
)
_SCORES = re.compile(
    rf"(?:{SPACE}(?:of|more|others?|were|are|have|had|dead|injured|killed|wounded|missing|hurt|died|feared)\b)",
    re.IGNORECASE,
)
"""What follows "scores" that counts; elsewhere it is a verb or a result."""

_VAGUE = re.compile(
    rf"(?P<three>several|multiple|numerous|many|a{SPACE}(?:good{SPACE}|great{SPACE})?many|a{SPACE}few|"
    rf"a{SPACE}(?:small{SPACE})?handful|an?{SPACE}(?:(?:small|large|growing|great|considerable|significant){SPACE})?number(?={SPACE}of\b))\b"
    rf"|(?P<two>both|an?{SPACE}(?:couple|pair)(?={SPACE}(?:of|more|dozen)\b|{SPACE}[a-z]+s\b))\b"
    r"|(?P<none>none|nobody|no[ -]one)\b",
    re.IGNORECASE,
)


def phrase_at(text: str, position: int, end: int) -> Numeral | None:
    """Read a phrase that begins at the position: "half a million", "a dozen", "tens of thousands", "several"."""
    return (
        _half(text, position, end)
        or _article(text, position, end)
        or _few_or_plural(text, position, end)
        or _vague(text, position, end)
    )


def _half(text: str, position: int, end: int) -> Numeral | None:
    match = _HALF.match(text, position, end)
    if match is None:
        return None
    scale = SCALES[match["scale"].lower()]
    part = {"half": 0.5, "quarter": 0.25}.get(match["part"].lower(), 0.75)
    return Numeral(position, match.end(), part * scale, scale)


def _article(text: str, position: int, end: int) -> Numeral | None:
    match = _ARTICLE.match(text, position, end)
    return _words(text, (position, match.start("scale")), end, "one", 1.0) if match else None


def _few_or_plural(text: str, position: int, end: int) -> Numeral | None:
    few = _FEW.match(text, position, end)
    if few:
        scale = SCALES[few["scale"].lower()]
        base = _FEW_VALUES[" ".join(few["few"].lower().split())]
        return Numeral(position, few.end(), base * scale, scale, vague=base > 2)
    match = _PLURAL.match(text, position, end)
    if match is None:
        return None
    word = match["word"].lower()
    if word == "scores" and not _SCORES.match(text, match.end("word"), end):
        return None
    value = _PLURALS[word]
    if match["few"] and not match["few"].lower().startswith("many"):
        value *= 1.5
    if match["of"]:
        value *= _PLURALS[match["of"].lower()] / 2
    return Numeral(position, match.end(), value, 1.0, vague=True)


_QUESTION = re.compile(r"\b(?:how|so|too|as|not|that|great)\s+$", re.IGNORECASE)

_BOTH_AND = re.compile(
    rf"{SPACE}(?:(?:the|his|her|their|its|a|an|in|of|at|on|from|for|to|by)\b[^.;]{{1,60}}{SPACE}and\b|[A-Z])"
)
"""Behind "both", words that make it a pair of things and no count."""


def _vague(text: str, position: int, end: int) -> Numeral | None:
    match = _VAGUE.match(text, position, end)
    if match is None:
        return None
    if match["two"] and _BOTH_AND.match(text, match.end(), end):
        return None
    if match["two"]:
        return Numeral(position, match.end(), 2.0)
    if match["none"]:
        return Numeral(position, match.end(), 0.0)
    if text[position : position + 4].lower() == "many" and _QUESTION.search(text[max(0, position - 8) : position]):
        return None
    return Numeral(position, match.end(), 3.0, vague=True)
