"""The office files: the same text in every format, real styles and properties, opened by other programs, made once."""

import dataclasses
import datetime as dt
import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from conftest import CACHE, HUB, ROOT, library_of
from docx import Document as Word
from docx.oxml.ns import qn
from lxml import etree
from office import convert, docx_lines, flat, odt_lines, opens_as_odf, pdf_text
from pypdf import PdfReader

from hub.exports import documents
from hub.keeping import kept, make_all
from hub.model import Artefact, Library
from hub.office.document import Document, Heading, Paragraph, Table, plain
from hub.office.pandoc import default_reference, write_docx, write_odt
from hub.office.pdf import write_pdf

KINDS = ("requirement-specification", "tender-conditions", "contract-annex", "acceptance-test-plan")


@pytest.fixture(scope="module")
def files(real: Library) -> dict[str, bytes]:
    """Every download of the real hub by its path."""
    found = [kept(artefact, CACHE) for artefact in documents.export(real)]
    make_all(found)
    return {artefact.path: _bytes(artefact) for artefact in found}


def _bytes(artefact: Artefact) -> bytes:
    made = artefact.make()
    assert isinstance(made, bytes)
    return made


def squashed(text: str) -> str:
    return re.sub(r"[\s\u00a0\u00ad-]+", "", text)


def without_repeats(pdf: str, wanted: str, heads: set[str]) -> str:
    """Leave out the table heads that a PDF repeats where a table goes on to the next page."""
    kept_pieces, at, place = [], 0, 0
    while at < len(pdf):
        if place < len(wanted) and pdf[at] == wanted[place]:
            kept_pieces.append(pdf[at])
            at, place = at + 1, place + 1
            continue
        back = next(
            (n for n in range(min(60, place) + 1) for h in heads if pdf.startswith(h, at - n)), None
        )  # fmt: skip
        if back is None:
            return "".join(kept_pieces) + pdf[at:]
        head = next(h for h in sorted(heads, key=len, reverse=True) if pdf.startswith(h, at - back))
        at, place = at - back + len(head), place - back
        del kept_pieces[len(kept_pieces) - back :]
    return "".join(kept_pieces)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_format_says_the_same(files: dict[str, bytes], kind: str, language: str) -> None:
    base = f"downloads/{language}/street-lighting/{kind}"
    word, odf = docx_lines(files[f"{base}.docx"]), odt_lines(files[f"{base}.odt"])
    assert len(word) > 200
    assert word == odf
    running = (r".+ · .+", r".*(Side|Page) \d+ (af|of) \d+", r"(Ikke juridisk|Not legally).*\d{4}")
    wanted = squashed("".join(line for line in word if not re.fullmatch(running[0], line)))
    found = squashed(pdf_text(files[f"{base}.pdf"], running))
    table_heads = {
        squashed("".join(flat(cell.text) for cell in table.rows[0].cells))
        for table in Word(io.BytesIO(files[f"{base}.docx"])).tables
    }
    assert without_repeats(found, wanted, table_heads) == wanted


def test_the_comparison_sees_a_lost_word() -> None:
    assert without_repeats("abcHEADdef", "abcdef", {"HEAD"}) == "abcdef"
    assert without_repeats("abcHEADef", "abcdef", {"HEAD"}) != "abcdef"


@pytest.mark.parametrize("language", ["da", "en"])
def test_word_files_have_what_word_expects(files: dict[str, bytes], language: str) -> None:
    data = files[f"downloads/{language}/street-lighting/tender-conditions.docx"]
    word = Word(io.BytesIO(data))
    assert word.core_properties.title == {"da": "Udbudsbetingelser", "en": "Tender conditions"}[language]
    assert word.core_properties.author == "Smart City Cluster Denmark"
    assert word.core_properties.language == {"da": "da-DK", "en": "en-GB"}[language]
    parts = zipfile.ZipFile(io.BytesIO(data))
    languages = re.findall(r'<w:lang [^>]*w:val="([^"]+)"', parts.read("word/styles.xml").decode())
    assert languages == [word.core_properties.language]
    styles = [p.style.name for p in word.paragraphs]
    assert styles.count("Heading 1") >= 8
    assert styles.count("Heading 2") >= 15
    body = word.element.body
    assert 'TOC \\o "1-2" \\h \\n' in "".join(e.text or "" for e in body.iter(qn("w:instrText")))
    anchors = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink")) if link.get(qn("w:anchor"))]
    assert len(links) == styles.count("Heading 1") + styles.count("Heading 2")
    assert set(links) <= anchors
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    controls = [sdt for sdt in body.iter(qn("w:sdt")) if sdt.find(f"{qn('w:sdtPr')}/{qn('w:text')}") is not None]
    assert len(controls) >= 10
    assert all(sdt.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) for sdt in controls)
    footer = "".join(e.text or "" for e in word.sections[0].footer._element.iter(qn("w:t"), qn("w:instrText")))
    assert {"da": "Ikke juridisk gennemgået", "en": "Not legally reviewed"}[language] in footer
    assert "PAGE" in footer and "NUMPAGES" in footer


def test_every_part_is_sound_xml_with_ids_of_its_own(files: dict[str, bytes]) -> None:
    seen = 0
    for path, data in files.items():
        if not path.endswith((".docx", ".odt", ".xlsx")):
            continue
        archive = zipfile.ZipFile(io.BytesIO(data))
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".rdf")):
                tree = etree.fromstring(archive.read(name))
                marks = [mark.get(qn("w:id")) for mark in tree.iter(qn("w:bookmarkStart"))]
                assert len(marks) == len(set(marks)), (path, name)
                seen += 1
    assert seen > 500


@pytest.mark.parametrize("language", ["da", "en"])
def test_odf_and_pdf_files_say_what_they_are(files: dict[str, bytes], language: str) -> None:
    base = f"downloads/{language}/street-lighting/requirement-specification"
    odf = opens_as_odf(files[f"{base}.odt"])
    assert odf.meta.title
    styles = zipfile.ZipFile(io.BytesIO(files[f"{base}.odt"])).read("styles.xml").decode()
    assert f'fo:language="{language}"' in styles
    content = zipfile.ZipFile(io.BytesIO(files[f"{base}.odt"])).read("content.xml").decode()
    assert "<text:table-of-content " in content
    assert content.count("<table:table-header-rows>") == content.count("<table:table ") > 3
    assert "Hub_20_Blank" in content
    pdf = PdfReader(io.BytesIO(files[f"{base}.pdf"]))
    root = pdf.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower().startswith(language)
    assert pdf.metadata is not None
    assert pdf.metadata.title == {"da": "Kravspecifikation", "en": "Requirement specification"}[language]
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid:part" in xmp
    assert pdf.outline


def test_a_pdf_with_a_skipped_heading_is_refused() -> None:
    bad = _small(Heading(1, "One", "one"), Heading(3, "Three", "three"))
    with pytest.raises(RuntimeError, match="Typst could not write 'Small'"):
        write_pdf(bad)


def _small(*blocks: object) -> Document:
    return Document(
        "Small", "A test", "The editors", "en-GB", "Test", ("test",), dt.date(2020, 1, 1), tuple(blocks),  # type: ignore[arg-type]
        "Draft", "Page {page} of {pages}",
    )  # fmt: skip


def test_hostile_text_stays_text_in_every_format() -> None:
    hostile = 'x] #panic() <b>&amp; \\ "quote" </w:t> $y$ {{a}} @ref <label> // * _ `'
    made = _small(
        Heading(1, hostile, "one"), Paragraph(plain(hostile)), Table((hostile,), ((plain(hostile),),), (100,))
    )
    docx, odt = default_reference("docx"), default_reference("odt")
    assert (
        docx_lines(write_docx(made, docx))[-4:] == [hostile] * 4
        or docx_lines(write_docx(made, docx)).count(hostile) == 4
    )
    assert odt_lines(write_odt(made, odt)).count(hostile) == 4
    assert squashed(pdf_text(write_pdf(made), ())).count(squashed(hostile)) == 4


def test_libreoffice_opens_every_file(files: dict[str, bytes], tmp_path: Path) -> None:
    """Every document of the tender and every clause, in both languages; a broken file among them is noticed."""
    given = []
    for path, data in files.items():
        if path.endswith((".docx", ".odt", ".xlsx")):
            file = tmp_path / "given" / path.removeprefix("downloads/").replace("/", "-")
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data)
            given.append(file)
    broken = tmp_path / "given" / "broken.docx"
    broken.write_bytes(files["downloads/da/clauses/slc-iop-003.docx"][:3000])
    by_ending: dict[str, list[Path]] = {}
    for file in [*given, broken]:
        by_ending.setdefault(file.suffix, []).append(file)
    opened = [
        f"{made.stem}{ending}"
        for ending, own in by_ending.items()
        for made in convert(own, "pdf", tmp_path / f"made{ending}")
    ]
    assert sorted(opened) == sorted(file.name for file in given)
    assert len(opened) > 70


def test_nothing_is_made_again_when_nothing_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = tmp_path / "hub"
    shutil.copytree(HUB, hub, ignore=shutil.ignore_patterns("released"))
    first = _made(library_of(hub), tmp_path / "cache")
    assert len(first) == 2 * (14 + 4 + 2)

    def refuse(*_: object) -> bytes:
        raise AssertionError("made again")

    with monkeypatch.context() as patch:
        for name in ("write_docx", "write_odt", "write_pdf", "write_xlsx"):
            patch.setattr(documents, name, refuse)
        assert _made(library_of(hub), tmp_path / "cache") == first
    # A change that no document shows makes none of them again; one that some show makes just those.
    clause = hub / "content" / "clauses" / "vnd-brn-002.yml"
    clause.write_text(clause.read_text().replace("owner: the editors", "owner: the bakers"))
    assert _made(library_of(hub), tmp_path / "cache") == first
    clause.write_text(clause.read_text().replace("Look at the lid each year.", "Look at the lid each week."))
    again = _made(library_of(hub), tmp_path / "cache")
    changed = {path for path in first if again[path] != first[path]}
    assert "downloads/en/clauses/vnd-brn-002.docx" in changed
    assert "downloads/en/clauses/brd-ovn-001.docx" not in changed
    assert not [path for path in changed if path.startswith("downloads/da/")]


def _made(hub: Library, cache: Path) -> dict[str, bytes]:
    found = [kept(artefact, cache) for artefact in documents.export(hub)]
    return {artefact.path: _bytes(artefact) for artefact in found}


def test_the_same_content_gives_the_same_bytes(library: Library, tmp_path: Path) -> None:
    assert _made(library, tmp_path / "one") == _made(library, tmp_path / "two")


def test_a_cache_that_cannot_be_written_to_only_costs_time(library: Library, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    artefact = kept(next(iter(documents.export(library))), blocked / "cache")
    assert len(_bytes(artefact)) > 1000


def test_a_passed_review_shows_in_the_files(library: Library) -> None:
    """Lint rule L12: content that should have been looked at again says so wherever it is read."""
    late = dataclasses.replace(library, settings=dataclasses.replace(library.settings, today=dt.date(2031, 1, 1)))
    for hub, told in ((library, False), (late, True)):
        found = _made(hub, CACHE)
        for path in ("downloads/en/oven/tender-conditions.docx", "downloads/en/clauses/brd-ovn-001.docx"):
            lines = docx_lines(found[path])
            assert any("should have been checked again by 1 February 2030" in line for line in lines) is told, path


def test_the_state_of_review_stands_on_every_file(files: dict[str, bytes], library: Library) -> None:
    seen = 0
    for path, data in files.items():
        if path.endswith(".docx"):
            lines = "\n".join(docx_lines(data))
            told = (
                ("Ikke juridisk gennemgået", "ikke juridisk gennemgået") if "/da/" in path else ("ot legally reviewed",)
            )
            assert any(words in lines for words in told), path
            assert "CC0" in lines, path
            seen += 1
    assert seen > 60
    signed = "\n".join(docx_lines(_made(library, CACHE)["downloads/en/clauses/brd-ovn-001.docx"]))
    assert "Legally reviewed by Ida Imaginary, lawyer, 15 January 2020" in signed
    assert "Have a lawyer review it" not in signed


def test_every_file_ends_with_its_manifest(files: dict[str, bytes], real: Library) -> None:
    for language, head in (("da", "Manifest"), ("en", "Manifest")):
        for kind in KINDS:
            path = f"downloads/{language}/street-lighting/{kind}.docx"
            lines = docx_lines(files[path])
            end = lines[max(i for i, line in enumerate(lines) if line.endswith(head)) :]
            assert f"{real.settings.site_url}" in "".join(end), path
            assert {line for line in end if re.fullmatch(r"[A-Z]{3}-[A-Z]{3}-\d{3}", line)}, path
            assert "1.0.0" in end


def test_the_bundle_holds_every_document(files: dict[str, bytes]) -> None:
    bundle = zipfile.ZipFile(io.BytesIO(files["downloads/da/street-lighting/street-lighting.zip"]))
    assert bundle.testzip() is None
    assert len(bundle.namelist()) == 13
    assert bundle.read("Kravspecifikation.docx") == files["downloads/da/street-lighting/requirement-specification.docx"]


def test_the_kept_files_are_no_part_of_the_repository() -> None:
    ignored = (ROOT / ".gitignore").read_text().split()
    assert {"/.cache/", "/.build/"} <= set(ignored)
