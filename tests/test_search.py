"""The search index: every part of it is whole, and a build with a part that is not goes no further."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import HUB, copy_hub, run

from hub.model import Library
from hub.search import PARTS, copy_for_search, written
from hub.search_records import SearchRecord, records
from hub.spelling import compound_parts, lexicon
from hub.synonyms import others


@pytest.mark.site
def test_the_index_is_whole_and_written_once(site: Path) -> None:
    files = [path for path in (site / "pagefind").rglob("*") if path.is_file()]
    assert len(files) > 900
    assert [path.name for path in files if path.stat().st_size == 0] == []
    # A second set of words would show that the index was written twice, and perhaps cut off.
    assert sorted(path.name.split("_")[0] for path in files if path.suffix == ".pf_meta") == [
        "pagefind.da",
        "pagefind.en",
    ]


@pytest.mark.parametrize("part", PARTS)
def test_an_empty_or_missing_part_is_told(part: str, tmp_path: Path) -> None:
    for name in PARTS:
        (tmp_path / name).write_text("x")
    for spoil in ((tmp_path / part).write_bytes, lambda _: (tmp_path / part).unlink()):
        spoil(b"")
        # The browser tests leave a loop running in the main thread.
        with ThreadPoolExecutor(1) as thread, pytest.raises(RuntimeError, match=rf"not whole \({part}\)"):
            thread.submit(lambda: asyncio.run(written(tmp_path, patience=2))).result()


def test_a_compound_is_found_by_its_last_part() -> None:
    known = lexicon(["kilde kode databehandler aftale virksomhed data lys"])
    assert list(compound_parts("kildekode", known)) == ["kode"]
    assert "aftale" in set(compound_parts("databehandleraftale", known))
    assert list(compound_parts("virksomhedsdata", known)) == ["data"]
    assert list(compound_parts("oplysning", known)) == []


def test_everyday_words_stand_for_terms_of_art() -> None:
    groups = [("vejbelysning", "gadelys"), ("skifte leverandør", "exit")]
    assert others("Vejbelysning med åben styring", groups) == ["gadelys"]
    assert others("Exit, der er øvet", groups) == ["skifte leverandør"]
    assert others("Parkering", groups) == []


@pytest.mark.parametrize(("written_as", "told"), [
    ("da: [[gadelys]]", "content/synonyms.yml:1: a list of at least two words was expected"),
    ("da:\n  - [gadelys, vejlys]\n  - [7, 8]", "content/synonyms.yml:3: a list of at least two words was expected"),
    ("se: [[gatuljus, belysning]]", "content/synonyms.yml:1: 'se' is no language of the hub; use one of: en, da"),
    ("da: [", "content/synonyms.yml:"),
])  # fmt: skip
def test_a_mistake_among_the_synonyms_is_told(tmp_path: Path, written_as: str, told: str) -> None:
    hub = copy_hub(tmp_path / "hub")
    (hub / "content" / "synonyms.yml").write_text(written_as)
    result = run("hub", "check", cwd=hub)
    assert told in result.stdout
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


def test_a_record_says_what_a_page_is_called_otherwise(library: Library) -> None:
    found = {(each.path, each.language): each for each in records(library)}
    clause = found["clauses/brd-ovn-001.md", "en"]
    assert "brdovn001" in clause.terms[8]
    assert clause.card["type"] == "clause"
    assert clause.filters["obligation"]
    fair = found["da/arrangementer/bake-fair.md", "da"]
    assert fair.card["fact"] == "24. marts 2029 · Mudderby · planlagt"
    assert fair.filters["place"] == ("Mudderby",)
    assert found["da/standarder/loaf.md", "da"].filters["topic"]
    pages = len(library.entries) + len({kind.name for kind in library.types if library.of_type(kind.name)})
    assert sum(each.language == "da" for each in found.values()) > pages


def test_what_is_copied_for_search_is_escaped() -> None:
    record = SearchRecord("x.md", "en", {10: "<b>&"}, {"title": "A & <B>", "type": "t"}, {"type": ("<i>",)})
    copy = copy_for_search('<main><article class="a"><h1>x</h1></article></main>', record)
    assert "<title>A &#38; &#60;B&#62;</title>" in copy
    assert '<p data-pagefind-weight="10">&#60;b&#62;&#38;</p><h1>x</h1></main>' in copy


def test_the_fixture_needs_no_synonyms() -> None:
    assert not (HUB / "content" / "synonyms.yml").exists()
