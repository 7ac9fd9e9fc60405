"""Opens what a page keeps closed: the menu and search, as a reader does, through the hooks that the shell promises."""

from playwright.sync_api import Page, expect

HEIGHT = 844
MENU_BUTTON = ".hub-menu-button"
MENU = "#hub-menu"
SEARCH_BUTTON = ".hub-search-open"
SEARCH = "#hub-search"


def resize(page: Page, width: int) -> None:
    """Make the window so many pixels wide."""
    page.set_viewport_size({"width": width, "height": HEIGHT})


def open_menu(page: Page) -> None:
    """Open the menu of a narrow window."""
    page.locator(MENU_BUTTON).click()
    expect(page.locator(MENU_BUTTON)).to_have_attribute("aria-expanded", "true")
    expect(page.locator(MENU)).to_be_visible()


def open_search(page: Page, query: str = "") -> None:
    """Open search and, where a query is given, wait for its answers."""
    page.locator(SEARCH_BUTTON).click()
    field = page.locator(f"{SEARCH} input").first
    expect(field).to_be_focused()
    if query:
        field.fill(query)
        expect(page.locator(f"{SEARCH} a[href]").first).to_be_visible()


def close_search(page: Page) -> None:
    """Close search with the key that closes dialogs."""
    page.keyboard.press("Escape")
    expect(page.locator(SEARCH)).to_be_hidden()
