"""Focus areas: the network's own three-part map of the field."""

from typing import Annotated

from pydantic import Field

from ..fields import Fields, Topics
from ..model import ContentType, Names, Section
from ..vocabulary import Label, words


class FocusArea(Fields):
    """One of the network's focus areas."""

    topics: Topics = ()
    order: Annotated[int, Field(ge=1), Label(words(da="Rækkefølge", en="Order"), example="1")]


TYPE = ContentType(
    name="focus-areas",
    fields=FocusArea,
    names={
        "da": Names("fokusområde", "Fokusområder", "fokusomraader", "De områder, netværket samler viden om."),
        "en": Names("focus area", "Focus areas", "focus-areas", "The fields in which the network gathers knowledge."),
    },
    group="knowledge",
    sections=(
        Section(
            "meaning",
            words(da="Hvad området dækker", en="What the area covers"),
            words(da="Hvad hører til, og hvad gør ikke?", en="What belongs here, and what does not?"),
        ),
        Section(
            "why",
            words(da="Hvorfor det betyder noget", en="Why it matters"),
            words(da="Hvad vinder en kommune eller virksomhed?", en="What does a municipality or company gain?"),
        ),
    ),
    order=lambda fields: getattr(fields, "order", 0),
)
