"""Whose words each stretch of a text is: the article's own, or those of the page around it."""

from factcheck.ingest.sections.cut import cut, looks_like_page, with_captions

__all__ = ["cut", "looks_like_page", "with_captions"]
