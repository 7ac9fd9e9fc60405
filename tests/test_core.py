"""Words, dates, order, addresses, settings, escaping and prose: the small rules that pages stand on."""

import re
from datetime import date

import pytest
from conftest import HUB, ROOT, settings_of

from hub import urls
from hub.escaping import escape
from hub.markup import is_plain, slugify
from hub.model import Library
from hub.prose import uncited_figures
from hub.settings import read_settings, today
from hub.suggest import did_you_mean
from hub.types import TYPES
from hub.vocabulary import Label, Text
from hub.walk import walk
from hub.wording import read_wording

DA, EN = read_wording("da"), read_wording("en")


def test_numbers() -> None:
    assert [DA.number(52800), EN.number(52800), DA.number(2.6), EN.number(2.6)] == ["52.800", "52,800", "2,6", "2.6"]
    assert [DA.number(1234.5), DA.number(100), EN.number(100.0)] == ["1.234,5", "100", "100"]
    assert [DA.number(5161790.57), EN.number(0.1 + 0.2), EN.number(1 / 3)] == ["5.161.790,57", "0.3", "0.3333333333"]


def test_dates() -> None:
    assert DA.date("2018-04-03") == "3. april 2018"
    assert EN.date(date(2018, 4, 3)) == "3 April 2018"
    assert [DA.date("2018-04"), EN.date("2018")] == ["april 2018", "2018"]


def test_danish_order() -> None:
    words = ["Ålborg", "Zebra", "Ærø", "Aarhus", "Ølstykke", "Albertslund"]
    assert sorted(words, key=DA.sort_key) == ["Albertslund", "Zebra", "Ærø", "Ølstykke", "Ålborg", "Aarhus"]
    assert sorted(["Ørsted", "Oslo", "Paris"], key=EN.sort_key) == ["Ørsted", "Oslo", "Paris"]
    assert [DA.initial(word) for word in ("aktiv", "Aarhus", "ærø", "3D-model")] == ["A", "Å", "Æ", "0–9"]
    assert [EN.initial(word) for word in ("Aarhus", "Ærø", "Østersøen")] == ["A", "A", "O"]


def test_enumeration() -> None:
    assert [DA.enumeration(["a", "b", "c"]), EN.enumeration(["a"]), EN.enumeration([])] == ["a, b og c", "a", ""]


def test_the_same_words_in_every_language() -> None:
    assert DA.words.keys() == EN.words.keys()
    assert DA.words["groups"].keys() == EN.words["groups"].keys()
    empty = [key for wording in (DA, EN) for key, value in wording.words.items() if not value]
    assert empty == []


def test_every_word_is_used() -> None:
    files = [file for folder in ("hooks", "overrides") for file in (ROOT / folder).rglob("*")]
    code = "".join(file.read_text() for file in files if file.suffix in {".py", ".j2", ".html"})
    assert [key for key in DA.words if not re.search(rf"\bw(ords)?\.{key}\b|[\"']{key}[\"']", code)] == []


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_every_field_and_name_is_said_in_both_languages(kind) -> None:
    assert set(kind.names) == {"da", "en"}
    for name, field in kind.fields.model_fields.items():
        labels = [mark for mark in field.metadata if isinstance(mark, Label)]
        assert len(labels) == 1, f"{kind.name}.{name} has no label"
        assert set(labels[0].name) == {"da", "en"}, f"{kind.name}.{name}"
    for section in kind.sections:
        assert set(section.heading) == {"da", "en"}


def test_anchors_keep_danish_words_readable() -> None:
    assert slugify("Læring og åbenhed for øjet") == "laering-og-aabenhed-for-oejet"
    assert slugify("!!!") == "section"


def test_addresses(library: Library) -> None:
    settings, mill = library.settings, library.entries["labs", "mill"]
    assert urls.entry_path(mill, "en", settings) == "labs/mill.md"
    assert urls.entry_path(mill, "da", settings) == "da/testmiljoeer/mill.md"
    assert urls.address("da/testmiljoeer/mill.md") == "da/testmiljoeer/mill/"
    assert [urls.address("index.md"), urls.address("da/index.md")] == ["", "da/"]
    assert urls.relative("labs/mill.md", "da/testmiljoeer/mill.md") == "../../da/testmiljoeer/mill/"
    assert urls.relative("labs/mill.md", "index.md") == "../../"
    assert urls.relative("index.md", "labs/index.md") == "labs/"
    assert urls.relative("labs/mill.md", "api/v1/index.json") == "../../api/v1/index.json"
    assert urls.absolute("labs/mill.md", settings) == "https://example.org/towns/labs/mill/"
    assert urls.edit_address("content/labs/mill.yml", settings).endswith("/edit/main/content/labs/mill.yml")


def test_escaping_leaves_nothing_to_obey() -> None:
    hostile = "<b>*x*</b> [y](z) `{{ a }}` | # \n- &"
    safe = str(escape(hostile))
    assert not set("<>*[]`{}|\n") & set(safe)


def test_uncited_figures() -> None:
    text = "In 1999 it began [CC 4](https://x.y/4.0).\n\nMIM1 and 5G are names [EN 301 549](../standards/loaf.yml).\n\n- two\n- 3 loaves\n\n4 [@x]."
    assert list(uncited_figures(text)) == [(1, "1999"), (6, "3")]


def test_plain_prose_is_told_from_suspect_prose() -> None:
    assert is_plain("See [this](https://example.org/a) and [that](../labs/mill.yml) [@x].")
    for suspect in ("<b>", "a & b", "[a](javascript:x)", "![a](b)", "`x`", "[a]: b", "\\", "[a](../../b.yml)"):
        assert not is_plain(suspect)


def test_suggestions() -> None:
    assert did_you_mean("isoo", ["iso", "ngsi"]) == "; did you mean 'iso'?"
    assert did_you_mean("zzz", ["iso", "ngsi"]) == "; use one of: iso, ngsi"
    assert did_you_mean("zzz", []) == ""


def test_every_link_shows_at_both_ends(library: Library) -> None:
    out = [link for links in library.outgoing.values() for link in links]
    back = [link for links in library.incoming.values() for link in links]
    assert len(out) == len(back) > 30
    assert {(link.source, link.target) for link in out} == {(link.source, link.target) for link in back}


def test_walk_finds_every_text(library: Library) -> None:
    found = [
        visit.path for visit in walk(library.entries["cases", "village-bake"].fields) if isinstance(visit.value, Text)
    ]
    assert ("title",) in found
    assert ("figures", 0, "unit") in found
    assert ("sources", "chronicle", "about") in found


def test_settings_come_from_the_environment_first() -> None:
    block = {"name": "A", "languages": ["en"], "site_url": "https://a.example/x"}
    settings, problems = read_settings(block, {"HUB_NAME": "B", "HUB_TODAY": "2026-02-03"})
    assert (settings.name, settings.site_url, settings.today) == ("B", "https://a.example/x/", date(2026, 2, 3))
    assert problems == []


def test_a_publishing_build_refuses_blanks() -> None:
    block = {"name": "A", "languages": ["en"]}
    _, problems = read_settings(block, {"HUB_PUBLISH": "1"})
    assert [p.message.split(" needs ")[1].split(";")[0] for p in problems] == [
        "HUB_SITE_URL", "HUB_REPO_URL", "HUB_EMAIL", "HUB_JOIN_URL"
    ]  # fmt: skip
    _, problems = read_settings({**block, "site_url": "ftp://a"}, {"HUB_TODAY": "yesterday", "HUB_JOIN_URL": "none"})
    assert len(problems) == 2


def test_today_is_the_date_that_was_set() -> None:
    assert today({"HUB_TODAY": "2030-01-02"}) == date(2030, 1, 2)


def test_the_fixture_hub_is_another_network(library: Library) -> None:
    assert library.settings.name == "Network of Imaginary Towns"
    assert library.settings.languages == ("en", "da")
    assert settings_of(HUB).first_language == "en"
    assert {kind.name: len(library.of_type(kind.name)) for kind in TYPES} == {kind.name: 2 for kind in TYPES}
