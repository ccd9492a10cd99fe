"""What a block's own words say of it: how it reads, and which signs of a page's furniture it carries."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.ingest.sections.blocks import Block

_LOOKED_AT = 1200
"""Characters of a block that are looked at: more say nothing more about it, and cost time."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?…:;。！？」][\"'”’»)\]]*$")
_INNER_STOP = re.compile(r"[.!?][\"'”’)]* +[\"'“‘(]*[A-Z0-9]")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = re.compile(
    rf"\b{_MONTH}\.? \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}\b|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b", re.IGNORECASE
)
_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"\d+")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_AGO = re.compile(
    r"\b(?:\d+|an?|few) ?(?:s|m|h|d|w|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years?|mos?|yrs?) ago\b",
    re.IGNORECASE,
)
_REPLY = re.compile(r"\b(?:reply|report|rating|votes?|likes?|permalink|quote)\b", re.IGNORECASE)
_BY = re.compile(
    r"(?:by|von|por|par|di)\b(?: [A-Z][\w.'’-]*){1,3}|(?:published|posted|updated|last updated|written by)\b",
    re.IGNORECASE,
)

_CUES = (
    ("ago", _AGO),
    ("clock", _CLOCK),
    ("day", _DAY),
    ("address", re.compile(r"https?://|www\.|@\w|\.com\b|\bpic\.twitter")),
    ("marks", re.compile(r"[|»›•·▪►→©®™☰✕×]|\.\.\.$|…$")),
    ("said", re.compile(r"\b(?:said|says|told|according|added|asked|wrote|reported|announced|tweeted)\b")),
    ("you", re.compile(r"\b(?:you|your|you're|you’re|we|our|us)\b", re.IGNORECASE)),
    (
        "byline",
        re.compile(
            r"^(?:by|written by|posted by|published|updated|last updated|posted|photo|image|source|credit|via"
            r"|filed under|tags?|categor(?:y|ies)|share|follow|reviewed by|medically reviewed)\b",
            re.IGNORECASE,
        ),
    ),
    ("quoted", re.compile(r"[“\"”]")),
    ("first_person", re.compile(r"\b(?:I|I'm|I’m|my|me|lol|imo)\b")),
    (
        "glued",
        re.compile(
            r"[a-z]{2}(?:A|An|The|In|It|By|On|For|At)\b|[a-z]{3}[.!?][A-Z][a-z]|[a-z]{3}\d|[a-z]{3}[A-Z][a-z]+ [a-z]"
        ),
    ),
    ("numbered", re.compile(r"^(?:image |photo |slide )?\d+ ?(?:of|/) ?/? ?\d+|^\d+\.? ?$|^[•*+-] ", re.IGNORECASE)),
    ("digits", re.compile(r"\d")),
    ("sentences", _INNER_STOP),
)
"""Signs that a block either carries or not."""

_FUNCTION_WORD_LIST = """
    the of to and a in that is was for on with as by at from it be are this an has have had not but or which
    were their his her its he she they who been will would said can more than about when after if there out up
    into one also what so no all we i you my our how just them could other some only de la el que en los las
    un una por con para del der die und das den von zu mit ist ein eine le les des et est une dans pour qui
    que pas il di che e per non
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORD_LIST.split())
"""Words that hold sentences together, in the commonest languages of the Latin script."""

_PAGE_WORD_LIST = """
    subscribe subscription subscribers newsletter newsletters login log sign signup register account menu
    search share facebook twitter instagram linkedin pinterest youtube whatsapp reddit email print comments
    comment reply replies copyright reserved rights privacy policy terms cookies cookie advertise
    advertisement advertising sponsored contact careers jobs download app apps rss feed feeds follow related
    recommended trending popular latest more read click here watch video videos photos gallery galleries home
    about help faq close navigation toggle skip content loading continue below next previous author posts
    topics tags view all editorial guidelines site affiliate partners disclaimer likes like permalink report
    upvote downvote flag unsubscribe inbox delivered offers trial bookmark shop deals buy cart checkout
    website browser javascript enabled disabled users visitors
"""
_PAGE_WORDS = frozenset(_PAGE_WORD_LIST.split())
"""Words of the page rather than of the story."""

MOST_PAGE_WORDS = 5
"""A text with more different ones in its short lines is a page's: of 181 flattened pages 160 are above, of the pages'
true bodies and of 295 other articles none."""

LENGTHS = (1, 2, 4, 6, 9, 13, 18, 26, 40, 60, 90)
SHARES = (0.001, 0.08, 0.16, 0.24, 0.32, 0.4, 0.5, 0.7, 0.9)
_MOST_PROSE = 80
_LABEL_WORDS = 6
_STAMP_WORDS = 12
_BYLINE_WORDS = 14
_CAPITALS_OF_A_SENTENCE = 0.6


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of one block by itself.

    ``words`` counts its words, ``sentence`` says that it reads as one or more sentences, ``prose`` is how many words
    of prose it counts for. ``stamped`` is a short block with a time or a voting mark, as comments have; ``bylined``
    one that names an author or a publication day. ``template`` is what a short block has in common with others of its
    kind ("on 0, 0 at 0:0 said:"). ``pages`` is the share of its words that are a page's, ``page_words`` are those of
    a short block. ``content`` are the words that say what it is about, ``cues`` the names of what holds for it.
    """

    words: int
    sentence: bool
    prose: float
    stamped: bool
    bylined: bool
    template: str
    pages: float
    page_words: frozenset[str]
    content: frozenset[str]
    cues: tuple[str, ...]

    @property
    def shape(self) -> str:
        """``s`` for sentences, ``t`` for a title or a longer label, ``w`` for a word or a few."""
        return "s" if self.sentence else "t" if self.words > 4 else "w"


@dataclass(frozen=True, slots=True)
class _Shares:
    """Which share of a block's words are function words, words of a page, and capitalised."""

    functions: float
    pages: float
    capitals: float


def _shares(shown: list[str], words: list[str]) -> _Shares:
    every = max(1, len(words))
    return _Shares(
        functions=sum(word in FUNCTION_WORDS for word in words) / every,
        pages=sum(word in _PAGE_WORDS for word in words) / every,
        capitals=sum(word[0].isupper() for word in shown) / every,
    )


def look(block: Block) -> Look:
    """Look at one block by itself."""
    text = block.text[:_LOOKED_AT]
    shown = _WORD.findall(text)
    words = [word.lower() for word in shown]
    count = len(words) + len(_WIDE.findall(text)) // 2
    shares = _shares(shown, words)
    ended = bool(_SENTENCE_END.search(block.text[-8:]))
    sentence = shares.capitals < _CAPITALS_OF_A_SENTENCE and (
        count >= 7 if ended else count >= 35 or (count >= 18 and bool(_INNER_STOP.search(text)))
    )
    dated = bool(_DAY.search(text))
    return Look(
        words=count,
        sentence=sentence,
        prose=min(count, _MOST_PROSE) if sentence else 0.0,
        stamped=count <= _STAMP_WORDS
        and (dated or bool(_AGO.search(text) or _CLOCK.search(text) or _REPLY.search(text))),
        bylined=count <= _BYLINE_WORDS and (bool(_BY.match(text)) or (dated and bool(_YEAR.search(text)))),
        template=_template(text) if count <= _BYLINE_WORDS else "",
        pages=shares.pages,
        page_words=frozenset(words) & _PAGE_WORDS if count <= _LABEL_WORDS else frozenset(),
        content=frozenset(
            word for word, as_shown in zip(words, shown, strict=True) if len(word) > 4 or as_shown[0].isupper()
        )
        - FUNCTION_WORDS,
        cues=tuple(_cues(text, count, shares, ended=ended)),
    )


def _template(text: str) -> str:
    """What stays the same of a label that a page repeats: small words and marks, numbers as 0, names left out."""
    return " ".join(_NUMBER.sub("0", token) for token in text.split() if not token[0].isupper())


def _cues(text: str, count: int, shares: _Shares, *, ended: bool) -> Iterator[str]:
    length = bisect_right(LENGTHS, count)
    size = min(length // 3, 2)
    yield f"words{length}"
    yield f"end{int(ended)}{min(length, 6)}"
    if length >= 3:
        yield f"function{bisect_right(SHARES, shares.functions)}"
        yield f"capital{bisect_right(SHARES, shares.capitals)}"
    yield f"page{bisect_right(SHARES, shares.pages)}.{size}"
    yield f"first_{_first(text[0])}"
    for name, pattern in _CUES:
        if pattern.search(text):
            yield f"{name}.{size}"
    if text.isupper():
        yield "shouted"
    if text.endswith("?"):
        yield f"asks{size}"
    yield f"commas{min(text.count(','), 3)}"


def _first(character: str) -> str:
    if character.isalpha():
        return "lower" if character.islower() else "upper"
    if character.isdigit():
        return "digit"
    return "quote" if character in "“\"'‘" else "other"
