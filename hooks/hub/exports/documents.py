"""Office files of templates and clauses: each made from one abstract document, so that all formats say the same."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from importlib import resources
from importlib.metadata import version
from typing import Any

from ..downloads import downloads
from ..model import Artefact, Entry, Library
from ..office.document import Document
from ..office.pandoc import default_reference, write_docx, write_odt
from ..office.pdf import write_pdf
from ..office.workbook import Workbook, write_xlsx
from ..tender.acceptance import acceptance_test_plan
from ..tender.conditions import tender_conditions
from ..tender.contract import contract_annex
from ..tender.draft import Draft, template_draft
from ..tender.requirements import requirement_specification
from ..tender.sheets import workbook
from ..tender.single import clause_document, clause_draft
from ..tender.terms import DocumentKind
from ..wording import Wording, read_wording

Writers = Mapping[str, Callable[[Any], bytes]]
BUILDERS: Mapping[DocumentKind, Callable[[Draft], Document]] = {
    DocumentKind.REQUIREMENTS: requirement_specification,
    DocumentKind.CONDITIONS: tender_conditions,
    DocumentKind.CONTRACT: contract_annex,
    DocumentKind.TESTS: acceptance_test_plan,
}


def export(library: Library) -> Iterator[Artefact]:
    """Yield the files of every template and clause in every language."""
    tools, writers = tools_state(), _writers()
    for language in library.settings.languages:
        wording = read_wording(language)
        for entry in (*library.of_type("tender-templates"), *library.of_type("clauses")):
            made = _template(library, entry, wording) if hasattr(entry.fields, "documents") else None
            for file in downloads(entry, language):
                content = (
                    made[file.kind] if made and file.kind else clause_document(clause_draft(library, entry, wording))
                )
                key = hashlib.sha256(f"{tools}\n{file.form}\n{content!r}".encode()).hexdigest()[:32]
                make = partial(writers[file.form], content)
                yield Artefact(file.path, make, key, entry.raw.path, language, keep=True)


def _template(library: Library, entry: Entry, wording: Wording) -> dict[DocumentKind, Document | Workbook]:
    draft = template_draft(library, entry, wording)
    return {**{kind: build(draft) for kind, build in BUILDERS.items()}, DocumentKind.WORKBOOK: workbook(draft)}


def _writers() -> Writers:
    # Read when the first file is made: a build that finds all of them kept starts no process.
    default = cache(default_reference)
    return {
        "docx": lambda document: write_docx(document, default("docx")),
        "odt": lambda document: write_odt(document, default("odt")),
        "pdf": write_pdf,
        "xlsx": write_xlsx,
    }


def tools_state() -> str:
    """Return a hash of what writes the files: our own writers and the versions of the libraries behind them."""
    state = hashlib.sha256()
    for name in ("pypandoc-binary", "typst", "xlsxwriter"):
        state.update(f"{name} {version(name)}\n".encode())
    for file in sorted(resources.files("hub.office").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".py"):
            state.update(file.read_bytes())
    return state.hexdigest()
