"""Rules: thresholds, deadlines and duties that tenders must keep, each stated once and only as surely as it was read."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from ..evidence import Address, Claim, Confidence, Evidence
from ..fields import Fields, Finding, Path
from ..model import ContentType, Facet, Names
from ..tender.terms import Buyer, Condition, Duty, Phase, Procedure, Purchase, Trait
from ..vocabulary import Choice, Label, Text, words
from ..walk import walk


class Kind(Choice):
    """What sort of rule it is."""

    DUTY = "duty", words(da="pligt", en="duty")
    DEADLINE = "deadline", words(da="frist", en="deadline")
    THRESHOLD = "threshold", words(da="tærskelværdi", en="threshold")
    RIGHT = "right", words(da="mulighed", en="option the law gives")
    FRAME = "frame", words(da="ramme", en="framework")


class Area(Choice):
    """The field of law."""

    THRESHOLDS = "thresholds", words(da="Tærskelværdier", en="Thresholds")
    PROCEDURE = "procedure", words(da="Procedure og frister", en="Procedure and deadlines")
    SPECIFICATIONS = "specifications", words(da="Krav og standarder", en="Specifications and standards")
    NOTICES = "notices", words(da="Bekendtgørelser", en="Notices")
    INTEROPERABILITY = "interoperability", words(da="Interoperabilitet", en="Interoperability")
    DATA = "data", words(da="Data og persondata", en="Data and personal data")
    CYBER = "cyber", words(da="Cybersikkerhed", en="Cyber security")
    AI = "ai", words(da="Kunstig intelligens", en="Artificial intelligence")
    ACCESSIBILITY = "accessibility", words(da="Tilgængelighed", en="Accessibility")
    GREEN = "green", words(da="Grønne indkøb og belysning", en="Green purchasing and lighting")
    CONTRACTS = "contracts", words(da="Kontrakter", en="Contracts")
    REFORM = "reform", words(da="Ændringer på vej", en="Changes under way")


class Amount(Evidence):
    """A threshold for a period; amounts without VAT."""

    valid_from: Annotated[dt.date, Label(words(da="Gælder fra", en="Valid from"))]
    valid_to: Annotated[dt.date | None, Label(words(da="Gælder til og med", en="Valid to and including"))] = None
    eur: Annotated[int, Field(gt=0), Label(words(da="Euro", en="Euro"))]
    dkk: Annotated[int | None, Field(gt=0), Label(words(da="Danske kroner", en="Danish kroner"))] = None


class Deadline(Evidence):
    """The least number of calendar days that a phase of a procedure must last."""

    procedure: Annotated[
        Procedure | None,
        Label(words(da="Procedure", en="Procedure"), words(da="Tom for alle.", en="Empty for all.")),
    ] = None
    phase: Annotated[Phase, Label(words(da="Frist for", en="Deadline for"))]
    condition: Annotated[Condition, Label(words(da="Hvornår", en="When"))] = Condition.ORDINARY
    days: Annotated[int, Field(gt=0, le=365), Label(words(da="Dage", en="Days"))]


class Rule(Fields):
    """One thing that the law, a court or an authority says."""

    codes: Annotated[
        tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-\d{2}$")], ...],
        Field(min_length=1),
        Label(words(da="Nummer", en="Number"), example="UDB-05"),
    ]
    kind: Annotated[Kind, Label(words(da="Type", en="Type"))]
    area: Annotated[Area, Label(words(da="Område", en="Area"))]
    reference: Annotated[Text, Label(words(da="Henvisning", en="Reference"))]
    official: Annotated[Address, Label(words(da="Officiel tekst", en="Official text"))]
    statement: Annotated[Claim, Label(words(da="Reglen", en="The rule"))]
    details: Annotated[tuple[Claim, ...], Label(words(da="Enkeltheder", en="Details"))] = ()
    advice: Annotated[Text | None, Label(words(da="Det betyder for indkøbet", en="What it means for the purchase"))] = (
        None
    )
    valid_from: Annotated[dt.date | None, Label(words(da="Gælder fra", en="Valid from"))] = None
    valid_to: Annotated[dt.date | None, Label(words(da="Gælder til og med", en="Valid to and including"))] = None
    buyer: Annotated[Buyer | None, Label(words(da="Gælder for", en="Applies to"))] = None
    purchase: Annotated[Purchase | None, Label(words(da="Ved køb af", en="When buying"))] = None
    amounts: Annotated[tuple[Amount, ...], Label(words(da="Beløb", en="Amounts"))] = ()
    deadlines: Annotated[tuple[Deadline, ...], Label(words(da="Frister", en="Deadlines"))] = ()
    applies_to: Annotated[Trait | None, Label(words(da="Når", en="When"))] = None
    calls_for: Annotated[Duty | None, Label(words(da="Kræver i udbuddet", en="Calls for in the tender"))] = None
    reason_allowed: Annotated[
        bool, Label(words(da="Kan udelades med en begrundelse", en="May be left out with a reason"))
    ] = False
    watch: Annotated[tuple[Claim, ...], Label(words(da="Hold øje med", en="Keep an eye on"))] = ()

    def findings(self) -> Iterator[Finding]:
        """Yield what makes a rule unfit to stand on, on top of what every entry is checked for."""
        yield from super().findings()
        for visit in walk(self):
            if isinstance(visit.value, Evidence) and visit.value.confidence is Confidence.GENERAL:
                message = "a rule may not rest on general knowledge; read a source and name it, or leave the rule out"
                yield Finding((*visit.path, "confidence"), "rule-from-general-knowledge", message)
        if self.kind is Kind.THRESHOLD and not (self.amounts and self.buyer and self.purchase):
            message = "a threshold needs 'amounts', 'buyer' and 'purchase'; add what is missing"
            yield Finding(("kind",), "threshold-incomplete", message)
        if self.kind is Kind.DEADLINE and not self.deadlines:
            yield Finding(("kind",), "deadline-incomplete", "a deadline needs at least one under 'deadlines'; add it")
        if (self.applies_to is None) != (self.calls_for is None):
            message = "'applies_to' and 'calls_for' belong together; give both or neither"
            yield Finding(("calls_for" if self.calls_for else "applies_to",), "duty-incomplete", message)
        spans: list[tuple[Path, Rule | Amount]] = [((), self)]
        spans += [(("amounts", number), amount) for number, amount in enumerate(self.amounts)]
        for place, span in spans:
            if span.valid_from and span.valid_to and span.valid_to < span.valid_from:
                message = f"valid_to {span.valid_to} is before valid_from {span.valid_from}; mend one of them"
                yield Finding((*place, "valid_to"), "period-order", message)


TYPE = ContentType(
    name="rules",
    fields=Rule,
    names={
        "da": Names(
            "regel", "Regler og tærskler", "regler", "Beløb, frister og pligter, hver med kilde og officiel tekst."
        ),
        "en": Names(
            "rule",
            "Rules and thresholds",
            "rules",
            "Amounts, deadlines and duties, each with source and official text.",
        ),
    },
    group="tenders",
    facets=(
        Facet("kind", words(da="Type", en="Type"), ("kind",)),
        Facet("area", words(da="Område", en="Area"), ("area",)),
    ),
    order=lambda fields: (list(Area).index(fields.area), fields.codes[0]),  # type: ignore[attr-defined]
    telling=(("reference",),),
)
