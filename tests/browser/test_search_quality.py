"""Whether readers find what they look for: real questions, asked of the real index, with the share that is answered."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from .states import SEARCH, SEARCH_BUTTON, open_search

SETS = Path(__file__).parents[1] / "search"
ASK = """async ([language, queries]) => {
  const { createEngine } = await import(new URL("/assets/javascripts/search-engine.js", location.origin));
  const engine = createEngine(language);
  const answers = [];
  for (const query of queries) {
    const found = await engine.find(query);
    answers.push(await Promise.all(found.slice(0, 10).map(async (each) => (await each.data()).url)));
  }
  return answers;
}"""
HOMES = {"da": "", "en": "en/"}


def known(site: Path) -> dict[str, str]:
    """Return the entry of every address, from the site's own data."""
    found = {}
    for file in (site / "api/v1").glob("*.json"):
        entries = json.loads(file.read_text(encoding="utf-8")).get("entries")
        for entry in entries if isinstance(entries, list) else ():
            for address in entry["addresses"].values():
                found["/" + address.split("/", 3)[3]] = f"{entry['type']}/{entry['slug']}"
    return found


def ranks(page: Page, served: str, site: Path, language: str, cases: list[dict[str, Any]]) -> list[int]:
    """Return the place of the first wanted entry for each question, 0 where it is not among the first ten."""
    page.goto(served + HOMES[language])
    entries = known(site)
    answers = page.evaluate(ASK, [language, [case["q"] for case in cases]])
    return [
        next((at for at, url in enumerate(urls, 1) if entries.get(url) in case["wanted"]), 0)
        for case, urls in zip(cases, answers, strict=True)
    ]


@pytest.mark.parametrize(
    ("name", "least", "count"), [("queries", 0.9, {"da": 60, "en": 30}), ("aside", 0.85, {"da": 30, "en": 15})]
)
@pytest.mark.parametrize("language", ["da", "en"])
def test_readers_find_what_they_look_for(
    page: Page, served: str, site: Path, name: str, least: float, count: dict[str, int], language: str
) -> None:
    cases = yaml.safe_load((SETS / f"{name}.yml").read_text(encoding="utf-8"))[language]
    assert len(cases) >= count[language]
    found = ranks(page, served, site, language, cases)
    first, three = (sum(0 < rank <= most for rank in found) / len(found) for most in (1, 3))
    mean = sum(1 / rank for rank in found if rank) / len(found)
    print(
        f"{name} {language}: {len(found)} questions, hits at 1 {first:.2f}, at 3 {three:.2f}, reciprocal rank {mean:.3f}"
    )
    assert three >= least


def test_the_measure_sees_a_bad_search(page: Page, served: str, site: Path) -> None:
    """The same questions with another's answers must fail."""
    cases = yaml.safe_load((SETS / "queries.yml").read_text(encoding="utf-8"))["da"]
    turned = [{"q": case["q"], "wanted": cases[at - 7]["wanted"]} for at, case in enumerate(cases)]
    found = ranks(page, served, site, "da", turned)
    assert sum(0 < rank <= 3 for rank in found) / len(found) < 0.3


@pytest.mark.parametrize(("typed", "wanted"), [
    ("leverandorlas", "ordliste/leverandoerlaas/"), ("leverandoerlaas", "ordliste/leverandoerlaas/"),
    ("SLC-IOP-003", "klausuler/slc-iop-003/"), ("slciop003", "klausuler/slc-iop-003/"), ("udb 05", "regler/udb-05/"),
    ("interoperabiltet", "emner/interoperability/"), ("GADELYS", "cases/copenhagen-led-street-lighting/"),
])  # fmt: skip
def test_words_are_found_as_danes_type_them(page: Page, served: str, typed: str, wanted: str) -> None:
    page.goto(served)
    open_search(page, typed)
    expect(page.locator(f"{SEARCH} .hub-result__title[href$='{wanted}']").first).to_be_visible()


def test_the_question_is_in_the_address(page: Page, served: str) -> None:
    page.goto(served + "soeg/?q=vejbelysning")
    expect(page.locator(".hub-result").first).to_be_visible()
    before = page.locator("[role=status]").first.inner_text()
    page.locator(".hub-search-page summary").click()
    page.locator("select[name=type]").select_option("Klausuler")
    expect(page.locator("[role=status]").first).not_to_have_text(before)
    assert "type=Klausuler" in page.url
    shared = page.url
    titles = page.locator(".hub-result__title").all_inner_texts()
    page.goto(served)
    page.goto(shared)
    expect(page.locator(".hub-result").first).to_be_visible()
    assert page.locator(".hub-result__title").all_inner_texts() == titles
    assert page.locator("input[type=search]").first.input_value() == "vejbelysning"


def test_the_home_page_asks_the_search_page(page: Page, served: str) -> None:
    page.goto(served)
    page.locator("#hub-home-query").fill("databehandler")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/?q=databehandler")
    expect(page.locator(".hub-result").first).to_be_visible()


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_search_goes_by_the_keys(page: Page, served: str, keys: str) -> None:
    page.goto(served + "standarder/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press(keys)
    field = page.locator(f"{SEARCH} input")
    expect(field).to_be_focused()
    page.keyboard.type("lorawan")
    expect(page.locator(f"{SEARCH} .hub-result").first).to_be_visible()
    expect(page.locator(f"{SEARCH} [role=status]")).to_contain_text("resultat")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{SEARCH} .hub-result__title").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(SEARCH)).to_be_hidden()


def test_nothing_found_offers_a_way_on(page: Page, served: str) -> None:
    page.goto(served + "soeg/?q=xqzzkw")
    expect(page.locator("[role=status]").first).to_contain_text("Ingen resultater")
    expect(page.locator("[data-search] .hub-note a")).to_be_visible()


def test_without_scripts_the_search_leads_to_the_collections(page: Page, served: str) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(served)
    plain.locator(SEARCH_BUTTON).click()
    plain.wait_for_url("**/soeg/")
    assert plain.locator("main a[href*='standarder']").count() > 0
    context.close()
