"""Cases: what was tried where, what came of it, and what others can learn."""

from typing import Annotated

from pydantic import Field

from ..evidence import Claim, Evidence, Figure, Place, Span
from ..fields import Fields
from ..model import ContentType, Facet, Names, Section
from ..vocabulary import Choice, Label, Ref, Slug, words


class Strength(Choice):
    """How well a case is documented; the editors' judgement."""

    STRONG = "strong", words(da="godt belyst", en="well documented")
    MEDIUM = "medium", words(da="delvist belyst", en="partly documented")
    THIN = "thin", words(da="tyndt belyst", en="thinly documented")


class State(Choice):
    """Where a case stands."""

    RUNNING = "running", words(da="i drift", en="running")
    ENDED = "ended", words(da="afsluttet", en="ended")
    SEEN_RUNNING = "seen-running", words(da="i drift, da den sidst blev omtalt", en="running when last reported")
    UNKNOWN = "unknown", words(da="status ikke bekræftet", en="status not confirmed")


class Partner(Claim):
    """Who took part, and as what."""

    organisation: Annotated[
        Slug | None,
        Ref(
            "organisations",
            out=words(da="Organisationer i casen", en="Organisations in the case"),
            back=words(da="Cases, organisationen er med i", en="Cases the organisation takes part in"),
        ),
        Label(words(da="Organisation", en="Organisation")),
    ] = None


class StandardInUse(Evidence):
    """A standard that the case builds on, and what shows it."""

    standard: Annotated[
        Slug,
        Ref(
            "standards",
            out=words(da="Standarder, casen bruger", en="Standards the case uses"),
            back=words(da="Cases, der bruger standarden", en="Cases that use the standard"),
        ),
        Label(words(da="Standard", en="Standard")),
    ]


class Case(Fields):
    """Something that was tried in a real place."""

    place: Annotated[Place, Label(words(da="Sted", en="Place"))]
    years: Annotated[Span, Label(words(da="År", en="Years"))]
    state: Annotated[State, Label(words(da="Status", en="Status"))]
    status: Annotated[Claim, Label(words(da="Status, uddybet", en="Status in detail"))]
    carrier: Annotated[Claim, Label(words(da="Ejer", en="Owner"))]
    partners: Annotated[tuple[Partner, ...], Label(words(da="Deltagere", en="Participants"))] = ()
    money: Annotated[Claim, Label(words(da="Økonomi", en="Money"))]
    business_models: Annotated[
        tuple[Slug, ...],
        Ref(
            "business-models",
            out=words(da="Forretningsmodel", en="Business model"),
            back=words(da="Cases med forretningsmodellen", en="Cases with the business model"),
        ),
        Label(words(da="Forretningsmodeller", en="Business models")),
    ] = ()
    technologies: Annotated[tuple[Claim, ...], Label(words(da="Teknik", en="Technology"))] = ()
    standards: Annotated[tuple[StandardInUse, ...], Label(words(da="Standarder", en="Standards"))] = ()
    labs: Annotated[
        tuple[Slug, ...],
        Ref(
            "labs",
            out=words(da="Testmiljøer i casen", en="Labs in the case"),
            back=words(da="Cases fra testmiljøet", en="Cases from the lab"),
        ),
        Label(words(da="Testmiljøer", en="Labs")),
    ] = ()
    figures: Annotated[tuple[Figure, ...], Label(words(da="Tal", en="Figures"))] = ()
    outcomes: Annotated[tuple[Claim, ...], Label(words(da="Resultater", en="Outcomes"))] = ()
    lessons: Annotated[tuple[Claim, ...], Field(min_length=1), Label(words(da="Læring", en="Lessons"))]
    strength: Annotated[Strength, Label(words(da="Belæg", en="Evidence"))]
    disputed: Annotated[
        tuple[Claim, ...], Label(words(da="Her er kilderne uenige", en="Where the sources disagree"))
    ] = ()


TYPE = ContentType(
    name="cases",
    fields=Case,
    names={
        "da": Names("case", "Cases", "cases", "Hvad der er prøvet, hvad det gav, og hvad andre kan lære."),
        "en": Names("case", "Cases", "cases", "What was tried, what came of it, and what others can learn."),
    },
    group="practice",
    sections=(
        Section("problem", words(da="Problemet", en="The problem"), words(da="", en="")),
        Section("solution", words(da="Løsningen", en="The solution"), words(da="", en="")),
        Section(
            "results",
            words(da="Hvad kom der ud af det", en="What came of it"),
            words(da="Også det, der ikke lykkedes.", en="Also what did not succeed."),
        ),
    ),
    facets=(
        Facet("state", words(da="Status", en="Status"), ("state",)),
        Facet("strength", words(da="Belæg", en="Evidence"), ("strength",)),
        Facet("country", words(da="Land", en="Country"), ("place", "country")),
    ),
    telling=(("place", "city"), ("years", "start"), ("state",)),
)
