"""What a view may ask while it writes one page: words, links, citations. Lives as long as the page is being written."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from . import markup, urls
from .escaping import escape
from .evidence import Source
from .model import ContentType, Entry, Id, Library, Link, Prose
from .present import Item, items, label_of
from .prose import CITATION, GENERAL
from .settings import NO_SIGN_UP
from .vocabulary import Choice, Text
from .walk import references
from .wording import Wording

_CITED = re.compile(rf"[ \t]*{CITATION.pattern}")
_ENTRY_LINK = re.compile(r"\]\(\.\./([a-z0-9-]+)/([a-z0-9-]+)\.yml\)")


class PageView:
    """The helpers of one page in one language; counts the citations it has written, for the way back."""

    def __init__(self, library: Library, wording: Wording, path: str, sources: Mapping[str, Source]) -> None:
        """Begin a page that lies at ``path`` and may cite ``sources``."""
        self.library = library
        self.settings = library.settings
        self.wording = wording
        self.language = wording.language
        self.w = wording.words
        self.path = path
        self.sources = sources
        self.numbers: dict[str, int] = {}
        self.cited: Counter[str] = Counter()
        self.no_sign_up = self.settings.join_url == NO_SIGN_UP

    # --- words ---

    def said(self, value: Any) -> Markup:
        """Return a text, choice or words in the page's language; a text in another language carries its ``lang``."""
        if isinstance(value, Text):
            text, language = value.said(self.language)
            if language != self.language:
                return Markup('<span lang="{}">{}</span>').format(escape(language), escape(text))
            return escape(text)
        if isinstance(value, Choice):
            return escape(self._word(value.label) or value.value)
        if isinstance(value, Mapping):
            return escape(self._word(value))
        if isinstance(value, tuple):
            return Markup(", ").join(self.said(item) for item in value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return escape(str(value))
        return escape(value)

    def plain(self, value: Text) -> str:
        """Return a text in the page's language as it was written, for front matter and attributes."""
        return value.said(self.language)[0]

    def _word(self, words: Mapping[str, str]) -> str:
        return words.get(self.language) or next(iter(words.values()), "")

    def number(self, value: float) -> Markup:
        """Return a number as the language writes it."""
        return escape(self.wording.number(value))

    def date(self, value: Any) -> Markup:
        """Return a date as the language writes it."""
        return escape(self.wording.date(value))

    def filled(self, key: str, **values: Any) -> Markup:
        """Return an interface word with its blanks filled; the values are escaped, the word itself is ours."""
        return Markup(escape(self.w[key]).replace("&#123;", "{").replace("&#125;", "}")).format(
            **{name: escape(value) for name, value in values.items()}
        )

    # --- links ---

    def entry(self, entry_id: Id) -> Entry:
        """Return an entry by type and slug."""
        return self.library.entries[entry_id]

    def href(self, target: str) -> Markup:
        """Return the address of a path as seen from this page."""
        return escape(urls.relative(self.path, target))

    def entry_href(self, entry: Entry) -> Markup:
        """Return the address of an entry's page as seen from this page."""
        return self.href(urls.entry_path(entry, self.language, self.settings))

    def collection_href(self, kind: ContentType) -> Markup:
        """Return the address of a type's collection as seen from this page."""
        return self.href(urls.collection_path(kind, self.language, self.settings))

    def linked(self, entry: Entry) -> Markup:
        """Return a link to an entry, named by its title."""
        return Markup('<a href="{}">{}</a>').format(self.entry_href(entry), self.said(entry.fields.title))

    def grouped(self, entry: Entry) -> list[tuple[Markup, list[Entry]]]:
        """Return the entry's links, both ways, as (heading, entries), each entry once per heading, in reading order."""
        groups: dict[Markup, dict[Id, Entry]] = {}
        for link in self.library.outgoing[entry.id]:
            groups.setdefault(self.said(link.ref.out), {})[link.target] = self.entry(link.target)
        for link in self.library.incoming[entry.id]:
            groups.setdefault(self._back_heading(link), {})[link.source] = self.entry(link.source)
        return [(heading, self.sorted(found.values())) for heading, found in groups.items()]

    def by_type(self, entry: Entry) -> list[tuple[str, list[Entry]]]:
        """Return what points at an entry as (type's name, entries), in the order of the types."""
        found: dict[str, dict[Id, Entry]] = {}
        for link in self.library.incoming[entry.id]:
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

    def pointed(self, value: Any) -> list[Entry]:
        """Return the entries that a value itself points at, such as a participant's organisation."""
        return [self.entry((ref.target, slug)) for _, slug, ref in references(value)]

    def latest(self, count: int) -> list[Entry]:
        """Return the entries checked last, newest first, one of each type before a second of any."""
        newest = sorted(self.library.entries.values(), key=lambda entry: (entry.fields.checked, entry.id), reverse=True)
        seen: Counter[str] = Counter()
        turns = []
        for entry in newest:
            turns.append((seen[entry.type.name], -entry.fields.checked.toordinal(), entry.id))
            seen[entry.type.name] += 1
        return [self.entry(entry_id) for _, _, entry_id in sorted(turns)[:count]]

    def edit_address(self, source: str) -> str:
        """Return where ``source`` can be edited, or nothing while no repository is set."""
        return urls.edit_address(source, self.settings)

    def repo_host(self) -> str:
        """Return the name of the code host."""
        return urlsplit(self.settings.repo_url).hostname or ""

    def label(self, holder: Any, name: str) -> Markup:
        """Return the label of a field of an entry or of a value."""
        fields = holder.fields if isinstance(holder, Entry) else holder
        return self.said(label_of(type(fields), name))

    def items(self, value: Any) -> list[Item]:
        """Return the filled fields of a value inside an entry."""
        return list(items(value))

    def party_names(self, parties: Any) -> Mapping[str, Any]:
        """Return the names of a business model's parties by their keys."""
        return {party.key: party.name for party in parties}

    def _back_heading(self, link: Link) -> Markup:
        if link.ref.back:
            return self.said(link.ref.back)
        return escape(self.entry(link.source).type.names[self.language].many)

    def sorted(self, entries: Any) -> list[Entry]:
        """Return entries in the type's own order, then by title as the language sorts."""
        return sorted(
            entries,
            key=lambda entry: (
                entry.type.order(entry.fields) if entry.type.order else 0,
                self.wording.sort_key(self.plain(entry.fields.title)),
            ),
        )

    # --- evidence ---

    def cite(self, keys: tuple[str, ...]) -> Markup:
        """Return the source numbers of a claim, each a link to the source and a target for the way back."""
        return Markup("").join(self._cite_one(key) for key in keys)

    def _cite_one(self, key: str) -> Markup:
        if key == GENERAL:
            self.cited[key] += 1
            label = self.w["general_knowledge"]
            return Markup('<sup class="hub-cite"><a href="#general" aria-label="{}">°</a></sup>').format(escape(label))
        self.cited[key] += 1
        number = self.numbers.setdefault(key, len(self.numbers) + 1)
        source = self.sources[key]
        when = self.wording.date(source.date) if source.date else self.w["undated"]
        label = f"{self.w['source']} {number}: {source.publisher}, {when}"
        return Markup(
            '<sup class="hub-cite"><a id="c{0}-{1}" href="#source-{0}" aria-label="{2}">{0}</a></sup>'
        ).format(number, self.cited[key], escape(label))

    def numbered_sources(self, *, all_of_them: bool) -> list[tuple[int, str, Source]]:
        """Return (number, key, source) in the order in which the page cited them; the uncited last, if asked for."""
        uncited = [key for key in self.sources if key not in self.numbers] if all_of_them else []
        return [(number, key, self.sources[key]) for number, key in enumerate([*self.numbers, *uncited], 1)]

    # --- prose ---

    def prose(self, entry: Entry) -> Markup:
        """Return an entry's long text as Markdown, or in another language inside a block that says so."""
        own = entry.prose.get(self.language)
        if own is not None:
            return self.prose_text(own.text, as_html=False)
        other = next(iter(entry.prose.values()), None)
        return self._foreign(other) if other else Markup("")

    def prose_text(self, text: str, *, as_html: bool) -> Markup:
        """Return checked prose with its citations and entry links turned into those of the site."""
        linked = _ENTRY_LINK.sub(lambda match: f"]({self._entry_target(match[1], match[2], as_html)})", text)
        return Markup(_CITED.sub(lambda match: str(self._cite_one(match[1])), linked))

    def _entry_target(self, kind: str, slug: str, as_html: bool) -> str:
        path = urls.entry_path(self.entry((kind, slug)), self.language, self.settings)
        return urls.relative(self.path, path) if as_html else urls.markdown_link(self.path, path)

    def _foreign(self, prose: Prose) -> Markup:
        html = markup.to_html(str(self.prose_text(prose.text, as_html=True)))
        return Markup(
            '<div class="hub-foreign">\n<p class="hub-notice">{}</p>\n<div lang="{}">\n{}\n</div>\n</div>'
        ).format(
            self.filled("fallback_notice", language=self.w["language_names"].get(prose.language, prose.language)),
            escape(prose.language),
            Markup(html),
        )
