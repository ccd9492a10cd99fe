"""Who is who: single persons of an article told apart by name, sex, age and what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.extract.casualties.items import Item
from factcheck.extract.casualties.sentence import Sentence
from factcheck.grammar.quantity.numerals import TENS, UNITS
from factcheck.grammar.text import word_set

_MALE = word_set(
    """
    man boy he him himself husband father son brother uncle nephew grandfather grandson boyfriend policeman
    businessman male gentleman schoolboy stepfather stepson serviceman cameraman fisherman gunman imam priest king
    waiter
    """
)
_FEMALE = word_set(
    """
    woman girl she her herself wife mother daughter sister aunt niece grandmother granddaughter girlfriend policewoman
    female lady schoolgirl stepmother stepdaughter actress nun waitress widow grandma mom mum queen
    """
)
_GENERIC = word_set(
    """
    man woman boy girl person victim individual he him himself she her herself teen teenager youth child kid
    adult male female suspect toddler infant baby resident one patient student passenger driver motorist pedestrian
    bystander other gunman shooter attacker body
    """
)
"""Nouns that anybody may be called by, so that two of them may mean one person."""

HIT = "killed_or_injured"
"""The effect of who was shot, hit or stabbed, with no word of what came of it."""

_AGE = re.compile(
    r",?[^\S\n]\(?(?:ages?[^\S\n]|aged[^\S\n])?(?P<age>\d{1,2})(?=\)?[,.;]|[^\S\n](?:of|was|who|and)\b)"
)
_YEARS = re.compile(
    r"\b(?P<age>\d{1,3}|[a-z]+)(?:-|[^\S\n])(?P<unit>year|yr|yo|month|week|day)s?(?:(?:-|[^\S\n])old)?", re.IGNORECASE
)
_NAME = re.compile(r"[A-Z][\w.'’-]+")
_TITLES = word_set(
    "mr mrs ms dr sgt officer deputy police lt capt detective trooper rev pastor sheikh col gen the a an his her "
    "county sheriff sheriffs chief authorities agent state new city"
)


@dataclass(slots=True)
class Person:
    """One person harmed, as far as the words tell; ``effects`` are what the article says happened to him."""

    names: frozenset[str] = frozenset()
    sex: str = ""
    age: str = ""
    noun: str = ""
    new: bool = False
    pronoun: bool = False
    owned: bool = False
    indefinite: bool = False
    effects: set[str] = field(default_factory=set)

    def may_be(self, other: Person) -> bool:
        """Whether nothing tells the two apart."""
        if self.names and other.names:
            return bool(self.names & other.names)
        if (self.sex and other.sex and self.sex != other.sex) or (self.age and other.age and self.age != other.age):
            return False
        if not (self.indefinite and other.indefinite):
            return True
        generic = self.noun in _GENERIC or other.noun in _GENERIC or not self.noun or not other.noun
        return generic or self.noun == other.noun or bool(self.names or other.names)

    def suffered(self, effect: str) -> bool:
        """Whether the effect is one that was told of this person already; who was shot may be injured or killed."""
        return effect in self.effects or (
            effect in ("injured", HIT) and bool(self.effects & {"injured", HIT}) and "killed" not in self.effects
        )

    def learn(self, other: Person) -> None:
        """Take over what another mention of the same person tells."""
        self.names |= other.names
        self.sex = self.sex or other.sex
        self.age = self.age or other.age
        if not self.noun or (self.noun in _GENERIC and other.noun):
            self.noun = other.noun


def person_of(sentence: Sentence, item: Item, *, new: bool) -> Person:
    """What a sentence tells of a single person."""
    words = sentence.words[item.figure.first : item.figure.end]
    text = sentence.text
    written = text[words[0].start : words[-1].end]
    noun = "" if item.sort == "name" else words[-1].form
    forms = [word.form for word in words]
    sex = "m" if any(form in _MALE for form in forms) else "f" if any(form in _FEMALE for form in forms) else ""
    if item.counted and any(form in _MALE for form in forms) and any(form in _FEMALE for form in forms):
        sex = ""
    years = _YEARS.search(written)
    behind = _AGE.match(text, words[-1].end)
    names = frozenset(map(_folded, _NAME.findall(written))) - _TITLES if item.sort == "name" else frozenset()
    return Person(
        names=names,
        sex=sex,
        age=_age(years["age"], years["unit"]) if years else behind["age"] if behind else "",
        noun=noun,
        new=new,
        pronoun=item.sort == "pronoun",
        owned=item.opener == "own",
        indefinite=item.counted or item.opener == "a",
    )


def _folded(name: str) -> str:
    """A name as it is compared: "Al-Sammarra'i" is "sammarrai"."""
    return _ARTICLE.sub("", name.lower()).replace("'", "").replace("’", "").rstrip(".")


_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ar|as|ash|an|az)-")


def _age(number: str, unit: str) -> str:
    """An age in years as digits; in months and less with its unit."""
    digits = (
        number if number.isdigit() else str(int(UNITS.get(number.lower(), TENS.get(number.lower(), 0))) or number)
    )
    return digits if unit.lower().startswith("y") else digits + unit.lower()


class People:
    """The persons met so far in an article."""

    def __init__(self) -> None:
        self.known: list[Person] = []

    def meet(self, person: Person, effect: str, others: Sequence[Person] = (), *, fresh: bool) -> Person:
        """Find out who is meant and remember the effect.

        ``fresh`` says that an indefinite noun brings a new person in, ``others`` who it is not.
        """
        found = None
        if not person.new:
            found = self._who(person, effect, others, fresh=fresh)
        if found is None:
            found = replace(person, effects=set())
            self.known.append(found)
        else:
            found.learn(person)
            self.known.remove(found)
            self.known.append(found)
        found.effects.add(effect)
        return found

    def _who(self, person: Person, effect: str, others: Sequence[Person], *, fresh: bool) -> Person | None:
        likely = [
            one for one in reversed(self.known) if one.may_be(person) and not any(one is other for other in others)
        ]
        sure = [one for one in likely if one.names & person.names or (person.age and one.age == person.age)]
        if sure:
            return sure[0]
        if person.owned:
            return next((one for one in likely if one.noun == person.noun), None)
        same = [] if person.indefinite and fresh else [one for one in likely if one.suffered(effect)]
        if same:
            return same[0]
        if person.indefinite:
            return None
        if person.pronoun:
            return likely[0] if likely else None
        return next(
            (one for one in likely if effect == "killed" or "killed" not in one.effects or effect == HIT), None
        )

    def only_hit(self) -> int:
        """How many were hit, told apart from all who were killed."""
        dead = [one for one in self.known if "killed" in one.effects]
        left = 0
        for person in self.known:
            if _worst(person.effects) != HIT:
                continue
            same = None if person.new else next((one for one in dead if one.may_be(person)), None)
            if same is None:
                left += 1
            else:
                dead.remove(same)
        return left

    def count(self, effect: str) -> int:
        """How many suffered the effect, and of death and wounds nothing worse."""
        if effect in ("killed", "injured", HIT):
            return sum(_worst(one.effects) == effect for one in self.known)
        return sum(effect in one.effects for one in self.known)


_RANK = ("killed", "injured", HIT, "missing", "captured", "displaced")


def _worst(effects: set[str]) -> str:
    return next((effect for effect in _RANK if effect in effects), "")
