"""The calendars and the feed, read by programs of other authors as a reader's own calendar and news reader would."""

import json
import shutil
import subprocess
from pathlib import Path

import atoma
import pytest
import vobject
from conftest import HUB, ROOT, copy_hub, library_of, run

from hub.exports import calendars, feeds
from hub.model import Library
from hub.urls import calendar_path, event_calendar_path, feed_path

FAIR = "bake-fair@imaginary-towns"
READ = """
const ICAL = require("ical.js").default ?? require("ical.js");
const text = require("fs").readFileSync(0, "utf8");
ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const told = calendar.getAllSubcomponents("vevent").map((part) => {
  const event = new ICAL.Event(part);
  return { uid: event.uid, sequence: event.sequence, title: event.summary, place: event.location, allDay: event.startDate.isDate,
    start: event.startDate.toJSDate().toISOString(), end: event.endDate.toJSDate().toISOString(), status: part.getFirstPropertyValue("status") };
});
console.log(JSON.stringify(told));
"""


def files(library: Library) -> dict[str, str]:
    return {made.path: bytes(made.make()).decode() for made in calendars.export(library)}  # type: ignore[arg-type]


def read(text: str) -> dict[str, dict[str, object]]:
    """Return the events as the calendar library of Thunderbird reads them."""
    told = subprocess.run(["node", "-e", READ], cwd=ROOT, input=text, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return {each["uid"]: each for each in json.loads(told.stdout)}


def change(hub: Path, old: str, new: str) -> None:
    file = hub / "content" / "events" / "bake-fair.yml"
    written = file.read_text()
    assert old in written
    file.write_text(written.replace(old, new))


def test_a_calendar_is_read_by_others(library: Library) -> None:
    made = files(library)
    assert set(made) == {
        calendar_path("en"), calendar_path("da"), calendar_path("en", "bread"), calendar_path("da", "bread"),
        calendar_path("en", "water"), calendar_path("da", "water"),
        event_calendar_path("en", "bake-fair"), event_calendar_path("da", "bake-fair"),
    }  # fmt: skip
    for path, text in made.items():
        assert text.endswith("END:VCALENDAR\r\n"), path
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), path
        assert vobject.readOne(text).validate(raiseException=True), path
    found = read(made[calendar_path("en")])[FAIR]
    # Summer time begins on 25 March 2029: half past nine the day before is 8.30 in world time, 16.00 that day is 14.00.
    assert (found["start"], found["end"]) == ("2029-03-24T08:30:00.000Z", "2029-03-25T14:00:00.000Z")
    assert (found["title"], found["place"]) == ("The bake fair", "The big tent, north side, Mudville, Nowhere")
    assert (found["sequence"], found["status"]) == (0, "CONFIRMED")
    assert read(made[calendar_path("da")])[FAIR]["title"] == "Bagemessen"


def test_what_has_no_day_stands_in_no_calendar(library: Library) -> None:
    assert set(read(files(library)[calendar_path("en")])) == {FAIR}
    assert read(files(library)[calendar_path("en", "water")]) == {}


def test_a_whole_day_ends_on_the_next(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    change(hub, '  opens: "09:30"\n  closes: "16:00"\n', "")
    found = read(files(library_of(hub))[calendar_path("en")])[FAIR]
    assert found["allDay"]
    text = files(library_of(hub))[calendar_path("en")]
    assert "DTSTART;VALUE=DATE:20290324" in text
    assert "DTEND;VALUE=DATE:20290326" in text


@pytest.mark.parametrize("written", ["9:30", "09:30", '"9.30"'])
def test_a_time_may_be_written_as_people_write_it(tmp_path: Path, written: str) -> None:
    hub = copy_hub(tmp_path / "hub")
    change(hub, '"09:30"', written)
    assert "DTSTART;TZID=Europe/Copenhagen:20290324T093000" in files(library_of(hub))[calendar_path("en")]


def test_a_changed_event_replaces_itself(tmp_path: Path) -> None:
    """A calendar keeps one event for each UID, and takes a new one when its SEQUENCE is higher."""
    hub = copy_hub(tmp_path / "hub")
    assert run("hub", "release", cwd=hub).returncode == 0
    mine = read(files(library_of(hub))[calendar_path("en")])
    for number, (old, new) in enumerate(
        (("start: 2029-03-24", "start: 2029-03-23"), ("state: planned", "state: cancelled")), 1
    ):
        change(hub, old, new)
        fresh = read(files(library_of(hub))[calendar_path("en")])
        mine |= {
            uid: each for uid, each in fresh.items() if uid not in mine or each["sequence"] > mine[uid]["sequence"]
        }  # type: ignore[operator]
        assert mine[FAIR]["sequence"] == number
        assert run("hub", "release", cwd=hub).returncode == 0
    assert list(mine) == [FAIR]
    assert mine[FAIR]["status"] == "CANCELLED"
    assert str(mine[FAIR]["start"]).startswith("2029-03-23")


def test_a_renamed_event_stays_the_same(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    folder = hub / "content" / "events"
    shutil.move(folder / "bake-fair.yml", folder / "great-fair.yml")
    written = (folder / "great-fair.yml").read_text()
    (folder / "great-fair.yml").write_text(written + "former_slugs: [bake-fair]\n")
    abroad = hub / "content" / "abroad" / "far-mills.yml"
    abroad.write_text(abroad.read_text().replace("bake-fair", "great-fair"))
    assert set(read(files(library_of(hub))[calendar_path("en")])) == {FAIR}


def test_a_broken_record_is_told(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    (hub / "released").mkdir(exist_ok=True)
    (hub / "released" / "events.json").write_text("[]")
    told = run("hub", "check", cwd=hub).stdout
    assert "released/events.json:1: the events given out so far cannot be read" in told


@pytest.mark.parametrize(("language", "first"), [("en", "Added: "), ("da", "Tilføjet: ")])
def test_the_feed_is_read_by_others(library: Library, language: str, first: str) -> None:
    made = {each.path: bytes(each.make()) for each in feeds.export(library)}  # type: ignore[arg-type]
    found = atoma.parse_atom_bytes(made[feed_path(language)])
    assert len(found.entries) == min(feeds.LENGTH, len(feeds.news(library)))
    assert len({each.id_ for each in found.entries}) == len(found.entries)
    assert found.entries[0].title.value.startswith(first)
    assert all(each.links[0].href.startswith("https://example.org/towns/") for each in found.entries)
    assert [each.updated for each in found.entries] == sorted((each.updated for each in found.entries), reverse=True)
    # An id must not change with the address that the hub is published at.
    assert found.id_.startswith("urn:uuid:")


def test_the_events_of_the_real_hub_are_in_its_calendars(real: Library) -> None:
    found = read(files(real)[calendar_path("da")])
    dated = [each for each in real.of_type("events") if (when := each.fields.when) and len(when.start) == 10]  # type: ignore[attr-defined]
    assert len(found) == len(dated) >= 10


def test_the_fixture_has_events() -> None:
    assert len(list((HUB / "content" / "events").glob("*.yml"))) == 2
