"""The two helpers on the page of rules answer from the rules beside them, by keyboard, in both languages."""

import datetime as dt
from typing import Any

import pytest
from playwright.sync_api import Page

from hub.model import Library

PAGES = {"da": "regler/", "en": "en/rules/"}


def ask_threshold(page: Page, base: str, language: str, value: str, date: str, buyer: str = "sub-central") -> str:
    page.goto(base + PAGES[language])
    form = page.locator('[data-helper="threshold"]')
    form.wait_for()
    form.locator('[name="value"]').fill(value)
    form.locator('[name="buyer"]').select_option(buyer)
    form.locator('[name="date"]').fill(date)
    form.locator('[name="value"]').press("Enter")
    return form.locator("[aria-live]").inner_text()


@pytest.mark.parametrize(("language", "value", "date", "wanted"), [
    ("da", "1.644.637", "2025-06-01", "er under tærskelværdien på 1.644.638 kr."),
    ("da", "1644638,00", "2025-06-01", "når op på tærskelværdien på 1.644.638 kr."),
    ("en", "1,644,638", "2025-12-31", "reaches the threshold of DKK 1,644,638"),
    ("en", "1600000", "2026-01-01", "below the threshold of DKK 1,611,360"),
    ("da", "1.620.000", "2027-12-31", "når op på tærskelværdien på 1.611.360 kr."),
    ("da", "1", "2019-01-01", "Der er ingen tærskelværdi"),
    ("da", "mange penge", "2026-01-01", "Skriv værdien i kroner"),
])  # fmt: skip
def test_the_threshold_is_the_one_of_the_day(
    page: Page, served: str, language: str, value: str, date: str, wanted: str
) -> None:
    assert wanted in ask_threshold(page, served, language, value, date)


def test_an_amount_that_was_not_read_says_so(page: Page, served: str) -> None:
    told = ask_threshold(page, served, "da", "1.700.000", "2026-06-01")
    assert "ikke læst i officiel tekst" in told
    assert page.locator('[data-helper="threshold"] [aria-live] a').count() == 2


def days_of(real: Library, procedure: str, phase: str, condition: str) -> int:
    """Return the least days that the rules state, the ordinary ones where the condition has none of its own."""
    found = {
        deadline.condition.value: deadline.days
        for entry in real.of_type("rules")
        for deadline in _deadlines(entry.fields)
        if deadline.phase.value == phase
        and (deadline.procedure is None or deadline.procedure.value == procedure)
        and deadline.confidence.value == "confirmed"
    }
    return found.get(condition, found.get("ordinary", 0))


def _deadlines(fields: Any) -> tuple[Any, ...]:
    return tuple(fields.deadlines)


@pytest.mark.parametrize("condition", ["ordinary", "electronic"])
@pytest.mark.parametrize(("procedure", "phases"), [
    ("open", ("tenders", "standstill")),
    ("restricted", ("requests", "tenders", "standstill")),
])  # fmt: skip
def test_the_timetable_counts_the_rules_days(
    page: Page, served: str, real: Library, procedure: str, phases: tuple[str, ...], condition: str
) -> None:
    page.goto(served + PAGES["en"])
    form = page.locator('[data-helper="timetable"]')
    form.wait_for()
    form.locator('[name="procedure"]').select_option(procedure)
    form.locator('[name="condition"]').select_option(condition)
    form.locator('[name="start"]').fill("2027-02-25")
    form.locator("button").press("Enter")
    steps = form.locator("[aria-live] li").all_inner_texts()
    at = dt.date(2027, 2, 25)
    for phase in phases:
        days = days_of(real, procedure, phase, condition)
        assert days >= 10
        at += dt.timedelta(days=days)
        said = f"{at.day} {at:%B %Y}"
        assert any(said in step and f"{days} days" in step for step in steps), (phase, said, steps)
    assert form.locator("[aria-live] li a").count() == len(phases)
    assert f"{at + dt.timedelta(days=1):%A}" in steps[-1]


def test_without_scripts_the_tables_stand_alone(page: Page, served: str) -> None:
    context = page.context.browser
    assert context is not None
    plain = context.new_context(java_script_enabled=False)
    bare = plain.new_page()
    bare.goto(served + PAGES["da"])
    assert not bare.locator("[data-helper]").first.is_visible()
    assert bare.locator("[data-thresholds] tbody tr").count() >= 8
    assert bare.locator("[data-deadlines] tbody tr").count() >= 8
    plain.close()


def test_the_page_tells_of_the_revision_and_what_is_missing(page: Page, served: str) -> None:
    page.goto(served + PAGES["da"])
    notices = page.locator("article .hub-notice").all_inner_texts()
    assert any("udbudsregler" in notice.lower() for notice in notices)
