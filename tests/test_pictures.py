"""What holds for every picture: named, harmless, legible, and told apart in both schemes."""

import re
from collections.abc import Sequence

import markdown
import pytest

# A window of 320 px leaves this much between the page's margins.
from picture_cases import (
    AROUND,
    GROWTH,
    HOSTILE,
    MAP_WORDS,
    NARROW,
    STYLES,
    crowd,
    drawn_neighbours,
    hostile_pictures,
    read,
    rules,
)

from hub.markup import EXTENSIONS, extension_configs
from hub.pictures import chart, geography, labels, neighbours, places, routes
from hub.pictures import flows as flow_picture
from hub.pictures import map as maps
from hub.pictures.chart import bars
from hub.pictures.letters import SOFT_HYPHEN, width, wrap
from hub.pictures.map import denmark
from hub.pictures.places import group_places
from hub.pictures.svg import Words


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


def used_classes() -> set[str]:
    drawn = [
        *hostile_pictures().values(),
        denmark(group_places(crowd()[::3], AROUND, "p"), MAP_WORDS, "m"),
        drawn_neighbours(30),
        bars(GROWTH, Words("a", "b"), "v"),
    ]
    return {name for svg in drawn for names in re.findall(r' class="([^"]+)"', svg) for name in names.split()}


def test_every_class_has_its_rule_and_every_rule_its_class() -> None:
    styled = set(re.findall(r"\.(hub-(?:svg|map|chart|flows|neighbour)[\w-]*)", rules()))
    plain = {"hub-map__key", "hub-neighbour", "hub-chart__label", "hub-flows__name", "hub-neighbour__link"}
    assert used_classes() - plain == styled - plain
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
