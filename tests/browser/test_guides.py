"""A guide as a small company's owner walks it on a phone: every step, its reading, the way back, and what is kept."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.model import Library

LEAST = 5


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone of its own, so that nothing is kept from before."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def addresses(real: Library) -> list[str]:
    found = [f"{prefix}{entry.slug}/" for entry in real.of_type("guides") for prefix in ("forloeb/", "en/guides/")]
    assert len(found) >= 2 * LEAST
    return found


def test_a_guide_is_walked_without_getting_lost(phone: Page, served: str, real: Library) -> None:
    walked = 0
    for address in addresses(real):
        phone.goto(served + address)
        expect(phone.locator("[data-guide]")).to_be_visible()
        steps = phone.locator("[data-step]")
        count = steps.count()
        for at in range(count):
            step = steps.nth(at)
            heading = step.evaluate("node => node.previousElementSibling.id")
            step.locator(".hub-list a").first.tap()
            ways = phone.locator(".hub-way-back a")
            expect(ways).to_have_count(2)
            assert phone.url.startswith(served), phone.url
            ways.last.tap()
            phone.wait_for_url(f"**/{address}#{heading}")
            assert phone.locator(f"[id='{heading}']").evaluate(
                "node => node.getBoundingClientRect().top >= 0 && node.getBoundingClientRect().top < innerHeight"
            ), f"{address}: step {at + 1} is out of sight after the way back"
            step.locator("summary").tap()
            expect(step.locator("details p")).to_be_visible()
            step.locator("[data-done]").check()
            walked += 1
        phone.reload()
        expect(phone.locator("[data-done]:checked")).to_have_count(count)
        expect(phone.locator("[data-guide-progress]")).to_contain_text(f"{count}")
        phone.locator("[data-guide-reset]").tap()
        assert phone.locator("[data-done]:checked").count() == 0
    assert walked >= 2 * LEAST * 5


def test_progress_stays_in_the_browser(phone: Page, served: str, real: Library) -> None:
    sent: list[str] = []
    phone.on("request", lambda request: sent.append(f"{request.method} {request.url} {request.post_data or ''}"))
    phone.goto(served + addresses(real)[0])
    phone.wait_for_load_state("networkidle")
    before = len(sent)
    phone.locator("[data-done]").first.check()
    kept = phone.evaluate("Object.entries(localStorage)")
    assert len(kept) == 1
    assert len(json.loads(kept[0][1])) == 1
    assert sent[before:] == []
    assert phone.context.cookies() == []


def test_a_reader_may_leave_the_guide(phone: Page, served: str, real: Library) -> None:
    phone.goto(served + addresses(real)[0])
    phone.locator("[data-step] .hub-list a").first.tap()
    phone.locator(".hub-way-back button").first.tap()
    expect(phone.locator(".hub-way-back")).to_have_count(0)
    phone.reload()
    expect(phone.locator(".hub-way-back")).to_have_count(0)


def test_a_planted_way_back_to_another_host_is_refused(phone: Page, served: str) -> None:
    phone.goto(served)
    phone.evaluate(
        "sessionStorage.setItem('hub-guide-trail', JSON.stringify({back: '//evil.example/', words: 'x', leave: 'y'}))"
    )
    phone.goto(served + "standarder/")
    phone.wait_for_load_state("networkidle")
    expect(phone.locator(".hub-way-back")).to_have_count(0)


def test_the_checklist_prints_alone(phone: Page, served: str, real: Library) -> None:
    phone.goto(served + addresses(real)[0])
    phone.evaluate("window.print = () => {}")
    phone.evaluate("document.body.classList.add('hub-print-checklist')")
    phone.emulate_media(media="print")
    expect(phone.locator(".hub-checklist")).to_be_visible()
    expect(phone.locator("h1")).to_be_visible()
    expect(phone.locator("[data-step]").first).to_be_hidden()
    phone.emulate_media(media="screen")


def test_a_guide_can_be_read_without_scripts(browser: Browser, served: str, real: Library) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + addresses(real)[0])
    expect(page.locator("[data-guide]")).to_be_hidden()
    assert page.locator("[data-step]:visible").count() >= LEAST
    context.close()
