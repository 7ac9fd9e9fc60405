"""The map: every place where it lies, every target large enough, every name where it covers nothing."""

import importlib.util
import json
import math
import re
from itertools import combinations
from pathlib import Path

import pytest
from conftest import ROOT

# A window of 320 px leaves this much between the page's margins.
from picture_cases import (
    ABROAD,
    AROUND,
    MAP_WORDS,
    NARROW,
    TOWNS,
    all_towns,
    by_class,
    crowd,
    number_of,
    read,
    town,
)

from hub.pictures import geography, labels
from hub.pictures.geography import BORNHOLM, CAPITAL, drawn_spot, inside, read_outline, rings
from hub.pictures.letters import width
from hub.pictures.map import denmark, inset
from hub.pictures.places import REACH, Point, group_places
from hub.pictures.svg import Words


def test_the_outline_is_small_licensed_and_whole() -> None:
    file = Path(geography.__file__).parent / "denmark.json"
    held = json.loads(file.read_text(encoding="utf-8"))
    assert file.stat().st_size < 25_000
    assert "MIT" in held["licence"]
    assert "Permission is hereby granted" in (file.parent / "LICENCE-denmark.txt").read_text(encoding="utf-8")
    assert {region["name"] for region in held["regions"]} == set(TOWNS)
    for path in [held["coarse"], *(region["path"] for region in held["regions"])]:
        assert re.fullmatch(r"(M\d+,\d+l[-\d, ]+z)+", path)
        for ring in rings(path):
            assert all(0 <= x <= geography.WIDTH and 0 <= y <= geography.HEIGHT for x, y in ring)


def test_towns_lie_in_their_own_region() -> None:
    outline = read_outline()
    for region, towns in TOWNS.items():
        for name, spot in towns.items():
            holders = [
                other
                for other, path in outline.regions.items()
                if any(geography._in_ring(drawn_spot(*spot), ring) for ring in rings(path))
            ]
            assert holders in ([region], []), name
            assert inside(*spot, outline), name


def test_nothing_abroad_is_drawn() -> None:
    for name, spot in ABROAD.items():
        assert not inside(*spot), name
        assert inset(*spot, Words("a", "b"), "a") == "", name
    assert group_places([town(name, spot) for name, spot in ABROAD.items()], AROUND, "p") == ()
    abroad = Point("a", "New York", "x", *ABROAD["New York"], (town("New York", ABROAD["New York"]),))
    assert list(read(denmark([abroad], MAP_WORDS, "m")).iter("a")) == []


def test_a_small_map_marks_the_place() -> None:
    for place in all_towns():
        svg = inset(place.latitude, place.longitude, Words("Kort", place.place), "i")
        mark = by_class(svg, "hub-map__mark")[0]
        assert number_of(mark, "cx", "cy") == pytest.approx(drawn_spot(place.latitude, place.longitude), abs=0.1)
        assert len(svg) < 4_500


def test_targets_never_overlap_and_are_large_enough() -> None:
    assert 2 * REACH * NARROW / geography.WIDTH >= 24
    found = group_places(crowd()[::3], AROUND, "p")
    svg = denmark(found, MAP_WORDS, "m")
    targets = [number_of(target, "cx", "cy", "r") for target in by_class(svg, "hub-map__hit")]
    assert len(targets) == len(found) > 40
    _, _, wide, high = map(float, read(svg).get("viewBox").split())
    for x, y, reach in targets:
        assert reach == REACH
        assert 0 <= x <= wide and 0 <= y <= high
    framed = [CAPITAL.holds((x, y)) for x, y, _ in targets]
    for (one, in_one), (other, in_other) in combinations(zip(targets, framed, strict=True), 2):
        if in_one == in_other:
            assert math.dist(one[:2], other[:2]) >= 2 * REACH - 0.2


def test_every_entry_is_in_one_place_and_found_in_the_list() -> None:
    entries = [*all_towns(), town("Aarhus", (56.154, 10.214), "lab", "Et testmiljø"), *crowd()[:40]]
    found = group_places(entries, AROUND, "p")
    assert sorted(entry.title for point in found for entry in point.entries) == sorted(entry.title for entry in entries)
    assert len({point.key for point in found}) == len(found)
    for point in found:
        assert point.href == (f"#{point.key}" if point.count > 1 else point.entries[0].href)


def test_a_place_says_what_it_holds() -> None:
    near = [
        town("København", (55.676, 12.568), "case", "A"),
        town("København", (55.676, 12.568), "lab", "B"),
        town("Frederiksberg", (55.68, 12.54), "lab", "C"),
        town("Odense", (55.396, 10.389), "lab", "D"),
    ]
    capital, odense = group_places(near, AROUND, "sted")
    assert (capital.title, capital.key, capital.kind, capital.count) == (
        "København og omegn",
        "sted-koebenhavn",
        "both",
        3,
    )
    assert (odense.title, odense.kind, odense.href) == ("Odense", "lab", "../Odense/")
    labels_of = [link.get("aria-label") for link in read(denmark((capital, odense), MAP_WORDS, "m")).iter("a")]
    assert labels_of == ["København og omegn, 3. Begge dele: A; B; C", "Odense. Testmiljøer: D"]
    many = group_places([town("Odense", (55.396, 10.389), "case", str(n)) for n in range(9)], AROUND, "sted")
    assert [link.get("aria-label") for link in read(denmark(many, MAP_WORDS, "m")).iter("a")] == ["Odense, 9. Cases"]


def test_what_is_drawn_at_a_place_begins_its_name() -> None:
    """Those who speak to their browser say what they see."""
    links = list(read(denmark(group_places(crowd()[::3], AROUND, "p"), MAP_WORDS, "m")).iter("a"))
    seen = 0
    for link in links:
        words = " ".join(text.text for text in link.iter("text")).split()
        heard = re.findall(r"\w+", link.get("aria-label"))
        assert words == [] or " ".join(words) in " ".join(heard)
        seen += len(words) > 1
    assert seen > 5


def test_names_on_the_map_cover_nothing() -> None:
    svg = denmark(group_places(crowd()[::7], AROUND, "p"), MAP_WORDS, "m")
    boxes = []
    for label in by_class(svg, "hub-map__label"):
        size = labels.SMALL if "hub-map__label--wide" in label.get("class") else labels.LARGE
        x, y = number_of(label, "x", "y")
        wide = width(label.text, size, bold=True)
        left = x - {"end": wide, "middle": wide / 2}.get(label.get("text-anchor"), 0)
        boxes.append((left, y - size * 0.8, left + wide, y + size * 0.25))
    assert len(boxes) > 5
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert all(left >= 0 and right <= geography.WIDTH for left, _, right, _ in boxes)


def test_the_capital_is_enlarged_only_where_it_holds_something() -> None:
    odense = group_places([town("Odense", (55.396, 10.389))], AROUND, "p")
    assert not by_class(denmark(odense, MAP_WORDS, "m"), "hub-map__sea")
    assert by_class(denmark(group_places(all_towns(), AROUND, "p"), MAP_WORDS, "m"), "hub-map__sea")
    assert BORNHOLM.holds(drawn_spot(55.1, 14.706))


def test_the_outline_is_made_without_gaps() -> None:
    spec = importlib.util.spec_from_file_location("make_outline", ROOT / "tools" / "make_outline.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    border = [[0, 0], [10, 100], [-10, 100], [12, 100], [-12, 200]]
    topology = {
        "transform": {"scale": [0.001, 0.001], "translate": [9.0, 56.0]},
        "arcs": [border, [[0, 500], [900, 0], [0, -500], [-900, 0]], [[0, 500], [-700, 0], [0, -500], [700, 0]]],
        "objects": {
            "dnk": {
                "geometries": [
                    {"properties": {"name": "Sjaælland"}, "arcs": [[[0, 1]]]},
                    {"properties": {"name": "Vest"}, "arcs": [[[0, 2]]]},
                ]
            }
        },
    }
    made = tool.outline(topology, (0.05, 1.0))
    assert list(made) == ["Sjælland", "Vest"]
    east, west = (next(iter(rings(path))) for path in made.values())
    assert east[: len(east) - 3] == west[: len(west) - 3]
    assert len(tool.simplified([(0, 0), (1, 0.01), (2, 0)], 0.1)) == 2
    assert len(tool.simplified([(0, 0), (1, 0.5), (2, 0)], 0.1)) == 3
