"""The words that time expressions are made of, each with its kind and its value.

A kind is a name that rules are written in ("MONTH DAY COMMA? YEAR") and one letter that shapes are matched by:
a run of tokens becomes a short string, so that a rule is a small regular expression over kinds, not over text.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.grammar.timex.calendar import Holiday

LETTERS: dict[str, str] = {
    "DAY": "d",  # digits that can be a day of a month
    "NUMBER": "n",  # any other cardinal
    "YEAR": "y",
    "SHORTYEAR": "j",  # '89
    "DECADE": "D",  # 1990s, '90s, nineties
    "ORDINAL": "o",
    "NUMERIC": "i",  # 2022-11-23, 11/23/2022
    "FOREIGN": "Q",  # 23 novembre 2022
    "CLOCK": "k",
    "MONTH": "M",
    "WEEKDAY": "W",
    "WEEKDAYS": "V",
    "SEASON": "S",
    "UNIT": "u",
    "UNITS": "U",
    "HALF": "K",
    "PERIOD": "I",
    "PART": "P",
    "NOON": "N",
    "TODAY": "T",
    "REF": "R",
    "HOLIDAY": "O",
    "OFTEN": "v",
    "EVERY": "Y",
    "QUARTERCODE": "C",  # Q3, 3Q
    "FISCAL": "G",
    "THE": "t",
    "A": "a",
    "THIS": "h",
    "THAT": "H",
    "LAST": "l",
    "PAST": "p",
    "NEXT": "x",
    "FOLLOWING": "F",
    "AGO": "g",
    "EARLIER": "E",
    "LATER": "L",
    "BEFORE": "b",
    "EDGE": "e",  # beginning, middle, end
    "PHASE": "m",  # early, late, mid
    "OF": "f",
    "ON": "w",  # prepositions that join a time to a day
    "OR": "r",
    "COMMA": "c",
    "DASH": "s",
    "POSSESSIVE": "z",
    "FEW": "q",
    "ABOUT": "A",
    "OVER": "4",  # "over": a comparator before a number, a preposition before "the past year"
    "MORE": "X",
    "LONG": "J",
    "OLD": "Z",
    "ERA": "B",
    "ZONE": "1",
    "SAME": "2",
    "SO": "3",
    "RECENT": "6",
}
"""One letter for each kind."""


class Word(NamedTuple):
    """A kind's letter and the value that the word carries."""

    kind: str
    value: int | str | None


def _words(kind: str, table: dict[str, int | str | None]) -> dict[str, Word]:
    return {word: Word(LETTERS[kind], value) for words, value in table.items() for word in words.split()}


MONTHS = _words(
    "MONTH",
    {
        "january jan": 1,
        "february feb": 2,
        "march mar": 3,
        "april apr": 4,
        "may": 5,
        "june jun": 6,
        "july jul": 7,
        "august aug": 8,
        "september sept sep": 9,
        "october oct": 10,
        "november nov": 11,
        "december dec": 12,
    },
)
WEEKDAYS = _words(
    "WEEKDAY",
    {
        "monday mon": 0,
        "tuesday tue tues": 1,
        "wednesday wed": 2,
        "thursday thu thur thurs": 3,
        "friday fri": 4,
        "saturday sat": 5,
        "sunday sun": 6,
    },
)
WEEKDAY_PLURALS = _words(
    "WEEKDAYS",
    {f"{day}days": number for number, day in enumerate(["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"])},
)
SEASONS = _words(
    "SEASON", {"spring springtime": "SP", "summer summertime": "SU", "fall autumn": "FA", "winter": "WI"}
)
SEASONS |= _words("SEASON", {"summers": "SU*", "winters": "WI*", "autumns": "FA*"})

UNITS = _words(
    "UNIT",
    {
        "year yr": "Y",
        "month": "M",
        "week": "W",
        "fortnight": "2W",
        "weekend": "WE",
        "day": "D",
        "decade": "DE",
        "century": "CE",
        "quarter": "Q",
        "hour hr": "TH",
        "minute": "TM",
        "millennium": "ML",
    },
) | _words(
    "UNITS",
    {
        "years yrs": "Y",
        "months": "M",
        "weeks": "W",
        "fortnights": "2W",
        "weekends": "WE",
        "days": "D",
        "decades": "DE",
        "centuries": "CE",
        "quarters": "Q",
        "hours hrs": "TH",
        "minutes mins": "TM",
        "seconds secs": "TS",
        "millennia millenniums": "ML",
    },
)
PARTS = _words(
    "PART",
    {
        "morning mornings dawn daybreak sunrise": "MO",
        "afternoon afternoons": "AF",
        "evening evenings dusk sunset": "EV",
        "night nights nighttime overnight": "NI",
        "daytime": "DT",
    },
) | _words("NOON", {"noon midday noontime": "T12:00", "midnight": "T24:00"})

DEICTICS = _words("TODAY", {"today": "0", "yesterday": "-1", "tomorrow": "1", "tonight": "0TNI"})

OFTEN = _words(
    "OFTEN",
    {
        "daily nightly": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "quarterly": "P3M",
        "annually yearly": "P1Y",
        "hourly": "PT1H",
        "biweekly fortnightly": "P2W",
        "bimonthly": "P2M",
        "biennially": "P2Y",
    },
)

HOLIDAYS: dict[str, Holiday] = {
    "christmas": ("fixed", 12, 25, 0),
    "christmas day": ("fixed", 12, 25, 0),
    "christmas eve": ("fixed", 12, 24, 0),
    "boxing day": ("fixed", 12, 26, 0),
    "new year's day": ("fixed", 1, 1, 0),
    "new year’s day": ("fixed", 1, 1, 0),
    "new year's eve": ("fixed", 12, 31, 0),
    "new year’s eve": ("fixed", 12, 31, 0),
    "halloween": ("fixed", 10, 31, 0),
    "valentine's day": ("fixed", 2, 14, 0),
    "valentine’s day": ("fixed", 2, 14, 0),
    "st. patrick's day": ("fixed", 3, 17, 0),
    "st patrick's day": ("fixed", 3, 17, 0),
    "april fools' day": ("fixed", 4, 1, 0),
    "may day": ("fixed", 5, 1, 0),
    "ve day": ("fixed", 5, 8, 0),
    "independence day": ("fixed", 7, 4, 0),
    "fourth of july": ("fixed", 7, 4, 0),
    "bastille day": ("fixed", 7, 14, 0),
    "columbus day": ("nth", 10, 0, 2),
    "election day": ("nth", 11, 0, 1),
    "veterans day": ("fixed", 11, 11, 0),
    "armistice day": ("fixed", 11, 11, 0),
    "remembrance day": ("fixed", 11, 11, 0),
    "all saints' day": ("fixed", 11, 1, 0),
    "thanksgiving": ("nth", 11, 3, 4),
    "thanksgiving day": ("nth", 11, 3, 4),
    "labor day": ("nth", 9, 0, 1),
    "memorial day": ("nth", 5, 0, -1),
    "mother's day": ("nth", 5, 6, 2),
    "father's day": ("nth", 6, 6, 3),
    "martin luther king day": ("nth", 1, 0, 3),
    "presidents day": ("nth", 2, 0, 3),
    "presidents' day": ("nth", 2, 0, 3),
    "easter": ("easter", 0, 0, 0),
    "easter sunday": ("easter", 0, 0, 0),
    "easter monday": ("easter", 1, 0, 0),
    "good friday": ("easter", -2, 0, 0),
    "palm sunday": ("easter", -7, 0, 0),
    "ash wednesday": ("easter", -46, 0, 0),
    "pentecost": ("easter", 49, 0, 0),
}
"""Holidays by lower-case name. Election Day is the day after the first Monday of November (see the rule)."""

REFERENCES: dict[str, str] = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "these days": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "the present": "PRESENT_REF",
    "the time being": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "long ago": "PAST_REF",
    "soon": "FUTURE_REF",
    "as soon as possible": "FUTURE_REF",
    "the near future": "FUTURE_REF",
    "the foreseeable future": "FUTURE_REF",
    "the near term": "FUTURE_REF",
    "the short term": "FUTURE_REF",
    "the long term": "FUTURE_REF",
    "the future": "FUTURE_REF",
}
"""Words and phrases that point to the present, the past or the future without a date."""

NUMBER_WORDS: dict[str, int] = {
    word: value
    for value, words in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
    for word in (words,)
} | {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
NUMBER_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINAL_WORDS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
} | {"thirtieth": 30}
DECADE_WORDS = {
    f"{stem}ties": 10 * value
    for value, stem in enumerate(["twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"], 2)
}

_GLUE = (
    _words("THE", {"the": None})
    | _words("A", {"a an": 1})
    | _words("THIS", {"this": 0})
    | _words("THAT", {"that those these": "that"})
    | _words("SAME", {"same comparable corresponding": "same"})
    | _words("LAST", {"last": -1})
    | _words("PAST", {"past previous preceding prior": -1, "latest": 0})
    | _words("RECENT", {"recent": "PAST"})
    | _words("NEXT", {"next": 1, "coming upcoming": 1})
    | _words("FOLLOWING", {"following subsequent succeeding ensuing": 1})
    | _words("AGO", {"ago": -1})
    | _words("EARLIER", {"earlier": -1})
    | _words("LATER", {"later hence": 1})
    | _words("BEFORE", {"before": -1, "after": 1})
    | _words("EDGE", {"beginning start opening": "START", "middle": "MID", "end close": "END"})
    | _words("PHASE", {"early": "START", "late": "END", "mid middle": "MID"})
    | _words("OF", {"of": "of"})
    | _words("ON", {"on": "on", "in": "in", "at": "at", "by": "by", "during": "during", "from": "from"})
    | _words("OR", {"or and to through until": "or"})
    | _words("FEW", {"few several many some multiple numerous various couple dozen": "X"})
    | _words(
        "MORE", {"more full whole straight consecutive additional another other entire long solid calendar": None}
    )
    | _words("LONG", {"long": None})
    | _words("OLD", {"old olds": None})
    | _words("ERA", {"bc bce": "BC", "ad ce": "AD"})
    | _words("ZONE", {"gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet ist jst et": None})
    | _words("SO", {"so": None})
    | _words("HALF", {"half": None})
    | _words("PERIOD", {"period term": None})
    | _words("FISCAL", {"fiscal financial": None})
    | _words("EVERY", {"every each per": None})
)
_ABOUT = {
    "about around approximately roughly circa ca": "APPROX",
    "nearly almost": "APPROX",
}
_GLUE |= _words("ABOUT", dict(_ABOUT))
_GLUE |= _words("OVER", {"over exceeding": "MORE_THAN", "under": "LESS_THAN"})

ABOUT_PHRASES = {
    "more than": "MORE_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "as many as": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
}
"""Comparators of several words that begin a duration."""

_CORE = MONTHS | WEEKDAYS | WEEKDAY_PLURALS | SEASONS | UNITS | PARTS | DEICTICS | OFTEN
LEXICON: dict[str, Word] = _GLUE | _CORE
LEXICON |= {word: Word(LETTERS["NUMBER"], value) for word, value in NUMBER_WORDS.items()}
LEXICON |= {word: Word(LETTERS["NUMBER"], value) for word, value in NUMBER_SCALES.items()}
LEXICON |= {word: Word(LETTERS["ORDINAL"], value) for word, value in ORDINAL_WORDS.items()}
LEXICON |= {word: Word(LETTERS["DECADE"], f"19{value}"[:3]) for word, value in DECADE_WORDS.items()}

ABBREVIATED = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    ]
)
"""Months and weekdays that a full stop may follow."""

CAPITALISED = frozenset(MONTHS) | frozenset(WEEKDAYS) | {"et", "ist"}
"""Words that are calendar words only with a capital: lower-case "may", "march", "august", "sun" are other words."""

CORE_WORDS: dict[str, str] = dict.fromkeys((*_CORE, "half", "past", "recent", "nineteen", *DECADE_WORDS), "word")
"""The words worth a look at what stands beside them."""
