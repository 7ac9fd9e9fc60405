"""The hub's facts as JSON, at addresses that others build on."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any

from .. import urls
from ..downloads import downloads
from ..model import CONTENT_LICENCE, Artefact, Entry, Library, Link
from ..translation import state


def export(library: Library) -> Iterator[Artefact]:
    """Yield the index, one document per type and one per entry."""
    yield _artefact(f"{urls.API}/index.json", lambda: to_json(index(library)), library)
    for kind in library.types:
        entries = library.of_type(kind.name)
        # A type's document holds its entries' documents: each is made once, when the first of the two is written.
        made = {entry.slug: _document_maker(entry, library) for entry in entries}
        head = {"type": kind.name, "count": len(entries), "licence": kind.licence}
        yield _artefact(urls.api_type_path(kind), partial(_collection, head, tuple(made.values())), library)
        for entry in entries:
            yield _artefact(urls.api_entry_path(entry), made[entry.slug], library, entry.raw.path)


def _document_maker(entry: Entry, library: Library) -> Callable[[], str]:
    return cache(lambda: to_json(document(entry, library)))


def _collection(head: dict[str, Any], entries: Iterable[Callable[[], str]]) -> str:
    items = ",\n".join(make().strip() for make in entries)
    return f'{to_json(head).strip()[:-1]}, "entries": [\n{items}\n]}}\n'


def _artefact(path: str, make: Callable[[], str], library: Library, source: str | None = None) -> Artefact:
    return Artefact(path, make, f"{library.digest}:{path}", source)


def to_json(value: Any) -> str:
    """Return a document as JSON on one line that differs only where its content does."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def index(library: Library) -> dict[str, Any]:
    """Return what the hub holds: its types with counts and addresses."""
    settings = library.settings
    return {
        "name": settings.name,
        "languages": list(settings.languages),
        "licence": CONTENT_LICENCE,
        "built": {"commit": settings.commit or None, "date": settings.today.isoformat()},
        "types": [
            {
                "type": kind.name,
                "names": {code: kind.names[code].many for code in settings.languages},
                "count": len(library.of_type(kind.name)),
                "licence": kind.licence,
                "entries": urls.absolute(urls.api_type_path(kind), settings),
                "schema": urls.absolute(urls.schema_path(kind, content=False), settings),
                "content_schema": urls.absolute(urls.schema_path(kind, content=True), settings),
            }
            for kind in library.types
        ],
    }


def document(entry: Entry, library: Library) -> dict[str, Any]:
    """Return one entry as others read it: its facts, its long texts, its links both ways, its state."""
    settings = library.settings
    return {
        "type": entry.type.name,
        "slug": entry.slug,
        "addresses": {
            code: urls.absolute(urls.entry_path(entry, code, settings), settings) for code in settings.languages
        },
        "fields": entry.fields.model_dump(mode="json", by_alias=True),
        "prose": {code: prose.text for code, prose in entry.prose.items()},
        "links": {
            "outgoing": [_link(link, link.target) for link in library.outgoing[entry.id]],
            "incoming": [_link(link, link.source) for link in library.incoming[entry.id]],
        },
        "downloads": [
            {
                "document": file.kind.value if file.kind else None,
                "format": file.form,
                "language": code,
                "address": urls.absolute(file.path, settings),
            }
            for code in settings.languages
            for file in downloads(entry, code)
        ],
        "translation": {code: state(entry, code, settings.first_language).kind for code in settings.languages},
        "source": entry.raw.path,
    }


def _link(link: Link, other: tuple[str, str]) -> dict[str, Any]:
    back = other == link.source
    return {"type": other[0], "slug": other[1], "relation": dict(link.ref.back if back else link.ref.out)}
