"""Where a place lies on the drawn map: one projection for the outline and for every point, so that the two agree.

The projection is Albers' equal-area conic on a sphere. Bornholm is drawn nearer than it lies, in a frame of its own, and
the capital region once more, enlarged, because the places there would else lie on top of each other.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise

EARTH_KM = 6371.0
PARALLELS = (55.0, 57.3)
ORIGIN = (57.8, 10.4)
UNITS_PER_KM = 1.1
ORIGIN_SPOT = (165.0, 4.0)
WIDTH, HEIGHT = 360.0, 424.0
# A simplified coast cuts off harbours and headlands, so a place may lie this many units outside it.
NEAR = 3.0

Spot = tuple[float, float]
# Left, top, right, bottom.
Box = tuple[float, float, float, float]
Ring = Sequence[Spot]


@dataclass(frozen=True)
class Frame:
    """A rectangle of the drawing that shows a part of the map moved or enlarged."""

    box: Box
    zoom: float
    moved: Spot

    def place(self, spot: Spot) -> Spot:
        """Return where a spot of the true map lies in the frame."""
        return spot[0] * self.zoom + self.moved[0], spot[1] * self.zoom + self.moved[1]

    def holds(self, spot: Spot, margin: float = 0) -> bool:
        """Tell whether a spot of the drawing lies within the frame, ``margin`` from its edge."""
        left, top, right, bottom = self.box
        return left + margin <= spot[0] <= right - margin and top + margin <= spot[1] <= bottom - margin

    def width(self) -> float:
        """Return how wide the frame is."""
        return self.box[2] - self.box[0]

    def covers(self) -> Box:
        """Return the rectangle of the true map that the frame shows."""
        (left, top, right, bottom), (x, y), zoom = self.box, self.moved, self.zoom
        return (left - x) / zoom, (top - y) / zoom, (right - x) / zoom, (bottom - y) / zoom


BORNHOLM = Frame((298, 354, 356, 402), 1, (-153, 61))
CAPITAL = Frame((254, 22, 354, 190), 3.9, (-896.5, -869.2))


@dataclass(frozen=True)
class Outline:
    """The drawn land as path data in tenths of a unit: by region, and once more, coarser, for small maps.

    ``rings`` are the regions' coasts and borders as spots, each with the box that holds it.
    """

    regions: Mapping[str, str]
    coarse: str
    rings: tuple[tuple[Box, Ring], ...]


def true_spot(latitude: float, longitude: float) -> Spot:
    """Return a place's spot on the true map, before any frame moves it."""
    first, second, north = (math.radians(angle) for angle in (*PARALLELS, ORIGIN[0]))
    cone = (math.sin(first) + math.sin(second)) / 2
    spread = math.cos(first) ** 2 + 2 * cone * math.sin(first)
    radius = EARTH_KM * math.sqrt(spread - 2 * cone * math.sin(math.radians(latitude))) / cone
    origin = EARTH_KM * math.sqrt(spread - 2 * cone * math.sin(north)) / cone
    angle = cone * math.radians(longitude - ORIGIN[1])
    east, south = radius * math.sin(angle), radius * math.cos(angle) - origin
    return ORIGIN_SPOT[0] + east * UNITS_PER_KM, ORIGIN_SPOT[1] + south * UNITS_PER_KM


def drawn_spot(latitude: float, longitude: float) -> Spot:
    """Return a place's spot on the drawing, where Bornholm has moved; the capital region is not enlarged here."""
    spot = true_spot(latitude, longitude)
    moved = BORNHOLM.place(spot)
    return moved if BORNHOLM.holds(moved) else spot


def framed_spot(latitude: float, longitude: float) -> tuple[str, Spot]:
    """Return the frame that shows a place ("capital" or "main") and its spot there."""
    spot = CAPITAL.place(true_spot(latitude, longitude))
    # A marker may not stick out of the frame, so places at its very edge stay on the main map.
    return ("capital", spot) if CAPITAL.holds(spot, 8) else ("main", drawn_spot(latitude, longitude))


def read_outline() -> Outline:
    """Return Denmark's outline, which ``tools/make_outline.py`` made."""
    held = json.loads((resources.files(__package__) / "denmark.json").read_text(encoding="utf-8"))
    regions = {region["name"]: region["path"] for region in held["regions"]}
    drawn = [ring for path in regions.values() for ring in rings(path)]
    return Outline(regions, held["coarse"], tuple((_box_of(ring), ring) for ring in drawn))


def _box_of(ring: Ring) -> Box:
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return min(across) - NEAR, min(down) - NEAR, max(across) + NEAR, max(down) + NEAR


def rings(path: str) -> Iterator[Ring]:
    """Yield the closed rings of path data ("Mx,yl dx,dy …z" in tenths) as spots of the drawing."""
    for ring in path.split("z")[:-1]:
        x = y = 0
        found = []
        for dx, dy in re.findall(r"(-?\d+)[, ]?(-?\d+)", ring):
            x, y = x + int(dx), y + int(dy)
            found.append((x / 10, y / 10))
        yield [*found, found[0]]


def inside(latitude: float, longitude: float, outline: Outline | None = None) -> bool:
    """Tell whether a place lies in Denmark, as the drawing has it; pass the outline when asking often."""
    x, y = spot = drawn_spot(latitude, longitude)
    return any(
        left <= x <= right and top <= y <= bottom and (_in_ring(spot, ring) or _near(spot, ring))
        for (left, top, right, bottom), ring in (outline or read_outline()).rings
    )


def _in_ring(spot: Spot, ring: Ring) -> bool:
    x, y = spot
    crossed = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossed = not crossed
    return crossed


def _near(spot: Spot, ring: Ring) -> bool:
    return any(distance_to_line(spot, start, end) <= NEAR for start, end in pairwise(ring))


def distance_to_line(spot: Spot, start: Spot, end: Spot) -> float:
    """Return how far a spot lies from the stretch between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((spot[0] - start[0]) * dx + (spot[1] - start[1]) * dy) / length if length else 0
    along = min(1.0, max(0.0, along))
    return math.hypot(spot[0] - start[0] - along * dx, spot[1] - start[1] - along * dy)
