"""Checks a hub's documents and content files against the schemas that the hub itself publishes."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from hub.exports.api import document
from hub.exports.schema import api_schema, content_schema
from hub.model import ContentType, Library


def check_api(kind: ContentType, hub: Library) -> None:
    schema = json.loads(json.dumps(api_schema(kind, hub.settings)))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.check_schema(schema)
    entries = hub.of_type(kind.name)
    assert entries
    for entry in entries:
        found = json.loads(json.dumps(document(entry, hub)))
        validator.validate(found)
        with pytest.raises(jsonschema.ValidationError):
            validator.validate({**found, "fields": {**found["fields"], "title": 1}})


def check_content(kind: ContentType, hub: Library, root: Path) -> None:
    schema = json.loads(json.dumps(content_schema(kind, hub.settings)))
    validator = jsonschema.Draft202012Validator(schema)
    entries = hub.of_type(kind.name)
    assert entries
    for entry in entries:
        # Editors read YAML without turning dates into anything but text.
        found = yaml.load((root / entry.raw.path).read_text(encoding="utf-8"), yaml.BaseLoader)
        validator.validate(json.loads(json.dumps(as_an_editor_reads(found))))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({"title": {"sv": "x"}})


def as_an_editor_reads(value: Any) -> Any:
    """Give plain scalars the types that an editor's YAML gives them, dates left as text."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(item) for item in value]
    loaded = yaml.safe_load(value) if value.lstrip("-")[:1].isdigit() and len(value) < 12 else value
    loaded = {"true": True, "false": False}.get(value, loaded)
    return loaded if isinstance(loaded, int | float | bool) else value
