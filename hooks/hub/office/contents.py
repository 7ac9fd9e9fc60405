"""The list of contents of Word and ODF files: pandoc leaves it empty, and an empty list is what readers see first."""

from xml.sax.saxutils import escape, quoteattr

from .document import Document


def word_contents(title: str, document: Document) -> str:
    """Return a contents field with its lines already in it, so that it works before anybody updates it.

    The switch ``\\n`` leaves out page numbers: nobody has laid the pages out yet, and a wrong number is worse than none.
    """
    lines = []
    headings = list(document.headings())
    for number, heading in enumerate(headings):
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\n '
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        lines.append(
            f'<w:p><w:pPr><w:pStyle w:val="TOC{heading.level}"/></w:pPr>{begin if number == 0 else ""}'
            f'<w:hyperlink w:anchor={quoteattr(heading.anchor)} w:history="1"><w:r><w:t xml:space="preserve">'
            f"{escape(heading.text)}</w:t></w:r></w:hyperlink>{end if number == len(headings) - 1 else ''}</w:p>"
        )
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f'</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>{escape(title)}</w:t></w:r>'
        f"</w:p>{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def odf_contents(title: str, document: Document) -> str:
    """Return a contents index with its lines already in it."""
    entry = (
        '<text:table-of-content-entry-template text:outline-level="{0}" text:style-name="Contents_20_{0}">'
        "<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-link-end/>"
        "</text:table-of-content-entry-template>"
    )
    lines = "".join(
        f'<text:p text:style-name="Contents_20_{heading.level}"><text:a xlink:type="simple" '
        f"xlink:href={quoteattr(f'#{heading.anchor}')}>{escape(heading.text)}</text:a></text:p>"
        for heading in document.headings()
    )
    return (
        '<text:table-of-content text:protected="false" text:name="Contents">'
        '<text:table-of-content-source text:outline-level="2" text:use-index-marks="false">'
        f'<text:index-title-template text:style-name="Contents_20_Heading">{escape(title)}</text:index-title-template>'
        f"{entry.format(1)}{entry.format(2)}</text:table-of-content-source><text:index-body>"
        f'<text:index-title text:name="Contents_Head"><text:p text:style-name="Contents_20_Heading">{escape(title)}</text:p>'
        f"</text:index-title>{lines}</text:index-body></text:table-of-content>"
    )
