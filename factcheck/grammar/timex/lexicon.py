"""The words that time expressions are made of, each with its kind and its value."""

from __future__ import annotations

from factcheck.grammar.timex.kinds import LETTERS, Word, words
from factcheck.grammar.timex.numbers import DECADE_WORDS, NUMBER_SCALES, NUMBER_WORDS, ORDINAL_WORDS

MONTHS = words(
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
WEEKDAYS = words(
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
WEEKDAY_PLURALS = words(
    "WEEKDAYS",
    {
        "mondays": 0,
        "tuesdays": 1,
        "wednesdays": 2,
        "thursdays": 3,
        "fridays": 4,
        "saturdays": 5,
        "sundays": 6,
    },
)
SEASONS = words(
    "SEASON",
    {
        "spring springtime": "SP",
        "summer summertime": "SU",
        "fall autumn": "FA",
        "winter": "WI",
        "summers": "SU*",
        "winters": "WI*",
        "autumns": "FA*",
    },
)
"""Seasons; a star marks a plural, which names no one season."""

UNITS = words(
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
) | words(
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
PARTS = words(
    "PART",
    {
        "morning mornings": "MO",
        "afternoon afternoons": "AF",
        "evening evenings": "EV",
        "night nights nighttime overnight": "NI",
        "daytime": "DT",
    },
) | words("NOON", {"noon midday noontime": "T12:00", "midnight": "T24:00"})

DEICTICS = words("TODAY", {"today": "0", "yesterday": "-1", "tomorrow": "1", "tonight": "0TNI"})

OFTEN = words(
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

REFERENCES: dict[str, str] = {
    name: value
    for value, names in {
        "PRESENT_REF": "now|currently|current|nowadays|these days|at present|the present|the time being"
        "|at the moment",
        "PAST_REF": "recently|lately|long ago|former",
        "FUTURE_REF": "soon|as soon as possible|the near future|the foreseeable future|the near term|the short term"
        "|the long term|the future|future",
    }.items()
    for name in names.split("|")
}
"""Words and phrases that point to the present, the past or the future without a date."""

NARRATIVE_REFERENCES = frozenset(["former", "future"])
"""References of narratives alone: TIMEX2, by which those are marked (WikiWars), counts them, TimeML does not."""

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

_GLUE = (
    words("THE", "the")
    | words("A", {"a an": 1})
    | words("THIS", {"this": 0})
    | words("THAT", {"that those these": "that"})
    | words("SAME", {"same comparable corresponding": "same"})
    | words("LAST", {"last": -1})
    | words("PAST", {"past previous preceding prior": -1, "latest": 0})
    | words("RECENT", {"recent": "PAST"})
    | words("NEXT", {"next coming upcoming": 1})
    | words("FOLLOWING", {"following subsequent succeeding ensuing": 1})
    | words("AGO", {"ago": -1})
    | words("EARLIER", {"earlier previously": -1})
    | words("LATER", {"later hence": 1})
    | words("BEFORE", {"before": -1, "after": 1})
    | words("EDGE", {"beginning start opening": "START", "middle": "MID", "end close": "END"})
    | words("PHASE", {"early": "START", "late": "END", "mid middle": "MID"})
    | words("LATTER", {"latter": "END"})
    | words("OF", "of")
    | words("ON", {"on": "on", "in": "in", "at": "at", "by": "by", "during": "during", "from": "from"})
    | words("OR", "or and to through until")
    | words("FEW", {"few several many some multiple numerous various couple dozen": "X"})
    | words("MORE", "more full whole straight consecutive additional another other entire long solid calendar")
    | words("LONG", "long")
    | words("ERA", {"bc bce": "BC", "ad ce": "AD"})
    | words("ZONE", "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet ist jst et")
    | words("SO", "so")
    | words("HALF", "half")
    | words("PERIOD", "period term part")
    | words("FISCAL", "fiscal financial")
    | words("EVERY", "every each per")
    | words("ABOUT", {"about around approximately roughly circa ca nearly almost": "APPROX"})
    | words("OVER", {"over exceeding": "MORE_THAN", "under": "LESS_THAN"})
)

_CORE = MONTHS | WEEKDAYS | WEEKDAY_PLURALS | SEASONS | UNITS | PARTS | DEICTICS | OFTEN
LEXICON: dict[str, Word] = _GLUE | _CORE
LEXICON |= {word: Word(LETTERS["NUMBER"], value) for word, value in (NUMBER_WORDS | NUMBER_SCALES).items()}
LEXICON |= {word: Word(LETTERS["ORDINAL"], value) for word, value in ORDINAL_WORDS.items()}
LEXICON |= {word: Word(LETTERS["DECADE"], f"19{value}"[:3]) for word, value in DECADE_WORDS.items()}
"""Every word that can stand in a time expression, in lower case."""

ABBREVIATED = frozenset(
    word
    for word in (*MONTHS, *WEEKDAYS)
    if len(word) <= len("thurs") and word not in ("march", "april", "may", "june", "july")
)
"""Months and weekdays that a full stop may follow."""

CAPITALISED = frozenset(MONTHS) | frozenset(WEEKDAYS) | {"et", "ist"}
"""Words that are calendar words only with a capital: lower-case "may", "march", "august", "sun" are other words."""

CORE_WORDS: dict[str, str] = dict.fromkeys(
    (*_CORE, "half", "past", "recent", "latest", "nineteen", *DECADE_WORDS), "word"
)
"""The words worth a look at what stands beside them."""
