"""Moves through a page by the keyboard alone and asks, after every key, whether a reader can see where they are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Page

from .axe import script

LIMIT = 400


@dataclass(frozen=True)
class Focus:
    """Where the keyboard stands."""

    what: str
    href: str
    path: str
    """The path of the link that has the focus, as in an address."""
    order: int
    """Which of the page's elements it is, so that two links with the same words stay two."""
    classes: frozenset[str]
    id: str
    within: frozenset[str]
    lost: bool
    faults: tuple[str, ...]


def focus(page: Page) -> Focus:
    """Return where the keyboard stands and what is wrong there."""
    found = page.evaluate(script("focus.js"))
    return Focus(
        found["what"],
        found["href"],
        urlsplit(found["href"]).path,
        found["order"],
        frozenset(found["classes"]),
        found["id"],
        frozenset(found["within"]),
        found["lost"],
        tuple(found["faults"]),
    )


def check(page: Page, key: str, found: Focus) -> None:
    """Raise AssertionError where a reader would be at a loss."""
    assert not found.faults, f"{page.url}: after {key}: {found.what}: {', '.join(found.faults)}"


def press(page: Page, key: str) -> Focus:
    """Press a key and return where the keyboard then stands; raises AssertionError where a reader would be at a loss."""
    page.keyboard.press(key)
    found = focus(page)
    check(page, key, found)
    return found


def tab_until(page: Page, wanted: Callable[[Focus], bool], what: str, key: str = "Tab") -> Focus:
    """Tab on until the focus is on what is wanted; raises AssertionError where it is never reached."""
    met: list[Focus] = []
    for _ in range(LIMIT):
        page.keyboard.press(key)
        found = focus(page)
        if found.lost or found in met:
            break
        check(page, key, found)
        if wanted(found):
            return found
        met.append(found)
    raise AssertionError(f"{page.url}: {key} never reaches {what}; last it met {[one.what for one in met[-5:]]}")


def follow(page: Page) -> None:
    """Press Enter on a link and wait for the page it leads to."""
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


def walk(page: Page) -> Iterator[Focus]:
    """Yield every stop of a whole walk by Tab, from the top of the page until the browser's own controls follow.

    Raises AssertionError where the focus gets lost on the way.
    """
    first = press(page, "Tab")
    yield first
    for _ in range(LIMIT):
        page.keyboard.press("Tab")
        found = focus(page)
        if found.lost:
            # After the last stop comes the browser; the stop after that must be the first again.
            again = press(page, "Tab")
            assert again == first, f"{page.url}: the focus is lost on the way; the next stop is {again.what}"
            return
        if found == first:
            return
        check(page, "Tab", found)
        yield found
    raise AssertionError(f"{page.url}: Tab comes to no end")
