"""Calculators as a reader uses them: empty at first, by keyboard, shared by their address."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from hub.calculator import Calculator
from hub.model import Library
from hub.wording import read_wording


def all_calculators(real: Library) -> dict[str, Calculator]:
    found: dict[str, Any] = {e.slug: getattr(e.fields, "calculator", None) for e in real.of_type("business-models")}
    return {slug: each for slug, each in found.items() if each is not None}


def shown(page: Page) -> dict[str, str]:
    cells = page.locator("[data-result]").all()
    return {str(cell.get_attribute("data-result")): cell.inner_text() for cell in cells}


def test_every_calculator_shows_what_its_definition_gives(page: Page, served: str, real: Library) -> None:
    wording, seen = read_wording("da"), 0
    for slug, calculator in all_calculators(real).items():
        page.goto(f"{served}forretningsmodeller/{slug}/")
        place = page.locator("[data-calculator]")
        expect(place).to_be_visible()
        expect(place.locator(".hub-calculator__results")).to_be_hidden()
        assert all(not field.input_value() for field in place.locator("input").all()), slug
        place.locator("[data-fill]").press("Enter")
        expect(place.locator(".hub-calculator__results")).to_be_visible()
        wanted = calculator.results({each.key: each.example for each in calculator.inputs})
        for key, told in shown(page).items():
            value = wanted[key]
            assert value is not None, (slug, key)
            rounded = round(value, 2)
            assert told == wording.number(rounded), (slug, key)
            seen += 1
        assert place.locator("svg.hub-bars rect").count() == place.locator("[data-years] tr").count() > 1
        expect(place.locator("[data-example]")).to_be_visible()
    assert seen > 8


def test_a_result_can_be_shared(page: Page, served: str) -> None:
    page.goto(f"{served}forretningsmodeller/esco/")
    page.locator("[data-fill]").click()
    address, results = page.url, shown(page)
    assert "capex=" in address
    other = page.context.new_page()
    other.goto(address.replace("/forretningsmodeller/", "/en/business-models/"))
    expect(other.locator(".hub-calculator__results")).to_be_visible()
    said = {key: text.replace(",", "") for key, text in shown(other).items()}
    assert said == {key: text.replace(".", "").replace(",", ".") for key, text in results.items()}
    other.close()


def test_a_shared_value_keeps_its_decimals(page: Page, served: str) -> None:
    page.goto(f"{served}forretningsmodeller/esco/?rate=3.125")
    field = page.locator("#calc-rate")
    expect(field).to_have_value("3,125")
    page.locator("#calc-years").fill("10")
    assert "rate=3.125" in page.url


@pytest.mark.parametrize(("path", "typed", "told"), [
    ("forretningsmodeller", "1250000", "1.250.000"), ("forretningsmodeller", "3,125", "3,125"),
    ("en/business-models", "1,250,000.5", "1,250,000.5"), ("en/business-models", "250.000", "250"),
])  # fmt: skip
def test_a_number_is_shown_as_it_was_understood(page: Page, served: str, path: str, typed: str, told: str) -> None:
    page.goto(f"{served}{path}/esco/")
    field = page.locator("#calc-capex")
    field.fill(typed)
    field.press("Tab")
    expect(field).to_have_value(told)


@pytest.mark.parametrize(("typed", "valid"), [
    ("1.250.000,50", True), ("1250000.5", True), ("1.250.000", True), ("0,5", True), ("250.000 kr.", True), ("abc", False), ("-5", False), ("9e99", False),
])  # fmt: skip
def test_what_is_no_number_is_told_beside_the_field(page: Page, served: str, typed: str, valid: bool) -> None:
    page.goto(f"{served}forretningsmodeller/esco/")
    field = page.locator("#calc-capex")
    field.fill(typed)
    expect(field).to_have_attribute("aria-invalid", str(not valid).lower())
    hint = page.locator("#calc-capex-hint")
    expect(hint).to_be_visible() if not valid else expect(hint).to_be_hidden()


def test_a_glossary_term_opens_by_keyboard(page: Page, served: str, site: Path) -> None:
    """The first page found that explains a term: Enter opens it, Escape closes it and gives the focus back."""
    found = next(
        (
            file
            for file in sorted(site.glob("*/*/index.html"))
            if 'class="hub-term"' in file.read_text(encoding="utf-8")
        ),
        None,
    )
    assert found is not None
    page.goto(served + found.parent.relative_to(site).as_posix() + "/")
    button = page.locator("button.hub-term").first
    told = page.locator(f"#{button.get_attribute('popovertarget')}")
    expect(told).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(told).to_be_visible()
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    expect(button).to_be_focused()
