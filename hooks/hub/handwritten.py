"""Hand-written pages: ``docs/<language>/*.md`` with a few lines of front matter, read as strictly as entries are."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints, ValidationError

from . import urls
from .explain import explain
from .fields import Fields
from .files import read_text
from .link import lost_reference
from .model import ContentType, Entry, Id, Library, Page
from .problem import Problem
from .prose import link_line, read_prose
from .readability import hard_reading
from .settings import Settings
from .suggest import did_you_mean
from .vocabulary import Line, Slug, Value
from .yaml_values import read_yaml

BLOCK = re.compile(r"^\[\[hub:([a-z-]+)\]\]$", re.MULTILINE)
"""A line that the hub replaces by something made from the entries, such as ``[[hub:history]]``."""


class WayLink(Value):
    """Where a way leads: ``standards``, ``topics/tenders``, or ``page:join`` for a hand-written page."""

    text: Line
    to: Annotated[str, StringConstraints(pattern=r"^(page:)?[a-z0-9-]+(/[a-z0-9-]+)?$")]


class Way(Value):
    """The way in for one kind of reader."""

    title: Line
    text: Line
    links: tuple[WayLink, ...]


class PageFields(Value):
    """The front matter of a hand-written page."""

    page: Slug
    title: Line
    description: Line
    nav: Slug | None = None
    order: int = 0
    unlisted: bool = False
    ways: tuple[Way, ...] = ()
    cites: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")] | None = None


def read_pages(
    docs: Path, library: Library, blocks: frozenset[str], unusable: frozenset[Id] = frozenset()
) -> tuple[tuple[Page, ...], list[Problem]]:
    """Return the hand-written pages of every language and their Problems; ``blocks`` are the known block names."""
    pages: list[Page] = []
    problems: list[Problem] = []
    settings, known = library.settings, {*library.entries, *unusable}
    for language in settings.languages:
        for file in sorted((docs / language).rglob("*.md")):
            name = f"{docs.name}/{file.relative_to(docs).as_posix()}"
            text = read_text(file, name)
            if isinstance(text, Problem):
                problems.append(text)
                continue
            inside = file.relative_to(docs / language).as_posix()
            path = urls.language_root(language, settings) + inside
            page, found = _read_page(text, name, language, path, library.entries)
            problems.extend(found)
            if page is not None:
                pages.append(page)
                problems.extend(_block_problems(page, text, blocks))
                problems.extend(_link_problems(page, text, known, library.types))
    problems.extend(_pair_problems(pages, settings))
    return tuple(pages), problems


def _read_page(
    text: str, name: str, language: str, path: str, entries: Mapping[Id, Entry]
) -> tuple[Page | None, list[Problem]]:
    head, body = _split(text)
    if head is None:
        return None, [
            Problem(name, 1, "front-matter", "the page must begin with '---', its fields and '---'; add them")
        ]
    raw, problems = read_yaml(head, name)
    if raw is None:
        return None, problems
    try:
        fields = PageFields.model_validate(raw.value)
    except ValidationError as error:
        found = explain(error, PageFields)
        return None, [*problems, *(Problem(name, raw.line(f.path) + 1, f.rule, f.message) for f in found)]
    cites = tuple(fields.cites.split("/", 1)) if fields.cites else None
    cited: Fields | None = None
    if cites is not None:
        entry = entries.get((cites[0], cites[1]))
        if entry is None:
            message = f"cites: '{fields.cites}' is no entry; write <type>/<slug> of one"
            problems.append(Problem(name, raw.line(("cites",)) + 1, "unknown-reference", message))
        else:
            cited = entry.fields
    offset = head.count("\n") + 3
    prose, found_in_prose = read_prose(BLOCK.sub("", body), name, language, cited.sources if cited else ())
    problems.extend(Problem(p.path, p.line + offset, p.rule, p.message, p.notice) for p in found_in_prose)
    problems.extend(hard_reading(body, name))
    page = Page(
        key=fields.page,
        language=language,
        path=path,
        title=fields.title,
        description=fields.description,
        body=body,
        links=(*prose.links, *_way_targets(fields.ways)),
        ways=fields.ways,
        unlisted=fields.unlisted,
        source=name,
        group=fields.nav,
        order=fields.order,
        cites=(cites[0], cites[1]) if cites and cited else None,
        outside=tuple((address, line + offset) for address, line in prose.outside),
    )
    return page, problems


def _way_targets(ways: tuple[Way, ...]) -> Iterator[Id]:
    for link in (link for way in ways for link in way.links if not link.to.startswith("page:")):
        kind, _, slug = link.to.partition("/")
        yield kind, slug


def _split(text: str) -> tuple[str | None, str]:
    if not text.startswith("---\n"):
        return None, text
    head, separator, body = text[4:].partition("\n---\n")
    return (head, body) if separator else (None, text)


def _block_problems(page: Page, text: str, known: frozenset[str]) -> Iterator[Problem]:
    for match in BLOCK.finditer(text):
        if match[1] not in known:
            line = text.count("\n", 0, match.start()) + 1
            message = f"the block '{match[1]}' is unknown; use one of: {', '.join(sorted(known))}"
            yield Problem(page.source, line, "unknown-block", message)


def _link_problems(page: Page, text: str, known: set[Id], types: tuple[ContentType, ...]) -> Iterator[Problem]:
    for target in page.links:
        lost = lost_reference(target, known, types)
        if lost:
            yield Problem(page.source, link_line(text, *target), "unknown-reference", lost)


def _pair_problems(pages: list[Page], settings: Settings) -> Iterator[Problem]:
    keys = {page.key for page in pages}
    for page in pages:
        for link in (link for way in page.ways for link in way.links):
            if link.to.startswith("page:") and link.to.removeprefix("page:") not in keys:
                message = f"ways: '{link.to}' is no page{did_you_mean(link.to.removeprefix('page:'), keys)}"
                yield Problem(page.source, 1, "unknown-reference", message)
    first: dict[tuple[str, str], str] = {}
    for page in pages:
        taken = first.setdefault((page.key, page.language), page.source)
        if taken != page.source:
            yield Problem(page.source, 2, "page-key-taken", f"page: '{page.key}' is already {taken}; choose another")
    for page in pages:
        for language in settings.languages:
            if (page.key, language) not in first:
                message = f"the page has no '{language}' version; add one under docs/{language}/ with page: {page.key}"
                yield Problem(page.source, 1, "missing-page", message)
