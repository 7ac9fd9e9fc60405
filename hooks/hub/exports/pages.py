"""The pages: one per entry and language, one per collection, and the hand-written ones."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .. import urls
from ..model import Artefact, ContentType, Entry, Library
from ..relations import Relations
from ..render import Renderer, render_collection, render_entry, render_page, renderer
from ..speech import Speech


def export(library: Library) -> Iterator[Artefact]:
    """Yield every page as Markdown with front matter."""
    using = renderer(library)
    for kind in library.types:
        entries = library.of_type(kind.name)
        if not entries:
            continue
        for language in library.settings.languages:
            yield _collection(using, kind, language)
            ordered = Relations(library, using.wordings[language]).sorted(entries)
            for number, entry in enumerate(ordered):
                before = ordered[number - 1] if number else None
                after = ordered[number + 1] if number + 1 < len(ordered) else None
                yield _entry(using, entry, language, before, after)
    yield from _handwritten(using)


def _artefact(path: str, meta: Mapping[str, Any], body: Callable[[], str], key: str) -> Artefact:
    # JSON is YAML too, and quicker to write; engines read it as front matter.
    head = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items() if value)
    return Artefact(
        path, lambda: f"---\n{head}\n---\n{body()}", key, str(meta.get("source", "")), str(meta["lang"]), meta
    )


def _collection(using: Renderer, kind: ContentType, language: str) -> Artefact:
    settings = using.library.settings
    paths = {code: urls.collection_path(kind, code, settings) for code in settings.languages}
    meta = {
        "title": kind.names[language].many,
        "description": kind.names[language].intro,
        "lang": language,
        "kind": "collection",
        "type": kind.name,
        "label": kind.names[language].many,
        "alternates": urls.alternates(paths),
        "trail": [],
        "group": kind.group,
    }
    key = f"{using.library.digest}:{paths[language]}"
    return _artefact(paths[language], meta, lambda: render_collection(using, kind, language), key)


def _entry(using: Renderer, entry: Entry, language: str, before: Entry | None, after: Entry | None) -> Artefact:
    library = using.library
    settings = library.settings
    paths = {code: urls.entry_path(entry, code, settings) for code in settings.languages}
    speech = Speech(using.wordings[language])

    def neighbour(other: Entry | None) -> dict[str, str] | None:
        if other is None:
            return None
        path = urls.entry_path(other, language, settings)
        return {"title": speech.plain(other.fields.title), "path": path}

    collection = urls.collection_path(entry.type, language, settings)
    meta: dict[str, Any] = {
        "title": speech.plain(entry.fields.title),
        "description": speech.plain(entry.fields.summary),
        "lang": language,
        "kind": "entry",
        "type": entry.type.name,
        "label": entry.type.names[language].many,
        "alternates": urls.alternates(paths),
        "parent": collection,
        "trail": [{"title": entry.type.names[language].many, "address": urls.address(collection)}],
        "previous": neighbour(before),
        "next": neighbour(after),
        "source": entry.raw.path,
        "updated": entry.fields.updated.isoformat(),
        "group": entry.type.group,
    }
    key = f"{library.digest}:{paths[language]}"
    return _artefact(paths[language], meta, lambda: render_entry(using, entry, language), key)


def _handwritten(using: Renderer) -> Iterator[Artefact]:
    library = using.library
    for page in library.pages:
        paths = {other.language: other.path for other in library.pages if other.key == page.key}
        home = page.path == urls.home_path(page.language, library.settings)
        meta: dict[str, Any] = {
            "title": page.title,
            "description": page.description,
            "lang": page.language,
            "kind": "home" if home else "page",
            "type": page.key,
            "label": using.wordings[page.language].words["page_label"],
            "unlisted": page.unlisted,
            "alternates": urls.alternates(paths),
            "trail": [],
            "source": page.source,
            "group": page.group,
        }
        key = f"{library.digest}:{page.path}"
        yield _artefact(page.path, meta, lambda page=page: render_page(using, page), key)  # type: ignore[misc]
