"""What clauses and templates are checked for alike, in the same words."""

from collections.abc import Iterator, Sequence

from ..fields import Finding, Path
from .terms import Release


def version_findings(version: str, versions: Sequence[Release]) -> Iterator[Finding]:
    """Yield what is wrong when the present version is not the newest that the entry tells of."""
    newest = versions[0].version
    if newest != version:
        message = (
            f"version is {version}, but the newest under 'versions' is {newest}; say there what changed, newest first"
        )
        yield Finding(("version",), "version-untold", message)


def key_findings(place: Path, keys: Sequence[str]) -> Iterator[Finding]:
    """Yield each key that stands twice among the items at ``place``."""
    for number, key in enumerate(keys):
        if key in keys[:number]:
            yield Finding((*place, number, "key"), "key-taken", f"the key '{key}' stands twice; give each its own")
