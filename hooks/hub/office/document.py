"""A document before it has a file format: headings, paragraphs, lettered points and tables, with blanks to fill in.

Labels such as ``a)`` and ``T1`` are text, never automatic numbers: a reference in a contract must keep pointing at the
same line when another line is removed.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How a piece of text stands out."""

    PLAIN = "plain"
    STRONG = "strong"
    BLANK = "blank"
    """A place to fill in: a content control in Word, a placeholder in ODF, marked in PDF."""


@dataclass(frozen=True)
class Span:
    """A piece of text; a blank has a ``name`` that tools can find it by."""

    text: str
    mark: Mark = Mark.PLAIN
    name: str = ""
    href: str = ""


Line = tuple[Span, ...]


class Style(StrEnum):
    """What a paragraph is; the value is also the style's name in Word and ODF, where plain text has their own."""

    BODY = ""
    META = "Hub Meta"
    NOTICE = "Hub Notice"
    LABEL = "Hub Label"


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3; ``anchor`` is unique in the document."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    line: Line
    style: Style = Style.BODY


@dataclass(frozen=True)
class Points:
    """Points with a label of their own each: (``a)``, text)."""

    rows: tuple[tuple[str, Line], ...]


def numbered_points(lines: Iterable[Line]) -> Points:
    """Return lines as points with the labels 1., 2. and so on."""
    return Points(tuple((f"{number}.", line) for number, line in enumerate(lines, 1)))


@dataclass(frozen=True)
class Table:
    """A table with a header row; ``widths`` are percentages."""

    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class Contents:
    """The list of headings of level 1 and 2, each a link."""

    title: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Points | Table | Contents | PageBreak


@dataclass(frozen=True)
class Document:
    """A whole document and what its file says about itself."""

    title: str
    subtitle: str
    author: str
    language: str
    """An IETF tag with country: ``da-DK``."""
    subject: str
    keywords: tuple[str, ...]
    date: dt.date
    """The day its content is from; it is also the file's own date, so the same content gives the same bytes."""
    blocks: tuple[Block, ...]
    status: str
    """What stands at the foot of every page, such as "not legally reviewed"."""
    page: str
    """The page number as the language says it, with ``{page}`` and ``{pages}``."""

    def page_parts(self) -> tuple[str, str, str]:
        """Return what stands before the page number, between the two numbers, and after them."""
        before, _, rest = self.page.partition("{page}")
        between, _, after = rest.partition("{pages}")
        return before, between, after

    def headings(self, deepest: int = 2) -> Iterator[Heading]:
        """Yield the headings down to a level, in order."""
        return (block for block in self.blocks if isinstance(block, Heading) and block.level <= deepest)


def plain(text: str) -> Line:
    """Return a line of plain text."""
    return (Span(text),)


def strong(text: str) -> Line:
    """Return a line of strong text."""
    return (Span(text, Mark.STRONG),)


def text_of(line: Line) -> str:
    """Return what a line says."""
    return "".join(span.text for span in line)
