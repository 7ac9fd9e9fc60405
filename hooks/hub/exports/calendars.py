"""The events as calendars to subscribe to: one for all, one for each focus area, and one file for each coming event.

RFC 5545, with the names that Outlook, Google and Apple read beside it. An event keeps its UID for good, also when its
entry is renamed; a change raises its SEQUENCE, so that a calendar replaces the event instead of showing it twice.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any, cast
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar import Event as Component

from .. import urls
from ..model import Artefact, Entry, Library
from ..relations import Relations
from ..schedule import events_of, has_days, is_coming
from ..sequences import KIND, sequence
from ..types.events import LOCAL_ZONE, Event, State, When
from ..wording import Wording, read_wording

_STATUS = {State.CANCELLED: "CANCELLED", State.ANNOUNCED: "TENTATIVE"}


def export(library: Library) -> Iterator[Artefact]:
    """Yield every calendar in every language; nothing while there are no events."""
    entries = library.of_type(KIND)
    if not entries:
        return
    for language in library.settings.languages:
        wording = read_wording(language)
        yield _calendar(library, wording, urls.calendar_path(language), wording.words["calendar_all"], entries)
        for area in library.of_type("focus-areas"):
            title = wording.words["calendar_area"].format(area=area.fields.title.said(language)[0])
            own = events_of(library, area, entries)
            yield _calendar(library, wording, urls.calendar_path(language, area.slug), title, own)
        for entry in entries:
            if is_coming(entry, library.settings.today):
                path = urls.event_calendar_path(language, entry.slug)
                yield _calendar(library, wording, path, entry.fields.title.said(language)[0], (entry,))


def _calendar(library: Library, wording: Wording, path: str, title: str, entries: tuple[Entry, ...]) -> Artefact:
    def make() -> bytes:
        calendar = Calendar()
        calendar.add("prodid", f"-//{library.settings.name}//hub//{wording.language.upper()}")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", f"{library.settings.name}: {title}")
        calendar.add("x-wr-timezone", LOCAL_ZONE)
        calendar.add("x-published-ttl", "PT12H")
        made = [_event(library, wording, entry) for entry in entries if has_days(cast("Event", entry.fields).when)]
        calendar.add_component(_zone())
        for each in made:
            calendar.add_component(each)
        return bytes(calendar.to_ical())

    return Artefact(path, make, f"{library.digest}:{path}", language=wording.language)


def _event(library: Library, wording: Wording, entry: Entry) -> Component:
    fields, language = cast("Event", entry.fields), wording.language
    relations = Relations(library, wording)
    when = cast("When", fields.when)
    page = urls.absolute(urls.entry_path(entry, language, library.settings), library.settings)
    found = Component()
    found.add("uid", uid(entry, library))
    found.add("sequence", sequence(entry, library.sequences))
    found.add("dtstamp", dt.datetime.combine(library.settings.today, dt.time(), dt.UTC))
    found.add("last-modified", dt.datetime.combine(fields.updated, dt.time(), dt.UTC))
    found.add("dtstart", _moment(when.start, when.opens, when.zone))
    found.add("dtend", _end(when))
    found.add("summary", fields.title.said(language)[0])
    told = [fields.summary.said(language)[0], page, *([fields.sign_up] if fields.sign_up else [])]
    found.add("description", "\n\n".join(told))
    found.add("url", page)
    place = [text.said(language)[0] for text in (fields.venue, *_towns(fields)) if text]
    if place or fields.online:
        found.add("location", ", ".join([*place, *([wording.words["online"]] if fields.online else [])]))
    found.add("status", _STATUS.get(fields.state, "CONFIRMED"))
    found.add("transp", "TRANSPARENT")
    found.add("categories", [relations.plain(relations.entry(("topics", slug)).fields.title) for slug in fields.topics])
    return found


def uid(entry: Entry, library: Library) -> str:
    """Return the event's name for all time: of its first slug, and of the network rather than of a host."""
    return f"{entry.first_slug}@{library.settings.network or 'hub'}"


def _towns(fields: Event) -> tuple[Any, ...]:
    return (fields.place.city, fields.place.country) if fields.place else ()


def _moment(day: str, clock: str | None, zone: str) -> dt.date | dt.datetime:
    date = dt.date.fromisoformat(day)
    if clock is None:
        return date
    local = dt.datetime.combine(date, dt.time.fromisoformat(clock), ZoneInfo(zone))
    # Only the hub's own zone is spelt out in the file; an event in another one is told in world time.
    return local if zone == LOCAL_ZONE else local.astimezone(dt.UTC)


def _end(when: When) -> dt.date | dt.datetime:
    """RFC 5545, 3.6.1: an end is the first moment after, so a whole day ends on the next date."""
    if when.opens is None:
        return dt.date.fromisoformat(when.last) + dt.timedelta(days=1)
    closes = when.closes or "23:59"
    return _moment(when.last, closes, when.zone)


def _zone() -> Timezone:
    """Denmark's time as a yearly rule, which Outlook reads; summer time in the EU: Directive 2000/84/EC."""
    zone = Timezone()
    zone.add("tzid", LOCAL_ZONE)
    for part, name, month, before, after, at in (
        (TimezoneDaylight(), "CEST", 3, 1, 2, dt.datetime(1996, 3, 31, 2)),
        (TimezoneStandard(), "CET", 10, 2, 1, dt.datetime(1996, 10, 27, 3)),
    ):
        part.add("dtstart", at)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", dt.timedelta(hours=before))
        part.add("tzoffsetto", dt.timedelta(hours=after))
        part.add("tzname", name)
        zone.add_component(part)
    return zone
