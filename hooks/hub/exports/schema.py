"""JSON Schemas from the models: what contributors write, and what the API returns."""

import json
from collections.abc import Iterator
from typing import Any

from .. import urls
from ..model import Artefact, ContentType, Library
from ..settings import Settings
from ..tender.terms import DocumentKind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def export(library: Library) -> Iterator[Artefact]:
    """Yield both schemas of every type."""
    settings = library.settings
    for kind in library.types:
        for content in (True, False):
            path = urls.schema_path(kind, content=content)
            make = content_schema if content else api_schema
            yield Artefact(
                path,
                lambda make=make, kind=kind: json.dumps(make(kind, settings), ensure_ascii=False, indent=1) + "\n",  # type: ignore[misc]
                f"{library.digest}:{path}",
            )


def content_schema(kind: ContentType, settings: Settings) -> dict[str, Any]:
    """Return the schema of a type's YAML files, with the hub's languages."""
    schema = kind.fields.model_json_schema(mode="validation", by_alias=True)
    return {**_head(kind, settings, content=True), **_with_languages(schema, settings.languages)}


def api_schema(kind: ContentType, settings: Settings) -> dict[str, Any]:
    """Return the schema of a type's documents in the API."""
    fields = kind.fields.model_json_schema(mode="serialization", by_alias=True)
    definitions = fields.pop("$defs", {})
    link = {
        "type": "object",
        "properties": {
            "type": {"type": "string"},
            "slug": {"type": "string"},
            "relation": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        "required": ["type", "slug", "relation"],
        "additionalProperties": False,
    }
    download = _closed(
        {
            "document": {"enum": [*(each.value for each in DocumentKind), None]},
            "format": {"type": "string"},
            "language": {"enum": list(settings.languages)},
            "address": {"type": "string", "format": "uri"},
        }
    )
    by_language = {code: {"type": "string"} for code in settings.languages}
    links = {"type": "array", "items": {"$ref": "#/$defs/Link"}}
    properties = {
        "type": {"const": kind.name},
        "slug": {"type": "string"},
        "addresses": _closed({code: {"type": "string", "format": "uri"} for code in settings.languages}),
        "fields": {"$ref": "#/$defs/Fields"},
        "prose": {"type": "object", "properties": by_language, "additionalProperties": False},
        "links": _closed({"outgoing": links, "incoming": links}),
        "downloads": {"type": "array", "items": {"$ref": "#/$defs/Download"}},
        "translation": _closed({code: {"enum": ["complete", "missing", "behind"]} for code in settings.languages}),
        "source": {"type": "string"},
    }
    schema = {**_closed(properties), "$defs": {**definitions, "Fields": fields, "Link": link, "Download": download}}
    return {**_head(kind, settings, content=False), **_with_languages(schema, settings.languages)}


def _head(kind: ContentType, settings: Settings, *, content: bool) -> dict[str, Any]:
    return {"$schema": DIALECT, "$id": urls.absolute(urls.schema_path(kind, content=content), settings)}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _with_languages(schema: dict[str, Any], languages: tuple[str, ...]) -> dict[str, Any]:
    """Return the schema with texts that name the hub's languages, so that editors can complete them."""
    definitions = dict(schema.get("$defs", {}))
    text = {"type": "string", "minLength": 1, "maxLength": 2000}
    words = {"type": "array", "items": text}
    for name, item in (("Text", text), ("Keywords", words)):
        if name in definitions:
            definitions[name] = {
                "type": "object",
                "properties": dict.fromkeys(languages, item),
                "additionalProperties": False,
                "minProperties": 1,
            }
    return {**schema, "$defs": definitions}
