"""Characters that SQLite text cannot hold: kept beside the text, so that offsets and quotes stay exact.

SQL's text functions stop at NUL, and a lone surrogate has no UTF-8. Either is stored as U+FFFD, one for one, with its
place and code point in a JSON list beside the text; reading puts it back.
"""

from __future__ import annotations

import json
import re

_ODD = re.compile("[\x00\ud800-\udfff]")
_READABLE = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_ESCAPED = json.JSONEncoder(allow_nan=False)
_STAND_IN = "\N{REPLACEMENT CHARACTER}"


def storable(text: str) -> str:
    """The text as SQLite can hold it: the same length, odd characters replaced."""
    return _ODD.sub(_STAND_IN, text)


def storable_or_none(text: str | None) -> str | None:
    """The same for a text that may be missing."""
    return None if text is None else storable(text)


def odd_places(text: str | None) -> str | None:
    """Where ``storable`` replaces what: JSON ``[[offset, code point], …]``, ``None`` where it replaces nothing."""
    places = [[found.start(), ord(found.group())] for found in _ODD.finditer(text or "")]
    return json.dumps(places) if places else None


def restored(stored: str, places: str | None, offset: int = 0) -> str:
    """The text as it was read, from its stored form.

    ``stored`` may be a slice of the whole; ``offset`` is then where in the whole it starts.
    """
    if places is None:
        return stored
    characters = list(stored)
    for place, code in json.loads(places):
        if 0 <= place - offset < len(characters):
            characters[place - offset] = chr(code)
    return "".join(characters)


def to_json_text(value: object) -> str:
    """Readable JSON that SQLite can hold; lone surrogates are escaped. Raises ValueError for NaN and infinity."""
    text = _READABLE.encode(value)
    return _ESCAPED.encode(value) if _ODD.search(text) else text
