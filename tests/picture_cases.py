"""What the tests of the pictures share: towns, words, and ways to read an SVG."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from conftest import ROOT

from hub.pictures import neighbours
from hub.pictures.chart import Bar, bars
from hub.pictures.flows import Flow, FlowWords, flows
from hub.pictures.geography import inside, read_outline
from hub.pictures.map import MapWords, denmark, inset
from hub.pictures.neighbours import Group, Neighbour, NeighbourWords
from hub.pictures.places import Placed, group_places
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


def crowd() -> list[Placed]:
    """Entries all over the country, far too many for the map."""
    outline = read_outline()
    grid = ((54.6 + row * 0.09, 8.1 + column * 0.16) for row in range(35) for column in range(43))
    return [town(f"By {number}", spot) for number, spot in enumerate(grid) if inside(*spot, outline)]


GROWTH = [
    Bar("Smarte job i 2019", 17_600, "17.600 job", "skøn", True),
    Bar("Mulige smarte job i 2025", 52_800, "op til 52.800 job", "skøn", True),
    Bar("Heraf flere end i 2019", 35_200, "op til 35.200 job", "skøn", True, start=17_600),
]


def drawn_neighbours(*sizes: int) -> str:
    groups = [
        Group(
            f"Gruppe {n}", tuple(Neighbour(f"Nabo {n}.{m} med et ret langt navn", f"../{n}-{m}/") for m in range(size))
        )
        for n, size in enumerate(sizes)
    ]
    return neighbours.neighbours("En post", groups, NEAR_WORDS, "n")


def rules() -> str:
    return re.sub(r"/\*.*?\*/", "", (STYLES / "pictures.css").read_text(encoding="utf-8"), flags=re.DOTALL)
