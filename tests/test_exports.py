"""What the hub gives out: the API against its own schemas, the content against theirs, the stage against the site."""

import os
import re
from pathlib import Path

import pytest
from conftest import CACHE, HUB, TODAY, run
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from schema_checks import check_api, check_content

from hub.exports import artefacts
from hub.exports.api import index
from hub.model import Artefact, ContentType, Library
from hub.stage import write_all
from hub.types import TYPES

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_documents_and_content_files_keep_their_schemas(kind: ContentType, library: Library) -> None:
    check_api(kind, library)
    check_content(kind, library, HUB)


def test_the_index_leads_to_everything(library: Library) -> None:
    found = index(library)
    assert [kind["type"] for kind in found["types"]] == [kind.name for kind in TYPES]
    assert all(kind["count"] == 2 for kind in found["types"])
    paths = {artefact.path for artefact in artefacts(library, CACHE)}
    for kind in found["types"]:
        for name in ("entries", "schema", "content_schema"):
            assert kind[name].removeprefix(library.settings.site_url) in paths


def test_artefacts_have_paths_of_their_own(library: Library) -> None:
    paths = [artefact.path for artefact in artefacts(library, CACHE)]
    assert len(paths) == len(set(paths)) > 60


@pytest.mark.parametrize(
    "path",
    ["cases/village-bake.md", "da/emner/baking.md", "da/forretningsmodeller/pay-per-loaf.md", "labs/index.md",
     "clauses/brd-ovn-001.md", "da/udbudsskabeloner/oven.md", "rules/index.md",
     "about.md", "api/v1/cases/village-bake.json", "api/v1/schema/content/topics.json"],
)  # fmt: skip
def test_golden(path: str, made: dict[str, str]) -> None:
    """The expected output, read by people; UPDATE_GOLDEN=1 writes it anew, to be read again before it is kept."""
    found = made[path]
    # Pictures have tests of their own; here it counts where they stand.
    found = re.sub(r'(<svg class="[^"]+").*?</svg>', r"\1…</svg>", found)
    file = GOLDEN / path.replace("/", "__")
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_the_stage_is_what_mkdocs_receives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUB_TODAY", TODAY)
    monkeypatch.setenv("HUB_CACHE", str(CACHE))
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
