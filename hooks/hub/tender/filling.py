"""Fills the blanks of a clause's texts: a value, or a visible place that says who fills it in and with what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ..vocabulary import Text
from ..wording import Wording
from .parameters import BLANK, Parameter, Setting


class Holder(Protocol):
    """What knows a clause's blanks and their values, such as ``selection.Selected``."""

    def parameter(self, name: str) -> Parameter:
        """Return the blank of that name."""
        ...

    def setting(self, name: str) -> Setting | None:
        """Return its value, or None while nobody has given one."""
        ...


@dataclass(frozen=True)
class Piece:
    """A run of text; a ``blank`` still waits for its value."""

    text: str
    parameter: str = ""
    blank: bool = False


def fill(text: Text, holder: Holder, wording: Wording) -> Iterator[Piece]:
    """Yield the pieces of a text in the wording's language (or in the one it is written in)."""
    parts = BLANK.split(text.said(wording.language)[0])
    for number, part in enumerate(parts):
        if number % 2:
            yield _piece(part, holder, wording)
        elif part:
            yield Piece(part)


def _piece(name: str, holder: Holder, wording: Wording) -> Piece:
    parameter = holder.parameter(name)
    value = holder.setting(name)
    if value is None:
        return Piece(blank_text(parameter, wording), name, blank=True)
    return Piece(value_text(parameter, value, wording), name)


def value_text(parameter: Parameter, value: Setting, wording: Wording) -> str:
    """Return a value as the language writes it, with its unit: "10 år"."""
    if isinstance(value, Text):
        said = value.said(wording.language)[0]
    elif isinstance(value, str):
        option = parameter.options.get(value)
        said = option.said(wording.language)[0] if option else value
    else:
        said = wording.number(value)
    unit = parameter.unit.said(wording.language)[0] if parameter.unit else ""
    return f"{said}\u00a0{unit}" if unit else said


def blank_text(parameter: Parameter, wording: Wording) -> str:
    """Return what stands in an unfilled place: who fills it in, and with what."""
    unit = parameter.unit.said(wording.language)[0] if parameter.unit else ""
    label = parameter.label.said(wording.language)[0]
    label = label[:1].lower() + label[1:] if not label[:2].isupper() else label
    filler = parameter.filled_by.value if parameter.filled_by else "buyer"
    words = wording.words["doc"]["blank"]
    said = str(words[filler]).format(label=label)
    return f"{said}\u00a0{unit}" if unit else said


def filled_text(text: Text, holder: Holder, wording: Wording) -> str:
    """Return a text with its blanks filled, as plain text."""
    return "".join(piece.text for piece in fill(text, holder, wording))
