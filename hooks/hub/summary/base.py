"""Finds the state that a change is compared with: another folder, or a commit taken out of git into a folder of its own."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from ..repository import GitError, commit_of, held, run_git

PARTS = ("content", "docs", "released", "mkdocs.yml")
"""What a state consists of; code and look are not compared."""


class BaseError(ValueError):
    """The state to compare with cannot be had; the message says why and what to write."""


@dataclass(frozen=True)
class Base:
    """The content folder of the earlier state, and how many files beside the content a change touches, by folder."""

    content: Path
    others: tuple[tuple[str, int], ...] = ()


def find_base(name: str, content: Path, into: Path) -> Base:
    """Return the state called ``name``: a hub's folder, a content folder, or a git ref, exported below ``into``.

    A ref stands for the commit where the present work left it, so that what others did since is no change of ours.
    Raises BaseError.
    """
    folder = Path(name)
    if name and folder.is_dir():
        return Base(folder / "content" if (folder / "content").is_dir() else folder)
    root = content.resolve().parent
    commit = _left_at(name, root)
    _export(commit, root, into)
    return Base(into / content.name, _others(commit, root))


def _left_at(name: str, root: Path) -> str:
    unknown = f"'{name}' is no folder and no git ref; name one, such as origin/main, or fetch it first"
    if not name:
        raise BaseError(unknown)
    try:
        commit = commit_of(root, name)
    except GitError as error:
        raise BaseError(unknown) from error
    try:
        return run_git(root, "merge-base", commit, "HEAD").decode().split()[0]
    except GitError:  # two histories that never met
        return commit


def _export(commit: str, root: Path, into: Path) -> None:
    parts = held(root, commit, PARTS)
    if not parts:
        raise BaseError(f"commit {commit[:7]} holds no content here; name another")
    # A zip holds no links and no devices: whatever a commit carries comes out as plain files below the folder.
    packed = run_git(root, "archive", "--format=zip", "-0", commit, *parts)
    with zipfile.ZipFile(io.BytesIO(packed)) as bundle:
        bundle.extractall(into)


def _others(commit: str, root: Path) -> tuple[tuple[str, int], ...]:
    listed = run_git(root, "diff", "--name-only", "--relative", "-z", commit, "--", ".")
    count: dict[str, int] = {}
    for path in (path for path in listed.decode(errors="replace").split("\0") if path):
        top = path.split("/", 1)[0]
        if top not in PARTS:
            count[top] = count.get(top, 0) + 1
    return tuple(sorted(count.items()))
