"""Keeps dear artefacts between builds: a file whose key is known is read back, never made again."""

import contextlib
import os
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path

from .model import Artefact

FOLDER = ".cache/hub"
"""Where kept files lie, beside ``mkdocs.yml``; ``HUB_CACHE`` names another place, ``HUB_CACHE=off`` keeps none."""
WORKERS = 2
"""How many files are made at a time: each keeps one process busy, and small machines have two cores."""


def cache_folder(root: Path) -> Path | None:
    """Return where to keep files for the hub at ``root``, or None when none shall be kept."""
    wanted = os.environ.get("HUB_CACHE", "")
    if wanted == "off":
        return None
    return Path(wanted) if wanted else root / FOLDER


def kept(artefact: Artefact, folder: Path | None) -> Artefact:
    """Return the artefact with a ``make`` that runs at most once, and not at all when its key is kept in ``folder``."""
    file = folder / f"{artefact.key}{Path(artefact.path).suffix}" if folder and artefact.keep else None

    @cache
    def make() -> str | bytes:
        if file is not None and file.is_file():
            return file.read_bytes()
        made = artefact.make()
        if file is not None:
            _write(file, made if isinstance(made, bytes) else made.encode())
        return made

    return replace(artefact, make=make)


def _write(file: Path, data: bytes) -> None:
    """Write a file that is never seen half-written; a folder that cannot be written to only costs time."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as half:
            half.write(data)
        Path(half.name).replace(file)


def make_all(artefacts: Iterable[Artefact]) -> dict[str, int]:
    """Make the artefacts, a few at a time, and return their sizes in bytes by path."""
    found = tuple(artefacts)
    with ThreadPoolExecutor(WORKERS) as pool:
        made = pool.map(lambda artefact: artefact.make(), found)
        return {
            artefact.path: len(data if isinstance(data, bytes) else data.encode())
            for artefact, data in zip(found, made, strict=True)
        }
