"""One state of the hub as a comparison needs it: its entries, what is wrong with it, and which files it has."""

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from ..content_folder import read_content
from ..model import Entry, Id, Library
from ..problem import Problem, errors_in
from ..settings import read_settings, settings_block
from .digests import digests


@dataclass(frozen=True)
class State:
    """What the hub is at one time."""

    library: Library
    problems: tuple[Problem, ...]
    files: Mapping[Id, str]
    """A hash of the files of each entry that is there, usable or not."""
    given_out: Callable[[], Mapping[str, bytes]]
    """Makes everything that the state gives out, once, and returns a hash of each file by its path."""

    @property
    def errors(self) -> list[Problem]:
        """Return what keeps this state from being built."""
        return errors_in(self.problems)


@dataclass(frozen=True)
class Pair:
    """An entry before and after; ``old`` has another slug when it was renamed."""

    old: Entry
    new: Entry


@dataclass(frozen=True)
class Matched:
    """The entries of two states, each found again in the other."""

    pairs: tuple[Pair, ...]
    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    unreadable: tuple[Id, ...]
    """Entries whose files differ but that cannot be read in one of the states."""

    @property
    def renamed(self) -> tuple[Pair, ...]:
        """Return the entries that have a new slug."""
        return tuple(pair for pair in self.pairs if pair.old.slug != pair.new.slug)

    @property
    def changed(self) -> tuple[Pair, ...]:
        """Return the entries in which anything at all is written otherwise."""
        return tuple(pair for pair in self.pairs if pair.old.digest != pair.new.digest or pair.old.id != pair.new.id)


def read_state(content: Path, kept: Path | None, environ: Mapping[str, str] = os.environ) -> State:
    """Return the state in ``content``, with the settings and the hand-written pages beside it.

    ``kept`` is the folder where downloads are kept between builds, None for nowhere.
    """
    root = content.parent
    settings, problems = read_settings(settings_block(root / "mkdocs.yml"), environ)
    # What a page says of its own build differs with every commit, and tells nothing of the content.
    settings = replace(settings, commit="")
    library, found = read_content(content, settings)
    return State(library, (*problems, *found), _files(content), cache(partial(digests, library, kept)))


def _files(content: Path) -> dict[Id, str]:
    found: dict[Id, str] = {}
    for facts in sorted(content.glob("*/*.yml")):
        state = hashlib.sha256()
        for file in sorted(facts.parent.glob(f"{facts.stem}.*")):
            if file.is_file() and not file.is_symlink():
                state.update(file.name.encode() + b"\0" + file.read_bytes())
        found[(facts.parent.name, facts.stem)] = state.hexdigest()
    return found


def match(old: State, new: State) -> Matched:
    """Return which entries are the same, new or gone; one that names its former slug is the same."""
    before, after = old.library.entries, new.library.entries
    pairs: list[Pair] = []
    added: list[Entry] = []
    found_again: set[Id] = set()
    for entry_id, entry in after.items():
        former = (entry_id, *((entry.type.name, slug) for slug in reversed(entry.fields.former_slugs)))
        same = next((known for known in former if known in before and (known == entry_id or known not in after)), None)
        if same is not None:
            pairs.append(Pair(before[same], entry))
            found_again.add(same)
        elif entry_id not in old.files:
            added.append(entry)
    removed = [entry for entry_id, entry in before.items() if entry_id not in found_again and entry_id not in new.files]
    read = {*before} & {*after}
    unreadable = [
        entry_id
        for entry_id in sorted({*old.files, *new.files})
        if entry_id not in read
        and old.files.get(entry_id) != new.files.get(entry_id)
        and ((entry_id in new.files and entry_id not in after) or (entry_id in old.files and entry_id not in before))
    ]
    return Matched(tuple(pairs), tuple(added), tuple(removed), tuple(unreadable))
