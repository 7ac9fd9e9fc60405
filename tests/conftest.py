"""What the tests share: the fixture hub, its library, and one strict build of the real site per run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hub.exports import EXPORTERS
from hub.load import load
from hub.model import Library
from hub.render import block_names
from hub.settings import Settings, read_settings, settings_block
from hub.stage import content_of
from hub.types import TYPES

ROOT = Path(__file__).parent.parent
HUB = ROOT / "tests" / "hub"
TODAY = "2026-11-23"
CACHE = ROOT / ".build" / "test-cache"
"""Office files whose content has not changed are made once, not for each of the many builds."""

# The Makefile says which commit is built; what the tests expect must not change with it.
os.environ.pop("HUB_COMMIT", None)


def settings_of(folder: Path, **environ: str) -> Settings:
    settings, problems = read_settings(settings_block(folder / "mkdocs.yml"), {"HUB_TODAY": TODAY, **environ})
    assert problems == []
    return settings


def library_of(folder: Path) -> Library:
    library, problems = load(folder / "content", folder / "docs", TYPES, settings_of(folder), block_names())
    assert [str(problem) for problem in problems if not problem.notice] == []
    return library


def copy_hub(target: Path) -> Path:
    """Copy the fixture hub so that a test may change it; hooks and overrides stay shared."""
    shutil.copytree(HUB, target)
    config = target / "mkdocs.yml"
    config.write_text(config.read_text().replace("../../", f"{ROOT}/"))
    return target


def run(*command: str, cwd: Path = ROOT, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the virtual environment, with the date held still."""
    tool = Path(sys.executable).parent / command[0]
    fixed = {"HUB_TODAY": TODAY, "HUB_CACHE": str(CACHE), "SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HUB_")}
    return subprocess.run(
        [str(tool), *command[1:]],
        cwd=cwd,
        env={**clean, **fixed, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def build(folder: Path, target: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return run("mkdocs", "build", "--strict", "--site-dir", str(target), cwd=folder, **environ)


@pytest.fixture(scope="session")
def library() -> Library:
    """The fixture hub's library."""
    return library_of(HUB)


@pytest.fixture(scope="session")
def made(library: Library) -> dict[str, str]:
    """Every page and every data file that the fixture hub gives out, by path, made once; no office files."""
    found = (artefact for export in EXPORTERS for artefact in export(library))
    return {artefact.path: content_of(artefact).decode() for artefact in found}


@pytest.fixture(scope="session")
def real() -> Library:
    """The real content's library."""
    return library_of(ROOT)


def built(folder: Path, target: Path) -> Path:
    """Build a hub strictly, without a warning, and return the site's folder."""
    result = build(folder, target)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    return target


@pytest.fixture(scope="session")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixture hub, built strictly."""
    return built(HUB, tmp_path_factory.mktemp("fixture") / "site")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly, once per run."""
    return built(ROOT, tmp_path_factory.mktemp("real") / "site")
