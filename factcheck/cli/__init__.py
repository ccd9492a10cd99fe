"""The command line: parse, call, print. Heavy rooms are imported inside the command that needs them."""

from factcheck.cli.app import main

__all__ = ["main"]
