"""Makes what a state gives out, and keeps a hash of each file: two states are told apart by what they hold."""

import hashlib
from pathlib import Path

from .. import urls
from ..exports import artefacts
from ..model import Library
from ..stage import content_of

DATA = (f"{urls.API}/", f"{urls.FEEDS}/")
DOWNLOADS = "downloads/"


def digests(library: Library, kept: Path | None) -> dict[str, bytes]:
    """Return a hash of each page, data file and download by its path; what only serves the pages is left out."""
    return {
        artefact.path: hashlib.sha256(content_of(artefact)).digest()
        for artefact in artefacts(library, kept)
        if artefact.path.endswith(".md") or artefact.path.startswith((DOWNLOADS, *DATA))
    }
