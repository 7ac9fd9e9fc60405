"""Visits every value inside an entry with its place and its declaration, so that no rule walks the models by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .fields import Path
from .vocabulary import Label, Ref, Value


@dataclass(frozen=True)
class Visit:
    """One value, where it lies, and the markers of the field that holds it."""

    path: Path
    value: Any
    ref: Ref | None = None
    label: Label | None = None


def walk(value: Any, path: Path = (), ref: Ref | None = None, label: Label | None = None) -> Iterator[Visit]:
    """Yield ``value`` and all that lies within it, outermost first; a field's markers go with each of its items."""
    yield Visit(path, value, ref, label)
    if isinstance(value, Value):
        for field in value.declared:
            inner = getattr(value, field.name)
            if inner is not None and inner != ():
                yield from walk(inner, (*path, field.written), field.ref, field.label)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from walk(item, (*path, number), ref, label)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from walk(item, (*path, key), ref, label)


def references(value: Any) -> Iterator[tuple[Path, str, Ref]]:
    """Yield (place, slug, declaration) of every reference to another entry."""
    for visit in walk(value):
        if visit.ref is not None and isinstance(visit.value, str):
            yield visit.path, visit.value, visit.ref
