"""One template, or one clause alone, on its way to a document in one language: its words, its selection, its lines."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from .. import urls
from ..model import Entry, Library
from ..office.document import Document, Line, Mark, Span
from ..vocabulary import Choice, Text
from ..wording import Wording
from .clause_parts import Variant
from .filling import fill
from .selection import Selected, selected
from .terms import Authorship, DocumentKind, Theme

if TYPE_CHECKING:
    from ..types.tender_templates import TenderTemplate


@dataclass(frozen=True)
class Draft:
    """What every part of a document is written from."""

    library: Library
    entry: Entry
    """The template, or the clause when it stands alone."""
    wording: Wording
    chosen: tuple[Selected, ...]

    @property
    def template(self) -> "TenderTemplate":
        """Return the template's fields; only for drafts of a template."""
        return cast("TenderTemplate", self.entry.fields)

    @property
    def words(self) -> dict[str, Any]:
        """Return the documents' own words."""
        return cast("dict[str, Any]", self.wording.words["doc"])

    @property
    def fields(self) -> Any:
        """Return the fields of the template or clause."""
        return self.entry.fields

    def said(self, value: Text | Choice) -> str:
        """Return a text or a choice in the draft's language."""
        if isinstance(value, Text):
            return value.said(self.wording.language)[0]
        return value.label.get(self.wording.language) or value.value

    def word(self, name: str, /, **values: Any) -> str:
        """Return one of the documents' words with its blanks filled."""
        return str(self.words[name]).format(**values) if values else str(self.words[name])

    def line(self, text: Text, one: Selected) -> Line:
        """Return a clause's text with its blanks filled or marked."""
        return tuple(
            Span(piece.text, Mark.BLANK, f"{one.entry.slug}.{piece.parameter}") if piece.blank else Span(piece.text)
            for piece in fill(text, one, self.wording)
        )

    def blank(self, key: str, filler: str = "buyer") -> Line:
        """Return a blank of the document itself, such as the municipality's name."""
        said = str(self.words["blank"][filler]).format(label=self.words[key])
        return (Span(said, Mark.BLANK, key.replace("_", "-")),)

    def lots(self, variant: Variant, one: Selected) -> str:
        """Return the lots that a text belongs to, in words."""
        own = one.lots(variant, self.template)
        if not own or len(own) == len(self.template.lots):
            return self.word("all_lots")
        numbers = [str(self.template.lots.index(lot) + 1) for lot in own]
        key = "lot" if len(numbers) == 1 else "lots"
        return self.word(key, number=numbers[0], numbers=self.wording.enumeration(numbers))

    def lot_name(self, key: str) -> str:
        """Return a lot as the documents call it: "delaftale 2", or the whole delivery when it is undivided."""
        number = next((place for place, lot in enumerate(self.template.lots, 1) if lot.key == key), None)
        return self.word("lot", number=number) if number else self.word("all_lots")

    def date(self) -> dt.date:
        """Return the day of the newest version of anything in the document."""
        parts = [self.fields, *(one.clause for one in self.chosen)]
        return max(cast("dt.date", part.versions[0].date) for part in parts)

    def by_theme(self) -> Iterator[tuple[Theme, tuple[Selected, ...]]]:
        """Yield the clauses of each theme, in the order of the themes, then of the template."""
        for theme in Theme:
            own = tuple(one for one in self.chosen if one.clause.theme is theme)
            if own:
                yield theme, own

    def within(self, kind: DocumentKind) -> "Draft":
        """Return the draft with only the texts of one document; clauses that say nothing there are left out."""
        kept = tuple(one for one in self.chosen if texts_in(one, kind))
        return replace(self, chosen=kept)

    def address(self) -> str:
        """Return where the current edition stands."""
        return urls.absolute(
            urls.entry_path(self.entry, self.wording.language, self.library.settings), self.library.settings
        )

    def rules(self) -> tuple[Entry, ...]:
        """Return the rules that the clauses and the template refer to, each once, in their own order."""
        slugs = {slug for one in self.chosen for slug in one.clause.legal_basis}
        slugs |= {*getattr(self.fields, "rules", ()), *getattr(self.fields, "legal_basis", ())}
        slugs |= {step.rule for step in getattr(self.fields, "timetable", ()) if step.rule}
        found = [entry for entry in self.library.of_type("rules") if entry.slug in slugs]
        return tuple(sorted(found, key=lambda entry: entry.type.order(entry.fields) if entry.type.order else ()))


def texts_in(one: Selected, kind: DocumentKind) -> tuple[Variant, ...]:
    """Return the selected texts of a clause that belong in one document."""
    return tuple(variant for variant in one.variants if variant.document is kind)


def template_draft(library: Library, entry: Entry, wording: Wording) -> Draft:
    """Return the draft of a template."""
    return Draft(library, entry, wording, tuple(selected(cast("TenderTemplate", entry.fields), library)))


def review_lines(draft: Draft, authorship: Authorship) -> tuple[str, str]:
    """Return the legal and the technical state of review, in words."""
    legal, technical = authorship.legal_review, authorship.technical_review

    def told(key: str, sign: Any) -> str:
        return draft.word(key, name=sign.name, role=draft.said(sign.role), date=draft.wording.date(sign.date))

    return (
        told("reviewed", legal) if legal else draft.word("not_reviewed"),
        told("technical_reviewed", technical) if technical else draft.word("technical_not_reviewed"),
    )


def document(draft: Draft, title: str, blocks: Iterable[Any]) -> Document:
    """Return a finished document: what every file of a tender says about itself is said here, once."""
    legal, _ = review_lines(draft, draft.fields.authorship)
    subtitle = draft.said(draft.fields.title)
    return Document(
        title=title,
        subtitle=subtitle,
        author=draft.library.settings.name,
        language=draft.word("locale"),
        subject=f"{draft.word('subject')}: {subtitle}",
        keywords=tuple(str(word).format(solution=subtitle) for word in draft.words["keywords"]),
        date=draft.date(),
        blocks=tuple(blocks),
        status=f"{legal} · {draft.word('edition', version=draft.fields.version, date=draft.wording.date(draft.date()))}",
        page=draft.word("page"),
    )
