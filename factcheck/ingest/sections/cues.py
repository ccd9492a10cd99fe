"""What a block's own words say of it: how it reads, and which signs of a page's furniture it carries."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.ingest.sections.blocks import Block

_LOOKED_AT = 1200
"""Characters of a block that are looked at: more say nothing more about it, and cost time."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?…:;。！？」][\"'”’»)\]]*$")
_INNER_STOP = re.compile(r"[.!?][\"'”’)]* +[\"'“‘(]*[A-Z0-9]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}"
_DAY = re.compile(
    rf"\b{_MONTH}\.? \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}\b|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b", re.IGNORECASE
)
_DAY_MARKS = (*_MONTHS, "/")
_DIGIT = re.compile(r"\d")
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

_ADDRESS = re.compile(r"https?://|www\.|@\w|\.com\b|\bpic\.twitter")
_ADDRESS_MARKS = ("http", "www.", "@", ".com", "pic.twitter")
_MARK = re.compile("[|»›•·▪►→©®™☰✕×]")
_CUT_OFF = ("...", "…")
_CREDITED = re.compile(
    r"(?:by|written by|posted by|published|updated|last updated|posted|photo|image|source|credit|via"
    r"|filed under|tags?|categor(?:y|ies)|share|follow|reviewed by|medically reviewed)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile('[“"”]')
_GLUED = re.compile(
    r"[a-z]{2}(?:A|An|The|In|It|By|On|For|At)\b|[a-z]{3}[.!?][A-Z][a-z]|[a-z]{3}\d|[a-z]{3}[A-Z][a-z]+ [a-z]"
)
_SEAM = re.compile(r"[A-Z\d](?:(?<=[a-z].)|(?<=[a-z][.!?].))")
"""Where two words may be glued: found quickly, since it looks back from capitals and digits alone."""

_NUMBERED = re.compile(r"(?:image |photo |slide )?\d+ ?(?:of|/) ?/? ?\d+|\d+\.? ?$|[•*+-] ", re.IGNORECASE)

_SAID = frozenset(
    ["said", "says", "told", "according", "added", "asked", "wrote", "reported", "announced", "tweeted"]
)
_YOU = frozenset(["you", "your", "we", "our", "us"])
_FIRST_PERSON = frozenset(["I", "my", "me", "lol", "imo"])
_JOINTS = str.maketrans("'’-", "   ")

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
PAGE_WORDS = frozenset(_PAGE_WORD_LIST.split())
"""Words of the page rather than of the story."""

MOST_PAGE_WORDS = 5
"""A text with more different ones in its short lines is a page's: of 181 flattened pages 160 are above, of the pages'
true bodies and of 295 other articles none."""

LENGTHS = (1, 2, 4, 6, 9, 13, 18, 26, 40, 60, 90)
SHARES = (0.001, 0.08, 0.16, 0.24, 0.32, 0.4, 0.5, 0.7, 0.9)
_MOST_PROSE = 80
_LABEL_WORDS, _LABEL_LENGTH = 6, 80
_STAMP_WORDS = 12
_BYLINE_WORDS = 14
_CAPITALS_OF_A_SENTENCE = 0.6


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of one block by itself.

    ``words`` counts its words, ``shown`` are those of letters as they stand. ``ended`` says that it ends as sentences
    do, ``sentence`` that it reads as one or more sentences; ``prose`` is how many words of prose it counts for.
    ``stamped`` is a short block with a time or a voting mark, as comments have; ``bylined`` one that names an author
    or a publication day. ``template`` is what a short block has in common with others of its kind ("on 0, 0 at 0:0
    said:"). ``functions``, ``pages`` and ``capitals`` are the shares of its words that hold sentences together, are a
    page's, and are capitalised. ``content`` are the words that say what it is about.
    """

    words: int
    shown: tuple[str, ...]
    ended: bool
    sentence: bool
    prose: float
    dated: bool
    stamped: bool
    bylined: bool
    template: str
    functions: float
    pages: float
    capitals: float
    content: frozenset[str]

    @property
    def shape(self) -> str:
        """``s`` for sentences, ``t`` for a title or a longer label, ``w`` for a word or a few."""
        return "s" if self.sentence else "t" if self.words > 4 else "w"


def look(block: Block) -> Look:
    """Look at one block by itself."""
    text = block.text[:_LOOKED_AT]
    shown = _WORD.findall(text)
    words = [word.lower() for word in shown]
    every = max(1, len(words))
    count = len(words) + _wide(text)
    capitals = sum([word[0].isupper() for word in shown]) / every
    ended = bool(_SENTENCE_END.search(block.text[-8:]))
    sentence = capitals < _CAPITALS_OF_A_SENTENCE and (
        count >= 7 if ended else count >= 35 or (count >= 18 and bool(_INNER_STOP.search(text)))
    )
    dated = _is_dated(text)
    return Look(
        words=count,
        shown=tuple(shown),
        ended=ended,
        sentence=sentence,
        prose=min(count, _MOST_PROSE) if sentence else 0.0,
        dated=dated,
        stamped=count <= _STAMP_WORDS
        and (dated or bool(_AGO.search(text) or _CLOCK.search(text) or _REPLY.search(text))),
        bylined=count <= _BYLINE_WORDS and (bool(_BY.match(text)) or (dated and bool(_YEAR.search(text)))),
        template=_template(text) if count <= _BYLINE_WORDS else "",
        functions=sum(map(FUNCTION_WORDS.__contains__, words)) / every,
        pages=sum(map(PAGE_WORDS.__contains__, words)) / every,
        capitals=capitals,
        content=frozenset(
            [word for word, seen in zip(words, shown, strict=True) if len(word) > 4 or seen[0].isupper()]
        )
        - FUNCTION_WORDS,
    )


def label_words(block: Block) -> list[str]:
    """The words of a block that is as short as labels are, in small letters; none of a longer one."""
    if len(block.text) > _LABEL_LENGTH:
        return []
    words: list[str] = _WORD.findall(block.text.lower())
    return words if len(words) + _wide(block.text) <= _LABEL_WORDS else []


def page_words(blocks: Iterable[Block]) -> int:
    """How many different words of pages stand in the short blocks."""
    return len(PAGE_WORDS.intersection(word for block in blocks for word in label_words(block)))


def _wide(text: str) -> int:
    """How many words the text has in scripts that write without spaces, about."""
    return 0 if text.isascii() else len(_WIDE.findall(text)) // 2


def _is_dated(text: str) -> bool:
    if not _DIGIT.search(text):
        return False
    lowered = text.lower()
    return any(mark in lowered for mark in _DAY_MARKS) and bool(_DAY.search(text))


def _template(text: str) -> str:
    """What stays the same of a label that a page repeats: small words and marks, numbers as 0, names left out."""
    return " ".join([_NUMBER.sub("0", token) for token in text.split() if not token[0].isupper()])


def cues(block: Block, seen: Look) -> list[str]:
    """The names of what holds for a block that was looked at."""
    text = block.text[:_LOOKED_AT]
    length = bisect_right(LENGTHS, seen.words)
    size = min(length // 3, 2)
    names = [
        f"words{length}",
        f"end{int(seen.ended)}{min(length, 6)}",
        f"page{bisect_right(SHARES, seen.pages)}.{size}",
        f"first_{_first(text[0])}",
        f"commas{min(text.count(','), 3)}",
    ]
    if length >= 3:
        names += [
            f"function{bisect_right(SHARES, seen.functions)}",
            f"capital{bisect_right(SHARES, seen.capitals)}",
        ]
    names += [f"{name}.{size}" for name in _signs(text, seen)]
    if text.isupper():
        names.append("shouted")
    if text.endswith("?"):
        names.append(f"asks{size}")
    return names


def _signs(text: str, seen: Look) -> Iterator[str]:
    """Signs that a block either carries or not; whatever is rare is asked for first by a mark that it must have."""
    if _DIGIT.search(text):
        yield "digits"
        if ":" in text and _CLOCK.search(text):
            yield "clock"
    if seen.dated:
        yield "day"
    if "ago" in text.lower() and _AGO.search(text):
        yield "ago"
    if any(mark in text for mark in _ADDRESS_MARKS) and _ADDRESS.search(text):
        yield "address"
    if text.endswith(_CUT_OFF) or _MARK.search(text):
        yield "marks"
    if _CREDITED.match(text):
        yield "byline"
    if _QUOTE.search(text):
        yield "quoted"
    if _SEAM.search(text) and _GLUED.search(text):
        yield "glued"
    if _NUMBERED.match(text):
        yield "numbered"
    if _INNER_STOP.search(text):
        yield "sentences"
    yield from _persons(seen.shown)


def _persons(shown: Sequence[str]) -> Iterator[str]:
    """Who speaks: somebody who is quoted, the page to its reader, the writer."""
    words = " ".join(shown).translate(_JOINTS)
    parts = words.split()
    if not _SAID.isdisjoint(parts):
        yield "said"
    if not _FIRST_PERSON.isdisjoint(parts):
        yield "first_person"
    if not _YOU.isdisjoint(words.lower().split()):
        yield "you"


def _first(character: str) -> str:
    if character.isalpha():
        return "lower" if character.islower() else "upper"
    if character.isdigit():
        return "digit"
    return "quote" if character in "“\"'‘" else "other"
