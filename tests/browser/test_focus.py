"""The focus is never lost: menu and search keep it while they are open, give it back, and nothing hides it."""

import pytest
from playwright.sync_api import Page, expect

from .focus import Focus, check, focus, press, tab_until, walk
from .states import MENU, MENU_BUTTON, SEARCH, SEARCH_BUTTON, resize

NARROW, WIDE = 390, 1280
ROUNDS = 25


def open_home(page: Page, served: str, width: int) -> None:
    resize(page, width)
    page.goto(served)


def test_escape_closes_the_menu_and_gives_the_focus_back(page: Page, served: str) -> None:
    button, menu = page.locator(MENU_BUTTON), page.locator(MENU)
    for steps in (0, 1, 3):
        open_home(page, served, NARROW)
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
    open_home(page, served, NARROW)
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


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_search_keeps_the_focus_and_gives_it_back(page: Page, served: str, width: int) -> None:
    open_home(page, served, width)
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
    open_home(page, served, WIDE)
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
    open_home(page, served, WIDE)
    page.evaluate("document.querySelectorAll('main a')[1].addEventListener('focus', (event) => event.target.blur())")
    with pytest.raises(AssertionError, match="lost on the way"):
        list(walk(page))
