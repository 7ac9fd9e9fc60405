"""The workbook of a template: compliance matrix, evaluation, worked example, life-cycle cost, manifest."""

from collections.abc import Iterator

from ..office.document import text_of
from ..office.workbook import Cell, Look, Sheet, Workbook
from .clause_checks import covers
from .cost_sheet import cost_sheets
from .draft import Draft, document, texts_in
from .manifest import facts, settled
from .passages import LETTERS
from .score_sheet import evaluation_sheets, example_sheet
from .selection import Selected
from .terms import DocumentKind, Obligation, TextKind

_IN_ORDER = (DocumentKind.REQUIREMENTS, DocumentKind.CONTRACT)
"""The documents whose texts the tenderer answers one by one."""


def workbook(draft: Draft) -> Workbook:
    """Return the workbook of a template."""
    about = document(draft, draft.said(DocumentKind.WORKBOOK), ())
    sheets = (_guide(draft), _matrix(draft), *_scores(draft), *cost_sheets(draft), _manifest(draft))
    return Workbook(
        title=f"{about.title}: {about.subtitle}",
        subject=about.subject,
        author=about.author,
        language=about.language,
        keywords=about.keywords,
        date=about.date,
        status=about.status,
        sheets=sheets,
    )


def _scores(draft: Draft) -> Iterator[Sheet]:
    if draft.template.evaluation is not None:
        yield from evaluation_sheets(draft)
        yield example_sheet(draft, draft.template.evaluation)


def _guide(draft: Draft) -> Sheet:
    words = draft.wording.words["sheet"]
    told = [draft.word("draft_notice")] if draft.fields.authorship.legal_review is None else []
    rows = [
        (Cell(draft.said(draft.fields.title), Look.TITLE),),
        (Cell(draft.word("edition", version=draft.fields.version, date=draft.wording.date(draft.date())), Look.NOTE),),
        *((Cell(text, Look.NOTICE),) for text in told),
        *((Cell(text, Look.NOTE),) for text in words["guide_lines"]),
        (Cell(words["guide_colour"], Look.INPUT),),
    ]
    return Sheet(str(words["guide"]), (90,), tuple(rows), portrait=True)


def _matrix(draft: Draft) -> Sheet:
    words = draft.wording.words["sheet"]
    head = tuple(Cell(str(words[f"col_{key}"]), Look.HEAD) for key in (
        "id", "theme", "text", "obligation", "lots", "proof", "answer", "where", "remark", "assessment",
    ))  # fmt: skip
    body = [
        row
        for kind in _IN_ORDER
        for _, chosen in draft.within(kind).by_theme()
        for one in chosen
        for row in _matrix_rows(draft, one, kind)
    ]
    first, last = 5, 4 + len(body)
    bound = [draft.said(choice) for choice in (Obligation.MINIMUM, TextKind.PERFORMANCE)]
    unanswered = sum(row[3].value in bound for row in body)
    formula = "+".join(f'COUNTIFS(D{first}:D{last},"{said}",G{first}:G{last},"")' for said in bound)
    top: list[tuple[Cell, ...]] = [
        (Cell(str(words["matrix"]), Look.TITLE),),
        (Cell(str(words["matrix_note"]), Look.NOTE, across=10),),
        (Cell(str(words["unanswered"]), Look.STRONG, across=3), Cell(unanswered, Look.WHOLE, formula)),
    ]
    return Sheet(str(words["matrix"]), (22, 16, 60, 16, 15, 40, 12, 20, 26, 20), (*top, head, *body), head=3)


def _matrix_rows(draft: Draft, one: Selected, kind: DocumentKind) -> Iterator[tuple[Cell, ...]]:
    words = draft.wording.words["sheet"]
    for variant in texts_in(one, kind):
        said = text_of(draft.line(variant.text, one))
        points = zip(LETTERS, variant.points, strict=False)
        said += "".join(f"\n{letter}) {text_of(draft.line(point, one))}" for letter, point in points)
        said += f"\n{text_of(draft.line(variant.closing, one))}" if variant.closing else ""
        proofs = [text_of(draft.line(proof.text, one)) for proof in one.proofs if covers(proof, variant)]
        yield (
            Cell(f"{one.clause.id}@{one.clause.version}\n{variant.key}", Look.STRONG),
            Cell(draft.said(one.clause.theme)),
            Cell(f"{draft.said(one.clause.title)}\n{said}"),
            Cell(draft.said(variant.binding)),
            Cell(draft.lots(variant, one)),
            Cell("\n".join(f"{number}. {text}" for number, text in enumerate(proofs, 1))),
            Cell(None, Look.INPUT, choices=tuple(words["answers"])),
            Cell(None, Look.INPUT),
            Cell(None, Look.INPUT),
            Cell(None, Look.INPUT),
        )


def _manifest(draft: Draft) -> Sheet:
    words = draft.words
    rows: list[tuple[Cell, ...]] = [
        (Cell(draft.word("manifest"), Look.TITLE),),
        (Cell(draft.word("manifest_intro"), Look.NOTE, across=5),),
        *((Cell(text_of(name), Look.STRONG), Cell(text_of(content), across=4)) for name, content in facts(draft)),
        (Cell(draft.word("adapt"), Look.HEAD, across=5),),
        *((Cell(draft.said(text), across=5),) for text in draft.template.adapt),
        tuple(
            Cell(str(words[f"table_{key}"]), Look.HEAD) for key in ("clause", "version", "variants", "values", "state")
        ),
    ]
    for one in draft.chosen:
        keys = ", ".join(variant.key for variant in one.variants)
        state = (
            draft.word("not_reviewed") if one.clause.authorship.legal_review is None else draft.said(one.clause.status)
        )
        values = "; ".join(settled(draft, one)) or "–"
        rows.append((Cell(one.clause.id, Look.STRONG), *map(Cell, (one.clause.version, keys, values, state))))
    return Sheet(str(draft.wording.words["sheet"]["manifest"]), (24, 12, 20, 70, 28), tuple(rows))
