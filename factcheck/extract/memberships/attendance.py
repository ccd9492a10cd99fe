"""Who took part together: leaders at a summit, people in a caption, signatories of a treaty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.events import EVENT, event_at, event_in
from factcheck.extract.memberships.groups import Group, group_after, group_before
from factcheck.extract.memberships.scene import COUNT, Scene, claim, count_claim, count_value
from factcheck.grammar.names import Name, names_after, names_before
from factcheck.grammar.text import word_set

_OFFICE_LINK = re.compile(
    rf"\s+(?:of|from)\s+(?:the\s+)?(?:(?P<counted>(?:the\s+)?{COUNT}\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:countries|nations|states|members))\s*(?:[–—:-]+|,|\()?\s*)?",
    re.IGNORECASE,
)
_GATHER = re.compile(
    r"\b(?:met|meet|meets|gather(?:ed|s)?|arriv(?:ed|e|es|ing)|attend(?:ed|s|ing)?|held|hold|holding|"
    r"conven(?:ed|e|ing)|began|begin|open(?:ed)?|took\s+part|take\s+part|taking\s+part|participat(?:e|ed|ing)|pos(?:e|ed|ing)|sat\s+down|came\s+together|"
    r"signed|conclud(?:ed|e)|assembled|hosted|joined|speak|stand|agreed|at|during)\b"
)
_NOT_HELD = re.compile(
    r"\b(?:will|would|could|may|might|should|not|cancel\w*|postpon\w*|boycott\w*|refus\w*|skip\w*|expected)\b|n['’]t\b"
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


_EVENT_OF = re.compile(r"\s+(?:of|between|with|among|by|attended\s+by)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$")


def _event_before(scene: Scene) -> Group | None:
    nouns = list(EVENT.finditer(scene.text, max(scene.start, scene.trigger_start - 80), scene.trigger_start))
    if not nouns or not _EVENT_OF.match(scene.text, nouns[-1].end(), scene.trigger_start):
        return None
    event = event_at(scene.text, scene.start, nouns[-1].end(), nouns[-1])
    article = re.search(r"\bthe\s+$", scene.text[max(scene.start, event.start - 5) : event.start])
    start = event.start - len(article.group()) if article else event.start
    return Group(start, event.end, scene.text[start : event.end], named=False, head=event.head)


_CAPTION_LEAD = re.compile(r"[)\]]?\s*[:,]?\s*(?:(?:[Tt]op|[Bb]ottom|[Ff]ront|[Bb]ack)(?:\s+row)?\s*:\s*)?")
_INCLUDING = re.compile(r",?\s*including,?\s*\(?$")


def captioned(scene: Scene) -> Iterator[Found]:
    """Find the people of a caption that says who stands where: "L-R: A, B and C at the gala"."""
    text = scene.text
    lead = _CAPTION_LEAD.match(text, scene.trigger_end, scene.end)
    names = names_after(text, lead.end() if lead else scene.trigger_end, scene.end)
    if len(names) < 2:
        names = names_before(text, scene.start, scene.trigger_start - 1)
        if len(names) < 2:
            return
    event = event_in(text, names[-1].mention.end, scene.end)
    if event is None:
        event = _pictured_as(scene)
    yield claim(event.text if event else "", "attendees", names)


def _pictured_as(scene: Scene) -> Group | None:
    """Return what those pictured are said to be just before "including, from left"."""
    including = _INCLUDING.search(scene.left)
    if including is None:
        return group_before(scene.text, scene.start, scene.trigger_start)
    words = scene.left[: including.start()].split()[-2:]
    called = " ".join(words)
    start = scene.start + scene.left.rfind(called, 0, including.start())
    return Group(start, start + len(called), called, named=False, head=words[-1].lower()) if called else None


_ATTENDING = re.compile(
    r"\s*,?\s*(?:(?:are|were|was|also|have|had|both)\s+)*(?:(?:pictured|seen|photographed|shown)\s+)?(?:(?:attend(?:ed|ing|s)?|during|at|pos(?:e|ed|ing)|"
    r"took\s+part|take\s+part|taking\s+part|participat(?:e|ed|ing|es)|met|meet|gather(?:ed)?|stand(?:ing)?|walk(?:ing)?|speak(?:ing)?|arriv(?:e|ed|ing)|"
    r"appear(?:ed|ing)?|sit(?:ting)?|shake\s+hands|smile|wave)\b)[^.;:]{0,60}?$"
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
    article = re.search(r"\b(?:the|a|an)\s+$", between)
    called = (
        text[event.start - len(article.group()) : event.end] if article and article.group()[0] == "t" else event.text
    )
    yield claim(called, "attendees", names)


def _are_people(names: list[Name]) -> bool:
    """Whether the list is of persons, or of countries throughout."""
    if all(name.mention.country for name in names):
        return len(names) > 2
    return not any(name.mention.is_organisation and not name.mention.is_titled for name in names)


_PACT_HEADS = word_set(
    "agreement treaty accord accords pact convention protocol charter declaration memorandum compact"
)
_SIGNERS = re.compile(
    rf"\b(?P<span>{COUNT})(?:\s+(?:\w+\s+){{0,2}}?(?:countries|nations|states|parties|governments|members))?"
    r"\s+(?:have|had|has)(?:\s+(?:now|already|also|since|so\s+far))?\s*$",
    re.IGNORECASE,
)


def signed(scene: Scene) -> Iterator[Found]:
    """Find who signed or ratified a named treaty, or how many did."""
    text = scene.text
    counted = _SIGNERS.search(text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    group = _pact(scene, described=counted is not None)
    if group is None:
        return
    relation = "ratified" if scene.word.startswith("ratif") else "signatories"
    if counted:
        yield count_claim(group, relation, counted.start("span"), counted.end("span"), count_value(counted["count"]))
        return
    names = names_before(text, max(scene.start, scene.trigger_start - 300), _before_auxiliary(scene))
    if len(names) > 1 or (names and names[0].mention.country):
        yield claim(group, relation, names)


def _before_auxiliary(scene: Scene) -> int:
    auxiliary = re.search(r"\s+(?:(?:have|has|had|both|all|also|formally|officially)\s+)+$", scene.left + " ")
    return scene.start + auxiliary.start() if auxiliary and auxiliary.group().strip() else scene.trigger_start


def _pact(scene: Scene, *, described: bool) -> str | None:
    """Return the pact behind the verb; a mere description of it will do where signatories are counted."""
    match = re.compile(r"\s+(?:on\s?to\s+|up\s+to\s+)?").match(scene.text, scene.trigger_end, scene.end)
    group = group_after(scene.text, match.end(), scene.end) if match else None
    if group is None:
        return None
    if not group.named:
        return group.text if described and group.head in _PACT_HEADS else None
    words = {word.strip("()").lower() for word in group.text.split()}
    acronym = group.mention is not None and len(group.mention.words) == 1 and group.mention.is_organisation
    return group.text if words & _PACT_HEADS or (described and acronym) else None


_AUXILIARY = re.compile(r"\s+(?:(?:have|has|had|both|all|also|reportedly)\s+)*$")
_TO_EVENT = 60
"""Code points between "attended" and the event's noun: a name or a place may stand between."""


def attending(scene: Scene) -> Iterator[Found]:
    """Find who "attended", "took part in" or was at an event, wherever in the sentence they stand."""
    text = scene.text
    if scene.word.endswith(" by"):
        names = names_after(text, scene.trigger_end, scene.end)
        event = event_in(text, max(scene.start, scene.trigger_start - 120), scene.trigger_start)
    else:
        auxiliary = _AUXILIARY.search(text, max(scene.start, scene.trigger_start - 30), scene.trigger_start)
        names = names_before(text, scene.start, auxiliary.start() if auxiliary else scene.trigger_start)
        event = event_in(text, scene.trigger_end, min(scene.end, scene.trigger_end + _TO_EVENT))
    if event is not None and len(names) > 1:
        yield claim(event.text, "attendees", names)


_PLACED = re.compile(
    r"\((?:L|R|C|left|right|cent(?:er|re)|far left|far right|[23456](?:nd|rd|th) [LR])\)", re.IGNORECASE
)


def placed(scene: Scene) -> Iterator[Found]:
    """Find the people of a caption whose places stand behind them: "A (left), B (centre) and C at the gala"."""
    text = scene.text
    names = names_after(text, scene.start, scene.end)
    if len(names) < 2 or not _PLACED.match(text, names[0].mention.end + 1, scene.end):
        return
    event = event_in(text, names[-1].mention.end, scene.end)
    yield claim(event.text if event else "", "attendees", names)
