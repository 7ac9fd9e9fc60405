"""The pictures: named, escaped, coloured by classes alone, legible and hittable at 320 px, and nothing upon anything."""

import importlib.util
import json
import math
import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, permutations
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import markdown
import pytest
from conftest import ROOT

from hub.markup import EXTENSIONS, extension_configs
from hub.model import Library
from hub.pictures import chart, geography, labels, neighbours, places, routes
from hub.pictures import flows as flow_picture
from hub.pictures import map as maps
from hub.pictures.chart import Bar, bars
from hub.pictures.flows import Flow, FlowWords, flows
from hub.pictures.geography import BORNHOLM, CAPITAL, drawn_spot, inside, read_outline, rings
from hub.pictures.letters import SOFT_HYPHEN, width, wrap
from hub.pictures.map import MapWords, denmark, inset
from hub.pictures.neighbours import Group, Neighbour, NeighbourWords
from hub.pictures.places import REACH, Placed, Point, group_places
from hub.pictures.routes import BADGE, box_of, routed
from hub.pictures.seats import MOST, SEATS, seated
from hub.pictures.svg import Words

# A window of 320 px leaves this much between the page's margins.
NARROW = 288
STYLES = ROOT / "overrides" / "assets" / "stylesheets"
HOSTILE = "<script>alert(1)</script>\"'&amp; *a* _b_ [c](d) {e} \\ Ærø"
AROUND = "{place} og omegn"
TOWNS = {
    "Hovedstaden": {"København": (55.676, 12.568), "Gentofte": (55.75, 12.548), "Rønne": (55.1, 14.706)},
    "Midtjylland": {"Aarhus": (56.154, 10.214), "Herning": (56.136, 8.976)},
    "Nordjylland": {"Aalborg": (57.048, 9.919), "Skagen": (57.72, 10.58)},
    "Sjælland": {"Roskilde": (55.64, 12.08), "Kalundborg": (55.68, 11.089)},
    "Syddanmark": {"Odense": (55.396, 10.389), "Esbjerg": (55.467, 8.452), "Sønderborg": (54.909, 9.792)},
}
ABROAD = {
    "New York": (40.713, -74.006),
    "Malmø": (55.605, 13.0),
    "Helsingborg": (56.046, 12.72),
    "Ystad": (55.43, 13.82),
    "Flensborg": (54.74, 9.43),
    "Kiel": (54.32, 10.13),
    "Oslo": (59.91, 10.75),
    "Sydpolen": (-90.0, 0.0),
    "Nordpolen": (90.0, 0.0),
}
MAP_WORDS = MapWords("Kort", "Steder", "Cases", "Testmiljøer", "Begge dele", "København og omegn")
FLOW_WORDS = FlowWords("Pengestrøm", "Se tabellen", "Penge", "Ydelser og andet")
NEAR_WORDS = NeighbourWords("Naboer", "Hvad den hænger sammen med", "og {count} til")


def town(name: str, spot: tuple[float, float], kind: str = "case", title: str = "") -> Placed:
    return Placed(title or f"Case i {name}", name, f"../{name}/", *spot, kind)  # type: ignore[arg-type]


def all_towns() -> list[Placed]:
    return [town(name, spot) for region in TOWNS.values() for name, spot in region.items()]


def hostile_pictures() -> dict[str, str]:
    """Every picture, with markup wherever a caller may say something."""
    words = {"title": HOSTILE, "description": HOSTILE}
    map_words = MapWords(**words, case=HOSTILE, lab=HOSTILE, both=HOSTILE, capital=HOSTILE)
    spots = [Placed(HOSTILE, HOSTILE, f"../?a={HOSTILE}", *spot, kind) for spot in ((56, 9.5), (55.676, 12.568))
             for kind in ("case", "lab")]  # fmt: skip
    spots += [
        Placed(HOSTILE, HOSTILE, HOSTILE, 55.4, 10.4, "case"),
        Placed(HOSTILE, HOSTILE, HOSTILE, 57.0, 9.9, "lab"),
    ]
    flow_words = FlowWords(**words, money=HOSTILE, service=HOSTILE)
    near_words = NeighbourWords(**words, more=HOSTILE.replace("{e}", "{count}"))
    group = Group(HOSTILE, tuple(Neighbour(HOSTILE, HOSTILE, "en") for _ in range(20)))
    rows = [Bar(HOSTILE, 3, HOSTILE, HOSTILE, True, 1), Bar("b", 4, "4", HOSTILE, False)]
    given = [Flow("a", "b", HOSTILE, True), Flow("b", "a", HOSTILE, False)]
    return {
        "map": denmark(group_places(spots, AROUND, "p"), map_words, "map"),
        "inset": inset(55.4, 10.4, Words(**words), "inset"),
        "chart": bars(rows, Words(**words), "chart"),
        "flows": flows([("a", HOSTILE), ("b", "B")], given, flow_words, "flows"),
        "neighbours": neighbours.neighbours(HOSTILE, [group], near_words, "near"),
    }


def read(svg: str) -> Element:
    return ElementTree.fromstring(svg)


def by_class(svg: str, class_: str) -> list[Element]:
    return [element for element in read(svg).iter() if class_ in element.get("class", "").split()]


def number_of(element: Element, *names: str) -> tuple[float, ...]:
    return tuple(float(element.get(name, "0")) for name in names)


# --- what holds for every picture ---


def test_every_picture_is_named_and_holds_nothing_but_drawing() -> None:
    ids: list[str] = []
    for kind, svg in hostile_pictures().items():
        root = read(svg)
        found = {element.get("id"): element for element in root.iter() if element.get("id")}
        ids += list(found)
        assert root.get("role") == ("group" if list(root.iter("a")) else "img"), kind
        assert found[root.get("aria-labelledby")].tag == "title"
        assert found[root.get("aria-describedby")].tag == "desc"
        assert {element.tag for element in root.iter()} <= {
            "svg", "title", "desc", "g", "path", "rect", "circle", "text", "tspan", "a", "use", "clipPath", "pattern",
        }, kind  # fmt: skip
        for element in root.iter():
            assert not {"style", "stroke", "color", "onclick"} & set(element.attrib), kind
            assert element.get("fill", "url(#").startswith("url(#"), kind
        points_at = re.findall(r'(?:url\(|<use href=")#([^)"]+)', svg)
        assert set(points_at) <= set(found), kind
        assert "\n" not in svg
    assert len(ids) == len(set(ids)) > 10


def test_what_callers_say_is_shown_as_they_said_it() -> None:
    for kind, svg in hostile_pictures().items():
        root = read(svg)
        said = " ".join(HOSTILE.split())
        assert root.find("title").text == root.find("desc").text == said, kind
        for link in root.iter("a"):
            assert HOSTILE in link.get("href") or link.get("href").startswith("#p-"), kind
        shown = "".join(root.itertext()) + "".join(link.get("aria-label", "") for link in root.iter("a"))
        assert shown.count("<script>") > 2 or kind == "inset", kind
        assert "<script" not in svg


def test_markdown_leaves_a_picture_alone() -> None:
    for kind, svg in hostile_pictures().items():
        page = f"# a\n\n<figure>\n{svg}\n</figure>\n\n*b*\n"
        html = markdown.markdown(page, extensions=list(EXTENSIONS), extension_configs=extension_configs())
        assert svg in html, kind
        assert "<em>b</em>" in html


@pytest.mark.parametrize("uid", ["", "1a", "A", 'a"b', "a b", "æ"])
def test_an_unfit_uid_is_refused(uid: str) -> None:
    with pytest.raises(ValueError, match="uid"):
        bars([], Words("a", "b"), uid)


# --- the map ---


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


@pytest.fixture(scope="module")
def crowd() -> list[Placed]:
    """Entries all over the country, far too many for the map."""
    outline = read_outline()
    grid = ((54.6 + row * 0.09, 8.1 + column * 0.16) for row in range(35) for column in range(43))
    return [town(f"By {number}", spot) for number, spot in enumerate(grid) if inside(*spot, outline)]


def test_targets_never_overlap_and_are_large_enough(crowd: list[Placed]) -> None:
    assert 2 * REACH * NARROW / geography.WIDTH >= 24
    found = group_places(crowd[::3], AROUND, "p")
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


def test_every_entry_is_in_one_place_and_found_in_the_list(crowd: list[Placed]) -> None:
    entries = [*all_towns(), town("Aarhus", (56.154, 10.214), "lab", "Et testmiljø"), *crowd[:40]]
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


def test_what_is_drawn_at_a_place_begins_its_name(crowd: list[Placed]) -> None:
    """Those who speak to their browser say what they see."""
    links = list(read(denmark(group_places(crowd[::3], AROUND, "p"), MAP_WORDS, "m")).iter("a"))
    seen = 0
    for link in links:
        words = " ".join(text.text for text in link.iter("text")).split()
        heard = re.findall(r"\w+", link.get("aria-label"))
        assert words == [] or " ".join(words) in " ".join(heard)
        seen += len(words) > 1
    assert seen > 5


def test_names_on_the_map_cover_nothing(crowd: list[Placed]) -> None:
    svg = denmark(group_places(crowd[::7], AROUND, "p"), MAP_WORDS, "m")
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


# --- the chart ---

GROWTH = [
    Bar("Smarte job i 2019", 17_600, "17.600 job", "skøn", True),
    Bar("Mulige smarte job i 2025", 52_800, "op til 52.800 job", "skøn", True),
    Bar("Heraf flere end i 2019", 35_200, "op til 35.200 job", "skøn", True, start=17_600),
]


def test_bars_are_as_long_as_their_values() -> None:
    svg = bars(GROWTH, Words("Vækst", "Tre tal"), "v")
    drawn = [number_of(bar, "x", "width") for bar in by_class(svg, "hub-chart__bar")]
    (x1, first), (x2, second), (x3, third) = drawn
    assert [first / second, third / second] == pytest.approx([1 / 3, 2 / 3], rel=0.01)
    assert x1 == x2
    assert x3 == pytest.approx(x1 + first, abs=0.2)
    for (x, length), row, value in zip(drawn, GROWTH, by_class(svg, "hub-chart__value"), strict=True):
        assert value.text == row.text
        start = float(value.get("x"))
        assert x + length < start < start + width(row.text, chart.SIZE, bold=True) <= chart.WIDTH


def test_an_estimate_is_told_by_pattern_and_word() -> None:
    svg = bars([GROWTH[0], Bar("Talt", 5_000, "5.000", "målt", False)], Words("a", "b"), "v")
    assert [bar.get("class") for bar in by_class(svg, "hub-chart__bar")] == ["hub-chart__bar hub-chart__bar--estimated",
                                                                             "hub-chart__bar"]  # fmt: skip
    assert svg.count('fill="url(#v-hatch)"') == 1
    shown = " ".join(read(svg).itertext())
    assert "(skøn)" in shown and "(målt)" in shown


@pytest.mark.parametrize("rows", [[], [Bar("nul", 0, "0", "målt", False)], [Bar("minus", -5, "-5", "målt", False)]])
def test_nothing_to_draw_is_no_fault(rows: list[Bar]) -> None:
    svg = bars(rows, Words("a", "b"), "v")
    assert all(float(bar.get("width")) >= 1 for bar in by_class(svg, "hub-chart__bar"))
    assert float(read(svg).get("viewBox").split()[3]) > 0


def test_a_long_value_stands_above_its_bar() -> None:
    svg = bars([Bar("a", 5, "omkring fem tusind og et par stykker", "skøn", True)], Words("a", "b"), "v")
    value, bar = by_class(svg, "hub-chart__value")[0], by_class(svg, "hub-chart__bar")[0]
    assert float(value.get("y")) < float(bar.get("y"))
    assert float(bar.get("width")) > chart.WIDTH / 2


# --- the flows ---


def shapes() -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Parties and who gives to whom: stars, chains and rings, both ways, and all to all for few."""
    for count in range(2, MOST + 1):
        star = [(0, other) for other in range(1, count)]
        chain = [(one, one + 1) for one in range(count - 1)]
        for ties in (star, chain, [*chain, (count - 1, 0)]):
            yield count, ties
            yield count, [*ties, *((b, a) for a, b in ties)]
        if count < 4:
            yield count, list(permutations(range(count), 2))


def test_no_arrow_crosses_a_box_and_no_number_covers_another() -> None:
    looked = 0
    for count, ties in shapes():
        seats = seated(count, ties)
        boxes = [box_of(seat, 70, 162) for seat in seats]
        ends = routes._ends(seats, boxes, ties)
        ways = [routes._way(a, b, *tie, boxes) for (a, b), tie in zip(ends, ties, strict=True)]
        for way, tie in zip(ways, ties, strict=True):
            assert routes._clear(way.spots, [box for party, box in enumerate(boxes) if party not in tie], 0), ties
            assert routes._clear(way.spots, [boxes[party] for party in tie], -1), ties
        for one, other in combinations(ways, 2):
            assert max(min(math.dist(a, b) for b in other.spots) for a in one.spots) > 9, (count, ties)
        badges = [arrow.badge for arrow in routed(seats, boxes, ties)]
        for one, other in combinations(badges, 2):
            assert math.dist(one, other) >= 2 * BADGE, (count, ties)
            looked += 1
        for badge in badges:
            assert all(routes._outside(badge, box) >= BADGE for box in boxes), (count, ties)
    assert looked > 300


def test_an_arrow_bends_round_a_box_that_stands_in_its_way() -> None:
    boxes = [box_of(seat, 70, 162) for seat in SEATS[6]]
    straight, bent = routed(SEATS[6], boxes, [(0, 2), (0, 4)])
    assert "C" in bent.line
    assert "C" not in straight.line


def test_names_fit_their_boxes_and_every_flow_has_its_number(real: Library) -> None:
    models = real.of_type("business-models")
    for model in models:
        for language in ("da", "en"):
            parties = [(party.key, party.name.said(language)[0]) for party in model.fields.parties]
            given = [Flow(f.giver, f.receiver, f.what.said(language)[0], f.money) for f in model.fields.flows]
            svg = flows(parties, given, FLOW_WORDS, "f")
            assert [text.text for text in by_class(svg, "hub-flows__number")] == [str(n + 1) for n in range(len(given))]
            assert len(by_class(svg, "hub-flows__line")) == len(given) + len({flow.money for flow in given})
            boxes = [number_of(box, "x", "y", "width", "height") for box in by_class(svg, "hub-flows__box")]
            for (x, y, wide, high), name in zip(boxes, by_class(svg, "hub-flows__name"), strict=True):
                for row in name.iter("tspan"):
                    assert float(row.get("x")) == pytest.approx(x + wide / 2, abs=0.2)
                    assert width(row.text, flow_picture.SIZE) <= wide - 4
                    assert y + 10 < float(row.get("y")) < y + high - 4
    assert len(models) > 3


def test_money_and_services_are_told_apart_and_explained() -> None:
    parties = [("a", "A"), ("b", "B")]
    svg = flows(parties, [Flow("a", "b", "x", True), Flow("b", "a", "y", False)], FLOW_WORDS, "f")
    assert [text.text for text in by_class(svg, "hub-flows__legend")] == ["Penge", "Ydelser og andet"]
    assert [len(by_class(svg, name)) for name in ("hub-flows__line", "hub-flows__line--money")] == [4, 2]
    dashed, solid = (re.search(rf"\.hub-flows__{name} {{(.*)}}", rules())[1] for name in ("line", "line--money"))
    assert "stroke-dasharray: 6" in dashed
    assert "stroke-dasharray: none" in solid
    only = flows(parties, [Flow("a", "b", "x", True)], FLOW_WORDS, "f")
    assert [text.text for text in by_class(only, "hub-flows__legend")] == ["Penge"]


def test_flows_that_cannot_be_drawn_keep_their_number() -> None:
    given = [Flow("a", "a", "x", True), Flow("a", "nobody", "x", True), Flow("a", "b", "x", True)]
    svg = flows([("a", "A"), ("b", "B")], given, FLOW_WORDS, "f")
    assert [text.text for text in by_class(svg, "hub-flows__number")] == ["3"]
    for parties in ([], [("a", "A")], [(str(n), "X") for n in range(MOST + 1)]):
        assert flows(parties, [], FLOW_WORDS, "f") == ""
    assert flows([("a", "A"), ("b", "B")], [], FLOW_WORDS, "f").startswith("<svg")


# --- the neighbours ---


def drawn_neighbours(*sizes: int) -> str:
    groups = [
        Group(
            f"Gruppe {n}", tuple(Neighbour(f"Nabo {n}.{m} med et ret langt navn", f"../{n}-{m}/") for m in range(size))
        )
        for n, size in enumerate(sizes)
    ]
    return neighbours.neighbours("En post", groups, NEAR_WORDS, "n")


def test_neighbours_are_few_and_the_rest_is_told() -> None:
    svg = drawn_neighbours(2, 30, 0, 5)
    links = [link.get("href") for link in read(svg).iter("a")]
    assert len(links) == neighbours.MOST
    assert links[:2] == ["../0-0/", "../0-1/"]
    assert [text.text for text in by_class(svg, "hub-neighbour__more")] == ["og 23 til"]
    assert len(by_class(svg, "hub-neighbour__heading")) == 3
    assert neighbours.shared([2, 30, 5], 14) == [2, 7, 5]
    assert neighbours.shared([1] * 20, 14) == [1] * 14 + [0] * 6
    assert neighbours.shared([], 14) == []


def test_links_to_neighbours_are_high_enough_and_apart() -> None:
    boxes = [
        number_of(box, "x", "y", "width", "height") for box in by_class(drawn_neighbours(9, 9), "hub-neighbour__box")
    ]
    assert len(boxes) == neighbours.MOST
    assert min(high for *_, high in boxes) * NARROW / neighbours.WIDTH >= 24
    for (_, y, _, high), (_, below, _, _) in pairwise(boxes):
        assert y + high < below


def test_an_entry_that_stands_alone_is_still_drawn() -> None:
    assert "hub-neighbour__wood" not in drawn_neighbours()
    foreign = Group("Kilder", (Neighbour("A report", "../a/", "en"),))
    svg = neighbours.neighbours("En post", [foreign], NEAR_WORDS, "n")
    assert [link.get("lang") for link in read(svg).iter("a")] == ["en"]


# --- letters ---


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Udviklingsleverandøren", ("Udviklings-", "leverandøren")),
        ("Driftsleverandøren", ("Drifts-", "leverandøren")),
        ("El- og varmeforsyningen", ("El- og varme-", "forsyningen")),
        (f"Arbejds{SOFT_HYPHEN}skadestyrelsen", ("Arbejds-", "skadestyrelsen")),
        (f"Kom{SOFT_HYPHEN}munen", ("Kommunen",)),
        ("Foreningen (OS2)", ("Foreningen", "(OS2)")),
        ("", ()),
    ],
)
def test_words_are_divided_where_danes_divide_them(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 128, 15) == lines


def test_no_line_is_too_long_and_no_letter_is_lost() -> None:
    text = "Speciallægepraksisplanlægningsstabiliseringsperiode i Region Hovedstaden og WWWWWWWWWWWWWWWWWWW 1234567890123456"
    for room in (64, 90, 128, 300):
        rows = wrap(text, room, 15, most=99)
        assert all(width(row, 15) <= room for row in rows)
        assert "".join(row.removesuffix("-") for row in rows).replace(" ", "") == text.replace(" ", "")
    short = wrap(text, 128, 15, most=2)
    assert len(short) == 2
    assert short[1].endswith("…")
    assert width(short[1], 15) <= 128


# --- the stylesheet ---


def rules() -> str:
    return re.sub(r"/\*.*?\*/", "", (STYLES / "pictures.css").read_text(encoding="utf-8"), flags=re.DOTALL)


def used_classes(crowd: list[Placed]) -> set[str]:
    drawn = [
        *hostile_pictures().values(),
        denmark(group_places(crowd[::3], AROUND, "p"), MAP_WORDS, "m"),
        drawn_neighbours(30),
        bars(GROWTH, Words("a", "b"), "v"),
    ]
    return {name for svg in drawn for names in re.findall(r' class="([^"]+)"', svg) for name in names.split()}


def test_every_class_has_its_rule_and_every_rule_its_class(crowd: list[Placed]) -> None:
    styled = set(re.findall(r"\.(hub-(?:svg|map|chart|flows|neighbour)[\w-]*)", rules()))
    plain = {"hub-map__key", "hub-neighbour", "hub-chart__label", "hub-flows__name", "hub-neighbour__link"}
    assert used_classes(crowd) - plain == styled - plain
    assert len(styled) > 30


def tokens() -> dict[str, tuple[str, str]]:
    """The tokens of hub.css as (light, dark)."""
    found = re.findall(
        r"--hub-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", (STYLES / "hub.css").read_text(encoding="utf-8")
    )
    return {name: (light, dark) for name, light, dark in found}


def channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def contrast(one: Sequence[float], other: Sequence[float]) -> float:
    def light(colour: Sequence[float]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    first, second = sorted((light(one), light(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_told_apart(scheme: int) -> None:
    colour = {name: channels(pair[scheme]) for name, pair in tokens().items()}
    land = [(a + b) / 2 for a, b in zip(colour["line"], colour["paper"], strict=True)]
    assert "color-mix(in srgb, var(--hub-line) 50%, var(--hub-paper))" in rules()
    text = [("ink", "paper"), ("ink", "fog"), ("ink-soft", "paper"), ("link", "paper"), ("link", "fog"),
            ("link-hover", "fog"), ("on-fjord", "fjord")]  # fmt: skip
    for letters, ground in text:
        assert contrast(colour[letters], colour[ground]) >= 4.5, (letters, ground)
    for letters in ("link", "ink-soft"):
        assert contrast(colour[letters], land) >= 4.5, letters
    for line in ("line-strong", "link", "ink-soft", "focus"):
        assert contrast(colour[line], colour["paper"]) >= 3, line
    for mark in ("link", "link-hover", "focus"):
        assert contrast(colour[mark], land) >= 3, mark
    assert contrast(colour["line"], colour["paper"]) < 3, "the test would see a line that is too faint"


def test_letters_are_at_least_12_px_on_a_narrow_screen() -> None:
    css = rules()
    narrow = re.sub(r"@container[^{]*\{(?:[^{}]*\{[^}]*\})*\s*\}", "", css)
    sizes = {name: float(size) for name, size in re.findall(r"([.\w -]+) \{[^}]*font-size: ([\d.]+)px", narrow)}
    assert len(sizes) > 3
    for selector, size in sizes.items():
        wide = geography.WIDTH if "map" in selector else chart.WIDTH
        assert size * NARROW / wide >= 12, selector
    assert sizes[".hub-svg .hub-map__label"] == labels.LARGE
    assert chart.WIDTH == routes.WIDTH == neighbours.WIDTH
    assert sizes[".hub-svg text"] == chart.SIZE == flow_picture.SIZE == neighbours.SIZE
    assert places.REACH and maps.denmark


def test_wide_maps_use_letters_that_are_still_large_enough() -> None:
    steps = re.findall(r"@container \(min-width: (\d+)rem\) \{(.*?)\n\}", rules(), re.DOTALL)
    assert len(steps) == 2
    for wide, body in steps:
        size = float(re.search(r"font-size: ([\d.]+)px", body)[1])
        assert size * int(wide) * 16 / geography.WIDTH >= 12
    assert f"font-size: {labels.SMALL}px" in steps[-1][1]
