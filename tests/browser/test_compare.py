"""Entries side by side: picked on a collection, told apart, shared by the address, copied to a spreadsheet."""

import pytest
from playwright.sync_api import Page, expect

TABLE = ".hub-compare"


def test_entries_are_picked_and_laid_side_by_side(page: Page, served: str) -> None:
    page.goto(served + "forretningsmodeller/")
    picks = page.locator(".hub-compare__pick input")
    expect(picks.first).to_be_visible()
    for at in range(4):
        picks.nth(at).check()
    expect(picks.nth(4)).to_be_disabled()
    picks.nth(3).uncheck()
    page.locator(".hub-compare__bar a").click()
    expect(page.locator(TABLE)).to_be_visible()
    assert page.locator(f"{TABLE} thead th").count() == 4
    assert "type=business-models&entries=" in page.url
    differing = page.locator(f"{TABLE} tr.hub-compare__differs")
    assert differing.count() >= 10
    assert differing.first.locator("th .hub-badge").inner_text() == "forskel"


def test_a_comparison_is_shared_and_copied(page: Page, served: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served + "en/compare/?type=standards&entries=talq-2,lorawan")
    expect(page.locator(TABLE)).to_be_visible()
    page.get_by_role("button", name="Copy to a spreadsheet").click()
    expect(page.locator("main [role=status]").first).to_contain_text("Copied")
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert len(lines) > 8
    assert all(line.count("\t") == 2 for line in lines)
    assert "TALQ" in lines[0]
    rows = {line.split("\t")[0]: line.split("\t")[1:] for line in lines}
    assert rows["Priority"][0]
    page.context.clear_permissions()


def test_what_is_the_same_is_not_marked(page: Page, served: str) -> None:
    page.goto(served + "sammenlign/?type=standards&entries=talq-2,talq-2")
    expect(page.locator(TABLE)).to_be_visible()
    assert page.locator(".hub-compare__differs").count() == 0


@pytest.mark.parametrize(
    "query",
    ["", "?type=standards&entries=talq-2", "?type=clauses&entries=a,b", "?type=standards&entries=../../x,talq-2"],
)
def test_a_comparison_that_cannot_be_tells_how(page: Page, served: str, query: str) -> None:
    page.goto(served + "sammenlign/" + query)
    page.wait_for_load_state("networkidle")
    expect(page.locator(TABLE)).to_have_count(0)
    expect(page.locator("[data-compare] a").first).to_be_visible()
