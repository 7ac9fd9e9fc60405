"""Standards, specifications and frameworks that a buyer can require and a supplier can meet."""

from typing import Annotated

from pydantic import Field

from ..evidence import Address, Claim
from ..fields import Fields
from ..model import ContentType, Facet, Names, Section
from ..vocabulary import Choice, Label, Line, Ref, Slug, Text, Value, Year, words


class Kind(Choice):
    """What sort of document a standard is."""

    STANDARD = "standard", words(da="standard", en="standard")
    SPECIFICATION = "specification", words(da="specifikation", en="specification")
    PROTOCOL = "protocol", words(da="protokol", en="protocol")
    DATA_MODEL = "data-model", words(da="datamodel", en="data model")
    FRAMEWORK = "framework", words(da="rammeværk", en="framework")
    GUIDANCE = "guidance", words(da="vejledning", en="guidance")


class Reading(Choice):
    """What it costs to read a standard."""

    FREE = "free", words(da="gratis", en="free")
    PAID = "paid", words(da="mod betaling", en="paid")
    MIXED = "mixed", words(da="delvist gratis", en="partly free")


class Layer(Choice):
    """The part of a solution that a standard governs."""

    DATA_MODEL = "data-model", words(da="datamodel", en="data model")
    API = "api", words(da="snitflade (API)", en="interface (API)")
    CONNECTIVITY = "connectivity", words(da="forbindelse", en="connectivity")
    DEVICE_INTERFACE = "device-interface", words(da="snitflade på enheden", en="device interface")
    SECURITY = "security", words(da="sikkerhed", en="security")
    PRIVACY = "privacy", words(da="privatliv", en="privacy")
    MANAGEMENT = "management", words(da="ledelse og styring", en="management")
    INDICATORS = "indicators", words(da="indikatorer", en="indicators")
    ACCESSIBILITY = "accessibility", words(da="tilgængelighed", en="accessibility")
    GEO = "geo", words(da="geodata", en="geodata")
    MOBILITY = "mobility", words(da="mobilitet", en="mobility")
    ENERGY = "energy", words(da="energi", en="energy")
    LIGHTING = "lighting", words(da="belysning", en="lighting")
    AI = "ai", words(da="kunstig intelligens", en="artificial intelligence")


class Task(Choice):
    """The task a reader wants solved when looking for a standard."""

    SHARE_DATA = "share-data", words(da="dele data", en="share data")
    MAPS_3D = "maps-3d", words(da="kort og 3D", en="maps and 3D")
    SENSORS = "sensors-networks", words(da="sensorer og netværk", en="sensors and networks")
    LIGHTING = "street-lighting", words(da="vejbelysning", en="street lighting")
    BUILDINGS = "buildings-energy", words(da="bygninger og energi", en="buildings and energy")
    CHARGING = "ev-charging", words(da="opladning af elbiler", en="EV charging")
    TRAFFIC = (
        "traffic-mobility",
        words(da="trafik, transport og mobilitet", en="traffic, transport and mobility"),
    )
    SECURITY = (
        "security-privacy",
        words(da="sikkerhed, privatliv og identitet", en="security, privacy and identity"),
    )
    ACCESSIBILITY = "accessibility", words(da="tilgængelighed", en="accessibility")
    AI = "ai", words(da="kunstig intelligens", en="artificial intelligence")
    MEASURE = "measure-manage", words(da="måle og styre", en="measure and manage")
    DATA_SPACES = "data-spaces", words(da="dataområder", en="data spaces")
    PROCUREMENT = (
        "procurement-open-source",
        words(da="udbud og open source", en="procurement and open source"),
    )


class Tier(Choice):
    """How widely a standard matters; the editors' judgement."""

    MUST_KNOW = "must-know", words(da="skal kendes", en="must know")
    WHEN_RELEVANT = "use-when-relevant", words(da="bruges, når det er relevant", en="use when relevant")
    BACKGROUND = "background", words(da="baggrund", en="background")


class Openness(Value):
    """What it takes to read a standard and to build on it."""

    read: Annotated[Reading, Label(words(da="Adgang til teksten", en="Access to the text"))]
    terms: Annotated[Claim, Label(words(da="Vilkår", en="Terms"))]


class Standard(Fields):
    """A standard, specification or framework."""

    identifier: Annotated[Line, Label(words(da="Betegnelse", en="Identifier"), example="ISO/IEC 27001:2022")]
    kind: Annotated[Kind, Label(words(da="Type", en="Type"))]
    publisher: Annotated[Line, Label(words(da="Udgiver", en="Publisher"), example="ETSI")]
    publishers: Annotated[
        tuple[Slug, ...],
        Ref(
            "organisations",
            out=words(da="Udgiveren på dette websted", en="The publisher on this site"),
            back=words(da="Standarder, organisationen udgiver", en="Standards the organisation publishes"),
        ),
        Label(words(da="Udgiverens post", en="The publisher's entry")),
    ] = ()
    version: Annotated[Claim, Label(words(da="Gældende version", en="Current version"))]
    year: Annotated[Year | None, Label(words(da="Versionens år", en="Year of the version"), example="2025")] = None
    openness: Annotated[Openness, Label(words(da="Åbenhed", en="Openness"))]
    layers: Annotated[tuple[Layer, ...], Field(min_length=1), Label(words(da="Lag", en="Layers"))]
    task: Annotated[Task, Label(words(da="Opgave", en="Task"))]
    tier: Annotated[Tier, Label(words(da="Prioritet", en="Priority"))]
    conformance: Annotated[Claim, Label(words(da="Sådan dokumenteres overholdelse", en="How conformance is shown"))]
    facts: Annotated[tuple[Claim, ...], Label(words(da="Fakta", en="Facts"))] = ()
    recent: Annotated[tuple[Claim, ...], Label(words(da="Nyt siden 2024", en="New since 2024"))] = ()
    watch: Annotated[tuple[Claim, ...], Label(words(da="Hold øje med", en="Keep an eye on"))] = ()
    related: Annotated[
        tuple[Slug, ...],
        Ref(
            "standards",
            out=words(da="Beslægtede standarder", en="Related standards"),
            back=words(da="Nævnt som beslægtet af", en="Named as related by"),
        ),
        Label(words(da="Beslægtede standarder", en="Related standards")),
    ] = ()
    address: Annotated[Address, Label(words(da="Officiel adresse", en="Official address"))]
    abbreviation: Annotated[Text | None, Label(words(da="Forkortelse", en="Abbreviation"))] = None


TYPE = ContentType(
    name="standards",
    fields=Standard,
    names={
        "da": Names("standard", "Standarder", "standarder", "Hvad kommunen kan kræve, og hvordan det bevises."),
        "en": Names("standard", "Standards", "standards", "What a municipality can require, and how it is proven."),
    },
    group="knowledge",
    sections=(
        Section("purpose", words(da="Hvad den er til", en="What it is for"), words(da="", en="")),
        Section(
            "when",
            words(da="Hvornår kommunen skal kræve den", en="When to require it"),
            words(
                da="I hvilke indkøb og på hvilket sted i løsningen?",
                en="In which purchases, where in the solution?",
            ),
        ),
        Section(
            "ask",
            words(da="Hvad tilbudsgiver skal svare på", en="What to ask a bidder"),
            words(
                da="Spørgsmål, hvis svar kan efterprøves.",
                en="Questions whose answers can be tested.",
            ),
        ),
        Section(
            "pitfalls",
            words(da="Faldgruber", en="Pitfalls"),
            words(da="Hvad går ofte galt?", en="What often goes wrong?"),
        ),
    ),
    facets=(
        Facet("task", words(da="Opgave", en="Task"), ("task",)),
        Facet("tier", words(da="Prioritet", en="Priority"), ("tier",)),
        Facet("read", words(da="Adgang til teksten", en="Access to the text"), ("openness", "read")),
        Facet("layers", words(da="Lag", en="Layers"), ("layers",)),
    ),
    telling=(("publisher",), ("identifier",), ("year",)),
)
