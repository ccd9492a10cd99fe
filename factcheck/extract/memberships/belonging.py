"""Who belongs to a group, joins it or leaves it: "A, a member of X", "A joined X", "A left X for Y", "27-nation X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Found
from factcheck.extract.memberships.composition import relation_of
from factcheck.extract.memberships.groups import GROUP_NOUNS, Group, group_after, group_before
from factcheck.extract.memberships.scene import COUNT, Scene, claim, count_claim, count_value
from factcheck.grammar.names import Name, mentions, names_after, names_before
from factcheck.grammar.names.lexicon import word_set

_OFFICES = word_set(
    """
    parliament congress house senate knesset bundestag duma legislature cabinet staff government public parliaments
    commons lords assembly diet riksdag rada majlis folketing storting crew administration
    """
)
"""Bodies whose membership is an office."""
_NOT_JOINED = word_set(
    """
    university college school academy hospital company corporation corp inc bank department ministry times post
    news journal court office administration government airport hotel house hall museum library church stadium army
    navy police street road park tower theatre theater studios records pictures entertainment games programme program
    service services herald press tribune magazine island state city county united republic kingdom airlines group
    cup series war
    """
)
"""Heads of bodies that one works for, studies at or walks out of, rather than belongs to."""
_EMPLOYERS = word_set(
    "nbc cnn bbc abc cbs msnbc fox itv espn npr pbs sky afp ap upi cnbc ibm nasa fbi cia kgb mit ucla mtv hbo usa us uk"
)
_UNREAL = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|can|cannot|to|not|never|refused?|refuses|plans?|wants?|hopes?|if|"
    r"whether|without|before|formally\s+apply|likely|until|unless|against|threaten(?:s|ed)?|consider(?:s|ed|ing)?|"
    r"let)\s+(?:\w+\s+){0,2}$|n['’]t\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Words that make a joining or leaving merely planned, possible or denied."""
_ADVERB = (
    r"(?:\s+(?:has|have|had|also|both|all|each|later|then|subsequently|officially|formally|recently|first|finally|"
    r"eventually|briefly|since|just|once|again|already|previously|who|which|reportedly|respectively|originally|"
    r"unilaterally|abruptly|soon|now|initially|quickly|did|actually|never\s+formally))"
)
_ADVERBS_AT_END = re.compile(rf"{_ADVERB}{{0,4}}\s*$")
_PROCESS = re.compile(
    r"\s+(?:is|was|are|were|has\s+been|had\s+been)\s+(?:now\s+|officially\s+|formally\s+|currently\s+)?"
    r"(?:in\s+the\s+process\s+of\s+)?$"
)


def _is_joinable(group: Group, *, strict: bool = False) -> bool:
    """Whether one can belong to it; ``strict`` leaves only what cannot be walked out of as a building can."""
    head = group.head.strip(".")
    if not group.named:
        return head in GROUP_NOUNS
    if group.mention is None:
        return head in GROUP_NOUNS
    if group.mention.country is not None and group.mention.country != "SUHH":
        return False
    words = {word.lower() for word in group.mention.words}
    if head in _NOT_JOINED | _OFFICES or words & _EMPLOYERS or head in _EMPLOYERS:
        return head in _KEPT_HEADS
    if strict and not (head in GROUP_NOUNS or group.mention.words[-1].isupper() or words & _BODIES):
        return False
    return head in GROUP_NOUNS or group.mention.is_organisation


_KEPT_HEADS = frozenset({"agreement", "treaty", "group"})
_BODIES = word_set(
    """
    union league association alliance council organization organisation treaty nations society party commission
    committee community confederation federation coalition forum conference club pact accord agreement convention
    partnership commonwealth fellowship movement band federation network
    """
)


def _subject(text: str, start: int, end: int) -> list[Name]:
    """The names that are the verb's subject: right before it, behind adverbs, "who", or an apposition."""
    start = max(start, end - 400)
    adverbs = _ADVERBS_AT_END.search(text, start, end)
    edge = adverbs.start() if adverbs else end
    names = _up_to(text, start, edge)
    if names or text[edge - 1 : edge] != ",":
        return names
    comma = text.rfind(",", start, edge - 1)
    while comma >= 0 and edge - comma < 160:
        if _describes(text[comma + 1 : edge - 1]):
            return names_before(text, start, comma)
        comma = text.rfind(",", start, comma)
    return []


def _up_to(text: str, start: int, edge: int) -> list[Name]:
    """The names that end at the edge, a comma or a closing bracket between them aside."""
    trimmed = text[start:edge].rstrip()
    end = start + len(trimmed)
    if trimmed.endswith(")"):
        end = start + max(0, trimmed.rfind("("))
    names = names_before(text, start, end)
    if names or not trimmed.endswith(","):
        return names
    return names_before(text, start, end - 1)


def _describes(between: str) -> bool:
    """Whether the words between two commas say who somebody is ("a former minister", "who was 45", "45")."""
    words = between.split()
    return bool(words) and (
        words[0].lower() in _DESCRIBING or words[0].isdigit() or words[0].lower() in _ROLE_OPENERS
    )


_DESCRIBING = word_set("a an the who which his her their its one former then also born aged formerly himself")
_ROLE_OPENERS = word_set("president chairman leader founder singer guitarist drummer bassist minister director")


def moved(scene: Scene) -> Iterator[Found]:
    """Find who joined or left what: "A and B joined X", "A left X for Y", "A is leaving X"."""
    text, verb = scene.text, scene.word
    if _UNREAL.search(text, max(scene.start, scene.trigger_start - 50), scene.trigger_start):
        return
    gone = not verb.startswith(("join", "rejoin", "acced", "enter"))
    edge = scene.trigger_start
    if verb.endswith("ing"):
        process = _PROCESS.search(text, max(scene.start, edge - 60), edge)
        if process is None:
            return
        edge = process.start()
    link = _MOVE_LINK.match(text, scene.trigger_end, scene.end)
    group = group_after(text, link.end() if link else scene.trigger_end, scene.end)
    if group is None or (verb.startswith(("withdr", "acced")) and link is None):
        return
    onwards = _ONWARDS.match(text, group.end, scene.end) if gone else None
    goal = group_after(text, onwards.end(), scene.end) if onwards else None
    playing = gone and goal is not None and goal.named and group.named and group.mention is not None
    if not (_is_joinable(group, strict=gone) or (playing and _in_music(scene))):
        return
    names = _subject(text, scene.start, edge)
    if not names:
        return
    yield claim(group.text, "former members" if gone else "joined", names)
    if goal is not None and goal.named and (playing or _is_joinable(goal)):
        yield claim(goal.text, "joined", names)


_MOVE_LINK = re.compile(r"\s+(?:from|to|with|up\s+with|as\s+\w+\s+of)\b")
_ONWARDS = re.compile(r"\s+(?:for|to\s+join)\s+")
_MUSIC = re.compile(r"\b(?:band|drummer|guitarist|singer|bassist|vocalist|keyboardist|album)s?\b", re.IGNORECASE)


def _in_music(scene: Scene) -> bool:
    return _MUSIC.search(scene.text, scene.start, scene.end) is not None


_ELIDED = re.compile(r"\s+(?:on|in|a\s+year|two\s+years|the\s+following|later|shortly)\b")


def joined_too(scene: Scene, group: str) -> Iterator[Found]:
    """Find a second joining of the group just named ("…, and D joined in 2004", "with D joining a year later")."""
    if not scene.word.startswith("join") or not _ELIDED.match(scene.text, scene.trigger_end, scene.end):
        return
    if _UNREAL.search(scene.text, max(scene.start, scene.trigger_start - 50), scene.trigger_start):
        return
    names = _subject(scene.text, scene.start, scene.trigger_start)
    if not names:
        opener = scene.text.rfind("with ", scene.start, scene.trigger_start)
        names = names_after(scene.text, opener + 5, scene.trigger_start) if opener >= 0 else []
    if names:
        yield claim(group, "joined", names)


_OF = re.compile(r"\s+of\s+")
_STEP = re.compile(
    r"(?:\b(?:an?|the|all|both|each|one|two|three|of|other|its|their|also|still|longtime|long-time|council|board|"
    r"[a-z]+(?:ing|ed|er|or|al|ive|ous|ior|ent|ary|est|ive|ic|an|me|st|nd|th)|key|band|card-carrying|full|life|new|"
    r"core|lead|union|party|committee|early)\s+)$"
)
_MOST_STEPS = 7
_COPULA = re.compile(
    r"(?:,?\s+who)?(?:\s+(?:is|are|was|were|became|become|becomes|remains|remained|being|has\s+been|have\s+been|had\s+been|"
    r"has\s+become|had\s+become)(?:\s+(?:also|both|all|once|now|still|each|then|not\s+only|formerly|previously|reportedly))?)\s*$"
)
_JOINT = re.compile(r"(?:,|\s+[–—-]|\s+\()\s*(?:(?:both|all|each|once|also|formerly|himself|herself|who|as)\s*)?$")
_AND = re.compile(r"\s+and\s+$")


def _phrase_start(text: str, start: int, end: int) -> int:
    """Where the noun phrase around "member" begins ("a founding", "both former", "one of the original")."""
    for _ in range(_MOST_STEPS):
        step = _STEP.search(text, max(start, end - 24), end)
        if step is None:
            break
        end = step.start()
    return end


def belonging(scene: Scene) -> Iterator[Found]:
    """Find "A is a member of X" and "A and B, both former members of X"; counts of members where nobody is named."""
    text = scene.text
    of = _OF.match(text, scene.trigger_end, scene.end)
    group = group_after(text, of.end(), scene.end) if of else None
    if group is None or _is_office(group):
        return
    begin = _phrase_start(text, scene.start, scene.trigger_start)
    names = _bearers(text, scene.start, begin)
    if names:
        yield claim(group.text, relation_of(text[begin : scene.trigger_start]), names)
        return
    yield from _counted(scene, group)


def _is_office(group: Group) -> bool:
    words = group.text.lower().replace("'s", "").split()
    if group.head in _OFFICES:
        return not ("family" in words or "general" in words)
    return not group.named and group.head not in GROUP_NOUNS


def _bearers(text: str, start: int, begin: int) -> list[Name]:
    """Who the noun phrase that begins there is said of."""
    copula = _COPULA.search(text, max(start, begin - 60), begin)
    if copula:
        return _subject(text, start, copula.start())
    joint = _JOINT.search(text, max(start, begin - 30), begin)
    if joint:
        return names_before(text, start, joint.start())
    conjoined = _AND.search(text, max(start, begin - 6), begin)
    if conjoined:
        comma = text.rfind(",", max(start, begin - 120), conjoined.start())
        if comma >= 0 and _describes(text[comma + 1 : conjoined.start()]):
            return names_before(text, start, comma)
    return []


_COUNT_BEFORE = re.compile(
    rf"\b(?:the|all|of|its|other|has|have|with|over|about|roughly|around|some|nearly)\s+(?P<span>(?:(?:roughly|about|around|some|nearly|"
    rf"almost|more\s+than|over)\s+)?{COUNT})\s+(?:[a-z]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_MANY = 1000


def _counted(scene: Scene, group: Group) -> Iterator[Found]:
    """Find "the 15 members of X": the whole body's number, not that of some of its members."""
    if not group.named:
        return
    found = _COUNT_BEFORE.search(scene.text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    if found is None or found["count"].lower() == "one":
        return
    value = count_value(found["count"])
    if found.group().split()[0].lower() in ("the", "all", "has", "its") or value >= _MANY:
        yield count_claim(group.text, "members", found.start("span"), found.end("span"), value)


_SIZE = re.compile(rf"(?<![\w.-]){COUNT}$", re.IGNORECASE)
_SIZE_NOUN = re.compile(r"-(?:nation|member|country|state)(?:-strong)?\s+")


def sized(scene: Scene) -> Iterator[Found]:
    """Find "the 27-nation European Union": a stated size before a named group."""
    size = _SIZE.search(scene.text, max(scene.start, scene.trigger_start - 16), scene.trigger_start)
    noun = _SIZE_NOUN.match(scene.text, scene.trigger_start, scene.end)
    if size is None or noun is None:
        return
    group = group_after(scene.text, noun.end(), scene.end)
    if group is None or not group.named or (group.mention and group.mention.country) or _is_office(group):
        return
    if group.mention is not None and (group.mention.is_organisation or group.head in GROUP_NOUNS):
        yield count_claim(group.text, "members", size.start("count"), size.end("count"), count_value(size["count"]))


def membered(scene: Scene) -> Iterator[Found]:
    """Find "EU member Hungary", "the band's members A and B" and "A, a founding X member"."""
    text = scene.text
    start = max(scene.start, scene.trigger_start - 120)
    before = [one for one in mentions(text, start, scene.trigger_start) if one.name_start < one.end]
    adjacent = before[-1] if before and not text[before[-1].end : scene.trigger_start].strip(" ’'s-") else None
    if adjacent is None or adjacent.country is not None or not _is_membered(adjacent.text, adjacent.is_organisation):
        return
    noun = _STATES.match(text, scene.trigger_end, scene.end)
    noun_end = noun.end() if noun else scene.trigger_end
    if text[noun_end : noun_end + 1] == " " and text[noun_end + 1 : noun_end + 2].isupper():
        names = names_after(text, noun_end, scene.end)
        if names:
            yield claim(adjacent.text, relation_of(text[adjacent.end : scene.trigger_end]), names)
        return
    begin = _phrase_start(text, scene.start, adjacent.start)
    names = _bearers(text, scene.start, begin)
    if names:
        yield claim(adjacent.text, relation_of(text[begin : adjacent.start]), names)


_STATES = re.compile(r"\s+(?:states?|nations?|countr(?:y|ies)|parties)\b")


def _is_membered(name: str, is_organisation: bool) -> bool:  # noqa: FBT001 - a plain predicate of two facts
    head = name.split()[-1].lower()
    return head not in _OFFICES and (is_organisation or head in GROUP_NOUNS)


_ELECT_LINK = re.compile(
    r"\s+(?:as\s+)?(?:(?:a|an|honorary)\s+)?(?:(?P<fellow>[Ff]ellow|member|president)\s+(?:of|in)|to|into)\s+"
)
_WAS = re.compile(r"\s+(?:was|were|is|has\s+been|had\s+been|have\s+been)(?:\s+\w+ly)?\s*$")
_LEARNED = word_set("academy society institute institution fame order legion college guild")


def elected(scene: Scene) -> Iterator[Found]:
    """Find who was elected a Fellow of a society, admitted to an academy or inducted into a hall of fame."""
    text = scene.text
    link = _ELECT_LINK.match(text, scene.trigger_end, scene.end)
    group = group_after(text, link.end(), scene.end) if link else None
    if group is None or group.mention is None or not {word.lower() for word in group.mention.words} & _LEARNED:
        return
    was = _WAS.search(text, max(scene.start, scene.trigger_start - 40), scene.trigger_start)
    if was:
        names = _subject(text, scene.start, was.start())
    else:
        names = _first_passive_subject(scene)
    if names:
        yield claim(group.text, "members", names)


def _first_passive_subject(scene: Scene) -> list[Name]:
    """The subject that "was elected … and admitted" shares."""
    if not scene.left.rstrip().endswith("and"):
        return []
    was = re.search(r"\s(?:was|were)\s", scene.left)
    return _subject(scene.text, scene.start, scene.start + was.start()) if was else []


def serving(scene: Scene) -> Iterator[Found]:
    """Find who "serves on" or "sits on" a board, a council or a committee."""
    group = group_after(scene.text, scene.trigger_end, scene.end)
    if group is None or group.head not in _SEATED:
        return
    names = _subject(scene.text, scene.start, scene.trigger_start) or _antecedent(scene)
    if names:
        yield claim(group.text, "members", names)


_SEATED = word_set("board council committee subcommittee panel commission jury")


def _antecedent(scene: Scene) -> list[Name]:
    """Whom "…, a former envoy who serves on" describes."""
    if not scene.left.rstrip().endswith((" who", "who also", "who now")):
        return []
    comma = scene.left.rfind(",")
    if comma < 0 or not _describes(scene.left[comma + 1 :]):
        return []
    return names_before(scene.text, scene.start, scene.start + comma)


_BAND_LINK = re.compile(r"\s+(?:called\s+|named\s+|of\s+)?")
_PLAYED = re.compile(
    r"\s+(?:(?:was|were|played|had\s+been)(?:\s+\w+){0,2}\s+in|(?:co-)?(?:formed|founded|started|created|fronted|led|joined|left))"
    r"\s+(?:a|an|the|another|his|her|their)\s+(?:[\w-]+\s+){0,2}$"
)
_WITH = re.compile(r"\s+(?:with|alongside|together\s+with)\s+")


def banded(scene: Scene) -> Iterator[Found]:
    """Find who made up a band: "A and B were in the trio X with C", "A and B formed the band X"."""
    text = scene.text
    link = _BAND_LINK.match(text, scene.trigger_end, scene.end)
    named = mentions(text, link.end(), min(scene.end, link.end() + 80)) if link else []
    played = _PLAYED.search(text, max(scene.start, scene.trigger_start - 60), scene.trigger_start)
    if not named or link is None or named[0].start != link.end() or played is None:
        return
    names = _subject(text, scene.start, played.start())
    if not names:
        return
    with_others = _WITH.match(text, named[0].end, scene.end)
    others = names_after(text, with_others.end(), scene.end) if with_others else []
    yield claim(named[0].text, "members", [*names, *others])
