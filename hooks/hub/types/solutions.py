"""Solutions: open products, services, agreements and programmes that others have published and anyone may turn to."""

from typing import Annotated

from pydantic import Field

from ..evidence import Address, Claim, Place
from ..fields import Fields
from ..model import ContentType, Facet, Names
from ..vocabulary import Choice, Label, Ref, Slug, words


class Category(Choice):
    """What sort of help a solution is."""

    PRODUCT = "open-source", words(da="open source-produkt", en="open-source product")
    DATA = "open-data", words(da="åbne data og datamodeller", en="open data and data models")
    TEST = "test-service", words(da="testydelse", en="test service")
    FRAMEWORK = "framework-agreement", words(da="rammeaftale", en="framework agreement")
    COMMUNITY = "shared-service", words(da="fællesskab eller fælles enhed", en="community or shared unit")
    FUNDING = "funding", words(da="støtteprogram", en="funding programme")
    SKILLS = "skills", words(da="kompetencer og vejledning", en="skills and guidance")
    METHOD = "method", words(da="metode", en="method")


class Serves(Choice):
    """Which of the network's activities a solution supports; the editors' judgement."""

    MATCHMAKING = "matchmaking", words(da="matchmaking", en="matchmaking")
    SKILLS = "skills", words(da="kompetencer", en="skills")
    ABROAD = "internationalisation", words(da="vejen ud i verden", en="the way abroad")


class Provider(Claim):
    """Who offers a solution."""

    organisation: Annotated[
        Slug | None,
        Ref(
            "organisations",
            out=words(da="Udbydes af", en="Offered by"),
            back=words(da="Løsninger, organisationen udbyder", en="Solutions the organisation offers"),
        ),
        Label(words(da="Organisation", en="Organisation")),
    ] = None


class Solution(Fields):
    """Something that can be used, joined or applied for."""

    category: Annotated[Category, Label(words(da="Type", en="Type"))]
    providers: Annotated[tuple[Provider, ...], Field(min_length=1), Label(words(da="Udbydes af", en="Offered by"))]
    serves: Annotated[tuple[Serves, ...], Field(min_length=1), Label(words(da="Hjælper med", en="Helps with"))]
    place: Annotated[Place | None, Label(words(da="Sted", en="Place"))] = None
    cost: Annotated[Claim, Label(words(da="Pris", en="Cost"))]
    status: Annotated[Claim, Label(words(da="Status", en="Status"))]
    access: Annotated[Claim, Label(words(da="Sådan kommer man i gang", en="How to begin"))]
    site: Annotated[Address | None, Label(words(da="Websted", en="Website"))] = None
    facts: Annotated[tuple[Claim, ...], Field(min_length=1), Label(words(da="Fakta", en="Facts"))]
    standards: Annotated[
        tuple[Slug, ...],
        Ref(
            "standards",
            out=words(da="Standarder, løsningen bruger", en="Standards the solution uses"),
            back=words(da="Løsninger, der bruger standarden", en="Solutions that use the standard"),
        ),
        Label(words(da="Standarder", en="Standards")),
    ] = ()
    cases: Annotated[
        tuple[Slug, ...],
        Ref(
            "cases",
            out=words(da="Cases med løsningen", en="Cases with the solution"),
            back=words(da="Løsninger i casen", en="Solutions in the case"),
        ),
        Label(words(da="Cases", en="Cases")),
    ] = ()
    labs: Annotated[
        tuple[Slug, ...],
        Ref(
            "labs",
            out=words(da="Testmiljøer bag løsningen", en="Labs behind the solution"),
            back=words(da="Løsninger fra testmiljøet", en="Solutions from the lab"),
        ),
        Label(words(da="Testmiljøer", en="Labs")),
    ] = ()


TYPE = ContentType(
    name="solutions",
    fields=Solution,
    names={
        "da": Names(
            "løsning",
            "Løsninger",
            "loesninger",
            "Åbne produkter, testydelser, aftaler og programmer, som man selv kan gå til.",
        ),
        "en": Names(
            "solution", "Solutions", "solutions", "Open products, test services, agreements and programmes to turn to."
        ),
    },
    group="activities",
    facets=(
        Facet("category", words(da="Type", en="Type"), ("category",)),
        Facet("serves", words(da="Hjælper med", en="Helps with"), ("serves",)),
    ),
    telling=(("category",),),
)
