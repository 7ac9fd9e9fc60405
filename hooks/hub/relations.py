"""Answers what belongs together: an entry's links both ways, a collection's order, what is newest."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from markupsafe import Markup

from .escaping import escape
from .model import Entry, Id, Library, Link
from .present import value_at
from .speech import Speech
from .walk import references
from .wording import Wording


class Relations(Speech):
    """What a view needs to find other entries."""

    def __init__(self, library: Library, wording: Wording) -> None:
        """Look things up in ``library``."""
        super().__init__(wording)
        self.library = library

    def entry(self, entry_id: Id) -> Entry:
        """Return an entry by type and slug."""
        return self.library.entries[entry_id]

    def grouped(self, entry: Entry) -> list[tuple[Markup, list[Entry]]]:
        """Return the entry's links, both ways, as (heading, entries) in reading order.

        An entry stands once, under the first heading that it belongs to; mere mentions come last.
        """
        groups: dict[Markup, dict[Id, Entry]] = {}
        seen: set[Id] = set()
        for _, heading, other in sorted(self._links(entry), key=lambda found: found[0]):
            if other not in seen:
                seen.add(other)
                groups.setdefault(heading, {})[other] = self.entry(other)
        return [(heading, self.sorted(found.values())) for heading, found in groups.items()]

    def without(
        self, groups: list[tuple[Markup, list[Entry]]], kinds: tuple[str, ...]
    ) -> list[tuple[Markup, list[Entry]]]:
        """Return the groups without entries of the given types, which a page shows in another place."""
        left = [(heading, [entry for entry in found if entry.type.name not in kinds]) for heading, found in groups]
        return [(heading, found) for heading, found in left if found]

    def _links(self, entry: Entry) -> list[tuple[bool, Markup, Id]]:
        out, back = self.library.outgoing[entry.id], self.library.incoming[entry.id]
        return [
            *((link.ref.mention, self.said(link.ref.out), link.target) for link in out),
            *((link.ref.mention, self._back_heading(link), link.source) for link in back),
        ]

    def _back_heading(self, link: Link) -> Markup:
        if link.ref.back:
            return self.said(link.ref.back)
        return escape(self.entry(link.source).type.names[self.language].many)

    def belonging(self, entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
        """Return what belongs to any of the given topics as (type's name, entries), in the order of the types.

        An entry belongs to a topic that it names itself; a mention in a text is no belonging.
        """
        found: dict[str, dict[Id, Entry]] = {}
        for topic in entries:
            for link in self.library.incoming[topic.id]:
                if not link.ref.mention and link.ref.target == topic.type.name:
                    found.setdefault(link.source[0], {})[link.source] = self.entry(link.source)
        return [
            (kind.names[self.language].many, self.sorted(found[kind.name].values()))
            for kind in self.library.types
            if kind.name in found
        ]

    def referrers(self, entry: Entry, kind: str) -> list[Entry]:
        """Return the entries of one type that point at an entry."""
        return self.sorted(
            {
                link.source: self.entry(link.source)
                for link in self.library.incoming[entry.id]
                if link.source[0] == kind
            }.values()
        )

    def by_initial(self, entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
        """Return entries as (letter, entries) by their title's first letter, as the language sorts."""
        titled = [(self.plain(entry.fields.title), entry) for entry in entries]
        titled.sort(key=lambda each: self.wording.sort_key(each[0]))
        grouped = groupby(titled, lambda each: self.wording.initial(each[0]))
        return [(initial, [entry for _, entry in group]) for initial, group in grouped]

    def topics_of(self, entry: Entry) -> list[Entry]:
        """Return the topics that an entry belongs to, in the order in which it names them."""
        return [self.entry(("topics", slug)) for slug in entry.fields.topics]

    def areas_of(self, topics: Iterable[Entry]) -> list[Entry]:
        """Return the focus areas of the topics, each once."""
        slugs = dict.fromkeys(slug for topic in topics if (slug := getattr(topic.fields, "focus_area", None)))
        return [self.entry(("focus-areas", slug)) for slug in slugs]

    def pointed(self, value: Any) -> list[Entry]:
        """Return the entries that a value itself points at, such as a participant's organisation."""
        return [self.entry((ref.target, slug)) for _, slug, ref in references(value)]

    def facet_values(self, entry: Entry) -> list[Markup]:
        """Return what an entry answers to its type's facets, in the page's words."""
        found = []
        for facet in entry.type.facets:
            value = value_at(entry.fields, facet.path)
            # A bare slug is a reference; the page shows it as a link elsewhere.
            if value and type(value) is not str:
                found.append(self.said(value))
        return found

    def latest(self, count: int) -> list[Entry]:
        """Return the entries checked last, newest first, one of each type before a second of any."""
        newest = sorted(self.library.entries.values(), key=lambda entry: (entry.fields.checked, entry.id), reverse=True)
        seen: Counter[str] = Counter()
        turns = []
        for entry in newest:
            turns.append((seen[entry.type.name], -entry.fields.checked.toordinal(), entry.id))
            seen[entry.type.name] += 1
        return [self.entry(entry_id) for _, _, entry_id in sorted(turns)[:count]]

    def sorted(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return entries by type, in the type's own order, then by title as the language sorts."""
        return sorted(
            entries,
            key=lambda entry: (
                # Types order by keys of their own kind, which cannot be held against each other.
                self.library.types.index(entry.type),
                entry.type.order(entry.fields) if entry.type.order else 0,
                self.wording.sort_key(self.plain(entry.fields.title)),
            ),
        )
