"""The passages that documents are put together from: a clause's text, proof, equivalence; notices; the cover."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ..office.document import (
    Block,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Points,
    Style,
    Table,
    numbered_points,
    plain,
    strong,
)
from .clause_checks import covers
from .clause_parts import Award, Proof, Test, Variant
from .draft import Draft, texts_in
from .selection import Selected
from .terms import DocumentKind

if TYPE_CHECKING:
    from ..types.rules import Rule

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with their headings of level 1 numbered in text: "3 Sikkerhed"."""
    number = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            number += 1
            yield replace(block, text=f"{number} {block.text}")
        else:
            yield block


def cover(draft: Draft) -> Iterator[Block]:
    """Yield what stands below the title: the edition, what must be known before use, and the contents."""
    legal = draft.fields.authorship.legal_review
    yield Paragraph(
        plain(draft.word("edition", version=draft.fields.version, date=draft.wording.date(draft.date()))), Style.META
    )
    if legal is None:
        yield Paragraph(plain(draft.word("draft_notice")), Style.NOTICE)
    yield from overdue(draft)
    yield Contents(draft.word("contents"))
    yield PageBreak()


def opening(draft: Draft, *keys: str) -> Iterator[Block]:
    """Yield the cover and the chapter on how to read the document; ``keys`` name what that chapter says."""
    yield from cover(draft)
    yield Heading(1, draft.word("reading"), "reading")
    yield from (Paragraph(plain(draft.word(key))) for key in keys)


def overdue(draft: Draft) -> Iterator[Block]:
    """Yield a notice when the template or a clause should have been looked at again (lint rule L12)."""
    parts = [draft.entry, *(one.entry for one in draft.chosen)]
    due = min(entry.fields.review_due for entry in parts)
    if due < draft.library.settings.today:
        yield Paragraph(plain(draft.word("overdue", date=draft.wording.date(due))), Style.NOTICE)


def clause_heading(draft: Draft, one: Selected) -> Heading:
    """Return a clause's heading: its id as text, then its title."""
    return Heading(2, f"{one.clause.id} {draft.said(one.clause.title)}", one.entry.slug)


def clause_texts(draft: Draft, one: Selected, kind: DocumentKind, *, proven: bool = False) -> Iterator[Block]:
    """Yield the selected texts of a clause that belong in a document, with what proves each when ``proven``."""
    texts = texts_in(one, kind)
    own = [tuple(proof for proof in one.proofs if covers(proof, variant)) for variant in texts]
    shared = all(found == own[0] for found in own)
    for number, (variant, found) in enumerate(zip(texts, own, strict=True), 1):
        yield Paragraph(plain(_meta(draft, one, variant)), Style.META)
        yield from variant_text(draft, one, variant)
        if variant.award is not None:
            yield scale(draft, one, variant.award)
        if proven and (not shared or number == len(texts)):
            yield from _proofs(draft, one, found)


def _meta(draft: Draft, one: Selected, variant: Variant) -> str:
    head = draft.word(
        "meta",
        obligation=capital(draft.said(variant.binding)),
        ambition=draft.said(variant.ambition),
        lots=draft.lots(variant, one),
    )
    if variant.award is not None:
        told = (
            f"{draft.lot_name(lot)}: {draft.word('weight', weight=weight)}"
            for lot, weight in one.include.weight.items()
        )
        head += f" · {draft.word('table_weight')} {', '.join(told)}"
    return f"{head} · {one.clause.id}/{variant.key} · {one.clause.version}"


def capital(text: str) -> str:
    """Return a text that begins a line."""
    return text[:1].upper() + text[1:]


def variant_text(draft: Draft, one: Selected, variant: Variant) -> Iterator[Block]:
    """Yield a text and its lettered points."""
    yield Paragraph(draft.line(variant.text, one))
    if variant.points:
        yield Points(
            tuple(
                (f"{letter})", draft.line(point, one)) for letter, point in zip(LETTERS, variant.points, strict=False)
            )
        )
    if variant.closing is not None:
        yield Paragraph(draft.line(variant.closing, one))


def scale(draft: Draft, one: Selected, award: Award) -> Table:
    """Return the scale of an award criterion."""
    rows = tuple((plain(str(level.points)), draft.line(level.when, one)) for level in award.scale)
    return Table((draft.word("table_points"), draft.word("table_when")), rows, (14, 86))


def _proofs(draft: Draft, one: Selected, own: tuple[Proof, ...]) -> Iterator[Block]:
    """Yield what the tenderer hands in."""
    if own:
        yield Paragraph(strong(draft.word("proof")), Style.LABEL)
        if len(own) > 1:
            yield Paragraph(plain(draft.word("proof_any")))
        yield numbered_points(draft.line(proof.text, one) for proof in own)


def belongs(item: Proof | Test, one: Selected, kind: DocumentKind) -> bool:
    """Tell whether a proof or a test belongs to any text of a document."""
    return any(covers(item, variant) for variant in texts_in(one, kind))


def equivalence(draft: Draft, one: Selected) -> Iterator[Block]:
    """Yield what counts as equivalent, why, and who proves it."""
    found = one.clause.equivalence
    if found is not None:
        yield Paragraph(strong(draft.word("equivalence")), Style.LABEL)
        yield Paragraph(draft.line(found.why, one))
        yield Points(tuple((each.key, draft.line(each.text, one)) for each in found.criteria))
        yield Paragraph(draft.line(found.burden, one))


def tests(draft: Draft, one: Selected) -> Table:
    """Return the scripted tests of a clause, with room for the result."""
    header = tuple(draft.word(key) for key in ("table_number", "table_test", "table_passed", "table_result"))
    rows = tuple(
        (plain(test.key), draft.line(test.step, one), draft.line(test.passes, one), plain(" ")) for test in one.tests
    )
    return Table(header, rows, (7, 42, 31, 20))


def operation(draft: Draft, one: Selected) -> Iterator[Block]:
    """Yield what is checked while the delivery is in use."""
    if one.clause.verification.operation:
        yield Paragraph(strong(draft.word("operation")), Style.LABEL)
        yield numbered_points(draft.line(text, one) for text in one.clause.verification.operation)


def rules_table(draft: Draft) -> Iterator[Block]:
    """Yield the rules with their references, their certainty and the address of the official text."""
    rules = draft.rules()
    if not rules:
        return
    header = tuple(draft.word(key) for key in ("table_number", "table_rule", "table_official"))
    rows = []
    for rule in (cast("Rule", entry.fields) for entry in rules):
        said = f"{draft.said(rule.reference)}. {draft.said(rule.statement.text)}"
        if rule.statement.confidence.value != "confirmed":
            said += f" ({draft.word('unread')})"
        rows.append((plain(rule.codes[0]), plain(said), plain(rule.official.url)))
    yield Table(header, tuple(rows), (11, 55, 34))
