"""The ``factcheck`` command: its subcommands, and how every error ends as a message and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from factcheck import __version__
from factcheck.cli.exchange import export, import_
from factcheck.cli.extract import extract
from factcheck.cli.history import history, undo
from factcheck.cli.inspect import doctor, list_, show, stats
from factcheck.cli.label import label
from factcheck.cli.parse import parse
from factcheck.cli.review import review
from factcheck.errors import DatabaseError, FactcheckError, UsageError
from factcheck.grammar.text import display

EXIT_REJECTED = 1
EXIT_USAGE = 2
EXIT_DATABASE = 3
EXIT_FAULT = 70
EXIT_INTERRUPTED = 130
EXIT_PIPE = 141

_CODES: tuple[tuple[type[Exception], int], ...] = (
    (UsageError, EXIT_USAGE),
    (DatabaseError, EXIT_DATABASE),
    (FactcheckError, EXIT_REJECTED),
    (OSError, EXIT_REJECTED),
)

_EPILOG = f"""\b
Exit codes
    0  all done
    {EXIT_REJECTED}  done, but some input was rejected, or doctor found problems
    {EXIT_USAGE}  the command line makes no sense
    {EXIT_DATABASE}  the database cannot be opened, trusted or written
   {EXIT_FAULT}  a fault in factcheck itself
  129  the review's terminal was closed; every label is on disk
  {EXIT_INTERRUPTED}  interrupted; what was done is kept
  143  the review was asked to end; every label is on disk
"""


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, package_name="factcheck")
def cli() -> None:
    """Pull typed claims out of news articles, review them, and hand them on.

    Everything is kept in one SQLite file, claims.db unless --db names another.
    """


for command in (extract, review, label, history, undo, list_, show, stats, export, import_, doctor, parse):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its documented exit code."""
    sys.exit(_run(list(sys.argv[1:] if arguments is None else arguments)))


def _run(arguments: list[str]) -> int:
    try:
        result = cli.main(arguments, prog_name="factcheck", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _say("stopped; what was done is kept, and running it again goes on from there", EXIT_INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone; the interpreter must not complain of it once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PIPE
    except Exception as error:  # noqa: BLE001 - the top of the command line: no user meets a traceback unasked
        return _ended_by(error)
    return result if isinstance(result, int) else 0


def _ended_by(error: Exception) -> int:
    for kind, code in _CODES:
        if isinstance(error, kind):
            return _say(str(error), code)
    if os.environ.get("FACTCHECK_DEBUG"):
        traceback.print_exception(error)
    return _say(f"a fault in factcheck: {type(error).__name__}: {error} (FACTCHECK_DEBUG=1 says more)", EXIT_FAULT)


def _say(message: str, code: int) -> int:
    click.echo(f"factcheck: {display(message)}", err=True)
    return code
