"""A sentence as words with their parts, one letter a word, and the verb groups and noun phrases among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol

from factcheck.grammar.clauses.lexicon import SKIPPED, letter_of, word_of

_TOKEN = re.compile(
    r"[\s\"“”„«»‘*]*+(?:[^\W_]++(?:(?:['’.&/–-]|,(?=\d{3}\b))[^\W_]++)*+(?:['’](?=\s))?\.?|['’]s\b|[^\s])",
)
"""A word with its full stop, or a mark, and the white space and quotation marks before it."""


class Group(NamedTuple):
    """A verb with its auxiliaries and the infinitive that it leads to: ``head`` is the token of the last verb."""

    first: int
    head: int
    end: int


class _Placed(Protocol):
    """A time expression as far as it matters here: where it stands."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Sentence(NamedTuple):
    """A sentence's tokens and in ``shape`` one letter for each (``KINDS``).

    A token holds the white space and quotation marks before it, so that tokens join to the text: token ``i`` reaches
    from ``edges[i]`` to ``edges[i + 1]``. ``times`` are the time expressions' tokens by where they start.
    """

    text: str
    tokens: Sequence[str]
    edges: Sequence[int]
    shape: str
    groups: Sequence[Group]
    times: dict[int, int]

    def word(self, index: int) -> str:
        """The token as written, in lower case and without a full stop behind it."""
        return word_of(self.tokens[index])

    def written(self, index: int) -> str:
        """The token as written without what is skipped before it."""
        return self.tokens[index].strip(_CLOSING)

    def start_of(self, index: int) -> int:
        """Where the token's word begins in the text."""
        return self.edges[index + 1] - len(self.tokens[index].lstrip(SKIPPED))

    def between(self, first: int, end: int) -> str:
        """The words of tokens ``first`` to ``end``, exclusive, on one line."""
        words = " ".join(self.text[self.edges[first] : self.edges[end]].strip(SKIPPED).split())
        return words if words[-3:-2] == "." else words.rstrip(_CLOSING)

    def quoted_before(self, index: int) -> bool:
        """Whether a quotation mark opens or closes right before the token."""
        return not _QUOTATION_MARKS.isdisjoint(self.tokens[index])


_QUOTATION_MARKS = frozenset('"“”„«»‘')
_CLOSING = f".{SKIPPED}"


def read(text: str, start: int, end: int, times: Iterable[_Placed]) -> Sentence:
    """Read ``text[start:end]``, in which the time expressions stand in order, each of them one token."""
    tokens: list[str] = []
    places: dict[int, int] = {}
    shapes: list[str] = []
    begin = start
    for time in times:
        gap = _TOKEN.findall(text, begin, time.start)
        shapes.append("".join(map(letter_of, gap)))
        tokens += gap
        places[time.start] = len(tokens)
        tokens.append(text[begin + sum(map(len, gap)) : time.end])
        begin = time.end
    gap = _TOKEN.findall(text, begin, end)
    shapes.append("".join(map(letter_of, gap)))
    tokens += gap
    shape = "T".join(shapes)
    if shape[:1] == "C":
        shape = _opening_letter(tokens[0]) + shape[1:]
    shape = _in_context(shape)
    return Sentence(text, tokens, list(accumulate(map(len, tokens), initial=start)), shape, _groups(shape), places)


def _opening_letter(token: str) -> str:
    """The letter of a sentence's first word, whose capital says nothing: "Born in 1950", "Speaking on Friday"."""
    letter = letter_of(token.lower())
    return letter if letter in "ELG" else "C"


_BASE = re.compile(r"([MO]R*)[irnEsAC](?!')|([tpw]R*)[ir]|([BH]R*)r")
_FIRST = re.compile(r"(?<=[&BHnCp])A(?=[ELV])")
"""Such as "first" in "was first seen"."""
_NOUN = re.compile(r"(D[RAQ]*|[xA'])([EGLVISsirMO])(?=[nCQigsxAEGPT,&;HBMOV)(w]|$)|(P|^)([EL])(?=[ni])")
_PRESENT = re.compile(r"([pw]R*)s")
_HEADLINE = re.compile(r"([CnQ]R*)s(?=[DPTtpCQRou])")
_FINITE = re.compile(r"[BHMOVSEz]")
_AT_THE_TOP = re.compile(r"^(C+)s(?=[PDtQT])")
_PLAINLY_SAID = re.compile(r"^([DAQnCxgPR'&G]*[nC])s(?=D)")
_DATED = re.compile(r"(D[RAQ]*T(?:[&,]T)*)[SsEGi]")
_AFTER_COMMA = re.compile(r"(?<=,)g(?=[DQ])")
"""Such as "killing" in "the bomb went off, killing two"."""
_TRAILING_NOUN = re.compile(r"([B]R*)g")
_THAT = re.compile(r"([P]|^)h(?=[nAgsiT])|([nCsx)])h(?=R*[BHMOVESsi])|h")
_INFINITIVE = re.compile(r"t(?=R*[IBHO])")
_NUMBERED = re.compile(r"(Q)E(?=[nig])")


def _in_context(shape: str) -> str:
    """The shape with the letters that only the words around decide, each as long as before."""
    if "i" in shape or "r" in shape or "M" in shape or "O" in shape:
        shape = _BASE.sub(_as_base, shape)
    if "A" in shape:
        shape = _FIRST.sub("R", shape)
    shape = _NOUN.sub(_as_noun, shape)
    if "Q" in shape:
        shape = _NUMBERED.sub(r"\1A", shape)
    if "DT" in shape:
        shape = _DATED.sub(r"\1n", shape)
    if "s" in shape:
        shape = _PLAINLY_SAID.sub(r"\1S", _AT_THE_TOP.sub(r"\1S", shape))
        shape = _PRESENT.sub(r"\1S", shape)
        if not _FINITE.search(shape):
            shape = _HEADLINE.sub(r"\1S", shape, count=1)
    if "g" in shape:
        shape = _AFTER_COMMA.sub("G", shape)
        shape = _TRAILING_NOUN.sub(r"\1G", shape)
    if "h" in shape:
        shape = _THAT.sub(_as_that, shape)
    if "t" in shape:
        shape = _INFINITIVE.sub("\0", shape).replace("t", "P").replace("\0", "t")
    return shape.translate(_NOUNS)


_NOUNS = str.maketrans("irs", "nnn")


def _as_base(match: re.Match[str]) -> str:
    return f"{match[1] or match[2] or match[3] or ''}I"


def _as_noun(match: re.Match[str]) -> str:
    if match[1] is None:
        return f"{match[3]}A"
    letter = match[2]
    if letter in "EL":
        return match[1] + ("A" if match.string[match.end() : match.end() + 1] in _MODIFIED else "n")
    return match[1] + ("n" if letter in "GVISsir" else letter)


_MODIFIED = frozenset("nCQigsxAEG")


def _as_that(match: re.Match[str]) -> str:
    if match[1] is not None:
        return f"{match[1]}D"
    return f"{match[2]}w" if match[2] is not None else "c"


_BETWEEN = r"(?:R|,?b?P?T,?)*+"
_INFINITIVE_OF = r"tR*+(?:[BHO]R*+)*[IBHO][EL]?"
_GROUP = re.compile(
    rf"(?=[MOHBzVESIGLt])(?:[MOHBz](?:{_BETWEEN}[MOHBz])*+(?:{_BETWEEN}[IELVG])?|[VESIGL]|{_INFINITIVE_OF})"
    rf"(?:(?:R*+J)?R*+{_INFINITIVE_OF})*+"
)
"""A verb with its auxiliaries, between which adverbs and dates may stand, and the infinitives that it leads to."""


def _groups(shape: str) -> list[Group]:
    return [Group(match.start(), match.end() - 1, match.end()) for match in _GROUP.finditer(shape)]


NOUNY = frozenset("nCQgx")
_IN_CHUNK = frozenset("nCQgxAJ'")
_NOUN_PHRASE = re.compile(r"[op]|R?D*[AQnCxg']*[nCQg]")


def chunk_start(shape: str, end: int) -> int:
    """The first token of the plain noun phrase that ends before ``end``."""
    index = end - 1
    if index >= 0 and shape[index] in "poz":
        return index
    while index >= 0 and (shape[index] in _IN_CHUNK or (shape[index] == "T" and shape[index + 1 : index + 2] == "'")):
        index -= 1
    if index >= 0 and shape[index] == "D":
        index -= 1
    return index + 1


def chunk_end(shape: str, first: int) -> int:
    """Behind the plain noun phrase that begins at ``first``; ``first`` where none does."""
    match = _NOUN_PHRASE.match(shape, first)
    return match.end() if match else first
