"""The summary of a change, as an editor reads it: what changed, in words; what to look at; harmless and short enough."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import HUB, copy_hub
from summary_cases import Change, harmless, state, swap

from hub.summary.base import Base
from hub.summary.compare import compare
from hub.summary.facts import differences
from hub.summary.markdown import Markdown, defused
from hub.summary.states import State
from hub.summary.write import LIMIT, write_summary


@pytest.fixture(scope="module")
def before() -> State:
    return state(HUB / "content")


@pytest.fixture
def told(before: State, tmp_path: Path) -> Callable[..., str]:
    """Return a function that makes a change in a copy of the fixture hub and gives the English half of the summary."""

    def make(change: Change, links: dict[str, str] | None = None) -> str:
        hub = copy_hub(tmp_path / "hub")
        change(hub / "content")
        found = compare(before, state(hub / "content"), Base(HUB / "content"), links or {})
        return write_summary(found, Markdown()).split("<details>")[0]

    return make


def test_nothing_changed(told: Callable[..., str]) -> None:
    text = told(lambda content: None)
    assert "**Can be published: no errors.**" in text
    assert "Nothing in the content has changed." in text
    assert "###" not in text


def test_a_changed_fact(told: Callable[..., str]) -> None:
    text = told(swap("cases/village-bake.yml", "end: 1904", "end: 1910"))
    assert "1 entry has changed." in text
    assert (
        "**Case “The village bake”** (`content/cases/village-bake.yml`)\n\n- Years: 1902–1910 (before: 1902–1904)"
        in text
    )
    assert "- `/cases/village-bake/`\n" in text
    assert "- `/da/cases/village-bake/`\n" in text
    assert "/labs/pump/" not in text


def test_lists_and_references_are_told_by_title(told: Callable[..., str]) -> None:
    def change(content: Path) -> None:
        swap("cases/village-bake.yml", "labs: [mill]", "labs: [mill, pump]")(content)
        swap("cases/village-bake.yml", "state: ended", "state: running")(content)
        swap("cases/village-bake.yml", "{en: Bake early, da: Bag tidligt}", "{en: Bake very early, da: Bag tidligt}")(
            content
        )
        swap("cases/village-bake.yml", "value: 2.5", "value: 12500")(content)

    text = told(change)
    assert "- Labs: added The pump" in text
    assert "- Status: running (before: ended)" in text
    assert "- Lessons › “Bake very early” › Text (English): “Bake very early” (before: “Bake early”)" in text
    assert "- Figures › “Loaves saved” › Value: 12,500 (before: 2.5)" in text
    assert "Case “The village bake”: English has changed, Danish has not" in text


def test_a_changed_text(told: Callable[..., str]) -> None:
    prose = "The towns found this out by trying"
    text = told(swap("cases/village-bake.en.md", prose, "All the towns found this out by trying hard"))
    assert "- The English text, “The problem”: 1 sentence changed (words: 3 in, 1 out)" in text.replace(
        "words out", "word out"
    )
    assert "Case “The village bake”: English has changed, Danish has not" in text


def test_a_translation_that_follows_is_not_behind(told: Callable[..., str]) -> None:
    def change(content: Path) -> None:
        swap("cases/village-bake.en.md", "The towns", "All towns")(content)
        swap("cases/village-bake.da.md", "fandt byerne", "fandt alle byerne")(content)

    text = told(change)
    assert "The Danish text, “Problemet”" in text
    assert "Translations left behind" not in text


def test_citations_alone_are_no_new_sentence(told: Callable[..., str]) -> None:
    text = told(swap("cases/village-bake.en.md", "[@chronicle]", "[@general]"))
    assert "(`content/cases/village-bake.en.md`)" not in text
    assert "(`content/cases/village-bake.yml`): only citations, links, tables or layout have changed" in text


def test_an_added_and_a_removed_entry(told: Callable[..., str]) -> None:
    def change(content: Path) -> None:
        facts = (content / "glossary" / "well-head.yml").read_text().replace("title: {en: ", "title: {en: Old ")
        (content / "glossary" / "new-term.yml").write_text(facts)
        (content / "abroad" / "far-mills.yml").unlink()

    text = told(change)
    assert "1 is added and 1 is removed." in text
    assert "(`content/glossary/new-term.yml`): added" in text
    assert "(`content/abroad/far-mills.yml`): removed" in text
    assert re.search(r"- `/abroad/far-mills/`: removed\. Links to it no longer work\.", text)
    assert "- `/da/ordliste/new-term/`: new" in text


def test_a_renamed_entry(told: Callable[..., str]) -> None:
    def change(content: Path) -> None:
        old, new = content / "abroad" / "far-mills.yml", content / "abroad" / "distant-mills.yml"
        new.write_text(old.read_text() + "former_slugs: [far-mills]\n")
        old.unlink()

    text = told(change)
    assert "1 has a new address." in text
    assert "- new address: `distant-mills` (before: `far-mills`)" in text


def test_a_lost_name_is_noticed(told: Callable[..., str]) -> None:
    text = told(lambda content: (content / "abroad/far-mills.yml").rename(content / "abroad/distant-mills.yml"))
    assert "Perhaps the entry only has a new name. If so, write the old one under `former_slugs`" in text


def test_a_new_source_and_whether_it_answers(told: Callable[..., str]) -> None:
    def change(content: Path) -> None:
        swap("cases/village-bake.yml", "\nsources:\n", "\nsources:\n  gazette:\n    publisher: Gazette\n"
             "    url: https://example.org/gazette\n    about: {en: A, da: A}\n    language: en\n    read: 2020-01-01\n"
             "    copy: live\n")(content)  # fmt: skip
        swap("cases/village-bake.yml", "sources: [chronicle]", "sources: [chronicle, gazette]")(content)

    text = told(change, {"https://example.org/gazette": "dead"})
    assert "- Gazette: `https://example.org/gazette` (is not there). Case “The village bake”" in text
    assert "- Sources: added Gazette, `https://example.org/gazette`" in text
    assert "- Years › Sources: added gazette" in text


def test_a_released_text_asks_for_a_new_version(told: Callable[..., str]) -> None:
    text = told(swap("clauses/brd-ovn-001.yml", "A faster oven earns", "A much faster oven earns"))
    assert "**Cannot be published yet: 1 error.**" in text
    assert "- Clause “An oven anyone can mend”: the text has changed, but its number is already released" in text
    assert "Raise `version`, and say under `versions` what changed." in text
    assert "The pages can be compared once the errors are mended." in text


def test_a_removed_released_text(told: Callable[..., str]) -> None:
    text = told(lambda content: (content / "tender-templates" / "well.yml").unlink())
    assert "the text is released and must not be removed. Bring the file back and write `status: withdrawn`" in text


def test_an_entry_that_cannot_be_read(told: Callable[..., str]) -> None:
    def change(content: Path) -> None:
        (content / "labs" / "mill.yml").write_text("title: [\n")
        swap("cases/village-bake.yml", "end: 1904", "end: 1910")(content)

    text = told(change)
    assert "`content/labs/mill.yml:" in text.split("### What has changed")[0]
    assert "`content/labs/mill.yml` has changed but cannot be read." in text
    assert "- Years: 1902–1910 (before: 1902–1904)" in text
    assert "1 is removed" not in text


def test_a_hand_written_page(before: State, tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    page = hub / "docs" / "en" / "about.md"
    page.write_text(page.read_text().replace("Read about", "Do read about"))
    text = write_summary(compare(before, state(hub / "content"), Base(HUB / "content"), {}), Markdown())
    assert re.search(r"\*\*Page “About the towns”\*\* \(English, `docs/en/about.md`\)\n\n- The English text", text)


HOSTILE = ["@team look", "![x](https://a.example/p.png)", "[x](javascript:alert)", "<script>alert(1)</script>", "``` `a` ```",
           "fixes #12 GH-12", "- [ ] **bold** ~~x~~ | y", "\\[x\\](https://a.example)", "&lt;b&gt; https://a.example www.a.example",
           "x" * 900, "word " * 300]  # fmt: skip


def test_a_hostile_title_is_only_text(told: Callable[..., str]) -> None:
    changed: list[Path] = []

    def change(content: Path) -> None:
        files = [file for file in sorted(content.glob("*/*.yml")) if "title: {en: " in file.read_text()]
        for file, title in zip(files, HOSTILE, strict=False):
            file.write_text(
                re.sub(
                    r"title: {en: [^,}]+",
                    f"title: {{en: {json.dumps(title)}".replace("\\", r"\\"),
                    file.read_text(),
                    count=1,
                )
            )
            changed.append(file)

    text = told(change)
    assert len(changed) == len(HOSTILE)
    for file in changed:
        assert f"content/{file.parent.name}/{file.name}" in text
    assert max(map(len, text.split("\n"))) < 1000
    harmless(text)
    assert defused(text) == text


def test_three_hundred_changed_entries_stay_below_the_limit(before: State, tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    terms = hub / "content" / "glossary"
    facts = (terms / "well-head.yml").read_text()
    long = "Many words that say little. " * 60
    for number in range(300):
        (terms / f"term-{number}.yml").write_text(facts.replace("title: {en: ", f"title: {{en: No. {number} "))
    first = state(hub / "content")
    for number in range(300):
        file = terms / f"term-{number}.yml"
        file.write_text(re.sub(r"summary:\n  en: .*", f"summary:\n  en: {long}", file.read_text()))
    found = compare(first, state(hub / "content"), Base(HUB / "content"), {})
    assert len(found.matched.changed) == 300
    for limit in (LIMIT, 20_000, 4_000):
        text = write_summary(found, Markdown(), limit)
        assert limit / 3 < len(text) <= limit
        assert re.search(r"\d+ more are not shown\.", text)
        assert text.rstrip().endswith("</details>")
    assert "300 entries have changed." in text


def test_order_alone_is_told(before: State) -> None:
    case = before.library.entries["cases", "village-bake"].fields
    both = case.model_copy(update={"topics": ("baking", "digging")})
    turned = case.model_copy(update={"topics": ("digging", "baking")})
    assert [(found.kind, found.where[0]["en"]) for found in differences(both, turned)] == [("order", "Topics")]
