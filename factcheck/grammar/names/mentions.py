"""Proper-name mentions with offsets: capitalised words held together, titles peeled off."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.grammar.names.countries import country_code, country_tokens, demonym_code
from factcheck.grammar.names.lexicon import (
    CALENDAR,
    FOR_HEADS,
    FUNCTION_WORDS,
    OF_HEADS,
    OPENING_WORDS,
    ORGANISATION_HEADS,
    PARTICLES,
    ROLE_PLURALS,
    ROLES,
)
from factcheck.grammar.text import word_set

_TOKEN = re.compile(r"\w[\w'’.&+/*-]*")
_TRAILING = ".'’-&/*"
_POSSESSIVES = ("'s", "’s")
_NAME_POSSESSIVES = word_set("people women men children workers veterans nurses lloyd farmers girls boys")
"""Words whose possessive stands inside an institution's name ("People's Republic", "Women's League")."""
_ARTICLES = ("al-", "el-", "as-", "an-", "at-", "ul-")
"""Arabic articles that open a name in lower case ("al-Nahda")."""
_INITIAL = re.compile(r"[A-Z]\.")
_ADVERB = re.compile(r"\w{3,}(?:[cnutid]ally|ously|edly|ently|antly|ingly|ively|ately|fully)")
"""Adverbs, capitalised where they open a sentence; names such as Italy and Sally are shorter."""
_ADJECTIVAL = word_set(
    """
    led based backed dominated born style era wide made funded held controlled aligned allied speaking sponsored
    friendly bound area member nation owned occupied run educated trained brokered drafted imposed linked inspired
    """
)
"""Endings that make an adjective of a name ("Moscow-led")."""
_LONGEST_NAME = 12
"""Words in one mention; the longest official names of institutions stay below it."""
_INNER_GAPS = frozenset({" ", "'s ", "’s ", "' ", "’ "})
"""What stands between two words of one name."""
_SUFFIXES = word_set("jr sr ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")


class Token(NamedTuple):
    """A word with its span; a possessive ending is not part of it but remembered.

    ``lower`` is the word in lower case without full stops at its end. ``is_name_like`` says whether it may stand in
    a name: capitalised, no function word, no day or month, unless its place in the text makes a month's name a
    person's ("June Carter", "Theresa May").
    """

    start: int
    end: int
    text: str
    possessive: bool
    lower: str
    is_name_like: bool

    @property
    def in_name(self) -> str:
        """The word as it stands inside a longer name: "People's", but "Russia" of "Russia's"."""
        return f"{self.text}'s" if self.possessive and self.lower in _NAME_POSSESSIVES else self.text

    @property
    def opens_name(self) -> bool:
        """Whether a name may begin with the word."""
        return self.is_name_like and (self.lower not in OPENING_WORDS or self.possessive)

    @property
    def is_acronym(self) -> bool:
        """Whether the word reads as initials."""
        return _is_acronym(self.text)


_DISTINCT_WORDS = 1 << 14
"""Words of which what they look like is remembered: the vocabulary of some hundred articles."""


@lru_cache(_DISTINCT_WORDS)
def _looks(written: str) -> tuple[str, bool, str, bool]:
    """What a word looks like wherever it stands: the last four fields of its token."""
    possessive = written.endswith(_POSSESSIVES)
    if possessive:
        written = written[:-2]
    elif written.endswith(("s'", "s’")):
        possessive = True
        written = written[:-1]
    word = written if _keeps_stop(written) else written.rstrip(_TRAILING)
    lower = word.lower().rstrip(".")
    return word, possessive, lower, bool(word) and _is_name_like(word, lower)


def _is_name_like(word: str, lower: str) -> bool:
    first = word[0]
    caseless = first.isalpha() and first.lower() == first.upper()
    if not (first.isupper() or caseless) and not (word.startswith(_ARTICLES) and word[3:4].isupper()):
        return False
    if word[-1].islower() and lower.rpartition("-")[2] in _ADJECTIVAL and "-" in word:
        return False
    if _INITIAL.fullmatch(word):
        return True
    if _ADVERB.fullmatch(lower):
        return False
    return lower not in CALENDAR and (lower not in FUNCTION_WORDS or _is_acronym(word))


@lru_cache(_DISTINCT_WORDS)
def _is_acronym(word: str) -> bool:
    """Whether the word has two capitals or more and no small letter but an ending s."""
    letters = [character for character in word.rstrip("s") if character.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    if any(character.isdigit() for character in word):
        return bool(letters) and capitals == len(letters)
    return capitals > 1 and (capitals == len(letters) or 2 * capitals > len(letters) + 2)


class Mention(NamedTuple):
    """A proper name as it stands in the text, titles still on.

    ``name_start`` is where the name itself begins once titles, nationality and offices are peeled off; equal to
    ``end`` where nothing but a title stands there ("Prime Minister"). ``country`` is the code of the country that
    the whole mention names.
    """

    start: int
    end: int
    text: str
    name_start: int
    possessive: bool
    country: str | None

    @property
    def name(self) -> str:
        """The name alone."""
        return self.text[self.name_start - self.start :]

    @property
    def is_titled(self) -> bool:
        """Whether a title or an office was peeled off."""
        return self.name_start > self.start

    @property
    def words(self) -> list[str]:
        """The words of the name alone."""
        return self.name.split()

    @property
    def is_organisation(self) -> bool:
        """Whether the name reads as an institution's: initials, or a head such as Union, Council, Bank."""
        tokens = tokenise(self.name, 0, len(self.name))
        return any(token.is_acronym and len(token.text) > 1 for token in tokens) or any(
            token.lower in ORGANISATION_HEADS for token in tokens
        )


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the words of ``text[start:end]``, possessive endings and closing punctuation cut off."""
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word, possessive, lower, is_name_like = _looks(match.group())
        if not word:
            continue
        if word in _NAMES_TOO:
            is_name_like = _is_person(text, match)
        begin = match.start()
        tokens.append(Token(begin, begin + len(word), word, possessive, lower, is_name_like))
    return tokens


_NAMES_TOO = word_set("Jan May April June August")
"""Months, in full or short, whose names people bear."""
_NAME_BEHIND = re.compile(r" (?:[A-Z]\. )?[A-Z][a-z]+\b(?! \d)")
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_OF_TIME = re.compile(
    r"\b(?:in|on|of|since|by|until|last|next|this|early|late|mid|from|between|to|during|\d+) $", re.IGNORECASE
)


def _is_person(text: str, month: re.Match[str]) -> bool:
    """Whether a capitalised word stands beside a month's name, and no preposition of time before it."""
    start, end = month.span()
    if _OF_TIME.search(text, max(0, start - 8), start):
        return False
    if _NAME_BEFORE.search(text, max(0, start - 20), start):
        return not text[end : end + 2].strip(" ,").isdigit()
    return _NAME_BEHIND.match(text, end) is not None


def _keeps_stop(word: str) -> bool:
    """Whether the closing full stop belongs to the word: initials, U.S., Jr., Gen."""
    if not word.endswith(".") or word.endswith(".."):
        return False
    bare = word.rstrip(".")
    return (
        (len(bare) == 1 and bare.isupper())
        or ("." in bare and bare.replace(".", "").isupper() and len(bare) < 8)
        or (bare[:1].isupper() and bare.lower() in _ABBREVIATED_TITLES | _SUFFIXES)
    )


_ABBREVIATED_TITLES = word_set(
    """
    mr mrs ms dr prof rev hon gen lt col maj capt cmdr sgt cpl pvt gov sen sens rep reps pres amb adm brig
    supt st
    """
)


def mentions(text: str, start: int = 0, end: int | None = None) -> list[Mention]:
    """Every proper-name mention of ``text[start:end]``, in order; days, months and sentence openers are none."""
    return list(_mentions(text, start, len(text) if end is None else end))


@lru_cache(8)
def _mentions(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """The mentions, remembered for a moment: the rules for one trigger or speaker read the same words in turn."""
    tokens = tokenise(text, start, end)
    words = [token.in_name for token in tokens]
    found: list[Mention] = []
    index = 0
    while index < len(tokens):
        if not tokens[index].opens_name:
            index += 1
            continue
        size = _mention_size(text, tokens, words, index)
        if size == 1 and _INITIAL.fullmatch(tokens[index].text):
            index += 1
            continue
        found += _split(text, tokens[index : index + size], words[index : index + size])
        index += size
    return tuple(found)


def _mention_size(text: str, tokens: list[Token], words: list[str], first: int) -> int:
    """How many tokens the mention that starts at ``first`` takes."""
    size = max(1, _adjacent_country(text, tokens, words, first))
    while size < _LONGEST_NAME and first + size < len(tokens):
        last = tokens[first + size - 1]
        following = tokens[first + size]
        guild = (
            (last.text.endswith("s") or last.lower in ROLES)
            and following.lower in ORGANISATION_HEADS
            and following.is_name_like
        )
        if last.possessive and last.lower not in _NAME_POSSESSIVES and not guild:
            break
        gap = text[last.end : following.start]
        if following.is_name_like and gap in _INNER_GAPS:
            size += max(1, _adjacent_country(text, tokens, words, first + size))
            continue
        linked = _linked(text, tokens, first, size) if gap == " " else 0
        if not linked:
            break
        size += linked
    return size


def _adjacent_country(text: str, tokens: list[Token], words: list[str], first: int) -> int:
    """Return the size of the country name at ``first``, where only spaces part its words."""
    size = country_tokens(words, first)
    for before, after in zip(tokens[first : first + size], tokens[first + 1 : first + size], strict=False):
        if text[before.end : after.start] not in (" ", "'s ", "’s ", " & "):
            return 0
    return size


def _linked(text: str, tokens: list[Token], first: int, size: int) -> int:
    """How many lower-case links lead on within the name, counting the capitalised word that they lead to."""
    link = tokens[first + size].lower
    ahead = tokens[first + size + 1 : first + size + 4]
    if not ahead or text[tokens[first + size].end : ahead[0].start] != " ":
        return 0
    head = tokens[first + size - 1].lower
    if link in PARTICLES:
        return 2 if ahead[0].is_name_like else _over(text, ahead, PARTICLES)
    office = link == "of" and (head in ROLES or head in ROLE_PLURALS)
    heads = OF_HEADS if link in ("of", "on") else FOR_HEADS if link == "for" else frozenset()
    if not (office or head in heads):
        return 0
    return 2 if ahead[0].is_name_like else _over(text, ahead, _THE)


def _over(text: str, ahead: list[Token], links: frozenset[str]) -> int:
    """Return 3 where a second link ("van der", "of the") and then a name follow, else 0."""
    reaches = len(ahead) > 1 and ahead[0].lower in links and ahead[1].is_name_like
    return 3 if reaches and text[ahead[0].end : ahead[1].start] == " " else 0


_THE = frozenset({"the"})


def _split(text: str, tokens: list[Token], words: list[str]) -> list[Mention]:
    """One mention of these tokens, or one for each country where they are country after country."""
    parts: list[list[Token]] = []
    index = 0
    while index < len(tokens):
        size = country_tokens(words, index)
        if not size:
            return [_mention(text, tokens)]
        parts.append(tokens[index : index + size])
        index += size
    return [_mention(text, part) for part in parts]


def _mention(text: str, tokens: list[Token]) -> Mention:
    start, end = tokens[0].start, tokens[-1].end
    whole = text[start:end]
    country = country_code(whole)
    kept = 0 if country else _peeled(tokens)
    name_start = tokens[kept].start if kept < len(tokens) else end
    return Mention(start, end, whole, name_start, tokens[-1].possessive, country)


def _peeled(tokens: list[Token]) -> int:
    """Return the index of the first token of the name itself, behind titles, offices and their country."""
    last_role = -1
    for index, token in enumerate(tokens):
        if token.lower in ROLES or token.lower in ROLE_PLURALS:
            last_role = index
    if last_role < 0:
        return 0
    rest = tokens[last_role + 1 :]
    if not rest:
        return len(tokens) if _only_office(tokens) or tokens[-1].text in _SEATS else 0
    if rest[0].lower in ("of", "for"):
        return _behind_country(tokens, last_role + 2)
    if any(token.lower in ORGANISATION_HEADS for token in rest):
        return 0
    alone = len([token for token in rest if token.lower not in _SUFFIXES]) == 1
    return last_role if alone and tokens[last_role].lower in _KEPT_TITLES else last_role + 1


_SEATS = word_set("MP MEP MSP TD MK")
"""Letters of those who sit in a parliament: what stands before them is their party."""
_KEPT_TITLES = word_set(
    """
    king queen prince princess pope sultan sheikh emir lord lady father sister brother
    """
)
"""Titles that are part of how a person is named where one name follows ("Pope Francis")."""


def _only_office(tokens: list[Token]) -> bool:
    """Whether the tokens are an office and no more ("Prime Minister", "Tajik President")."""
    return all(
        token.lower in ROLES
        or token.lower in ROLE_PLURALS
        or demonym_code(token.text) is not None
        or country_code(token.text) is not None
        or token.lower in _OFFICE_WORDS
        for token in tokens
    )


_OFFICE_WORDS = word_set(
    """
    prime vice foreign defence defense interior finance home health chief deputy acting first crown supreme
    state of eu un us u.s uk
    """
)


def _behind_country(tokens: list[Token], index: int) -> int:
    """Return the first token behind "(the) COUNTRY" at ``index``; the country itself where nothing follows it."""
    if index < len(tokens) and tokens[index].lower == "the":
        index += 1
    size = country_tokens([token.text for token in tokens], index)
    if size and index + size < len(tokens):
        return index + size
    if size:
        return index
    if index < len(tokens) and tokens[index].lower in ("state", "staff", "foreign", "defence", "defense"):
        return index + 1
    rest = len(tokens) - index
    return len(tokens) - 2 if rest >= 3 else len(tokens)
