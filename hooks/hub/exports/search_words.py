"""The words that the hub's titles and keywords are made of, by language: a mistyped word is held against them."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from .. import urls
from ..model import Artefact, Library
from ..readability import words_of
from ..search_records import NAMES, SAME, TITLE, records_in
from ..wording import read_wording
from .api import to_json

MOST = 8_000
"""How many words a reader's browser is given, however large the hub grows; the rarest are left out."""
SHORTEST = 4


def export(library: Library) -> Iterator[Artefact]:
    """Yield, for each language, the list of words and what the search itself says."""
    for language in library.settings.languages:
        made = {urls.search_say_path(language): said, urls.search_words_path(language): words}
        for path, make in made.items():
            document = partial(_document, make, library, language)
            yield Artefact(path, document, f"{library.digest}:{path}", language=language)


def _document(make: Callable[[Library, str], Any], library: Library, language: str) -> str:
    return to_json(make(library, language))


def said(library: Library, language: str) -> dict[str, object]:
    """Return the words of the search in one language, and where its own page lies below the root."""
    w = read_wording(language).words
    page = urls.address(urls.search_page_path(library, language))
    return {**w["search_say"], "title": w["search_title"], "close": w["close"], "page": page}


def words(library: Library, language: str) -> list[str]:
    """Return the words of all titles, names and synonyms in one language, in the order of the alphabet."""
    found: Counter[str] = Counter()
    for record in records_in(library, language):
        terms = " ".join(record.terms.get(weight, "") for weight in (TITLE, NAMES, SAME))
        found.update(word for word in words_of(terms.casefold()) if len(word) >= SHORTEST and word.isalpha())
    return sorted(word for word, _ in found.most_common(MOST))
