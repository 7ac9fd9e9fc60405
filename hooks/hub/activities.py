"""What the views of the network's activities ask for: events by time, matches with their reasons, a guide's reading."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from markupsafe import Markup

from . import urls
from .escaping import escape
from .matching import Match, Reason, Shared, matches
from .model import Entry
from .page_view import PageView
from .schedule import Agenda, agenda, events_of, is_coming
from .types.events import LOCAL_ZONE, When
from .types.needs import STILL_OPEN
from .uses import Use
from .vocabulary import Choice
from .walk import references

_HOME = {"Danmark", "Denmark"}
MOST = 5
"""How many matches of a type a page shows: what a reader can weigh."""


def by_time(p: PageView, entries: Iterable[Entry]) -> Agenda:
    """Return the events sorted by what they are to a reader today."""
    return agenda(p.sorted(entries), p.library.settings.today)


def when(p: PageView, found: When) -> Markup:
    """Return an event's days and times in words: "3.-5. november 2026, kl. 9.30-16.00"."""
    said = p.wording.period(found.start, found.last)
    if found.opens and found.closes:
        said = p.w["day_hours"].format(
            day=said, opens=p.wording.clock(found.opens), closes=p.wording.clock(found.closes)
        )
    elif found.opens:
        said = p.w["day_hour"].format(day=said, opens=p.wording.clock(found.opens))
    if found.opens and found.zone != LOCAL_ZONE:
        said = f"{said} ({found.zone.rsplit('/', 1)[-1].replace('_', ' ')})"
    return escape(said)


def languages(p: PageView, codes: Iterable[str]) -> str:
    """Return the names of languages as one enumeration."""
    names = p.w["language_names"]
    return p.wording.enumeration([str(names.get(code, code)) for code in codes])


def calendars(p: PageView, entries: Iterable[Entry]) -> list[tuple[Markup, Markup]]:
    """Return the calendars to subscribe to as (name, address), those without events left out."""
    every = tuple(entries)
    found = [(escape(p.w["calendar_all"]), p.href(urls.calendar_path(p.language)))]
    for area in p.sorted(p.library.of_type("focus-areas")):
        if events_of(p.library, area, every):
            title = p.filled("calendar_area", area=p.plain(area.fields.title))
            found.append((title, p.href(urls.calendar_path(p.language, area.slug))))
    return found


def own_calendar(p: PageView, entry: Entry) -> Markup | None:
    """Return the address of an event's own calendar file while it is to come."""
    return (
        p.href(urls.event_calendar_path(p.language, entry.slug)) if is_coming(entry, p.library.settings.today) else None
    )


def still_open(entries: Iterable[Entry]) -> list[Entry]:
    """Return the needs that an answer may still be of use to."""
    return [entry for entry in entries if cast("Any", entry.fields).state in STILL_OPEN]


def fitting(p: PageView, entry: Entry, kinds: tuple[str, ...]) -> list[tuple[str, list[tuple[Match, Markup]]]]:
    """Return what fits an entry as (type's name, [(match, the reasons in words)]), the best first."""
    found = matches(p.library, entry, kinds, MOST)
    names = {kind.name: kind.names[p.language].many for kind in p.library.types}
    return [(names[kind], [(match, _reasons(p, match)) for match in found[kind]]) for kind in kinds if kind in found]


def _reasons(p: PageView, match: Match) -> Markup:
    return Markup("; ").join(_reason(p, each) for each in match.shared)


def _reason(p: PageView, shared: Shared) -> Markup:
    word = escape(p.w["match"][shared.reason.key])
    if shared.reason is Reason.NAMED:
        return Markup("{} ({})").format(word, shared.points)
    told = p.wording.enumeration([_thing(p, thing) for thing in shared.things])
    return Markup("{}: {} ({})").format(word, told, shared.points)


def _thing(p: PageView, thing: Any) -> str:
    if isinstance(thing, Use):
        return str(p.said(thing).unescape())
    return p.plain(p.entry(thing).fields.title) if isinstance(thing, tuple) else str(thing)


def points() -> list[tuple[str, int, int]]:
    """Return how matches are scored as (reason's key, points of each, most)."""
    return [(reason.key, reason.points, reason.most) for reason in Reason]


def reading(p: PageView, step: Any) -> Iterator[Entry]:
    """Yield the entries that a guide's step leads to, in the order of its fields."""
    for _, slug, ref in references(step):
        yield p.entry((ref.target, slug))


def by_choice(p: PageView, entries: Iterable[Entry], name: str) -> list[tuple[Markup, list[Entry]]]:
    """Return entries by the value of one of their choices, in the order in which the choice is declared."""
    found: dict[Any, list[Entry]] = {}
    for entry in p.sorted(entries):
        found.setdefault(getattr(entry.fields, name), []).append(entry)
    return [(_as_heading(p.said(choice)), found[choice]) for choice in sorted(found, key=_place_among_its_choices)]


def _as_heading(text: Markup) -> Markup:
    return Markup(text[:1].upper() + text[1:])


def _place_among_its_choices(choice: Choice) -> int:
    return list(type(choice)).index(choice)


def cases_abroad(p: PageView) -> list[Entry]:
    """Return the cases outside Denmark."""
    return [
        each
        for each in p.sorted(p.library.of_type("cases"))
        if p.plain(cast("Any", each.fields).place.country) not in _HOME
    ]
