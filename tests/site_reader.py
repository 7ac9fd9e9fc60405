"""Reads a built site as a browser would find it: links, fragments, ids, languages. Returns what is wrong, in words."""

import itertools
import posixpath
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("use", "href"), ("form", "action"))


@dataclass(frozen=True)
class ReadPage:
    """One built page: what it can be reached at, what it names, what it points at."""

    path: str
    language: str
    ids: frozenset[str]
    links: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]
    canonical: str
    alternates: dict[str, str]


def read_site(root: Path) -> dict[str, ReadPage]:
    """Return every page of a built site by its path."""
    return {
        file.relative_to(root).as_posix(): read_page(file.read_bytes(), file.relative_to(root).as_posix())
        for file in sorted(root.rglob("*.html"))
    }


def read_page(data: bytes, path: str) -> ReadPage:
    tree = html.document_fromstring(data)
    ids = Counter(element.get("id") for element in tree.iter() if isinstance(element.tag, str) and element.get("id"))
    links = tuple(
        (tag, target) for tag, name in LINKS for element in tree.iter(tag) if (target := element.get(name)) is not None
    )
    faults = [f"{path}: the id '{name}' stands {count} times" for name, count in ids.items() if count > 1]
    if len(tree.findall(".//h1")) != 1:
        faults.append(f"{path}: {len(tree.findall('.//h1'))} h1 headings")
    levels = [int(element.tag[1]) for element in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    faults += [f"{path}: a heading jumps from {a} to {b}" for a, b in itertools.pairwise(levels) if b > a + 1]
    for element in tree.iter():
        if isinstance(element.tag, str):
            faults += [f"{path}: the attribute {name}" for name in element.attrib if name.startswith("on")]
            if element.get("style"):
                faults.append(f"{path}: an inline style on <{element.tag}>")
    faults += [f"{path}: an inline script" for element in tree.iter("script") if not element.get("src")]
    if not (tree.findtext(".//title") or "").strip():
        faults.append(f"{path}: no title")
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
    alternates = {e.get("hreflang"): e.get("href") for e in tree.xpath("//link[@rel='alternate'][@hreflang]")}
    return ReadPage(
        path, tree.get("lang") or "", frozenset(filter(None, ids)), links, tuple(faults), canonical, alternates
    )


def problems(root: Path, base: str) -> tuple[list[str], int]:
    """Return all that is wrong with a built site whose address is ``base``, and how many inside links were followed."""
    pages = read_site(root)
    found = [fault for page in pages.values() for fault in page.faults]
    followed = 0
    mount = urlsplit(base).path
    for page in pages.values():
        for tag, target in page.links:
            inside = _inside(page.path, target, base, mount)
            if inside is None:
                if tag != "a" and not target.startswith("data:") and tag != "link":
                    found.append(f"{page.path}: <{tag}> asks another host for {target}")
                continue
            followed += 1
            where, fragment = inside
            file = root / where
            if file.is_dir() or where.endswith("/") or where in {"", "."}:
                where = posixpath.join(where, "index.html").lstrip("./") if where not in {"", "."} else "index.html"
            if not (root / where).is_file():
                found.append(f"{page.path}: the link '{target}' leads nowhere")
            elif fragment and where in pages and fragment not in pages[where].ids:
                found.append(f"{page.path}: the link '{target}' names a fragment that is not there")
    found += _language_problems(pages, base)
    return found, followed


def _inside(path: str, target: str, base: str, mount: str) -> tuple[str, str] | None:
    """Return (path below the root, fragment) of a link that stays on the site, None for one that leaves it."""
    if target.startswith(base):
        target = mount + target[len(base) :]
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return path, unquote(parts.fragment)
    if parts.path.startswith("/"):
        # Only the page for lost readers may use addresses from the root, for it is shown anywhere.
        where = parts.path.removeprefix(mount)
    else:
        where = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    return where + ("/" if parts.path.endswith("/") and where != "." else ""), unquote(parts.fragment)


def _language_problems(pages: dict[str, ReadPage], base: str) -> list[str]:
    found = []
    by_address = {base + path.removesuffix("index.html"): page for path, page in pages.items()}
    for page in pages.values():
        if not page.language:
            found.append(f"{page.path}: <html> has no language")
        if page.path == "404.html":
            continue
        own = base + page.path.removesuffix("index.html")
        if page.canonical != own:
            found.append(f"{page.path}: canonical is {page.canonical or 'missing'}")
        for code, address in page.alternates.items():
            other = by_address.get(address)
            if other is None:
                found.append(f"{page.path}: the {code} version at {address} does not exist")
            elif code != "x-default" and (other.language != code or other.alternates.get(page.language) != own):
                found.append(f"{page.path}: the {code} version at {address} does not answer back")
        if page.alternates.get(page.language) != own:
            found.append(f"{page.path}: it is not among its own language versions")
    return found
