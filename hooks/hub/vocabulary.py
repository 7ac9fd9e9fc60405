"""The small typed pieces that content types are made of, so that a rule about a text, a date or a figure has one home.

A field in a content type is declared as ``Annotated[kind, Label(...)]``; the label is what readers, contributors,
forms and schemas call it. ``Ref`` marks a field that points at another entry.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    WithJsonSchema,
)

Words = Mapping[str, str]
"""The same words in each language: ``{"da": "Udgiver", "en": "Publisher"}``."""


def words(**by_language: str) -> Words:
    """Return the given words by language code: ``words(da="Behov", en="Need")``."""
    return by_language


@dataclass(frozen=True)
class Label:
    """What a field is called, and what to write in it, in each language."""

    name: Words
    help: Words = field(default_factory=dict)
    example: str = ""


@dataclass(frozen=True)
class Offered:
    """Marks a field that need not be filled in, but that a new entry begins with: most entries want it."""


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds slugs of entries of type ``target``.

    ``out`` heads the list of targets on the page that refers; ``back`` heads the list of referrers on the target's
    page. An empty ``back`` groups the referrers under their own type's name.
    """

    target: str
    out: Words
    back: Words = field(default_factory=dict)
    mention: bool = False
    """Whether it is a mere mention in a text, which ties entries less than a field does."""


class Choice(StrEnum):
    """One of a fixed set of values, each with its words: ``FREE = "free", words(da="gratis", en="free")``."""

    label: Words

    def __new__(cls, value: str, label: Words | None = None) -> Self:
        """Make a member whose value is written in content files and whose label is shown to readers."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or {}
        return member


@dataclass(frozen=True)
class Declared:
    """A field as its class declares it: its name in Python, its name in files, and its markers."""

    name: str
    written: str
    ref: Ref | None
    label: Label | None


class Value(BaseModel):
    """The base of every structured value: unknown fields are errors, and nothing changes after it is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    declared: ClassVar[tuple[Declared, ...]] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Read the markers of the class's fields once, for all that walks over its values."""
        cls.declared = tuple(
            Declared(
                name,
                field.alias or name,
                next((mark for mark in field.metadata if isinstance(mark, Ref)), None),
                next((mark for mark in field.metadata if isinstance(mark, Label)), None),
            )
            for name, field in cls.model_fields.items()
        )


Line = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


class Text(RootModel[dict[LanguageCode, Line]]):
    """A short text in one or more languages: ``{da: …, en: …}``."""

    model_config = ConfigDict(frozen=True)
    root: Annotated[dict[LanguageCode, Line], Field(min_length=1)]

    def said(self, language: str) -> tuple[str, str]:
        """Return the text and the language it is in: ``language`` where there is one, else the first written."""
        if language in self.root:
            return self.root[language], language
        first = next(iter(self.root))
        return self.root[first], first


class Keywords(RootModel[dict[LanguageCode, tuple[Line, ...]]]):
    """Words a reader may search for, by language: ``{da: [gadelys], en: [street light]}``."""

    model_config = ConfigDict(frozen=True)


def _as_partial_date(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:04d}"
    return value


def _real_date(value: str) -> str:
    date.fromisoformat(value + "2000-01-01"[len(value) :])
    return value


_PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
PartialDate = Annotated[
    str,
    BeforeValidator(_as_partial_date),
    StringConstraints(pattern=_PARTIAL_DATE),
    AfterValidator(_real_date),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": _PARTIAL_DATE}, {"type": "integer", "minimum": 1000}]},
        mode="validation",
    ),
]
"""A year, a month or a day: ``2018``, ``2018-04`` or ``2018-04-03``."""

WebAddress = Annotated[
    str,
    StringConstraints(
        pattern=r"^https?://[^\s<>\"'`\\{}|^/?#]+\.[^\s<>\"'`\\{}|^/?#]+[^\s<>\"`\\{}|^]*$", max_length=600
    ),
]
Year = Annotated[int, Field(ge=1800, le=2100)]
