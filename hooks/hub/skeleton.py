"""Writes a new entry's files for a person to fill in: every field explained where it stands, every blank marked."""

import datetime as dt
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from annotated_types import MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from .evidence import Evidence, Source
from .fields import Fields
from .model import ContentType
from .prose import BLANK
from .settings import Settings
from .vocabulary import Choice, Label, Offered, Ref, Text
from .wording import Wording

SOURCE_KEY = "kilde1"
_ALWAYS = {"sources"}
_NEVER = {"changes", "former_slugs", "translated", "keywords"}


def skeleton(kind: ContentType, slug: str, settings: Settings, wording: Wording) -> dict[str, str]:
    """Return the new files' contents by ending: ``yml`` and one ``<language>.md`` for each language of the hub.

    An entry's printed id follows from its ``slug``.
    """
    words = wording.words
    lines = [f"# {line}" for line in str(words["new_head"]).format(blank=BLANK).splitlines()]
    written = _fields(kind.fields, "", settings, wording)
    lines += [f"id: {slug.upper()}" if line == f"id: {BLANK}" else line for line in written]
    texts = {
        f"{code}.md": "\n\n".join(
            f"## {section.heading[code]}\n\n{BLANK} {section.hint.get(code, '')}".rstrip() for section in kind.sections
        )
        + "\n"
        for code in settings.languages
        if kind.sections
    }
    return {"yml": "\n".join(lines) + "\n", **texts}


def _fields(model: type[BaseModel], indent: str, settings: Settings, wording: Wording) -> Iterator[str]:
    own = [(name, field) for name, field in model.model_fields.items() if name != "sources" or model is not Fields]
    # What a statement says comes before what backs it, and an entry's sources come last of all.
    if issubclass(model, Evidence):
        own.sort(key=lambda pair: pair[0] in Evidence.model_fields)
    if issubclass(model, Fields):
        own = [pair for pair in own if pair[0] != "sources"] + [("sources", model.model_fields["sources"])]
    for name, field in own:
        if name in _NEVER and issubclass(model, Fields):
            continue
        written = field.alias or name
        label = next((mark for mark in field.metadata if isinstance(mark, Label)), None)
        ref = next((mark for mark in field.metadata if isinstance(mark, Ref)), None)
        required = field.is_required() or name in _ALWAYS or _wants_one(field)
        yield f"{indent}# {_comment(field, label, ref, wording, required=required)}"
        if not required:
            yield f"{indent}# {written}:"
            continue
        least = next((mark.min_length for mark in field.metadata if isinstance(mark, MinLen)), 1)
        yield from _value(written, field.annotation, least, indent, settings, wording)


def _wants_one(field: FieldInfo) -> bool:
    needed = any(isinstance(mark, MinLen) for mark in field.metadata) and field.default in (PydanticUndefined, ())
    return needed or any(isinstance(mark, Offered) for mark in field.metadata)


def _comment(field: FieldInfo, label: Label | None, ref: Ref | None, wording: Wording, *, required: bool) -> str:
    words, language = wording.words, wording.language
    parts = [label.name.get(language, "") if label else ""]
    if label and label.help.get(language):
        parts.append(label.help[language].rstrip("."))
    choice = _inside(field.annotation, Choice)
    if choice is not None:
        options = ", ".join(f"{item.value} ({item.label.get(language, item.value)})" for item in choice)
        parts.append(str(words["new_choices"]).format(choices=options))
    if ref is not None:
        parts.append(str(words["new_entry_of"]).format(folder=f"content/{ref.target}"))
    if label and label.example:
        parts.append(str(words["new_example"]).format(example=label.example))
    if not required:
        parts.append(str(words["new_optional"]))
    return ". ".join(part for part in parts if part) + "."


def _value(name: str, annotation: Any, least: int, indent: str, settings: Settings, wording: Wording) -> Iterator[str]:
    origin = typing.get_origin(annotation)
    if origin is tuple:
        item = typing.get_args(annotation)[0]
        model = _inside(item, BaseModel)
        if name == "sources" and model is None:
            yield f"{indent}{name}: [{SOURCE_KEY}]"
        elif model is None or issubclass(model, Text):
            yield f"{indent}{name}:"
            yield from _item(item, indent, settings)
        else:
            yield f"{indent}{name}:"
            lines = list(_fields(model, indent + "    ", settings, wording))
            for _ in range(least):
                yield f"{indent}  -"
                yield from lines
    elif origin is dict:
        yield f"{indent}{name}:"
        held = _inside(typing.get_args(annotation)[1], BaseModel)
        key = SOURCE_KEY if held is Source else "felt"
        yield f"{indent}  {key}:" if held else f"{indent}  {BLANK}"
        if held is not None:
            yield from _fields(held, indent + "    ", settings, wording)
    elif (model := _inside(annotation, BaseModel)) is not None and not issubclass(model, Text):
        yield f"{indent}{name}:"
        yield from _fields(model, indent + "  ", settings, wording)
    elif model is not None:
        yield f"{indent}{name}:"
        yield from (f'{indent}  {code}: "{BLANK}"' for code in settings.languages)
    else:
        known = _inside(annotation, dt.date) is not None
        yield f"{indent}{name}: {_filled(name, settings) if known else BLANK}"


def _item(item: Any, indent: str, settings: Settings) -> Iterator[str]:
    if _inside(item, Text) is not None:
        first, *others = settings.languages
        yield f'{indent}  - {first}: "{BLANK}"'
        yield from (f'{indent}    {code}: "{BLANK}"' for code in others)
    else:
        yield f"{indent}  - {BLANK}"


def _filled(name: str, settings: Settings) -> str:
    """Return what the hub itself knows of a field, else the mark for a blank."""
    known: Mapping[str, dt.date] = {
        "added": settings.today,
        "checked": settings.today,
        "read": settings.today,
        "review_due": settings.today + dt.timedelta(days=365),
    }
    return known[name].isoformat() if name in known else BLANK


def _inside(annotation: Any, wanted: type) -> Any:
    """Return the first class below ``wanted`` inside an annotation such as ``tuple[X, ...] | None``."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, wanted) else None
    found = (_inside(part, wanted) for part in typing.get_args(annotation))
    return next((part for part in found if part is not None), None)
