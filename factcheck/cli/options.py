"""The options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from getpass import getuser
from pathlib import Path
from typing import Any

import click

from factcheck.model import ENGLISH, ClaimFilter, ClaimType, ReviewState, SectionKind

Command = Callable[..., Any]


def database(command: Command) -> Command:
    """``--db FILE``, claims.db unless the environment names another."""
    return click.option(
        "--db",
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path("claims.db"),
        show_default=True,
        envvar="FACTCHECK_DB",
        help="The database.",
    )(command)


def language(command: Command) -> Command:
    """``--language CODE``: in which dates are written; one that is not known is a usage error."""
    return click.option(
        "--language",
        default=ENGLISH,
        show_default=True,
        metavar="CODE",
        callback=_known_language,
        help="The language of dates, by its ISO 639-1 code.",
    )(command)


def _known_language(_: click.Context, __: click.Parameter, code: str) -> str:
    from factcheck.grammar.timex.vocabulary import vocabulary

    if code != ENGLISH:
        vocabulary(code)
    return code


def as_json(command: Command) -> Command:
    """``--json``: the same for machines."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for machines.")(command)


def annotator(command: Command) -> Command:
    """``--annotator NAME``: who is at work."""
    return click.option(
        "--annotator", metavar="NAME", envvar="FACTCHECK_ANNOTATOR", help="Who labels; your login name if not given."
    )(command)


def config(command: Command) -> Command:
    """``--config FILE``: the settings, where they are not beside the database."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path),
        envvar="FACTCHECK_CONFIG",
        metavar="FILE",
        help="The settings; else factcheck.toml beside the database, else your own.",
    )(command)


_FILTERS = (
    click.argument("search", metavar="[SEARCH]", default=""),
    click.option(
        "--type",
        "types",
        multiple=True,
        type=click.Choice([kind.value for kind in ClaimType]),
        help="Only these types.",
    ),
    click.option(
        "--section",
        "sections",
        multiple=True,
        type=click.Choice([kind.value for kind in SectionKind]),
        help="Only these sections.",
    ),
    click.option("--foreign", is_flag=True, help="Teasers and furniture too."),
    click.option(
        "--state", type=click.Choice([state.value for state in ReviewState]), help="Only claims in this state."
    ),
    click.option(
        "--annotator", metavar="NAME", help="Whose labels count, and who “me” is in the search; else anybody's."
    ),
    click.option("--text", default="", metavar="WORDS", help="Only claims with these words near them."),
)


def claim_filter(command: Command) -> Command:
    """The options that choose claims; ``chosen`` makes a filter of them."""
    # The option that is applied last stands first in the help.
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def chosen(
    *,
    search: str,
    types: tuple[str, ...],
    sections: tuple[str, ...],
    foreign: bool,
    state: str | None,
    text: str,
    who: str | None = None,
) -> ClaimFilter:
    """The filter that the search line and the options of ``claim_filter`` say together.

    Raises SearchError where the line makes no sense.
    """
    from factcheck import filters

    said = filters.parse(search, annotator=who, today=date.today())
    return replace(
        said,
        types=tuple(map(ClaimType, types)),
        segments=tuple(map(SectionKind, sections)),
        foreign=foreign,
        state=ReviewState(state) if state else None,
        text=f"{text} {said.text}".strip(),
    )


def login_name() -> str:
    """The name that the system knows the user by, for labels that name nobody."""
    try:
        return getuser()
    except (KeyError, OSError):
        return f"user{os.getuid()}" if hasattr(os, "getuid") else "annotator"
