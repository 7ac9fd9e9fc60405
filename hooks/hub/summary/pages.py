"""Finds which pages, data files and downloads of the finished hub a change touches, by what they hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .. import urls
from ..model import Id, Library
from .digests import DATA, DOWNLOADS
from .states import Matched, State


@dataclass(frozen=True)
class PageChange:
    """A page that is new, gone or not as it was; ``causes`` are the changed entries that it shows something of."""

    kind: str
    address: str
    causes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outputs:
    """Everything given out that is not as it was."""

    pages: tuple[PageChange, ...]
    downloads: tuple[PageChange, ...]
    data: int


def outputs(old: State, new: State, matched: Matched) -> Outputs:
    """Return what differs in what the two states give out; neither may have errors."""
    before, after = old.given_out(), new.given_out()
    near = _causes(old, new, matched)
    pages: list[PageChange] = []
    downloads: list[PageChange] = []
    data = 0
    for path in sorted({*before, *after}):
        one, other = before.get(path), after.get(path)
        if one == other:
            continue
        kind = "added" if one is None else "removed" if other is None else "changed"
        change = PageChange(kind, urls.address(path), near.get(path, ()))
        if path.endswith(".md"):
            pages.append(change)
        elif path.startswith(DOWNLOADS):
            downloads.append(change)
        elif path.startswith(DATA):
            data += 1
    return Outputs(tuple(pages), tuple(downloads), data)


def _causes(old: State, new: State, matched: Matched) -> Mapping[str, tuple[str, ...]]:
    """Return, for each page of an entry, the slugs of changed entries that it is linked with; none for its own change."""
    touched: set[Id] = {pair.new.id for pair in matched.changed} | {pair.old.id for pair in matched.changed}
    touched |= {entry.id for entry in (*matched.added, *matched.removed)}
    found: dict[str, tuple[str, ...]] = {}
    for state in (old, new):
        library = state.library
        for entry in library.entries.values():
            if entry.id in touched:
                continue
            causes = tuple(sorted({other[1] for other in _linked(library, entry.id) if other in touched}))
            for code in library.settings.languages:
                path = urls.entry_path(entry, code, library.settings)
                found[path] = tuple(dict.fromkeys((*found.get(path, ()), *causes)))
    return found


def _linked(library: Library, entry_id: Id) -> Iterator[Id]:
    yield from (link.target for link in library.outgoing[entry_id])
    yield from (link.source for link in library.incoming[entry_id])
