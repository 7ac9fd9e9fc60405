"""Labs: where a company can test and a municipality can see before it buys."""

from typing import Annotated

from pydantic import Field

from ..evidence import Address, Claim, Figure, Place
from ..fields import Fields
from ..model import ContentType, Facet, Names, Section
from ..vocabulary import Choice, Label, Ref, Slug, words


class Kind(Choice):
    """What sort of test environment a lab is."""

    LIVING_LAB = "living-lab", words(da="living lab", en="living lab")
    MEASUREMENT = "measurement", words(da="målelaboratorium", en="measurement laboratory")
    SIMULATION = "simulation", words(da="simulering", en="simulation")
    RESEARCH = "research", words(da="forskningsinfrastruktur", en="research infrastructure")
    EU_FACILITY = "eu-facility", words(da="EU-testfacilitet", en="EU test facility")
    TEST_SERVICE = "test-service", words(da="testlaboratorium", en="test laboratory")


class Operator(Claim):
    """Who runs the lab, and since when or in what role."""

    organisation: Annotated[
        Slug | None,
        Ref(
            "organisations",
            out=words(da="Drives af", en="Run by"),
            back=words(
                da="Testmiljøer, organisationen driver eller har drevet",
                en="Labs the organisation runs or has run",
            ),
        ),
        Label(words(da="Organisation", en="Organisation")),
    ] = None


class Lab(Fields):
    """A place to test."""

    kind: Annotated[Kind, Label(words(da="Type", en="Type"))]
    place: Annotated[Place, Label(words(da="Sted", en="Place"))]
    site: Annotated[Address | None, Label(words(da="Websted", en="Website"))] = None
    run_by: Annotated[tuple[Operator, ...], Field(min_length=1), Label(words(da="Drives af", en="Run by"))]
    can_test: Annotated[
        tuple[Claim, ...],
        Field(min_length=1),
        Label(words(da="Hvad der kan testes", en="What can be tested")),
    ]
    take_part: Annotated[Claim, Label(words(da="Sådan kommer man med", en="How to take part"))]
    cost: Annotated[Claim, Label(words(da="Pris", en="Cost"))]
    status: Annotated[Claim, Label(words(da="Status", en="Status"))]
    figures: Annotated[tuple[Figure, ...], Label(words(da="Tal", en="Figures"))] = ()
    standards: Annotated[
        tuple[Slug, ...],
        Ref(
            "standards",
            out=words(da="Standarder, der kan afprøves her", en="Standards that can be tried here"),
            back=words(da="Testmiljøer til standarden", en="Labs for the standard"),
        ),
        Label(
            words(da="Standarder", en="Standards"),
            words(da="Redaktionens vurdering.", en="The editors' judgement."),
        ),
    ] = ()


TYPE = ContentType(
    name="labs",
    fields=Lab,
    names={
        "da": Names(
            "testmiljø",
            "Testmiljøer",
            "testmiljoeer",
            "Her kan virksomheder teste, og kommuner kan se løsninger, før de køber.",
        ),
        "en": Names(
            "lab", "Labs", "labs", "Where companies can test, and municipalities can see solutions before they buy."
        ),
    },
    group="practice",
    sections=(
        Section("offer", words(da="Hvad stedet tilbyder", en="What it offers"), words(da="", en="")),
        Section(
            "use",
            words(da="Hvad du kan bruge det til", en="What you can use it for"),
            words(da="Både for en virksomhed og for en kommune.", en="Both for a company and for a municipality."),
        ),
    ),
    facets=(Facet("kind", words(da="Type", en="Type"), ("kind",)),),
    telling=(("place", "city"), ("kind",)),
)
