"""What search is told of each page beside its text: what it is called otherwise, what narrows it, what its card shows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from . import urls
from .model import Entry, Library
from .present import value_at
from .relations import Relations
from .spelling import compound_parts, lexicon
from .synonyms import others
from .vocabulary import Text
from .wording import read_wording

TITLE, NAMES, SAME, MEANING, LOOSE = 10, 8, 7, 5, 2
"""How much a hit weighs in the title, in a name or keyword, in another word for those, in the summary, and in another
word for that."""
_PARTS_OF_AN_ID = 3
"""From so many hyphens on a slug is a phrase, not an id such as gen-own-001 or gate-21 that is typed in one word."""


@dataclass(frozen=True)
class SearchRecord:
    """One page of one language as search shall know it."""

    path: str
    language: str
    terms: Mapping[int, str]
    """Words that the page is found by, by weight; they are not shown."""
    card: Mapping[str, str]
    """What a result shows: title, type, summary, fact."""
    filters: Mapping[str, tuple[str, ...]]
    """What readers narrow their search by."""


def records(library: Library) -> Iterator[SearchRecord]:
    """Yield a record for every page that can be found."""
    for language in library.settings.languages:
        yield from records_in(library, language)


def records_in(library: Library, language: str) -> Iterator[SearchRecord]:
    """Yield a record for every page of one language that can be found."""
    speech = Relations(library, read_wording(language))
    known = _words(library, language)
    yield from (_entry(library, entry, speech, known) for entry in library.entries.values())
    for kind in library.types:
        if library.of_type(kind.name):
            names = kind.names[language]
            terms = {TITLE: f"{names.many} {names.one}", NAMES: _parts(names.many, language, known)}
            card = {"title": names.many, "type": str(speech.w["collection"]), "summary": names.intro, "fact": ""}
            path = urls.collection_path(kind, language, library.settings)
            yield SearchRecord(path, language, terms, card, {"type": (names.many,)})
    for page in library.pages:
        if page.language == language and not page.unlisted:
            terms = {TITLE: page.title, NAMES: _parts(page.title, language, known)}
            label = str(speech.w["page_label"])
            card = {"title": page.title, "type": label, "summary": page.description, "fact": ""}
            yield SearchRecord(page.path, language, terms, card, {"type": (label,)})


def _words(library: Library, language: str) -> frozenset[str]:
    texts = (
        text for entry in library.entries.values() for text in (*_names(entry, language), *_prose(entry, language))
    )
    return lexicon(texts)


def _prose(entry: Entry, language: str) -> list[str]:
    return [entry.prose[language].text] if language in entry.prose else []


def _names(entry: Entry, language: str) -> list[str]:
    fields: Any = entry.fields
    keywords = fields.keywords.root.get(language, ()) if fields.keywords else ()
    forms = getattr(fields, "forms", None)
    return [fields.title.said(language)[0], *keywords, *(forms.root.get(language, ()) if forms else ())]


def _entry(library: Library, entry: Entry, speech: Relations, known: frozenset[str]) -> SearchRecord:
    language = speech.language
    title = speech.plain(entry.fields.title)
    summary = speech.plain(entry.fields.summary)
    names = " · ".join([*_names(entry, language)[1:], *_identifiers(entry, language)])
    groups = library.synonyms.get(language, ())
    same = " ".join(others(f"{title} {names}", groups))
    loose = " ".join(others(summary, groups))
    terms = {
        TITLE: title,
        NAMES: f"{names} {_parts(f'{title} {names}', language, known)}",
        SAME: f"{same} {_parts(same, language, known)}",
        MEANING: summary,
        LOOSE: loose,
    }
    card = {
        "title": title,
        "type": entry.type.names[language].one,
        "summary": summary,
        "fact": _telling(entry, speech),
    }
    path = urls.entry_path(entry, language, library.settings)
    return SearchRecord(path, language, terms, card, _filters(library, entry, speech))


def _parts(text: str, language: str, known: frozenset[str]) -> str:
    """Return the last parts of a text's compounds; only Danish has compounds in one word."""
    return " ".join(dict.fromkeys(compound_parts(text, known))) if language == "da" else ""


def _identifiers(entry: Entry, language: str) -> Iterator[str]:
    fields: Any = entry.fields
    for name in ("abbreviation", "short", "reference"):
        found = getattr(fields, name, None)
        if isinstance(found, Text):
            yield found.said(language)[0]
    for name in ("identifier", "publisher"):
        found = getattr(fields, name, None)
        if isinstance(found, str):
            yield found
    yield entry.slug.replace("-", " ")
    if entry.slug.count("-") < _PARTS_OF_AN_ID:
        yield entry.slug.replace("-", "")


def _telling(entry: Entry, speech: Relations) -> str:
    said = [_said(entry.fields, path, speech) for path in entry.type.telling]
    return " · ".join(text for text in said if text)


def _said(fields: Any, path: tuple[str, ...], speech: Relations) -> str:
    value = value_at(fields, path)
    if value is None or value == ():
        return ""
    if isinstance(value, tuple) and not isinstance(value[0], str):
        label = str(speech.label(fields, path[-1]).unescape()).lower()
        return f"{speech.wording.number(len(value))} {label}"
    if re.fullmatch(r"\d{4}(-\d\d){1,2}", str(value)):
        return speech.wording.date(value)
    return str(speech.said(value).unescape())


def _filters(library: Library, entry: Entry, speech: Relations) -> dict[str, tuple[str, ...]]:
    topics = [entry] if entry.type.name == "topics" else speech.topics_of(entry)
    areas = [entry] if entry.type.name == "focus-areas" else speech.areas_of(topics)
    standards = dict.fromkeys(
        link.target for link in library.outgoing[entry.id] if link.target[0] == "standards" and not link.ref.mention
    )
    found = {
        "type": (entry.type.names[speech.language].many,),
        "area": _titles(areas, speech),
        "topic": _titles(topics, speech),
        "standard": _titles(map(speech.entry, standards), speech),
        "place": _place(entry, speech),
        "obligation": _obligations(entry, speech),
    }
    return {name: values for name, values in found.items() if values}


def _titles(entries: Iterable[Entry], speech: Relations) -> tuple[str, ...]:
    return tuple(speech.plain(each.fields.title) for each in entries)


def _place(entry: Entry, speech: Relations) -> tuple[str, ...]:
    place: Any = getattr(entry.fields, "place", None)
    return (speech.plain(place.city),) if place else ()


def _obligations(entry: Entry, speech: Relations) -> tuple[str, ...]:
    variants: Any = getattr(entry.fields, "variants", ())
    return tuple(dict.fromkeys(str(speech.said(each.binding).unescape()) for each in variants))
