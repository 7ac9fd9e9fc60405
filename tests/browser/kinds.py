"""Tells which kinds of page a built site has, from the site itself, so that a new type is looked at by every gate."""

import json
import posixpath
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import html

COLLECTION, ENTRY, HAND_WRITTEN, LOST = "collection", "entry", "page", "404"


@dataclass(frozen=True)
class SitePage:
    """One page that stands for its kind."""

    kind: str
    language: str
    path: str
    """Below the root of the site, as in an address: ``""``, ``"om/"``, ``"404.html"``."""
    role: str

    @property
    def name(self) -> str:
        """Return how a test's message calls the page."""
        return f"{self.kind} ({self.path or '/'})"

    @property
    def file(self) -> str:
        """Return where the page lies below the site's folder."""
        return self.path + "index.html" if self.path == "" or self.path.endswith("/") else self.path


def addresses(site: Path) -> dict[str, list[str]]:
    """Return, for each type, the paths of its entries in the first language; read from the site's own data."""
    index = json.loads((site / "api/v1/index.json").read_text(encoding="utf-8"))
    first = index["languages"][0]
    found = {}
    for kind in index["types"]:
        base = kind["entries"].partition("api/v1/")[0]
        entries = json.loads((site / kind["entries"].removeprefix(base)).read_text(encoding="utf-8"))["entries"]
        found[kind["type"]] = [entry["addresses"][first].removeprefix(base) for entry in entries]
    return found


def page_kinds(site: Path) -> tuple[SitePage, ...]:
    """Return one page of every kind, each followed by its twins in the other languages.

    A kind's page is its heaviest, for that one holds most. Raises AssertionError for a page whose language link is
    missing or leads nowhere.
    """
    languages = json.loads((site / "api/v1/index.json").read_text(encoding="utf-8"))["languages"]
    entries = {kind: paths for kind, paths in addresses(site).items() if paths}
    collections = {posixpath.dirname(paths[0].rstrip("/")) + "/" for paths in entries.values()}
    known = collections.union(*entries.values())
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        segments = path.rstrip("/").split("/")
        if path in known or segments[0] in languages or b'http-equiv="refresh"' in file.read_bytes():
            continue
        if path == "404.html":
            groups[LOST, LOST].append(path)
        else:
            name = segments[0] or "home"
            groups[name if len(segments) == 1 else f"{name}/*", HAND_WRITTEN].append(path)
    for kind, paths in entries.items():
        groups[kind, ENTRY] += paths
    groups[COLLECTION, COLLECTION] += collections
    pages = []
    for (kind, role), paths in groups.items():
        page = SitePage(kind, languages[0], _heaviest(site, paths), role)
        pages.append(page)
        if role != LOST:
            pages += [SitePage(kind, code, _twin(site, page, code), role) for code in languages[1:]]
    return tuple(pages)


def _heaviest(site: Path, paths: Iterable[str]) -> str:
    present = [path for path in paths if (site / path).exists()]
    return max(present, key=lambda path: ((site / SitePage("", "", path, "").file).stat().st_size, path))


def _twin(site: Path, page: SitePage, language: str) -> str:
    tree = html.document_fromstring((site / page.file).read_bytes())
    links = tree.xpath("//nav[contains(@class, 'hub-languages')]//a[@hreflang=$code]/@href", code=language)
    assert links, f"{page.name} has no link to {language} in nav.hub-languages"
    target = posixpath.normpath(posixpath.join("/", page.path, links[0])).strip("/")
    path = target if target.endswith(".html") else target + "/"
    assert (site / path).exists(), f"{page.name}: its {language} link leads nowhere ({links[0]})"
    return path
