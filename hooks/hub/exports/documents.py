"""Office files of templates and clauses: each made from one abstract document, so that all formats say the same."""

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from importlib import resources
from importlib.metadata import version
from typing import Any

from ..downloads import Download, downloads
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
        for entry in library.of_type("clauses"):
            content = clause_document(clause_draft(library, entry, wording))
            for file in downloads(entry, language):
                yield _artefact(file, content, writers[file.form], tools, entry, language)
        for entry in library.of_type("tender-templates"):
            contents = _contents(library, entry, wording)
            made = [
                (file, _artefact(file, contents[file.kind], writers[file.form], tools, entry, language))
                for file in downloads(entry, language)
                if file.kind is not None
            ]
            yield from (artefact for _, artefact in made)
            yield from (
                _bundle(file, made, wording, entry.fields.versions[0].date)  # type: ignore[attr-defined]
                for file in downloads(entry, language)
                if file.kind is None
            )


def _artefact(
    file: Download, content: Document | Workbook, write: Callable[[Any], bytes], tools: str, entry: Entry, language: str
) -> Artefact:
    key = hashlib.sha256(f"{tools}\n{file.form}\n{content!r}".encode()).hexdigest()[:32]
    # A bundle asks for the same bytes: they are made once.
    return Artefact(file.path, cache(partial(write, content)), key, entry.raw.path, language, keep=True)


def _bundle(file: Download, made: list[tuple[Download, Artefact]], wording: Wording, date: dt.date) -> Artefact:
    """Return all documents of a template in one file, each under its name in the reader's language."""
    named = [
        (f"{each.kind.label.get(wording.language, each.kind.value)}.{each.form}", artefact)
        for each, artefact in made
        if each.kind is not None
    ]
    key = hashlib.sha256(repr([(name, artefact.key) for name, artefact in named]).encode()).hexdigest()[:32]

    def make() -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
            for name, artefact in named:
                bundle.writestr(zipfile.ZipInfo(name, (date.year, date.month, date.day, 12, 0, 0)), artefact.make())
        return packed.getvalue()

    return Artefact(file.path, make, key, made[0][1].source, wording.language, keep=True)


def _contents(library: Library, entry: Entry, wording: Wording) -> dict[DocumentKind, Document | Workbook]:
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
