"""The whole catalogue: every id of the fact base has its entry, every entry enough to say, in both languages."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from lxml import html

from hub import repetition
from hub.model import Library
from hub.tally import tally

CATALOGUE: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "catalogue.yml").read_text(encoding="utf-8"))
WANTED = {"standards": 75, "cases": 49, "labs": 16, "organisations": 32, "business-models": 14, "rules": 95,
          "events": 30, "needs": 20, "solutions": 21, "abroad": 19}  # fmt: skip


@pytest.mark.parametrize("kind", WANTED)
def test_every_id_has_its_entry_or_a_reason(kind: str, real: Library) -> None:
    entries = CATALOGUE["entries"][kind]
    assert len(entries) == WANTED[kind]
    present = {entry.slug for entry in real.of_type(kind)}
    assert {name: slug for name, slug in entries.items() if slug not in present} == {}
    for name, reason in CATALOGUE["left_out"].get(kind, {}).items():
        assert name not in entries
        assert len(reason.split()) >= 5, name


def words(text: str) -> int:
    bare = re.sub(r"\[@[a-z0-9-]+\]|^#.*$|\]\([^)]*\)|[*_\[\]`>|-]", " ", text, flags=re.MULTILINE)
    return len(bare.split())


def test_every_case_and_every_standard_has_enough_to_say(real: Library) -> None:
    seen, short = 0, []
    for kind in ("cases", "standards"):
        for entry in real.of_type(kind):
            must = kind == "cases" or getattr(entry.fields, "tier", None) == "must-know"
            for language in ("da", "en"):
                count = words(entry.prose[language].text)
                if count < (150 if must else 60):
                    short.append((entry.id, language, count))
                seen += 1
    assert short == []
    assert seen >= 2 * (75 + 49)


def test_no_claim_is_without_source_or_mark(real: Library) -> None:
    """What the loader demands, counted: the gate looked at every claim there is."""
    found = tally(real)
    assert found.claims > 2000
    assert found.sources > 1000
    assert found.entries > 300


def test_the_glossary_is_full_and_its_forms_are_their_own(real: Library) -> None:
    terms = real.of_type("glossary")
    assert len(terms) >= 80
    for language in ("da", "en"):
        seen: dict[str, str] = {}
        for term in terms:
            forms = getattr(term.fields, "forms", None)
            for form in forms.root.get(language, ()) if forms else ():
                taken = seen.setdefault(form.casefold(), term.slug)
                assert taken == term.slug, f"'{form}' belongs to {taken} and {term.slug}"


def test_ten_business_models_have_a_calculator(real: Library) -> None:
    with_one = [e.slug for e in real.of_type("business-models") if getattr(e.fields, "calculator", None)]
    assert len(with_one) >= 10


def test_a_standard_is_one_click_from_what_uses_it(real: Library) -> None:
    """Cross-roads: what a clause, case or lab names leads back to it."""
    for kind in ("clauses", "cases", "labs"):
        used = [
            link for entry in real.of_type(kind) for link in real.outgoing[entry.id] if link.target[0] == "standards"
        ]
        assert used, kind
        assert all(link in real.incoming[link.target] for link in used)


def test_the_list_is_part_of_the_repository() -> None:
    assert (Path(ROOT) / "tests" / "catalogue.yml").is_file()


def test_a_sentence_that_two_entries_share_is_found_where_it_stands(real: Library) -> None:
    """The catalogue says nothing twice; a text copied into another entry is told of at its file and line."""
    assert list(repetition.check(real.entries.values())) == []
    first, second = sorted(real.of_type("cases"), key=lambda entry: entry.raw.path)[:2]
    prose = {language: replace(own, text=first.prose[language].text) for language, own in second.prose.items()}
    found = list(repetition.check([first, replace(second, prose=prose)]))
    assert {problem.path for problem in found} == {own.path for own in second.prose.values()}
    assert all(first.slug in problem.message and "own words" in problem.message for problem in found)


@pytest.mark.site
def test_a_topic_gathers_all_of_its_own_and_folds_what_is_long(site: Path, real: Library) -> None:
    """Eight of a long list stand open, the rest behind a press: a walk by keyboard stays short, nothing is left out."""
    page = html.parse(site / "emner" / "tenders" / "index.html")
    linked = {href.rstrip("/").rsplit("/", 1)[-1] for href in page.xpath("//main//a/@href")}
    own = {link.source for link in real.incoming["topics", "tenders"] if not link.ref.mention}
    assert len(own) > 50
    whole = {
        href.partition("?")[0].strip("./") for href in page.xpath("//main//a[contains(@href, '?topic=tenders')]/@href")
    }
    kinds = {kind.names["da"].segment: kind.name for kind in real.types}
    listed = {kinds[segment] for segment in whole}
    assert listed == {"rules"}
    assert {slug for kind, slug in own if kind not in listed} <= linked
    folds = page.xpath("//main//details[@class='hub-fold']")
    assert folds
    assert all(not fold.get("open") for fold in folds)
    assert len(page.xpath("//main//a[not(ancestor::details)]")) < 200


@pytest.mark.site
def test_the_glossary_leads_to_every_letter(site: Path) -> None:
    page = html.parse(site / "ordliste" / "index.html")
    letters = [link.text for link in page.xpath("//nav[@class='hub-initials']//a")]
    assert letters == [head.text for head in page.xpath("//h2[@class='hub-initial']")]
    assert len(letters) > 15
    assert letters[-1] == "Å"
