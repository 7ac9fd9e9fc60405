"""Every path and address of the hub, so that a link is right because one place says so.

A *path* is where a file lies in the staged folder (``standarder/oasc-mims.md``); an *address* is where readers find it
below the site's root (``standarder/oasc-mims/``).
"""

import posixpath
from collections.abc import Mapping

from .model import ContentType, Entry, Library, Page
from .settings import Settings

API = "api/v1"
EVIDENCE = f"{API}/evidence.json"
"""The path of the count of the hub's evidence."""
FEEDS = "feeds"
"""The folder of what other programs subscribe to."""


def language_root(language: str, settings: Settings) -> str:
    """Return the folder of a language: nothing for the first, ``en/`` for others."""
    return "" if language == settings.first_language else f"{language}/"


def home_path(language: str, settings: Settings) -> str:
    """Return the path of a language's front page."""
    return f"{language_root(language, settings)}index.md"


def collection_path(kind: ContentType, language: str, settings: Settings) -> str:
    """Return the path of the page that lists a type's entries."""
    return f"{language_root(language, settings)}{kind.names[language].segment}/index.md"


def entry_path(entry: Entry, language: str, settings: Settings) -> str:
    """Return the path of an entry's page."""
    return f"{language_root(language, settings)}{entry.type.names[language].segment}/{entry.slug}.md"


def address(path: str) -> str:
    """Return the address of a file: a page's folder, or the file itself."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return stem + "/"


def relative(source: str, target: str) -> str:
    """Return the address of ``target`` as seen from the page ``source``; both are paths."""
    here, there = address(source), address(target)
    result = posixpath.relpath("/" + there, "/" + here)
    return result + "/" if there.endswith("/") or not there else result


def markdown_link(source: str, target: str) -> str:
    """Return the path of ``target`` as written in a Markdown link on the page ``source``."""
    return posixpath.relpath(target, posixpath.dirname(source) or ".")


def absolute(path: str, settings: Settings) -> str:
    """Return the whole public address of a file."""
    return settings.site_url + address(path)


def api_entry_path(entry: Entry) -> str:
    """Return the path of an entry's data."""
    return f"{API}/{entry.type.name}/{entry.slug}.json"


def api_type_path(kind: ContentType) -> str:
    """Return the path of the data of all entries of a type."""
    return f"{API}/{kind.name}.json"


def schema_path(kind: ContentType, *, content: bool) -> str:
    """Return the path of a type's schema: what is written (``content``), or what the API returns."""
    return f"{API}/schema/{'content/' if content else ''}{kind.name}.json"


def download_path(language: str, folder: str, name: str, form: str) -> str:
    """Return the path of a download: ``downloads/da/street-lighting/tender-conditions.docx``."""
    return f"downloads/{language}/{folder}/{name}.{form}"


def calendar_path(language: str, area: str = "") -> str:
    """Return the path of a calendar of all events, or of those of one focus area by its slug."""
    return f"{FEEDS}/{language}/events{'-' if area else ''}{area}.ics"


def event_calendar_path(language: str, slug: str) -> str:
    """Return the path of one event as a calendar file."""
    return f"{FEEDS}/{language}/events/{slug}.ics"


def feed_path(language: str) -> str:
    """Return the path of the feed of what is new or changed."""
    return f"{FEEDS}/{language}/changes.atom"


def facets_path(kind: ContentType, language: str) -> str:
    """Return the path of what a type's collection can be narrowed by."""
    return f"assets/collections/{language}/{kind.name}.json"


def search_page_path(library: Library, language: str) -> str:
    """Return the path of the page to search from, or of the front page where a hub has none."""
    page = page_by_key(library, "search", language)
    return page.path if page else home_path(language, library.settings)


def search_say_path(language: str) -> str:
    """Return the path of the words that the search itself uses."""
    return f"assets/search/{language}-say.json"


def search_words_path(language: str) -> str:
    """Return the path of the words that a mistyped word is held against."""
    return f"assets/search/{language}.json"


def calculator_path(entry: Entry) -> str:
    """Return the path of the script that computes an entry's calculator."""
    return f"assets/calculators/{entry.type.name}/{entry.slug}.js"


def page_by_key(library: Library, key: str, language: str) -> Page | None:
    """Return the hand-written page of that key and language, if there is one."""
    return next((page for page in library.pages if page.key == key and page.language == language), None)


def edit_address(source: str, settings: Settings) -> str:
    """Return the address at the code host that opens ``source`` for editing, or nothing while no repository is set."""
    return f"{settings.repo_url}/edit/main/{source}" if settings.repo_url else ""


def commit_address(settings: Settings) -> str:
    """Return the address at the code host of the commit that the site is built from, or nothing."""
    known = settings.repo_url and settings.commit
    return f"{settings.repo_url}/commit/{settings.committed}" if known else ""


def alternates(paths: Mapping[str, str]) -> dict[str, str]:
    """Return the address by language of a page's versions."""
    return {language: address(path) for language, path in paths.items()}
