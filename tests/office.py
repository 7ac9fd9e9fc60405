"""Reads office files as their own programs do, and opens them in LibreOffice, which the tests fetch where it is missing."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from odfdo import Document as Odf
from pypdf import PdfReader

PACKAGES = "libreoffice-writer-nogui libreoffice-calc-nogui"
MISSING = (
    "The office files are opened in LibreOffice, none was found, and none could be installed. Install it (on Debian: "
    f"apt install {PACKAGES}), then run the tests again."
)
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_SPACE = re.compile(r"[\s\u00a0]+")


class NoOfficeError(Exception):
    """There is no LibreOffice on this machine and none could be installed; the message says what to do."""


def find_office() -> str:
    """Return the path of LibreOffice; raises NoOfficeError."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if not found and os.geteuid() == 0 and shutil.which("apt-get"):
        command = f"apt-get update -q && apt-get install -y -q --no-install-recommends {PACKAGES} fonts-liberation"
        subprocess.run(["sh", "-c", command], stdout=subprocess.DEVNULL, check=False)
        found = shutil.which("soffice")
    if not found:
        raise NoOfficeError(MISSING)
    return found


def convert(files: list[Path], form: str, target: Path) -> list[Path]:
    """Open files in LibreOffice and save them in another format; what it cannot open it leaves out."""
    target.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation=file://{target / 'profile'}"
    command = [find_office(), profile, "--headless", "--norestore", "--convert-to", form, "--outdir", str(target)]
    subprocess.run([*command, *map(str, files)], capture_output=True, timeout=300, check=True)
    made = [target / f"{file.stem}.{form.partition(':')[0]}" for file in files]
    return [file for file in made if file.exists()]


def flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def docx_lines(data: bytes) -> list[str]:
    """Return the paragraphs of a Word file in order, those of tables and content controls among them."""
    body = Document(io.BytesIO(data)).element.body
    return [line for p in body.iter(qn("w:p")) if (line := flat("".join(_word_text(p))))]


def _word_text(paragraph: etree._Element) -> Iterator[str]:
    for piece in paragraph.iter(qn("w:t"), qn("w:tab")):
        yield piece.text or "" if piece.tag == qn("w:t") else " "


def odt_lines(data: bytes) -> list[str]:
    """Return the paragraphs and headings of an ODF text in order."""
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("content.xml"))
    found = (p for p in tree.iter(f"{{{TEXT}}}p", f"{{{TEXT}}}h"))
    return [line for p in found if (line := flat("".join(_odf_text(p))))]


def _odf_text(paragraph: etree._Element) -> Iterator[str]:
    if paragraph.text:
        yield paragraph.text
    for child in paragraph:
        if child.tag in {f"{{{TEXT}}}tab", f"{{{TEXT}}}s", f"{{{TEXT}}}line-break"}:
            yield " "
        yield from _odf_text(child)
        if child.tail:
            yield child.tail


def pdf_text(data: bytes, running: tuple[str, ...]) -> str:
    """Return the text of a PDF without what stands at the head and foot of each page; ``running`` are patterns of it."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    lines = [line for page in pages for line in page.split("\n")]
    kept = (line for line in lines if not any(re.fullmatch(pattern, flat(line)) for pattern in running))
    return flat(" ".join(kept))


def opens_as_odf(data: bytes) -> Odf:
    """Return an ODF file as a strict reader finds it."""
    return Odf(io.BytesIO(data))
