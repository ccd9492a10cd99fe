"""The annotation guideline of a claim type: the project's own Markdown where there is any, else what comes along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import factcheck
from factcheck.grammar.text import display_line
from factcheck.model import ClaimType
from factcheck.review.settings import Settings

if TYPE_CHECKING:
    from markdown_it.token import Token

FOLDER_NAME = "guidelines"

_MAX_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Guideline:
    """One guideline: its title, its Markdown, the file.

    ``trouble`` says why a project's own guideline is not the one shown; empty where all is well.
    """

    title: str
    text: str
    path: Path
    trouble: str = ""


class Style(StrEnum):
    """How a stretch of a line is set."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"


class LineKind(StrEnum):
    """What a line is; ``ROW`` is one of a table, its cells set apart by a bar."""

    HEADING = "heading"
    TEXT = "text"
    BULLET = "bullet"
    NUMBER = "number"
    CODE = "code"
    ROW = "row"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line in one style, safe to show."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a guideline before it is wrapped.

    ``level`` is 1 to 6 for a heading, and otherwise how deep in lists the line stands, 0 outside of any. ``mark`` is
    what stands before the first line of a list's entry: "•" or "2."; a further paragraph of the entry has none.
    """

    kind: LineKind
    pieces: tuple[Piece, ...]
    level: int = 0
    mark: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)


def guideline(kind: ClaimType, db: Path, settings: Settings) -> Guideline:
    """The guideline of a claim type, ``TYPE.md`` of the project where it has one, else what comes along.

    A project's guidelines lie in the folder that its settings name, else in ``guidelines/`` beside the database or
    the settings file. One that cannot be used is passed over, and ``trouble`` says so.
    """
    trouble = []
    if settings.guidelines is not None and not settings.guidelines.is_dir():
        trouble.append(f"{settings.guidelines}: there is no such folder")
    for path in (folder / f"{kind.value}.md" for folder in _folders(db, settings)):
        try:
            return _read(path, "; ".join(trouble))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            trouble.append(f"{path}: {_reason(error)}")
    if trouble:
        trouble.append("this is the guideline that comes with factcheck")
    return _read(_shipped() / f"{kind.value}.md", "; ".join(trouble))


def lines(markdown: str) -> list[Line]:
    """Markdown as lines to be wrapped and shown; whatever is no Markdown is text. Every string is safe to show."""
    # Costs 60 ms, and only who asks for a guideline should pay.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return list(_lines(parser.parse(markdown)))


def _folders(db: Path, settings: Settings) -> tuple[Path, ...]:
    if settings.guidelines is not None:
        return (settings.guidelines,)
    near = (db, settings.path) if settings.path else (db,)
    return tuple(path.absolute().parent / FOLDER_NAME for path in near)


def _read(path: Path, trouble: str) -> Guideline:
    with path.open("rb") as file:
        raw = file.read(_MAX_BYTES + 1)
    if len(raw) > _MAX_BYTES:
        raise ValueError(f"a guideline has at most {_MAX_BYTES // 1024} kB")
    text = raw.decode("utf-8-sig")
    if not text.strip():
        raise ValueError("the file is empty")
    heading = next((line for line in text.splitlines() if line.startswith("#")), path.stem.replace("_", " "))
    return Guideline(display_line(heading.strip("# ")), text, path, display_line(trouble))


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "the file is not UTF-8"
    return str(error.strerror or error) if isinstance(error, OSError) else str(error)


def _shipped() -> Path:
    """The folder of the guidelines that come along: in the package, or in the documents beside it in a checkout."""
    package = Path(factcheck.__file__).parent
    inside = package / FOLDER_NAME
    return inside if inside.is_dir() else package.parent / "docs" / FOLDER_NAME


_NESTING = {
    f"{kind}_list_{way}": step for kind in ("bullet", "ordered") for way, step in (("open", 1), ("close", -1))
}

_STYLES = {"strong": Style.BOLD, "em": Style.ITALIC}


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    depth, heading, mark = 0, 0, ""
    row: list[Piece] | None = None
    for token in tokens:
        depth += _NESTING.get(token.type, 0)
        if token.type in ("heading_open", "heading_close"):
            heading = int(token.tag[1]) if token.nesting > 0 else 0
        elif token.type == "list_item_open":
            mark = f"{token.info}." if token.info else "•"
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield Line(LineKind.ROW, tuple(row or ()), depth)
            row = None
        elif token.type == "hr":
            yield Line(LineKind.RULE, (), depth)
        elif token.type in ("fence", "code_block"):
            yield from _code(token.content, depth, mark)
            mark = ""
        elif token.type == "inline" and row is not None:
            row += [*([Piece(" | ")] if row else []), *_pieces(token)]
        elif token.type == "inline":
            kind = LineKind.HEADING if heading else _entry(depth, mark)
            yield Line(kind, tuple(_pieces(token)), heading or depth, mark)
            mark = ""


def _entry(depth: int, mark: str) -> LineKind:
    if not depth or not mark:
        return LineKind.TEXT
    return LineKind.BULLET if mark == "•" else LineKind.NUMBER


def _code(text: str, depth: int, mark: str) -> Iterator[Line]:
    for number, line in enumerate(text.splitlines() or [""]):
        yield Line(LineKind.CODE, (Piece(display_line(line), Style.CODE),), depth, "" if number else mark)


def _pieces(inline: Token) -> Iterator[Piece]:
    """A paragraph's words by style; of a link, where it leads as well, for a terminal cannot follow it."""
    styles: list[Style] = []
    leads = ""
    for token in inline.children or ():
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _STYLES:
            if token.nesting > 0:
                styles.append(_STYLES[name])
            else:
                styles.pop()
        elif token.type == "link_open":
            leads = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            yield Piece(display_line(f" ({leads})"))
        else:
            words = " " if token.type in ("softbreak", "hardbreak") else display_line(token.content)
            style = Style.CODE if token.type == "code_inline" else styles[-1] if styles else Style.PLAIN
            if words:
                yield Piece(words, style)
