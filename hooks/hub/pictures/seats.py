"""Where each party of a flow picture stands: rows of seats, and the seating in which the arrows run shortest."""

from collections.abc import Sequence
from itertools import combinations, permutations

# A seat is (column, row); column 0.5 is the middle.
Seat = tuple[float, int]

SEATS: dict[int, tuple[Seat, ...]] = {
    1: ((0.5, 0),),
    2: ((0, 0), (1, 0)),
    3: ((0, 0), (1, 0), (0.5, 1)),
    4: ((0, 0), (1, 0), (0, 1), (1, 1)),
    5: ((0, 0), (1, 0), (0.5, 1), (0, 2), (1, 2)),
    6: ((0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (1, 2)),
}
MOST = max(SEATS)

_CROSSING = 3.0


def seated(count: int, ties: Sequence[tuple[int, int]]) -> tuple[Seat, ...]:
    """Return a seat for each of ``count`` parties (1 to ``MOST``), given which of them are tied to each other.

    The parties' own order is kept where nothing is gained by another.
    """
    seats = SEATS[count]
    pairs = sorted({(min(tie), max(tie)) for tie in ties})
    return min(permutations(seats), key=lambda order: (_cost(order, pairs), _disorder(order, seats)))


def _cost(order: Sequence[Seat], pairs: Sequence[tuple[int, int]]) -> float:
    drawn = [(order[one], order[other]) for one, other in pairs]
    far = sum(_length(one, other) for one, other in drawn)
    return far + _CROSSING * sum(_cross(first, second) for first, second in combinations(drawn, 2))


def _length(one: Seat, other: Seat) -> float:
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    # Neighbours in a row or a column are best, a slope is second, and passing a whole row is to be avoided.
    return across + down + (0.5 if across and down else 0) + (3 if down > 1 else 0)


def _disorder(order: Sequence[Seat], seats: Sequence[Seat]) -> int:
    return sum(abs(seats.index(seat) - place) for place, seat in enumerate(order))


def _cross(first: tuple[Seat, Seat], second: tuple[Seat, Seat]) -> bool:
    (a, b), (c, d) = first, second
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Seat, b: Seat, c: Seat) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
