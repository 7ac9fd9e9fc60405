"""Builds one content folder that holds every planted defect of ``tests/bad``, each on a copy of a good entry."""

import shutil
from pathlib import Path
from typing import Any

import yaml

BAD = Path(__file__).parent / "bad"


def cases() -> dict[str, dict[str, Any]]:
    """Return the planted defects by name."""
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(BAD.glob("*.yml"))}


def plant_all(hub: Path, target: Path) -> dict[str, set[str]]:
    """Copy the hub's content to ``target``, plant every defect, and return the files that belong to each."""
    shutil.copytree(hub / "content", target)
    return {name: plant(name, case, hub / "content", target) for name, case in cases().items()}


def plant(name: str, case: dict[str, Any], good: Path, target: Path) -> set[str]:
    """Plant one defect; ``as`` gives the copy a name of its own, ``also`` names further copies that it needs."""
    name = case.get("as", name)
    files: set[str] = set().union(*(plant(name, more, good, target) for more in case.get("also", ())))
    if "entry" in case:
        kind, slug = case["entry"].split("/")
        for file in (good / kind).glob(f"{slug}.*"):
            ending = file.name.partition(".")[2]
            edits = [edit for edit in case.get("edit", ()) if edit[0] == ending]
            if any(old is None for _, old, _ in edits):
                continue
            text = file.read_text(encoding="utf-8")
            for _, old, new in edits:
                assert old in text, f"{name}: {old!r} is not in {file.name}"
                text = text.replace(old, new, 1)
            copy = target / kind / f"{name}.{ending}"
            copy.write_text(text, encoding="utf-8")
            files.add(f"{kind}/{copy.name}")
    for extra in case.get("add", ()):
        path = target / extra["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        if "hex" in extra:
            path.write_bytes(bytes.fromhex(extra["hex"]))
        elif "repeat" in extra:
            before, piece, times, after = extra["repeat"]
            path.write_text(before + piece * times + after, encoding="utf-8")
        else:
            path.write_text(extra["text"], encoding="utf-8")
        files |= {extra["path"], extra["path"].rsplit("/", 1)[0]}
    return files
