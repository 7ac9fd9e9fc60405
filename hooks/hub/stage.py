"""Writes every artefact to a folder, so that another engine, or a test, has just what MkDocs is given."""

from collections.abc import Iterable
from pathlib import Path

from .model import Artefact


def content_of(artefact: Artefact) -> bytes:
    """Return an artefact's bytes."""
    made = artefact.make()
    return made.encode() if isinstance(made, str) else made


def write_all(artefacts: Iterable[Artefact], folder: Path) -> int:
    """Write the artefacts below ``folder`` and return how many there were.

    Raises ValueError for a path that would leave the folder or that two artefacts share, and OSError when writing
    fails.
    """
    written: set[str] = set()
    root = folder.resolve()
    for artefact in artefacts:
        target = (root / artefact.path).resolve()
        if not target.is_relative_to(root):
            raise ValueError(f"the artefact '{artefact.path}' would be written outside the folder")
        if artefact.path in written:
            raise ValueError(f"two artefacts are called '{artefact.path}'")
        written.add(artefact.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content_of(artefact))
    return len(written)
