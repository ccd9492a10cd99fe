"""From a sentence to its casualty counts: each figure judged alone, then lists and sub-counts among themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.casualties.descriptions import describes, is_age, is_of_another
from factcheck.extract.casualties.figures import Figure, figures
from factcheck.extract.casualties.gates import holds
from factcheck.extract.casualties.governors import counted, governor
from factcheck.extract.casualties.lexicon import TRIGGER_WORDS
from factcheck.extract.casualties.rules import Judgement, Said, Verdict, lives, predicate
from factcheck.extract.casualties.sentence import Sentence
from factcheck.grammar.text import word_set

_STRICT = frozenset({"missing", "displaced", "captured", "killed_or_injured"})
"""Effects whose words are said of things as well: a noun that only ends like a person's is not enough."""

_OF_PERSONS = frozenset(
    word
    for word, tag in TRIGGER_WORDS.items()
    if tag[:1] in "KkGIYJ"
    and word not in ("hurt", "hurts", "hurting", "burned", "burnt", "executed", "execution of", "loss of")
    and (
        tag.endswith((" killed", " injured"))
        or word.startswith(("abduct", "kidnap", "stab", "taken hostage", "held hostage", "shot and"))
    )
)
"""Words said of persons and animals alone, whose victims may be called anything: "six exiles were murdered"."""


def counts(sentence: Sentence) -> Iterator[tuple[Figure, str]]:
    """Yield each figure that counts persons harmed, with the effect."""
    for figure, said in harmed(sentence, list(figures(sentence))):
        yield figure, said.effect


def harmed(sentence: Sentence, found: list[Figure]) -> Iterator[tuple[Figure, Said]]:
    """Yield those of a sentence's figures, in text order, whose persons were harmed, with what says so."""
    judged = [_judge(sentence, figure) for figure in found]
    _inherit_forward(sentence, found, judged)
    _inherit_backward(sentence, found, judged)
    for figure, judgement in zip(found, judged, strict=True):
        if isinstance(judgement, Said) and not describes(sentence, figure, judgement):
            said = _held(sentence, figure, judgement)
            if said is not None:
                yield figure, said


def _held(sentence: Sentence, figure: Figure, said: Said) -> Said | None:
    """What was said of a figure if it holds in its company, else what its own noun of harm says, if that does."""
    if holds(sentence, figure, said):
        return said
    own = Said(figure.effect, figure.by)
    return own if figure.head == "effect" and own != said and holds(sentence, figure, own) else None


def _judge(sentence: Sentence, figure: Figure) -> Judgement:
    said = _judge_alone(sentence, figure)
    return Verdict.OPEN if said is Verdict.NONE and _is_part(sentence, figure) else said


_IS_PERSON = re.compile(r"(?:o[wR])?b[vDA]*[NCEx]*[Pp]")


def _is_part(sentence: Sentence, figure: Figure) -> bool:
    """Whether persons counted before are told apart: "ten were killed, of whom four were children"."""
    of_whom = sentence.shape[max(0, figure.first - 2) : figure.first] == "ow" or sentence.shape.startswith(
        "ow", figure.first + 1
    )
    return of_whom and _IS_PERSON.match(sentence.shape, figure.end) is not None


def _judge_alone(sentence: Sentence, figure: Figure) -> Judgement:
    if figure.high == 0:
        return _none(sentence, figure)
    if figure.head == "thing" or _counts_nobody_else(sentence, figure):
        return Verdict.NONE
    said = Verdict.NONE if is_of_another(sentence, figure) else predicate(sentence, figure)
    if figure.head in ("effect", "lives") or figure.effect:
        return _named_harm(sentence, figure, said)
    governed = _is_governed(sentence, figure)
    if governed or not isinstance(said, Said):
        led = governor(sentence, figure)
        killed = isinstance(led, Said) and led.effect == "killed"
        said = led if said is Verdict.OPEN or (governed and (killed or not isinstance(said, Said))) else said
    return Verdict.NONE if isinstance(said, Said) and not _suits(figure, said) else said


def _counts_nobody_else(sentence: Sentence, figure: Figure) -> bool:
    return _is_whole(sentence, figure) or _is_both_of_subject(sentence, figure) or is_age(sentence, figure)


def _suits(figure: Figure, said: Said) -> bool:
    """Whether a noun that may not name persons is said to be harmed by a word for persons."""
    if figure.head == "plural":
        return said.by in _OF_PERSONS
    return figure.head != "weak" or said.effect not in _STRICT or said.by in _OF_PERSONS


def _named_harm(sentence: Sentence, figure: Figure, said: Judgement) -> Judgement:
    """Judge by the noun of harm itself, unless a verb says more of it: "two of the wounded died"."""
    led = governor(sentence, figure)
    if led is Verdict.NONE:
        return led
    told = led if isinstance(led, Said) and not isinstance(said, Said) else said
    own = counted(sentence, figure)
    if isinstance(own, Said) and own.effect == "killed_or_injured" and _are_told_of(sentence, figure):
        own = Said("injured", own.by, own.from_left)
    if not (isinstance(told, Said) and isinstance(own, Said)) or figure.head == "lives":
        return own
    more = told.effect == "killed" or (
        figure.effect == "killed_or_injured" and told.effect not in ("displaced", figure.effect)
    )
    return told if more else own


def _are_told_of(sentence: Sentence, figure: Figure) -> bool:
    """Whether the victims themselves, and not some of them, are said to live."""
    return "o" not in sentence.shape[max(0, figure.first - 3) : figure.first] and lives(sentence, figure, figure.end)


def _is_governed(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure stands right behind its governing word, so that a verb behind it has another subject."""
    return sentence.shape[max(0, figure.first - 1) : figure.first] in ("K", "G", "Y")


def _is_whole(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure is the whole that another is a part of: "one of his two companions"."""
    return sentence.shape[max(0, figure.first - 4) : figure.first].endswith(("QoD", "QoDx"))


def _is_both_of_subject(sentence: Sentence, figure: Figure) -> bool:
    """Whether "both" only repeats a subject named before: "the pilot and his mate were both killed"."""
    return sentence.words[figure.first].form == "both" and sentence.shape[
        max(0, figure.first - 1) : figure.first
    ] in ("b", "h")


_NO_REPORTS = re.compile(r"0[NEv]{0,3}[NE]oD?(?P<noun>X)")
_NO_LIVES = re.compile(r"0v?(?:Yl|YN|l(?=[bh]{1,3}N))")
_NO_NOUN = re.compile(r"0(?:[NE]{1,3}(?:,N)?,?&)?[xNEvCpr]{0,4}(?P<noun>[XJK])(?:[&,]+[xNEv]{0,2}(?P<second>[XJK]))?")


def _none(sentence: Sentence, figure: Figure) -> Judgement:
    """Judge "no", "nobody", "none": nouns of harm right behind, or a predicate."""
    reports = _NO_REPORTS.match(sentence.shape, figure.first)
    if reports and sentence.words[sentence.shape.rindex("o", 0, reports.start("noun")) - 1].form in (
        "report",
        "reports",
        "word",
    ):
        word = sentence.words[reports.start("noun")]
        return Said(word.effect, word.form)
    if _NO_LIVES.match(sentence.shape, figure.first):
        return Said("killed", "no")
    noun = _NO_NOUN.match(sentence.shape, figure.first)
    if noun and sentence.words[figure.first].form in ("no", "zero", "without"):
        effects = {sentence.words[noun.start(group)].effect for group in ("noun", "second") if noun[group]}
        return Said(effects.pop() if len(effects) == 1 else "killed_or_injured", "no")
    if figure.head == "thing" or sentence.words[figure.first].form == "without":
        return Verdict.NONE
    said = predicate(sentence, figure)
    if not isinstance(said, Said) and _is_governed(sentence, figure):
        said = governor(sentence, figure)
    return said if isinstance(said, Said) and _suits(figure, said) else Verdict.NONE


_JOINS = re.compile(
    r"(?:,u[NCPpDE&]{1,6}(?=,))?(?:[io](?:[DA]*[NCPpEgvxqy]{1,5}(?:,C+)?)){0,2}(?:w[^,;d]{1,8}(?=,))?(?:,?[&v,]{1,3}|d|,?u|,?ui|,[v]*[wR]?)(?:D|v|AN?o)*"
)
"""What stands between two figures of one list, or between a figure and its sub-count."""


_SUB_COUNT = re.compile(r"u(?:[DA][NECPpxy]{1,4}[,&]+){0,2}[vDi]{0,2}$|(?:Rb|Bb)v?$|,ow$")
"""What stands before a sub-count or an echo: "including", "among them"; "they were two men", "as were seventeen"."""


_ADDING = (("along", "with"), ("as", "well", "as"), ("together", "with"), ("plus",))


def _joined(sentence: Sentence, first: Figure, second: Figure) -> bool:
    gap = sentence.shape[first.end : second.first]
    return len(gap) <= 14 and (_JOINS.fullmatch(gap) is not None or _adds(sentence, first, second))


def _adds(sentence: Sentence, first: Figure, second: Figure) -> bool:
    """Whether the second figure is added to the first: "two policemen were hurt, along with nine rebels"."""
    last = second.first - (sentence.shape[second.first - 1] in "Dv")
    return any(
        tuple(word.form for word in sentence.words[max(first.end, last - len(words)) : last]) == words
        for words in _ADDING
    )


def _inherit_forward(sentence: Sentence, found: list[Figure], judged: list[Judgement]) -> None:
    """Lend a figure's effect to those that go on its list: "fourteen civilians, five soldiers and one guard"."""
    for index in range(1, len(found)):
        before = judged[index - 1]
        if judged[index] is not Verdict.OPEN or not isinstance(before, Said):
            continue
        if (
            found[index].high != 0
            and found[index - 1].high != 0
            and _follows(sentence, found[index - 1], found[index])
        ):
            judged[index] = before


def _follows(sentence: Sentence, first: Figure, second: Figure) -> bool:
    """Whether the second figure goes on the first one's list, or counts a part of it."""
    if second.single and second.head == "bare" and sentence.words[second.first].form == "another":
        return False
    if sentence.shape[second.first + 1 : second.first + 3] in _ELLIPTIC or _corrects(sentence, first, second):
        return True
    return _SUB_COUNT.search(sentence.shape[first.end : second.first]) is not None or _joined(sentence, first, second)


_CORRECTED = word_set(
    """
    revised corrected lowered raised cut reduced updated increased amended changed
    """
)


def _corrects(sentence: Sentence, first: Figure, second: Figure) -> bool:
    """Whether the second figure stands for the first or sums it up: "14 dead was later corrected to 11"."""
    between = [word.form for word in sentence.words[first.end : second.first]]
    if second.head != "bare" or between[-1:] not in (["to"], ["from"]):
        return False
    return not _CORRECTED.isdisjoint(between) or between[-2:-1] in (["total"], ["tally"], ["count"])


_ELLIPTIC = frozenset({"oR", "ow", "xi", "x;"})
"""Behind a count, what leaves its noun and verb to the count before: "ten of them", "nine more in a raid"."""


def _inherit_backward(sentence: Sentence, found: list[Figure], judged: list[Judgement]) -> None:
    """Lend a predicate's effect to the subjects before: "three girls and a boy were hospitalized"."""
    chained: set[int] = set()
    for index in range(len(found) - 2, -1, -1):
        after = judged[index + 1]
        if judged[index] is not Verdict.OPEN or not isinstance(after, Said) or after.from_left:
            continue
        gap = sentence.shape[found[index].end : found[index + 1].first]
        listed = "&" in gap or index + 1 in chained
        if found[index + 1].high != 0 and listed and _joined(sentence, found[index], found[index + 1]):
            judged[index] = after
            chained.add(index)
