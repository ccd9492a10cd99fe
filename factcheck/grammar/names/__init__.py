"""Proper names with offsets: titles and nationalities peeled off, lists of names, countries and demonyms."""

from factcheck.grammar.names.countries import country_code, demonym_code
from factcheck.grammar.names.lists import Name, names_after, names_before
from factcheck.grammar.names.mentions import Mention, Token, mentions, tokenise

__all__ = [
    "Mention",
    "Name",
    "Token",
    "country_code",
    "demonym_code",
    "mentions",
    "names_after",
    "names_before",
    "tokenise",
]
