"""The fields that every entry has, and the rules that span several fields."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from .evidence import Source
from .uses import Use
from .vocabulary import Choice, Keywords, Label, LanguageCode, Line, Ref, Slug, Text, Value, words

Path = tuple[str | int, ...]
"""Where a value lies inside an entry: ``("outcomes", 0, "text", "da")``."""


@dataclass(frozen=True)
class Finding:
    """Something to mend inside an entry; the loader adds the file and the line."""

    path: Path
    rule: str
    message: str
    notice: bool = False


class ChangeKind(Choice):
    """What kind of change a change note tells of."""

    ADDED = "added", words(da="tilføjet", en="added")
    CHANGED = "changed", words(da="ændret", en="changed")
    CORRECTED = "corrected", words(da="rettet", en="corrected")


class Change(Value):
    """One dated note on what changed, for readers."""

    date: Annotated[dt.date, Label(words(da="Dato", en="Date"))]
    kind: Annotated[ChangeKind, Label(words(da="Type", en="Type"))]
    text: Annotated[Text, Label(words(da="Hvad blev ændret", en="What changed"))]


class Translated(Value):
    """Which state of the original a translation follows."""

    origin: Annotated[str, Field(alias="from", pattern=r"^[0-9a-f]{12}$"), Label(words(da="Fra", en="From"))]
    date: Annotated[dt.date, Label(words(da="Dato", en="Date"))]


Topics = Annotated[
    tuple[Slug, ...],
    Ref("topics", out=words(da="Emner", en="Topics")),
    Label(
        words(da="Emner", en="Topics"),
        words(da="Mindst ét emne fra content/topics.", en="At least one topic from content/topics."),
    ),
]


class Fields(Value):
    """What every entry's YAML file holds, whatever its type."""

    title: Annotated[Text, Label(words(da="Titel", en="Title"))]
    summary: Annotated[
        Text,
        Label(
            words(da="Resumé", en="Summary"),
            words(da="En til to sætninger: svaret først.", en="One or two sentences: the answer first."),
        ),
    ]
    topics: Annotated[Topics, Field(min_length=1)]
    uses: Annotated[
        tuple[Use, ...],
        Label(
            words(da="Anvendelse", en="Field of use"),
            words(
                da="Den del af kommunens arbejde, posten handler om. Bruges til at finde, hvad der passer sammen.",
                en="The part of a city's work that the entry is about. Used to find what fits together.",
            ),
        ),
    ] = ()
    keywords: Annotated[
        Keywords | None,
        Label(
            words(da="Søgeord", en="Keywords"),
            words(da="Ord, en læser ville søge på.", en="Words a reader would search for."),
        ),
    ] = None
    owner: Annotated[
        Line,
        Label(
            words(da="Ansvarlig", en="Owner"),
            words(da="Hvem holder posten ajour.", en="Who keeps the entry up to date."),
            example="redaktionen",
        ),
    ]
    added: Annotated[dt.date, Label(words(da="Tilføjet", en="Added"))]
    checked: Annotated[dt.date, Label(words(da="Senest kontrolleret", en="Last checked"))]
    review_due: Annotated[
        dt.date,
        Label(
            words(da="Kontrolleres igen senest", en="Review due"),
            words(da="En dato efter 'checked'.", en="A date after 'checked'."),
        ),
    ]
    changes: Annotated[tuple[Change, ...], Label(words(da="Ændringer", en="Changes"))] = ()
    former_slugs: Annotated[tuple[Slug, ...], Label(words(da="Tidligere adresser", en="Former addresses"))] = ()
    translated: Annotated[dict[LanguageCode, Translated], Label(words(da="Oversættelser", en="Translations"))] = {}
    sources: Annotated[dict[Slug, Source], Label(words(da="Kilder", en="Sources"))] = {}

    @property
    def updated(self) -> dt.date:
        """Return the day of the last change or check."""
        return max([self.checked, *(change.date for change in self.changes)])

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong between fields; a type with rules of its own extends this."""
        if self.review_due <= self.checked:
            yield Finding(
                ("review_due",),
                "review-order",
                f"review_due {self.review_due} is not after checked {self.checked}; "
                "give the day by which the entry must be looked at again",
            )
        for number, change in enumerate(self.changes):
            if change.date < self.added:
                yield Finding(
                    ("changes", number, "date"),
                    "change-before-added",
                    f"the change is dated {change.date}, before the entry was added ({self.added}); mend one of them",
                )
