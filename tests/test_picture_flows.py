"""Flows and neighbours: no arrow through a box, no number over another, links apart."""

import math
import re
from collections.abc import Iterator
from itertools import combinations, pairwise, permutations

import pytest

# A window of 320 px leaves this much between the page's margins.
from picture_cases import FLOW_WORDS, NARROW, NEAR_WORDS, by_class, drawn_neighbours, number_of, read, rules

from hub.model import Library
from hub.pictures import flows as flow_picture
from hub.pictures import neighbours, routes
from hub.pictures.flows import Flow, flows
from hub.pictures.letters import width
from hub.pictures.neighbours import Group, Neighbour
from hub.pictures.routes import BADGE, box_of, routed
from hub.pictures.seats import MOST, SEATS, seated


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
