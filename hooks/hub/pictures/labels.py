"""Names beside the map's points, where there is room: first in letters for a narrow map, else smaller ones for a wide map.

A name that covers another name, a target or a frame helps nobody, so it is left out; the link carries it all the same.
"""

from collections.abc import Iterator, Sequence

from .geography import BORNHOLM, CAPITAL, WIDTH, Box, Spot
from .letters import width
from .places import REACH
from .svg import lettering

# Letters of 15.5 units are 12 CSS pixels high where the map is 279 pixels wide; wide maps use the smaller ones.
LARGE, SMALL = 15.5, 10.5
LEADING = 18.0
_EDGE = 2.0


def labels(places: Sequence[tuple[str, str, Spot]], heading: int) -> list[str]:
    """Return the drawn name, or nothing, for each place (name, frame, spot); ``heading`` is the frame's lines of text."""
    left, _, right, bottom = CAPITAL.box
    targets = [(x - REACH, y - REACH, x + REACH, y + REACH) for _, _, (x, y) in places]
    headed: Box = (left, bottom - 5 - LEADING * heading, right, bottom)
    chosen: dict[int, str] = {}
    taken: list[Box] = [headed] if any(frame == "capital" for _, frame, _ in places) else []
    for size, class_ in ((LARGE, "hub-map__label"), (SMALL, "hub-map__label hub-map__label--wide")):
        for place, (name, frame, spot) in enumerate(places):
            if place in chosen or BORNHOLM.holds(spot):
                continue
            others = taken + targets[:place] + targets[place + 1 :]
            for anchor, x, y, box in _spots(name, spot, size):
                if _fits(box, frame) and not any(_touch(box, other) for other in others):
                    chosen[place] = lettering(name, x, y, class_, anchor)
                    taken.append(box)
                    break
    return [chosen.get(place, "") for place in range(len(places))]


def _spots(name: str, spot: Spot, size: float) -> Iterator[tuple[str, float, float, Box]]:
    """Yield where a name may stand: right, left, below, above; each as anchor, base point and the box it fills."""
    x, y = spot
    wide, rise = width(name, size), size * 0.36
    beside, below, above = REACH + 1, REACH + size * 0.8, -REACH - 2
    for anchor, start, dx, dy in (
        ("", 0.0, beside, rise),
        ("end", -1.0, -beside, rise),
        ("middle", -0.5, 0.0, below),
        ("middle", -0.5, 0.0, above),
    ):
        begin, base = x + dx + start * wide, y + dy
        yield anchor, x + dx, base, (begin, base - size * 0.8, begin + wide, base + size * 0.25)


def _fits(box: Box, frame: str) -> bool:
    left, top, right, bottom = CAPITAL.box if frame == "capital" else (0.0, 0.0, WIDTH, BORNHOLM.box[3])
    within = left + _EDGE <= box[0] and box[2] <= right - _EDGE and top + _EDGE <= box[1] and box[3] <= bottom - _EDGE
    return within and (frame == "capital" or not (_touch(box, CAPITAL.box) or _touch(box, BORNHOLM.box)))


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
