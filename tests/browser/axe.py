"""Runs axe-core on an open page and puts what it finds into lines that name the place."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(__file__).parent / "scripts"
PLACES = 4
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@dataclass(frozen=True)
class Verdict:
    """What axe-core says of a page as it stands."""

    faults: tuple[str, ...]
    undecided: tuple[str, ...]
    measured: int
    """How many texts axe-core left open, such as those in pictures, and the script measured."""
    rules: frozenset[str]


@cache
def script(name: str) -> str:
    """Return one of the scripts that run inside the page."""
    return (SCRIPTS / name).read_text(encoding="utf-8")


@cache
def axe_source() -> str:
    """Return axe-core itself; raises AssertionError where it is not installed."""
    file = ROOT / "node_modules/axe-core/axe.min.js"
    assert file.exists(), "axe-core is not installed; run: npm ci --ignore-scripts"
    return file.read_text(encoding="utf-8")


def settle(page: Page) -> None:
    """Wait until the page has taken in what was last changed."""
    page.evaluate(script("settle.js"))


def run_axe(page: Page) -> Verdict:
    """Return what axe-core finds on the page as it stands, by the rules of WCAG 2.0 to 2.2, A and AA."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_source())
    settle(page)
    result = page.evaluate(script("axe.js"), list(TAGS))
    return Verdict(
        tuple(_lines(result["violations"])),
        tuple(_lines(result["undecided"])),
        result["measured"],
        frozenset(result["rules"]),
    )


def _lines(found: list[dict]) -> list[str]:
    lines = []
    for rule in found:
        places = [node["target"] for node in rule["nodes"]]
        more = f" and {len(places) - PLACES} more" if len(places) > PLACES else ""
        lines.append(f"{rule['rule']} ({rule['nodes'][0]['why']}) at {', '.join(places[:PLACES])}{more}")
    return lines
