"""Which addresses a branch adds: those that the text of another state of the repository does not hold. Only reads git."""

import io
import re
import tarfile
from collections.abc import Iterable
from pathlib import Path

from ..repository import commit_of, held, run_git

_ADDRESS = re.compile(r"https?://[^\s<>\"'`)\]}|]+")
_GOES_ON = re.compile(r"[\w/%?=&#~+@$*-]|[.,:;!][^\s)]")
"""What follows a longer address that only begins as the one looked for."""


def added_since(base: str, addresses: Iterable[str], content: Path, docs: Path) -> list[str]:
    """Return the addresses that the content and pages of the git state ``base`` do not hold, in order.

    Raises GitError when ``base`` is no state of the repository that holds ``content``.
    """
    text = _text_at(base, content, docs)
    known = {address.rstrip(".,:;!") for address in _ADDRESS.findall(text)}
    return [address for address in sorted(addresses) if address not in known and not _holds(text, address)]


def _holds(text: str, address: str) -> bool:
    at = text.find(address)
    while at >= 0:
        if not _GOES_ON.match(text, at + len(address)):
            return True
        at = text.find(address, at + 1)
    return False


def _text_at(base: str, content: Path, docs: Path) -> str:
    root = content.parent
    commit = commit_of(root, base)
    present = held(root, commit, (content.name, docs.name))
    if not present:
        return ""
    pieces: list[str] = []
    with tarfile.open(fileobj=io.BytesIO(run_git(root, "archive", "--format=tar", commit, "--", *present))) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() and member.name.endswith((".yml", ".md")) else None
            if file is not None:
                pieces.append(file.read().decode("utf-8", errors="replace"))
    return "\n".join(pieces)
