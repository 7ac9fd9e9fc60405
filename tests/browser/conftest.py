"""What the browser gates share: one Chromium, the built site served as a host would, and one page of every kind."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from .chromium import FLAGS, find_chromium
from .kinds import SitePage, page_kinds
from .server import Header, read_headers, serve
from .visits import Record, visit_all

ROOT = Path(__file__).parents[2]
TIMEOUT = 10_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that ``-m "not browser"`` leaves them out by intent."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all gates; fails with a plain message where none can be had."""
    executable = find_chromium(os.environ)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def headers() -> tuple[Header, ...]:
    """The headers that ``deploy/_headers`` has a web server send."""
    file = ROOT / "deploy" / "_headers"
    return read_headers(file.read_text(encoding="utf-8")) if file.exists() else ()


@pytest.fixture(scope="session")
def served(site: Path, headers: tuple[Header, ...]) -> Iterator[str]:
    """The address of the built site."""
    with serve(site, headers) as base:
        yield base


@pytest.fixture(scope="session")
def pages(site: Path) -> tuple[SitePage, ...]:
    """One page of every kind, in every language."""
    found = page_kinds(site)
    assert len({page.kind for page in found}) >= 14, found
    return found


@pytest.fixture(scope="session")
def visits(browser: Browser, site: Path, pages: tuple[SitePage, ...]) -> tuple[Record, ...]:
    """A first visit to each kind of page, from a web server that sets no headers of its own."""
    with serve(site) as base:
        return visit_all(browser, base, pages)


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One reader for all gates that do not ask what a page leaves behind; motion is off, so that nothing is half-way."""
    opened = browser.new_context(reduced_motion="reduce")
    opened.set_default_timeout(TIMEOUT)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab of its own."""
    opened = context.new_page()
    yield opened
    opened.close()
