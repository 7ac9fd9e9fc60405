"""References to links: every entry learns what it points at and what points at it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from .model import ContentType, Entry, Id, Library, Link, Page
from .outside.ledger import Ledger
from .problem import Problem
from .prose import link_line
from .settings import Settings
from .suggest import did_you_mean
from .vocabulary import Ref, words
from .walk import references

MENTION_OUT = words(da="Nævnt i teksten", en="Mentioned in the text")
MENTION_BACK = words(da="Nævnes af", en="Mentioned by")


def link(
    entries: Sequence[Entry],
    types: tuple[ContentType, ...],
    settings: Settings,
    pages: tuple[Page, ...] = (),
    unusable: frozenset[Id] = frozenset(),
) -> tuple[Library, list[Problem]]:
    """Return the library with its links in both directions, and a Problem for each reference that leads nowhere.

    ``unusable`` names entries that exist but have errors of their own: a reference to one is no second error.
    """
    by_id = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
    problems: list[Problem] = []
    outgoing: dict[Id, list[Link]] = {entry_id: [] for entry_id in by_id}
    incoming: dict[Id, list[Link]] = {entry_id: [] for entry_id in by_id}
    known = {*by_id, *unusable}
    for entry in by_id.values():
        seen: set[tuple[Id, str]] = set()
        for target, ref, path, line in _targets(entry):
            lost = lost_reference(target, known, types)
            if lost:
                problems.append(Problem(path, line, "unknown-reference", lost))
            elif target in by_id and target != entry.id and (target, repr(ref.out)) not in seen:
                seen.add((target, repr(ref.out)))
                found = Link(entry.id, target, ref)
                outgoing[entry.id].append(found)
                incoming[target].append(found)
    problems.extend(_slug_problems(by_id))
    library = Library(
        by_id,
        types,
        {key: tuple(found) for key, found in outgoing.items()},
        {key: tuple(found) for key, found in incoming.items()},
        pages,
        settings,
        library_digest(by_id.values(), pages, settings),
    )
    return library, problems


def library_digest(
    entries: Iterable[Entry], pages: Iterable[Page], settings: Settings, ledger: Ledger = MappingProxyType({})
) -> str:
    """Return a hash of everything that any artefact may depend on."""
    parts = [
        repr(settings),
        *(f"{entry.id}{entry.digest}" for entry in entries),
        *(repr(page) for page in pages),
        repr(ledger),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _targets(entry: Entry) -> Iterator[tuple[Id, Ref, str, int]]:
    declared: set[Id] = set()
    for path, slug, ref in references(entry.fields):
        declared.add((ref.target, slug))
        yield (ref.target, slug), ref, entry.raw.path, entry.raw.line(path)
    for prose in entry.prose.values():
        for target in prose.links:
            if target not in declared:
                mention = Ref(target[0], out=MENTION_OUT, back=MENTION_BACK, mention=True)
                yield target, mention, prose.path, link_line(prose.text, *target)


def lost_reference(target: Id, known: set[Id], types: tuple[ContentType, ...]) -> str | None:
    """Return what to tell of a reference that leads nowhere, or None when it leads to an entry or a collection."""
    kind, slug = target
    names = {content_type.name for content_type in types}
    if target in known or (not slug and kind in names):
        return None
    if kind not in names:
        return f"the type '{kind}' is unknown{did_you_mean(kind, names)}"
    elsewhere = sorted(other for other, found in known if found == slug)
    if elsewhere:
        return f"'{slug}' is in {elsewhere[0]}, but {kind} was expected; name an entry of {kind}"
    hint = did_you_mean(slug, (found for other, found in known if other == kind))
    return f"'{slug}' is not in {kind}{hint or f'; add content/{kind}/{slug}.yml or name another'}"


def _slug_problems(by_id: Mapping[Id, Entry]) -> Iterator[Problem]:
    claimed: dict[Id, Id] = {}
    for entry_id, entry in by_id.items():
        for number, slug in enumerate(entry.fields.former_slugs):
            former = (entry.type.name, slug)
            taken = former if former in by_id else claimed.get(former)
            if taken is not None:
                message = f"the former address '{slug}' belongs to '{taken[1]}'; remove it from one of them"
                line = entry.raw.line(("former_slugs", number))
                yield Problem(entry.raw.path, line, "former-slug-taken", message)
            claimed[former] = entry_id
