"""The values that pass between the steps: what was read, what it became, and what will be written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .fields import Fields, Path
from .outside.ledger import Ledger
from .settings import Settings
from .vocabulary import Ref, Words

CONTENT_LICENCE = "CC-BY-4.0"
"""The licence of what the hub says, tender texts aside (SPDX identifier)."""
Id = tuple[str, str]
"""An entry's type and slug."""
Sequences = Mapping[str, tuple[int, str]]
"""The events that calendars have been given: slug to how often it has changed, and the hash of what was shown."""


@dataclass(frozen=True)
class Raw:
    """One content file as YAML values, with the line of each value."""

    path: str
    value: Any
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of the value at ``path``, or of the nearest value around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1


@dataclass(frozen=True)
class Prose:
    """One long text in one language, checked, as it was written."""

    path: str
    language: str
    text: str
    citations: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    """Entries the text links to: (type, slug)."""
    outside: tuple[tuple[str, int], ...] = ()
    """Addresses of other sites that the text links to, each with the line of its first use."""


@dataclass(frozen=True)
class Names:
    """What a content type is called in one language, and its part of the address."""

    one: str
    many: str
    segment: str
    intro: str


@dataclass(frozen=True)
class Section:
    """A heading that the long text of a type must have, with a hint for its writer."""

    key: str
    heading: Words
    hint: Words


@dataclass(frozen=True)
class Facet:
    """A property that readers narrow a collection by; ``path`` leads to the value in the fields."""

    key: str
    label: Words
    path: tuple[str, ...]


@dataclass(frozen=True)
class ContentType:
    """A kind of entry: its folder, its fields, its words."""

    name: str
    """The folder under ``content/``, also the type's name in references and the API."""
    fields: type[Fields]
    names: Mapping[str, Names]
    group: str
    """The group of the navigation that its collection belongs to."""
    sections: tuple[Section, ...] = ()
    facets: tuple[Facet, ...] = ()
    order: Callable[[Fields], Any] | None = None
    """A sort key that goes before the title."""
    telling: tuple[tuple[str, ...], ...] = ()
    """What a search result says of an entry beside its summary: paths to values in the fields."""
    licence: str = CONTENT_LICENCE
    """Under which licence its entries may be used (SPDX identifier)."""


@dataclass(frozen=True)
class Entry:
    """One entry, valid in itself; its references are looked up in the next step."""

    type: ContentType
    slug: str
    fields: Fields
    prose: Mapping[str, Prose]
    raw: Raw
    digest: str
    """A hash of everything written in its files."""
    whole_in: frozenset[str] = frozenset()
    """The languages in which nothing is missing."""

    @property
    def id(self) -> Id:
        """Return the type's name and the slug."""
        return (self.type.name, self.slug)

    @property
    def first_slug(self) -> str:
        """Return the slug that the entry was first published under: a name that stays when the entry is renamed."""
        return self.fields.former_slugs[0] if self.fields.former_slugs else self.slug


@dataclass(frozen=True)
class Link:
    """A reference from one entry to another, seen from either end."""

    source: Id
    target: Id
    ref: Ref


@dataclass(frozen=True)
class Page:
    """One hand-written page in one language; ``key`` pairs it with its translations."""

    key: str
    language: str
    path: str
    """Where it lies on the site: ``om.md``, ``en/about.md``."""
    title: str
    description: str
    body: str
    source: str
    """The file under ``docs/`` that holds it."""
    links: tuple[Id, ...] = ()
    """Entries the text links to."""
    group: str | None = None
    order: int = 0
    cites: Id | None = None
    """The entry whose sources the page cites."""
    ways: tuple[Any, ...] = ()
    """The ways in for each kind of reader, on a front page."""
    unlisted: bool = False
    """Whether search and sitemap leave the page out."""
    outside: tuple[tuple[str, int], ...] = ()
    """Addresses of other sites that the page links to, each with the line of its first use."""


@dataclass(frozen=True)
class Library:
    """All entries with their links in both directions: the one thing every exporter reads."""

    entries: Mapping[Id, Entry]
    types: tuple[ContentType, ...]
    outgoing: Mapping[Id, tuple[Link, ...]]
    incoming: Mapping[Id, tuple[Link, ...]]
    pages: tuple[Page, ...]
    settings: Settings

    digest: str = ""
    """A hash of everything written and set: what any artefact may depend on."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """The size in bytes of each download by its path, once they are made: pages tell it beside the link."""
    sequences: Sequences = field(default_factory=dict)
    synonyms: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """Groups of words that mean the same, by language: search finds one by another."""
    ledger: Ledger = field(default_factory=dict)
    """What is known of the outside addresses: whether each answers."""

    def of_type(self, name: str) -> tuple[Entry, ...]:
        """Return the entries of one type, by slug."""
        return tuple(entry for (kind, _), entry in self.entries.items() if kind == name)


@dataclass(frozen=True)
class Artefact:
    """One file of the finished hub, a page as well as a spreadsheet; ``make`` runs only when it is written."""

    path: str
    make: Callable[[], str | bytes]
    key: str
    """A digest of all that the content depends on: the same key, the same bytes."""
    source: str | None = None
    """The content file that a reader who wants to mend it must open."""
    language: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    keep: bool = False
    """Whether making it is dear enough to keep the bytes between builds; then ``key`` must not change without them."""
