"""Finds what differs between two states of an entry's fields, field by field and item by item, in no language yet."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, TypeGuard

from ..evidence import Span
from ..vocabulary import Choice, Keywords, Ref, Text, Value, Words

Where = tuple[Words | str | Text, ...]
"""The way to a value: labels of fields, and the first words of items of a list."""
_TOLD_ELSEWHERE = frozenset({"translated", "former_slugs"})
_KNOWN_BY = ("text", "label", "title", "name", "key")
_BESIDE = frozenset({"note", "sources", "confidence"})
_ALIKE = 0.55
"""Two items of a list that share this much of their text are one item, changed."""
_MANY = 60
"""Longer lists are compared place by place: every item against every other takes too long."""


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was: ``changed``, ``added``, ``removed`` or ``order``."""

    where: Where
    kind: str
    old: Any = None
    new: Any = None
    language: str = ""
    """Of a text: in which language."""
    ref: Ref | None = None


def differences(old: Value, new: Value, where: Where = ()) -> Iterator[Difference]:
    """Yield what differs between two values, in the order their class declares its fields."""
    if type(old) is not type(new):
        yield Difference(where, "changed", old, new)
        return
    if isinstance(old, Span) and isinstance(new, Span) and (old.start, old.end) != (new.start, new.end):
        yield Difference(where, "changed", old, new)
    for field in new.declared:
        if (not where and field.name in _TOLD_ELSEWHERE) or (isinstance(new, Span) and field.name in ("start", "end")):
            continue
        here = (*where, field.label.name) if field.label else where
        yield from _between(getattr(old, field.name), getattr(new, field.name), here, field.ref)


def _between(old: Any, new: Any, where: Where, ref: Ref | None) -> Iterator[Difference]:
    if old == new and repr(old) == repr(new):
        return
    if _missing(old) and _missing(new):
        return
    if isinstance(old, Text) and isinstance(new, Text):
        yield from _by_language(old.root, new.root, where)
    elif isinstance(old, Keywords) and isinstance(new, Keywords):
        for code in {**old.root, **new.root}:
            for found in _plain_lists(old.root.get(code, ()), new.root.get(code, ()), where, None):
                yield Difference(found.where, found.kind, found.old, found.new, code)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        composed = any(isinstance(item, Value | Text) for item in (*old, *new))
        yield from (_lists if composed else _plain_lists)(old, new, where, ref)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _maps(old, new, where)
    elif _missing(old):
        yield Difference(where, "added", None, new, ref=ref)
    elif _missing(new):
        yield Difference(where, "removed", old, None, ref=ref)
    elif isinstance(old, Value) and isinstance(new, Value):
        yield from differences(old, new, where)
    else:
        yield Difference(where, "changed", old, new, ref=ref)


def _missing(value: Any) -> bool:
    return value is None or value in ((), {}, "")


def _by_language(old: Mapping[str, str], new: Mapping[str, str], where: Where) -> Iterator[Difference]:
    for code in {**old, **new}:
        before, after = old.get(code), new.get(code)
        if before != after:
            kind = "added" if before is None else "removed" if after is None else "changed"
            yield Difference(where, kind, before, after, code)


def _maps(old: Mapping[str, Any], new: Mapping[str, Any], where: Where) -> Iterator[Difference]:
    for key in {**old, **new}:
        if key not in new:
            yield Difference(where, "removed", old[key])
        elif key not in old:
            yield Difference(where, "added", None, new[key])
        else:
            yield from _between(old[key], new[key], (*where, first_words(new[key]) or key), None)


def _plain_lists(old: tuple[Any, ...], new: tuple[Any, ...], where: Where, ref: Ref | None) -> Iterator[Difference]:
    added, removed = tuple((Counter(new) - Counter(old)).elements()), tuple((Counter(old) - Counter(new)).elements())
    if added:
        yield Difference(where, "added", None, added, ref=ref)
    if removed:
        yield Difference(where, "removed", removed, None, ref=ref)
    if not added and not removed:
        yield Difference(where, "order")


def _lists(old: tuple[Any, ...], new: tuple[Any, ...], where: Where, ref: Ref | None) -> Iterator[Difference]:
    gone = [item for item in old if item not in new]
    come = [item for item in new if item not in old]
    found = False
    for before, after in _pairs(gone, come):
        for difference in _between(before, after, (*where, first_words(after)), None):
            found = True
            yield difference
    yield from (Difference(where, "removed", item, None, ref=ref) for item in gone)
    yield from (Difference(where, "added", None, item, ref=ref) for item in come)
    if not (found or gone or come):
        yield Difference(where, "order")


def _pairs(gone: list[Any], come: list[Any]) -> list[tuple[Any, Any]]:
    """Return items that are one item changed, and take them out of both lists."""
    if len(gone) > _MANY or len(come) > _MANY:
        pairs = list(zip(gone, come, strict=False))
    else:
        scored = sorted(
            (
                (score, -before, -after)
                for before, one in enumerate(gone)
                for after, other in enumerate(come)
                if (score := _likeness(one, other)) >= _ALIKE
            ),
            reverse=True,
        )
        taken: dict[int, int] = {}
        for _, before, after in scored:
            if -before not in taken and -after not in taken.values():
                taken[-before] = -after
        pairs = [(gone[before], come[after]) for before, after in sorted(taken.items())]
    for before, after in pairs:
        gone.remove(before)
        come.remove(after)
    return pairs


def _likeness(one: Any, other: Any) -> float:
    if type(one) is not type(other):
        return 0.0
    said, other_said = (str(first_words(item) or item)[:400] for item in (one, other))
    return SequenceMatcher(None, said, other_said, autojunk=False).ratio()


def first_words(value: Any) -> Text | str:
    """Return what an item of a list is known by: its text or label, or else the first name or text in it."""
    if isinstance(value, Value):
        held = {field.name: getattr(value, field.name) for field in value.declared if field.name not in _BESIDE}
        wanted = [held.get(name) for name in _KNOWN_BY] + list(held.values())
        return next((item for item in wanted if _speaks(item)), "")
    return value if _speaks(value) else ""


def _speaks(value: Any) -> TypeGuard[Text | str]:
    return isinstance(value, Text | str) and not isinstance(value, Choice) and bool(value)
