"""The requirement specification: what the delivery must do, by subject, each requirement with its proof."""

from collections.abc import Iterator

from ..office.document import Block, Document, Heading, Paragraph, Table, numbered_points, plain
from .draft import Draft, document
from .manifest import manifest
from .passages import belongs, capital, clause_heading, clause_texts, equivalence, numbered, opening
from .terms import DocumentKind


def requirement_specification(whole: Draft) -> Document:
    """Return the requirement specification of a template."""
    draft = whole.within(DocumentKind.REQUIREMENTS)
    return document(draft, draft.said(DocumentKind.REQUIREMENTS), numbered(_blocks(draft)))


def _blocks(draft: Draft) -> Iterator[Block]:
    yield from opening(draft, "reading_requirements")
    keys = ("reading_minimum", "reading_evaluated", "reading_option")
    yield numbered_points(plain(draft.word(key)) for key in keys)
    yield Paragraph(plain(draft.word("reading_equivalent")))
    yield Paragraph(plain(draft.word("reading_blank")))
    yield Heading(1, draft.word("delivery"), "delivery")
    yield Paragraph(plain(draft.said(draft.template.buys)))
    yield from lots(draft)
    for theme, chosen in draft.by_theme():
        yield Heading(1, draft.said(theme), f"theme-{theme.value}")
        for one in chosen:
            yield clause_heading(draft, one)
            yield from clause_texts(draft, one, DocumentKind.REQUIREMENTS, proven=True)
            yield from equivalence(draft, one)
            tried = [test.key for test in one.tests if belongs(test, one, DocumentKind.REQUIREMENTS)]
            if tried:
                yield Paragraph(plain(draft.word("tried", keys=draft.wording.enumeration(tried))))
    yield from manifest(draft)


def lots(draft: Draft) -> Iterator[Block]:
    """Yield the lots with what they cover and why they stand alone, or why there are none (Udbudsloven § 49)."""
    if draft.template.lots:
        header = tuple(draft.word(key) for key in ("table_lot", "table_covers", "table_reason"))
        rows = tuple(
            (
                plain(f"{capital(draft.word('lot', number=number))}: {draft.said(lot.title)}"),
                plain(draft.said(lot.contents)),
                plain(draft.said(lot.reason)),
            )
            for number, lot in enumerate(draft.template.lots, 1)
        )
        yield Table(header, rows, (24, 40, 36))
    if draft.template.undivided_reason is not None:
        yield Paragraph(plain(f"{draft.word('undivided')}. {draft.said(draft.template.undivided_reason)}"))
