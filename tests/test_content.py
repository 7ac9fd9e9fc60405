"""The real content: valid, whole in both languages, and all there."""

import re
from collections import Counter
from pathlib import Path

import pytest
from conftest import HUB, ROOT, copy_hub, run, settings_of
from schema_checks import check_api, check_content

from hub.handwritten import read_pages
from hub.load import load
from hub.model import ContentType, Library
from hub.render import block_names
from hub.types import TYPES

WANTED = {
    "focus-areas": "horizontal-infrastructure testing-and-demonstration anchoring",
    "topics": "data-management interoperability security-and-privacy living-labs tests demonstration-and-pilots "
    "from-test-to-scale standards tenders business-models public-private-innovation",
    "standards": "oasc-mims ngsi-ld dcat-ap-dk sensorthings lorawan talq-2 zhaga-book-18 dali-2-d4i datex-ii "
    "iso-iec-27001 en-301-549 etsi-en-303-645",
    "cases": "doll-living-lab city-data-exchange-copenhagen open-data-dk os2iot bornholm-ecogrid select-for-cities-pcp "
    "middelfart-esco gentofte-smart-waste linknyc synchronicity-aarhus",
    "organisations": "smart-city-cluster-denmark we-build-denmark gate-21 aalborg-university aarhus-university dtu "
    "force-technology dansk-center-for-lys ministry-higher-education-science kl os2 open-data-dk oasc",
    "analyses": "damvad-2019",
}


def test_check_has_nothing_to_say() -> None:
    result = run("hub", "check")
    assert result.returncode == 0, result.stdout
    assert re.match(r"\d+ entries read: 0 errors, 0 notices\nreadability ", result.stdout), result.stdout


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_documents_and_content_files_keep_their_schemas(kind: ContentType, real: Library) -> None:
    check_api(kind, real)
    check_content(kind, real, ROOT)


@pytest.mark.parametrize("kind", WANTED)
def test_nothing_is_lost(kind: str, real: Library) -> None:
    assert set(WANTED[kind].split()) <= {entry.slug for entry in real.of_type(kind)}


def test_enough_of_every_type(real: Library) -> None:
    assert len(real.of_type("business-models")) >= 5
    assert len(real.of_type("labs")) >= 5


def test_every_entry_is_whole_in_every_language(real: Library) -> None:
    assert [entry.id for entry in real.entries.values() if entry.whole_in != {"da", "en"}] == []


def test_every_topic_gathers_something(real: Library) -> None:
    empty = [entry.slug for entry in real.of_type("topics") if not real.incoming[entry.id]]
    assert empty == []


def test_no_long_sentence_stands_twice(real: Library) -> None:
    seen: dict[str, set[str]] = {}
    for entry in real.entries.values():
        for prose in entry.prose.values():
            bare = re.sub(r"\[@[a-z0-9-]+\]|^#.*$|[*_]", "", prose.text, flags=re.M)
            for sentence in re.split(r"(?<=[.!?])\s+", bare):
                if len(sentence.split()) >= 12:
                    seen.setdefault(" ".join(sentence.split()), set()).add(entry.raw.path)
    assert len(seen) > 500
    assert {sentence: sorted(paths) for sentence, paths in seen.items() if len(paths) > 1} == {}


def test_the_growth_figures_are_the_profiles(real: Library) -> None:
    figures = {figure.value for figure in real.entries["analyses", "damvad-2019"].fields.figures}
    assert {52800, 35200, 17600} <= figures


def test_the_network_says_that_it_ended(real: Library) -> None:
    network = real.entries["organisations", "smart-city-cluster-denmark"].fields
    assert any(milestone.date.startswith("2020-12-30") for milestone in network.history)
    assert network.carried_on_by == ("we-build-denmark",)
    assert len(network.disputed) >= 2
    assert len(network.partners) == 6


def test_persons_stay_out() -> None:
    """The former head of secretariat and others named in sources hold no office that a fact needs."""
    names = re.compile(r"Lundgaard|Brynskov|Strøbæk|Fristed|Melvang")
    files = [*(ROOT / "content").rglob("*.*"), *(ROOT / "docs").rglob("*.md")]
    assert len(files) > 150
    assert [file for file in files if names.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("[[hub:join]]", "[[hub:jion]]"), "the block 'jion' is unknown"),
        (("page: about", "page: abuot"), "the page has no 'da' version"),
        (("title: About the towns\n", ""), "the field 'title' is missing"),
        (("---\npage", "page"), "the page must begin with '---'"),
        (("cites: organisations/imaginary-towns", "cites: organisations/nobody"), "'organisations/nobody' is no entry"),
        (("[@chronicle]", ""), "'1901' stands in a paragraph without a source"),
        (("../labs/mill.yml", "../labs/mil.yml"), "'mil' is not in labs"),
        (("Read about", "<b>Read</b> about"), "raw HTML was found"),
    ],
)
def test_hand_written_pages_are_read_as_strictly(
    change: tuple[str, str], told: str, library: Library, tmp_path: Path
) -> None:
    hub = copy_hub(tmp_path / "hub")
    page = hub / "docs" / "en" / "about.md"
    assert change[0] in page.read_text()
    page.write_text(page.read_text().replace(*change))
    _, problems = load(hub / "content", hub / "docs", TYPES, settings_of(HUB), block_names())
    assert told in "\n".join(map(str, problems))
    assert all(problem.path.startswith("docs/") for problem in problems)


def test_pages_come_in_pairs(real: Library) -> None:
    pages, problems = read_pages(ROOT / "docs", real, block_names())
    assert problems == []
    assert set(Counter(page.key for page in pages).values()) == {2}
    assert {"home", "about", "join", "contact", "privacy"} <= {page.key for page in pages}
