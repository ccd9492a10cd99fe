"""Words that tell of harm only in the right company: "released", "victims", "hospitalized", "buried", "fled"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.rules import Said
from factcheck.extract.casualties.sentence import Sentence
from factcheck.grammar.text import word_set

_CAPTIVITY = re.compile(
    r"\b(?:hostage|captiv|captor|abduct|kidnap|ransom|prisoners? of war|"
    r"gunm[ae]n\b|militants?\b|rebels?\b|insurgents?\b)",
    re.IGNORECASE,
)
_WAR = re.compile(
    r"\b(?:hostage|captiv|abduct|kidnap|prisoner|soldier|troop|rebel|army|war|fighter|militia|insurgent|battle|pirate|hijack)",
    re.IGNORECASE,
)
_VIOLENCE = re.compile(
    r"\b(?:kill|dead|died|dies|death|injur|wound|shot|shoot|gun|stabb|attack|blast|explo|crash|collaps|fire|quake|bomb|murder|flood|"
    r"collision|derail|sank|sink|capsiz|toll|hurt|hit)",
    re.IGNORECASE,
)
_ACCIDENT = re.compile(
    r"\b(?:wound|shoot|shot|gun|stabb|attack|blast|explo|crash|collaps|\w*quake|bomb|collision|collided|overturn|derail|capsiz|storm|"
    r"injur|fell|fall|skid|slid|rescue)",
    re.IGNORECASE,
)
_OTHER_VICTIMS = re.compile(
    r"\b(?:abus\w*|fraud\w*|scam\w*|hack\w*|breach\w*|rap(?:e|ed|es|ist)|harass\w*|traffick\w*|scheme|cyber\w*|data|theft|sexual\w*|"
    r"phishing|stolen|robb\w+|blackmail|extort\w*|identity)\b",
    re.IGNORECASE,
)
_DISEASE = re.compile(
    r"\b(?:\w*virus|covid\S*|outbreaks?|epidemic|pandemic|infect\w+|measles|cholera|ebola|influenza|flu|diseases?|vaccin\w+|dengue|"
    r"malaria|tested positive|symptoms|pneumonia|sars\S*)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:rubble|debris|mud\w*|landslides?|avalanches?|snow|collaps\w+|\w*quake|earth|under|beneath|slide|lava|ash|wreckage|alive|mine|"
    r"believed|feared)\b",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?:homes?|houses?|villages?|city|country|fighting|violence|region|area|refuge\w*|camps?|border|war|floods?|fires?|storm|town)\b",
    re.IGNORECASE,
)
_ESCAPED = re.compile(
    r"\bfle(?:d|e|es|eing)\s(?:from\s)?(?:the\s|in\s|a\s)?(?:the\s)?"
    r"(?:scene|police|officers|car|vehicle|on foot|shop|store)|gunm[ae]n|suspects?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:hit|struck)\s(?:\w+\s)?(?:in\sthe\s(?:\w+\s)?(?:head|face|neck|back|chest|torso|abdomen|stomach|arm|leg|hand|foot|shoulder|"
    r"hip|thigh|knee|buttocks|ankle)|by\s(?:\w+\s)?(?:bullets?|gunfire|shrapnel|pellets))",
    re.IGNORECASE,
)
_NEAR = 600
"""Code points on either side that count as company; about a paragraph."""

_CARE = re.compile(
    r"\b(?:hospital|scene|medic|paramedic|injur|burn|smoke|wound|doctor|clinic|shock|hypothermia|ambulance)",
    re.IGNORECASE,
)
_TO_CARE = re.compile(
    r"\b(?:taken|transported|rushed|flown|brought|transferred|driven|sent|airlifted|scene)\sto\s(?:[\w.'’-]+\s){0,6}?"
    r"(?:hospitals?|medical|trauma|clinics?|infirmary|emergency)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:sen[dt]|sends|sending|took|taken|taking|rush\w*|transport\w*|airlift\w*|flown|carried)\b", re.IGNORECASE
)
_SENTENCED = re.compile(r"\b(?:sentenc|condemn)", re.IGNORECASE)
_CROWD = 10


def holds(sentence: Sentence, figure: Figure, said: Said) -> bool:
    """Whether the words that said the effect mean it in this company."""
    gate = _GATES.get(said.by)
    return gate is None or gate(sentence, figure)


def _among_captors(sentence: Sentence, figure: Figure) -> bool:
    if sentence.words[figure.end - 1].form in _CAPTORS:
        return False
    return _CAPTIVITY.search(_near(sentence, figure)) is not None


_CAPTORS = word_set("hijackers kidnappers captors abductors suspects gunmen terrorists prisoners inmates detainees")
"""Whom a release does not set free from captivity, but from arrest."""


def _at_war(sentence: Sentence, figure: Figure) -> bool:
    if sentence.words[figure.end - 1].form in _CAPTORS:
        return False
    return _WAR.search(_near(sentence, figure)) is not None


def _are_victims(sentence: Sentence, figure: Figure) -> bool:
    if figure.high == 1.0 and not figure.single:
        return False
    return bool(_VIOLENCE.search(_near(sentence, figure))) and not _OTHER_VICTIMS.search(_near(sentence, figure, 200))


def _in_violence(sentence: Sentence, figure: Figure) -> bool:
    return _VIOLENCE.search(_near(sentence, figure)) is not None


def _are_hurt(sentence: Sentence, figure: Figure) -> bool:
    near = _near(sentence, figure)
    return _ACCIDENT.search(near) is not None or _DISEASE.search(near) is None


def _were_treated(sentence: Sentence, figure: Figure) -> bool:
    if figure.head == "effect":
        return True
    return _CARE.search(_whole(sentence)) is not None and _are_hurt(sentence, figure)


def _were_taken_to_care(sentence: Sentence, _: Figure) -> bool:
    return _TO_CARE.search(_whole(sentence)) is not None


def _were_forced(sentence: Sentence, figure: Figure) -> bool:
    return any(word.form.startswith(_FORCED) for word in sentence.words[max(0, figure.first - 5) : figure.first])


_FORCED = ("forc", "caus", "prompt", "compel", "order", "drove", "driv")


def _under_something(sentence: Sentence, _: Figure) -> bool:
    return _UNDER.search(_whole(sentence)) is not None


def _were_sent(sentence: Sentence, _: Figure) -> bool:
    return _SENT.search(_whole(sentence)) is not None


def _not_sentenced(sentence: Sentence, _: Figure) -> bool:
    return _SENTENCED.search(_whole(sentence)) is None


def _fled_home(sentence: Sentence, figure: Figure) -> bool:
    if figure.single:
        return False
    bound = figure.low if figure.low is not None else figure.high or 0
    return bound >= _CROWD or (_HOME.search(_whole(sentence)) is not None and not _ESCAPED.search(_whole(sentence)))


def _near(sentence: Sentence, figure: Figure, reach: int = _NEAR) -> str:
    return sentence.text[max(0, figure.start - reach) : figure.stop + reach]


def _whole(sentence: Sentence) -> str:
    return sentence.text[sentence.words[0].start : sentence.words[-1].end]


def _are_persons(sentence: Sentence, figure: Figure) -> bool:
    return figure.head == "person" or (figure.head == "bare" and _BODY.search(_whole(sentence)) is not None)


def _not_a_try(sentence: Sentence, figure: Figure) -> bool:
    """Whether "shot" is no noun: "another shot", "in one shot"."""
    following = sentence.words[figure.end : figure.end + 1]
    return not (figure.head == "bare" and figure.high == 1.0 and following and following[0].form == "shot")


_Gate = Callable[[Sentence, Figure], bool]


def _table(rows: Mapping[str, _Gate]) -> Mapping[str, _Gate]:
    return {word.strip(): gate for words, gate in rows.items() for word in words.split("|")}


_GATES = _table(
    {
        "freed|released|free|release|frees|releases|freeing|releasing|seized|seizing|release of|handed over|"
        "still held|still being held": _among_captors,
        "captured|capturing|captures|capture of": _at_war,
        "victim|victims": _are_victims,
        "remains of": _in_violence,
        "hospitalised|hospitalized|hospitalizations|hospitalisations|condition|injury|in intensive care|"
        "on life support|admitted to hospital|taken to hospital|treated for|treated at|"
        "treated in hospital": _are_hurt,
        "buried|burying|buries": _under_something,
        "to evacuate|to flee|to leave their homes": _were_forced,
        "are in hospital|were in hospital|are in the hospital|were in the hospital": _are_hurt,
        "treated": _were_treated,
        "taken to|transported to|rushed to|flown to|brought to|transferred to|driven to|sent to|airlifted to|"
        "transported from the scene to|taken from the scene to": _were_taken_to_care,
        "to the hospital|to hospital|to a hospital|to hospitals|for treatment|to a local hospital|to local hospitals|"
        "to an area hospital|to area hospitals|to a nearby hospital|to nearby hospitals": _were_sent,
        "to death": _not_sentenced,
        "fled|flee|flees|fleeing": _fled_home,
        "hit|hits|hitting|struck|strikes|striking": _are_persons,
        "shot": _not_a_try,
    }
)
"""The words that need company, and who must keep it."""
