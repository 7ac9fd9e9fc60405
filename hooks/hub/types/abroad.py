"""Abroad: the networks, programmes and markets that a Danish company or city meets on its way out."""

from typing import Annotated

from pydantic import Field

from ..evidence import Address, Claim
from ..fields import Fields
from ..model import ContentType, Facet, Names
from ..vocabulary import Choice, Label, Ref, Slug, Text, words


class Kind(Choice):
    """What sort of way abroad it is."""

    NETWORK = "network", words(da="bynetværk", en="network of cities")
    PROGRAMME = "programme", words(da="EU-program eller -projekt", en="EU programme or project")
    HELP = "help", words(da="hjælp til virksomheder", en="help for companies")
    FAIR = "fair", words(da="messe", en="fair")
    MARKET = "market", words(da="marked", en="market")


class WayAbroad(Fields):
    """A network, programme, service or market."""

    kind: Annotated[Kind, Label(words(da="Type", en="Type"))]
    region: Annotated[Text, Label(words(da="Hvor", en="Where"))]
    site: Annotated[Address | None, Label(words(da="Websted", en="Website"))] = None
    facts: Annotated[tuple[Claim, ...], Field(min_length=1), Label(words(da="Hvad det er", en="What it is"))]
    danish: Annotated[tuple[Claim, ...], Label(words(da="Danskere, der er med", en="Danes who take part"))] = ()
    offers: Annotated[
        tuple[Claim, ...], Label(words(da="Hvad det giver en virksomhed", en="What a company gets out of it"))
    ] = ()
    first_step: Annotated[
        Claim,
        Label(words(da="Det første skridt", en="The first step"), words(da="Redaktionens råd.", en="Our advice.")),
    ]
    organisations: Annotated[
        tuple[Slug, ...],
        Ref(
            "organisations",
            out=words(da="Organisationer", en="Organisations"),
            back=words(da="Veje til udlandet", en="Ways abroad"),
        ),
        Label(words(da="Organisationer", en="Organisations")),
    ] = ()
    standards: Annotated[
        tuple[Slug, ...],
        Ref(
            "standards",
            out=words(da="Standarder, der gælder her", en="Standards that carry over"),
            back=words(da="Her gælder standarden i udlandet", en="Where the standard counts abroad"),
        ),
        Label(
            words(da="Standarder", en="Standards"), words(da="Redaktionens vurdering.", en="The editors' judgement.")
        ),
    ] = ()
    cases: Annotated[
        tuple[Slug, ...],
        Ref(
            "cases",
            out=words(da="Cases at lære af", en="Cases to learn from"),
            back=words(da="Vejen ud", en="The way out"),
        ),
        Label(words(da="Cases", en="Cases")),
    ] = ()
    events: Annotated[
        tuple[Slug, ...],
        Ref("events", out=words(da="Arrangementer", en="Events"), back=words(da="Vejen ud", en="The way out")),
        Label(words(da="Arrangementer", en="Events")),
    ] = ()
    solutions: Annotated[
        tuple[Slug, ...],
        Ref("solutions", out=words(da="Løsninger", en="Solutions"), back=words(da="Vejen ud", en="The way out")),
        Label(words(da="Løsninger", en="Solutions")),
    ] = ()


def _order(fields: Fields) -> int:
    assert isinstance(fields, WayAbroad)
    return list(Kind).index(fields.kind)


TYPE = ContentType(
    name="abroad",
    fields=WayAbroad,
    names={
        "da": Names(
            "vej til udlandet", "Ud i verden", "ud-i-verden", "Netværk, programmer og markeder uden for Danmark."
        ),
        "en": Names("way abroad", "Abroad", "abroad", "Networks, programmes and markets outside Denmark."),
    },
    group="activities",
    facets=(Facet("kind", words(da="Type", en="Type"), ("kind",)),),
    order=_order,
    telling=(("kind",), ("region",)),
)
