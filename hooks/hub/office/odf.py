"""The reference document that gives ODF files their styles, page, header and footer; and borders for their tables."""

from xml.sax.saxutils import escape

from . import look
from .document import Document
from .package import rewritten

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def reference_odt(document: Document, default: bytes) -> bytes:
    """Return the reference document for one document, whose title and status stand in its header and footer.

    ``default`` is pandoc's own reference document, which brings the parts that nobody sees.
    """
    return rewritten(default, {"styles.xml": lambda _: _styles(document)})


_WHOLE_ROW = (
    '<style:style style:name="HubRow" style:family="table-row"><style:table-row-properties fo:keep-together="always"/>'
    "</style:style>"
)


def bordered_tables(odt: bytes) -> bytes:
    """Return an ODF file whose tables have rules and a marked header row, which pandoc leaves out."""
    rule = f"0.5pt solid #{look.RULE}"
    edges = f'fo:border-top="{rule}" fo:border-bottom="{rule}" fo:padding="0.12cm" fo:padding-left="0.18cm"'

    def dressed(xml: str) -> str:
        for name, ground in (("TableHeaderRowCell", f' fo:background-color="#{look.FOG}"'), ("TableRowCell", "")):
            bare = f'style:name="{name}" style:family="table-cell">\n      <style:table-cell-properties fo:border="none" />'
            if "table:table " in xml and bare not in xml:
                raise RuntimeError(f"pandoc now writes '{name}' in another way; mend bordered_tables")
            xml = xml.replace(
                bare, f'style:name="{name}" style:family="table-cell"><style:table-cell-properties {edges}{ground}/>'
            )
        # A row that breaks across pages cannot be read.
        xml = xml.replace("</office:automatic-styles>", f"{_WHOLE_ROW}</office:automatic-styles>", 1)
        xml = xml.replace("<table:table-row>", '<table:table-row table:style-name="HubRow">')
        return xml.replace('table:align="center"', 'table:align="margins"')

    return rewritten(odt, {"content.xml": dressed})


def _style(
    name: str, parent: str = "Standard", para: str = "", run: str = "", family: str = "paragraph", more: str = ""
) -> str:
    base = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:display-name="{name.replace("_20_", " ")}" style:family="{family}"{base}{more}>'
        f"{f'<style:paragraph-properties {para}/>' if para else ''}{f'<style:text-properties {run}/>' if run else ''}"
        "</style:style>"
    )


def _space(before: float, after: float, more: str = "") -> str:
    return f'fo:margin-top="{before}cm" fo:margin-bottom="{after}cm" {more}'


def _styles(document: Document) -> str:
    code, _, country = document.language.partition("-")
    lead = f'fo:color="#{look.LEAD}"'
    quiet = f'fo:color="#{look.QUIET}"'
    bold = 'fo:font-weight="bold"'
    keep = 'fo:keep-with-next="always"'
    headings = "".join(
        _style(
            f"Heading_20_{level}",
            "Heading",
            _space(before, after, keep),
            f'{bold} {lead} fo:font-size="{look.HEADING_SIZES[level]}pt"',
            more=f' style:next-style-name="Text_20_body" style:default-outline-level="{level}"',
        )
        for level, before, after in ((1, 0.85, 0.21), (2, 0.56, 0.11), (3, 0.35, 0.07))
    )
    contents = _style("Contents_20_1", para=_space(0.21, 0.04), run=bold)
    contents += _style("Contents_20_2", para=_space(0, 0.04, 'fo:margin-left="0.5cm"'))
    contents += _style("Contents_20_Heading", para=_space(0.63, 0.14, keep), run=f'{bold} {lead} fo:font-size="13pt"')
    stop = '<style:tab-stops><style:tab-stop style:position="{}cm"{}/></style:tab-stops>'
    point = (
        '<style:style style:name="Hub_20_Point" style:display-name="Hub Point" style:family="paragraph" '
        f'style:parent-style-name="Standard"><style:paragraph-properties {_space(0, 0.11)} fo:margin-left="{look.LABEL_CM}cm" '
        f'fo:text-indent="-{look.LABEL_CM}cm" style:auto-text-indent="false">{stop.format(0, "")}</style:paragraph-properties>'
        "</style:style>"
    )
    wide = 21.0 - look.MARGIN_CM[1] - look.MARGIN_CM[3]
    right = ' style:type="right"'
    foot = (
        '<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard">'
        f"<style:paragraph-properties>{stop.format(wide, right)}"
        f'</style:paragraph-properties><style:text-properties {quiet} fo:font-size="8pt"/></style:style>'
    )
    return "".join((
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {_NAMESPACES} office:version="1.3">',
        f'<office:font-face-decls><style:font-face style:name="{look.FONT}" svg:font-family="{look.FONT}" '
        'style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls><office:styles>',
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="115%"/>'
        f'<style:text-properties style:font-name="{look.FONT}" fo:font-size="{look.BODY_SIZE}pt" fo:color="#{look.INK}" '
        f'fo:language="{code}" fo:country="{country}"/></style:default-style>',
        _style("Standard", "", _space(0, 0.21)), _style("Text_20_body"), _style("First_20_paragraph", "Text_20_body"),
        _style("Heading"), headings, contents, point, foot,
        _style("Title", para=_space(2.1, 0.11), run=f'{bold} {lead} fo:font-size="26pt"'),
        _style("Subtitle", para=_space(0, 0.63), run=f'{quiet} fo:font-size="14pt"'),
        _style("Author", para=_space(0, 0.35, f'fo:border-top="1.5pt solid #{look.LEAD}" fo:padding-top="0.2cm"'), run=bold),
        _style("Hub_20_Meta", para=_space(0, 0.14, keep), run=f'{quiet} fo:font-size="9pt"'),
        _style("Hub_20_Label", para=_space(0.25, 0.07, keep), run=bold),
        _style("Hub_20_Notice", para=_space(0.21, 0.28, f'fo:background-color="#{look.FOG}" fo:border-left="3pt solid '
               f'#{look.LEAD}" fo:padding="0.2cm"')),
        _style("Hub_20_Break", para='fo:break-before="page"'),
        _style("Table_20_Contents", para=_space(0, 0), run='fo:font-size="9pt"'),
        _style("Table_20_Heading", "Table_20_Contents", run=f'{bold} {lead}'),
        _style("Header", para=_space(0, 0.3, f'fo:border-bottom="0.5pt solid #{look.RULE}" fo:padding-bottom="0.1cm"'),
               run=f'{quiet} fo:font-size="8pt"'),
        _style("Hub_20_Blank", "", run=f'fo:background-color="#{look.BLANK}"', family="text"),
        _style("Strong_20_Emphasis", "", run=bold, family="text"),
        _style("Internet_20_link", "", run=f'{lead} style:text-underline-style="solid"', family="text"),
        "</office:styles>", _page(document), "</office:document-styles>",
    ))  # fmt: skip


def _page(document: Document) -> str:
    top, right, bottom, left = look.MARGIN_CM
    before, between, after = document.page_parts()
    return (
        '<office:automatic-styles><style:page-layout style:name="Hub"><style:page-layout-properties '
        'fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" '
        f'fo:margin-top="1.2cm" fo:margin-right="{right}cm" fo:margin-bottom="1.2cm" fo:margin-left="{left}cm"/>'
        f'<style:header-style><style:header-footer-properties fo:min-height="{top - 1.2:.1f}cm" fo:margin-bottom="0.4cm"/>'
        f'</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="{bottom - 1.2:.1f}cm" '
        'fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Hub"><style:header>'
        f'<text:p text:style-name="Header">{escape(document.title)} · {escape(document.subtitle)}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="Footer">{escape(document.status)}<text:tab/>{escape(before)}'
        f'<text:page-number text:select-page="current">1</text:page-number>{escape(between)}'
        f"<text:page-count>1</text:page-count>{escape(after)}</text:p></style:footer></style:master-page>"
        "</office:master-styles>"
    )
