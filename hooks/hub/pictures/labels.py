"""Names beside the map's points, where there is room: first in letters for a narrow map, else smaller ones for a wide map.

A name that covers another name, a target or a frame helps nobody, so it is left out; the link carries it all the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .geography import BORNHOLM, CAPITAL, WIDTH, Box, Spot
from .letters import width
from .places import REACH
from .svg import lettering

# Letters of 15.5 units are 12 CSS pixels high where the map is 279 pixels wide; wide maps use the smaller ones.
LARGE, SMALL = 15.5, 10.5
_EDGE = 2.0


@dataclass(frozen=True)
class Named:
    """A drawn point: its name, the frame it lies in, its spot, and how far its sign reaches from there."""

    name: str
    frame: str
    spot: Spot
    sign: float


def labels(places: Sequence[Named]) -> list[str]:
    """Return the drawn name, or nothing, for each point."""
    targets = [
        (place.spot[0] - REACH, place.spot[1] - REACH, place.spot[0] + REACH, place.spot[1] + REACH) for place in places
    ]
    chosen: dict[int, str] = {}
    taken: list[Box] = []
    for size, class_ in ((LARGE, "hub-map__label"), (SMALL, "hub-map__label hub-map__label--wide")):
        for number, place in enumerate(places):
            # Bornholm's own name stands below its frame.
            if number in chosen or BORNHOLM.holds(place.spot):
                continue
            others = taken + targets[:number] + targets[number + 1 :]
            for anchor, x, y, box in _spots(place, size):
                if _fits(box, place.frame) and not any(_touch(box, other) for other in others):
                    chosen[number] = lettering(place.name, x, y, class_, anchor)
                    taken.append(box)
                    break
    return [chosen.get(number, "") for number in range(len(places))]


def _spots(place: Named, size: float) -> Iterator[tuple[str, float, float, Box]]:
    """Yield where a name may stand, the best first; each as anchor, base point and the box it fills."""
    x, y = place.spot
    wide = width(place.name, size, bold=True)
    beside, below, above = place.sign + 5, place.sign + size * 0.9 + 2, -place.sign - 4
    for anchor, start, dx, dy in (
        ("", 0.0, beside, size * 0.36),
        ("end", -1.0, -beside, size * 0.36),
        ("middle", -0.5, 0.0, below),
        ("middle", -0.5, 0.0, above),
        ("", 0.0, -place.sign, below),
        ("end", -1.0, place.sign, below),
        ("", 0.0, -place.sign, above),
        ("end", -1.0, place.sign, above),
    ):
        begin, base = x + dx + start * wide, y + dy
        yield anchor, x + dx, base, (begin, base - size * 0.8, begin + wide, base + size * 0.25)


def _fits(box: Box, frame: str) -> bool:
    left, top, right, bottom = CAPITAL.box if frame == "capital" else (0.0, 0.0, WIDTH, BORNHOLM.box[3])
    within = left + _EDGE <= box[0] and box[2] <= right - _EDGE and top + _EDGE <= box[1] and box[3] <= bottom - _EDGE
    frames = (CAPITAL.box, CAPITAL.covers(), BORNHOLM.box)
    return within and (frame == "capital" or not any(_touch(box, other) for other in frames))


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
