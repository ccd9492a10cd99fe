"""Other readers of dates in English text, their answers put into TIMEX3 as kindly as their output allows."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

Found = dict[str, Any]
"""A time expression as scorers read it: ``start``, ``end``, ``type``, ``value``."""

Reader = Callable[[str, date], list[Found]]
"""The time expressions of a text that was published on a day."""

DATEPARSER_SETTINGS: dict[str, Any] = {"PREFER_DATES_FROM": "current_period", "RETURN_TIME_AS_PERIOD": True}
"""The direction that is right most often on news; and a period that tells a time of day from a day."""

RECOGNIZERS_INSTALL = (
    "pip install recognizers-text-date-time==1.0.2a2 recognizers-text-number==1.0.2a2"
    " recognizers-text-number-with-unit==1.0.2a2 recognizers-text==1.0.2a2 datatypes-timex-expression==1.0.2a2"
    ' "emoji<2"'
)


def dateparser_reader() -> Reader:
    """The search that dateparser has, English fixed; the period that it gives says how exact a value is."""
    from dateparser.date import DateDataParser  # noqa: PLC0415 - a benchmark of ours alone need not load it
    from dateparser.search import search_dates  # noqa: PLC0415

    def read(text: str, published: date) -> list[Found]:
        settings = DATEPARSER_SETTINGS | {"RELATIVE_BASE": datetime(*published.timetuple()[:3])}
        exact = DateDataParser(languages=["en"], settings=settings)
        found: list[Found] = []
        place = 0
        for words, day in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, place)
            if start < 0:
                continue
            place = start + len(words)
            data = exact.get_date_data(words)
            kind, value = _of_period(data.date_obj or day, str(data.period))
            found.append({"start": start, "end": place, "type": kind, "value": value})
        return found

    return read


def _of_period(moment: datetime, period: str) -> tuple[str, str]:
    if period == "time":
        return "TIME", moment.strftime("%Y-%m-%dT%H:%M")
    if period == "week":
        year, week, _ = moment.isocalendar()
        return "DATE", f"{year}-W{week}"
    return "DATE", moment.date().isoformat()[: {"year": 4, "month": 7}.get(period, 10)]


def recognizers_reader() -> Reader | None:
    """Microsoft's Recognizers-Text for English; ``None`` where it is not installed."""
    try:
        package = importlib.import_module("recognizers_date_time")
    except ImportError:
        return None
    model = package.DateTimeRecognizer(package.Culture.English).get_datetime_model()

    def read(text: str, published: date) -> list[Found]:
        base = datetime(*published.timetuple()[:3])
        found: list[Found] = []
        start = 0
        for line in text.split("\n"):  # its time grows faster than its text
            for entity in model.parse(line, base):
                kind, value = _of_entity(entity)
                found.append(
                    {"start": start + entity.start, "end": start + entity.end + 1, "type": kind, "value": value}
                )
            start += len(line) + 1
        return found

    return read


_KINDS = {"time": "TIME", "datetime": "TIME", "timerange": "TIME", "duration": "DURATION", "set": "SET"}
_RANGE = re.compile(r"\((?P<first>\d{4}-\d\d)-\d\d,[^,]*,(?P<length>P3M|P1M|P10Y)\)")


def _of_entity(entity: Any) -> tuple[str, str]:
    """The type and value of one of its answers: of two days the one that was, for news tells what was."""
    name = entity.type_name.rpartition(".")[2]
    values = (entity.resolution or {}).get("values") or [{}]
    timex = str(values[0].get("timex", ""))
    if timex.endswith("_REF"):
        return "DATE", timex
    resolved = str(values[0].get("value") or values[0].get("start") or "")
    span = _RANGE.fullmatch(timex)
    if span:
        timex = _named_range(span["first"], span["length"])
    elif "X" in timex and name in ("date", "daterange") and re.match(r"\d{4}-", resolved):
        timex = resolved[:7] if re.fullmatch(r"XXXX-\d\d", timex) else resolved[:10]
    elif name == "datetime" and re.match(r"\d{4}-", resolved):
        timex = resolved[:16].replace(" ", "T")
    return _KINDS.get(name, "DATE"), re.sub(r"-W0(?=\d)", "-W", timex)


def _named_range(first: str, length: str) -> str:
    if length == "P10Y":
        return first[:3]
    return first if length == "P1M" else f"{first[:4]}-Q{(int(first[5:]) + 2) // 3}"
