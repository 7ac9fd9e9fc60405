"""What fits together, and whether the reason that readers are given is the true one."""

import datetime as dt
from pathlib import Path

import pytest
from lxml import html

from hub.matching import Reason, matches
from hub.model import Library
from hub.schedule import agenda, events_of
from hub.types.events import TYPE as EVENTS

NEED = ("needs", "cheaper-bread")


def test_a_match_tells_what_is_shared(library: Library) -> None:
    found = matches(library, library.entries[NEED], ("solutions", "labs", "cases"), 5)
    best = found["solutions"][0]
    assert best.entry.slug == "free-oven"
    reasons = {each.reason: each for each in best.shared}
    assert reasons[Reason.STANDARD].things == (("standards", "loaf"),)
    assert reasons[Reason.NAMED].points == Reason.NAMED.points
    assert best.score == sum(each.points for each in best.shared)
    assert Reason.PLACE in {each.reason for each in found["labs"][0].shared}


def test_matches_go_both_ways(library: Library) -> None:
    there = matches(library, library.entries[NEED], ("solutions",), 5)["solutions"][0]
    back = matches(library, there.entry, ("needs",), 5)["needs"][0]
    assert (back.entry.id, back.score) == (NEED, there.score)


def test_a_topic_alone_makes_no_match(library: Library) -> None:
    found = matches(library, library.entries["solutions", "well-school"], ("needs",), 5)
    assert [match.entry.slug for match in found["needs"]] == ["dry-well"]
    for each in matches(library, library.entries["needs", "dry-well"], ("cases", "labs", "clauses"), 9).values():
        assert all({shared.reason for shared in match.shared} != {Reason.TOPIC} for match in each)


def test_every_reason_counts_on_its_own() -> None:
    """Two reasons of the same weight are still two."""
    assert len(list(Reason)) == len(Reason.__members__) == len({reason.key for reason in Reason}) == 8


def test_no_more_than_a_reader_can_weigh(real: Library) -> None:
    seen = 0
    for need in real.of_type("needs"):
        for found in matches(real, need, ("solutions", "labs", "cases", "clauses"), 5).values():
            scores = [match.score for match in found]
            assert scores == sorted(scores, reverse=True)
            assert len(scores) <= 5
            seen += len(scores)
    assert seen > 100


# Three needs and what somebody of the field would look at first; a need may have other good answers beside these.
WANTED = {
    "vendor-neutral-iot-infrastructure": {"solutions": "os2iot", "cases": "os2iot"},
    "aarhus-street-lighting-elena": {"labs": "doll-living-lab", "cases": "copenhagen-led-street-lighting",
                                     "tender-templates": "street-lighting", "clauses": "slc-iop-003"},
    "national-flood-sensor-data": {"cases": "national-flood-sensor-data"},
    "ai4cities-energy-copenhagen": {"solutions": "citcom-tef", "labs": "citcom-ai"},
}  # fmt: skip


@pytest.mark.parametrize("slug", WANTED)
def test_a_need_finds_what_people_of_the_field_would_name(real: Library, slug: str) -> None:
    found = matches(real, real.entries["needs", slug], tuple(WANTED[slug]), 3)
    for kind, wanted in WANTED[slug].items():
        assert wanted in [match.entry.slug for match in found.get(kind, ())], (slug, kind)


def test_the_lists_of_events_follow_the_date(library: Library) -> None:
    events = sorted(library.of_type("events"), key=lambda entry: EVENTS.order(entry.fields))  # type: ignore[misc]
    before = agenda(events, dt.date(2029, 3, 25))
    assert [each.slug for each in before.coming] == ["bake-fair"]
    assert [each.slug for each in before.series] == ["pump-meeting"]
    after = agenda(events, dt.date(2029, 3, 26))
    assert after.coming == ()
    assert [(year, [each.slug for each in found]) for year, found in after.past] == [("2029", ["bake-fair"])]
    areas = {
        area.slug: [each.slug for each in events_of(library, area, events)] for area in library.of_type("focus-areas")
    }
    assert areas == {"bread": ["bake-fair"], "water": ["pump-meeting"]}


@pytest.mark.site
def test_pages_tell_the_reasons(fixture_site: Path) -> None:
    page = html.parse(fixture_site / "da" / "behov" / "cheaper-bread" / "index.html")
    first = page.xpath("//ol[@class='hub-matches'][1]/li[1]")[0].text_content()
    assert "Den frie ovn" in first
    assert "samme standard: " in first
    assert "samme anvendelse: energisystemet (4)" in first
    listed = html.parse(fixture_site / "events" / "index.html")
    assert [a.text for a in listed.xpath("//h2[1]/following-sibling::ul[1]//a")] == ["The bake fair"]
    assert listed.xpath("//a[contains(@href, 'feeds/en/events.ics')]")
    own = html.parse(fixture_site / "events" / "bake-fair" / "index.html")
    assert "24-25 March 2029, 09:30-16:00" in own.xpath("//main")[0].text_content()
    assert own.xpath("//a[@class='hub-button'][@href='https://example.org/sign-up']")
