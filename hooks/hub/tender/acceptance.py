"""The acceptance test plan: every scripted test of the selected clauses, with room for result and signature."""

from collections.abc import Iterator
from dataclasses import replace

from ..office.document import Block, Document, Heading, Table, plain
from .draft import Draft, document
from .manifest import manifest
from .passages import clause_heading, numbered, opening, operation, tests
from .terms import DocumentKind


def acceptance_test_plan(whole: Draft) -> Document:
    """Return the acceptance test plan of a template."""
    draft = replace(whole, chosen=tuple(one for one in whole.chosen if one.tests))
    return document(draft, draft.said(DocumentKind.TESTS), numbered(_blocks(draft)))


def _blocks(draft: Draft) -> Iterator[Block]:
    yield from opening(draft, "test_intro", "test_failed", "reading_blank")
    for theme, chosen in draft.by_theme():
        yield Heading(1, draft.said(theme), f"theme-{theme.value}")
        for one in chosen:
            yield clause_heading(draft, one)
            yield tests(draft, one)
            yield from operation(draft, one)
    yield Heading(1, draft.word("signatures"), "signatures")
    header = tuple(draft.word(f"table_{key}") for key in ("party", "name", "date", "signature"))
    rows = tuple((plain(draft.word(party)), plain(" "), plain(" "), plain(" ")) for party in ("customer", "supplier"))
    yield Table(header, rows, (20, 30, 20, 30))
    yield from manifest(draft)
