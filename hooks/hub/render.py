"""Entries, collections and hand-written pages to Markdown, through the views."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from . import activities, drawing, ruling, tendering, urls
from .escaping import escape
from .evidence import Confidence
from .handwritten import BLOCK
from .model import ContentType, Entry, Library, Page
from .page_view import PageView
from .pictures.geography import read_outline
from .present import items
from .tally import tally
from .terms import Forms, patterns
from .translation import state
from .wording import Wording, read_wording

COMPARED = ("standards", "business-models", "cases", "labs")
"""The types whose entries a reader can lay side by side."""
_BEFORE_PERCENT = re.compile(r"(?<=\d) %")


@dataclass(frozen=True)
class Renderer:
    """The views and the words, made once per build."""

    library: Library
    views: Environment
    wordings: Mapping[str, Wording]
    forms: Mapping[str, Forms]
    """The glossary's terms by language."""


def block_names() -> frozenset[str]:
    """Return the names that a hand-written page may ask for as ``[[hub:name]]``."""
    found = PackageLoader(__package__, "views").list_templates()
    return frozenset(
        name.removeprefix("blocks/").removesuffix(".md.j2") for name in found if name.startswith("blocks/")
    )


def renderer(library: Library) -> Renderer:
    """Return a renderer for one library."""
    views = Environment(
        loader=PackageLoader(__package__, "views"),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    views.globals.update(
        draw=drawing,
        tender=tendering,
        activity=activities,
        ruling=ruling,
        evidence=tally,
        confidences=tuple(Confidence),
        evidence_path=urls.EVIDENCE,
        feed_path=urls.feed_path,
        compared=COMPARED,
        outline=read_outline(),
    )
    languages = library.settings.languages
    forms = {code: patterns(library, code) for code in languages}
    return Renderer(library, views, {code: read_wording(code) for code in languages}, forms)


def render_entry(using: Renderer, entry: Entry, language: str) -> str:
    """Return an entry's page in one language, as Markdown."""
    settings = using.library.settings
    path = urls.entry_path(entry, language, settings)
    view = PageView(using.library, using.wordings[language], path, entry.fields.sources, using.forms[language])
    template = using.views.select_template([f"{entry.type.name}.md.j2", "_entry.md.j2"])
    return _kept_together(
        template.render(
            p=view,
            w=view.w,
            settings=settings,
            entry=entry,
            fields=entry.fields,
            names=entry.type.names[language],
            items=tuple(items(entry.fields)),
            groups=view.grouped(entry),
            translation_lines=tuple(_translation_lines(view, entry)),
            data_href=view.href(urls.api_entry_path(entry)),
            calculator_path=urls.calculator_path(entry),
        )
    )


def render_collection(using: Renderer, kind: ContentType, language: str) -> str:
    """Return the page that lists a type's entries, as Markdown."""
    settings = using.library.settings
    view = PageView(using.library, using.wordings[language], urls.collection_path(kind, language, settings), {})
    template = using.views.select_template([f"{kind.name}-collection.md.j2", "_collection.md.j2"])
    return _kept_together(
        template.render(
            p=view,
            w=view.w,
            settings=settings,
            names=kind.names[language],
            facets_path=urls.facets_path(kind, language),
            kind=kind,
            entries=view.sorted(using.library.of_type(kind.name)),
        )
    )


def render_page(using: Renderer, page: Page) -> str:
    """Return a hand-written page with its blocks, citations and links filled in, as Markdown."""
    library = using.library
    cited = library.entries[page.cites].fields.sources if page.cites else {}
    view = PageView(library, using.wordings[page.language], page.path, cited)
    parts = BLOCK.split(page.body)
    # Blocks are filled in reading order, so that citations are numbered and counted as the reader meets them.
    written = [
        _block(using, view, page, part) if number % 2 else view.prose_text(part, as_html=False, outside=page.outside)
        for number, part in enumerate(parts)
    ]
    template = using.views.get_template("_page.md.j2")
    return _kept_together(template.render(p=view, w=view.w, page=page, body=Markup("\n").join(written)))


def _kept_together(text: str) -> str:
    """Return a page whose numbers keep their percent sign on the same line."""
    return _BEFORE_PERCENT.sub("\N{NO-BREAK SPACE}%", text)


def _block(using: Renderer, view: PageView, page: Page, name: str) -> Markup:
    library = using.library
    network = library.entries.get(("organisations", library.settings.network))
    template = using.views.get_template(f"blocks/{name}.md.j2")
    return Markup(template.render(p=view, w=view.w, settings=library.settings, network=network, page=page))


def _translation_lines(view: PageView, entry: Entry) -> list[Markup]:
    settings = view.settings
    names = view.w["language_names"]
    states = {code: state(entry, code, settings.first_language) for code in settings.languages}
    complete = [names.get(code, code) for code, found in states.items() if found.kind != "missing"]
    lines = [view.filled("translation_complete", languages=view.wording.enumeration(complete))] if complete else []
    for code, found in states.items():
        if found.kind == "missing":
            lines.append(view.filled("translation_missing", language=names.get(code, code)))
        elif found.kind == "behind":
            lines.append(view.filled("translation_behind", date=view.wording.date(found.since)))
    return lines
