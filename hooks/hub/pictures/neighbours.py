"""An entry and what it is tied to, as a small tree: the entry on top, a branch per heading, a link per neighbour."""

from collections.abc import Sequence
from dataclasses import dataclass

from .letters import wrap
from .svg import Words, lettering, lines, number, picture, plain, rectangle, tag

WIDTH = 340.0
SIZE, LEADING = 15.0, 19.0
MOST = 14
_TRUNK, _BRANCH, _LEFT = 12.0, 30.0, 46.0
# A row of one line is 24 CSS pixels high where the picture is 260 pixels wide.
_PAD, _GAP = 13.0, 7.0


@dataclass(frozen=True)
class Neighbour:
    """One link; ``language`` is set where the title is in another language than the page."""

    title: str
    href: str
    language: str = ""


@dataclass(frozen=True)
class Group:
    """The neighbours of one kind under their heading."""

    heading: str
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True)
class NeighbourWords(Words):
    """The picture's words; ``more`` tells how many are left out, such as "og {count} til"."""

    more: str


def neighbours(centre: str, groups: Sequence[Group], words: NeighbourWords, uid: str) -> str:
    """Return the picture with at most ``MOST`` links, shared out among the groups; groups without any are left out."""
    groups = [group for group in groups if group.neighbours]
    shares = shared([len(group.neighbours) for group in groups], MOST)
    title = wrap(plain(centre), WIDTH - 26, SIZE, bold=True)
    y = len(title) * LEADING + 18
    drawn = rectangle("hub-neighbour__centre", 1, 1, WIDTH - 2, y - 2, 4)
    drawn += lines(title, 13, 9 + SIZE, LEADING, "hub-neighbour__title")
    trunk = y
    wood = ""
    for group, share in zip(groups, shares, strict=True):
        branch, y, trunk, woods = _branch(group, share, y + 14, words)
        drawn += branch
        wood += woods
    if groups:
        start = len(title) * LEADING + 17
        wood += tag("path", class_="hub-neighbour__wood", d=f"M{_TRUNK} {start}V{trunk}")
    return picture("neighbour", uid, (WIDTH, y + 1), words, wood + drawn, linked=True)


def shared(sizes: Sequence[int], most: int) -> list[int]:
    """Return how many of each group are shown: turn by turn, so that a large group does not crowd out a small one."""
    shares = [0] * len(sizes)
    while sum(shares) < most and shares != list(sizes):
        for group, size in enumerate(sizes):
            if shares[group] < size and sum(shares) < most:
                shares[group] += 1
    return shares


def _branch(group: Group, share: int, y: float, words: NeighbourWords) -> tuple[str, float, float, str]:
    """Return a group's drawing, where it ends, where it leaves the trunk, and its lines."""
    heading = wrap(plain(group.heading), WIDTH - _BRANCH - 2, SIZE, bold=True)
    knot = y + LEADING / 2
    drawn = tag("circle", class_="hub-neighbour__knot", cx=_TRUNK, cy=knot, r=5)
    drawn += lines(heading, _BRANCH - 6, y + SIZE, LEADING, "hub-neighbour__heading")
    y += len(heading) * LEADING + 5
    start, wood = number(y - 2), ""
    for neighbour in group.neighbours[:share]:
        link, y, middle = _link(neighbour, y)
        drawn += link
        wood += f"M{_BRANCH} {start}V{number(middle)}H{_LEFT}"
        start = number(middle)
    left_out = len(group.neighbours) - share
    if left_out:
        drawn += lettering(words.more.format(count=left_out), _LEFT, y + SIZE, "hub-neighbour__more")
        y += LEADING + _GAP
    return drawn, y, knot, tag("path", class_="hub-neighbour__wood", d=wood) if wood else ""


def _link(neighbour: Neighbour, y: float) -> tuple[str, float, float]:
    """Return a link, where the next may begin, and the height at which its branch arrives."""
    title = wrap(plain(neighbour.title), WIDTH - _LEFT - 22, SIZE, most=3)
    height = len(title) * LEADING + _PAD
    content = rectangle("hub-neighbour__box", _LEFT, y, WIDTH - _LEFT - 1, height, 4)
    content += lines(title, _LEFT + 10, y + _PAD / 2 + SIZE - 1, LEADING, "hub-neighbour__name")
    link = tag("a", content, class_="hub-neighbour__link", href=neighbour.href, lang=neighbour.language)
    return link, y + height + _GAP, y + height / 2
