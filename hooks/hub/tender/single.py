"""One clause on its own: all its texts with proof, tests, equivalence, parameters and when to use it."""

from collections.abc import Iterator

from ..model import Entry, Library
from ..office.document import Block, Document, Heading, Line, Paragraph, Style, Table, numbered_points, plain
from ..wording import Wording
from .clause_parts import Variant
from .draft import Draft, document
from .filling import value_text
from .manifest import manifest
from .parameters import Parameter
from .passages import equivalence, operation, overdue, rules_table, scale, tests, variant_text
from .selection import Selected
from .template_parts import Include


def clause_draft(library: Library, entry: Entry, wording: Wording) -> Draft:
    """Return the draft of a clause alone, with all its texts and its own defaults."""
    clause = entry.fields
    keys = tuple(variant.key for variant in clause.variants)  # type: ignore[attr-defined]
    include = Include(clause=entry.slug, pin=".".join(clause.version.split(".")[:2]), variants=keys)  # type: ignore[attr-defined]
    return Draft(library, entry, wording, (Selected(entry, include, 0),))


def clause_document(draft: Draft) -> Document:
    """Return a clause as a document of its own."""
    return document(draft, draft.fields.id, _blocks(draft, draft.chosen[0]))


def _blocks(draft: Draft, one: Selected) -> Iterator[Block]:
    edition = draft.word("edition", version=draft.fields.version, date=draft.wording.date(draft.date()))
    yield Paragraph(plain(f"{draft.said(draft.fields.theme)} · {edition}"), Style.META)
    if draft.fields.authorship.legal_review is None:
        yield Paragraph(plain(draft.word("draft_notice")), Style.NOTICE)
    yield from overdue(draft)
    yield Paragraph(plain(draft.said(draft.fields.summary)))
    for variant in one.variants:
        yield Heading(1, _title(draft, variant), f"text-{variant.key}")
        told = [
            draft.said(variant.document),
            draft.said(variant.obligation),
            draft.said(variant.ambition),
            *map(draft.said, variant.components),
        ]
        yield Paragraph(plain(" · ".join(told)), Style.META)
        yield from variant_text(draft, one, variant)
        if variant.award is not None:
            yield scale(draft, one, variant.award)
            award = variant.award
            yield Paragraph(
                plain(draft.word("suggested_weight", default=award.default_weight, most=award.max_weight)), Style.META
            )
    yield from _proof(draft, one)
    yield from _use(draft, one)
    yield from _parameters(draft, one)
    if draft.rules():
        yield Heading(1, draft.word("legal_basis"), "legal-basis")
        yield from rules_table(draft)
    yield from manifest(draft)


def _title(draft: Draft, variant: Variant) -> str:
    kind = draft.said(variant.kind)
    return draft.word("variant_in", key=variant.key, kind=kind)


def _proof(draft: Draft, one: Selected) -> Iterator[Block]:
    if one.proofs:
        yield Heading(1, draft.word("proof"), "proof")
        yield numbered_points(draft.line(proof.text, one) for proof in one.proofs)
    if one.tests:
        yield Heading(1, draft.word("tests_at_acceptance"), "acceptance")
        yield tests(draft, one)
    yield from operation(draft, one)
    yield from equivalence(draft, one)


def _use(draft: Draft, one: Selected) -> Iterator[Block]:
    clause = one.clause
    yield Heading(1, draft.word("rationale"), "rationale")
    yield Paragraph(draft.line(clause.rationale, one))
    for key, texts in (("use_when", clause.use_when), ("avoid_when", clause.avoid_when)):
        yield Heading(2, draft.word(key), key.replace("_", "-"))
        yield numbered_points(draft.line(text, one) for text in texts)
    for key, slugs in (("together", clause.depends_on), ("conflict", clause.conflicts_with)):
        found = [
            draft.library.entries["clauses", slug].fields
            for slug in slugs
            if ("clauses", slug) in draft.library.entries
        ]
        if found:
            told = ", ".join(f"{other.id} {draft.said(other.title)}" for other in found)  # type: ignore[attr-defined]
            yield Paragraph(plain(f"{draft.word(key)}: {told}."))
    yield Heading(1, draft.word("risks"), "risks")
    header = (draft.word("table_risk"), draft.word("table_mitigation"))
    yield Table(header, tuple((draft.line(r.risk, one), draft.line(r.mitigation, one)) for r in clause.risks), (50, 50))


def _parameters(draft: Draft, one: Selected) -> Iterator[Block]:
    if not one.clause.parameters:
        return
    yield Heading(1, draft.word("parameters"), "parameters")
    header = tuple(draft.word(f"table_{key}") for key in ("parameter", "default", "bounds"))
    rows: list[tuple[Line, ...]] = []
    for parameter in one.clause.parameters.values():
        if parameter.default is not None:
            default = value_text(parameter, parameter.default, draft.wording)
        elif parameter.filled_by is not None:
            default = draft.word("filled_by", filler=draft.said(parameter.filled_by))
        else:
            default = "–"
        rows.append((plain(draft.said(parameter.label)), plain(default), plain(bounds(draft, parameter))))
    yield Table(header, tuple(rows), (50, 25, 25))


def bounds(draft: Draft, parameter: Parameter) -> str:
    """Return what values a blank takes, in words."""
    if parameter.options:
        return ", ".join(draft.said(option) for option in parameter.options.values())
    least, most = (
        None if value is None else value_text(parameter, int(value) if value == int(value) else value, draft.wording)
        for value in (parameter.least, parameter.most)
    )
    if least and most:
        # The unit is said once: "5–20 år".
        return draft.word("parameter_bounds", least=least.partition("\u00a0")[0], most=most)
    if least or most:
        return draft.word("parameter_least", least=least) if least else draft.word("parameter_most", most=most)
    return "–"
