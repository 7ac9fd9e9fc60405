"""Events: where people of the field meet, what was learned there, and when the next one is."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

from ..evidence import Address, Claim, Evidence, Place
from ..fields import Fields, Finding
from ..model import ContentType, Facet, Names
from ..suggest import did_you_mean
from ..vocabulary import Choice, Label, LanguageCode, Line, Offered, PartialDate, Ref, Slug, Text, WebAddress, words

LOCAL_ZONE = "Europe/Copenhagen"


class State(Choice):
    """Where an event stands, as far as a source tells."""

    PLANNED = "planned", words(da="planlagt", en="planned")
    HELD = "held", words(da="afholdt", en="held")
    ANNOUNCED = "announced", words(da="annonceret, men ikke set omtalt bagefter", en="announced, no report seen")
    CANCELLED = "cancelled", words(da="aflyst", en="cancelled")


class Kind(Choice):
    """What sort of event it is."""

    CONFERENCE = "conference", words(da="konference", en="conference")
    FAIR = "fair", words(da="messe", en="fair")
    WORKSHOP = "workshop", words(da="workshop", en="workshop")
    MEETING = "meeting", words(da="møde", en="meeting")
    VISIT = "visit", words(da="studiebesøg", en="study visit")
    WEBINAR = "webinar", words(da="webinar", en="webinar")
    LAUNCH = "launch", words(da="åbning", en="opening")


class Organiser(Claim):
    """Who holds an event, and as what."""

    organisation: Annotated[
        Slug | None,
        Ref(
            "organisations",
            out=words(da="Arrangører", en="Organisers"),
            back=words(da="Arrangementer, organisationen holder", en="Events the organisation holds"),
        ),
        Label(words(da="Organisation", en="Organisation")),
    ] = None


def _as_clock(value: Any) -> Any:
    """YAML 1.1 reads 10:30 without quotes as a number to the base of sixty; Danes write 9.30."""
    if isinstance(value, str) and re.fullmatch(r"\d{1,2}[.:]\d\d", value):
        return value.replace(".", ":").rjust(5, "0")
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 24 * 60:
        return f"{value // 60:02}:{value % 60:02}"
    return value


_CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"
Clock = Annotated[
    str,
    BeforeValidator(_as_clock),
    StringConstraints(pattern=_CLOCK),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": _CLOCK}, {"type": "integer", "minimum": 0, "maximum": 1439}]},
        mode="validation",
    ),
]
"""A time of day: ``"09:30"``."""


class When(Evidence):
    """From which day to which, and from what time to what; a series shows its latest known edition."""

    start: Annotated[PartialDate, Label(words(da="Første dag", en="First day"), example="2026-11-23")]
    end: Annotated[PartialDate | None, Label(words(da="Sidste dag", en="Last day"), example="2026-11-24")] = None
    opens: Annotated[Clock | None, Label(words(da="Begynder kl.", en="Begins at"), example='"09:30"')] = None
    closes: Annotated[Clock | None, Label(words(da="Slutter kl.", en="Ends at"), example='"16:00"')] = None
    zone: Annotated[Line, Label(words(da="Tidszone", en="Time zone"), example=LOCAL_ZONE)] = LOCAL_ZONE

    @property
    def last(self) -> str:
        """Return the last day, month or year."""
        return self.end or self.start


class Event(Fields):
    """A gathering with a source."""

    kind: Annotated[Kind, Label(words(da="Type", en="Type"))]
    state: Annotated[State, Label(words(da="Status", en="Status"))]
    when: Annotated[
        When | None,
        Offered(),
        Label(
            words(da="Hvornår", en="When"),
            words(da="Udelades, når ingen kilde giver en dato.", en="Left out where no source gives a date."),
        ),
    ] = None
    date_note: Annotated[Text | None, Label(words(da="Om datoen", en="About the date"))] = None
    series: Annotated[
        Claim | None,
        Label(
            words(da="Kommer igen", en="Recurring"),
            words(da="Kun for det, der holdes med mellemrum.", en="Only for what is held again and again."),
        ),
    ] = None
    place: Annotated[Place | None, Offered(), Label(words(da="Sted", en="Place"))] = None
    venue: Annotated[Text | None, Label(words(da="Lokale", en="Venue"))] = None
    online: Annotated[bool, Label(words(da="Online", en="Online"), example="false")] = False
    organisers: Annotated[tuple[Organiser, ...], Label(words(da="Arrangører", en="Organisers"))]
    spoken: Annotated[tuple[LanguageCode, ...], Label(words(da="Sprog", en="Languages"), example="[da, en]")] = ()
    sign_up: Annotated[WebAddress | None, Label(words(da="Tilmelding", en="Sign-up"))] = None
    site: Annotated[Address | None, Label(words(da="Websted", en="Website"))] = None
    facts: Annotated[tuple[Claim, ...], Label(words(da="Om arrangementet", en="About the event"))] = ()
    learned: Annotated[tuple[Claim, ...], Label(words(da="Hvad kom der frem", en="What came out of it"))] = ()
    labs: Annotated[
        tuple[Slug, ...],
        Ref(
            "labs",
            out=words(da="Testmiljøer", en="Labs"),
            back=words(da="Arrangementer i testmiljøet", en="Events at the lab"),
        ),
        Label(words(da="Testmiljøer", en="Labs")),
    ] = ()
    cases: Annotated[
        tuple[Slug, ...],
        Ref(
            "cases", out=words(da="Cases", en="Cases"), back=words(da="Arrangementer om casen", en="Events on the case")
        ),
        Label(words(da="Cases", en="Cases")),
    ] = ()

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong between fields: dates the wrong way round, a time without a day."""
        yield from super().findings()
        when = self.when
        if when is None and self.state is State.PLANNED:
            message = "a planned event needs 'when'; give the day, or leave the event out until a source names it"
            yield Finding(("state",), "event-without-day", message)
        if when is not None and when.zone not in available_timezones():
            message = f"'{when.zone}' is not a time zone{did_you_mean(when.zone, available_timezones())}; write a name such as {LOCAL_ZONE}"
            yield Finding(("when", "zone"), "unknown-zone", message)
        if when is not None and when.end is not None and when.end < when.start[: len(when.end)]:
            message = f"the event ends {when.end}, before it starts ({when.start}); mend one of them"
            yield Finding(("when", "end"), "event-ends-early", message)
        if when is not None and (when.opens or when.closes) and (len(when.start) < 10 or len(when.last) < 10):
            message = "a time of day needs the whole date; write the days as 2026-11-23, or leave the times out"
            yield Finding(("when", "opens" if when.opens else "closes"), "event-time-without-day", message)
        if when is not None and when.opens and when.closes and when.start == when.last and when.closes <= when.opens:
            message = f"the event closes at {when.closes}, not after it opens at {when.opens}; mend one of them"
            yield Finding(("when", "closes"), "event-ends-early", message)


def _order(fields: Fields) -> tuple[int, str]:
    """The newest first; what has no date comes last."""
    assert isinstance(fields, Event)
    if fields.when is None:
        return (1, "")
    # Digits are turned round so that an ascending sort begins with the latest day.
    return (
        0,
        (fields.when.start + "-99-99"[len(fields.when.start) - 4 :]).translate(
            str.maketrans("0123456789", "9876543210")
        ),
    )


def is_past(event: Event, today: dt.date) -> bool:
    """Tell whether the event's last day, or the month or year it fell in, is over."""
    return event.when is not None and event.when.last < today.isoformat()[: len(event.when.last)]


TYPE = ContentType(
    name="events",
    fields=Event,
    names={
        "da": Names(
            "arrangement", "Arrangementer", "arrangementer", "Hvor feltets folk mødes, og hvad der kom ud af det."
        ),
        "en": Names("event", "Events", "events", "Where people of the field meet, and what came of it."),
    },
    group="activities",
    facets=(
        Facet("kind", words(da="Type", en="Type"), ("kind",)),
        Facet("state", words(da="Status", en="Status"), ("state",)),
    ),
    order=_order,
    telling=(("when", "start"), ("place", "city"), ("state",)),
)
