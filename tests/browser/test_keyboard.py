"""A reader without a mouse gets from the home page to a case and its sources, and always sees where they are."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from .axe import script
from .focus import Focus, check, focus, follow, press, tab_until, walk
from .kinds import SitePage, addresses
from .states import MENU, MENU_BUTTON, SEARCH, SEARCH_BUTTON, resize

NARROW, WIDE = 390, 1280
WIDTHS = (NARROW, WIDE)
widths = pytest.mark.parametrize("width", WIDTHS)
ROUNDS = 25


def open_page(page: Page, served: str, path: str, width: int) -> None:
    resize(page, width)
    page.goto(served + path)


def reach(page: Page, paths: list[str], what: str, place: str = "main") -> None:
    """Tab to the first link, inside that part of the page, to one of the paths, and follow it."""
    wanted = {"/" + path for path in paths}
    tab_until(page, lambda found: found.path in wanted and place in found.within, what)
    follow(page)


def links_to(page: Page, paths: list[str]) -> bool:
    there = page.eval_on_selector_all("main a[href]", "links => links.map(link => link.href)")
    return any(urlsplit(address).path in {"/" + path for path in paths} for address in there)


@widths
def test_the_skip_link_is_first_and_works(page: Page, served: str, pages: tuple[SitePage, ...], width: int) -> None:
    for one in pages:
        if one.kind in {"home", "collection", "cases", "404"}:
            open_page(page, served, one.path, width)
            assert "hub-skip" in press(page, "Tab").classes, one.name
            assert press(page, "Enter").id == "main", one.name
            assert "main" in press(page, "Tab").within, one.name


@widths
def test_from_home_by_the_menu_to_a_case_and_to_the_other_language(
    page: Page, served: str, site: Path, width: int
) -> None:
    entries = addresses(site)
    areas, topics, cases = entries["focus-areas"], entries["topics"], entries["cases"]
    collection = areas[0].rstrip("/").rpartition("/")[0] + "/"
    open_page(page, served, "", width)
    if width == NARROW:
        tab_until(page, lambda found: "hub-menu-button" in found.classes, "the menu button")
        page.keyboard.press("Enter")
        expect(page.locator(MENU_BUTTON)).to_have_attribute("aria-expanded", "true")
    else:
        expect(page.locator(MENU_BUTTON)).to_be_hidden()
    reach(page, [collection, *areas], "a focus area in the menu", MENU)
    if urlsplit(page.url).path == "/" + collection:
        reach(page, areas, "a focus area")
    if not links_to(page, cases):
        reach(page, topics, "a topic")
    reach(page, cases, "a case")
    danish = page.url
    assert page.locator("html").get_attribute("lang") == "da"
    tab_until(page, lambda found: "nav.hub-languages" in found.within and "/en/" in found.path, "the other language")
    follow(page)
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.url.rstrip("/").rpartition("/")[2] == danish.rstrip("/").rpartition("/")[2]


@widths
def test_from_a_claim_to_its_source_and_back(page: Page, served: str, pages: tuple[SitePage, ...], width: int) -> None:
    for one in pages:
        if one.kind == "cases":
            open_page(page, served, one.path, width)
            claim = tab_until(
                page, lambda found: "#source-" in found.href and "main" in found.within, "a source number"
            )
            page.keyboard.press("Enter")
            number = claim.href.partition("#")[2]
            expect(page.locator(f"#{number}")).to_be_in_viewport()
            page.keyboard.press("Tab")
            at = focus(page)
            check(page, "Tab", at)
            assert page.locator(f"#{number}").evaluate("item => item.contains(document.activeElement)"), at.what
            back = (
                at
                if "hub-back" in at.classes
                else tab_until(page, lambda found: "hub-back" in found.classes, "a way back")
            )
            page.keyboard.press("Enter")
            assert press(page, "Shift+Tab").order < press(page, "Tab").order < back.order
            assert focus(page).href == claim.href


@widths
def test_every_stop_of_a_whole_walk_can_be_seen(
    page: Page, served: str, pages: tuple[SitePage, ...], width: int
) -> None:
    for one in pages:
        if one.kind in {"home", "focus-areas", "collection", "cases", "business-models"} and one.language == "da":
            open_page(page, served, one.path, width)
            usable = page.evaluate(script("reachable.js"))
            stops = list(walk(page))
            assert len(stops) >= usable > 10, (one.name, len(stops), usable)
            assert "footer" in stops[-1].within, (one.name, stops[-1].what)
            closed = {"#hub-search"} | ({"#hub-menu"} if width == NARROW else set())
            assert not [stop.what for stop in stops if closed & stop.within], one.name


def test_the_focus_shows_in_forced_colours(page: Page, served: str) -> None:
    """Shadows and grounds are gone then; only an outline is left."""
    page.emulate_media(forced_colors="active")
    open_page(page, served, "", WIDE)
    assert len(list(walk(page))) > 10


def test_escape_closes_the_menu_and_gives_the_focus_back(page: Page, served: str) -> None:
    button, menu = page.locator(MENU_BUTTON), page.locator(MENU)
    for steps in (0, 1, 3):
        open_page(page, served, "", NARROW)
        tab_until(page, lambda found: "hub-menu-button" in found.classes, "the menu button")
        press(page, "Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(menu).to_be_visible()
        for _ in range(steps):
            assert "#hub-menu" in press(page, "Tab").within
        assert "hub-menu-button" in press(page, "Escape").classes
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(menu).to_be_hidden()
        assert "#hub-menu" not in press(page, "Tab").within


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_an_open_menu_never_lies_over_the_focus(page: Page, served: str, key: str) -> None:
    """Either the menu keeps the focus, or it closes when the focus goes on."""
    open_page(page, served, "", NARROW)
    tab_until(page, lambda found: "hub-menu-button" in found.classes, "the menu button")
    press(page, "Enter")
    expect(page.locator(MENU)).to_be_visible()
    for stop in range(ROUNDS):
        page.keyboard.press(key)
        found = focus(page)
        if found.lost:
            # Before the first stop comes the browser.
            assert stop > 0
            return
        check(page, key, found)
        still_open = page.locator(MENU_BUTTON).get_attribute("aria-expanded") == "true"
        assert not (still_open and {"main", "footer"} & found.within), found.what


@widths
def test_search_keeps_the_focus_and_gives_it_back(page: Page, served: str, width: int) -> None:
    open_page(page, served, "", width)
    tab_until(page, lambda found: "hub-search-open" in found.classes, "the search button")
    page.keyboard.press("Enter")
    field = page.locator(f"{SEARCH} input").first
    expect(field).to_be_focused()
    for key in ("Tab", "Shift+Tab"):
        assert_kept(page, key)
    field.focus()
    page.keyboard.type("data")
    expect(page.locator(f"{SEARCH} a[href]").first).to_be_visible()
    tab_until(page, lambda found: bool(found.href) and "#hub-search" in found.within, "an answer")
    assert_kept(page, "Tab")
    close(page)
    assert "hub-search-open" in focus(page).classes
    expect(page.locator(SEARCH_BUTTON)).to_be_focused()
    assert "#hub-search" not in press(page, "Tab").within


def assert_kept(page: Page, key: str) -> None:
    """Assert that the key never leads out of the dialog, but for the browser's own controls, which no page may bar."""
    stops: list[Focus] = []
    for _ in range(ROUNDS):
        page.keyboard.press(key)
        found = focus(page)
        if found.lost:
            assert not (stops and stops[-1].lost), "the focus does not come back from the browser"
        else:
            check(page, key, found)
            assert "#hub-search" in found.within, f"after {key} the focus leaves the dialog: {found.what}"
        stops.append(found)
    assert len({stop.what for stop in stops}) > 1


def close(page: Page) -> None:
    """Press Escape until the dialog is closed: a first press may only close a list inside it."""
    for _ in range(2):
        page.keyboard.press("Escape")
        if page.locator(SEARCH).is_hidden():
            break
    expect(page.locator(SEARCH)).to_be_hidden()


PLANTED = {
    "off the screen": "link.style.cssText = 'position: fixed; left: -900px'",
    "it is hidden": "link.style.cssText = 'opacity: 0'",
    "it takes no room": "link.textContent = ''",
    "something covers it": "link.onfocus = () => cover.style.cssText = 'position: fixed; inset: 0; z-index: 99; background: #fff'",
    "nothing shows that it has the focus": "link.style.outline = 'none'",
    "had the focus": "link.style.cssText = 'outline: none; box-shadow: 0 0 2px'",
    "hidden from screen readers": "link.setAttribute('aria-hidden', 'true')",
    "the focus is lost": "link.onfocus = () => link.blur()",
}


@pytest.mark.parametrize("sign", PLANTED)
def test_planted_defects_are_reported(page: Page, served: str, sign: str) -> None:
    open_page(page, served, "", WIDE)
    page.evaluate(
        """(defect) => {
          const link = document.createElement("a");
          link.href = "#main";
          link.textContent = "Planted";
          document.querySelector(".hub-skip").after(link);
          const cover = document.createElement("div");
          document.body.append(cover);
          DEFECT
        }""".replace("DEFECT", PLANTED[sign])
    )
    assert "hub-skip" in press(page, "Tab").classes
    with pytest.raises(AssertionError, match=sign):
        for _ in range(2):
            press(page, "Tab")


def test_a_walk_tells_of_a_focus_that_gets_lost(page: Page, served: str) -> None:
    open_page(page, served, "", WIDE)
    page.evaluate("document.querySelectorAll('main a')[1].addEventListener('focus', (event) => event.target.blur())")
    with pytest.raises(AssertionError, match="lost on the way"):
        list(walk(page))
