"""What the hub gives out: the API against its own schemas, the content against theirs, the stage against the site."""

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from conftest import HUB, ROOT, TODAY, run
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from hub.exports import artefacts
from hub.exports.api import document, index
from hub.exports.schema import api_schema, content_schema
from hub.model import Artefact, Library
from hub.stage import content_of, write_all
from hub.types import TYPES

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_every_api_document_keeps_its_schema(kind, library: Library, real: Library) -> None:
    for hub in (library, real):
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


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_every_content_file_keeps_its_schema(kind, library: Library, real: Library) -> None:
    for hub in (library, real):
        schema = json.loads(json.dumps(content_schema(kind, hub.settings)))
        validator = jsonschema.Draft202012Validator(schema)
        for entry in hub.of_type(kind.name):
            # Editors read YAML without turning dates into anything but text.
            found = yaml.load((root_of(hub) / entry.raw.path).read_text(encoding="utf-8"), yaml.BaseLoader)
            validator.validate(json.loads(json.dumps(_numbers(found))))
        with pytest.raises(jsonschema.ValidationError):
            validator.validate({"title": {"sv": "x"}})


def root_of(hub: Library) -> Path:
    return HUB if hub.settings.network == "imaginary-towns" else ROOT


def _numbers(value):
    """Give plain scalars the types that an editor's YAML gives them, dates left as text."""
    if isinstance(value, dict):
        return {key: _numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_numbers(item) for item in value]
    loaded = (
        yaml.safe_load(value)
        if isinstance(value, str) and value.lstrip("-")[:1].isdigit() and len(value) < 12
        else value
    )
    loaded = {"true": True, "false": False}.get(value, loaded)
    return loaded if isinstance(loaded, int | float | bool) else value


def test_the_index_leads_to_everything(library: Library) -> None:
    found = index(library)
    assert [kind["type"] for kind in found["types"]] == [kind.name for kind in TYPES]
    assert all(kind["count"] == 2 for kind in found["types"])
    paths = {artefact.path for artefact in artefacts(library)}
    for kind in found["types"]:
        for name in ("entries", "schema", "content_schema"):
            assert kind[name].removeprefix(library.settings.site_url) in paths


def test_artefacts_have_paths_of_their_own(library: Library) -> None:
    paths = [artefact.path for artefact in artefacts(library)]
    assert len(paths) == len(set(paths)) > 60


@pytest.mark.parametrize(
    "path",
    ["cases/village-bake.md", "da/emner/baking.md", "da/forretningsmodeller/pay-per-loaf.md", "labs/index.md",
     "about.md", "api/v1/cases/village-bake.json", "api/v1/schema/content/topics.json"],
)  # fmt: skip
def test_golden(path: str, library: Library) -> None:
    """The expected output, read by people; UPDATE_GOLDEN=1 writes it anew, to be read again before it is kept."""
    made = next(content_of(artefact).decode() for artefact in artefacts(library) if artefact.path == path)
    # Pictures have tests of their own; here it counts where they stand.
    made = re.sub(r'(<svg class="[^"]+").*?</svg>', r"\1…</svg>", made)
    file = GOLDEN / path.replace("/", "__")
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


def test_the_stage_is_what_mkdocs_receives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUB_TODAY", TODAY)
    result = run("hub", "stage", str(tmp_path / "staged"), cwd=HUB)
    assert result.returncode == 0, result.stderr
    config = load_config(str(HUB / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    received = {file.src_uri: file.content_bytes for file in config.plugins.on_files(Files([]), config=config)}
    staged = {
        file.relative_to(tmp_path / "staged").as_posix(): file.read_bytes()
        for file in (tmp_path / "staged").rglob("*")
        if file.is_file()
    }
    assert staged == received
    assert len(staged) > 60


def test_the_stage_stays_in_its_folder(tmp_path: Path) -> None:
    def once(path: str) -> Artefact:
        return Artefact(path, lambda: "x", "k")

    with pytest.raises(ValueError, match="outside"):
        write_all([once("../x")], tmp_path)
    with pytest.raises(ValueError, match="two artefacts"):
        write_all([once("a"), once("a")], tmp_path)
