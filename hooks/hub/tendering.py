"""Chooses what the pages of clauses, templates and rules show: texts with their blanks, files with their sizes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from markupsafe import Markup

from .downloads import Download, downloads, size_of
from .escaping import escape
from .model import Entry
from .office.document import Table
from .page_view import PageView
from .tender.award_tables import score_table, weight_table
from .tender.clause_parts import Variant
from .tender.draft import Draft, template_draft, texts_in
from .tender.filling import fill
from .tender.selection import Selected
from .tender.single import bounds, clause_draft
from .tender.terms import DocumentKind, Theme
from .tender.timetable import timed
from .vocabulary import Text
from .wording import read_wording

FORMS = {"docx": "Word (DOCX)", "odt": "ODF (ODT)", "pdf": "PDF", "xlsx": "Excel (XLSX)", "zip": "ZIP"}


@dataclass(frozen=True)
class File:
    """A file as a page offers it."""

    label: str
    href: Markup
    size: str
    form: str


def files(p: PageView, entry: Entry) -> list[tuple[Markup, list[File]]]:
    """Return the files of an entry as (document, its formats), in the order in which a tender is read."""
    found: dict[DocumentKind | None, list[File]] = {}
    for each in downloads(entry, p.language):
        if each.form == "zip":
            continue
        found.setdefault(each.kind, []).append(_file(p, each))
    return [(p.said(kind) if kind else escape(p.w["doc"]["clause_file"]), forms) for kind, forms in found.items()]


def whole(p: PageView, entry: Entry) -> list[File]:
    """Return the file that holds all the others, if the entry has one."""
    return [_file(p, each) for each in downloads(entry, p.language) if each.form == "zip"]


def _file(p: PageView, found: Download) -> File:
    return File(FORMS[found.form], p.href(found.path), size(p, size_of(found, p.library)), found.form)


def size(p: PageView, count: int) -> str:
    """Return a size as readers know it: "48 kB"."""
    return f"{p.wording.number(max(1, round(count / 1000)))}\u00a0kB"


def draft_of(p: PageView, entry: Entry) -> Draft:
    """Return the draft of a clause alone or of a template, in the page's language."""
    make = clause_draft if entry.type.name == "clauses" else template_draft
    return make(p.library, entry, p.wording)


def line(p: PageView, text: Text, one: Selected, marked: bool = True) -> Markup:
    """Return a clause's text with its blanks as places to fill in and, when ``marked``, its values as changeable."""
    _, language = text.said(p.language)
    said = Markup("").join(
        Markup('<span class="hub-blank">{}</span>').format(escape(piece.text)) if piece.blank
        else Markup('<span class="hub-value">{}</span>').format(escape(piece.text)) if piece.parameter and marked
        else escape(piece.text)
        for piece in fill(text, one, p.wording)
    )  # fmt: skip
    return said if language == p.language else Markup('<span lang="{}">{}</span>').format(escape(language), said)


def other_languages(p: PageView) -> list[tuple[str, PageView]]:
    """Return the hub's other languages, each with a view that speaks it."""
    return [
        (code, PageView(p.library, read_wording(code), p.path, p.sources))
        for code in p.settings.languages
        if code != p.language
    ]


def parameter_rows(p: PageView, entry: Entry) -> Iterator[tuple[Markup, Markup, str, Markup]]:
    """Yield a clause's blanks as (what, default or who fills it in, bounds, help)."""
    draft = draft_of(p, entry)
    one = draft.chosen[0]
    for name, parameter in one.clause.parameters.items():
        value = line(p, Text({p.language: f"{{{{{name}}}}}"}), one)
        if parameter.default is None and parameter.filled_by is not None:
            value = escape(draft.word("filled_by", filler=p.said(parameter.filled_by)))
        yield (
            p.said(parameter.label),
            value,
            bounds(draft, parameter),
            p.said(parameter.help) if parameter.help else escape(""),
        )


@dataclass(frozen=True)
class Passage:
    """A text of a template as its page lists it."""

    entry: Entry
    variant: Variant
    lots: str
    weight: str


def passages(p: PageView, entry: Entry) -> list[tuple[Markup, list[Passage]]]:
    """Return a template's texts by document: (document, texts)."""
    draft = draft_of(p, entry)
    return [
        (
            p.said(kind),
            [
                Passage(one.entry, variant, draft.lots(variant, one), _weight(draft, one, variant))
                for _, chosen in draft.within(kind).by_theme()
                for one in chosen
                for variant in texts_in(one, kind)
            ],
        )
        for kind in (DocumentKind.REQUIREMENTS, DocumentKind.CONDITIONS, DocumentKind.CONTRACT)
    ]


def _weight(draft: Draft, one: Selected, variant: Variant) -> str:
    if variant.award is None:
        return ""
    return ", ".join(
        f"{draft.word('weight', weight=weight)} ({draft.lot_name(lot)})" for lot, weight in one.include.weight.items()
    )


def steps(p: PageView, entry: Entry) -> Iterator[tuple[Markup, int, int | None, Entry | None]]:
    """Yield a template's timetable as (step, days, least days by law, rule)."""
    for each in timed(cast("Any", entry.fields), p.library):
        yield p.said(each.step.title), each.step.days, each.least, each.entry


def standards_behind(p: PageView, entry: Entry) -> list[Entry]:
    """Return the standards that a template's clauses name, each once."""
    slugs = {
        use.standard for one in draft_of(p, entry).chosen for use in one.clause.standards if use.standard is not None
    }
    return p.sorted(p.entry(("standards", slug)) for slug in slugs)


def rules_behind(p: PageView, entry: Entry) -> list[Entry]:
    """Return the rules that a clause or a template rests on, in their own order."""
    return p.sorted(draft_of(p, entry).rules())


def award_table(p: PageView, entry: Entry) -> Table:
    """Return a template's criteria with their weight in each lot."""
    return weight_table(draft_of(p, entry))


def example_table(p: PageView, entry: Entry) -> Table:
    """Return a template's worked example."""
    return score_table(draft_of(p, entry))


def by_theme(p: PageView, entries: Iterable[Entry]) -> list[tuple[Markup, list[Entry]]]:
    """Return clauses by their theme, in the order of the themes."""
    ordered = p.sorted(entries)
    found = [(theme, [each for each in ordered if cast("Any", each.fields).theme is theme]) for theme in Theme]
    return [(p.said(theme), own) for theme, own in found if own]


def bindings(p: PageView, entry: Entry) -> list[Markup]:
    """Return the ways in which a clause's texts bind, each once."""
    found = {variant.binding: None for variant in cast("Any", entry.fields).variants}
    return [p.said(binding) for binding in found]
