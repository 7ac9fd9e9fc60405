"""Gathers entries into places that can each be pointed at: two that lie too close on the drawing become one."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from ..markup import slugify
from .geography import Spot, framed_spot, inside, read_outline
from .svg import plain

Kind = Literal["case", "lab", "both"]

# Half a target: 24 CSS pixels across where the map is 270 pixels wide.
REACH = 16.0
# Two places nearer than this would share part of their targets.
APART = 2 * REACH


@dataclass(frozen=True)
class Placed:
    """An entry that lies somewhere: its title, the name of the place, and the address of its page."""

    title: str
    place: str
    href: str
    latitude: float
    longitude: float
    kind: Literal["case", "lab"]


@dataclass(frozen=True)
class Point:
    """One place on the map: ``key`` is the id of its row in the list beside the map, ``entries`` what that row holds."""

    key: str
    title: str
    href: str
    latitude: float
    longitude: float
    entries: tuple[Placed, ...]

    @property
    def kind(self) -> Kind:
        """Return whether the place holds cases, labs or both."""
        kinds = {entry.kind for entry in self.entries}
        return kinds.pop() if len(kinds) == 1 else "both"

    @property
    def count(self) -> int:
        """Return how many entries lie here."""
        return len(self.entries)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the entries' titles, each once."""
        return tuple(dict.fromkeys(plain(entry.title) for entry in self.entries))


@dataclass(frozen=True)
class _Group:
    frame: str
    spot: Spot
    lead: Placed
    entries: tuple[Placed, ...]


def group_places(entries: Sequence[Placed], around: str, uid: str) -> tuple[Point, ...]:
    """Return one point per place in Denmark, none so near another that their targets overlap; others are left out.

    Inputs: the entries, in the order in which places should be read; ``around`` is the name of several places in one,
    such as "{place} og omegn"; ``uid`` begins the keys. A point with one entry leads to its page, any other to the
    element with the point's key as its id, which the page gives the place's row in the list beside the map.
    """
    outline = read_outline()
    found = _apart(
        [group for group in _same_spot(entries) if inside(group.lead.latitude, group.lead.longitude, outline)]
    )
    taken: Counter[str] = Counter()
    points = []
    for group in found:
        names = {plain(entry.place) for entry in group.entries}
        name = plain(group.lead.place)
        title = name if len(names) == 1 else around.format(place=name)
        slug = slugify(name)
        taken[slug] += 1
        key = f"{uid}-{slug}" if taken[slug] == 1 else f"{uid}-{slug}-{taken[slug]}"
        href = group.entries[0].href if len(group.entries) == 1 else f"#{key}"
        points.append(Point(key, title, href, group.lead.latitude, group.lead.longitude, group.entries))
    return tuple(points)


def _same_spot(entries: Sequence[Placed]) -> Iterator[_Group]:
    spots: dict[tuple[str, Spot], list[Placed]] = {}
    for entry in entries:
        spots.setdefault(framed_spot(entry.latitude, entry.longitude), []).append(entry)
    for (frame, spot), held in spots.items():
        yield _Group(frame, spot, held[0], tuple(held))


def _apart(groups: list[_Group]) -> list[_Group]:
    """Join the two nearest groups until all are far enough apart; the joint one lies where most of it lies."""
    groups = list(groups)
    while True:
        near = [
            (math.dist(one.spot, other.spot), i, j)
            for (i, one), (j, other) in combinations(enumerate(groups), 2)
            if one.frame == other.frame and math.dist(one.spot, other.spot) < APART
        ]
        if not near:
            return groups
        _, i, j = min(near)
        groups[i] = _joined(groups[i], groups.pop(j))


def _joined(one: _Group, other: _Group) -> _Group:
    # A short name is nearly always the town's, a long one a joint place.
    lead = max(one, other, key=lambda group: (len(group.entries), -len(group.lead.place)))
    return _Group(one.frame, lead.spot, lead.lead, one.entries + other.entries)
