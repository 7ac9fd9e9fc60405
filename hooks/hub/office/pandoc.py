"""Word and ODF files from a document, through pandoc: one abstract tree, so both say the same."""

import datetime as dt
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pypandoc

from . import look
from .contents import odf_contents, word_contents
from .document import Block, Contents, Document, Heading, Line, Mark, PageBreak, Paragraph, Points, Span, Table
from .odf import bordered_tables, reference_odt
from .word import reference_docx, whole_rows

API = [1, 23, 1]
"""The version of pandoc's tree that is written here."""

Node = dict[str, Any]


def default_reference(form: str) -> bytes:
    """Return pandoc's own reference document for ``docx`` or ``odt``; one process, so read it once for many files."""
    command = [pypandoc.get_pandoc_path(), f"--print-default-data-file=reference.{form}"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def write_docx(document: Document, default: bytes) -> bytes:
    """Return the document as a Word file (Office Open XML); ``default`` comes from ``default_reference``."""
    return whole_rows(_run(document, "docx", reference_docx(document, default)))


def write_odt(document: Document, default: bytes) -> bytes:
    """Return the document as an ODF text file; ``default`` comes from ``default_reference``."""
    return bordered_tables(_run(document, "odt", reference_odt(document, default)))


def _run(document: Document, form: str, reference: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        looks, made = Path(folder, f"reference.{form}"), Path(folder, f"made.{form}")
        looks.write_bytes(reference)
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), "--from=json", f"--to={form}", f"--reference-doc={looks}", f"--output={made}"],
            input=json.dumps(tree(document, form)).encode(),
            env={**os.environ, "SOURCE_DATE_EPOCH": str(_noon(document.date))},
            capture_output=True,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"pandoc could not write '{document.title}': {done.stderr.decode(errors='replace')}")
        return made.read_bytes()


def _noon(date: dt.date) -> int:
    return int(dt.datetime(date.year, date.month, date.day, 12, tzinfo=dt.UTC).timestamp())


def tree(document: Document, form: str) -> Node:
    """Return the document as pandoc's tree, with what only ``form`` understands as raw pieces."""
    meta = {
        "title": _meta(document.title),
        "subtitle": _meta(document.subtitle),
        "author": _meta(document.author),
        "lang": _meta(document.language),
        "subject": _meta(document.subject),
        "keywords": {"t": "MetaList", "c": [_meta(word) for word in document.keywords]},
    }
    return {
        "pandoc-api-version": API,
        "meta": meta,
        "blocks": [node for block in document.blocks for node in _block(block, document, form)],
    }


def _meta(text: str) -> Node:
    return {"t": "MetaInlines", "c": _words(text)}


def _block(block: Block, document: Document, form: str) -> Iterator[Node]:
    match block:
        case Heading(level, text, anchor):
            yield {"t": "Header", "c": [level, [anchor, [], []], _words(text)]}
        case Paragraph(line, style):
            inlines = _inlines(line, form)
            yield _styled(style.value, inlines, form) if style.value else {"t": "Para", "c": inlines}
        case Points(rows):
            for label, line in rows:
                yield _styled("Hub Point", [*_words(label), _tab(form), *_inlines(line, form)], form)
        case Table():
            yield _table(block, form)
        case Contents(title):
            yield _raw(form, (word_contents if form == "docx" else odf_contents)(title, document))
        case PageBreak():
            yield _raw(form, _BREAKS[form])


_BREAKS = {
    "docx": '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
    "odt": '<text:p text:style-name="Hub_20_Break"/>',
}
_RAW = {"docx": "openxml", "odt": "opendocument"}


def _raw(form: str, xml: str) -> Node:
    return {"t": "RawBlock", "c": [_RAW[form], xml]}


def _tab(form: str) -> Node:
    return {"t": "RawInline", "c": [_RAW[form], "<w:r><w:tab/></w:r>" if form == "docx" else "<text:tab/>"]}


def _styled(style: str, inlines: list[Node], form: str) -> Node:
    # Pandoc looks a style up by the name that readers see in Word, by its coded name in ODF.
    name = style if form == "docx" else style.replace(" ", "_20_")
    return {"t": "Div", "c": [["", [], [["custom-style", name]]], [{"t": "Para", "c": inlines}]]}


def _words(text: str) -> list[Node]:
    nodes: list[Node] = []
    for number, word in enumerate(text.split(" ")):
        if number:
            nodes.append({"t": "Space"})
        if word:
            nodes.append({"t": "Str", "c": word})
    return nodes


def _inlines(line: Line, form: str) -> list[Node]:
    return [node for span in line for node in _inline(span, form)]


def _inline(span: Span, form: str) -> list[Node]:
    if span.mark is Mark.BLANK:
        xml = _word_blank(span) if form == "docx" else _odf_blank(span)
        return [{"t": "RawInline", "c": [_RAW[form], xml]}]
    words = _words(span.text)
    if span.href:
        return [{"t": "Link", "c": [["", [], []], words, [span.href, ""]]}]
    return [{"t": "Strong", "c": words}] if span.mark is Mark.STRONG else words


def _word_blank(span: Span) -> str:
    """Return a content control: Word shows its name, lets the buyer tab to it and type over it (ISO/IEC 29500-1, 17.5.2)."""
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(span.text.strip('[]')[:60])}/><w:tag w:val={quoteattr(span.name)}/>"
        "<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>"
        f'<w:r><w:rPr><w:rStyle w:val="HubBlank"/><w:shd w:val="clear" w:color="auto" w:fill="{look.BLANK}"/></w:rPr><w:t xml:space="preserve">{escape(span.text)}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _odf_blank(span: Span) -> str:
    """Return a marked text: LibreOffice leaves its own placeholders out of print and PDF, where a blank must be seen."""
    return f'<text:span text:style-name="Hub_20_Blank">{escape(span.text)}</text:span>'


def _table(table: Table, form: str) -> Node:
    columns = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": width / 100}] for width in table.widths]
    head = [_row([[{"t": "Plain", "c": _words(text)}] for text in table.header])]
    body = [_row([[{"t": "Plain", "c": _inlines(cell, form)}] for cell in row]) for row in table.rows]
    empty: list[Any] = ["", [], []]
    return {"t": "Table", "c": [empty, [None, []], columns, [empty, head], [[empty, 0, [], body]], [empty, []]]}


def _row(cells: list[list[Node]]) -> list[Any]:
    return [["", [], []], [[["", [], []], {"t": "AlignDefault"}, 1, 1, cell] for cell in cells]]
