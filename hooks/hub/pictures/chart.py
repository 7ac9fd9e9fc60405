"""A handful of figures as bars: each with its name above, its value written out, and how sure it is told by more than colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from .letters import width, wrap
from .svg import Words, lettering, lines, picture, plain, rectangle, tag

WIDTH = 340.0
SIZE, LEADING = 15.0, 20.0
_THICK, _GAP = 26.0, 20.0
_LEAST = 0.4


@dataclass(frozen=True)
class Bar:
    """One figure: ``text`` is the value as the language writes it, ``kind`` how it came about, in words.

    ``estimated`` figures are hatched and dashed; the others are solid. ``start`` moves a bar that adds to another.
    """

    label: str
    value: float
    text: str
    kind: str
    estimated: bool
    start: float = 0


def bars(rows: Sequence[Bar], words: Words, uid: str) -> str:
    """Return the chart; values are drawn from a common zero, and negative ones count as nothing."""
    ends = [max(0.0, row.start) + max(0.0, row.value) for row in rows]
    values = [width(plain(row.text), SIZE, bold=True) + 10 for row in rows]
    beside = min(((WIDTH - text) / end for text, end in zip(values, ends, strict=True) if end), default=0.0)
    longest = max(ends, default=0.0)
    # Very long values would leave no room for the bars, so they go above them instead.
    above = beside * longest < _LEAST * WIDTH
    scale = (WIDTH - 2) / longest if above and longest else beside
    hatch = tag("path", class_="hub-chart__hatch", d="M-2 2l4-4M0 8l8-8M6 10l4-4")
    body = tag("pattern", hatch, id=f"{uid}-hatch", width=8, height=8, patternUnits="userSpaceOnUse")
    y = 0.0
    for row, end in zip(rows, ends, strict=True):
        label = wrap(f"{plain(row.label)} ({plain(row.kind)})", WIDTH - 2, SIZE)
        body += lines(label, 0, y + SIZE, LEADING, "hub-chart__label")
        y += LEADING * len(label)
        if above:
            body += lettering(row.text, 0, y + SIZE, "hub-chart__value")
            y += LEADING
        body += _bar(row, y + 5, scale, uid)
        if not above:
            body += lettering(row.text, end * scale + 9, y + 5 + _THICK / 2 + 5.5, "hub-chart__value")
        y += 5 + _THICK + _GAP
    return picture("chart", uid, (WIDTH, max(1.0, y - _GAP + 2)), words, body)


def _bar(row: Bar, y: float, scale: float, uid: str) -> str:
    start, length = 1 + max(0.0, row.start) * scale, max(1.0, row.value * scale)
    lead = tag("path", class_="hub-chart__lead", d=f"M1 {y + _THICK / 2:.1f}H{start:.1f}") if row.start > 0 else ""
    if not row.estimated:
        return lead + rectangle("hub-chart__bar", start, y, length, _THICK)
    hatched = rectangle("", start, y, length, _THICK, fill=f"url(#{uid}-hatch)")
    return lead + hatched + rectangle("hub-chart__bar hub-chart__bar--estimated", start, y, length, _THICK)
