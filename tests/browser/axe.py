"""Runs axe-core on an open page and puts what it finds into lines that name the place."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(__file__).parent / "scripts"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@dataclass(frozen=True)
class Verdict:
    """What axe-core says of a page as it stands."""

    faults: tuple[str, ...]
    undecided: tuple[str, ...]
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
    return Verdict(tuple(_lines(result["violations"])), tuple(_lines(result["undecided"])), frozenset(result["rules"]))


def _lines(found: list[dict]) -> list[str]:
    return [
        f"{rule['rule']}: {len(rule['nodes'])} × {node['target']} ({node['why']})"
        for rule in found
        for node in rule["nodes"][:1]
    ] + [f"{rule['rule']}: also {node['target']}" for rule in found for node in rule["nodes"][1:4]]
