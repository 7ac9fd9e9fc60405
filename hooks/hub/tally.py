"""Counts what backs the hub: claims by confidence, sources by age and answer, entries by review and translation."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .evidence import Confidence, Evidence
from .model import Entry, Library
from .outside.addresses import addresses
from .outside.ledger import LinkState, Status
from .prose import CITATION, GENERAL
from .translation import state
from .walk import walk

WEAKEST = 12
"""How many of the weakest entries are named."""
_AGES = (("within-1", 1), ("within-3", 3), ("within-5", 5), ("older", 1000))


@dataclass(frozen=True)
class Weak:
    """An entry with the share of its claims that no source confirms."""

    entry: Entry
    claims: int
    unconfirmed: int


@dataclass(frozen=True)
class Tally:
    """Everything that is counted."""

    entries: int
    claims: int
    sources: int
    by_confidence: Mapping[str, int]
    by_age: Mapping[str, int]
    """Sources by the age of what they published, in years; ``undated`` where no date was found."""
    by_review: Mapping[str, int]
    """Entries that are past their review date, due within three months, or later."""
    by_translation: Mapping[str, Mapping[str, int]]
    cited_in_prose: int
    general_in_prose: int
    weakest: tuple[Weak, ...]
    addresses: int
    """Outside addresses, each counted once."""
    by_answer: Mapping[str, int]
    """Outside addresses by what came of asking them last."""
    asked_last: dt.date | None
    """The last day on which an address was asked."""


def claims(entry: Entry) -> Iterator[Evidence]:
    """Yield every statement of an entry's facts that carries evidence."""
    return (visit.value for visit in walk(entry.fields) if isinstance(visit.value, Evidence))


def tally(library: Library) -> Tally:
    """Return the count of a whole library as of its day."""
    today, languages = library.settings.today, library.settings.languages
    entries = tuple(library.entries.values())
    found = [claim for entry in entries for claim in claims(entry)]
    sources = [source for entry in entries for source in entry.fields.sources.values()]
    states = [library.ledger.get(address, LinkState()) for address in addresses(library)]
    cited = [key for e in entries for prose in e.prose.values() for key in CITATION.findall(prose.text)]
    return Tally(
        entries=len(entries),
        claims=len(found),
        sources=len(sources),
        by_confidence={each.value: sum(claim.confidence is each for claim in found) for each in Confidence},
        by_age=_ages([source.date for source in sources], today),
        by_review=_reviews(entries, today),
        by_translation={
            code: dict(Counter(state(entry, code, library.settings.first_language).kind for entry in entries))
            for code in languages
        },
        cited_in_prose=sum(key != GENERAL for key in cited),
        general_in_prose=sum(key == GENERAL for key in cited),
        weakest=_weakest(entries),
        addresses=len(states),
        by_answer=_answers(states),
        asked_last=max((state.checked for state in states if state.checked), default=None),
    )


def _answers(states: Iterable[LinkState]) -> dict[str, int]:
    kinds = Counter(
        "never_asked"
        if state.status is None
        else "dead"
        if state.dead
        else "failed"
        if state.status.failed
        else "refused"
        if state.status is Status.REFUSED
        else "answered"
        for state in states
    )
    return {name: kinds[name] for name in ("answered", "refused", "failed", "dead", "never_asked")}


def _ages(dates: list[str | None], today: dt.date) -> dict[str, int]:
    ages = Counter(
        "undated" if date is None else next(name for name, years in _AGES if today.year - int(date[:4]) <= years)
        for date in dates
    )
    return {name: ages[name] for name in (*(name for name, _ in _AGES), "undated")}


def _reviews(entries: tuple[Entry, ...], today: dt.date) -> dict[str, int]:
    soon = today + dt.timedelta(days=91)
    kinds = Counter(
        "passed" if entry.fields.review_due < today else "soon" if entry.fields.review_due <= soon else "later"
        for entry in entries
    )
    return {name: kinds[name] for name in ("passed", "soon", "later")}


def _weakest(entries: tuple[Entry, ...]) -> tuple[Weak, ...]:
    """Return the entries with the largest share of claims that are not confirmed, of those with at least three."""
    weak = []
    for entry in entries:
        own = list(claims(entry))
        unconfirmed = sum(claim.confidence is not Confidence.CONFIRMED for claim in own)
        if len(own) >= 3 and unconfirmed:
            weak.append(Weak(entry, len(own), unconfirmed))
    weak.sort(key=lambda each: (-each.unconfirmed / each.claims, -each.unconfirmed, each.entry.id))
    return tuple(weak[:WEAKEST])
