"""PDF files from a document, through Typst: tagged, with a language and a title (the settings of PDF/UA-1).

Typst refuses a file without title or with a skipped heading level. That is a gate, no proof: no full checker of PDF/UA is
to be had here, so no conformance is claimed.
"""

import datetime as dt
import json

import typst

from . import look
from .document import Block, Contents, Document, Heading, Line, Mark, PageBreak, Paragraph, Points, Style, Table

_PREAMBLE = """
#set document(title: {title}, author: {author}, keywords: {keywords}, date: datetime(year: {year}, month: {month}, day: {day}))
#set text(lang: {lang}, region: {region}, font: "Libertinus Serif", size: 10.5pt, fill: rgb("#{ink}"))
#set page(paper: "a4", margin: (top: {top}cm, right: {right}cm, bottom: {bottom}cm, left: {left}cm),
  header: text(size: 8.5pt, fill: rgb("#{quiet}"))[#stack(spacing: 4pt, text({header}), line(length: 100%, stroke: 0.5pt + rgb("#{rule}")))],
  footer: context text(size: 8.5pt, fill: rgb("#{quiet}"))[#{status} #h(1fr) #{before}#counter(page).display()#{between}#counter(page).final().first()#{after}])
#set par(leading: 0.68em, spacing: 0.85em, justify: false)
#set table(stroke: (x, y) => (top: 0.5pt + rgb("#{rule}"), bottom: 0.5pt + rgb("#{rule}")), inset: (x: 5pt, y: 4.5pt), fill: (x, y) => if y == 0 {{ rgb("#{fog}") }})
#show table.cell.where(y: 0): set text(weight: "bold", fill: rgb("#{lead}"))
#set table.cell(breakable: false)
#show table: set text(size: 9.5pt)
#show table: set par(leading: 0.55em)
#show heading: set text(fill: rgb("#{lead}"))
#show heading.where(level: 1): set text(size: 15.5pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading.where(level: 1): set block(above: 2.2em, below: 0.9em, sticky: true)
#show heading.where(level: 2): set block(above: 1.7em, below: 0.6em, sticky: true)
#show heading.where(level: 3): set block(above: 1.2em, below: 0.5em, sticky: true)
#show link: set text(fill: rgb("#{lead}"))
#let blank(it) = highlight(fill: rgb("#{blank}"), extent: 1pt, it)
#let meta(it) = block(sticky: true, below: 0.75em, text(size: 9.5pt, fill: rgb("#{quiet}"), it))
#let label-line(it) = block(sticky: true, above: 1.1em, below: 0.6em, strong(it))
#let notice(it) = block(fill: rgb("#{fog}"), stroke: (left: 2.5pt + rgb("#{lead}")), inset: (x: 9pt, y: 7pt), width: 100%, it)
#let point(mark, it) = block(above: 0.6em, below: 0.6em, inset: (left: {indent}cm), par(hanging-indent: 0pt, first-line-indent: 0pt)[#h(-{indent}cm)#box(width: {indent}cm, mark)#it])
#v(2cm)
#block(below: 0.6em, text(size: 27pt, weight: "bold", fill: rgb("#{lead}"), {title}))
#block(below: 1.4em, text(size: 14pt, fill: rgb("#{quiet}"), {subtitle}))
#line(length: 100%, stroke: 1.2pt + rgb("#{lead}"))
#block(below: 1.2em, text(weight: "bold", {author}))
"""


def write_pdf(document: Document) -> bytes:
    """Return the document as a tagged PDF; raises RuntimeError when Typst refuses it."""
    try:
        made = typst.compile(
            source(document).encode(),
            format="pdf",
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(dt.datetime.combine(document.date, dt.time(12), dt.UTC).timestamp()),
            ignore_system_fonts=True,
        )
    except Exception as error:
        raise RuntimeError(f"Typst could not write '{document.title}': {error}") from error
    assert isinstance(made, bytes)
    return made


def source(document: Document) -> str:
    """Return the document as Typst source."""
    lang, _, region = document.language.partition("-")
    before, between, after = document.page_parts()
    top, right, bottom, left = look.MARGIN_CM
    words = {
        "title": document.title, "subtitle": document.subtitle, "author": document.author, "lang": lang, "region": region,
        "header": f"{document.title} · {document.subtitle}", "status": document.status,
        "before": before, "between": between, "after": after,
    }  # fmt: skip
    head = _PREAMBLE.format(
        **{name: _said(text) for name, text in words.items()},
        keywords=f"({''.join(_said(word) + ', ' for word in document.keywords)})",
        year=document.date.year, month=document.date.month, day=document.date.day,
        top=top, right=right, bottom=bottom, left=left, indent=look.LABEL_CM,
        ink=look.INK, lead=look.LEAD, quiet=look.QUIET, fog=look.FOG, rule=look.RULE, blank=look.BLANK,
    )  # fmt: skip
    return head + "\n".join(_block(block, document) for block in document.blocks)


def _said(text: str) -> str:
    """Return a text as a Typst string: nothing in it can be taken for markup."""
    return json.dumps(text, ensure_ascii=False)


def _line(line: Line) -> str:
    pieces = []
    for span in line:
        text = f"#{_said(span.text)};" if span.text else ""
        if span.mark is Mark.BLANK:
            text = f"#blank[{text}]"
        elif span.mark is Mark.STRONG:
            text = f"#strong[{text}]"
        pieces.append(f"#link({_said(span.href)})[{text}]" if span.href else text)
    return "".join(pieces)


_WRAPS = {Style.META: "meta", Style.NOTICE: "notice", Style.LABEL: "label-line"}


def _block(block: Block, document: Document) -> str:
    match block:
        case Heading(level, text, anchor):
            return f"#heading(level: {level})[#{_said(text)}] <{anchor}>\n"
        case Paragraph(line, style):
            return f"#{_WRAPS[style]}[{_line(line)}]\n" if style in _WRAPS else f"{_line(line)}\n"
        case Points(rows):
            return "".join(f"#point[#{_said(label)}][{_line(line)}]\n" for label, line in rows)
        case Table(header, rows, widths):
            head = "".join(f"[#{_said(cell)}], " for cell in header)
            body = "\n".join("".join(f"[{_line(cell)}], " for cell in row) for row in rows)
            columns = ", ".join(f"{width}fr" for width in widths)
            return f"#table(columns: ({columns}), table.header({head}),\n{body})\n"
        case Contents(title):
            lines = "".join(
                f"#block(above: {0.9 if heading.level == 1 else 0.5}em, below: 0em, inset: (left: {(heading.level - 1) * 0.5}cm), "
                f"link(<{heading.anchor}>, {'strong' if heading.level == 1 else 'text'}({_said(heading.text)})))\n"
                for heading in document.headings()
            )
            return f'#block(above: 2em, below: 0.8em, text(size: 13pt, weight: "bold", fill: rgb("#{look.LEAD}"), {_said(title)}))\n{lines}'
        case PageBreak():
            return "#pagebreak()\n"
