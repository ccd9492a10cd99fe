"""What each sentence of an article says of persons harmed, as figures that stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby

from factcheck.extract.casualties.items import Item, clean
from factcheck.extract.casualties.lexicon import PERSONS, TRIGGER_WORDS
from factcheck.extract.casualties.sentence import Sentence, read
from factcheck.extract.casualties.victims import Harm, harms
from factcheck.extract.context import Context
from factcheck.grammar.text import Span, word_set
from factcheck.grammar.triggers import Trigger, Triggers
from factcheck.model import FOREIGN_SECTIONS, Field, SpanRef
from factcheck.verify.tolls.people import HIT, Person, person_of
from factcheck.verify.tolls.scope import is_other

_TRIGGERS = Triggers(TRIGGER_WORDS)


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of how many suffered an effect: a count, a person, or a list of both added up.

    ``by`` is the word of harm, ``heads`` are the nouns of those harmed, ``counted`` whether a number is among them.
    ``more`` says that they come on top of others ("another two"), ``part`` that they are some of those counted before
    ("including three children"), ``rival`` that another source than the article's says so, ``perpetrator`` that it is
    who did harm, ``agent`` that somebody is said to have done it. ``people`` are the single persons.
    """

    effect: str
    low: float | None
    high: float | None
    by: str
    field: Field
    spans: tuple[Span, ...]
    sentence: Span
    text: str
    heads: frozenset[str] = frozenset()
    counted: bool = False
    more: bool = False
    part: bool = False
    rival: bool = False
    perpetrator: bool = False
    agent: bool = False
    people: tuple[Person, ...] = ()

    @property
    def places(self) -> list[SpanRef]:
        """Where those harmed are told."""
        return [SpanRef(self.field, *span) for span in self.spans]

    @property
    def goes_on(self) -> bool:
        """Whether it tells what happened next: "he then drove to the school, killing two"."""
        return _NEXT.search(self.text, self.sentence.start, self.spans[0].start) is not None

    @property
    def updates(self) -> bool:
        """Whether it tells a newer state of the same: "the toll has risen to 41"."""
        return (
            self.counted
            and self.number > 1
            and _UPDATE.search(self.text, self.sentence.start, self.sentence.end) is not None
        )

    @property
    def revises(self) -> bool:
        """Whether it takes an earlier number's place, be it larger or smaller."""
        return self.counted and _REVISED.search(self.text, self.sentence.start, self.sentence.end) is not None

    @property
    def taken_back(self) -> bool:
        """Whether it is the number that another took the place of: "revised down from 46"."""
        return self.revises and _FROM.search(self.text, self.sentence.start, self.spans[0].start) is not None

    @property
    def bygone(self) -> bool:
        """Whether it is told as what stood before: "had risen to 19", "up from 12"."""
        return _BYGONE.search(self.text, self.sentence.start, self.spans[0].start) is not None

    @property
    def vague(self) -> bool:
        """Whether no number is said: "several", "dozens"."""
        return len(self.spans) == 1 and self.text[self.spans[0].start : self.spans[0].end].lower().startswith(_VAGUE)

    @property
    def by_himself(self) -> bool:
        """Whether it is told of somebody who did it to himself."""
        return self.by == "suicide" or bool(self.heads & {"himself", "herself"})

    @property
    def spread(self) -> float:
        """How far the most that it says lies above the least."""
        return 0.0 if self.low is None or self.high is None else max(0.0, self.high - self.low)

    @property
    def number(self) -> float:
        """The number most likely meant."""
        return self.low if self.low is not None else self.high or 0.0


class Reader:
    """Reads the sentences of one string."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._year = context.published.year if context.published else None

    def mentions(self) -> Iterator[Mention]:
        """Yield what the sentences say, in text order."""
        found = _TRIGGERS.find(self.context.text)
        for block, triggers in groupby(found, lambda one: self.context.block_at(one.start, one.end)):
            yield from self._in_sentence(block, list(triggers))
            yield from self._bodies(block)

    def _bodies(self, block: Span) -> Iterator[Mention]:
        """Several dead told by "their bodies were found"."""
        match = _THEIR_BODIES.search(self.context.text, block.start, block.end)
        several = self._meant(match.start()) if match else None
        if match and several:
            yield Mention(
                "killed", several, several, "bodies", self.context.field, (Span(*match.span()),), block,
                self.context.text, counted=True,
            )  # fmt: skip

    def _in_sentence(self, block: Span, triggers: list[Trigger]) -> Iterator[Mention]:
        context = self.context
        sentence = read(context.text, block.start, block.end, triggers, context.quantities(block), uncounted=True)
        if sentence is None:
            return
        sentence = clean(sentence)
        before: Mention | None = None
        for harm in harms(sentence):
            start = harm.items[0].figure.start
            verb = sentence.words[harm.verb].start if harm.verb < len(sentence.words) else start
            if context.section_at(start) in FOREIGN_SECTIONS:
                continue
            if is_other(context.text, block.start, block.end, max(start, verb), self._year):
                continue
            mention = self._together(block, sentence, harm)
            if mention is None:
                continue
            if (
                before is not None
                and before.effect != mention.effect
                and not _ALSO_SAID.search(context.text, block.start, start)
            ):
                mention = replace(mention, more=False)  # others than those of the other effect
            before = mention
            yield mention

    def _together(self, block: Span, sentence: Sentence, harm: Harm) -> Mention | None:
        for item in harm.items:
            if item.sort == "them":
                several = self._meant(item.figure.start)
                item.figure = replace(item.figure, low=several, high=several)
        harm.items = [item for item in harm.items if item.sort != "them" or item.figure.low]
        if not harm.items:
            return None
        parts = [self._mention(block, sentence, item, harm) for item in harm.items]
        return reduce(_sum, parts)

    def _meant(self, position: int) -> float | None:
        """How many persons "them" means: the last plural count of persons before it, within three sentences."""
        context = self.context
        here = context.sentence_index(position)
        for sentence in reversed(context.sentences[max(0, here - 2) : here + 1]):
            for quantity in reversed(context.quantities(context.block_at(sentence.start, sentence.start))):
                behind = _FEW_WORDS.match(context.text, quantity.end)
                several = quantity.end <= position and 2 <= (quantity.low or 0) <= _MOST_MEANT
                if several and behind and any(word.lower() in PERSONS for word in behind.group().split()):
                    return quantity.low
        return None

    def _mention(self, block: Span, sentence: Sentence, item: Item, harm: Harm) -> Mention:
        figure = item.figure
        words = sentence.words[figure.first : figure.end]
        noun = words[-1].form if len(words) > 1 or not item.counted else ""
        before = sentence.shape[max(0, figure.first - 4) : figure.first]
        behind = [word.form for word in sentence.words[figure.end : figure.end + 4]]
        of = sentence.shape[figure.first + 1 : figure.first + 3]
        around = sentence.words[max(0, figure.first - 1) : figure.end]
        new = any(word.form in _MORE for word in around) or _also(behind)
        in_care = harm.effect == "injured" and figure.low == 1 and _CARE.match(harm.by) is not None
        return Mention(
            HIT if in_care else harm.effect,
            figure.low,
            figure.high,
            harm.by,
            self.context.field,
            (Span(figure.start, figure.stop),),
            block,
            self.context.text,
            heads=frozenset({noun} if noun else ()),
            counted=item.counted or item.sort == "them",
            more=new,
            part=_is_among(self.context.text, block, figure.start)
            or harm.by in _SET_FREE
            or _PART.search(before) is not None
            or (item.counted and of in ("oR", "ow", "oD")),
            rival=_RIVAL.search(self.context.text, block.start, figure.start) is not None,
            perpetrator=_did_it(sentence, item, harm),
            agent=harm.agent,
            people=(person_of(sentence, item, new=new or "O" in sentence.shape[figure.first : figure.end]),)
            if figure.low == 1
            else (),
        )


_RIVAL = re.compile(
    r"\b(?:other|some|several|certain|one|another|conflicting|different|various|initial|early|earlier|unconfirmed)[^\S\n](?:[\w]+[^\S\n]){0,2}?"
    r"(?:sources?|reports?|agencies|agency|outlets?|media|accounts|newspapers?|witnesses)\b|\bmedia[^\S\n](?:sources|reports)[^\S\n](?:state|said|report|note)",
    re.IGNORECASE,
)
"""Words of sources that tell otherwise than the article does."""
_REVISED = re.compile(r"\b(?:revis(?:ed|ing|ion)|correct(?:ed|ion|ing)|lowered|amended)\b", re.IGNORECASE)
_UPDATE = re.compile(
    r"\b(?:toll|number|count|total)\b[^.;]{0,60}\b(?:ris(?:es?|en|ing)|rose|climb(?:s|ed|ing)?|increas(?:es|ed|ing)|jump(?:s|ed)|mount(?:s|ed)|"
    r"reach(?:es|ed)|stands?|stood|now)\b|\b(?:revis(?:ed|ing)|correct(?:ed|ing)|lowered|amended)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|of|instead[^\S\n]of|not)[^\S\n](?:an?[^\S\n](?:earlier|initial|previous)[^\S\n](?:\w+[^\S\n]){0,2})?$",
    re.IGNORECASE,
)
_BYGONE = re.compile(
    r"\b(?:had|earlier|initial(?:ly)?|previous(?:ly)?|original(?:ly)?|at[^\S\n]first|from|instead[^\S\n]of)\b",
    re.IGNORECASE,
)
_VAGUE = (
    "several", "multiple", "many", "numerous", "dozens", "scores", "hundreds", "thousands", "a number", "a few",
    "a handful", "tens",
)  # fmt: skip
_NEXT = re.compile(
    r"\b(?:then|proceeded|next|continued|continuing|afterwards?|subsequently|went[^\S\n](?:on|to|next|into|back|over)|drove[^\S\n]to|travell?ed|moved|"
    r"walked|returned[^\S\n]to|entered)\b",
    re.IGNORECASE,
)
_THEIR_BODIES = re.compile(
    r"\btheir[^\S\n](?:[\w-]+[^\S\n])?bodies\b[^.;]{0,60}\b(?:found|discovered|recovered|dumped|left)\b|"
    r"\b(?:found|discovered|recovered)[^\S\n]their[^\S\n](?:[\w-]+[^\S\n])?bodies\b|\bhostages[^\S\n]were[^\S\n](?:\w+[^\S\n])?found[^\S\n]dead\b",
    re.IGNORECASE,
)
_CARE = re.compile(
    r"taken|transported|rushed|airlifted|flown|brought|transferred|driven|sent|admitted|treated|hospitali|"
    r"condition|in intensive|on life|"
    r"to (?:the|a|an|hospital)|to (?:local|area|nearby)|for treatment|were in|are in"
)
"""Words of care: whoever was brought to a hospital may have died there."""
_FEW_WORDS = re.compile(r"(?:[^\S\n][\w'’-]+){1,4}")
_MOST_MEANT = 60
_ALSO_SAID = re.compile(r"\b(?:also|in addition|as well|too)\b", re.IGNORECASE)
_MORE = word_set("another other others more additional further else")
_ALSO = word_set("also too")
_DOERS = word_set(
    "gunman shooter suspect attacker assailant perpetrator bomber himself herself terrorist hijacker killer murderer "
    "assassin self"
)
_POLICE = re.compile(
    r"[^.;]{0,40}\bby[^\S\n](?:[\w-]+[^\S\n]){0,3}(?:police|officers?|deputy|deputies|law|swat|troopers?|security|authorities|soldiers|"
    r"marshals|guards?|agents|sheriff)\b|[^.;]{0,20}\b(?:shoot-?out|gun[^\S\n]?fight|gun[^\S\n]battle|exchange)\b[^.;]{0,30}\bpolice\b",
    re.IGNORECASE,
)
_POLICEMEN = word_set(
    "police officers officer deputies deputy troopers trooper guards guard authorities they agents swat snipers"
)


def _did_it(sentence: Sentence, item: Item, harm: Harm) -> bool:
    """Whether the person harmed is surely the one who did harm: "the gunman", "himself", "he was shot by police"."""
    if item.counted:
        return False
    words = sentence.words
    form = words[item.figure.end - 1].form
    if form in _DOERS:
        return harm.effect == "killed" or not form.endswith("self")
    if form not in ("he", "she", "him", "her") or harm.verb >= len(words):
        return False
    verb = words[harm.verb]
    before = words[max(0, harm.verb - 1)].form
    return before in _POLICEMEN or _POLICE.match(sentence.text, verb.end) is not None


_SET_FREE = frozenset(
    {"freed", "released", "free", "frees", "release", "releases", "freeing", "releasing", "release of", "handed over"}
    | {"still held", "still being held"}
)
"""Words of captives who are some of those taken."""
_AMONG = re.compile(
    r"\b(?:among|amongst|included?|includes|of)[^\S\n](?:the[^\S\n]|those[^\S\n]|them)(?:\w+[^\S\n])?(?:dead|killed|wounded|injured|victims|casualties|"
    r"fatalities|deceased|people|them)?|\b(?:dead|killed|wounded|injured|victims|casualties|fatalities|deceased)[^\S\n](?:included?|includes|were|are)\b",
    re.IGNORECASE,
)


def _is_among(text: str, block: Span, position: int) -> bool:
    """Whether a statement says who were among those counted before: "Among the dead were two nurses"."""
    return _AMONG.search(text, max(block.start, position - 60), position) is not None


def _also(behind: list[str]) -> bool:
    """Whether "also" follows a noun phrase, right behind it or its first auxiliary."""
    return any(word in _ALSO for word in (behind[:2] if behind[:1] and behind[0] in _AUXILIARY else behind[:1]))


_AUXILIARY = word_set("was were is are has have had")
_PART = re.compile(r"u[vDi]{0,2}$")


def _sum(first: Mention, second: Mention) -> Mention:
    low = None if first.low is None or second.low is None else first.low + second.low
    high = None if first.high is None or second.high is None else first.high + second.high
    return replace(
        first,
        low=low,
        high=high,
        heads=first.heads | second.heads,
        counted=first.counted or second.counted,
        spans=(*first.spans, *second.spans),
        people=(*first.people, *second.people),
        perpetrator=first.perpetrator and second.perpetrator,
    )
