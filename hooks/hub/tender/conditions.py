"""The tender conditions: what is bought and how, when, by which criteria and under which rules."""

from collections.abc import Iterator
from dataclasses import replace

from ..office.document import Block, Document, Heading, Line, Paragraph, Table, numbered_points, plain
from .award_tables import score_table, weight_table
from .clause_checks import covers
from .draft import Draft, document, texts_in
from .manifest import manifest
from .passages import belongs, clause_heading, clause_texts, cover, numbered, rules_table
from .requirements import lots
from .selection import Selected
from .terms import DocumentKind, Duty, TextKind
from .timetable import timed

OWN_BLANKS = ("authority_name", "authority_contact", "authority_portal", "contract_value", "contract_term")
"""What no template can know of a purchase."""


def tender_conditions(whole: Draft) -> Document:
    """Return the tender conditions of a template."""
    draft = whole.within(DocumentKind.CONDITIONS)
    return document(draft, draft.said(DocumentKind.CONDITIONS), numbered(_blocks(draft, whole)))


def _blocks(draft: Draft, whole: Draft) -> Iterator[Block]:
    yield from cover(draft)
    yield from _purchase(draft)
    yield Heading(1, draft.word("procedure"), "procedure")
    yield Paragraph(plain(draft.said(draft.template.procedure_reason)))
    yield Heading(2, draft.word("timetable"), "timetable")
    yield Paragraph(plain(draft.word("timetable_intro")))
    yield timetable(draft)
    process = tuple(one for one in draft.chosen if _has(one, TextKind.PROCESS) or _has(one, TextKind.SELECTION))
    if process:
        yield Heading(1, draft.word("process_rules"), "process-rules")
        for one in process:
            yield clause_heading(draft, one)
            yield from clause_texts(draft, one, DocumentKind.CONDITIONS)
    yield from _award(replace(draft, chosen=tuple(one for one in draft.chosen if one not in process)))
    yield from _evaluation(draft)
    yield from _contract_proofs(whole)
    yield from _law(whole)
    yield from manifest(draft, OWN_BLANKS)


def _has(one: Selected, kind: TextKind) -> bool:
    return any(variant.kind is kind for variant in texts_in(one, DocumentKind.CONDITIONS))


def _purchase(draft: Draft) -> Iterator[Block]:
    yield Heading(1, draft.word("purchase"), "purchase")
    yield Paragraph(plain(draft.said(draft.template.buys)))
    rows: tuple[tuple[str, Line], ...] = (
        ("fact_authority", draft.blank("authority_name")),
        ("fact_contact", draft.blank("authority_contact")),
        ("fact_portal", draft.blank("authority_portal")),
        ("fact_value", draft.blank("contract_value")),
        ("fact_term", draft.blank("contract_term")),
        ("fact_procedure", plain(draft.said(draft.template.procedure))),
    )
    header = (draft.word("table_fact"), draft.word("table_content"))
    yield Table(header, tuple((plain(draft.word(key)), line) for key, line in rows), (28, 72))
    yield Heading(2, draft.word("delivery"), "delivery")
    yield from lots(draft)


def timetable(draft: Draft) -> Table:
    """Return the template's steps, each with its days and the least that the law allows."""
    header = tuple(draft.word(f"table_{key}") for key in ("step", "days", "least", "rule"))
    rows = []
    for each in timed(draft.template, draft.library):
        said = f"{each.rule.codes[0]}: {draft.said(each.rule.reference)}" if each.rule else "–"
        least = str(each.least) if each.least else "–"
        told = (draft.said(each.step.title), str(each.step.days), least, said)
        rows.append(tuple(plain(text) for text in told))
    return Table(header, tuple(rows), (42, 10, 10, 38))


def _award(draft: Draft) -> Iterator[Block]:
    evaluation = draft.template.evaluation
    if evaluation is None:
        return
    yield Heading(1, draft.word("award"), "award")
    yield Paragraph(plain(draft.word("award_intro")))
    yield weight_table(draft)
    for one in draft.chosen:
        yield clause_heading(draft, one)
        yield from clause_texts(draft, one, DocumentKind.CONDITIONS, proven=True)


def _evaluation(draft: Draft) -> Iterator[Block]:
    evaluation = draft.template.evaluation
    if evaluation is None:
        return
    yield Heading(1, draft.word("evaluation"), "evaluation")
    for text in evaluation.method:
        yield Paragraph(plain(draft.said(text)))
    # One model, said once: where a clause describes it, the clause is the text that binds.
    if not any(Duty.EVALUATION in one.clause.fulfils for one in draft.chosen):
        keys = ("quality_points", "price_points", "total_points")
        yield numbered_points(plain(draft.word(key, top=evaluation.top, spread=evaluation.spread)) for key in keys)
    yield Heading(2, draft.word("example"), "example")
    yield Paragraph(plain(draft.word("example_intro", lot=draft.lot_name(evaluation.example_lot))))
    yield score_table(draft)


def _contract_proofs(whole: Draft) -> Iterator[Block]:
    """Yield what the tenderer hands in for contract conditions, where the requirements have not asked for it already."""
    rows: list[tuple[Line, ...]] = []
    for one in whole.within(DocumentKind.CONTRACT).chosen:
        asked = _proven(one, DocumentKind.REQUIREMENTS)
        by_proof: dict[tuple[int, ...], list[str]] = {}
        for variant in texts_in(one, DocumentKind.CONTRACT):
            own = tuple(n for n, proof in enumerate(one.proofs) if covers(proof, variant))
            if own and not asked.issuperset(own):
                by_proof.setdefault(own, []).append(variant.key)
        for numbers, keys in by_proof.items():
            line: Line = ()
            for place, number in enumerate(numbers, 1):
                lead = f"{' ' if place > 1 else ''}{place}) " if len(numbers) > 1 else ""
                line = (*line, *plain(lead), *whole.line(one.proofs[number].text, one))
            label = f"{one.clause.id}/{', '.join(keys)} {whole.said(one.clause.title)}"
            rows.append((plain(label), line))
    if rows:
        yield Heading(1, whole.word("contract_proof"), "contract-proof")
        yield Paragraph(plain(whole.word("contract_proof_intro")))
        yield Table((whole.word("table_clause"), whole.word("proof")), tuple(rows), (36, 64))


def _proven(one: Selected, kind: DocumentKind) -> set[int]:
    """Return which of a clause's proofs stand in a document already."""
    return {n for n, proof in enumerate(one.proofs) if belongs(proof, one, kind)}


def _law(whole: Draft) -> Iterator[Block]:
    yield Heading(1, whole.word("rules"), "rules")
    yield Paragraph(plain(whole.word("rules_intro")))
    yield from rules_table(whole)
    for omission in whole.template.omitted:
        yield Paragraph(plain(f"{whole.word('omitted')}: {whole.said(omission.duty)}. {whole.said(omission.reason)}"))
    tags = [(one.clause.id, tag) for one in whole.chosen for tag in one.clause.notice]
    if tags:
        yield Heading(2, whole.word("notice_codes"), "notice-codes")
        header = tuple(whole.word(f"table_{key}") for key in ("field", "code", "clause"))
        yield Table(
            header, tuple((plain(tag.field), plain(tag.code), plain(clause)) for clause, tag in tags), (30, 40, 30)
        )
