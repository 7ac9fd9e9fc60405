"""The words that the hub's titles and keywords are made of, by language: a mistyped word is held against them."""

from collections import Counter
from collections.abc import Iterator

from .. import urls
from ..model import Artefact, Library
from ..readability import words_of
from ..search_records import NAMES, SAME, TITLE, records
from ..wording import read_wording
from .api import to_json

MOST = 8_000
"""How many words a reader's browser is given, however large the hub grows; the rarest are left out."""
SHORTEST = 4


def export(library: Library) -> Iterator[Artefact]:
    """Yield, for each language, the list of words and what the search itself says."""
    for language in library.settings.languages:
        own = urls.search_say_path(language)
        yield Artefact(
            own,
            lambda language=language: to_json(said(library, language)),  # type: ignore[misc]
            f"{library.digest}:{own}",
            language=language,
        )
        path = urls.search_words_path(language)
        yield Artefact(
            path,
            lambda language=language: to_json(words(library, language)),  # type: ignore[misc]
            f"{library.digest}:{path}",
            language=language,
        )


def said(library: Library, language: str) -> dict[str, object]:
    """Return the words of the search in one language, and where its own page lies below the root."""
    w = read_wording(language).words
    page = urls.address(urls.search_page_path(library, language))
    return {**w["search_say"], "title": w["search_title"], "close": w["close"], "page": page}


def words(library: Library, language: str) -> list[str]:
    """Return the words of all titles, names and synonyms in one language, in the order of the alphabet."""
    found: Counter[str] = Counter()
    for record in records(library):
        if record.language == language:
            said = " ".join(record.terms.get(weight, "") for weight in (TITLE, NAMES, SAME))
            found.update(word for word in words_of(said.casefold()) if len(word) >= SHORTEST and word.isalpha())
    return sorted(word for word, _ in found.most_common(MOST))
