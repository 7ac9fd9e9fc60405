"""Which files an entry can be downloaded as, and how large they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from . import urls
from .model import Entry, Library
from .tender.terms import DocumentKind

TEXT_FORMS = ("docx", "odt", "pdf")
CLAUSES = "clauses"
"""The folder of the clauses' own files, beside those of the templates."""


@dataclass(frozen=True)
class Download:
    """One file."""

    kind: DocumentKind | None
    """Which document of a tender it is; None for a clause alone and for all documents in one file."""
    form: str
    path: str


def downloads(entry: Entry, language: str) -> Iterator[Download]:
    """Yield the files of an entry in one language; nothing for types that have none."""
    if entry.type.name == "clauses":
        yield Download(None, "docx", urls.download_path(language, CLAUSES, entry.slug, "docx"))
    if hasattr(entry.fields, "documents"):
        yield Download(None, "zip", urls.download_path(language, entry.slug, entry.slug, "zip"))
    for kind in getattr(entry.fields, "documents", ()):
        for form in ("xlsx",) if kind is DocumentKind.WORKBOOK else TEXT_FORMS:
            yield Download(kind, form, urls.download_path(language, entry.slug, kind.value, form))


def size_of(download: Download, library: Library) -> int:
    """Return a file's size in bytes, 0 while the files have not been made."""
    return library.sizes.get(download.path, 0)
