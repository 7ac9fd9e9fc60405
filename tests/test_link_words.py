"""What a link that no longer answers makes the hub say: to editors at their lines, to readers beside the link."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import copy_hub, settings_of
from link_cases import CHRONICLE, GONE, OK, REFUSED, TODAY, dying, run_of

from hub.exports.evidence import counted
from hub.load import load
from hub.model import Library
from hub.outside.addresses import addresses
from hub.outside.ledger import NAME, written
from hub.prose import read_prose
from hub.render import render_entry, render_page, renderer
from hub.types import TYPES


def hub_with(library: Library, tmp_path: Path) -> list[str]:
    """Return what ``hub check`` tells of the fixture hub with that library's ledger."""
    hub = copy_hub(tmp_path / "hub")
    (hub / "ledger").mkdir()
    (hub / NAME).write_text(written(library.ledger))
    _, found = load(hub / "content", hub / "docs", TYPES, settings_of(hub))
    return [str(problem) for problem in found if problem.rule in {"dead-link", "quarantine-over"}]


def test_a_dead_address_is_told_at_each_of_its_lines(library: Library, tmp_path: Path) -> None:
    told = hub_with(dying(library), tmp_path)
    assert len(told) == len(addresses(library)[CHRONICLE])
    assert (
        "content/abroad/deep-wells.yml:23: notice: 'https://example.org/chronicle' no longer answers (the page does not "
        "exist; last seen 2026-03-03); write its new address here, or that of an archived copy"
    ) in told


def test_a_quarantine_is_quiet_until_its_last_day(library: Library, tmp_path: Path) -> None:
    assert hub_with(dying(library, until=TODAY), tmp_path) == []


def test_a_quarantine_that_has_ended_is_told(library: Library, tmp_path: Path) -> None:
    told = hub_with(dying(library, until=TODAY - dt.timedelta(1)), tmp_path)
    assert told[-1] == (
        "ledger/links.json:2: notice: the quarantine of 'https://example.org/chronicle' ended on 2026-11-22 (Rebuilt); "
        "look at the address, then write 'hub links quarantine' with a new date, or with --lift"
    )
    assert len(told) == len(addresses(library)[CHRONICLE]) + 1


@pytest.mark.parametrize(
    ("language", "seen", "unseen"),
    [
        ("en", "No longer answers; last seen 3 March 2026", "Does not answer; last tried 23 November 2026"),
        ("da", "Svarer ikke længere; sidst set 3. marts 2026", "Svarer ikke; senest prøvet 23. november 2026"),
    ],
)
def test_readers_are_told_beside_the_source(library: Library, language: str, seen: str, unseen: str) -> None:
    mill = library.entries["labs", "mill"]
    before = render_entry(renderer(library), mill, language)
    after = render_entry(renderer(dying(library)), mill, language)
    assert seen not in before
    assert after.count(seen) == 1
    # What was read, and as what, still stands beside it; nothing else on the page has changed.
    assert after.replace(f"{seen}. ", "") == before
    assert f'href="{CHRONICLE}"' in after
    assert unseen in render_entry(renderer(dying(library, good=None)), mill, language)
    assert render_entry(renderer(dying(library, until=TODAY)), mill, language) == before


def test_readers_are_told_beside_an_address_and_in_a_text(library: Library) -> None:
    dead = dying(library).ledger[CHRONICLE]
    loaf = library.entries["standards", "loaf"]
    using = replace(library, ledger={"https://example.org/it-1": dead})
    page = render_entry(renderer(using), loaf, "en")
    assert page.count('</a> <span class="hub-note">No longer answers; last seen 3 March 2026.</span>') == 1
    prose, _ = read_prose("See [it](https://old.example.org/) or [us](https://new.example.org/).", "x", "en", [])
    written_in = replace(loaf, prose={"en": prose})
    using = replace(
        library,
        entries={**library.entries, loaf.id: written_in},
        ledger={"https://old.example.org/": dead, "https://new.example.org/": run_of((0, OK))},
    )
    page = render_entry(renderer(using), written_in, "en")
    note = '<span class="hub-note">(No longer answers; last seen 3 March 2026)</span>'
    assert f"[it](https://old.example.org/) {note} or [us](https://new.example.org/)." in page
    danish = render_entry(renderer(using), written_in, "da")
    assert danish.count("Svarer ikke længere; sidst set 3. marts 2026") == 1


def test_the_evidence_counts_each_address_once(library: Library) -> None:
    never = counted(library)["links"]
    assert never == {
        "count": 5,
        "by_answer": {"answered": 0, "refused": 0, "failed": 0, "dead": 0, "never_asked": 5},
        "asked_last": None,
    }
    states = {
        "https://example.org/it-1": run_of((0, OK)),
        "https://example.org/it-2": run_of((0, REFUSED)),
        "https://example.org/sign-up": run_of((0, GONE)),
        "https://gone.example.org/": run_of((9, GONE)),
    }
    found = counted(replace(dying(library), ledger={**dying(library).ledger, **states}))["links"]
    assert found == {
        "count": 5,
        "by_answer": {"answered": 1, "refused": 1, "failed": 1, "dead": 1, "never_asked": 1},
        "asked_last": "2026-11-23",
    }


@pytest.mark.parametrize(
    ("language", "never", "asked"),
    [
        ("en", "They have not been checked automatically yet.", "Last checked on 23 November 2026."),
        ("da", "De er endnu ikke kontrolleret automatisk.", "Senest kontrolleret 23. november 2026."),
    ],
)
def test_the_evidence_page_says_when_links_were_checked(
    library: Library, language: str, never: str, asked: str
) -> None:
    page = next(each for each in library.pages if each.language == language)
    page = replace(page, body="[[hub:evidence]]")
    before = render_page(renderer(library), page)
    assert never in before
    after = render_page(renderer(dying(library)), page)
    assert asked in after
    assert after.count("<tr>") == before.count("<tr>") + 6
