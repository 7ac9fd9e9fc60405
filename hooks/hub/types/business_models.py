"""Business models: who pays whom, who owns what, and when a model fits."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from ..calculator import Calculator
from ..evidence import Claim
from ..fields import Fields, Finding
from ..model import ContentType, Names, Section
from ..vocabulary import Label, Ref, Slug, Text, Value, words


class Canvas(Value):
    """The nine fields of a business model canvas; each holds short points, the editors' own reading."""

    partners: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Nøglepartnere", en="Key partners"))]
    activities: Annotated[
        tuple[Text, ...], Field(min_length=1), Label(words(da="Nøgleaktiviteter", en="Key activities"))
    ]
    resources: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Nøgleressourcer", en="Key resources"))]
    value: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Værdi", en="Value"))]
    relationships: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Relationer", en="Relationships"))]
    channels: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Kanaler", en="Channels"))]
    customers: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Kunder", en="Customers"))]
    costs: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Omkostninger", en="Costs"))]
    income: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Indtægter", en="Income"))]


class Party(Value):
    """Someone who pays, is paid or is served."""

    key: Annotated[Slug, Label(words(da="Nøgle", en="Key"), example="municipality")]
    name: Annotated[Text, Label(words(da="Navn", en="Name"))]


class Flow(Value):
    """What one party gives another."""

    giver: Annotated[Slug, Label(words(da="Fra", en="From"), example="municipality")]
    receiver: Annotated[Slug, Label(words(da="Til", en="To"), example="municipality")]
    what: Annotated[Text, Label(words(da="Hvad der går fra den ene til den anden", en="What passes"))]
    money: Annotated[bool, Label(words(da="Er det penge?", en="Is it money?"))]


class Example(Claim):
    """Where the model has been used."""

    case: Annotated[
        Slug | None,
        Ref(
            "cases",
            out=words(da="Eksempler", en="Examples"),
            back=words(da="Eksempel på forretningsmodellen", en="Example of the business model"),
        ),
        Label(words(da="Case", en="Case")),
    ] = None


class BusinessModel(Fields):
    """A way of paying for and owning a solution."""

    money_flow: Annotated[Claim, Label(words(da="Pengenes vej", en="How the money flows"))]
    parties: Annotated[tuple[Party, ...], Field(min_length=2), Label(words(da="Parter", en="Parties"))]
    flows: Annotated[
        tuple[Flow, ...], Field(min_length=1), Label(words(da="Hvem giver hvad til hvem", en="Who gives what to whom"))
    ]
    canvas: Annotated[Canvas, Label(words(da="Canvas", en="Canvas"))]
    assets: Annotated[Claim, Label(words(da="Hvem ejer anlæg og udstyr", en="Who owns the assets"))]
    data: Annotated[Claim, Label(words(da="Hvem råder over data", en="Who controls the data"))]
    contract: Annotated[Claim, Label(words(da="Kontraktform", en="Form of contract"))]
    fits: Annotated[tuple[Claim, ...], Field(min_length=1), Label(words(da="Passer, når", en="Fits when"))]
    risks: Annotated[tuple[Claim, ...], Field(min_length=1), Label(words(da="Risici", en="Risks"))]
    examples: Annotated[tuple[Example, ...], Label(words(da="Eksempler", en="Examples"))] = ()
    calculator: Annotated[Calculator | None, Label(words(da="Beregner", en="Calculator"))] = None

    def findings(self) -> Iterator[Finding]:
        """Yield flows between parties that are not listed, on top of what every entry is checked for."""
        yield from super().findings()
        known = [party.key for party in self.parties]
        for number, flow in enumerate(self.flows):
            for end in ("giver", "receiver"):
                key = getattr(flow, end)
                if key not in known:
                    message = f"{end}: '{key}' is not the key of a party; use one of: {', '.join(known)}"
                    yield Finding(("flows", number, end), "unknown-party", message)
        if self.calculator is not None:
            yield from self.calculator.findings()


TYPE = ContentType(
    name="business-models",
    fields=BusinessModel,
    names={
        "da": Names(
            "forretningsmodel",
            "Forretningsmodeller",
            "forretningsmodeller",
            "Hvem betaler, hvem ejer, og hvornår det passer.",
        ),
        "en": Names("business model", "Business models", "business-models", "Who pays, who owns, and when it fits."),
    },
    group="knowledge",
    sections=(
        Section("how", words(da="Sådan virker modellen", en="How the model works"), words(da="", en="")),
        Section(
            "choose",
            words(da="Når kommunen vælger den", en="When a municipality chooses it"),
            words(da="Hvad skal være på plads først?", en="What must be in place first?"),
        ),
    ),
)
