"""Finds every outside address of the library, wherever it stands, so that each is asked once and told at its lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import Entry, Library, Page
from ..walk import walk


@dataclass(frozen=True, order=True)
class Use:
    """One place that links to an address."""

    path: str
    line: int
    name: str
    """The entry or page that holds it: ``labs/mill``, or the file of a hand-written page."""

    @property
    def place(self) -> str:
        """Return the place as editors jump to it: ``content/labs/mill.yml:41``."""
        return f"{self.path}:{self.line}"


def addresses(library: Library) -> Mapping[str, tuple[Use, ...]]:
    """Return each outside address of the library's entries and pages, in order, with the places that use it."""
    found: dict[str, list[Use]] = {}
    for entry in library.entries.values():
        for address, use in _of_entry(entry):
            found.setdefault(address, []).append(use)
    for page in library.pages:
        for address, use in _of_page(page):
            found.setdefault(address, []).append(use)
    return {address: tuple(sorted(set(uses))) for address, uses in sorted(found.items())}


def _of_entry(entry: Entry) -> Iterator[tuple[str, Use]]:
    name = "/".join(entry.id)
    for visit in walk(entry.fields):
        if isinstance(visit.value, str) and is_outside(visit.value):
            yield visit.value, Use(entry.raw.path, entry.raw.line(visit.path), name)
    for prose in entry.prose.values():
        for address, line in prose.outside:
            yield address, Use(prose.path, line, name)


def _of_page(page: Page) -> Iterator[tuple[str, Use]]:
    for address, line in page.outside:
        yield address, Use(page.source, line, page.source)


def is_outside(value: str) -> bool:
    """Tell whether a value is nothing but an outside address."""
    return value.startswith(("https://", "http://")) and not any(sign.isspace() for sign in value)
