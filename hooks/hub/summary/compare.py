"""Compares two states once, before anything is said of it in any language."""

from collections.abc import Mapping
from dataclasses import dataclass

from . import matters
from .base import Base
from .facts import Difference, differences
from .pages import Outputs, outputs
from .states import Matched, State, match
from .texts import TextChange, entry_texts, page_texts


@dataclass(frozen=True)
class Comparison:
    """All that two states of the hub differ in."""

    old: State
    new: State
    matched: Matched
    facts: Mapping[str, tuple[Difference, ...]]
    """By the path of an entry's facts."""
    texts: Mapping[str, tuple[TextChange, ...]]
    pages: tuple[tuple[str, str, TextChange], ...]
    """Hand-written pages: title, language, change."""
    outputs: Outputs | None
    """None when a state has errors: then its pages cannot be made."""
    behind: tuple[matters.Behind, ...]
    sources: tuple[matters.NewSource, ...]
    others: tuple[tuple[str, int], ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the hub's languages, the first first."""
        return self.new.library.settings.languages

    @property
    def all_texts(self) -> tuple[TextChange, ...]:
        """Return every changed long text, of entries and of hand-written pages."""
        return (*(each for found in self.texts.values() for each in found), *(change for _, _, change in self.pages))


def compare(old: State, new: State, base: Base, links: Mapping[str, str]) -> Comparison:
    """Return what differs from ``old`` to ``new``; ``links`` says which addresses answer."""
    matched = match(old, new)
    languages = new.library.settings.languages
    facts = {pair.new.raw.path: tuple(differences(pair.old.fields, pair.new.fields)) for pair in matched.changed}
    buildable = not old.errors and not new.errors
    return Comparison(
        old,
        new,
        matched,
        facts,
        entry_texts(matched, languages),
        page_texts(old, new),
        outputs(old, new, matched) if buildable else None,
        tuple(matters.left_behind(matched, languages)),
        tuple(matters.new_sources(old, new, links)),
        base.others,
    )
