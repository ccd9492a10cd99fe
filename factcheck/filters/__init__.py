"""The search line as pure code: words to a filter and back, and what could be written next."""

from factcheck.filters.completing import Completion, Vocabulary, completions
from factcheck.filters.fields import FIELDS, SearchField
from factcheck.filters.parsing import parse
from factcheck.filters.writing import line, replace_term

__all__ = ["FIELDS", "Completion", "SearchField", "Vocabulary", "completions", "line", "parse", "replace_term"]
