"""Finds what fits together, such as a need and its answers, by what both name; the reasons are told with the score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from .model import Entry, Id, Library
from .uses import BROAD, Use


class Reason(Enum):
    """Why two entries fit, the strongest first, with the points of each thing shared and the most a reason may give."""

    NAMED = ("named", 10, 10)
    STANDARD = ("standard", 4, 8)
    MAIN = ("main", 3, 3)
    USE = ("use", 4, 12)
    BROAD = ("broad", 2, 4)
    PLACE = ("place", 3, 3)
    ORGANISATION = ("organisation", 3, 6)
    TOPIC = ("topic", 1, 3)

    @property
    def key(self) -> str:
        """Return what the words files call the reason."""
        return str(self.value[0])

    @property
    def points(self) -> int:
        """Return the points of one thing shared."""
        return int(self.value[1])

    @property
    def most(self) -> int:
        """Return the most that this reason may add."""
        return int(self.value[2])


_TELLING = frozenset({Reason.NAMED, Reason.STANDARD, Reason.MAIN, Reason.USE, Reason.BROAD})
"""The reasons that make a match; the others, a town or a topic, only make it better."""
LEAST = 5
"""The points from which on two entries fit: one use alone is too little, a use and a topic will do."""


@dataclass(frozen=True)
class Shared:
    """One reason and what is shared: entries, fields of use, or the name of a town."""

    reason: Reason
    things: tuple[Id | Use | str, ...]

    @property
    def points(self) -> int:
        """Return what the reason adds to the score."""
        return min(self.reason.most, self.reason.points * len(self.things))


@dataclass(frozen=True)
class Match:
    """An entry that fits another, and why."""

    entry: Entry
    shared: tuple[Shared, ...]

    @property
    def score(self) -> int:
        """Return the sum of the reasons' points."""
        return sum(each.points for each in self.shared)


@dataclass(frozen=True)
class Traits:
    """What an entry can share with another."""

    named: frozenset[Id]
    standards: frozenset[Id]
    uses: tuple[Use, ...]
    """The main one first."""
    places: frozenset[str]
    organisations: frozenset[Id]
    topics: frozenset[Id]


def traits(library: Library, entry: Entry) -> Traits:
    """Return what an entry names; a mere mention in its long text does not count."""
    out = [link.target for link in library.outgoing[entry.id] if not link.ref.mention]
    back = [link.source for link in library.incoming[entry.id] if not link.ref.mention]
    itself = {entry.id}
    return Traits(
        named=frozenset({*out, *back}),
        standards=frozenset(id_ for id_ in {*out, *itself} if id_[0] == "standards"),
        uses=entry.fields.uses,
        places=_places(entry),
        organisations=frozenset(id_ for id_ in {*out, *itself} if id_[0] == "organisations"),
        topics=frozenset(id_ for id_ in out if id_[0] == "topics"),
    )


def _places(entry: Entry) -> frozenset[str]:
    """A town and its municipality are one place: "Aarhus Kommune" is Aarhus, "Københavns Kommune" is København."""
    place: Any = getattr(entry.fields, "place", None)
    if place is None:
        return frozenset()
    town = place.city.said("da")[0]
    around = place.municipality.said("da")[0].removesuffix(" Kommune") if place.municipality else town
    return frozenset({town, town if around == f"{town}s" else around})


def matches(library: Library, entry: Entry, kinds: Iterable[str], most: int) -> Mapping[str, tuple[Match, ...]]:
    """Return by type the entries that fit best, at most ``most`` of each, the best first.

    A town, an organisation or a topic alone makes no match, and it takes ``LEAST`` points. Where two score alike, the one
    that shares the rarer fields of use comes first.
    """
    mine = traits(library, entry)
    rarity = _rarity(library)
    found: dict[str, tuple[Match, ...]] = {}
    for kind in kinds:
        others = (other for other in library.of_type(kind) if other.id != entry.id)
        scored = [Match(other, _shared(entry, mine, other, traits(library, other))) for other in others]
        fitting = [match for match in scored if match.score >= LEAST and _is_about_the_same(match)]
        fitting.sort(key=lambda match: (-match.score, -_rare(match, rarity), match.entry.slug))
        if fitting:
            found[kind] = tuple(fitting[:most])
    return found


def _is_about_the_same(match: Match) -> bool:
    return any(each.reason in _TELLING for each in match.shared)


def _shared(entry: Entry, mine: Traits, other: Entry, theirs: Traits) -> tuple[Shared, ...]:
    named = (other.id,) if other.id in mine.named or entry.id in theirs.named else ()
    common = tuple(use for use in mine.uses if use in theirs.uses)
    main = mine.uses[0] if mine.uses else None
    pairs: tuple[tuple[Reason, tuple[Id | Use | str, ...]], ...] = (
        (Reason.NAMED, named),
        (Reason.STANDARD, tuple(sorted(mine.standards & theirs.standards))),
        (Reason.MAIN, (main,) if main is not None and theirs.uses[:1] == (main,) else ()),
        (Reason.USE, tuple(use for use in common if use not in BROAD)),
        (Reason.BROAD, tuple(use for use in common if use in BROAD)),
        (Reason.PLACE, tuple(sorted(mine.places & theirs.places))[:1]),
        (Reason.ORGANISATION, tuple(sorted(mine.organisations & theirs.organisations))),
        (Reason.TOPIC, tuple(sorted(mine.topics & theirs.topics))),
    )
    return tuple(Shared(reason, things) for reason, things in pairs if things)


def _rarity(library: Library) -> Mapping[Use, float]:
    counts = dict.fromkeys(Use, 0)
    for entry in library.entries.values():
        for use in entry.fields.uses:
            counts[use] += 1
    return {use: 1 / count for use, count in counts.items() if count}


def _rare(match: Match, rarity: Mapping[Use, float]) -> float:
    return sum(rarity.get(thing, 0) for each in match.shared for thing in each.things if isinstance(thing, Use))
