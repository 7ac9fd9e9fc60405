"""Tender templates: one purchase put together from clauses, with lots, evaluation, timetable and the files it yields."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from ..fields import Fields, Finding
from ..model import ContentType, Facet, Names, Section
from ..tender.template_checks import template_findings
from ..tender.template_parts import Evaluation, Include, LifeCycle, Lot, Omission, Step, Window
from ..tender.terms import Authorship, Buyer, DocumentKind, Procedure, Release, Solution, Status, Trait, Version
from ..vocabulary import Label, Offered, Ref, Slug, Text, words


class TenderTemplate(Fields):
    """Everything a buyer needs for one kind of purchase; clause texts are chosen, never copied."""

    version: Annotated[Version, Label(words(da="Version", en="Version"), example="1.0.0")]
    status: Annotated[Status, Label(words(da="Status", en="Status"))]
    solution: Annotated[Solution, Label(words(da="Løsning", en="Solution"))]
    buys: Annotated[Text, Label(words(da="Køber", en="Buys"))]
    not_for: Annotated[tuple[Text, ...], Label(words(da="Ikke til", en="Not for"))] = ()
    buyer: Annotated[Buyer, Label(words(da="Ordregiver", en="Contracting authority"))]
    procedure: Annotated[Procedure, Label(words(da="Udbudsprocedure", en="Procedure"))]
    procedure_reason: Annotated[Text, Label(words(da="Hvorfor den procedure", en="Why that procedure"))]
    window: Annotated[Window, Label(words(da="Periode", en="Period"))]
    traits: Annotated[tuple[Trait, ...], Label(words(da="Egenskaber ved købet", en="Traits of the purchase"))] = ()
    omitted: Annotated[tuple[Omission, ...], Label(words(da="Udeladte pligter", en="Duties left aside"))] = ()
    lots: Annotated[tuple[Lot, ...], Label(words(da="Delaftaler", en="Lots"))] = ()
    undivided_reason: Annotated[
        Text | None,
        Offered(),
        Label(words(da="Hvorfor kontrakten ikke er delt op", en="Why the contract is not divided")),
    ] = None
    includes: Annotated[tuple[Include, ...], Field(min_length=1), Label(words(da="Klausuler", en="Clauses"))]
    many_minimum_reason: Annotated[
        Text | None,
        Label(
            words(da="Hvorfor så mange mindstekrav", en="Why so many minimum requirements"),
            words(da="Kræves over 20 mindstekrav.", en="Required above 20 minimum requirements."),
        ),
    ] = None
    evaluation: Annotated[Evaluation | None, Offered(), Label(words(da="Evaluering", en="Evaluation"))] = None
    timetable: Annotated[tuple[Step, ...], Field(min_length=1), Label(words(da="Tidsplan", en="Timetable"))]
    life_cycle: Annotated[LifeCycle, Label(words(da="Livscyklusomkostninger", en="Life-cycle costs"))]
    documents: Annotated[tuple[DocumentKind, ...], Field(min_length=1), Label(words(da="Dokumenter", en="Documents"))]
    adapt: Annotated[
        tuple[Text, ...], Field(min_length=1), Label(words(da="Det skal kommunen tilpasse", en="What must be adapted"))
    ]
    rules: Annotated[
        tuple[Slug, ...],
        Ref(
            "rules",
            out=words(da="Regler bag tidsplan og skabelon", en="Rules behind timetable and template"),
            back=words(da="Skabeloner, der følger reglen", en="Templates that follow the rule"),
        ),
        Label(words(da="Regler", en="Rules")),
    ] = ()
    cases: Annotated[
        tuple[Slug, ...],
        Ref(
            "cases",
            out=words(da="Cases bag skabelonen", en="Cases behind the template"),
            back=words(da="Udbudsskabeloner til samme slags køb", en="Tender templates for the same kind of purchase"),
        ),
        Label(words(da="Cases", en="Cases")),
    ] = ()
    labs: Annotated[
        tuple[Slug, ...],
        Ref(
            "labs",
            out=words(da="Steder, hvor leverancen kan prøves", en="Places where the delivery can be tested"),
            back=words(da="Udbudsskabeloner, der kan bruge testmiljøet", en="Tender templates that can use the lab"),
        ),
        Label(words(da="Testmiljøer", en="Labs")),
    ] = ()
    authorship: Annotated[Authorship, Label(words(da="Tilblivelse og gennemgang", en="Authorship and review"))]
    versions: Annotated[tuple[Release, ...], Field(min_length=1), Label(words(da="Versioner", en="Versions"))]

    def findings(self) -> Iterator[Finding]:
        """Yield what a lawyer's eye would stop at inside one template, on top of what every entry is checked for."""
        yield from super().findings()
        yield from template_findings(self)


TYPE = ContentType(
    name="tender-templates",
    fields=TenderTemplate,
    names={
        "da": Names(
            "udbudsskabelon",
            "Udbudsskabeloner",
            "udbudsskabeloner",
            "Hele udbud samlet af klausuler, klar til at hente som Word, ODF, PDF og Excel.",
        ),
        "en": Names(
            "tender template",
            "Tender templates",
            "tender-templates",
            "Whole tenders put together from clauses, ready to download as Word, ODF, PDF and Excel.",
        ),
    },
    group="tenders",
    licence="CC0-1.0",
    sections=(
        Section(
            "use",
            words(da="Sådan bruger du skabelonen", en="How to use the template"),
            words(da="Trin for trin, fra behov til offentliggørelse.", en="Step by step, from need to publication."),
        ),
        Section(
            "choices",
            words(da="De vigtigste valg", en="The choices that matter most"),
            words(da="Hvad skal kommunen tage stilling til, og hvorfor?", en="What must be decided, and why?"),
        ),
    ),
    facets=(Facet("solution", words(da="Løsning", en="Solution"), ("solution",)),),
    telling=(("includes",), ("lots",)),
)
