"""Glossary terms are explained where a text first uses them, and nowhere they would get in the way."""

from pathlib import Path

import pytest
from conftest import copy_hub, run
from lxml import html

from hub.model import Library
from hub.tally import tally
from hub.terms import MOST, mark, patterns


@pytest.mark.parametrize(("text", "wanted"), [
    ("We bake sourdough, and sourdough again.", ["sourdough"]),
    ("Sourdoughs and a well head.", ["Sourdoughs", "well head"]),
    ("The WH is not the wh.", ["WH"]),
    ("A [sourdough](../labs/mill.yml) and `sourdough` and **sourdough**.", []),
    ("## Sourdough\n\nSourdough-bread, presourdough.", []),
    ("Nothing here.", []),
])  # fmt: skip
def test_a_term_is_marked_once_and_only_in_running_text(library: Library, text: str, wanted: list[str]) -> None:
    marked = mark(text, patterns(library, "en"), library.entries["labs", "mill"])
    found = html.fromstring(f"<div>{marked.text}</div>").xpath("//button")
    assert [button.text for button in found] == wanted
    assert [button.get("popovertarget") for button in found] == [f"term-{term.slug}" for term in marked.terms]


def test_what_a_page_is_about_is_not_explained_on_it(library: Library) -> None:
    forms = patterns(library, "en")
    assert mark("A well head.", forms, library.entries["standards", "bucket"]).terms == ()
    assert mark("Sourdough.", forms, library.entries["glossary", "sourdough"]).terms == ()


def test_a_page_explains_a_few_terms_at_most(real: Library) -> None:
    forms = patterns(real, "da")
    text = ". ".join(form for form in forms.by_form)
    assert len(mark(text, forms, real.entries["labs", "doll-living-lab"]).terms) <= MOST


@pytest.mark.site
def test_a_page_carries_the_explanation_of_each_term(fixture_site: Path) -> None:
    page = html.fromstring((fixture_site / "labs" / "mill" / "index.html").read_bytes())
    buttons = page.xpath("//button[@class='hub-term']")
    assert [button.text for button in buttons] == ["sourdoughs", "WH"]
    for button in buttons:
        (told,) = page.xpath("//*[@popover][@id=$id]", id=button.get("popovertarget"))
        assert told.xpath(".//a[contains(@href, '../../glossary/')]")
    danish = html.fromstring((fixture_site / "da" / "testmiljoeer" / "mill" / "index.html").read_bytes())
    assert danish.xpath("//button[@class='hub-term']") == []


def test_the_evidence_is_counted(library: Library) -> None:
    found = tally(library)
    assert found.entries == len(library.entries) == 34
    assert sum(found.by_confidence.values()) == found.claims > 20
    assert sum(found.by_age.values()) == found.sources > 10
    assert sum(found.by_review.values()) == found.entries
    assert all(sum(states.values()) == found.entries for states in found.by_translation.values())
    assert all(each.unconfirmed for each in found.weakest)


def test_an_overdue_entry_is_counted_as_such(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    for name, due in (("mill", "2020-06-01"), ("pump", "2026-12-01")):
        entry = hub / "content" / "labs" / f"{name}.yml"
        entry.write_text(entry.read_text().replace("review_due: 2030-02-01", f"review_due: {due}"))
    result = run("hub", "stage", str(tmp_path / "out"), cwd=hub)
    assert result.returncode == 0, result.stderr
    told = (tmp_path / "out" / "api" / "v1" / "evidence.json").read_text()
    assert '"review": {"passed": 1, "soon": 1, "later": 32}' in told
