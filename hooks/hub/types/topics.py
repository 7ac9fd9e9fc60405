"""Topics: the cross-roads where entries of every type meet."""

from typing import Annotated

from pydantic import Field

from ..fields import Fields, Topics
from ..model import ContentType, Facet, Names, Section
from ..vocabulary import Label, Ref, Slug, words


class Topic(Fields):
    """A topic within a focus area."""

    topics: Topics = ()
    focus_area: Annotated[
        Slug,
        Ref("focus-areas", out=words(da="Fokusområde", en="Focus area")),
        Label(words(da="Fokusområde", en="Focus area"), example="anchoring"),
    ]
    order: Annotated[int, Field(ge=1), Label(words(da="Rækkefølge", en="Order"), example="1")]


TYPE = ContentType(
    name="topics",
    fields=Topic,
    names={
        "da": Names("emne", "Emner", "emner", "Hvert emne samler alt, hvad der hører til, på tværs af typer."),
        "en": Names("topic", "Topics", "topics", "Each topic gathers everything that belongs to it, of every type."),
    },
    group="knowledge",
    sections=(
        Section(
            "meaning",
            words(da="Hvad emnet handler om", en="What the topic is about"),
            words(da="Forklar det for en travl sagsbehandler.", en="Explain it to a busy official."),
        ),
        Section(
            "start",
            words(da="Hvor man begynder", en="Where to begin"),
            words(da="De første skridt, med link til poster.", en="The first steps, with links to entries."),
        ),
    ),
    facets=(Facet("focus_area", words(da="Fokusområde", en="Focus area"), ("focus_area",)),),
    order=lambda fields: getattr(fields, "order", 0),
)
