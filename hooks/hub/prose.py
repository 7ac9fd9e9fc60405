"""Long texts: reads one Markdown file and finds what must be mended in it, at its line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import markup
from .model import Prose, Section
from .problem import Problem

CITATION = re.compile(r"\[@([a-z0-9-]+)\]")
CITED = re.compile(rf"[ \t]*{CITATION.pattern}")
"""A citation with the space before it, which the page leaves out."""
GENERAL = "general"
BLANK = "UDFYLD"
"""What ``hub new`` writes where a person must fill in."""
_NOT_A_FIGURE = re.compile(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|\[@[a-z0-9-]+\]|<[^>]*>")
_FIGURE = re.compile(r"(?<![\w.-])\d[\d.,\u00a0]*\d*(?![\w-]*[A-Za-zÆØÅæøå])")
FENCE = re.compile(r"^ {0,3}(```|~~~)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$")


@dataclass(frozen=True)
class Block:
    """A paragraph, list item or table of a text, with the line it begins on."""

    line: int
    text: str


def blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs, list items and tables of a Markdown text; code and headings are left out."""
    start, gathered, fenced = 0, list[str](), False
    for number, line in enumerate([*text.split("\n"), ""], 1):
        fence = bool(FENCE.match(line))
        new_block = not line.strip() or fence or fenced or _ITEM.match(line) or line.startswith("#")
        if new_block and gathered:
            yield Block(start, "\n".join(gathered))
            gathered = []
        if fence:
            fenced = not fenced
            continue
        if fenced or not line.strip() or line.startswith("#"):
            continue
        if not gathered:
            start = number
        gathered.append(_ITEM.sub("", line))


def uncited_figures(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, figure) for the first figure of each block that cites neither a source nor general knowledge."""
    for block in blocks(text):
        if CITATION.search(block.text):
            continue
        bare = _NOT_A_FIGURE.sub(lambda match: " " * len(match.group()), block.text)
        figure = _FIGURE.search(bare)
        if figure:
            yield block.line + block.text.count("\n", 0, figure.start()), figure.group().rstrip(".,")


def read_prose(
    text: str, name: str, language: str, source_keys: Iterable[str], sections: Iterable[Section] = ()
) -> tuple[Prose, list[Problem]]:
    """Return the checked text and its Problems; ``sections`` are the headings it must have, in their order."""
    examined = markup.examine(text)
    problems = [
        *_form_problems(text, name, examined.refused),
        *_section_problems(text, name, language, tuple(sections)),
    ]
    known = {*source_keys, GENERAL}
    citations = tuple(dict.fromkeys(CITATION.findall(text)))
    for match in CITATION.finditer(text):
        if match.group(1) not in known:
            problems.append(
                Problem(
                    name,
                    text.count("\n", 0, match.start()) + 1,
                    "unknown-source",
                    f"[@{match.group(1)}] cites no source of this entry; "
                    f"use one of {', '.join(sorted(known))}, or add the source under 'sources' in the .yml file",
                )
            )
    for line, figure in uncited_figures(text):
        problems.append(
            Problem(
                name,
                line,
                "figure-without-source",
                f"'{figure}' stands in a paragraph without a source; "
                "add [@key] for its source, or [@general] if it is general knowledge",
            )
        )
    found_links = tuple(
        dict.fromkeys(
            (match[1], match[2] or "")
            for match in map(markup.CONTENT_PATH.match, _link_targets(text))
            if match is not None
        )
    )
    outside = tuple((address, _line(text, address)) for address in examined.outside)
    return Prose(name, language, text, citations, found_links, outside), problems


def link_line(text: str, kind: str, slug: str) -> int:
    """Return the line on which a text links to the entry ``kind``/``slug``, or to the collection without a slug."""
    at = text.find(f"/{kind}/{slug}.yml" if slug else f"/{kind}/)")
    return text.count("\n", 0, max(at, 0)) + 1


def _line(text: str, piece: str) -> int:
    return text.count("\n", 0, max(text.find(piece), 0)) + 1


def _link_targets(text: str) -> list[str]:
    return re.findall(r"\]\(\s*<?([^)\s>]+)", text) + re.findall(
        r"^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?\s*$", text, re.MULTILINE
    )


def _form_problems(text: str, name: str, refused: Iterable[tuple[str, str, str]]) -> Iterator[Problem]:
    if text.startswith("---\n"):
        yield Problem(name, 1, "front-matter", "the text begins with front matter; facts belong in the .yml file")
    for rule, piece, message in refused:
        at = max(text.find(piece.strip()[:40]), text.find(piece.split("\n")[0][:40])) if piece else 0
        yield Problem(name, text.count("\n", 0, max(at, 0)) + 1, rule, message)
    for number, line in enumerate(text.split("\n"), 1):
        if BLANK in line:
            yield Problem(name, number, "blank", f"the text still says {BLANK}; write what belongs there")
        if re.match(r"^#\s", line):
            yield Problem(name, number, "heading-level", "a heading of level 1 is the page's title; begin with '## '")


def _section_problems(text: str, name: str, language: str, sections: tuple[Section, ...]) -> Iterator[Problem]:
    wanted = [section.heading[language] for section in sections if language in section.heading]
    names = [match[1] for line in text.split("\n") if (match := _HEADING.match(line))]
    for heading in wanted:
        if heading not in names:
            yield Problem(name, 1, "missing-section", f"the heading '## {heading}' is missing; add it with its text")
    present = [heading for heading in names if heading in wanted]
    if present != [heading for heading in wanted if heading in present]:
        yield Problem(name, 1, "section-order", f"the headings must come in this order: {', '.join(wanted)}; move them")
