"""Events in time: what is to come, what comes again, what is over. It follows the hub's own date."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from .model import Entry, Library
from .types.events import Event, State, When, is_past


@dataclass(frozen=True)
class Agenda:
    """The events as a reader looks for them."""

    coming: tuple[Entry, ...]
    """The next first."""
    series: tuple[Entry, ...]
    """Held again and again, with no day known for the next time."""
    past: tuple[tuple[str, tuple[Entry, ...]], ...]
    """By year, the latest first."""
    undated: tuple[Entry, ...]


def agenda(ordered: Sequence[Entry], today: dt.date) -> Agenda:
    """Return the events, given with the latest first, sorted by what they are to a reader on the day ``today``."""
    coming = [each for each in ordered if _is_ahead(each, today)]
    rest = [each for each in ordered if not _is_ahead(each, today)]
    single = [each for each in rest if _event(each).series is None]
    years = groupby((each for each in single if _event(each).when is not None), _year)
    return Agenda(
        coming=tuple(reversed(coming)),
        series=tuple(each for each in rest if _event(each).series is not None),
        past=tuple((year, tuple(found)) for year, found in years),
        undated=tuple(each for each in single if _event(each).when is None),
    )


def _is_ahead(entry: Entry, today: dt.date) -> bool:
    return _event(entry).when is not None and not is_past(_event(entry), today)


def _event(entry: Entry) -> Event:
    return cast("Event", entry.fields)


def _year(entry: Entry) -> str:
    return cast("When", _event(entry).when).start[:4]


def events_of(library: Library, area: Entry, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the events on a focus area's topics."""
    topics = {
        link.source[1] for link in library.incoming[area.id] if link.source[0] == "topics" and not link.ref.mention
    }
    return tuple(entry for entry in entries if topics & set(entry.fields.topics))


def has_days(when: When | None) -> bool:
    """Tell whether both days are known, not only a month or a year."""
    return when is not None and len(when.start) == len(when.last) == 10


def is_coming(entry: Entry, today: dt.date) -> bool:
    """Tell whether a calendar of its own makes sense: the day is known and not over."""
    event = _event(entry)
    return has_days(event.when) and event.state is not State.CANCELLED and not is_past(event, today)
