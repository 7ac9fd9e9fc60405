"""What a view may ask while it writes one page: links, citations, prose. Lives as long as the page is being written."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from . import markup, urls
from .escaping import escape
from .evidence import Source
from .model import ContentType, Entry, Library, Prose
from .prose import CITED, GENERAL
from .relations import Relations
from .settings import NO_SIGN_UP
from .terms import Forms, mark
from .wording import Wording


class PageView(Relations):
    """The helpers of one page in one language; counts the citations it has written, for the way back."""

    def __init__(
        self,
        library: Library,
        wording: Wording,
        path: str,
        sources: Mapping[str, Source],
        forms: Forms | None = None,
    ) -> None:
        """Begin a page that lies at ``path`` and may cite ``sources``; ``forms`` are the terms to explain in its text."""
        super().__init__(library, wording)
        self.settings = library.settings
        self.path = path
        self.sources = sources
        self.numbers: dict[str, int] = {}
        self.cited: Counter[str] = Counter()
        self.forms = forms
        self.terms: tuple[Entry, ...] = ()
        """The glossary terms that the page's text has met, to be explained at its end."""
        self.no_sign_up = self.settings.join_url == NO_SIGN_UP

    # --- links ---

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

    def lost(self, address: str) -> Markup:
        """Return what to say of an outside address that no longer answers; nothing for any other."""
        state = self.library.ledger.get(address)
        if state is None or not state.told_dead(self.settings.today):
            return Markup("")
        if state.good:
            return self.filled("link_dead", date=self.wording.date(state.good))
        return self.filled("link_dead_unseen", date=self.wording.date(state.checked or self.settings.today))

    def edit_address(self, source: str) -> str:
        """Return where ``source`` can be edited, or nothing while no repository is set."""
        return urls.edit_address(source, self.settings)

    def repo_host(self) -> str:
        """Return the name of the code host."""
        return urlsplit(self.settings.repo_url).hostname or ""

    def formula(self, text: str, calculator: Any) -> str:
        """Return a formula with its names in the page's language: "Beholdere × Tømninger pr. år"."""
        labels = {each.key: self.plain(each.label) for each in (*calculator.inputs, *calculator.outputs)}
        signs = {"**": " ^ ", "*": " × ", "/": " ÷ ", "-": " − ", "+": " + "}
        functions = {name: f"{said} " for name, said in self.w["functions"].items()}
        words = {**functions, **labels, **signs}
        pieces = re.split(r"([a-z][a-z0-9_]*|\*\*|[*/+-])", text.replace(" ", ""))
        return "".join(str(words.get(piece, piece)) for piece in pieces).replace(",", ", ").strip()

    def party_names(self, parties: Any) -> Mapping[str, Any]:
        """Return the names of a business model's parties by their keys."""
        return {party.key: party.name for party in parties}

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
            if self.forms is None:
                return self.prose_text(own.text, as_html=False, outside=own.outside)
            marked = mark(own.text, self.forms, entry)
            self.terms = marked.terms
            return self.prose_text(marked.text, as_html=False, outside=own.outside)
        other = next(iter(entry.prose.values()), None)
        return self._foreign(other) if other else Markup("")

    def prose_text(self, text: str, *, as_html: bool, outside: Iterable[tuple[str, int]] = ()) -> Markup:
        """Return checked prose with its citations and entry links turned into those of the site.

        A link to one of the ``outside`` addresses gets a note behind it when the address no longer answers.
        """
        for address, _ in outside:
            note = self.lost(address)
            for link in (f"]({address})", f"<{address}>") if note else ():
                text = text.replace(link, f'{link} <span class="hub-note">({note})</span>')
        linked = markup.CONTENT_LINK.sub(lambda match: f"]({self._target(match[1], match[2], as_html)})", text)
        return Markup(CITED.sub(lambda match: str(self._cite_one(match[1])), linked))

    def _target(self, kind: str, slug: str | None, as_html: bool) -> str:
        path = self.path_of(kind, slug)
        return urls.relative(self.path, path) if as_html else urls.markdown_link(self.path, path)

    def way_href(self, to: str) -> Markup:
        """Return where a way on the front page leads, as seen from this page."""
        if to.startswith("page:"):
            return self.page_href(to.removeprefix("page:")) or self.href(self.path)
        kind, _, slug = to.partition("/")
        return self.href(self.path_of(kind, slug))

    def segments(self, kinds: Iterable[str]) -> dict[str, str]:
        """Return the part of the address that each of the types has in the page's language."""
        wanted = set(kinds)
        return {kind.name: kind.names[self.language].segment for kind in self.library.types if kind.name in wanted}

    def page_href(self, key: str) -> Markup | None:
        """Return where the hand-written page of that key lies, as seen from this page; None where there is none."""
        page = urls.page_by_key(self.library, key, self.language)
        return self.href(page.path) if page else None

    def path_of(self, kind: str, slug: str | None) -> str:
        """Return the path of an entry's page, or of a type's collection when there is no slug."""
        if slug:
            return urls.entry_path(self.entry((kind, slug)), self.language, self.settings)
        found = next(each for each in self.library.types if each.name == kind)
        return urls.collection_path(found, self.language, self.settings)

    def _foreign(self, prose: Prose) -> Markup:
        html = markup.to_html(str(self.prose_text(prose.text, as_html=True, outside=prose.outside)))
        return Markup(
            '<div class="hub-foreign">\n<p class="hub-notice">{}</p>\n<div lang="{}">\n{}\n</div>\n</div>'
        ).format(
            self.filled("fallback_notice", language=self.w["language_names"].get(prose.language, prose.language)),
            escape(prose.language),
            Markup(html),
        )
