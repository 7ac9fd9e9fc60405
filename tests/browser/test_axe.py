"""No kind of page breaks a rule of WCAG 2.0 to 2.2 (A and AA) that axe-core can see: languages, schemes, widths."""

from playwright.sync_api import Page

from .axe import TAGS, Verdict, axe_source, run_axe
from .kinds import SitePage
from .report import none_of
from .states import close_search, open_menu, open_search, resize

WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
ENOUGH_RULES = 50
QUERY = "data"


def looks(page: Page, opened: str, widths: tuple[int, ...] = WIDTHS) -> list[tuple[str, Verdict]]:
    """Return what axe-core says of the page in each width and scheme."""
    found = []
    for width in widths:
        resize(page, width)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found.append((f"{opened} {width} {scheme}", run_axe(page)))
    return found


def faults(found: list[tuple[str, Verdict]]) -> list[str]:
    assert all(len(verdict.rules) > ENOUGH_RULES for _, verdict in found), "too few rules ran"
    left_open = [
        f"{where}: left open: {line}"
        for where, verdict in found
        for line in verdict.undecided
        if line.startswith("color-contrast") and "Element has no value" not in line
    ]
    return left_open + [f"{where}: {fault}" for where, verdict in found for fault in verdict.faults]


def test_every_tag_has_rules(page: Page, served: str) -> None:
    page.goto(served)
    page.evaluate(axe_source())
    for tag in TAGS:
        assert page.evaluate("tag => axe.getRules([tag]).length", tag) > 0, tag
    assert {"color-contrast", "target-size", "button-name", "html-has-lang"} <= run_axe(page).rules


def test_no_kind_of_page_breaks_a_rule(page: Page, served: str, pages: tuple[SitePage, ...]) -> None:
    found = []
    for one in pages:
        page.goto(served + one.path)
        found += looks(page, one.name)
    assert len(found) == len(pages) * len(WIDTHS) * len(SCHEMES) >= 14 * 2 * 4
    assert sum(verdict.measured for _, verdict in found) > 100
    none_of(faults(found))


def test_nothing_that_opens_breaks_a_rule(page: Page, served: str, pages: tuple[SitePage, ...]) -> None:
    found = []
    chosen = [one for one in pages if one.kind in {"home", "cases"}]
    for one in chosen:
        page.goto(served + one.path)
        resize(page, WIDTHS[0])
        open_menu(page)
        found += looks(page, f"{one.name} menu", WIDTHS[:1])
        page.keyboard.press("Escape")
        for width in WIDTHS:
            resize(page, width)
            open_search(page, QUERY)
            found += looks(page, f"{one.name} answers", (width,))
            close_search(page)
    assert len(found) == len(chosen) * 6 == 24
    none_of(faults(found))


def test_planted_defects_are_reported(page: Page, served: str) -> None:
    page.goto(served)
    before = rules_broken(page)
    page.evaluate(
        """() => {
          const main = document.querySelector("main");
          const pale = document.createElement("p");
          pale.textContent = "Pale";
          pale.style.color = "#999";
          pale.style.background = "#fff";
          main.append(document.createElement("img"), pale, document.createElement("button"));
          main.lastChild.style.padding = "2em";
          main.querySelector(":scope > img").src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
        }"""
    )
    assert rules_broken(page) - before == {"image-alt", "color-contrast", "button-name"}


def test_pale_words_in_a_picture_are_reported(page: Page, served: str) -> None:
    """axe-core leaves these open, so that a gate without a measure of its own would be green."""
    page.goto(served)
    assert "contrast" not in rules_broken(page)
    page.evaluate(
        """() => {
          const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
          for (const [name, y] of [["rect", 0], ["text", 30]]) {
            const part = document.createElementNS("http://www.w3.org/2000/svg", name);
            for (const [key, value] of Object.entries({ width: 200, height: 60, x: 0, y, fill: "#0b4f5c" })) part.setAttribute(key, value);
            picture.append(part);
          }
          picture.setAttribute("role", "img");
          picture.setAttribute("aria-label", "Dark words on a dark ground");
          picture.lastChild.textContent = "Dark";
          picture.lastChild.setAttribute("fill", "#246a78");
          document.querySelector("main").append(picture);
        }"""
    )
    assert "contrast" in rules_broken(page)


def rules_broken(page: Page) -> set[str]:
    return {fault.partition(" ")[0] for fault in run_axe(page).faults}
