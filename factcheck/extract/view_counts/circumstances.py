"""What a sentence says beside an audience figure: where it was reached, when it held, and of what time it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.extract.view_counts.scene import S, Scene, last_of, plain
from factcheck.grammar.timex import Timex

_PLAIN_NAMES = (
    r"YouTube|Youtube|TikTok|Tiktok|Tik Tok|Facebook|Instagram|Twitter|Sina Weibo|Weibo|WeChat|Douyin|Reddit|"
    r"Snapchat|Spotify|SoundCloud|Twitch|Telegram|VKontakte|VK|LinkedIn|Pinterest|Tumblr|Periscope|WhatsApp|"
    r"Bluesky|Mastodon|Vimeo|Netflix|Hulu|Disney ?\+|Disney Plus|HBO Max|Amazon Prime Video|Amazon Prime|"
    r"Prime Video|Apple Music|Apple TV ?\+|Apple Podcasts|Amazon Music|Deezer|Bandcamp|Google Play Store|"
    r"Google Play|Play Store|App Store|Change\.org|change\.org|Avaaz|38 Degrees|Care2|MoveOn|Truth Social|"
    r"Parler|Bilibili|Kuaishou|Dailymotion|Odysee|Substack|Patreon|BBC iPlayer|iPlayer|Paramount ?\+|"
    r"Google ?\+|Myspace|MySpace|Crunchyroll|Goodreads"
).replace(" ", S)
_COMMON_NAMES = r"Steam|Threads|Vine|Gab|Tidal|Pandora|Rumble|Discord|Peacock|Tubi|Line|Koo|X"
"""Names that are words as well: platforms only behind "on"."""

_NAME = rf"(?:(?:{_PLAIN_NAMES})(?![\w-])|(?<=\bon{S})(?:{_COMMON_NAMES})(?![\w'’-]))"
_LISTED = rf"(?:,{S}(?:and{S}|or{S})?|{S}(?:and|or){S})(?:(?:{_PLAIN_NAMES}|{_COMMON_NAMES})(?![\w-]))"
_PLATFORMS = re.compile(rf"(?<![\w@-]){_NAME}(?:{_LISTED})*")
"""A platform or a list of some: "Facebook, YouTube and TikTok"."""

_SPOKEN_BEFORE = re.compile(
    rf"\b(?:(?:said|says|wrote|writes|announced|tweeted|joked|complained|added|claimed|posted){S}(?:[\w'’]+{S}){{0,2}}?on"
    rf"|according{S}to|in{S}an?|told|than){S}$"
)
_SPOKEN_BEHIND = re.compile(rf"{S}(?:said|says|announced|confirmed|told|spokes\w+|executives?|shares?\b|stock)")
"""Where a platform is whose words these are, or where they were said."""

_OFFLINE = frozenset({"attendance", "visitors"})
_OWN_REACH = 100
_END_OF_OWN = re.compile(r"[.;:](?!\w)|\b(?:while|but|although|whereas)\b")
_ATTACHED = re.compile(rf"\b(?:on|via|across|over|through){S}(?:the{S})?$")


def platform_of(scene: Scene, metric: str) -> str | None:
    """The platform as written: behind the figure, before it, or the only one of the sentence."""
    if metric in _OFFLINE:
        return None
    sentence = [one for one in _PLATFORMS.finditer(scene.text, scene.start, scene.end) if not _is_speaker(scene, one)]
    if not sentence:
        return None
    quantity = scene.quantity
    reach = min(scene.limit, quantity.end + _OWN_REACH)
    stop = _END_OF_OWN.search(scene.text, quantity.end, reach)
    reach = stop.start() if stop else reach
    own = next((one for one in sentence if quantity.end <= one.start() < reach and _is_tied(scene, one)), None)
    before = [one for one in sentence if one.end() <= quantity.start and not _is_of_another(scene, one)]
    chosen = own or (before[-1] if before else sentence[0] if len(sentence) == 1 else None)
    if chosen is None or (not own and not before and _is_of_another(scene, chosen)):
        return None
    return " ".join(chosen.group().split())


def _is_speaker(scene: Scene, name: re.Match[str]) -> bool:
    before = scene.text[max(scene.start, name.start() - 40) : name.start()]
    return _SPOKEN_BEFORE.search(before) is not None or _SPOKEN_BEHIND.match(scene.text, name.end()) is not None


_TIED = re.compile(
    rf"(?:{S}[\w'’-]+){{0,2}}{S}|[\s\S]*\b(?:on|via|across|over|through|in|for|of|to|by|from){S}(?:the{S})?"
)


def _is_tied(scene: Scene, name: re.Match[str]) -> bool:
    """Whether a platform behind the figure is tied to it: "8 million Twitter followers", "3,000 likes on Weibo"."""
    return _TIED.fullmatch(scene.text, scene.quantity.end, name.start()) is not None


def _is_of_another(scene: Scene, name: re.Match[str]) -> bool:
    """Whether a platform before the figure belongs to an earlier one: "3 million on TikTok and 40,000 likes"."""
    text = scene.text[scene.start : name.start()]
    return name.end() <= scene.quantity.start and bool(_ATTACHED.search(text)) and bool(re.search(r"\d", text[-60:]))


_UNITS = {unit: unit for unit in ("minute", "hour", "day", "week", "month", "year")} | {
    "night": "day", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "yearly": "year",
    "annual": "year", "annually": "year", "annum": "year", "hourly": "hour",
}  # fmt: skip
_NOT_AFTER = "".join(
    rf"(?<!\b{word})"
    for word in ("in", "of", "for", "over", "once", "twice", "within", "after", "than", "half", "such")
)
_RATE_BEHIND = re.compile(
    rf"(?:-[\w-]+)?(?:{S}(?!(?:and|but|while|since|after|before|according|who|which)\b)[\w'’.&-]+){{0,8}}?"
    rf"(?:{_NOT_AFTER}{S}(?:an?|each|every|per){S}(?P<unit>day|night|week|month|year|hour|minute|annum)"
    rf"|(?<!\bthe)(?<!\ba)(?<!'s){S}(?P<adverb>daily|nightly|weekly|monthly|yearly|annually|annual|hourly))\b"
    rf"(?!{S}(?:after|ago|later|earlier|before|old|since|in{S}advance|newspaper|magazine|show|paper)|-)",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(
    rf"\b(?P<adverb>daily|nightly|weekly|monthly|yearly|annual|hourly){S}(?:[\w'’-]+{S})?"
    rf"(?:average|audiences?|viewership|listenership|visitors?|visits|traffic|views|streams|downloads|listeners|"
    rf"attendances?|totals?|numbers?|counts?|readership)\b(?:{S}[\w'’-]+){{0,4}}?{S}$",
    re.IGNORECASE,
)


def rate_of(scene: Scene) -> str | None:
    """The unit of time that the figure is counted for: "3.5 billion likes a day", "a daily audience of 2 million"."""
    found = _RATE_BEHIND.match(scene.text, scene.quantity.end, scene.limit)
    if found:
        return _UNITS[plain(found["unit"] or found["adverb"])]
    before = _RATE_BEFORE.search(scene.before)
    return _UNITS[plain(before["adverb"])] if before else None


_DAY_LIKE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|\d|noon|"
    r"midnight|mid-?\w+|early|late|(?:the)?\W?(?:end|start|middle|close|time|morning|afternoon|evening)|this|last|that|"
    r"yesterday|today|tonight|press|now)"
)
_AS_OF = re.compile(rf"\b(?:as{S}of|as{S}at|by){S}(?:about{S}|around{S})?(?={_DAY_LIKE})", re.IGNORECASE)
_ON = re.compile(
    rf"(?:{S}(?!(?:and|but|while|who|which|since|after|before)\b)[\w'’.&-]+){{1,5}}?{S}(?:on|at){S}(?={_DAY_LIKE})",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    rf"\b(?:stood{S}at|was{S}at|had|has|reached|passed|topped|hit|counted|with|exceeded|surpassed|numbered){S}$",
    re.IGNORECASE,
)
_CUMULATIVE = frozenset(
    {"views", "likes", "dislikes", "shares", "comments", "followers", "subscribers", "signatures"}
)
_LONGEST_LEAD = 8
"""Code points at most between "as of" and the time expression: "as of the end of June"."""


def held_at(scene: Scene, metric: str, timexes: Callable[[], Sequence[Timex]]) -> str | None:
    """The TIMEX3 value of the time at which the figure held: "as of Monday", "by Friday morning".

    ``timexes`` gives the text's time expressions; it is called only where a word leads to one, since they are dear.
    """
    lead = _lead(scene, metric)
    if lead is None:
        return None
    for timex in timexes():
        if timex.start >= lead and timex.type in ("DATE", "TIME"):
            return timex.value if timex.start - lead <= _LONGEST_LEAD else None
    return None


def _lead(scene: Scene, metric: str) -> int | None:
    """Where a time expression would start at which the figure held."""
    quantity = scene.quantity
    behind = _AS_OF.search(scene.text, quantity.end, scene.limit)
    if behind is None and metric in _CUMULATIVE and _LEVEL.search(scene.before):
        behind = _ON.match(scene.text, quantity.end, scene.limit)
    behind = behind or last_of(_AS_OF, scene.before) or _AS_OF.search(scene.text, scene.limit, scene.end)
    if behind is None:
        return None
    offset = 0 if behind.string is scene.text else max(scene.start, quantity.start - len(scene.before))
    return behind.end() + offset
