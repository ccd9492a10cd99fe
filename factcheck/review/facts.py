"""What the panel says of a claim, in plain words: title and lines for each part, safe to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.grammar.text import display_line
from factcheck.model import Article, Attribution, Casualty, Claim, DateValue, Membership, SectionKind, ViewCount
from factcheck.values import in_words

_MAX_MEMBERS = 60
"""Names shown of one list; a longer one says how many more there are."""

_MAX_CHARACTERS = 1_000
"""Of any one string in the panel: a sentence of 10 MB is no sentence, and the article shows it anyway."""

_COMPARATOR_WORDS = {
    "=": "exactly",
    ">": "more than",
    ">=": "at least",
    "<": "fewer than",
    "<=": "up to",
    "~": "about",
    "range": "a range",
}

_SECTION_WORDS = {
    SectionKind.HEADLINE: "headline",
    SectionKind.BODY: "body",
    SectionKind.CAPTION: "caption",
    SectionKind.TEASER: "teaser of another article",
    SectionKind.FURNITURE: "page furniture, not the article",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the panel: a short title and what it says."""

    title: str
    text: str


def facts(claim: Claim, article: Article) -> list[Fact]:
    """Bounds, resolution, speaker, section and flags of a claim."""
    found = _value_facts(claim, article)
    if claim.attribution is not None:
        found.append(Fact("said by", speaker(claim.attribution)))
    if claim.segment is not SectionKind.BODY:
        found.append(Fact("section", _SECTION_WORDS[claim.segment]))
    if claim.flags:
        found.append(Fact("flags", shown(", ".join(claim.flags).replace("_", " "))))
    by = ("added by", claim.added_by) if claim.added_by else ("found by", claim.extractor)
    found.append(Fact(by[0], shown(by[1])))
    return found


def headline(claim: Claim) -> str:
    """The value on one line."""
    return shown(in_words(claim.value))


def shown(text: str) -> str:
    """An article's string as the panel shows it: on one line, safe, and of bearable length."""
    cut = text if len(text) <= _MAX_CHARACTERS else text[:_MAX_CHARACTERS] + "…"
    return display_line(cut)


def speaker(attribution: Attribution) -> str:
    """The speaker as written and the name it stands for: "he → Arno Feld (said; unsure)"."""
    resolved = attribution.resolved
    name = f" → {resolved}" if resolved and resolved != attribution.surface else ""
    unsure = "; unsure" if attribution.confidence == "low" else ""
    return shown(f"{attribution.surface}{name} ({attribution.cue}{unsure})")


def _value_facts(claim: Claim, article: Article) -> list[Fact]:
    match claim.value:
        case ViewCount() as value:
            return _count_facts(value, _more_of_views(value))
        case Casualty() as value:
            return _count_facts(value, _more_of_casualty(value, article.string(claim.field)))
        case Membership() as value:
            return _membership_facts(value)
        case DateValue() as value:
            return _date_facts(value, article)


def _count_facts(value: ViewCount | Casualty, more: Iterable[str | None]) -> list[Fact]:
    said = _COMPARATOR_WORDS.get(value.comparator, value.comparator)
    bounds = Fact("bounds", f"{_bounds(value.low, value.high)} ({said})")
    told = shown(" · ".join(part for part in more if part))
    return [bounds, Fact("told", told)] if told else [bounds]


_PERPETRATOR_WORDS = {"yes": "attackers counted in", "no": "attackers not counted"}
_SCOPE_WORDS = {"cumulative": "over a time or a series", "other": "another event"}
"""A count of the event that the article is about needs no saying."""


def _more_of_casualty(value: Casualty, text: str) -> Iterable[str | None]:
    """What a count says besides its number, in the order in which people ask."""
    yield f"part of {text[slice(*value.part_of)]}" if value.part_of else None
    yield value.role and value.role.replace("_", " ")
    yield _PERPETRATOR_WORDS.get(value.includes_perpetrator or "")
    yield value.place
    yield value.when
    yield _SCOPE_WORDS.get(value.scope or "")
    yield value.certainty


def _more_of_views(value: ViewCount) -> Iterable[str | None]:
    yield value.per and f"per {value.per}"
    yield value.platform
    yield value.as_of and f"as of {value.as_of}"
    yield value.certainty


def _bounds(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"{_number(high)} and down" if low is None else f"{_number(low)} and up"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(value: float | None) -> str:
    if value is None:
        return "any number"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _membership_facts(value: Membership) -> list[Fact]:
    names = [member.name for member in value.members]
    found = [Fact("group", shown(value.group)), Fact("relation", shown(value.relation or "members"))]
    stated = "" if value.stated_count is None else f", said to be {_number(value.stated_count)}"
    found.append(Fact("named", f"{len(names)}{stated}"))
    found += [Fact("", shown(f"{number}. {name}")) for number, name in enumerate(names[:_MAX_MEMBERS], 1)]
    if len(names) > _MAX_MEMBERS:
        found.append(Fact("", f"… and {len(names) - _MAX_MEMBERS} more"))
    return found


def _date_facts(value: DateValue, article: Article) -> list[Fact]:
    found = [Fact("TIMEX3", shown(f"{value.timex} {value.timex_type.lower()}"))]
    if value.start is not None:
        last = "" if value.end in {None, value.start} else f" to {value.end:%a} {value.end}"
        found.append(Fact("covers", f"{value.start:%a} {value.start}{last}"))
    else:
        found.append(Fact("covers", "no day that is known"))
    if value.range is not None:
        found.append(Fact("one end of", f"{value.range[0]} to {value.range[1]}"))
    grain = " ".join(
        part for part in (value.mod and value.mod.lower(), (value.granularity or "").replace("_", " ")) if part
    )
    if grain:
        found.append(Fact("grain", shown(grain)))
    found.append(Fact("resolved", shown(_resolution(value, article))))
    if value.event:
        found.append(Fact("event", shown(value.event.words)))
    return found


def _resolution(value: DateValue, article: Article) -> str:
    """Against which day a date was resolved, and how sure that day is."""
    published = article.published
    if not value.anchor:
        if published is None and value.start is None:
            return "the article has no date to count from"
        return "as written"
    if published is None or f"{published.day}" != value.anchor[:10]:
        return f"counted from {value.anchor}"
    sure = "; only inferred" if published.inferred else ""
    rivals = sorted({f"{other.day}" for other in published.others})
    doubt = f"; also dated {', '.join(rivals)}" if rivals else ""
    return f"counted from {published.day}, the article's day ({published.source}{sure}{doubt})"
