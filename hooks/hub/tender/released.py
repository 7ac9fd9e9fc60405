"""Keeps a version number worth trusting: what was released under it stays as it was, and no id comes back with another text."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from ..fields import Fields
from ..model import Entry, Id, Library
from ..problem import Problem

NAME = "released/versions.json"
"""Where the released state lies, beside the content folder."""
_SPEAKING: Mapping[str, frozenset[str]] = {
    "clauses": frozenset({"variants", "parameters", "verification", "equivalence"}),
    "tender-templates": frozenset(
        {"lots", "undivided_reason", "procedure", "includes", "evaluation", "timetable", "life_cycle"}
    ),
}
"""The fields that reach a tender document, by type; a changed reason or source needs no new version."""

Released = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Type, slug and version to the state of the text."""


def text_state(kind: str, fields: Fields) -> str:
    """Return a hash of all that an entry brings into a tender."""
    said = fields.model_dump(mode="json", by_alias=True, include=set(_SPEAKING[kind]), exclude_defaults=True)
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def read_released(content: Path) -> tuple[Released, list[Problem]]:
    """Return what was released so far, nothing when there is no such file; ``content`` is the content folder."""
    file = content.parent / NAME
    if not file.is_file():
        return {}, []
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {str(kind): {str(s): dict(v) for s, v in slugs.items()} for kind, slugs in found.items()}, []
    except (ValueError, AttributeError, TypeError, OSError):
        message = "the released versions cannot be read; take the file back from the last good commit"
        return {}, [Problem(NAME, 1, "released-unreadable", message)]


def check(library: Library, released: Released) -> Iterator[Problem]:
    """Yield a Problem for each text that changed under a version that is out, and each released entry that is gone."""
    for kind, by_slug in released.items():
        for slug, versions in by_slug.items():
            entry = library.entries.get((kind, slug))
            if entry is not None:
                yield from _changed(entry, versions)


def gone(present: Set[Id], released: Released, folder: str) -> Iterator[Problem]:
    """Yield a Problem for each released entry that has no file in ``folder``; ``present`` are those that have one."""
    for kind, by_slug in released.items():
        for slug in by_slug:
            if (kind, slug) not in present:
                message = "it was released and may be in use; bring the file back and write 'status: withdrawn'"
                yield Problem(f"{folder}/{kind}/{slug}.yml", 1, "released-gone", message)


def _changed(entry: Entry, versions: Mapping[str, str]) -> Iterator[Problem]:
    version = _version(entry)
    known = versions.get(version)
    if known is not None and known != text_state(entry.type.name, entry.fields):
        message = (
            f"the text has changed, but version {version} is already released; "
            "raise 'version' and say under 'versions' what changed"
        )
        yield Problem(entry.raw.path, entry.raw.line(("version",)), "version-unchanged", message)
    newest = max(versions, key=_order, default=version)
    if _order(version) < _order(newest):
        message = f"version {version} is older than {newest}, which is released; use a newer number"
        yield Problem(entry.raw.path, entry.raw.line(("version",)), "version-older", message)


def _version(entry: Entry) -> str:
    return str(getattr(entry.fields, "version", ""))


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def release(library: Library, released: Released) -> dict[str, dict[str, dict[str, str]]]:
    """Return the released state with the present versions added; what is out already stays."""
    result: dict[str, dict[str, dict[str, str]]] = {
        kind: {slug: dict(versions) for slug, versions in by_slug.items()} for kind, by_slug in released.items()
    }
    for kind in _SPEAKING:
        for entry in library.of_type(kind):
            own = result.setdefault(kind, {}).setdefault(entry.slug, {})
            own.setdefault(_version(entry), text_state(kind, entry.fields))
    return result


def written(released: Mapping[str, Any]) -> str:
    """Return the released state as the file holds it."""
    return json.dumps(released, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
