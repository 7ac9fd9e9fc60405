"""Counts how often an event has changed since readers could take it into their calendars.

A calendar replaces an event it knows when the same UID comes with a higher SEQUENCE (RFC 5545, 3.8.7.4). What was
given out is recorded beside the released texts, so nobody who edits an event has to think of a number.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .model import Entry, Library, Sequences
from .problem import Problem

NAME = "released/events.json"
"""Where the given-out state lies, beside the content folder."""
KIND = "events"
_SHOWN = {"title", "summary", "state", "when", "place", "venue", "online", "sign_up"}
"""The fields that reach a calendar."""


def shown_state(entry: Entry) -> str:
    """Return a hash of all that an event brings into a calendar."""
    said = entry.fields.model_dump(mode="json", by_alias=True, include=_SHOWN, exclude_defaults=True)
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def sequence(entry: Entry, given_out: Sequences) -> int:
    """Return how many times the event has changed since it was first given out."""
    known = given_out.get(entry.slug)
    if known is None:
        return 0
    number, state = known
    return number if state == shown_state(entry) else number + 1


def read_sequences(content: Path) -> tuple[Sequences, list[Problem]]:
    """Return what was given out so far, nothing when there is no such file; ``content`` is the content folder."""
    file = content.parent / NAME
    if not file.is_file():
        return {}, []
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {str(slug): (int(each["sequence"]), str(each["state"])) for slug, each in found.items()}, []
    except (ValueError, AttributeError, TypeError, KeyError, OSError):
        message = "the events given out so far cannot be read; take the file back from the last good commit"
        return {}, [Problem(NAME, 1, "sequences-unreadable", message)]


def release(library: Library) -> Mapping[str, Any]:
    """Return the state to record: each event with its present number; what is gone keeps its last one."""
    known = {slug: {"sequence": number, "state": state} for slug, (number, state) in library.sequences.items()}
    present = {
        entry.slug: {"sequence": sequence(entry, library.sequences), "state": shown_state(entry)}
        for entry in library.of_type(KIND)
    }
    return {**known, **present}
