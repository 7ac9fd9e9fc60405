"""Visits every value inside an entry with its place and its declaration, so that no rule walks the models by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, RootModel

from .fields import Path
from .vocabulary import Label, Ref


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
    if isinstance(value, RootModel):
        return
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            inner_ref = next((mark for mark in field.metadata if isinstance(mark, Ref)), None)
            inner_label = next((mark for mark in field.metadata if isinstance(mark, Label)), None)
            inner = getattr(value, name)
            if inner is not None:
                yield from walk(inner, (*path, field.alias or name), inner_ref, inner_label)
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
