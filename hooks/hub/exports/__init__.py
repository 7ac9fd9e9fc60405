"""What the hub gives out. A new output is a file beside these and one line in ``EXPORTERS``."""

from collections.abc import Callable, Iterable, Iterator

from ..model import Artefact, Library
from . import api, pages, schema

Exporter = Callable[[Library], Iterable[Artefact]]

EXPORTERS: tuple[Exporter, ...] = (pages.export, api.export, schema.export)


def artefacts(library: Library) -> Iterator[Artefact]:
    """Yield every artefact of every exporter."""
    for export in EXPORTERS:
        yield from export(library)
