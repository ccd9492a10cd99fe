"""The search line: words to a filter of claims, and what could come next."""
