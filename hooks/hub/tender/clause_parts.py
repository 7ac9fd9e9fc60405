"""The pieces of a clause: its texts, its proof, its tests, its market."""

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from ..evidence import Claim
from ..vocabulary import Choice, Label, Line, Offered, Ref, Slug, Text, Value, words
from .terms import Ambition, Component, DocumentKind, Obligation, TextKind


class Level(Value):
    """What earns how many points."""

    points: Annotated[int, Field(ge=0, le=100), Label(words(da="Point", en="Points"))]
    when: Annotated[Text, Label(words(da="Gives, når", en="Given when"))]


class AwardKind(Choice):
    """The kind of an award criterion, by the code that notices use (eForms BT-539)."""

    QUALITY = "quality", words(da="kvalitet", en="quality")
    COST = "cost", words(da="omkostning", en="cost")
    PRICE = "price", words(da="pris", en="price")


class Award(Value):
    """How an award criterion is scored."""

    kind: Annotated[AwardKind, Label(words(da="Type", en="Type"))] = AwardKind.QUALITY
    default_weight: Annotated[
        int, Field(ge=1, le=100), Label(words(da="Foreslået vægt i %", en="Suggested weight in %"))
    ]
    max_weight: Annotated[int, Field(ge=1, le=100), Label(words(da="Højeste vægt i %", en="Greatest weight in %"))]
    scale: Annotated[tuple[Level, ...], Field(min_length=2), Label(words(da="Pointskala", en="Scale"))]


class Variant(Value):
    """One text of a clause: what kind of text it is, how binding, and where it lands."""

    key: Annotated[Slug, Label(words(da="Nøgle", en="Key"), example="ts")]
    kind: Annotated[TextKind, Label(words(da="Type", en="Type"))]
    obligation: Annotated[Obligation, Label(words(da="Forpligtelse", en="Obligation"))]
    ambition: Annotated[Ambition, Label(words(da="Ambition", en="Ambition"))]
    document: Annotated[DocumentKind, Label(words(da="Dokument", en="Document"))]
    components: Annotated[
        tuple[Component, ...],
        Label(
            words(da="Dele af leverancen", en="Parts of the delivery"),
            words(da="Tom, når teksten gælder hele leverancen.", en="Empty when the text covers the whole delivery."),
        ),
    ] = ()
    text: Annotated[Text, Label(words(da="Tekst", en="Text"))]
    points: Annotated[tuple[Text, ...], Label(words(da="Underpunkter", en="Points"))] = ()
    closing: Annotated[
        Text | None,
        Label(
            words(da="Afslutning", en="Closing"),
            words(da="Det, der gælder for alle underpunkter.", en="What holds for all the points."),
        ),
    ] = None
    award: Annotated[Award | None, Label(words(da="Tildeling", en="Award"))] = None

    @property
    def is_requirement(self) -> bool:
        """Tell whether a tender is held to the text; contract conditions are accepted, not scored."""
        return self.kind in {TextKind.SPECIFICATION, TextKind.SELECTION}

    @property
    def is_minimum(self) -> bool:
        """Tell whether a tender that misses the text must be rejected."""
        return self.is_requirement and self.obligation is Obligation.MINIMUM

    @property
    def binding(self) -> Choice:
        """Return how the text binds, as its readers say it: only requirements are minimum or evaluated."""
        return self.obligation if self.is_requirement or self.obligation is Obligation.OPTION else self.kind

    def texts(self) -> tuple[Text, ...]:
        """Return everything the variant says in a tender."""
        closing = (self.closing,) if self.closing else ()
        return (self.text, *self.points, *closing, *((level.when for level in self.award.scale) if self.award else ()))


class ProofKind(Choice):
    """What a tenderer hands in to prove a requirement."""

    DOCUMENTATION = "documentation", words(da="dokumentation", en="documentation")
    DECLARATION = "declaration", words(da="erklæring", en="declaration")
    TEST_REPORT = "test-report", words(da="prøvningsrapport", en="test report")
    CERTIFICATE = "certificate", words(da="certifikat", en="certificate")
    MEMBERSHIP = (
        "membership-certificate",
        words(da="certifikat, der kræver medlemskab", en="certificate that requires membership"),
    )
    DEMONSTRATION = "demonstration", words(da="demonstration", en="demonstration")


_ONLY = Label(
    words(da="Kun for disse tekster", en="Only for these texts"),
    words(da="Nøgler under 'variants'; tom for alle.", en="Keys under 'variants'; empty for all."),
)


class Proof(Value):
    """What proves the requirement when tenders are opened; proofs of one clause are alternatives to each other."""

    kind: Annotated[ProofKind, Label(words(da="Type", en="Type"))]
    text: Annotated[Text, Label(words(da="Dokumentation", en="Proof"))]
    variants: Annotated[tuple[Slug, ...], _ONLY] = ()


class Test(Value):
    """One scripted step of the acceptance test, and when it is passed."""

    key: Annotated[str, StringConstraints(pattern=r"^T\d{1,2}$"), Label(words(da="Nummer", en="Number"), example="T1")]
    step: Annotated[Text, Label(words(da="Sådan gøres det", en="What is done"))]
    passes: Annotated[Text, Field(alias="pass"), Label(words(da="Bestået, når", en="Passed when"))]
    variants: Annotated[tuple[Slug, ...], _ONLY] = ()


class Verification(Value):
    """How a requirement is proven: in the tender, at acceptance, in operation."""

    tender: Annotated[tuple[Proof, ...], Offered(), Label(words(da="I tilbuddet", en="In the tender"))] = ()
    acceptance: Annotated[tuple[Test, ...], Offered(), Label(words(da="Ved overtagelse", en="At acceptance"))] = ()
    operation: Annotated[tuple[Text, ...], Label(words(da="I drift", en="In operation"))] = ()
    effort: Annotated[Text | None, Label(words(da="Indsats", en="Effort"))] = None


class Criterion(Value):
    """One measure of equivalence."""

    key: Annotated[str, StringConstraints(pattern=r"^E\d{1,2}$"), Label(words(da="Nummer", en="Number"), example="E1")]
    text: Annotated[Text, Label(words(da="Kriterium", en="Criterion"))]


class Equivalence(Value):
    """What 'or equivalent' means here, and who proves it."""

    why: Annotated[Text, Label(words(da="Hvorfor", en="Why"))]
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1), Label(words(da="Kriterier", en="Criteria"))]
    burden: Annotated[Text, Label(words(da="Bevis", en="Burden of proof"))]


class Risk(Value):
    """What can go wrong with the clause, and what to do about it."""

    risk: Annotated[Text, Label(words(da="Risiko", en="Risk"))]
    mitigation: Annotated[Text, Label(words(da="Sådan dæmpes den", en="Mitigation"))]


class Maturity(Choice):
    """How much of the market can meet the requirement."""

    EMERGING = "emerging", words(da="på vej", en="emerging")
    GROWING = "growing", words(da="voksende", en="growing")
    MATURE = "mature", words(da="modent", en="mature")
    COMMODITY = "commodity", words(da="standardvare", en="commodity")


class Market(Value):
    """How ready the market is, on what evidence, and when it was looked at."""

    maturity: Annotated[Maturity, Label(words(da="Modenhed", en="Maturity"))]
    checked: Annotated[dt.date, Label(words(da="Vurderet den", en="Assessed on"))]
    evidence: Annotated[tuple[Claim, ...], Field(min_length=1), Label(words(da="Belæg", en="Evidence"))]


class Effect(Choice):
    """Which way a clause moves a cost."""

    DECREASE = "decrease", words(da="falder", en="falls")
    NEUTRAL = "neutral", words(da="uændret", en="unchanged")
    SLIGHT = "slight-increase", words(da="stiger lidt", en="rises slightly")
    INCREASE = "increase", words(da="stiger", en="rises")


class CostEffect(Value):
    """What a clause is expected to do to the costs, and on what basis."""

    capital: Annotated[Effect, Label(words(da="Anskaffelse", en="Acquisition"))]
    running: Annotated[Effect, Label(words(da="Drift", en="Operation"))]
    basis: Annotated[Claim, Label(words(da="Grundlag", en="Basis"))]


class Role(Choice):
    """What a standard does in a clause."""

    NORMATIVE = "normative", words(da="krav", en="requirement")
    PRESUMPTION = "presumption", words(da="formodning om opfyldelse", en="presumption of conformity")
    CONTEXT = "context", words(da="baggrund", en="context")


class StandardUse(Value):
    """A standard that a clause names, and what it does there."""

    name: Annotated[Line, Label(words(da="Som den nævnes", en="As it is named"), example="Zhaga Book 18")]
    standard: Annotated[
        Slug | None,
        Ref(
            "standards",
            out=words(da="Standarder, klausulen nævner", en="Standards the clause names"),
            back=words(da="Klausuler, der bruger standarden", en="Clauses that use the standard"),
        ),
        Label(words(da="Standardens post", en="The standard's entry")),
    ] = None
    role: Annotated[Role, Label(words(da="Rolle", en="Role"))]


class NoticeTag(Value):
    """A code for the contract notice (eForms)."""

    field: Annotated[str, StringConstraints(pattern=r"^BT-\d+$"), Label(words(da="Felt", en="Field"), example="BT-774")]
    code: Annotated[Line, Label(words(da="Kode", en="Code"), example="circ-econ")]
