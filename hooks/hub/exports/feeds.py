"""What is new or changed in the hub as an Atom feed (RFC 4287), one in each language."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from feedgen.feed import FeedGenerator

from .. import urls
from ..fields import Change, ChangeKind
from ..model import Artefact, Entry, Library
from ..relations import Relations
from ..wording import read_wording

LENGTH = 60
"""How many items a feed holds: a month's work for a busy reader."""


@dataclass(frozen=True)
class News:
    """One thing that a reader may want to know."""

    entry: Entry
    date: dt.date
    change: Change | None
    """None where the news is the entry itself."""
    number: int
    """Which of the entry's news it is, so that two on one day stay two."""


def export(library: Library) -> Iterator[Artefact]:
    """Yield one feed per language."""
    for language in library.settings.languages:
        path = urls.feed_path(language)
        yield Artefact(path, partial(feed, library, language), f"{library.digest}:{path}", language=language)


def news(library: Library) -> list[News]:
    """Return what was added, changed and corrected, the newest first, and of one day one of each type before a second."""
    found: list[News] = []
    for entry in library.entries.values():
        found.append(News(entry, entry.fields.added, None, 0))
        found.extend(News(entry, change.date, change, at) for at, change in enumerate(entry.fields.changes, 1))
    ordered = sorted(found, key=lambda each: (-each.date.toordinal(), each.entry.id, -each.number))
    seen: dict[tuple[dt.date, str], int] = {}
    turns = []
    for each in ordered:
        key = (each.date, each.entry.type.name)
        seen[key] = seen.get(key, 0) + 1
        turns.append((-each.date.toordinal(), seen[key], each.entry.id, -each.number, each))
    return [turn[-1] for turn in sorted(turns, key=lambda turn: turn[:-1])]


def feed(library: Library, language: str) -> bytes:
    """Return one language's feed."""
    settings, wording = library.settings, read_wording(language)
    relations = Relations(library, wording)
    w = wording.words
    items = news(library)[:LENGTH]
    written = FeedGenerator()
    written.id(_name(f"feed:{settings.network}:{language}"))
    written.title(w["feed_title"].format(name=settings.name))
    written.subtitle(w["feed_about"])
    written.language(language)
    written.author(name=settings.name)
    written.link(href=urls.absolute(urls.feed_path(language), settings), rel="self", type="application/atom+xml")
    written.link(href=urls.absolute(urls.home_path(language, settings), settings), rel="alternate", type="text/html")
    written.rights(w["licence_content"])
    written.updated(_midnight(max((each.date for each in items), default=settings.today)))
    for each in items:
        entry, fields = each.entry, each.entry.fields
        kind = each.change.kind if each.change else ChangeKind.ADDED
        item = written.add_entry(order="append")
        item.id(_name(f"{settings.network}:{entry.type.name}:{entry.first_slug}:{each.date}:{each.number}"))
        item.title(f"{relations.said(kind).unescape().capitalize()}: {relations.plain(fields.title)}")
        item.link(href=urls.absolute(urls.entry_path(entry, language, settings), settings), type="text/html")
        item.updated(_midnight(each.date))
        item.published(_midnight(each.date))
        item.summary(relations.plain(each.change.text if each.change else fields.summary))
        item.category(term=entry.type.name, label=entry.type.names[language].many)
    return bytes(written.atom_str(pretty=True))


def _name(text: str) -> str:
    """Return an id that stays the same wherever the hub is published."""
    return uuid.uuid5(uuid.NAMESPACE_OID, text).urn


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
