"""What the hub gives out. A new output is a file beside these and one line in ``EXPORTERS``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..keeping import kept, make_all
from ..model import Artefact, Library
from . import api, calculators, calendars, documents, evidence, facets, feeds, pages, schema, search_words, security

Exporter = Callable[[Library], Iterable[Artefact]]

DOWNLOADS: tuple[Exporter, ...] = (documents.export,)
"""Made before everything else, for pages tell how large they are."""
EXPORTERS: tuple[Exporter, ...] = (
    pages.export,
    api.export,
    schema.export,
    security.export,
    calculators.export,
    evidence.export,
    calendars.export,
    feeds.export,
    search_words.export,
    facets.export,
)


def artefacts(library: Library, cache: Path | None = None) -> Iterator[Artefact]:
    """Yield every artefact of every exporter; downloads are read back from ``cache`` where they are known there."""
    files = tuple(kept(file, cache) for export in DOWNLOADS for file in export(library))
    library = replace(library, sizes=make_all(files))
    yield from files
    for export in EXPORTERS:
        yield from export(library)
