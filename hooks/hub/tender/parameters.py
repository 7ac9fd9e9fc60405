"""Blanks in clause texts: what may stand in them, who fills them in, and how they are found in a text."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, FiniteFloat, StrictInt, StrictStr

from ..fields import Finding
from ..vocabulary import Choice, Label, Slug, Text, Value, words

BLANK = re.compile(r"\{\{([a-z0-9-]+)\}\}")
"""A blank in a text: ``{{min-sockets}}``."""


class Filler(Choice):
    """Who writes the value in."""

    BUYER = "buyer", words(da="ordregiver", en="the contracting authority")
    BIDDER = "bidder", words(da="tilbudsgiver", en="the tenderer")


class ParameterKind(Choice):
    """What may stand in a blank."""

    INTEGER = "integer", words(da="helt tal", en="whole number")
    NUMBER = "number", words(da="tal", en="number")
    TEXT = "text", words(da="tekst", en="text")
    CHOICE = "choice", words(da="valg", en="choice")


Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Setting = Annotated[StrictInt | Number | StrictStr | Text, Field(union_mode="left_to_right")]
"""A value for a blank: a number, a text such as "2.0", or a text in each language."""


class Parameter(Value):
    """A blank in a clause's texts."""

    label: Annotated[Text, Label(words(da="Hvad der skal stå", en="What belongs there"))]
    type: Annotated[ParameterKind, Label(words(da="Type", en="Type"))]
    unit: Annotated[Text | None, Label(words(da="Enhed", en="Unit"))] = None
    default: Annotated[Setting | None, Label(words(da="Forslag", en="Default"))] = None
    filled_by: Annotated[Filler | None, Label(words(da="Udfyldes af", en="Filled in by"))] = None
    least: Annotated[FiniteFloat | None, Field(alias="min"), Label(words(da="Mindst", en="At least"))] = None
    most: Annotated[FiniteFloat | None, Field(alias="max"), Label(words(da="Højst", en="At most"))] = None
    options: Annotated[dict[Slug, Text], Label(words(da="Valgmuligheder", en="Options"))] = {}
    help: Annotated[Text | None, Label(words(da="Vejledning", en="Help"))] = None

    def fault(self, value: object) -> str | None:
        """Return what is wrong with a value for this blank, or None when it fits."""
        kind = self.type
        if kind is ParameterKind.CHOICE:
            known = ", ".join(self.options)
            return None if value in self.options else f"'{value}' is not one of the options; use one of: {known}"
        if kind is ParameterKind.TEXT:
            return (
                None
                if isinstance(value, Text) or (isinstance(value, str) and value)
                else f"'{value}' was found; a text in quotes was expected"
            )
        if isinstance(value, bool) or not isinstance(value, int if kind is ParameterKind.INTEGER else int | float):
            wanted = "a whole number" if kind is ParameterKind.INTEGER else "a number"
            return f"'{value}' was found; {wanted} was expected"
        if self.least is not None and value < self.least:
            return f"{value} is below the least value {self.least:g}; use {self.least:g} or more"
        if self.most is not None and value > self.most:
            return f"{value} is above the greatest value {self.most:g}; use {self.most:g} or less"
        return None

    def findings(self, name: str) -> Iterator[Finding]:
        """Yield what is wrong with the blank itself; ``name`` is its key under ``parameters``."""
        place = ("parameters", name)
        if self.type is ParameterKind.CHOICE and len(self.options) < 2:
            yield Finding(place, "parameter-options", f"'{name}' is a choice; give at least two 'options'")
        if self.least is not None and self.most is not None and self.least > self.most:
            yield Finding(place, "parameter-bounds", f"'{name}': min is above max; turn them round")
        if self.default is not None and (fault := self.fault(self.default)):
            yield Finding((*place, "default"), "parameter-value", f"{name}: {fault}")
        if self.default is not None and self.filled_by is not None:
            message = f"'{name}' has both a default and 'filled_by'; keep one of them"
            yield Finding((*place, "filled_by"), "parameter-value", message)


def blanks(text: str) -> list[str]:
    """Return the names of the blanks in a text, in their order."""
    return BLANK.findall(text)
