"""Finds what changed in a long text: under which heading, how many sentences and words, and how hard it is to read now."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..prose import FENCE
from ..readability import lix, sentences, words_of
from .states import Matched, State

_HEADING = re.compile(r"^#{2,6}\s+(.*?)\s*#*\s*$")


@dataclass(frozen=True)
class Section:
    """What changed under one heading; an empty ``heading`` is what stands before the first."""

    heading: str
    kind: str
    """``changed``, ``added``, ``removed``, or ``form`` when no sentence changed: citations, links, tables."""
    changed: int = 0
    added: int = 0
    removed: int = 0
    words_added: int = 0
    words_removed: int = 0


@dataclass(frozen=True)
class TextChange:
    """What changed in one text of one language."""

    path: str
    language: str
    kind: str
    """``changed``, ``added`` or ``removed``: the text as a whole."""
    sections: tuple[Section, ...]
    lix_before: float | None
    lix_after: float | None


def text_change(path: str, language: str, old: str | None, new: str | None) -> TextChange | None:
    """Return what changed from ``old`` to ``new``, None for nothing; a text that is not there is None."""
    if old == new:
        return None
    kind = "added" if old is None else "removed" if new is None else "changed"
    found = tuple(_sections(old or "", new or "")) if kind == "changed" else ()
    return TextChange(path, language, kind, found, lix(old or ""), lix(new or ""))


def _sections(old: str, new: str) -> Iterator[Section]:
    before, after = _by_heading(old), _by_heading(new)
    for heading in {**after, **before}:
        one, other = before.get(heading), after.get(heading)
        if one == other:
            continue
        kind = "added" if one is None else "removed" if other is None else "changed"
        yield _compared(heading, kind, one or "", other or "")


def _by_heading(text: str) -> Mapping[str, str]:
    found: dict[str, list[str]] = {"": []}
    heading, fenced = "", False
    for line in text.split("\n"):
        fenced ^= bool(FENCE.match(line))
        title = None if fenced else _HEADING.match(line)
        if title:
            heading = title[1]
            found.setdefault(heading, [])
        else:
            found[heading].append(line)
    return {heading: "\n".join(lines).strip() for heading, lines in found.items() if heading or any(lines)}


def _compared(heading: str, kind: str, old: str, new: str) -> Section:
    before, after = ([said.strip() for _, said in sentences(text) if said.strip()] for text in (old, new))
    changed = added = removed = words_added = words_removed = 0
    for step, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            continue
        both = min(b - a, d - c)
        changed, added, removed = changed + both, added + (d - c) - both, removed + (b - a) - both
        gone, come = words_of(" ".join(before[a:b])), words_of(" ".join(after[c:d]))
        for word_step, e, f, g, h in SequenceMatcher(None, gone, come, autojunk=False).get_opcodes():
            if word_step != "equal":
                words_removed, words_added = words_removed + f - e, words_added + h - g
    if kind == "changed" and not (changed or added or removed):
        kind = "form"
    return Section(heading, kind, changed, added, removed, words_added, words_removed)


def entry_texts(matched: Matched, languages: tuple[str, ...]) -> dict[str, tuple[TextChange, ...]]:
    """Return the changes of the long texts of each entry that is in both states, by the path of its facts."""
    found: dict[str, tuple[TextChange, ...]] = {}
    for pair in matched.changed:
        changes = []
        for code in languages:
            old, new = pair.old.prose.get(code), pair.new.prose.get(code)
            path = new.path if new else old.path if old else ""
            changes.append(text_change(path, code, old.text if old else None, new.text if new else None))
        found[pair.new.raw.path] = tuple(change for change in changes if change)
    return found


def page_texts(old: State, new: State) -> tuple[tuple[str, str, TextChange], ...]:
    """Return (title, language, change) of each hand-written page whose text or head is not as it was."""
    before, after = ({(page.key, page.language): page for page in state.library.pages} for state in (old, new))
    found = []
    for key in sorted({*before, *after}):
        one, other = before.get(key), after.get(key)
        page = other or one
        if page is None or one == other:
            continue
        change = text_change(page.source, page.language, one.body if one else None, other.body if other else None)
        head = TextChange(page.source, page.language, "changed", (Section("", "form"),), None, None)
        found.append((page.title, page.language, change or head))
    return tuple(found)
