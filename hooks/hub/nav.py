"""One light navigation per language: the collections and the hand-written pages, never the entries.

Navigation that lists every page makes build time and page size grow with the square of the number of entries; with
this one both grow in proportion, and every page stays light for its readers.
"""

from dataclasses import dataclass

from . import urls
from .model import Library
from .wording import Wording

GROUPS = ("knowledge", "tenders", "practice", "activities", "about")


@dataclass(frozen=True)
class NavItem:
    """One page in the navigation."""

    title: str
    path: str


@dataclass(frozen=True)
class NavGroup:
    """A heading in the navigation and the pages under it."""

    key: str
    title: str
    entries: tuple[NavItem, ...]


def navigation(library: Library, wording: Wording) -> tuple[NavGroup, ...]:
    """Return the groups of one language's navigation that have something in them, in reading order."""
    groups = (_group(key, library, wording) for key in GROUPS)
    return tuple(group for group in groups if group.entries)


def footer(library: Library, wording: Wording) -> tuple[NavItem, ...]:
    """Return the hand-written pages that stand at the foot of every page."""
    return _pages("footer", library, wording)


def _group(key: str, library: Library, wording: Wording) -> NavGroup:
    settings, language = library.settings, wording.language
    collections = tuple(
        NavItem(kind.names[language].many, urls.collection_path(kind, language, settings))
        for kind in library.types
        if kind.group == key and library.of_type(kind.name)
    )
    return NavGroup(key, str(wording.words["groups"][key]), (*collections, *_pages(key, library, wording)))


def _pages(key: str, library: Library, wording: Wording) -> tuple[NavItem, ...]:
    found = [page for page in library.pages if page.group == key and page.language == wording.language]
    return tuple(NavItem(page.title, page.path) for page in sorted(found, key=lambda page: (page.order, page.title)))
