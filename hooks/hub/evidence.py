"""What backs a statement: sources, confidence, claims and figures, the same for every content type."""

import datetime as dt
from typing import Annotated

from pydantic import Field, FiniteFloat

from .vocabulary import (
    Choice,
    Label,
    LanguageCode,
    Line,
    PartialDate,
    Slug,
    Text,
    Value,
    WebAddress,
    Year,
    words,
)


class Confidence(Choice):
    """How sure a statement is."""

    CONFIRMED = "confirmed", words(da="bekræftet i kilden", en="confirmed in the source")
    PARTLY = "partly", words(da="delvist bekræftet", en="partly confirmed")
    SECONDARY = "secondary", words(da="kun set i en sekundær kilde", en="seen in a secondary source only")
    DERIVED = "derived", words(da="udledt af kilden", en="derived from the source")
    GENERAL = "general", words(da="almen viden, uden kilde", en="general knowledge, without a source")


class FigureKind(Choice):
    """How a figure came about."""

    MEASURED = "measured", words(da="målt", en="measured")
    REPORTED = "reported", words(da="oplyst", en="reported")
    ESTIMATED = "estimated", words(da="anslået", en="estimated")
    TARGET = "target", words(da="mål", en="target")


class Bound(Choice):
    """How a figure bounds the true value."""

    ABOUT = "about", words(da="ca.", en="about")
    MORE_THAN = "more-than", words(da="mere end", en="more than")
    AT_LEAST = "at-least", words(da="mindst", en="at least")
    UP_TO = "up-to", words(da="op til", en="up to")


class SourceKind(Choice):
    """What kind of publication a source is."""

    PAGE = "page", words(da="webside", en="web page")
    NEWS = "news", words(da="nyhed", en="news")
    REPORT = "report", words(da="rapport", en="report")
    PAPER = "paper", words(da="forskningsartikel", en="research paper")
    DOCS = "docs", words(da="dokumentation", en="documentation")
    REPOSITORY = "repository", words(da="kildekode", en="repository")
    CATALOGUE = "catalogue", words(da="katalog", en="catalogue")
    LAW = "law", words(da="lovtekst", en="legal text")


class Copy(Choice):
    """Whether the live page or a stored copy was read."""

    LIVE = "live", words(da="den aktuelle side", en="the live page")
    STORED = "stored", words(da="en gemt kopi", en="a stored copy")


class Source(Value):
    """A publication that backs claims; claims point at it by its key."""

    publisher: Annotated[Line, Label(words(da="Udgiver", en="Publisher"), example="KL")]
    url: Annotated[WebAddress, Label(words(da="Offentlig adresse", en="Public address"), example="https://www.kl.dk/")]
    about: Annotated[Text, Label(words(da="Hvad kilden viser", en="What the source shows"))]
    date: Annotated[PartialDate | None, Label(words(da="Udgivet", en="Published"), example="2018-04-03")] = None
    language: Annotated[LanguageCode, Label(words(da="Sprog", en="Language"), example="da")]
    kind: Annotated[SourceKind, Label(words(da="Type", en="Type"))] = SourceKind.PAGE
    read: Annotated[dt.date, Label(words(da="Læst den", en="Read on"))]
    copy_read: Annotated[Copy, Field(alias="copy"), Label(words(da="Læst som", en="Read as"))]


class Evidence(Value):
    """What every statement carries: the keys of its sources and how sure it is."""

    sources: Annotated[tuple[Slug, ...], Label(words(da="Kilder", en="Sources"))] = ()
    confidence: Annotated[Confidence, Label(words(da="Hvor sikkert", en="How certain"))]
    note: Annotated[Text | None, Label(words(da="Bemærkning", en="Note"))] = None


class Claim(Evidence):
    """A sentence and what backs it."""

    text: Annotated[Text, Label(words(da="Tekst", en="Text"))]


class Figure(Evidence):
    """A number and what backs it."""

    label: Annotated[Text, Label(words(da="Hvad tallet er", en="What the figure is"))]
    value: Annotated[int | FiniteFloat, Label(words(da="Tal", en="Value"), example="58")]
    unit: Annotated[Text, Label(words(da="Enhed", en="Unit"))]
    kind: Annotated[FigureKind, Label(words(da="Hvordan tallet er fremkommet", en="How the figure came about"))]
    bound: Annotated[Bound | None, Label(words(da="Forbehold", en="Bound"))] = None
    as_of: Annotated[PartialDate | None, Label(words(da="Pr.", en="As of"), example="2024-11")] = None


class Span(Evidence):
    """From which year to which year; an empty end means that it still runs or that the end was not found."""

    start: Annotated[Year | None, Label(words(da="Fra", en="From"), example="2013")] = None
    end: Annotated[Year | None, Label(words(da="Til", en="To"), example="2020")] = None


class Address(Value):
    """A web address, and whether it was seen in a source or is only general knowledge."""

    url: Annotated[WebAddress, Label(words(da="Adresse", en="Address"), example="https://www.kl.dk/")]
    seen: Annotated[
        bool,
        Label(
            words(da="Set i en kilde?", en="Seen in a source?"),
            words(da="true, hvis adressen står i en læst kilde", en="true if a source that was read shows the address"),
            example="true",
        ),
    ]


class Place(Value):
    """Where something is; coordinates are approximate and serve the map only."""

    city: Annotated[Text, Label(words(da="By", en="City"))]
    municipality: Annotated[Text | None, Label(words(da="Kommune", en="Municipality"))] = None
    country: Annotated[Text, Label(words(da="Land", en="Country"))]
    latitude: Annotated[float | None, Field(ge=-90, le=90), Label(words(da="Breddegrad", en="Latitude"))] = None
    longitude: Annotated[float | None, Field(ge=-180, le=180), Label(words(da="Længdegrad", en="Longitude"))] = None
    note: Annotated[Text | None, Label(words(da="Bemærkning", en="Note"))] = None
