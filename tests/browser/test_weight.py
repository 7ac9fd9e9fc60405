"""A first visit is light: little to fetch, a small page, and no script that holds the page back."""

import gzip
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html
from playwright.sync_api import Browser

from .kinds import ENTRY, SitePage
from .report import none_of
from .server import serve
from .visits import Record, visit_all

VISIT_LIMIT = 120_000
PAGE_LIMIT = 15_000
LEVEL = 6


def compressed(data: bytes) -> int:
    """Return how many bytes travel when a web server compresses the file as most do."""
    return len(gzip.compress(data, LEVEL))


def weights(site: Path, visit: Record) -> dict[str, int]:
    """Return the compressed size of each file that a visit asked for, but for pictures."""
    paths = {urlsplit(address).path.lstrip("/") for address, purpose in visit.requests if purpose != "image"}
    files = {path: site / path / "index.html" if (site / path).is_dir() else site / path for path in paths}
    return {path: compressed(file.read_bytes()) for path, file in files.items()}


def heavy_visits(site: Path, visits: Sequence[Record]) -> tuple[list[str], int]:
    """Return the pages whose first visit is too heavy, and how many files were weighed."""
    faults, files = [], 0
    for one in visits:
        parts = weights(site, one)
        files += len(parts)
        if sum(parts.values()) > VISIT_LIMIT:
            faults.append(f"{one.page.name}: {sum(parts.values())} bytes: {parts}")
    return faults, files


def heavy_pages(site: Path) -> tuple[list[str], int]:
    """Return the pages whose HTML is too heavy, and how many were weighed."""
    sizes = {file: compressed(file.read_bytes()) for file in sorted(site.rglob("*.html"))}
    faults = [f"{file.relative_to(site)}: {size} bytes" for file, size in sizes.items() if size > PAGE_LIMIT]
    return faults, len(sizes)


def blocking(data: bytes) -> list[str]:
    """Return the scripts of a page that hold it back while they load."""
    scripts = html.document_fromstring(data).iter("script")
    return [
        script.get("src") or "an inline script"
        for script in scripts
        if script.get("type") not in {"module", "application/json", "application/ld+json"}
        and not (script.get("src") and ({"defer", "async"} & set(script.attrib)))
    ]


def test_the_first_visit_of_an_entry_is_light(site: Path, visits: tuple[Record, ...]) -> None:
    entries = [one for one in visits if one.page.role == ENTRY]
    faults, files = heavy_visits(site, entries)
    assert len({one.page.kind for one in entries}) >= 8
    assert files >= 3 * len(entries)
    none_of(faults)


def test_every_page_is_small(site: Path, pages: tuple[SitePage, ...]) -> None:
    faults, count = heavy_pages(site)
    assert count > len(pages)
    none_of(faults)


def test_no_script_holds_a_page_back(site: Path, pages: tuple[SitePage, ...]) -> None:
    scripts = 0
    for one in pages:
        data = (site / one.file).read_bytes()
        scripts += data.count(b"<script")
        assert blocking(data) == [], one.name
    assert scripts >= len(pages)


def test_planted_defects_are_reported(browser: Browser, tmp_path: Path) -> None:
    noise = "".join(f"<p>{number**7:x}</p>" for number in range(6000))
    (tmp_path / "heavy.html").write_text(
        "<!doctype html><html lang=en><head><title>Heavy</title><script src=a.js></script>"
        f"<script src=b.js defer></script></head><body>{noise}</body></html>"
    )
    (tmp_path / "a.js").write_text("//" + "".join(f"{number**9:x}" for number in range(20000)))
    (tmp_path / "b.js").write_text("")
    assert heavy_pages(tmp_path)[0][0].startswith("heavy.html: ")
    assert blocking((tmp_path / "heavy.html").read_bytes()) == ["a.js"]
    assert blocking(b"<html><script>1</script><script src=x async></script>") == ["an inline script"]
    with serve(tmp_path) as base:
        records = visit_all(browser, base, [SitePage("heavy", "en", "heavy.html", ENTRY)])
    assert set(weights(tmp_path, records[0])) == {"heavy.html", "a.js", "b.js"}
    faults, _ = heavy_visits(tmp_path, records)
    assert len(faults) == 1
