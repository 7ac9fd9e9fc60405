"""What the tests of outside links share: an address's life in a few words, and a library in which one has died."""

import datetime as dt
from dataclasses import replace

from hub.model import Library
from hub.outside.asking import Result
from hub.outside.ledger import Change, Ledger, LinkState, Quarantine, Status
from hub.outside.updating import update
from hub.vocabulary import Text

CHRONICLE = "https://example.org/chronicle"
TODAY = dt.date(2026, 11, 23)
OK, GONE, TIMEOUT, ERROR, REFUSED = Status.OK, Status.GONE, Status.TIMEOUT, Status.ERROR, Status.REFUSED


def day(number: int) -> dt.date:
    return dt.date(2026, 3, 1) + dt.timedelta(days=number)


def run_of(*steps: tuple[int, Status]) -> LinkState:
    """Return what the ledger holds of one address after it was asked on those days."""
    ledger: Ledger = {}
    for number, status in steps:
        ledger = update(ledger, ["https://a.dk/"], {"https://a.dk/": Result(status)}, day(number))
    return ledger["https://a.dk/"]


def dying(library: Library, *, good: dt.date | None = dt.date(2026, 3, 3), until: dt.date | None = None) -> Library:
    quarantine = Quarantine(until=until, reason=Text({"en": "Rebuilt", "da": "Bygges om"})) if until else None
    state = LinkState(
        checked=TODAY, good=good, history=(Change(TODAY - dt.timedelta(2), GONE, 3),), quarantine=quarantine
    )
    return replace(library, ledger={CHRONICLE: state})
