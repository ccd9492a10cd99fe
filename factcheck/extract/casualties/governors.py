"""What governs a figure from before: a verb of harm, a toll, a noun of harm with "of", a list of the harmed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.rules import Judgement, Said, Verdict, hypothetical
from factcheck.extract.casualties.sentence import Sentence, Word
from factcheck.grammar.text import word_set

_LEFT = re.compile(
    r"""
    (?:
        (?P<verb>[KGk]|(?<=[PpCR])X(?=[DQA]))(?:
            v*(?:(?:[RD]|[DA][NECxy]{0,3}[NPpC])[,&]+|[Cp][NECxyPp]{0,3},?&){0,3}D?(?:A(?P<whole>[Nvx])o)?A?(?:r?xo?)?R?
        )
      | (?P<many>T)[^;KIGkT]{0,16}
      | (?P<noun>Y)(?:[DA][NECxy]{0,3}[NPpC][,&]+){0,2}[vD]*
      | (?P<list>[XJ]|(?<=D)K|(?<![^;,])K(?=;))[^;,KIGk]{0,3}[bu;]v*
      | (?P<rise>X)[^;KIGkTXYJ]{1,12}
    )$
    """,
    re.VERBOSE,
)
_REACH = 20
_TOLD = word_set(
    """
    includes include included to at of is was are were be reached reaches reaching hit hits passed topped tops
    exceeded exceeds stood stands from past surpassed totals totaled totalled : above crossed now
    """
)
_UNREAL = word_set(
    """
    avoid avoided risk risking without from against not prevent prevents preventing stop consider about attempted
    """
)
REAL_INFINITIVES = word_set("on used continue continued managed began started")
"""Words behind which "to kill" tells of a deed: "went on to kill"."""


def governor(sentence: Sentence, figure: Figure) -> Judgement:
    """Judge a figure by what governs it from before: "killed 12", "the toll rose to 84", "the deaths of two"."""
    begin = max(0, figure.first - _REACH)
    match = _LEFT.search(sentence.shape, begin, figure.first)
    if match is None:
        return _beside(sentence, figure, begin)
    if match["many"] or match["rise"]:
        return _toll(sentence, figure, match)
    if match["verb"]:
        beside = match.group().endswith("R") and sentence.words[figure.first].form != "both"
        return Verdict.OPEN if beside else _active(sentence, match)
    if match["noun"]:
        return _event(sentence, match)
    word = sentence.words[match.start("list")]
    one_age = figure.head == "bare" and figure.high != 1 and sentence.words[figure.first - 1].form in ("is", "was")
    described = one_age or _is_described(sentence, figure, match.start("list"))
    return Verdict.NONE if described else Said(word.effect, word.form, from_left=True)


_BESIDE = re.compile(r"(?P<verb>(?<=[bvr])K|I)(?:i[DA]*[NCPpE]{1,4}){0,2},?(?P<with>ii?|BvB|BNB|vi|Bb)[DA]?$")
_WITH = (["along", "with"], ["as", "well", "as"], ["together", "with"], ["as", "was"], ["as", "were"])


def _beside(sentence: Sentence, figure: Figure, begin: int) -> Judgement:
    """Judge a figure set beside a person harmed: "the mayor was killed along with two guards"."""
    if not sentence.shape[begin : figure.first].strip("QACNPpDv&,"):
        return Verdict.OPEN
    match = _BESIDE.search(sentence.shape, begin, figure.first)
    forms = [one.form for one in sentence.words[slice(*match.span("with"))]] if match else []
    with_others = forms == ["with"] and sentence.shape[figure.first + 1 : figure.first + 2] == "x"
    if match is None or not (with_others or forms in _WITH):
        return Verdict.OPEN
    word = sentence.words[match.start("verb")]
    return Said(word.effect, word.form, from_left=True)


def _is_described(sentence: Sentence, figure: Figure, position: int) -> bool:
    """Whether the figure only describes one of the harmed: "one of the dead was a nurse", "the victim was a cook"."""
    if (
        not figure.single
        or sentence.shape[figure.first - 1] != "b"
        or sentence.shape[figure.end : figure.end + 1] == "w"
    ):
        return False
    if sentence.words[position].form == "victims":
        return False
    if sentence.words[position].form == "victim":
        return not any(word.form in _KINDS or word.part == "y" for word in sentence.words[figure.first : figure.end])
    before = sentence.words[max(0, position - 3) : position]
    return any(word.quantity is not None and word.quantity.high == 1 for word in before)


_KINDS = word_set(
    "man woman boy girl child baby infant toddler teenager teen juvenile male female person adult youth"
)
"""Nouns that say no more of a victim than that it was a person."""


def _toll(sentence: Sentence, figure: Figure, match: re.Match[str]) -> Judgement:
    group = "many" if match["many"] else "rise"
    between = sentence.words[match.end(group) : figure.first]
    if group == "rise" and not _rises(between):
        return Verdict.OPEN
    last = between[-1].form if between else ""
    if group == "many" and last and last not in _TOLD:
        return Verdict.OPEN
    if any(word.part in "mf" or word.form in _FORECAST for word in between):
        return Verdict.NONE
    toll = sentence.words[match.start(group)]
    return Said(toll.effect, toll.form, from_left=True)


def _rises(between: Sequence[Word]) -> bool:
    """Whether a noun of harm is said to come to a number: "deaths rose to 33", "casualties reached 40"."""
    last = between[-1].form
    return last in _REACHED or (last == "to" and any(word.form in _RISEN for word in between))


_REACHED = word_set("reached hit topped passed exceeded surpassed totaled totalled numbered number")
_RISEN = word_set(
    "increased doubled rose risen rising climbed climbing grew grown increased jumped soared mounted up swelled"
)
_FORECAST = word_set("expected likely forecast predicted possibly if")


def _active(sentence: Sentence, match: re.Match[str]) -> Judgement:
    """Judge by an active verb right before the figure, unless it is passive, infinitive or denied."""
    position = match.start("verb")
    word = sentence.words[position]
    before = sentence.words[max(0, position - 4) : position]
    letters = "".join(one.part for one in before)
    forms = [one.form for one in before]
    a_noun = word.form != "murders" if word.part == "X" else word.part == "G" and letters[-1:] in ("D", "A")
    of_others = a_noun or (match["whole"] and sentence.words[match.start("whole")].form not in _WHOLES)
    if of_others or (word.part == "K" and re.search(r"b[vr]*$", letters)):
        return Verdict.OPEN
    if word.part == "K":
        if hypothetical(forms, letters) and re.search(r"[mnf][^,;&]*$", letters):
            return Verdict.NONE
    elif word.part == "k":
        if letters.endswith("t") and not (forms[-2:-1] and forms[-2] in REAL_INFINITIVES):
            return Verdict.NONE
        if re.search(r"m[vn]*$", letters):
            return Verdict.NONE
    elif forms and forms[-1] in _UNREAL:
        return Verdict.NONE
    return Said(word.effect, word.form, from_left=True)


_WHOLES = word_set("total number group crowd family minimum maximum further additional combined estimated team gang")
"""Nouns with "of" between a verb and the count of its victims: "killed a total of nine"."""


def _event(sentence: Sentence, match: re.Match[str]) -> Judgement:
    position = match.start("noun")
    forms = [word.form for word in sentence.words[max(0, position - 3) : position]]
    if any(form in ("attempted", "threatened", "planned", "possible", "potential") for form in forms):
        return Verdict.NONE
    word = sentence.words[position]
    if word.form in ("lives of", "life of") and not any(form in _CLAIMED for form in forms):
        return Verdict.NONE
    if word.effect == "captured" and any(form in _DEMANDED for form in forms):
        return Verdict.NONE
    return Said(word.effect, word.form, from_left=True)


_DEMANDED = word_set(
    "demand demands demanded demanding seek seeks sought seeking for call calls called calling urged"
)
_CLAIMED = word_set(
    """
    claimed claiming claims claim cost costing costs took taken taking takes lost ended ending
    """
)
_SPARED = word_set(
    """
    save saved saving saves spared prevent prevented preventing avoid avoided avoiding avert averted rescued
    """
)


def counted(sentence: Sentence, figure: Figure) -> Judgement:
    """Judge a figure whose noun phrase names the harm: "750 deaths", "claimed 49 lives", "12 injured people"."""
    before = sentence.words[max(0, figure.first - 5) : figure.first]
    forms = [word.form for word in before]
    letters = "".join(word.part for word in before)
    behind = sentence.words[figure.end : figure.end + 5]
    forms_behind = [word.form for word in behind]
    if figure.head == "lives":
        claimed = any(form in _CLAIMED for form in (*forms, *forms_behind))
        return Said("killed", "lives") if claimed and not hypothetical(forms, letters) else Verdict.NONE
    unreal = hypothetical(forms, letters) and figure.high != 0
    of_one = figure.by in ("injury", "injuries") and "F" in letters
    spared = any(form in _SPARED for form in (*forms, *forms_behind))
    rate = bool(behind) and (behind[0].form == "per" or behind[0].part == "m")
    return Verdict.NONE if unreal or of_one or spared or rate else Said(figure.effect, figure.by)
