"""Reads a whole hub as it lies on disk: the entries, and the hand-written pages beside them."""

from pathlib import Path

from .load import load
from .model import Library
from .problem import Problem
from .render import block_names
from .settings import Settings
from .types import TYPES


def read_content(content: Path, settings: Settings) -> tuple[Library, list[Problem]]:
    """Return the library in ``content``, with the hand-written pages beside it, and every Problem."""
    docs = content.parent / "docs"
    return load(content, docs if docs.is_dir() else None, TYPES, settings, block_names())
