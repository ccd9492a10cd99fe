"""factcheck: typed claims out of news articles, reviewed by people, kept in one file."""

__version__ = "0.1.0"
