"""Turns an entry's own fields into what a page can show one after the other, whatever the type."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .evidence import Address, Claim, Figure, Place, Span
from .fields import Fields
from .vocabulary import Choice, Text, Value, Words


@dataclass(frozen=True)
class Item:
    """One field of an entry: its name, its label and its value."""

    name: str
    label: Words
    value: Any
    shape: str
    """``fact``, ``address``, ``place``, ``span``, ``claim``, ``claims``, ``figures`` or ``other``."""


def items(fields: Value) -> Iterator[Item]:
    """Yield the filled fields that the entry's own type adds, in the order the type declares them.

    Plain references are left out: links are shown in both directions elsewhere.
    """
    for field in fields.declared:
        if field.name in Fields.model_fields or field.ref is not None:
            continue
        value = getattr(fields, field.name)
        if value is not None and value != ():
            yield Item(field.name, field.label.name if field.label else {}, value, _shape(value))


def _shape(value: Any) -> str:
    for kind, shape in (
        (Claim, "claim"),
        (Address, "address"),
        (Place, "place"),
        (Span, "span"),
        (Text, "fact"),
        (Choice, "fact"),
    ):
        if isinstance(value, kind):
            return shape
    if isinstance(value, tuple):
        first = value[0]
        if isinstance(first, Figure):
            return "figures"
        if isinstance(first, Claim):
            return "claims"
        return "fact" if isinstance(first, str | Text) else "other"
    return "fact" if isinstance(value, str | int | float) else "other"


def value_at(fields: Any, path: Sequence[str]) -> Any:
    """Return the value that a path of names leads to, or None where the way ends before it."""
    for name in path:
        fields = getattr(fields, name, None)
    return fields


def label_of(fields: type[Value], name: str) -> Words:
    """Return the label of a field by its name."""
    return next(field.label.name for field in fields.declared if field.name == name and field.label)
