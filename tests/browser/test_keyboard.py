"""A reader without a mouse gets from the home page to a case and its sources, and always sees where they are."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from .axe import script
from .focus import check, focus, follow, press, tab_until, walk
from .kinds import SitePage, addresses
from .states import MENU, MENU_BUTTON, resize

NARROW, WIDE = 390, 1280
WIDTHS = (NARROW, WIDE)
widths = pytest.mark.parametrize("width", WIDTHS)


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
