"""Writes SVG elements as text: what callers say is escaped here, once, and every picture gets a name and a description."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..escaping import escape

# What needs no escaping inside an attribute: class names, path data, plain addresses.
_HARMLESS = re.compile(r"[\w .,#:/()-]*", re.ASCII)
_UID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class Words:
    """What a picture is called and what it shows, for those who do not see it."""

    title: str
    description: str


def plain(value: str) -> str:
    """Return text without markup, on one line; what is already markup is read as the text it shows."""
    return " ".join((value.striptags() if isinstance(value, Markup) else value).split())


def number(value: float) -> str:
    """Return a number as SVG wants it, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def tag(name: str, content: str = "", **attributes: str | float) -> str:
    """Return an element; ``content`` is SVG already, attribute values are escaped.

    An attribute's name is written with ``_`` for ``-``; ``class_`` stands for ``class``; an empty value is left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _attribute(value: str | float) -> str:
    if not isinstance(value, str):
        return number(value)
    return value if _HARMLESS.fullmatch(value) else str(escape(value))


def rectangle(class_: str, x: float, y: float, wide: float, high: float, round_: float = 0, fill: str = "") -> str:
    """Return a rectangle by its top left corner and its size; ``fill`` is a pattern's address, never a colour."""
    return tag("rect", class_=class_, x=x, y=y, width=wide, height=high, rx=round_ or "", fill=fill)


def lettering(text: str, x: float, y: float, class_: str, anchor: str = "") -> str:
    """Return one line of text; ``anchor`` is "middle", "end" or nothing."""
    return tag("text", str(escape(plain(text))), class_=class_, x=x, y=y, text_anchor=anchor)


def lines(texts: Sequence[str], x: float, y: float, leading: float, class_: str, anchor: str = "") -> str:
    """Return lines of one text below each other; ``y`` is the first base line."""
    rows = [
        tag("tspan", str(escape(plain(text))), x=x, y=y + leading * row, text_anchor=anchor)
        for row, text in enumerate(texts)
    ]
    # A space keeps the lines' words apart where they are read out; in centred text it would push the line aside.
    return tag("text", ("" if anchor else " ").join(rows), class_=class_)


def picture(kind: str, uid: str, size: tuple[float, float], words: Words, body: str, *, linked: bool = False) -> str:
    """Return the whole picture; one with links is a group, so that readers reach them, and any other an image.

    Raises ValueError for a ``uid`` that is not lower-case letters, digits and hyphens after a letter.
    """
    if not _UID.fullmatch(uid):
        raise ValueError(f"the uid {uid!r} is not lower-case letters, digits and hyphens after a letter")
    named = [
        f'<title id="{uid}-title">{escape(plain(words.title))}</title>',
        f'<desc id="{uid}-desc">{escape(plain(words.description))}</desc>',
    ]
    return (
        f'<svg class="hub-svg hub-{kind}" viewBox="0 0 {number(size[0])} {number(size[1])}" '
        f'role="{"group" if linked else "img"}" aria-labelledby="{uid}-title" aria-describedby="{uid}-desc">'
        f"{''.join(named)}{body}</svg>"
    )
