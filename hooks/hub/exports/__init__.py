"""What the hub gives out. A new output is a file beside these and one line in ``EXPORTERS``."""

from collections.abc import Callable, Iterable, Iterator

from ..model import Artefact, Library
from . import api, pages, schema, security

Exporter = Callable[[Library], Iterable[Artefact]]

EXPORTERS: tuple[Exporter, ...] = (pages.export, api.export, schema.export, security.export)


def artefacts(library: Library) -> Iterator[Artefact]:
    """Yield every artefact of every exporter."""
    for export in EXPORTERS:
        yield from export(library)
