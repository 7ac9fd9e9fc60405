"""Reads the git repository that holds a hub: what a state is called, and the files it holds. Changes nothing."""

import subprocess
from collections.abc import Iterable
from pathlib import Path


class GitError(Exception):
    """Git cannot tell; the message says why, in plain words."""


def run_git(root: Path, *words: str) -> bytes:
    """Return what git says in the folder ``root``; raises GitError."""
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise GitError("git is not installed; install it") from error
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise GitError(said[-1] if said else "git knows no such state; fetch the branch first, or mend its name")
    return done.stdout


def commit_of(root: Path, name: str) -> str:
    """Return the commit that ``name`` stands for, never an option of git's own; raises GitError."""
    return run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()


def held(root: Path, commit: str, names: Iterable[str]) -> list[str]:
    """Return which of ``names``, files and folders in ``root``, a commit holds; raises GitError."""
    listed = run_git(root, "ls-tree", "--name-only", "-z", commit, "--", *names).decode()
    return [name for name in listed.split("\0") if name]
