"""The contract annex: what holds between customer and supplier after the award, and what is checked in operation."""

from collections.abc import Iterator

from ..office.document import Block, Document, Heading
from .clause_checks import EQUIVALENT
from .draft import Draft, document, texts_in
from .manifest import manifest
from .passages import clause_heading, clause_texts, equivalence, numbered, opening, operation
from .selection import Selected
from .terms import DocumentKind


def contract_annex(whole: Draft) -> Document:
    """Return the contract annex of a template."""
    draft = whole.within(DocumentKind.CONTRACT)
    return document(draft, draft.said(DocumentKind.CONTRACT), numbered(_blocks(draft)))


def _blocks(draft: Draft) -> Iterator[Block]:
    yield from opening(draft, "contract_intro", "contract_reading", "reading_blank")
    for theme, chosen in draft.by_theme():
        yield Heading(1, draft.said(theme), f"theme-{theme.value}")
        for one in chosen:
            yield clause_heading(draft, one)
            yield from clause_texts(draft, one, DocumentKind.CONTRACT)
            if _names_equivalents(draft, one):
                yield from equivalence(draft, one)
            yield from operation(draft, one)
    yield from manifest(draft)


def _names_equivalents(draft: Draft, one: Selected) -> bool:
    texts = (text for variant in texts_in(one, DocumentKind.CONTRACT) for text in variant.texts())
    return any(EQUIVALENT[draft.wording.language] in draft.said(text).casefold() for text in texts)
