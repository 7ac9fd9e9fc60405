"""Everything fits: at 320 px, with text twice as large, under a fingertip and on paper."""

import re

from playwright.sync_api import Page

from .axe import script, settle
from .kinds import ENTRY, SitePage
from .states import MENU, SEARCH, close_search, open_menu, open_search, resize

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


def look(page: Page, name: str, where: str) -> tuple[list[str], int]:
    """Return, in lines that name the page, what one of the scripts finds, and at how much it looked."""
    settle(page)
    found = page.evaluate(script(name))
    return [f"{where}: {fault}" for fault in found["faults"]], found["looked"]


def test_nothing_sticks_out_at_320_px(page: Page, served: str, pages: tuple[SitePage, ...]) -> None:
    faults, looked = [], 0
    resize(page, NARROWEST)
    for one in pages:
        page.goto(served + one.path)
        found, count = look(page, "fit.js", one.name)
        faults += found
        looked += count
    assert looked > 20 * len(pages)
    assert not faults, "\n".join(faults)


def test_what_opens_fits_at_320_px(page: Page, served: str, pages: tuple[SitePage, ...]) -> None:
    faults = []
    resize(page, NARROWEST)
    for one in (one for one in pages if one.kind == "home"):
        page.goto(served + one.path)
        open_menu(page)
        faults += look(page, "fit.js", f"{one.name} menu")[0]
        page.keyboard.press("Escape")
        open_search(page, "data")
        faults += look(page, "fit.js", f"{one.name} search")[0]
        for part in (MENU, SEARCH):
            inner, outer = page.eval_on_selector(part, "node => [node.scrollWidth, node.clientWidth]")
            if inner > outer:
                faults.append(f"{one.name}: {part} scrolls sideways ({inner} in {outer} px)")
        close_search(page)
    assert not faults, "\n".join(faults)


def test_text_can_be_twice_as_large(page: Page, served: str, pages: tuple[SitePage, ...]) -> None:
    faults, looked = [], 0
    resize(page, WIDE)
    for one in pages:
        page.goto(served + one.path)
        growth = page.evaluate(LARGER)
        if growth < 1.95:
            faults.append(f"{one.name}: the text grows {growth:.2f} times only")
        found, count = look(page, "fit.js", one.name)
        faults += found
        looked += count
    assert looked > 20 * len(pages)
    assert not faults, "\n".join(faults)


def test_every_target_can_be_hit(page: Page, served: str, pages: tuple[SitePage, ...]) -> None:
    faults, looked = [], 0
    for one in pages:
        page.goto(served + one.path)
        for width in (NARROW, WIDE):
            resize(page, width)
            found, count = look(page, "targets.js", f"{one.name} {width}")
            faults += found
            looked += count
        if one.kind == "home":
            resize(page, NARROW)
            open_menu(page)
            faults += look(page, "targets.js", f"{one.name} menu")[0]
            page.keyboard.press("Escape")
            open_search(page, "data")
            faults += look(page, "targets.js", f"{one.name} search")[0]
            close_search(page)
    assert looked > 20 * len(pages)
    assert not faults, "\n".join(faults)


def test_every_kind_of_page_prints_well(page: Page, served: str, pages: tuple[SitePage, ...]) -> None:
    faults, sources = [], 0
    resize(page, PAPER)
    page.emulate_media(media="print")
    for one in pages:
        page.goto(served + one.path)
        found = page.evaluate(script("print.js"))
        faults += [f"{one.name}: {fault}" for fault in found["faults"]]
        faults += look(page, "fit.js", f"{one.name} on paper")[0]
        sources += found["sources"]
        assert one.role != ENTRY or page.locator(".hub-sources").is_visible(), one.name
    assert sources > 20
    assert not faults, "\n".join(faults)


def test_an_entry_fills_a_few_sheets_of_paper(page: Page, served: str, pages: tuple[SitePage, ...]) -> None:
    entry = next(one for one in pages if one.kind == "standards")
    page.goto(served + entry.path)
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
          plant("p", "Out", "position: absolute; left: -60px; width: 50px");
          for (const word of ["Near", "Nearer"]) plant("a", word, "display: inline-block; font-size: 8px").href = "#main";
          plant("p", "A sentence with ", "").append(plant("a", "a link", ""));
          document.querySelector("main p a:last-child").href = "#main";
          const nav = plant("nav", "Printed", "");
          nav.style.setProperty("display", "block", "important");
        }"""
    )
    found = "\n".join(look(page, "fit.js", "home")[0])
    for sign in ("px wide in a window of 320 px", "> Wide", "is cut off", "> Out"):
        assert sign in found, (sign, found)
    small = look(page, "targets.js", "home")[0]
    assert len([fault for fault in small if "Near" in fault]) == 2, small
    assert not [fault for fault in small if "a link" in fault]
    page.emulate_media(media="print")
    assert page.evaluate(script("print.js"))["faults"] == ['prints: <nav class="">']
