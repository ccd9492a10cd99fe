"""Who took part together: leaders at a summit, those who attended a meeting, guests that a forum brought together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.events import EVENT, event_at, event_in
from factcheck.extract.memberships.groups import Group
from factcheck.extract.memberships.scene import COUNT, Scene, are_countries, claim, count_value
from factcheck.grammar.names import Name, names_after, names_before
from factcheck.grammar.names.lexicon import ROLE_PLURALS

_OFFICE_LINK = re.compile(
    rf"\s+(?:of|from)\s+(?:the\s+)?(?:(?P<counted>(?:the\s+)?{COUNT}\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:countries|nations|states|members))\s*(?:[–—:-]+|,|\()?\s*)?",
    re.IGNORECASE,
)
_GATHER = re.compile(
    r"\b(?:met|meet|meets|gather(?:ed|s)?|arriv(?:ed|e|es|ing)|attend(?:ed|s|ing)?|held|hold|holding|"
    r"conven(?:ed|e|ing)|began|begin|open(?:ed)?|took\s+part|take\s+part|taking\s+part|participat(?:e|ed|ing)|"
    r"pos(?:e|ed|ing)|sat\s+down|came\s+together|signed|conclud(?:ed|e)|assembled|hosted|joined|"
    r"speak|stand|agreed|at|during)\b"
)
_NOT_HELD = re.compile(
    r"\b(?:will|would|could|may|might|should|not|cancel\w*|postpon\w*|boycott\w*|refus\w*|skip\w*|"
    r"expected)\b|n['’]t\b"
)


def leaders(scene: Scene) -> Iterator[Found]:
    """Find those whose leaders met: "the presidents of A and B held a meeting", "a summit of the leaders of A"."""
    text = scene.text
    link = _OFFICE_LINK.match(text, scene.trigger_end, scene.end)
    if link is None:
        return
    names = names_after(text, link.end(), scene.end, offices=True)
    if len(names) < 2 or not all(_is_party(name) for name in names):
        return
    behind = names[-1].mention.end
    gathered = _GATHER.search(text, behind, min(scene.end, behind + 120))
    event: Group | None = None
    if gathered and not _NOT_HELD.search(text, behind, gathered.start()):
        event = event_in(text, gathered.end(), scene.end)
    if event is None:
        event = _event_before(scene)
    if event is not None:
        stated = count_value(link["count"]) if link["counted"] else None
        yield claim(event.text, "attendees", names, stated)


def _is_party(name: Name) -> bool:
    return (
        name.mention.country is not None
        or name.mention.is_organisation
        or name.mention.name_start > name.mention.start
    )


_EVENT_OF = re.compile(r"\s+(?:of|with|among|by|attended\s+by)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$")


def _event_before(scene: Scene) -> Group | None:
    nouns = list(EVENT.finditer(scene.text, max(scene.start, scene.trigger_start - 80), scene.trigger_start))
    if not nouns or not _EVENT_OF.match(scene.text, nouns[-1].end(), scene.trigger_start):
        return None
    return event_at(scene.text, scene.start, nouns[-1].end(), nouns[-1])


_ATTENDING = re.compile(
    r"(?:\s+(?:of|from)\s+[^,.;]{1,40}?)?\s*,?\s*(?:(?:are|were|was|also|have|had|both)\s+){0,3}"
    r"(?:(?:pictured|seen|photographed|shown)\s+)?(?:(?:attend(?:ed|ing|s)?|during|at|pos(?:e|ed|ing)|"
    r"took\s+part|take\s+part|taking\s+part|participat(?:e|ed|ing|es)|met|meet|gather(?:ed)?|"
    r"stand(?:ing)?|walk(?:ing)?|speak(?:ing)?|arriv(?:e|ed|ing)|appear(?:ed|ing)?|sit(?:ting)?|"
    r"shake\s+hands|smile|wave)\b)[^.;:]{0,60}?$"
)
_LEAD = re.compile(r"(?:(?:FILE\s*[-–—]|File photo:?|From left,?|In this [^,]{1,40},)\s*)?")


def attended(scene: Scene) -> Iterator[Found]:
    """Find the people that open a sentence and attend an event: "A, B and C during the X welcoming ceremony"."""
    text = scene.text
    noun = EVENT.match(text, scene.trigger_start, scene.end)
    if noun is None:
        return
    event = event_at(text, scene.start, scene.end, noun)
    lead = _LEAD.match(text, scene.start, event.start)
    names = names_after(text, lead.end() if lead else scene.start, event.start)
    if len(names) < 2 or not _are_people(names):
        return
    behind = names[-1].mention.end
    between = text[behind : event.start]
    if _NOT_HELD.search(between) or "sidelines" in between or not _ATTENDING.fullmatch(between):
        return
    yield claim(event.text, "attendees", names)


def _are_people(names: list[Name]) -> bool:
    """Whether the list is of persons, or of countries throughout."""
    if are_countries(names):
        return len(names) > 2
    return not any(name.mention.is_organisation and not name.mention.is_titled for name in names)


_AUXILIARY = re.compile(
    r"(?:\s+(?:was|were|are|is)\s+(?:also\s+)?among\s+(?:those|the\s+\w+)\s+who)?"
    r"\s+(?:(?:have|has|had|both|all|also|reportedly)\s+){0,3}$"
)
_TO_EVENT = 60
"""Code points between "attended" and the event's noun: a name or a place may stand between."""
_WERE = re.compile(r"[^.;:]{0,40}?\s(?:were|are|was|include|included)\s+")


def attending(scene: Scene) -> Iterator[Found]:
    """Find who "attended", "took part in" or was at an event, wherever in the sentence they stand."""
    text = scene.text
    if scene.is_unreal:
        return
    if scene.word.endswith(" by"):
        names = names_after(text, scene.trigger_end, scene.end)
        event = event_in(text, max(scene.start, scene.trigger_start - 120), scene.trigger_start)
    else:
        event = event_in(text, scene.trigger_end, min(scene.end, scene.trigger_end + _TO_EVENT))
        names = _before(scene) or (_behind(scene, event) if event else [])
    if event is not None and len(names) > 1:
        yield claim(event.text, "attendees", names)


_OF_OFFICE = re.compile(r"\b(?P<office>\w+)\s+(?:from|of)\s+(?:the\s+)?$")


def _before(scene: Scene) -> list[Name]:
    edge = _AUXILIARY.search(scene.text, max(scene.start, scene.trigger_start - 50), scene.trigger_start)
    end = edge.start() if edge else scene.trigger_start
    names = names_before(scene.text, scene.start, end, governed=True, offices=True)
    office = (
        _OF_OFFICE.search(scene.text, max(scene.start, names[0].item_start - 40), names[0].item_start)
        if names
        else None
    )
    if office is not None and office["office"].lower() in ROLE_PLURALS:
        return names
    return names_before(scene.text, scene.start, end, offices=True)


def _behind(scene: Scene, event: Group) -> list[Name]:
    """Who "were" at the event that opens the sentence ("Also attending the summit were A and B")."""
    were = _WERE.match(scene.text, event.end, scene.end)
    return names_after(scene.text, were.end(), scene.end) if were else []


_OFFICES = re.compile(r"\s+(?:the\s+)?(?P<office>[\w-]+(?:\s+[\w-]+){0,3}?)(?:\s+of\s+|\s+from\s+)(?:the\s+)?")


def brought(scene: Scene) -> Iterator[Found]:
    """Find whom an event "brings together": persons, or those whose leaders came."""
    text = scene.text
    event = event_in(text, max(scene.start, scene.trigger_start - 80), scene.trigger_start)
    office = _OFFICES.match(text, scene.trigger_end, scene.end)
    by_office = office is not None and bool(ROLE_PLURALS & set(office["office"].lower().split()))
    names = names_after(
        text, office.end() if office and by_office else scene.trigger_end, scene.end, offices=by_office
    )
    if event is not None and len(names) > 1:
        yield claim(event.text, "attendees", names)
