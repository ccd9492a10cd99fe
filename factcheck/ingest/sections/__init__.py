"""Whose words each stretch of a text is: the article's own, or those of the page around it."""

from factcheck.ingest.sections.cut import cut, with_captions

__all__ = ["cut", "with_captions"]
