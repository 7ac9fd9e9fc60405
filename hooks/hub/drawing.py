"""Chooses what each picture shows: turns entries into the plain values that ``pictures`` draws."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from .evidence import Figure, FigureKind, Place
from .model import Entry
from .page_view import PageView
from .pictures.chart import Bar, bars
from .pictures.flows import Flow, FlowWords, flows
from .pictures.geography import Outline
from .pictures.map import MapWords, Placed, Point, denmark, group_places, inset
from .pictures.neighbours import Group, Neighbour, NeighbourWords, neighbours
from .pictures.svg import Words

_ON_THE_MAP = {"cases": "case", "labs": "lab"}


def places(p: PageView) -> tuple[Point, ...]:
    """Return the places in Denmark that hold cases or labs, each with its entries."""
    found = [
        Placed(
            title=p.plain(entry.fields.title),
            place=p.plain(place.city),
            href=str(p.entry_href(entry)),
            latitude=place.latitude,
            longitude=place.longitude,
            kind=kind,  # type: ignore[arg-type]
        )
        for name, kind in _ON_THE_MAP.items()
        for entry in p.sorted(p.library.of_type(name))
        if (place := getattr(entry.fields, "place", None)) and place.latitude is not None
    ]
    return group_places(found, str(p.w["map_around"]), "place")


def country_map(p: PageView, points: Iterable[Point]) -> Markup:
    """Return the map of Denmark with those places."""
    w = p.w
    words = MapWords(
        title=w["map_title"], description=w["map_desc"], case=w["map_case"], lab=w["map_lab"], both=w["map_both"],
        capital=w["map_capital"],
    )  # fmt: skip
    return Markup(denmark(tuple(points), words, "map"))


def place_map(p: PageView, place: Place, outline: Outline) -> Markup:
    """Return a small map that marks a place, or nothing outside Denmark or without coordinates."""
    if place.latitude is None or place.longitude is None:
        return Markup("")
    words = Words(title=p.w["map_inset_title"], description=p.plain(place.city))
    return Markup(inset(place.latitude, place.longitude, words, "inset", outline))


def figure_chart(p: PageView, title: str, found: Iterable[Figure]) -> Markup:
    """Return a chart of the figures that share the first one's unit, smallest first, or nothing for fewer than two."""
    figures = list(found)
    same = [figure for figure in figures if p.plain(figure.unit) == p.plain(figures[0].unit)]
    if len(same) < 2:
        return Markup("")
    same.sort(key=lambda figure: figure.value)
    starts = _starts([float(figure.value) for figure in same])
    rows = [
        Bar(
            label=p.plain(figure.label),
            value=float(figure.value),
            text=f"{_bound(p, figure)}{p.wording.number(figure.value)} {p.plain(figure.unit)}",
            kind=str(p.said(figure.kind)),
            estimated=figure.kind in {FigureKind.ESTIMATED, FigureKind.TARGET},
            start=start,
        )
        for figure, start in zip(same, starts, strict=True)
    ]
    words = Words(title=title, description="; ".join(f"{row.label}: {row.text} ({row.kind})" for row in rows))
    return Markup(bars(rows, words, "chart"))


def _starts(values: list[float]) -> list[float]:
    """Where three figures are a state, what is added and the sum, the added part begins where the state ends."""
    if len(values) == 3 and values[0] + values[1] == values[2]:
        return [0, values[0], 0]
    return [0] * len(values)


def _bound(p: PageView, figure: Figure) -> str:
    return f"{p.said(figure.bound)} " if figure.bound else ""


def money_flows(p: PageView, fields: Any) -> Markup:
    """Return the picture of a business model's flows."""
    names = {party.key: p.plain(party.name) for party in fields.parties}
    drawn = [Flow(flow.giver, flow.receiver, p.plain(flow.what), flow.money) for flow in fields.flows]
    told = "; ".join(
        f"{number}: {names[flow.giver]} → {names[flow.receiver]}, {flow.what}" for number, flow in enumerate(drawn, 1)
    )
    words = FlowWords(title=p.w["flows"], description=told, money=p.w["flow_money"], service=p.w["flow_service"])
    return Markup(flows(list(names.items()), drawn, words, "flows"))


def entry_neighbours(p: PageView, entry: Entry, groups: Iterable[tuple[Markup, list[Entry]]]) -> Markup:
    """Return the picture of an entry and what it is tied to, or nothing when it stands alone."""
    drawn = tuple(
        Group(heading.unescape(), tuple(_neighbour(p, other) for other in found)) for heading, found in groups
    )
    if not drawn:
        return Markup("")
    title = p.plain(entry.fields.title)
    words = NeighbourWords(
        title=p.w["neighbours_title"].format(title=title),
        description=p.w["neighbours_desc"],
        more=p.w["neighbours_more"],
    )
    return Markup(neighbours(title, drawn, words, "near"))


def _neighbour(p: PageView, other: Entry) -> Neighbour:
    title, language = other.fields.title.said(p.language)
    return Neighbour(title, str(p.entry_href(other)), "" if language == p.language else language)
