"""The reference document that gives Word files their styles, page, header and footer.

Pandoc takes every part but the text from it. The styles keep Word's own names (Heading 1, Body Text, TOC 1), so that the
navigation pane, the contents field and a municipality's own template work on the file.
"""

from functools import partial
from xml.sax.saxutils import escape

from . import look
from .document import Document
from .package import rewritten

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
_NS += 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def reference_docx(document: Document, default: bytes) -> bytes:
    """Return the reference document for one document, whose title and status stand in its header and footer.

    ``default`` is pandoc's own reference document, which brings the parts that nobody sees.
    """
    links = "".join(
        f'<Relationship Id="rIdHub{number}" Type="{_OFFICE}/{kind}" Target="{kind}1.xml"/>'
        for number, kind in enumerate(("header", "footer"), 1)
    )
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = "".join(
        f'<Override PartName="/word/{kind}1.xml" ContentType="{base}.{kind}+xml"/>' for kind in ("header", "footer")
    )
    changes = {
        "word/styles.xml": lambda _: _styles(document.language),
        "word/document.xml": lambda _: _body(),
        "word/_rels/document.xml.rels": lambda xml: xml.replace("</Relationships>", f"{links}</Relationships>"),
        "[Content_Types].xml": lambda xml: xml.replace("</Types>", f"{kinds}</Types>"),
        "word/settings.xml": lambda xml: xml.replace('w:val="en-US"', f'w:val="{document.language}"'),
    }
    return rewritten(default, changes, {"word/header1.xml": _header(document), "word/footer1.xml": _footer(document)})


def whole_rows(docx: bytes) -> bytes:
    """Return a Word file whose table rows do not break across pages, which pandoc leaves to chance."""

    def kept(xml: str) -> str:
        xml = xml.replace("<w:tr><w:trPr>", "<w:tr><w:trPr><w:cantSplit/>")
        return xml.replace("<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>")

    return rewritten(docx, {"word/document.xml": kept})


def _twips(cm: float) -> int:
    return round(cm * 567)


def _body() -> str:
    top, right, bottom, left = map(_twips, look.MARGIN_CM)
    return (
        f"{_HEAD}<w:document {_NS}><w:body><w:p/><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rIdHub1"/><w:footerReference w:type="default" r:id="rIdHub2"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="624" w:footer="624" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _header(document: Document) -> str:
    return (
        f'{_HEAD}<w:hdr {_NS}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">'
        f"{escape(document.title)} · {escape(document.subtitle)}</w:t></w:r></w:p></w:hdr>"
    )


def _field(code: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _footer(document: Document) -> str:
    before, between, after = document.page_parts()
    said = partial('<w:r><w:t xml:space="preserve">{}</w:t></w:r>'.format)
    return (
        f'{_HEAD}<w:ftr {_NS}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{said(escape(document.status))}<w:r><w:tab/></w:r>'
        f"{said(escape(before))}{_field('PAGE')}{said(escape(between))}{_field('NUMPAGES')}{said(escape(after))}"
        "</w:p></w:ftr>"
    )


def _style(
    key: str,
    name: str,
    *,
    based: str = "Normal",
    kind: str = "paragraph",
    para: str = "",
    run: str = "",
    extra: str = "",
) -> str:
    own = ' w:customStyle="1"' if name.startswith(("Hub ", "First", "Compact", "Author")) else ""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{key}"><w:name w:val="{name}"/>{base}{extra}'
        f"{f'<w:pPr>{para}</w:pPr>' if para else ''}{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _spacing(before: int, after: int, line: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"' + (
        f' w:line="{line}" w:lineRule="auto"/>' if line else "/>"
    )


def _styles(language: str) -> str:
    colour = f'<w:color w:val="{look.LEAD}"/>'
    quiet = f'<w:color w:val="{look.QUIET}"/>'
    wide = _twips(21.0 - look.MARGIN_CM[1] - look.MARGIN_CM[3])
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.FOG}"/>'
    point = _twips(look.LABEL_CM)
    q = "<w:qFormat/>"
    headings = "".join(
        _style(
            f"Heading{level}",
            f"heading {level}",
            extra=f'<w:next w:val="BodyText"/><w:uiPriority w:val="9"/>{q}',
            para=f'<w:keepNext/><w:keepLines/>{_spacing(*space)}<w:outlineLvl w:val="{level - 1}"/>',
            run=f"<w:b/>{colour}{_size(look.HEADING_SIZES[level])}",
        )
        for level, space in ((1, (480, 120)), (2, (320, 60)), (3, (200, 40)))
    )
    contents = "".join(
        _style(f"TOC{level}", f"toc {level}", extra='<w:uiPriority w:val="39"/>',
               para=f'<w:spacing w:before="{120 if level == 1 else 0}" w:after="20"/><w:ind w:left="{(level - 1) * 284}"/>',
               run="<w:b/>" if level == 1 else "")
        for level in (1, 2)
    )  # fmt: skip
    border = f'w:val="single" w:sz="4" w:space="0" w:color="{look.RULE}"'
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="100" w:type="dxa"/><w:tblCellMar><w:left w:w="100" w:type="dxa"/>'
        '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/>'
        f'<w:basedOn w:val="TableNormal"/>{q}<w:tblPr><w:tblBorders><w:top {border}/><w:bottom {border}/>'
        f'<w:insideH {border}/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/>{colour}</w:rPr>'
        f"<w:tcPr>{ground}</w:tcPr></w:tblStylePr></w:style>"
    )
    return "".join((
        f"{_HEAD}<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>",
        f'<w:rFonts w:ascii="{look.FONT}" w:hAnsi="{look.FONT}" w:cs="{look.FONT}" w:eastAsia="{look.FONT}"/>',
        f'<w:color w:val="{look.INK}"/>{_size(look.BODY_SIZE)}<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>',
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>", _spacing(0, 120, 276), "</w:pPr></w:pPrDefault></w:docDefaults>",
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{q}</w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>',
        _style("BodyText", "Body Text", extra=q), _style("FirstParagraph", "First Paragraph", based="BodyText", extra=q),
        _style("Compact", "Compact", based="BodyText", extra=q, para=_spacing(50, 50, 252), run=_size(9)),
        _style("Title", "Title", extra=q, para=_spacing(1200, 60, 240), run=f"<w:b/>{colour}{_size(26)}"),
        _style("Subtitle", "Subtitle", extra=q, para=_spacing(0, 360, 264), run=f"{quiet}{_size(14)}"),
        _style("Author", "Author", extra=q,
               para=f'<w:pBdr><w:top w:val="single" w:sz="12" w:space="6" w:color="{look.LEAD}"/></w:pBdr>{_spacing(0, 200)}',
               run=f"<w:b/>{_size(10)}"),
        headings, contents,
        _style("TOCHeading", "TOC Heading", extra=q, para=_spacing(360, 80), run=f"<w:b/>{colour}{_size(13)}"),
        _style("HubMeta", "Hub Meta", extra=q, para=f"<w:keepNext/>{_spacing(0, 80)}", run=f"{quiet}{_size(9)}"),
        _style("HubLabel", "Hub Label", extra=q, para=f"<w:keepNext/>{_spacing(140, 40)}", run="<w:b/>"),
        _style("HubNotice", "Hub Notice", extra=q,
               para=f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{look.LEAD}"/></w:pBdr>{ground}{_spacing(120, 160)}'
               '<w:ind w:left="170"/>'),
        _style("HubPoint", "Hub Point", extra=q,
               para=f'<w:tabs><w:tab w:val="left" w:pos="{point}"/></w:tabs>{_spacing(0, 60)}<w:ind w:left="{point}" w:hanging="{point}"/>'),
        _style("Header", "header", para=f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{look.RULE}"/></w:pBdr>',
               run=f"{quiet}{_size(8)}"),
        _style("Footer", "footer", para=f'<w:tabs><w:tab w:val="right" w:pos="{wide}"/></w:tabs>', run=f"{quiet}{_size(8)}"),
        _style("Hyperlink", "Hyperlink", based="DefaultParagraphFont", kind="character", run=f'{colour}<w:u w:val="single"/>'),
        _style("HubBlank", "Hub Blank", based="DefaultParagraphFont", kind="character",
               run=f'<w:shd w:val="clear" w:color="auto" w:fill="{look.BLANK}"/>'),
        table, "</w:styles>",
    ))  # fmt: skip
