"""Measures, side by side, what the hub adds to plain MkDocs + Material, and whether it grows in proportion.

For each N it makes N synthetic entries, builds them through the hub, and builds the very same finished pages through
MkDocs and stock Material with the same light navigation, turn by turn. It prints wall seconds, their ratio, pages per
second, kilobytes per page and peak memory. Run it as ``make bench`` or ``make bench SIZES="200 1000"``.
"""

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
HUB = ROOT / "tests" / "hub"
ROUNDS = 3
LIMIT = 1.3
WORDS = [
    "lys",
    "vand",
    "vej",
    "data",
    "sensor",
    "drift",
    "måling",
    "kommune",
    "leverandør",
    "aftale",
    "nøgle",
    "platform",
    "rute",
    "by",
    "bygning",
    "varme",
]


def make_hub(folder: Path, count: int) -> None:
    """Write a hub with ``count`` entries: half cases, half standards, each about 230 words in each language."""
    shutil.copytree(HUB, folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("../../", f"{ROOT}/"))
    content = folder / "content"
    for number in range(count):
        kind, model = (("standards", "loaf"), ("cases", "village-bake"))[number % 2]
        slug = f"entry-{number:05d}"
        facts = (content / kind / f"{model}.yml").read_text()
        facts = re.sub(r"^title: .*$", f"title: {{en: Entry {number}, da: Post {number}}}", facts, flags=re.M)
        (content / kind / f"{slug}.yml").write_text(facts)
        for language in ("en", "da"):
            headings = re.findall(r"^## .*$", (content / kind / f"{model}.{language}.md").read_text(), re.M)
            parts = []
            for at, heading in enumerate(headings):
                words = " ".join(
                    WORDS[(number * 7 + at * 3 + i * i) % len(WORDS)] + (f" {number}." if i % 12 == 11 else "")
                    for i in range(230 // len(headings))
                )
                parts.append(f"{heading}\n\n{words} [@chronicle]. See [the mill](../labs/mill.yml).")
            (content / kind / f"{slug}.{language}.md").write_text("\n\n".join(parts) + "\n")


def make_plain(folder: Path, hub: Path) -> None:
    """Stage the hub's finished pages as an ordinary MkDocs project with stock Material and the same navigation."""
    (folder).mkdir()
    run(["hub", "stage", str(folder / "docs")], hub)
    nav = []
    for path in sorted((folder / "docs").rglob("*.md")):
        name = path.relative_to(folder / "docs").as_posix()
        if name.endswith("index.md") or "/" not in name.removeprefix("da/"):
            nav.append(name)
    config = {
        "site_name": "Plain",
        "site_url": "https://example.org/towns/",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "nav": nav,
        "not_in_nav": "*.md",
        "validation": {"absolute_links": "ignore", "unrecognized_links": "ignore", "omitted_files": "ignore"},
        "markdown_extensions": ["tables", "sane_lists", "def_list", "fenced_code", "admonition", "toc"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config))


def run(command: list[str], cwd: Path, **more: str) -> tuple[float, float]:
    """Run a tool and return its wall seconds and the peak memory of any child so far, in MB."""
    tool = Path(sys.executable).parent / command[0]
    environ = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "HUB_TODAY": "2026-11-23",
        "SOURCE_DATE_EPOCH": "0",
        "HUB_SEARCH": "off",
        **more,
    }
    start = time.perf_counter()
    done = subprocess.run([str(tool), *command[1:]], cwd=cwd, env=environ, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return wall, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def measure(count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        make_hub(base / "hub", count)
        make_plain(base / "plain", base / "hub")
        walls: dict[str, list[float]] = {"hub": [], "plain": []}
        memory = 0.0
        for _ in range(ROUNDS):
            for which in ("hub", "plain"):
                wall, peak = run(
                    ["mkdocs", "build", "--quiet", "--site-dir", str(base / f"site-{which}")], base / which
                )
                walls[which].append(wall)
                memory = max(memory, peak) if which == "hub" else memory
        pages = list((base / "site-hub").rglob("*.html"))
        size = sum(page.stat().st_size for page in pages)
        hub, plain = (statistics.median(walls[which]) for which in ("hub", "plain"))
        return {
            "entries": count,
            "pages": len(pages),
            "hub s": round(hub, 2),
            "plain s": round(plain, 2),
            "ratio": round(hub / plain, 2),
            "pages/s": round(len(pages) / hub),
            "ms/page": round(1000 * hub / len(pages), 2),
            "kB/page": round(size / len(pages) / 1000, 2),
            "peak MB": round(memory),
        }


def measure_documents() -> dict[str, float]:
    """Return how long the real hub's office files take cold and kept, and the ratio, measured side by side."""
    with tempfile.TemporaryDirectory() as name:
        cache = {"HUB_CACHE": f"{name}/cache"}
        cold, _ = run(["hub", "stage", f"{name}/one"], ROOT, **cache)
        kept, _ = run(["hub", "stage", f"{name}/two"], ROOT, **cache)
        files = list(Path(name, "one", "downloads").rglob("*.*"))
        return {
            "documents": len(files),
            "cold s": round(cold, 2),
            "kept s": round(kept, 2),
            "ratio": round(cold / kept, 2),
            "ms/document": round(1000 * (cold - kept) / len(files), 1),
        }


def main() -> None:
    print(json.dumps(measure_documents()), flush=True)
    sizes = [int(argument) for argument in sys.argv[1:]] or [200, 1000]
    rows = []
    for size in sizes:
        rows.append(measure(size))
        print(json.dumps(rows[-1]), flush=True)
    slow = [row for row in rows if row["ratio"] > LIMIT]
    first, last = rows[0], rows[-1]
    print(f"growth from {first['entries']} to {last['entries']} entries: "
          f"time per page x{last['ms/page'] / first['ms/page']:.2f}, bytes per page x{last['kB/page'] / first['kB/page']:.2f}")  # fmt: skip
    sys.exit(f"the hub takes more than {LIMIT} times as long as plain MkDocs" if slow else 0)


if __name__ == "__main__":
    main()
