"""Analyses: studies whose figures the hub shows as data."""

from typing import Annotated

from pydantic import Field

from ..evidence import Address, Claim, Figure
from ..fields import Fields
from ..model import ContentType, Names, Section
from ..vocabulary import Label, Line, PartialDate, Ref, Slug, words


class Analysis(Fields):
    """A study of the field."""

    author: Annotated[Line, Label(words(da="Udført af", en="Made by"), example="DAMVAD Analytics")]
    commissioned_by: Annotated[
        tuple[Slug, ...],
        Ref(
            "organisations",
            out=words(da="Udgivet af", en="Published by"),
            back=words(da="Analyser, organisationen har udgivet", en="Analyses the organisation has published"),
        ),
        Label(words(da="Udgivet af", en="Published by")),
    ] = ()
    published: Annotated[PartialDate, Label(words(da="Udgivet", en="Published"), example="2019")]
    address: Annotated[Address | None, Label(words(da="Adresse", en="Address"))] = None
    figures: Annotated[tuple[Figure, ...], Field(min_length=1), Label(words(da="Tal", en="Figures"))]
    results: Annotated[tuple[Claim, ...], Label(words(da="Hvad analysen viser", en="What the analysis shows"))] = ()
    caveats: Annotated[tuple[Claim, ...], Label(words(da="Forbehold", en="Caveats"))] = ()


TYPE = ContentType(
    name="analyses",
    fields=Analysis,
    names={
        "da": Names("analyse", "Analyser", "analyser", "Undersøgelser, hvis tal katalogets sider bygger på."),
        "en": Names("analysis", "Analyses", "analyses", "Studies whose figures the hub builds on."),
    },
    group="knowledge",
    sections=(
        Section("shows", words(da="Hvad analysen siger", en="What the analysis says"), words(da="", en="")),
        Section(
            "read",
            words(da="Sådan skal tallene læses", en="How to read the figures"),
            words(da="Hvad tallene er, og hvad de ikke er.", en="What the figures are, and what they are not."),
        ),
    ),
)
