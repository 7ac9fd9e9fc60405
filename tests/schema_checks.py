"""Checks a hub's documents and content files against the schemas that the hub itself publishes."""

import json
from pathlib import Path

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
        found = yaml.load((root / entry.raw.path).read_text(encoding="utf-8"), _Editor)
        validator.validate(json.loads(json.dumps(found)))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({"title": {"sv": "x"}})


class _Editor(yaml.SafeLoader):
    """Reads YAML as editors do, which take a date for text."""

    yaml_implicit_resolvers = {
        sign: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:timestamp"]
        for sign, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
