"""Denmark's map: the places of cases and labs as links, and a small map for one place."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..escaping import escape
from .geography import (
    BORNHOLM,
    CAPITAL,
    HEIGHT,
    WIDTH,
    Box,
    Outline,
    Spot,
    drawn_spot,
    framed_spot,
    inside,
    read_outline,
)
from .labels import LARGE, Named, labels
from .letters import width
from .places import REACH, Kind, Placed, Point, group_places
from .svg import Words, lettering, number, picture, plain, rectangle, tag

__all__ = ["MapWords", "Placed", "Point", "denmark", "group_places", "inset", "inside"]

_NAMED = 3
_ISLAND = "Bornholm"
_KINDS: tuple[Kind, ...] = ("case", "lab", "both")


@dataclass(frozen=True)
class MapWords(Words):
    """The map's words: what points of each kind hold, and the heading of the enlarged capital region."""

    case: str
    lab: str
    both: str
    capital: str

    def of(self, kind: Kind) -> str:
        """Return the word for a kind of place."""
        return plain({"case": self.case, "lab": self.lab, "both": self.both}[kind])


def denmark(points: Sequence[Point], words: MapWords, uid: str) -> str:
    """Return the map with one link per point (see ``group_places``); points outside Denmark are left out.

    Raises ValueError for an unfit ``uid``, as all pictures do.
    """
    outline = read_outline()
    shown = [point for point in points if inside(point.latitude, point.longitude, outline)]
    places = [
        Named(plain(point.title), *framed_spot(point.latitude, point.longitude), 8 if point.count == 1 else 14)
        for point in shown
    ]
    regions = "".join(tag("path", class_="hub-map__region", d=path) for path in outline.regions.values())
    land = tag("g", regions, id=f"{uid}-land", transform="scale(.1)")
    enlarged = any(place.frame == "capital" for place in places)
    marks = "".join(
        _point(point, place.spot, label, words)
        for point, place, label in zip(shown, places, labels(places), strict=True)
    )
    kinds: list[Kind] = [kind for kind in _KINDS if any(point.kind == kind for point in shown)]
    legend, depth = _legend(kinds, words)
    body = land + _bornholm() + (_capital(uid, plain(words.capital)) if enlarged else "") + marks + legend
    return picture("map", uid, (WIDTH, depth), words, body, linked=True)


def inset(latitude: float, longitude: float, words: Words, uid: str, outline: Outline | None = None) -> str:
    """Return a small map that marks one place, or nothing for a place outside Denmark.

    Pass the outline where many are drawn, so that it is read once.
    """
    outline = outline or read_outline()
    if not inside(latitude, longitude, outline):
        return ""
    x, y = drawn_spot(latitude, longitude)
    body = (
        tag("path", class_="hub-map__region", d=outline.coarse, transform="scale(.1)")
        + _rectangle(BORNHOLM.box, "hub-map__frame")
        + tag("circle", class_="hub-map__mark", cx=x, cy=y, r=17)
    )
    return picture("map hub-map--inset", uid, (WIDTH, BORNHOLM.box[3] + 2), words, body)


def _rectangle(box: Box, class_: str) -> str:
    left, top, right, bottom = box
    return rectangle(class_, left, top, right - left, bottom - top)


def _bornholm() -> str:
    _, _, right, bottom = BORNHOLM.box
    return _rectangle(BORNHOLM.box, "hub-map__frame") + lettering(
        _ISLAND, right, bottom + 16, "hub-map__heading", "end"
    )


def _capital(uid: str, heading: str) -> str:
    left, top, right, bottom = CAPITAL.box
    covered = x1, y1, x2, _ = CAPITAL.covers()
    moved = f"translate({CAPITAL.moved[0]} {CAPITAL.moved[1]}) scale({CAPITAL.zoom})"
    leads = f"M{number(x1)} {number(y1)}L{left} {bottom}M{number(x2)} {number(y1)}L{right} {bottom}"
    return (
        tag("clipPath", _rectangle(CAPITAL.box, ""), id=f"{uid}-clip")
        + tag("path", class_="hub-map__lead", d=leads)
        + _rectangle(covered, "hub-map__frame")
        + _rectangle(CAPITAL.box, "hub-map__sea")
        + tag("g", tag("use", href=f"#{uid}-land", transform=moved), clip_path=f"url(#{uid}-clip)", aria_hidden="true")
        + _rectangle(CAPITAL.box, "hub-map__frame")
        + lettering(heading, right, top - 7, "hub-map__heading", "end")
    )


def _shape(kind: Kind, x: float, y: float, size: float) -> str:
    """Return a marker: a disc for cases, a square for labs, a diamond for both."""
    if kind == "case":
        return tag("circle", class_="hub-map__mark", cx=x, cy=y, r=size)
    if kind == "lab":
        side = size * 1.8
        return rectangle("hub-map__mark", x - side / 2, y - side / 2, side, side)
    half = number(size * 1.25)
    corners = f"M{number(x)} {number(y - size * 1.25)}l{half} {half}-{half} {half}-{half}-{half}z"
    return tag("path", class_="hub-map__mark", d=corners)


def _point(point: Point, spot: Spot, label: str, words: MapWords) -> str:
    x, y = spot
    count = f", {point.count}" if point.count > 1 else ""
    named = f": {'; '.join(point.names)}" if len(point.names) <= _NAMED else ""
    name = f"{plain(point.title)}{count}. {words.of(point.kind)}{named}"
    sign = _shape(point.kind, x, y, 8 if point.count == 1 else 13)
    if point.count > 1:
        sign += lettering(str(point.count), x, y + 5.5, "hub-map__count", "middle")
    # The tooltip is for those who point; the link's own name says the same, so it is kept from being read twice. The
    # drawn words come in the order in which the name says them, for those who speak to their browser.
    drawn = (
        tag("circle", tag("title", str(escape(name))), class_="hub-map__hit", cx=x, cy=y, r=REACH)
        + tag("circle", class_="hub-map__ring", cx=x, cy=y, r=REACH + 2)
        + f"{label} "
        + tag("g", sign, class_="hub-map__sign")
    )
    return tag("a", tag("g", drawn, aria_hidden="true"), class_="hub-map__point", href=point.href, aria_label=name)


def _legend(kinds: Sequence[Kind], words: MapWords) -> tuple[str, float]:
    """Return what the signs mean, and how deep the drawing gets."""
    x, y = 12.0, HEIGHT + 18
    drawn = ""
    for kind in kinds:
        word = words.of(kind)
        room = width(word, LARGE) + 28
        if x > 12 and x + room - 14 > WIDTH:
            x, y = 12.0, y + 24
        drawn += tag("g", _shape(kind, x, y - 5.5, 7), class_="hub-map__key")
        drawn += lettering(word, x + 14, y, "hub-map__legend")
        x += room
    return drawn, y + 8 if drawn else HEIGHT
