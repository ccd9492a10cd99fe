"""Time expressions of English news: found, resolved against the publication date, valued as TIMEX3."""

from factcheck.grammar.timex.explain import Explained, explain_timexes
from factcheck.grammar.timex.find import Mode, find_timexes
from factcheck.grammar.timex.model import Granularity, Timex, TimexType
from factcheck.grammar.timex.records import timex_record

__all__ = [
    "Explained",
    "Granularity",
    "Mode",
    "Timex",
    "TimexType",
    "explain_timexes",
    "find_timexes",
    "timex_record",
]
