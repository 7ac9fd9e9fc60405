"""Finds what a reviewer must look at beyond the change itself: translations left behind, new sources, versions to raise."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model import Entry
from ..outside.ledger import Status
from ..problem import Problem
from ..translation import text_state
from .states import Matched, State

_ANSWERS = {Status.OK: "good", Status.REFUSED: "refused", Status.GONE: "dead", Status.NO_HOST: "dead"}
"""What a reviewer is told of an address by its status; any other failure may pass, and proves nothing yet."""
_VERSION_RULES = ("version-unchanged", "version-older", "pin-behind", "released-gone")


class LinksError(ValueError):
    """The file of answers cannot be used; the message says why."""


@dataclass(frozen=True)
class Behind:
    """An entry whose original changed while the translation did not."""

    entry: Entry
    original: str
    language: str


@dataclass(frozen=True)
class NewSource:
    """A source address that the earlier state did not have, and whether it answers (empty: nobody asked)."""

    entry: Entry
    publisher: str
    address: str
    state: str = ""


def left_behind(matched: Matched, languages: tuple[str, ...]) -> Iterator[Behind]:
    """Yield each entry that was changed in its first language only, unless it is recorded that the translation fits."""
    original = languages[0]
    for pair in matched.changed:
        now = text_state(pair.new, original)
        if text_state(pair.old, original) == now:
            continue
        for code in languages[1:]:
            recorded = pair.new.fields.translated.get(code)
            fits = recorded is not None and recorded.origin == now
            if not fits and text_state(pair.old, code) == text_state(pair.new, code):
                yield Behind(pair.new, original, code)


def new_sources(old: State, new: State, links: Mapping[str, str]) -> Iterator[NewSource]:
    """Yield each source address that is new to the whole hub, once, with what ``links`` knows of it."""
    known = {source.url for entry in old.library.entries.values() for source in entry.fields.sources.values()}
    for entry in new.library.entries.values():
        if old.files.get(entry.id) == new.files.get(entry.id):
            continue
        for source in entry.fields.sources.values():
            if source.url not in known:
                known.add(source.url)
                yield NewSource(entry, source.publisher, source.url, links.get(source.url, ""))


def version_problems(new: State) -> list[Problem]:
    """Return the Problems that a new version number, or a withdrawn text, would mend."""
    return [problem for problem in new.problems if problem.rule in _VERSION_RULES]


def new_notices(old: State, new: State) -> list[Problem]:
    """Return the notices that the earlier state did not have; a line that only moved is not new."""
    known = {_said(problem) for problem in old.problems}
    return [problem for problem in new.problems if problem.notice and _said(problem) not in known]


def _said(problem: Problem) -> tuple[str, str, str]:
    return problem.path.partition("/")[2], problem.rule, problem.message


def read_links(file: Path) -> dict[str, str]:
    """Return what is known of each address in a file that ``hub links check --json`` wrote; raises LinksError.

    Nothing is said of an address that was not reached in time.
    """
    try:
        found = json.loads(file.read_text(encoding="utf-8"))["addresses"]
        return {
            str(each["address"]): _ANSWERS.get(Status(each["status"]), "unknown")
            for each in found
            if each["status"] is not None
        }
    except (OSError, ValueError, TypeError, KeyError) as error:
        message = (
            f"'{file}' cannot be used ({type(error).__name__}); "
            "a JSON list of addresses, as 'hub links check --json' writes it, was expected"
        )
        raise LinksError(message) from error
