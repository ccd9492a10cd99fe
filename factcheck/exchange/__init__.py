"""Rows to files and back: one module a format, writers and readers side by side."""
