"""The chart: bars as long as their values, estimates told by pattern and word."""

import pytest

# A window of 320 px leaves this much between the page's margins.
from picture_cases import GROWTH, by_class, number_of, read

from hub.pictures import chart
from hub.pictures.chart import Bar, bars
from hub.pictures.letters import width
from hub.pictures.svg import Words


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
