"""What a collection can be narrowed and sorted by, for the script that does it in the reader's browser.

The page itself lists everything, so that it works without; the script hides what was not asked for.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from .. import urls
from ..model import Artefact, ContentType, Entry, Facet, Library
from ..present import value_at
from ..relations import Relations
from ..vocabulary import Choice, Text
from ..wording import read_wording
from .api import to_json

FOCUS, TOPIC = "focus", "topic"
"""The facets that every type has: the focus areas and the topics that an entry belongs to."""


def export(library: Library) -> Iterator[Artefact]:
    """Yield one document per type and language."""
    for language in library.settings.languages:
        relations = Relations(library, read_wording(language))
        for kind in library.types:
            if library.of_type(kind.name):
                path = urls.facets_path(kind, language)
                document = partial(_document, library, kind, relations)
                yield Artefact(path, document, f"{library.digest}:{path}", language=language)


def _document(library: Library, kind: ContentType, relations: Relations) -> str:
    return to_json(facets(library, kind, relations))


def facets(library: Library, kind: ContentType, relations: Relations) -> dict[str, Any]:
    """Return a type's facets with their choices, and what each entry answers to them."""
    w = relations.w
    ordered = relations.sorted(library.of_type(kind.name))
    answers = {entry.slug: _answers(library, entry, relations) for entry in ordered}
    labels = {facet.key: str(relations.said(facet.label).unescape()) for facet in kind.facets}
    labels |= {FOCUS: w["facet_focus"], TOPIC: w["facet_topic"]}
    found = []
    for key, label in labels.items():
        choices: dict[str, str] = {}
        for answer in answers.values():
            choices |= dict(answer.get(key, ()))
        if len(choices) > 1:
            by_label = sorted(choices.items(), key=lambda choice: relations.wording.sort_key(choice[1]))
            found.append({"key": key, "label": label, "choices": by_label})
    by_title = sorted(ordered, key=lambda entry: relations.wording.sort_key(relations.plain(entry.fields.title)))
    places = {entry.slug: place for place, entry in enumerate(by_title)}
    return {
        "say": w["facets"],
        "facets": found,
        "entries": {
            entry.slug: {
                "values": {key: [value for value, _ in pairs] for key, pairs in answers[entry.slug].items()},
                "title": places[entry.slug],
                "checked": entry.fields.checked.isoformat(),
            }
            for entry in ordered
        },
    }


def _answers(library: Library, entry: Entry, relations: Relations) -> Mapping[str, list[tuple[str, str]]]:
    found = {facet.key: _values(library, entry, facet, relations) for facet in entry.type.facets}
    topics = relations.topics_of(entry)
    found[TOPIC] = [(topic.slug, relations.plain(topic.fields.title)) for topic in topics]
    found[FOCUS] = [(area.slug, relations.plain(area.fields.title)) for area in relations.areas_of(topics)]
    return {key: pairs for key, pairs in found.items() if pairs}


def _values(library: Library, entry: Entry, facet: Facet, relations: Relations) -> list[tuple[str, str]]:
    value = value_at(entry.fields, facet.path)
    if value is None:
        return []
    return [_pair(library, each, relations) for each in (value if isinstance(value, tuple) else (value,))]


def _pair(library: Library, value: Any, relations: Relations) -> tuple[str, str]:
    if isinstance(value, Choice):
        return value.value, str(relations.said(value).unescape())
    if isinstance(value, Text):
        text = relations.plain(value)
        return text.casefold(), text
    area = library.entries.get(("focus-areas", str(value)))
    return str(value), relations.plain(area.fields.title) if area else str(value)
