"""What is written like a number and is no amount: dates, times, scores, numbered things; and what is an age."""

from __future__ import annotations

import re

from factcheck.grammar.quantity.model import Kind, Numeral
from factcheck.grammar.quantity.unit_names import CODES
from factcheck.grammar.quantity.units import is_glued
from factcheck.grammar.text import word_set

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_CUT_STOP = r"(?:[^\S\n]?\.)?"
"""A full stop, which texts cut into words by a machine set apart."""

_SURE_MONTH = _MONTH.lower().replace("|may|", "|").replace("|mar(?:ch)?|", "|")
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}{_CUT_STOP}[^\S\n]$")
_SMALL_MONTH_BEFORE = re.compile(
    rf"\b(?:{_SURE_MONTH}|(?:on|of|by|in|until|since|from)[^\S\n](?:may|march)){_CUT_STOP}[^\S\n]$"
)
"""A month in a text without capitals, where "may" and "march" are oftener verbs."""

_ON_BEFORE = re.compile(r"\b(?:on|by|until|since|from)[^\S\n]$")
_MAY_OR_MARCH_AFTER = re.compile(r"[^\S\n](?:may|march)\b")
_SMALL_MONTH_AFTER = re.compile(rf"[^\S\n](?:(?:of[^\S\n])?{_SURE_MONTH}\b|(?:may|march)(?=[^\S\n]?,))")
_MONTH_AFTER = re.compile(rf"(?:[^\S\n]|-)(?:of[^\S\n])?{_MONTH}\b(?![^\S\n]be\b)")
_MONTH_DAY_BEFORE = re.compile(
    rf"\b{_MONTH}{_CUT_STOP}[^\S\n]\d{{1,2}}(?:st|nd|rd|th)?(?:[^\S\n]?,)?[^\S\n]$", re.IGNORECASE
)
_LAST_DAY = 31
_YEAR_DIGITS, _FIRST_YEAR, _END_OF_YEARS = 4, 1500, 2100

_NUMBERED = re.compile(
    r"""\b(?:sections?|rows?|chapters?|articles?|pages?|pp?\.|no\.|nos\.|nr\.|numbers?|routes?|highways?|interstate|flights?|gates?|
    room|figure|fig\.|phase|type|episodes?|seasons?|volume|vol\.|apollo|channel|level|category|cat|magnitude|stage|grade|platform|
    boeing|airbus|iphone|ipad|windows|galaxy|playstation|xbox|covid|sars|formula|psalm|windows|ufc|super\sbowl|days?|weeks?|round|
    game|class|model|mark|district|precinct|ward|unit|lot|zone|page|line|rule|resolution|proposition|prop|bill|act|amendment|
    s&p|nasdaq|ftse|dow|top|big|league|division|under|u|protocol|version|ios|android|area|pier|terminal|squadron|battalion)
    [^\S\n]$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that a label follows, not a count."""
_LONGEST_LABEL = 16
"""Code points read for them."""

_COUNTING_LABELS = frozenset({"under", "top", "numbers", "number"})

_DASH = r"(?:[^\S\n]?[-–][^\S\n]?|[^\S\n])"
_AGE_AFTER = re.compile(
    rf"(?:{_DASH}(?P<unit>years?|months?|weeks?|days?)(?:{_DASH}olds?|[^\S\n]of[^\S\n]age)\b|[^\S\n]?(?:yo|y/o|yrs?[^\S\n]old)\b)",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"\b(?:age[ds]?|aged[^\S\n]between|ages?[^\S\n]of|ages?[^\S\n]of[^\S\n]\d{1,2}[^\S\n]and|age[ds]?[^\S\n]\d{1,2}(?:[^\S\n](?:and|to)|,))[^\S\n]$",
    re.IGNORECASE,
)
_MOST_YEARS_OF_LIFE = 115

_CLOCK_AFTER = re.compile(
    r"[:.]\d\d(?!\d)[^\S\n]?(?:[ap]\.?m\b|GMT|UTC)|[:h]\d\d(?!\d)|(?:[:.]\d\d)?[^\S\n]?[ap]\.?m\b|[^\S\n]o['’]clock|"
    r"[^\S\n](?:GMT|UTC|hours?[^\S\n]GMT|noon)\b",
    re.IGNORECASE,
)
_GLUED_UNIT = re.compile(r"(?:mw|g|x|p|f|°)(?![A-Za-z])", re.IGNORECASE)
_GENERATION = re.compile(r"\dG(?![A-Za-z])")
"""Generations of telephone networks: "5G"."""

_CODE_BEFORE = re.compile(rf"(?<![A-Za-z])M?(?:{'|'.join(CODES)}|[Rr]s)$")
_LISTED = re.compile(r"(?<![\d,])(?:\d{1,2},){1,12}$")
_LISTS_ON = re.compile(r"(?:,\d{1,2}){0,12}+(?!,?\d)")
_LEAST_LISTED = 3
"""Numbers of two digits that commas join without space, from three on: "22,24,26"."""

_DECADE = re.compile(r"['’]?s\b")
_YEAR_WORDS = word_set("""
    in since from until till by before after during early late mid of year spring summer autumn fall winter
    and to between back circa through than monday tuesday wednesday thursday friday saturday sunday season
    fiscal class
    """)
_YEAR_FOLLOWED = re.compile(
    r"[^\S\n](?:(?!was|is|has|its|his|this|thus|as|us)[a-z-]+[^\S\n]){0,2}?(?!was|is|has|its|his|this|as|us)"
    r"(?:[a-z-]{2,}s|people|men|women|children|police|dead|wounded|injured|missing|more|additional|troops)\b"
)
"""A count reads on with a plural; a year does not."""

_OF_A_YEAR = re.compile(
    r"[^\S\n](?:sales|earnings|results|revenues?|profits?|elections?|census|season|olympics|olympic|budget|quarter|model|"
    r"edition|film|movie|treaty|accord|constitution|earthquake|report|study|survey|campaign)\b",
    re.IGNORECASE,
)
"""What is called by its year."""

_LINE_START = re.compile(r"(?:^|\n)[^\S\n]*\(?$")
_ENUMERATION = re.compile(r"[.)][^\S\n]")
_UNOPENED = re.compile(r"[^\S\n]?\)[^\S\n][a-z]")
"""What follows the number of a point in running text: "1 ) explains why"."""

_STREET = re.compile(
    r"(?:[^\S\n][NSEW]\.?)?(?:[^\S\n][A-Z][\w.'’-]*){1,3}[^\S\n](?:Street|St\.|Road|Rd\.|Avenue|Ave|Lane|Drive|Boulevard|"
    r"Blvd|Court|Parkway|Highway)\b"
)
_STATE_BEFORE = re.compile(r",[^\S\n][A-Z]{2}[^\S\n]$")
_LEAST_OF_A_ZIP = 501
"""The lowest code of a post office of the United States."""

_BLOCK = re.compile(r"[^\S\n]block[^\S\n]of\b", re.IGNORECASE)
_ONE_BEFORE = re.compile(
    r"\b(?:the|this|that|which|another|any|every|each|only|new|last|first|next|some|such|good|no|big|little|old|right|wrong|"
    r"best|loved|number|square|day)[^\S\n]$",
    re.IGNORECASE,
)
_ONE_AFTER = re.compile(
    r"['’]s\b|[^\S\n]another\b|-(?:way|sided|off|on|to|time|stop|man|woman|size|liner|upmanship|and)\b|"
    r"[^\S\n](?:day|can|should|might|must|thing|by[^\S\n]one)\b",
    re.IGNORECASE,
)
_SAID_THAT = re.compile(r"\bthat[^\S\n]$", re.IGNORECASE)
_ONE_OF = re.compile(r"[^\S\n](?:of|mile|hour|year|month|week|minute|person|man|woman)\b")
"""What "one" counts behind a "that" which opens a clause."""

_ORDINAL_AFTER = re.compile(r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
_YEAR_IN_WORDS = re.compile(
    r"(?:[^\S\n]|-)(?:(?:hundred|oh)\b|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)", re.IGNORECASE
)


def standing(text: str, numeral: Numeral, end: int, *, joined: bool = False) -> Kind | None:
    """The kind of a numeral as its neighbours tell: an age, a year, else what its own words say.

    ``None`` where it is part of a name, a date, a time or a label. ``joined`` numerals end a range, so that what is
    written before them is the range's own.
    """
    before = "" if joined else text[max(0, numeral.start - 40) : numeral.start]
    if _AGE_AFTER.match(text, numeral.end, end):
        return "age"
    if not numeral.digits:
        return _standing_of_words(text, numeral, before)
    if _glued(text, numeral, before, end) or _is_day(text, numeral, before, end):
        return None
    if _stands_as_year(text, numeral, before, end):
        return "year"
    if _is_label(text, numeral, before, end) or _CLOCK_AFTER.match(text, numeral.end, end) is not None:
        return None
    return "age" if _is_age(text, numeral, before) else numeral.said


def age_unit(text: str, stop: int, end: int) -> str:
    """The unit of an age that ends there: a year unless another is written."""
    match = _AGE_AFTER.match(text, stop, end)
    return match["unit"].lower().removesuffix("s") if match and match["unit"] else "year"


def _standing_of_words(text: str, numeral: Numeral, before: str) -> Kind | None:
    if numeral.value == 1.0 and text[numeral.start : numeral.end].lower() == "one":
        return None if _is_pronoun(text, numeral, before) else numeral.said
    if 13 <= numeral.value <= 20 and _YEAR_IN_WORDS.match(text, numeral.end):
        return None
    if _ORDINAL_AFTER.match(text, numeral.end):
        return None
    if numeral.value < _MOST_YEARS_OF_LIFE and _AGE_BEFORE.search(before) is not None:
        return "age"
    return None if before[-1:] == "-" else numeral.said


def _is_pronoun(text: str, numeral: Numeral, before: str) -> bool:
    """Whether "one" stands for a thing or a person and counts none."""
    if _SAID_THAT.search(before) and _ONE_OF.match(text, numeral.end):
        return False
    return bool(_ONE_BEFORE.search(before) or _ONE_AFTER.match(text, numeral.end))


def _glued(text: str, numeral: Numeral, before: str, end: int) -> bool:
    """Whether letters, points or slashes around the digits make another thing of them."""
    last = before[-1:]
    if last and (last.isalnum() or last in "_#@/:\\&" or (last in ".-–'’," and before[-2:-1].isalnum())):
        return not (_CODE_BEFORE.search(before) or (last == "," and _is_listed(text, numeral, before)))
    following = text[numeral.end : min(end, numeral.end + 12)]
    if following[:1].isalpha() and numeral.scale == 1.0:
        if _DECADE.match(following) or _GENERATION.match(text, numeral.end - 1):
            return True
        return _GLUED_UNIT.match(following) is None and not is_glued(text, numeral.end, end)
    if following[:1] in ("'", "’") and _DECADE.match(following):
        return True
    return following[:1] in ("/", ":", ".", "_") and following[1:2].isdigit()


def _is_listed(text: str, numeral: Numeral, before: str) -> bool:
    listed, on = _LISTED.search(before), _LISTS_ON.match(text, numeral.end)
    if listed is None or on is None or numeral.end - numeral.start > len("99"):
        return False
    return listed.group().count(",") + on.group().count(",") + 1 >= _LEAST_LISTED


def _is_day(text: str, numeral: Numeral, before: str, end: int) -> bool:
    if numeral.scale != 1.0 or numeral.value > _LAST_DAY or not text[numeral.start : numeral.end].isdigit():
        return False
    return bool(
        _MONTH_BEFORE.search(before)
        or _MONTH_AFTER.match(text, numeral.end, end)
        or _SMALL_MONTH_BEFORE.search(before)
        or _SMALL_MONTH_AFTER.match(text, numeral.end, end)
        or (_ON_BEFORE.search(before) and _MAY_OR_MARCH_AFTER.match(text, numeral.end, end))
    )


def _stands_as_year(text: str, numeral: Numeral, before: str, end: int) -> bool:
    written = text[numeral.start : numeral.end]
    if numeral.scale != 1.0 or len(written) != _YEAR_DIGITS or not written.isdigit():
        return False
    if not _FIRST_YEAR <= numeral.value < _END_OF_YEARS:
        return False
    return bool(
        _MONTH_BEFORE.search(before) or _SMALL_MONTH_BEFORE.search(before) or _MONTH_DAY_BEFORE.search(before)
    ) or _is_year(text, numeral, before, end)


def _is_year(text: str, numeral: Numeral, before: str, end: int) -> bool:
    """Whether four bare digits are a year, by the word before them and by whether a plural follows."""
    word = (before.split() or [""])[-1].lower().strip("(\"'“‘-")
    if word == "than" or before[-1:] in _CURRENCIES:
        return False
    if _OF_A_YEAR.match(text, numeral.end, end) and word not in _BOUNDING and numeral.value >= 1900:
        return True
    counts = _YEAR_FOLLOWED.match(text, numeral.end, end) is not None
    if counts and word not in _YEAR_WORDS:
        return False
    if word in _BOUNDING:
        return numeral.value >= 1990 and not counts and word in ("around", "about")
    return numeral.value >= 1800 or word in _YEAR_WORDS or word == "the"


_CURRENCIES = ("$", "£", "€")
_BOUNDING = word_set("over least about some nearly almost around exceeding exceeded")


def _is_label(text: str, numeral: Numeral, before: str, end: int) -> bool:
    if _BLOCK.match(text, numeral.end, end) or _is_address(text, numeral, before, end):
        return True
    if _UNOPENED.match(text, numeral.end, end) and numeral.value < 100 and "(" not in before:
        return True
    if _LINE_START.search(before) and _ENUMERATION.match(text, numeral.end, end) and numeral.value < 100:
        return True
    label = _NUMBERED.search(before, max(0, len(before) - _LONGEST_LABEL))
    if label is None or label.group().strip().lower() in _COUNTING_LABELS:
        return False
    return numeral.scale == 1.0 and "," not in text[numeral.start : numeral.end]


def _is_address(text: str, numeral: Numeral, before: str, end: int) -> bool:
    """Whether the number is a house's or a post office's."""
    if numeral.scale != 1.0 or not text[numeral.start : numeral.end].isdigit():
        return False
    if (
        numeral.end - numeral.start == len("20500")
        and numeral.value >= _LEAST_OF_A_ZIP
        and _STATE_BEFORE.search(before)
    ):
        return True
    return text[numeral.end + 1 : numeral.end + 2].isupper() and _STREET.match(text, numeral.end, end) is not None


_ASIDE = re.compile(r"[A-Za-z’'”\"]{2},[^\S\n]$")


def _is_age(text: str, numeral: Numeral, before: str) -> bool:
    """Whether the number is somebody's age: "aged 14", "Smith, 53, said"."""
    if numeral.scale != 1.0 or numeral.value > _MOST_YEARS_OF_LIFE:
        return False
    if _AGE_BEFORE.search(before):
        return True
    aside = _ASIDE.search(before)
    if aside is None or text[numeral.end : numeral.end + 1] not in (",", "."):
        return False
    word = before[: aside.start() + 2].split()[-1:] or [""]
    return word[0][:1].isupper() or text[numeral.end] == ","
