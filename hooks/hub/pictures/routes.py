"""Which way each arrow of a flow picture runs, so that no two lie on each other and none crosses a box."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .geography import Box, Spot, distance_to_line
from .seats import Seat
from .svg import number

WIDTH = 340.0
BOX = 136.0
BADGE = 11.0
LANE = 28.0
_SLOPE_LANE = 30.0
# In the middle of what a box at the side and one in the middle share, so that a single arrow between them is upright.
_CORNER = (BOX - (WIDTH - BOX) / 2 + 1) / 2
_OUTWARD = 22.0
_HEAD, _HALF_HEAD, _AIR = 10.0, 5.0, 2.0
_SAMPLES = 24
# Where a bent arrow may lean to: the gap in the middle first, then further out.
_LEANS = (170.0, 205.0, 135.0, 240.0, 100.0, 40.0, 300.0, 5.0, 335.0)
_BADGE_PLACES = (0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75)


@dataclass(frozen=True)
class Arrow:
    """A drawn way: its line and head as path data, and where its number stands."""

    line: str
    head: str
    badge: Spot


@dataclass(frozen=True)
class _Way:
    """A line as sampled spots, from giver to receiver, and as path data."""

    spots: tuple[Spot, ...]
    line: str


def box_of(seat: Seat, high: float, pitch: float) -> Box:
    """Return the box of the party in a seat; boxes are ``high`` and their tops lie ``pitch`` apart."""
    left = 1 + seat[0] * (WIDTH - 2 - BOX)
    return left, seat[1] * pitch + 1, left + BOX, seat[1] * pitch + 1 + high


def routed(seats: Sequence[Seat], boxes: Sequence[Box], flows: Sequence[tuple[int, int]]) -> tuple[Arrow, ...]:
    """Return an arrow per flow (giver, receiver); parties are numbers of seats, and no one gives to themselves."""
    ends = _ends(seats, boxes, flows)
    ways = [
        _way(start, end, giver, receiver, boxes) for (start, end), (giver, receiver) in zip(ends, flows, strict=True)
    ]
    badges: list[Spot] = []
    for place, way in enumerate(ways):
        badges.append(_badge(way, ways[:place] + ways[place + 1 :], badges, boxes))
    return tuple(Arrow(way.line, _head(way.spots), badge) for way, badge in zip(ways, badges, strict=True))


def _ends(seats: Sequence[Seat], boxes: Sequence[Box], flows: Sequence[tuple[int, int]]) -> list[tuple[Spot, Spot]]:
    """Return where each arrow leaves and arrives: flows between the same two run side by side, in lanes."""
    lanes = Counter(_tie(flow) for flow in flows)
    sloped = any(_is_slope(seats[one], seats[other]) for one, other in lanes)
    ports = _slope_ports(seats, boxes, lanes)
    used: Counter[tuple[int, int]] = Counter()
    found = []
    for giver, receiver in flows:
        tie = _tie((giver, receiver))
        upper, lower = sorted(tie, key=lambda party: (seats[party][1], seats[party][0]))
        lane, count = used[tie], lanes[tie]
        used[tie] += 1
        a, b = boxes[upper], boxes[lower]
        if _is_slope(seats[upper], seats[lower]):
            ends = (ports[upper, tie, lane], a[3]), (ports[lower, tie, lane], b[1])
        elif seats[upper][1] == seats[lower][1]:
            y = (a[1] + a[3]) / 2 + _offset(lane, count, a[3] - a[1])
            ends = (a[2], y), (b[0], y)
        else:
            outward = (1 if seats[upper][0] else -1) * _OUTWARD if sloped else 0
            x = (a[0] + a[2]) / 2 + outward + _offset(lane, count, BOX)
            x = min(max(x, a[0] + _CORNER), a[2] - _CORNER)
            ends = (x, a[3]), (x, b[1])
        found.append(ends if giver == upper else (ends[1], ends[0]))
    return found


def _tie(flow: tuple[int, int]) -> tuple[int, int]:
    return min(flow), max(flow)


def _is_slope(one: Seat, other: Seat) -> bool:
    return one[0] != other[0] and one[1] != other[1]


def _offset(lane: int, count: int, room: float) -> float:
    return (lane - (count - 1) / 2) * min(LANE, (room - 2 * _CORNER) / max(1, count - 1))


def _slope_ports(
    seats: Sequence[Seat], boxes: Sequence[Box], lanes: Counter[tuple[int, int]]
) -> dict[tuple[int, tuple[int, int], int], float]:
    """Return the x of each sloping arrow's end by (party, tie, lane), counted from the corner that faces the other."""
    sides: dict[tuple[int, bool, bool], list[tuple[int, float, tuple[int, int], int]]] = {}
    for tie, count in lanes.items():
        for party, other in (tie, tie[::-1]):
            (x, y), (far_x, far_y) = seats[party], seats[other]
            if not _is_slope((x, y), (far_x, far_y)):
                continue
            right = far_x > x
            for lane in range(count):
                # Lanes keep their order from left to right at both ends, and the nearer row takes the outer port.
                rank = -lane if right else lane
                sides.setdefault((party, far_y > y, right), []).append((abs(far_y - y), rank, tie, lane))
    found = {}
    for (party, _, right), ends in sides.items():
        left, _, edge, _ = boxes[party]
        step = min(_SLOPE_LANE, (BOX - 2 * _CORNER) / max(1, len(ends) - 1))
        for place, (_, _, tie, lane) in enumerate(sorted(ends)):
            inward = _CORNER + place * step
            found[party, tie, lane] = edge - inward if right else left + inward
    return found


def _way(start: Spot, end: Spot, giver: int, receiver: int, boxes: Sequence[Box]) -> _Way:
    """Return the straight line, or the first bent one that keeps clear of the other parties' boxes."""
    others = [box for party, box in enumerate(boxes) if party not in (giver, receiver)]
    end = _before(start, end, _AIR)
    # The line stops inside the head, or its blunt end would show at the tip.
    straight = _Way(tuple(_samples(start, start, end, end)), f"M{_at(start)}L{_at(_before(start, end, _HEAD - 2))}")
    if _clear(straight.spots, others):
        return straight
    for lean in _LEANS:
        rise = end[1] - start[1]
        first, second = (lean, start[1] + rise * 0.2), (lean, start[1] + rise * 0.8)
        spots = tuple(_samples(start, first, second, end))
        if _clear(spots, others):
            return _Way(spots, f"M{_at(start)}C{_at(first)} {_at(second)} {_at(_before(second, end, _HEAD - 2))}")
    return straight


def _before(start: Spot, end: Spot, by: float) -> Spot:
    length = math.dist(start, end) or 1
    return end[0] - (end[0] - start[0]) / length * by, end[1] - (end[1] - start[1]) / length * by


def _at(spot: Spot) -> str:
    return f"{number(spot[0])} {number(spot[1])}"


def _samples(a: Spot, b: Spot, c: Spot, d: Spot) -> Iterator[Spot]:
    for step in range(_SAMPLES + 1):
        t = step / _SAMPLES
        w = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (
            w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
            w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
        )


def _clear(spots: Sequence[Spot], boxes: Sequence[Box], margin: float = 6) -> bool:
    return not any(
        left - margin < x < right + margin and top - margin < y < bottom + margin
        for x, y in spots
        for left, top, right, bottom in boxes
    )


def _badge(way: _Way, others: Sequence[_Way], badges: Sequence[Spot], boxes: Sequence[Box]) -> Spot:
    """Return the spot on a way that is farthest from trouble: other ways, their numbers, and boxes."""

    def room(spot: Spot) -> float:
        lines = [distance_to_line(spot, a, b) - BADGE for other in others for a, b in pairwise(other.spots)]
        numbers = [math.dist(spot, badge) - 2 * BADGE for badge in badges]
        edges = [_outside(spot, box) - BADGE for box in boxes]
        # Beyond a few units more room is no better, so the middle of the way wins.
        return min([*lines, *numbers, *edges, 3.0])

    places = [way.spots[round(share * _SAMPLES)] for share in _BADGE_PLACES]
    return max(places, key=room)


def _outside(spot: Spot, box: Box) -> float:
    dx = max(box[0] - spot[0], 0, spot[0] - box[2])
    dy = max(box[1] - spot[1], 0, spot[1] - box[3])
    return math.hypot(dx, dy)


def _head(spots: Sequence[Spot]) -> str:
    (x1, y1), (x2, y2) = spots[-3], spots[-1]
    length = math.dist((x1, y1), (x2, y2)) or 1
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    back = x2 - ux * _HEAD, y2 - uy * _HEAD
    left = back[0] - uy * _HALF_HEAD, back[1] + ux * _HALF_HEAD
    right = back[0] + uy * _HALF_HEAD, back[1] - ux * _HALF_HEAD
    return f"M{_at((x2, y2))}L{_at(left)} {_at(right)}z"
