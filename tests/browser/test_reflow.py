"""Everything fits: at 320 px, with text twice as large, under a fingertip and on paper."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .axe import script, settle
from .kinds import SitePage
from .report import none_of
from .states import SEARCH, close_search, open_menu, open_search, resize

NARROWEST, NARROW, WIDE = 320, 390, 1280
PAPER = 718
"""The width of A4, less margins, in the pixels that browsers lay paper out in."""

LARGER = """
() => {
  const size = () => parseFloat(getComputedStyle(document.querySelector("main p, main li")).fontSize);
  const before = size();
  const root = document.documentElement;
  root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * 2}px`;
  return size() / before;
}
"""


@dataclass
class Findings:
    """What one of the scripts finds on all pages."""

    faults: list[str] = field(default_factory=list)
    looked: int = 0


def look(page: Page, name: str, where: str, into: Findings) -> Findings:
    """Add, in lines that name the page, what one of the scripts finds there, and at how much it looked."""
    settle(page)
    found = page.evaluate(script(name))
    into.faults += [f"{where}: {fault}" for fault in found["faults"]]
    into.looked += found["looked"]
    return into


@pytest.fixture(scope="module")
def found(context: BrowserContext, served: str, pages: tuple[SitePage, ...]) -> dict[str, Findings]:
    """Every kind of page, opened once and measured in each way."""
    gates: dict[str, Findings] = defaultdict(Findings)
    page = context.new_page()
    for one in pages:
        page.emulate_media(media="screen")
        resize(page, NARROWEST)
        page.goto(served + one.path)
        look(page, "fit.js", one.name, gates["narrow"])
        for width in (NARROW, WIDE):
            resize(page, width)
            look(page, "targets.js", f"{one.name} {width}", gates["targets"])
        resize(page, PAPER)
        page.emulate_media(media="print")
        look(page, "print.js", one.name, gates["print"])
        look(page, "fit.js", one.name, gates["paper"])
        page.emulate_media(media="screen")
        resize(page, WIDE)
        if (growth := page.evaluate(LARGER)) < 1.95:
            gates["larger"].faults.append(f"{one.name}: the text grows {growth:.2f} times only")
        look(page, "fit.js", one.name, gates["larger"])
    page.close()
    return gates


@pytest.mark.parametrize(
    ("gate", "least"), [("narrow", 20), ("larger", 20), ("targets", 20), ("paper", 10), ("print", 1)]
)
def test_every_kind_of_page_fits(
    found: dict[str, Findings], pages: tuple[SitePage, ...], gate: str, least: int
) -> None:
    assert found[gate].looked > least * len(pages)
    none_of(found[gate].faults)


def test_what_opens_fits_at_320_px(page: Page, served: str, pages: tuple[SitePage, ...]) -> None:
    found = Findings()
    resize(page, NARROWEST)
    for one in (one for one in pages if one.kind == "home"):
        page.goto(served + one.path)
        open_menu(page)
        for name in ("fit.js", "targets.js"):
            look(page, name, f"{one.name} menu", found)
        page.keyboard.press("Escape")
        open_search(page, "data")
        for name in ("fit.js", "targets.js"):
            look(page, name, f"{one.name} search", found)
        inner, outer = page.eval_on_selector(SEARCH, "node => [node.scrollWidth, node.clientWidth]")
        if inner > outer:
            found.faults.append(f"{one.name}: search scrolls sideways ({inner} in {outer} px)")
        close_search(page)
    assert found.looked > 100
    none_of(found.faults)


def test_an_entry_fills_a_few_sheets_of_paper(page: Page, served: str, pages: tuple[SitePage, ...]) -> None:
    entry = next(one for one in pages if one.kind == "standards")
    page.goto(served + entry.path)
    page.emulate_media(media="print")
    expect(page.locator(".hub-sources")).to_be_visible()
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert 1 <= sheets <= 8


def test_planted_defects_are_reported(page: Page, served: str) -> None:
    resize(page, NARROWEST)
    page.goto(served)
    page.evaluate(
        """() => {
          const plant = (tag, text, style) => {
            const node = document.createElement(tag);
            node.textContent = text;
            node.style.cssText = style;
            document.querySelector("main").append(node);
            return node;
          };
          plant("p", "Wide", "width: 700px");
          plant("p", "Cut words ".repeat(30), "height: 1em; overflow: hidden");
          plant("b", "Out", "position: absolute; left: -60px; width: 50px");
          for (const word of ["Near", "Nearer"]) plant("a", word, "display: inline-block; font-size: 8px").href = "#main";
          plant("p", "A sentence with ", "").append(plant("a", "a link", ""));
          document.querySelector("main p a:last-child").href = "#main";
          const nav = plant("nav", "Printed", "");
          nav.style.setProperty("display", "block", "important");
        }"""
    )
    found = "\n".join(look(page, "fit.js", "home", Findings()).faults)
    for sign in ("px wide in a window of 320 px", "«Wide»", "is cut off", "«Out»"):
        assert sign in found, (sign, found)
    small = look(page, "targets.js", "home", Findings()).faults
    assert len([fault for fault in small if "«Near" in fault]) == 1, small
    assert not [fault for fault in small if "a link" in fault]
    page.emulate_media(media="print")
    assert page.evaluate(script("print.js"))["faults"] == ['prints: <nav class="">']
