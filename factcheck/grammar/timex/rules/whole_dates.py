"""All rules for whole dates as one grammar, for the rules that add a time of day or a modifier to any of them."""

from __future__ import annotations

from factcheck.grammar.timex.grammar import Grammar, Rule
from factcheck.grammar.timex.rules.days import DAY_RULES
from factcheck.grammar.timex.rules.deictic import DEICTIC_RULES
from factcheck.grammar.timex.rules.holidays import HOLIDAY_RULES
from factcheck.grammar.timex.rules.months import MONTH_RULES
from factcheck.grammar.timex.rules.quarters import QUARTER_RULES
from factcheck.grammar.timex.rules.seasons import SEASON_RULES
from factcheck.grammar.timex.rules.weekdays import WEEKDAY_RULES
from factcheck.grammar.timex.rules.years import YEAR_RULES

DATE_RULES: tuple[Rule, ...] = (
    *DAY_RULES,
    *HOLIDAY_RULES,
    *MONTH_RULES,
    *YEAR_RULES,
    *SEASON_RULES,
    *QUARTER_RULES,
    *WEEKDAY_RULES,
    *DEICTIC_RULES,
)
DATES = Grammar(DATE_RULES)
