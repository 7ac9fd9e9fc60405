"""Marks the first use of each glossary term in a text, with an explanation that opens by click, touch or keyboard."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from .escaping import escape
from .model import Entry, Library

MOST = 8
"""How many terms one page explains: more would make the text hard to read."""
# What is no running text: links, code, tags, citations and headings.
_SKIPPED = re.compile(r"(!?\[[^\]]*\]\([^)]*\)|`[^`]*`|<[^>]*>|\[@[a-z0-9-]+\]|^#.*$|\*\*[^*]+\*\*)", re.MULTILINE)


@dataclass(frozen=True)
class Marked:
    """A text with its terms marked, and the entries of those terms in the order they are met."""

    text: str
    terms: tuple[Entry, ...]


@dataclass(frozen=True)
class Forms:
    """Every form of every term in one language, and what finds them in a text."""

    by_form: Mapping[str, Entry]
    """Small letters, but capitals alone as they are."""
    search: re.Pattern[str]


def patterns(library: Library, language: str) -> Forms:
    """Return the forms of the glossary's terms in one language; a longer one is found before what it holds."""
    found: dict[str, Entry] = {}
    for entry in library.of_type("glossary"):
        title = entry.fields.title.root.get(language)
        forms = getattr(entry.fields, "forms", None)
        for form in (*((_bare(title),) if title else ()), *(forms.root.get(language, ()) if forms else ())):
            found.setdefault(form if form.isupper() else form.casefold(), entry)
    longest_first = sorted(found, key=len, reverse=True)
    # Without a term nothing is found: an empty choice would be found everywhere.
    choice = "|".join(map(re.escape, longest_first)) or "(?!)"
    return Forms(found, re.compile(rf"(?<![\w-])(?:{choice})(?![\w-])", re.IGNORECASE))


def _bare(title: str) -> str:
    """Return a title without the abbreviation in brackets: "Tingenes internet (IoT)" → "Tingenes internet"."""
    return re.sub(r"\s*\([^)]*\)$", "", title)


def mark(text: str, forms: Forms, own: Entry) -> Marked:
    """Return the text with each term marked where it first stands; what is about ``own`` itself is left alone."""
    met: dict[str, Entry] = {}

    def replaced(match: re.Match[str]) -> str:
        said = match[0]
        entry = forms.by_form.get(said) or forms.by_form.get(said.casefold())
        if entry is None or entry.slug in met or len(met) == MOST or entry.id == own.id or own.id in _about(entry):
            return said
        met[entry.slug] = entry
        return str(_button(entry, said))

    pieces = _SKIPPED.split(text)
    marked = "".join(piece if number % 2 else forms.search.sub(replaced, piece) for number, piece in enumerate(pieces))
    return Marked(marked, tuple(met.values()))


def _about(term: Entry) -> Iterator[tuple[str, str]]:
    for kind, name in (("standards", "standards"), ("rules", "rules"), ("business-models", "models")):
        yield from ((kind, slug) for slug in getattr(term.fields, name, ()))


def _button(entry: Entry, said: str) -> Markup:
    return Markup('<button type="button" class="hub-term" popovertarget="term-{}">{}</button>').format(
        escape(entry.slug), said
    )
