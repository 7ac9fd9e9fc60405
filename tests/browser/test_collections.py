"""A collection narrowed by a reader: several choices, counts, the address, the back button, and all of it by keyboard."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

STATUS = ".hub-facets__status"


def shown(page: Page) -> list[str]:
    return page.locator("main .hub-card:visible .hub-card__title").all_inner_texts()


def open_collection(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    expect(page.locator(STATUS)).not_to_be_empty()
    if page.locator(".hub-facets details").get_attribute("open") != "":
        page.locator(".hub-facets summary").click()


def test_choices_narrow_the_list_as_counted(page: Page, served: str) -> None:
    open_collection(page, served + "standarder/")
    every = len(shown(page))
    assert every == 75
    lighting = page.locator("input[name=task][value=street-lighting]")
    count = int(lighting.locator("xpath=../span").inner_text())
    lighting.check()
    assert len(shown(page)) == count < every
    # A second choice in the same facet adds, one in another facet narrows.
    page.locator("input[name=task][value=sensors-networks]").check()
    two = len(shown(page))
    assert two > count
    page.locator("input[name=tier][value=must-know]").check()
    assert 0 < len(shown(page)) < two
    assert page.locator(STATUS).inner_text() == f"Viser {len(shown(page))} af 75"


def test_the_choice_is_shared_and_taken_back(page: Page, served: str) -> None:
    open_collection(page, served + "standarder/")
    page.locator("input[name=task][value=ai]").check()
    one = shown(page)
    assert "task=ai" in page.url
    page.locator("input[name=read][value=free]").check()
    shared, both = page.url, shown(page)
    page.go_back()
    expect(page.locator("input[name=read][value=free]")).not_to_be_checked()
    assert shown(page) == one
    open_collection(page, shared)
    assert shown(page) == both
    page.locator(".hub-facets button").click()
    assert len(shown(page)) == 75
    assert "?" not in page.url


def test_sorting_by_title_follows_the_language(page: Page, served: str) -> None:
    open_collection(page, served + "organisationer/?sort=title")
    titles = shown(page)
    page.locator("#hub-sort").select_option("")
    assert sorted(titles) == sorted(shown(page))
    assert titles[0].casefold() < titles[5].casefold()


def test_nothing_left_offers_a_way_on(page: Page, served: str) -> None:
    open_collection(page, served + "standarder/?task=ai&layers=lighting")
    assert shown(page) == []
    expect(page.locator(".hub-facets .hub-notice")).to_be_visible()
    page.locator(".hub-facets button").click()
    expect(page.locator(".hub-facets .hub-notice")).to_be_hidden()


def test_headings_without_entries_go(page: Page, served: str) -> None:
    open_collection(page, served + "klausuler/?theme=exit")
    assert page.locator("main h2:visible").count() == 1
    assert len(shown(page)) == 3


def test_topic_pages_lead_to_what_they_promise(page: Page, served: str, site: Path) -> None:
    page.goto(served + "fokusomraader/anchoring/")
    link = page.locator("main a[href*='standarder/?focus=']").first
    promised = int("".join(filter(str.isdigit, link.inner_text())))
    link.click()
    expect(page.locator(STATUS)).to_have_text(f"Viser {promised} af 75")
    told = json.loads((site / "assets/collections/da/standards.json").read_text(encoding="utf-8"))
    assert sum("anchoring" in each["values"].get("focus", ()) for each in told["entries"].values()) == promised


def test_unknown_choices_are_ignored(page: Page, served: str) -> None:
    open_collection(page, served + "standarder/?task=nonsense&nothing=%3Cscript%3E")
    assert len(shown(page)) == 75


@pytest.mark.parametrize("address", ["standarder/", "en/cases/"])
def test_the_whole_list_stands_without_scripts(page: Page, served: str, address: str) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(served + address)
    assert plain.locator("main .hub-card:visible").count() > 40
    context.close()
