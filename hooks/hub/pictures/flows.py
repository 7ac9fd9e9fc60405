"""Who gives what to whom: a box per party, and a numbered arrow per flow whose words stand in the table beside it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .letters import width, wrap
from .routes import BADGE, BOX, LANE, WIDTH, Arrow, box_of, routed
from .seats import MOST, seated
from .svg import Words, lettering, lines, picture, plain, rectangle, tag

SIZE, LEADING = 15.0, 19.0
_LEAST_HIGH, _BETWEEN = 54.0, 92.0


@dataclass(frozen=True)
class Flow:
    """What one party, by its key, gives another; ``what`` stands in the table, not in the picture."""

    giver: str
    receiver: str
    what: str
    money: bool


@dataclass(frozen=True)
class FlowWords(Words):
    """The picture's words: what a solid arrow is (money) and what a dashed one is (anything else)."""

    money: str
    service: str


def flows(parties: Sequence[tuple[str, str]], given: Sequence[Flow], words: FlowWords, uid: str) -> str:
    """Return the picture of parties (key, name) and their flows, numbered from 1 in their own order.

    Flows of unknown parties and to oneself have no arrow but keep their number. For fewer than 2 parties or more than
    6 there is no picture, and the answer is empty: the table says it all.
    """
    if not 2 <= len(parties) <= MOST:
        return ""
    keys = [key for key, _ in parties]
    drawn = [
        (place, flow, (keys.index(flow.giver), keys.index(flow.receiver)))
        for place, flow in enumerate(given, 1)
        if flow.giver in keys and flow.receiver in keys and flow.giver != flow.receiver
    ]
    ties = [tie for _, _, tie in drawn]
    seats = seated(len(parties), ties)
    names = [wrap(plain(name), BOX - 8, SIZE) for _, name in parties]
    abreast = Counter(tuple(sorted(tie)) for tie in ties if seats[tie[0]][1] == seats[tie[1]][1])
    lanes = max(abreast.values(), default=0)
    high = max(_LEAST_HIGH, max(len(name) for name in names) * LEADING + 20, lanes * LANE + 10)
    boxes = [box_of(seat, high, high + _BETWEEN) for seat in seats]
    arrows = routed(seats, boxes, ties)
    kinds = [flow.money for _, flow, _ in drawn]
    body = "".join(_arrow(arrow, money) for arrow, money in zip(arrows, kinds, strict=True))
    for (left, top, right, bottom), name in zip(boxes, names, strict=True):
        body += rectangle("hub-flows__box", left, top, right - left, bottom - top, 4)
        first = (top + bottom) / 2 - (len(name) - 1) * LEADING / 2 + 5.5
        body += lines(name, (left + right) / 2, first, LEADING, "hub-flows__name", "middle")
    for arrow, (place, flow, _) in zip(arrows, drawn, strict=True):
        body += _badge(arrow.badge, str(place), flow.money)
    legend, depth = _legend(kinds, words, max(box[3] for box in boxes) + 30)
    return picture("flows", uid, (WIDTH, depth), words, body + legend)


def _arrow(arrow: Arrow, money: bool) -> str:
    line = tag("path", class_=_classes("line", money), d=arrow.line)
    return line + tag("path", class_=_classes("head", money), d=arrow.head)


def _badge(spot: tuple[float, float], place: str, money: bool) -> str:
    x, y = spot
    disc = tag("circle", class_=_classes("badge", money), cx=x, cy=y, r=BADGE)
    return disc + lettering(place, x, y + 5.3, _classes("number", money), "middle")


def _classes(part: str, money: bool) -> str:
    return f"hub-flows__{part} hub-flows__{part}--money" if money else f"hub-flows__{part}"


def _legend(kinds: Sequence[bool], words: FlowWords, y: float) -> tuple[str, float]:
    """Return what the arrows' kinds mean, in one row or two, and how deep the drawing gets."""
    x = 1.0
    drawn = ""
    for money, word in ((True, plain(words.money)), (False, plain(words.service))):
        if money not in kinds:
            continue
        room = 48 + width(word, SIZE) + 20
        if x > 1 and x + room - 20 > WIDTH:
            x, y = 1.0, y + 24
        drawn += _arrow(Arrow(f"M{x} {y - 5}h30", f"M{x + 40} {y - 5}l-10 5v-10z", (0, 0)), money)
        drawn += lettering(word, x + 48, y, "hub-flows__legend")
        x += room
    return drawn, y + 8 if drawn else y - 28
