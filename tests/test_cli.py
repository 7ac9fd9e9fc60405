"""The command line, as a contributor meets it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from conftest import HUB, ROOT, copy_hub, run

from hub.types import TYPES


def test_check_is_clean_on_good_content() -> None:
    result = run("hub", "check", cwd=HUB)
    assert (result.returncode, result.stdout) == (0, "34 entries read: 0 errors, 0 notices\n")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    hub = copy_hub(tmp_path / "hub")
    file = hub / "content" / "labs" / "mill.yml"
    file.write_text(file.read_text().replace("kind: living-lab", "kind: dead-lab, 100%"))
    return hub


def test_check_tells_as_text(broken: Path) -> None:
    result = run("hub", "check", cwd=broken)
    assert result.returncode == 1
    assert result.stdout.startswith("content/labs/mill.yml:10: kind: 'dead-lab, 100%' is not one of the choices")


def test_check_tells_as_json(broken: Path) -> None:
    result = run("hub", "check", "--format", "json", cwd=broken)
    assert result.returncode == 1
    assert json.loads(result.stdout)["problems"][0]["rule"] == "unknown-choice"


def test_check_tells_as_annotations(broken: Path) -> None:
    result = run("hub", "check", "--format", "github", cwd=broken)
    assert result.stdout.startswith(
        "::error file=content/labs/mill.yml,line=10,title=unknown-choice::kind: 'dead-lab, 100%25'"
    )


def test_wrong_use_is_told_apart() -> None:
    assert run("hub", "check", "--content", "nowhere", cwd=HUB).returncode == 2
    assert run("hub", "check", "--format", "xml", cwd=HUB).returncode == 2
    for words in (("labz", "x"), ("labs", "Not A Slug"), ("labs", "mill")):
        result = run("hub", "new", *words, cwd=HUB)
        assert result.returncode == 2
        assert "Traceback" not in result.stderr
    assert "did you mean 'labs'" in run("hub", "new", "labz", "x", cwd=HUB).stderr


def test_stage_writes_nothing_from_bad_content(broken: Path, tmp_path: Path) -> None:
    result = run("hub", "stage", str(tmp_path / "out"), cwd=broken)
    assert result.returncode == 1
    assert "content/labs/mill.yml:10" in result.stderr
    assert not (tmp_path / "out").exists()


def fill_in(text: str, known: dict[str, str]) -> str:
    """Fill every blank as a person would, with nothing but the comment above it to go by."""
    filled: list[str] = []
    comment = ""
    for line in text.split("\n"):
        if line.lstrip().startswith("# "):
            comment = line
        elif "UDFYLD" in line:
            choice = re.search(r"(?:Vælg|Choose): ([a-z-]+)", comment)
            folder = re.search(r"content/([a-z-]+)", comment)
            example = re.search(r"(?:Eksempel|Example): (.+?)\.(?: |$)", comment)
            value = "noget" if '"UDFYLD"' in line else "true" if "money" in line else "noget"
            if folder:
                value = known[folder[1]]
            elif choice:
                value = choice[1]
            elif example:
                value = example[1]
            line = line.replace("UDFYLD", value)  # noqa: PLW2901
        filled.append(line)
    return "\n".join(filled)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_a_new_entry_passes_once_its_blanks_are_filled(kind, tmp_path: Path) -> None:
    hub = tmp_path / "hub"
    shutil.copytree(HUB, hub)
    slug = {"clauses": "brd-new-009"}.get(kind.name, "brand-new")
    result = run("hub", "new", kind.name, slug, cwd=hub)
    assert result.returncode == 0, result.stderr
    blank = run("hub", "check", cwd=hub)
    assert blank.returncode == 1
    assert "UDFYLD" in blank.stdout
    assert "Traceback" not in blank.stderr
    files = list((hub / "content" / kind.name).glob(f"{slug}.*"))
    assert len(files) == (3 if kind.sections else 1)
    known = {each.name: sorted((hub / "content" / each.name).glob("*.yml"))[0].stem for each in TYPES}
    for file in files:
        file.write_text(fill_in(file.read_text(), known))
    result = run("hub", "check", cwd=hub)
    assert [line for line in result.stdout.splitlines() if not re.search("notice|readability", line)] == []
    assert result.returncode == 0


def test_the_linter_keeps_engines_out_of_the_core(tmp_path: Path) -> None:
    planted = tmp_path / "hooks" / "hub" / "planted.py"
    planted.parent.mkdir(parents=True)
    planted.write_text("from mkdocs.config import Config\nimport material\n")
    result = run("ruff", "check", "--config", str(ROOT / "pyproject.toml"), "--select", "TID251", str(planted))
    assert result.stdout.count("TID251") == 2
    clean = run("ruff", "check", "--select", "TID251", "hooks")
    assert clean.returncode == 0, clean.stdout
