"""How an entry stands in each language: whole, missing something, or behind its original."""

import hashlib
import json
from dataclasses import dataclass

from .model import Entry
from .vocabulary import Text
from .walk import walk


@dataclass(frozen=True)
class State:
    """One language's state: ``complete``, ``missing`` or ``behind`` (then ``since`` is the date it still follows)."""

    kind: str
    since: str = ""


def text_state(entry: Entry, language: str) -> str:
    """Return a hash of all that an entry says in one language: what a translation was made from."""
    texts = [visit.value.root.get(language, "") for visit in walk(entry.fields) if isinstance(visit.value, Text)]
    prose = entry.prose[language].text if language in entry.prose else ""
    return hashlib.sha256(json.dumps([texts, prose], ensure_ascii=False).encode()).hexdigest()[:12]


def state(entry: Entry, language: str, original: str) -> State:
    """Return how the entry stands in ``language`` when ``original`` is the language it is written in first."""
    if language not in entry.whole_in:
        return State("missing")
    recorded = entry.fields.translated.get(language)
    if language != original and recorded is not None and recorded.origin != text_state(entry, original):
        return State("behind", recorded.date.isoformat())
    return State("complete")
