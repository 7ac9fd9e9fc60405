"""Organisations: who does what in the field, and how they relate to the network."""

from typing import Annotated

from ..evidence import Address, Claim, Figure
from ..fields import Fields
from ..model import ContentType, Facet, Names, Section
from ..vocabulary import Choice, Label, PartialDate, Ref, Slug, Text, words


class Kind(Choice):
    """What sort of body an organisation is."""

    NETWORK = "network", words(da="netværk", en="network")
    CLUSTER = "cluster", words(da="erhvervsklynge", en="business cluster")
    PARTNERSHIP = "partnership", words(da="partnerskab", en="partnership")
    UNIVERSITY = "university", words(da="universitet", en="university")
    GTS = "gts", words(da="GTS-institut", en="research and technology institute")
    ASSOCIATION = "association", words(da="forening", en="association")
    AUTHORITY = "authority", words(da="myndighed", en="public authority")
    PUBLIC_BODY = "public-body", words(da="offentlig organisation", en="public body")
    FOUNDATION = "foundation", words(da="fond", en="foundation")
    STANDARDS_BODY = "standards-body", words(da="standardiseringsorgan", en="standards body")
    COMPANY = "company", words(da="virksomhed", en="company")


class Relation(Choice):
    """How an organisation relates to the network."""

    SELF = "self", words(da="netværket selv", en="the network itself")
    SECRETARIAT = "secretariat", words(da="partner og sekretariat", en="partner and secretariat")
    PARTNER = "partner", words(da="partner", en="partner")
    FINANCIER = "financier", words(da="finansierede netværket", en="financed the network")
    SUCCESSOR = "successor", words(da="førte netværket videre", en="carried the network on")
    PREDECESSOR = "predecessor", words(da="forgænger", en="predecessor")
    FIELD = "field", words(da="arbejder på samme område", en="works in the same field")


class Milestone(Claim):
    """A dated event in an organisation's history."""

    date: Annotated[PartialDate, Label(words(da="Dato", en="Date"), example="2019")]


class Organisation(Fields):
    """A body that acts in the field."""

    kind: Annotated[Kind, Label(words(da="Type", en="Type"))]
    relation: Annotated[Relation, Label(words(da="Forhold til netværket", en="Relation to the network"))]
    role: Annotated[Claim, Label(words(da="Rolle", en="Role"))]
    short: Annotated[Text | None, Label(words(da="Kort navn", en="Short name"))] = None
    site: Annotated[Address | None, Label(words(da="Websted", en="Website"))] = None
    linkedin: Annotated[Address | None, Label(words(da="LinkedIn", en="LinkedIn"))] = None
    founded: Annotated[Claim | None, Label(words(da="Grundlagt", en="Founded"))] = None
    figures: Annotated[tuple[Figure, ...], Label(words(da="Tal", en="Figures"))] = ()
    facts: Annotated[tuple[Claim, ...], Label(words(da="Fakta", en="Facts"))] = ()
    history: Annotated[tuple[Milestone, ...], Label(words(da="Historie", en="History"))] = ()
    disputed: Annotated[
        tuple[Claim, ...], Label(words(da="Her er kilderne uenige", en="Where the sources disagree"))
    ] = ()
    carried_on_by: Annotated[
        tuple[Slug, ...],
        Ref(
            "organisations",
            out=words(da="Føres videre af", en="Carried on by"),
            back=words(da="Fører videre", en="Carries on"),
        ),
        Label(words(da="Føres videre af", en="Carried on by")),
    ] = ()
    partners: Annotated[
        tuple[Slug, ...],
        Ref(
            "organisations",
            out=words(da="Partnere", en="Partners"),
            back=words(da="Partner i", en="Partner in"),
        ),
        Label(words(da="Partnere", en="Partners")),
    ] = ()
    financed_by: Annotated[
        tuple[Slug, ...],
        Ref(
            "organisations",
            out=words(da="Finansieret af", en="Financed by"),
            back=words(da="Har finansieret", en="Has financed"),
        ),
        Label(words(da="Finansieret af", en="Financed by")),
    ] = ()


TYPE = ContentType(
    name="organisations",
    fields=Organisation,
    names={
        "da": Names("organisation", "Organisationer", "organisationer", "Hvem der gør hvad på feltet."),
        "en": Names("organisation", "Organisations", "organisations", "Who does what in the field."),
    },
    group="practice",
    sections=(Section("about", words(da="Hvem de er", en="Who they are"), words(da="", en="")),),
    facets=(
        Facet("kind", words(da="Type", en="Type"), ("kind",)),
        Facet("relation", words(da="Forhold til netværket", en="Relation to the network"), ("relation",)),
    ),
    telling=(("kind",),),
)
