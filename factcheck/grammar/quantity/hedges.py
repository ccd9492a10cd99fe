"""The words before and behind a number that say how it is meant: bounds and estimates."""

from __future__ import annotations

import re

from factcheck.model import Comparator

_WORDS: dict[Comparator, str] = {
    ">": """more than|over|upwards of|upward of|in excess of|well over|just over|a little over|
        a little more than|slightly over|slightly more than|just more than|well more than|far more than|
        greater than|larger than|above|just above|exceeding|north of|somewhat over|significantly more than|
        considerably more than|way over|way more than|beyond|bigger than|higher than|
        older than|longer than|taller than""",
    ">=": """at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|
        at the very least|at a minimum|at the least|at least or equal to|not under|not below""",
    "<": """fewer than|lesser than|less than|under|just under|below|just below|well under|lower than|
        slightly less than|
        slightly fewer than|a little under|a little less than|just less than|south of|slightly under|smaller than|
        younger than|shorter than""",
    "<=": """up to|as many as|as much as|at most|no more than|not more than|a maximum of|maximum|at the most|
        anything up to|up to a maximum of|as high as|not over|not above|not exceeding""",
    "~": """about|around|some|roughly|an estimated|estimated|estimated at|nearly|almost|close to|approximately|
        approx|approx.|circa|approaching|nearing|in the region of|in the neighborhood of|just about|
        very nearly|an approximate|presumably|probably|perhaps|maybe|possibly|or so|something like|near|
        getting on for|an average of about|nearly about""",
}  # fmt: skip

_OR_EQUAL = ("{} than or equal to", "{} or equal than", "{} or equal to", "equal to or {} than", "equal or {} than")
_MORE = ("more", "greater", "larger", "bigger", "higher")
_LESS = ("less", "fewer", "smaller", "lower")

HEDGES: dict[tuple[str, ...], Comparator] = {
    **{tuple(phrase.split()): comparator for comparator, block in _WORDS.items() for phrase in block.split("|")},
    **{tuple(phrase.format(word).split()): ">=" for phrase in _OR_EQUAL for word in _MORE},
    **{tuple(phrase.format(word).split()): "<=" for phrase in _OR_EQUAL for word in _LESS},
    **{(no, word, "than"): "<=" for no in ("no", "not") for word in _MORE},
    **{(no, word, "than"): ">=" for no in ("no", "not") for word in _LESS},
}
_LAST_WORDS = frozenset(phrase[-1] for phrase in HEDGES)
_LONGEST = max(len(phrase) for phrase in HEDGES)
_TOKEN = re.compile(r"[^\s]+")
_LOOK_BACK = 48
_STRENGTH: dict[Comparator, int] = {"=": 0, "~": 1, ">": 2, "<": 2, ">=": 2, "<=": 2, "range": 3}

_EXCEEDING = frozenset({"exceed", "exceeds", "exceeded", "surpass", "surpasses", "surpassed"})
"""Verbs that bound the number behind them and are no words of it."""

_SILENT = frozenset({"presumably", "probably", "perhaps", "maybe", "possibly", "minimum", "maximum", "near"})
"""Words that hedge only beside another hedge; alone they are said of the statement, not of the number."""


def before(text: str, start: int, lowest: int) -> tuple[int, Comparator]:
    """Read the comparator words before a number that starts there.

    Returns where they start and what they say; ``(start, "=")`` where there are none. Of two hedges ("at least
    about") the bound counts. Nothing before ``lowest`` is read.
    """
    floor = max(lowest, start - _LOOK_BACK)
    lead = text[floor:start]
    if not _MARKS.isdisjoint(lead[-6:]):
        mark = _SIGN.search(lead)
        if mark is not None and not _is_no_sign(text, floor + mark.start(), mark):
            return floor + mark.start(), _SAID_BY_SIGN[mark["sign"]]
    ending = lead.split()[-3:]
    if not ending or _bare(ending[-1]) not in _LAST_WORDS:
        if ending and ending[-1].lower() in _EXCEEDING:
            return start, "<=" if "not" in ending else ">"
        return start, "="
    words = [(m.start() + floor, _bare(m.group())) for m in _TOKEN.finditer(lead)]
    comparator: Comparator = "="
    begin, count = start, len(words)
    while count and words[count - 1][1] in _LAST_WORDS:
        length, said = _longest(words, count)
        if said is None or "\n" in text[words[count - length][0] : begin]:
            break
        last = words[count - 1][1]
        if length == 1 and (last in _SILENT if comparator == "=" else last == "estimated"):
            break
        count -= length
        begin = words[count][0]
        if _STRENGTH[said] > _STRENGTH[comparator]:
            comparator = said
    while begin < start and not text[begin].isalnum():
        begin += 1
    return begin, comparator


_MARKS = frozenset("<>≤≥~≈±")
_SIGN = re.compile(r"(?<![<>=~-])(?P<sign>[<>]=?|[≤≥~≈±])[^\S\n]{0,2}[-−]?\Z")
_SAID_BY_SIGN: dict[str, Comparator] = {
    "<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=", "~": "~", "≈": "~", "±": "~",
}  # fmt: skip
_TAG = re.compile(r"<[/A-Za-z][^<>]*$")


def _is_no_sign(text: str, at: int, mark: re.Match[str]) -> bool:
    """Whether the mark closes a tag, opens a quoted line of mail, or stands between two numbers."""
    if mark["sign"] == ">" and (_TAG.search(text, max(0, at - _LOOK_BACK), at) or text[at - 1 : at] == "\n"):
        return True
    return mark["sign"] in "~±" and text[max(0, at - 2) : at].strip()[-1:].isdigit()


def _bare(word: str) -> str:
    return word.lower().lstrip("(\"“‘'[—–")


def _longest(words: list[tuple[int, str]], count: int) -> tuple[int, Comparator | None]:
    for length in range(min(_LONGEST, count), 0, -1):
        said = HEDGES.get(tuple(word for _, word in words[count - length : count]))
        if said is not None:
            return length, said
    return 0, None


_BEHIND = re.compile(
    r"""
      (?P<least>\+|[^\S\n]?-?plus\b(?![^\S\n](?:\d|an?\b|the\b))|[^\S\n]or[^\S\n](?:more|above|greater|over|higher|upwards?)\b(?![^\S\n]than\b)
        |[^\S\n]and[^\S\n](?:counting|above|upwards?|over|higher|older|up)\b(?![^\S\n](?:to|than|the|an?|his|her|its|their|\d))
        |[^\S\n]upwards?\b|[^\S\n]at[^\S\n]least(?=[.,;)]|$)|(?=-[a-z]+-and-counting\b))
    | (?P<most>[^\S\n]or[^\S\n](?:fewer|less|under|below|lower|younger)\b(?![^\S\n]than\b)
        |[^\S\n]and[^\S\n](?:under|below|younger|lower)\b(?![^\S\n](?:than|the|an?|his|her|its|their|\d))
        |[^\S\n](?:at[^\S\n]most|max(?:imum)?)(?=[.,;)]|$))
    | (?P<near>-?odd\b|[^\S\n]or[^\S\n](?:so|thereabouts)\b)
    | (?P<equal>[^\S\n]or[^\S\n]equal(?:[^\S\n]to[^\S\n]it)?\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AND_MORE = re.compile(r"[^\S\n]and[^\S\n]more(?:(?=[.,;]|$)|(?=[^\S\n](?:in|of|at|on)\b))", re.IGNORECASE)
"""What says a least number only behind another hedge: "12 dead and more in the north" does not."""


def behind(text: str, end: int, last: int, comparator: Comparator) -> tuple[int, Comparator]:
    """Read the comparator words behind a number that ends there: "n or more", "n-plus", "n or so".

    Returns where they end and what they say together with the ``comparator`` of the words before the number.
    """
    match = _BEHIND.match(text, end, last)
    if match is None:
        more = _AND_MORE.match(text, end, last) if comparator == "~" else None
        return (more.end(), ">=") if more else (end, comparator)
    if match["equal"] is not None:
        return (match.end(), _OR_EQUAL_TO[comparator]) if comparator in _OR_EQUAL_TO else (end, comparator)
    said: Comparator = ">=" if match["least"] is not None else "<=" if match["most"] else "~"
    return match.end(), said if comparator in ("=", "~") else comparator


_OR_EQUAL_TO: dict[Comparator, Comparator] = {"<": "<=", ">": ">="}
