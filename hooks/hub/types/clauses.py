"""Clauses: the smallest piece of a tender that carries its own text, proof, test, award and equivalence wording."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from ..fields import Fields, Finding
from ..model import ContentType, Facet, Names
from ..tender.clause_checks import clause_findings
from ..tender.clause_parts import CostEffect, Equivalence, Market, NoticeTag, Risk, StandardUse, Variant, Verification
from ..tender.parameters import Parameter
from ..tender.terms import Authorship, Duty, Release, Solution, Status, Theme, Version
from ..vocabulary import Label, Ref, Slug, Text, words


class Clause(Fields):
    """A reusable piece of a tender."""

    id: Annotated[
        str,
        StringConstraints(pattern=r"^[A-Z]{3}-[A-Z]{3}-\d{3}$"),
        Label(
            words(da="Klausulnummer", en="Clause id"),
            words(da="Bruges aldrig igen.", en="Never used again."),
            example="SLC-IOP-003",
        ),
    ]
    version: Annotated[Version, Label(words(da="Version", en="Version"), example="1.0.0")]
    status: Annotated[Status, Label(words(da="Status", en="Status"))]
    supersedes: Annotated[
        tuple[Slug, ...],
        Ref(
            "clauses",
            out=words(da="Afløser", en="Supersedes"),
            back=words(da="Afløses af", en="Superseded by"),
        ),
        Label(words(da="Afløser", en="Supersedes")),
    ] = ()
    theme: Annotated[Theme, Label(words(da="Tema", en="Theme"))]
    solutions: Annotated[tuple[Solution, ...], Field(min_length=1), Label(words(da="Til indkøb af", en="For buying"))]
    variants: Annotated[tuple[Variant, ...], Field(min_length=1), Label(words(da="Tekster", en="Texts"))]
    parameters: Annotated[dict[Slug, Parameter], Label(words(da="Felter", en="Parameters"))] = {}
    verification: Annotated[Verification, Label(words(da="Dokumentation og test", en="Proof and test"))]
    equivalence: Annotated[Equivalence | None, Label(words(da="Tilsvarende løsninger", en="Equivalence"))] = None
    rationale: Annotated[Text, Label(words(da="Hvorfor", en="Why"))]
    use_when: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Brug den, når", en="Use it when"))]
    avoid_when: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Undgå den, når", en="Avoid it when"))]
    depends_on: Annotated[
        tuple[Slug, ...],
        Ref(
            "clauses",
            out=words(da="Skal bruges sammen med", en="Must be used together with"),
            back=words(da="Kræves af", en="Required by"),
        ),
        Label(words(da="Skal bruges sammen med", en="Must be used together with")),
    ] = ()
    conflicts_with: Annotated[
        tuple[Slug, ...],
        Ref(
            "clauses",
            out=words(da="Kan ikke bruges sammen med", en="Cannot be used together with"),
            back=words(da="Kan ikke bruges sammen med", en="Cannot be used together with"),
        ),
        Label(words(da="Kan ikke bruges sammen med", en="Cannot be used together with")),
    ] = ()
    fulfils: Annotated[
        tuple[Duty, ...],
        Label(
            words(da="Opfylder pligten", en="Meets the duty"),
            words(da="Pligter fra reglerne, som klausulen dækker.", en="Duties from the rules that the clause covers."),
        ),
    ] = ()
    risks: Annotated[tuple[Risk, ...], Field(min_length=1), Label(words(da="Risici", en="Risks"))]
    market: Annotated[Market, Label(words(da="Markedets modenhed", en="Market maturity"))]
    cost_effect: Annotated[CostEffect, Label(words(da="Virkning på omkostninger", en="Cost effect"))]
    standards: Annotated[tuple[StandardUse, ...], Label(words(da="Standarder", en="Standards"))] = ()
    legal_basis: Annotated[
        tuple[Slug, ...],
        Ref(
            "rules",
            out=words(da="Regler bag klausulen", en="Rules behind the clause"),
            back=words(da="Klausuler, der bygger på reglen", en="Clauses that rest on the rule"),
        ),
        Label(words(da="Regler bag klausulen", en="Rules behind the clause")),
    ] = ()
    cases: Annotated[
        tuple[Slug, ...],
        Ref(
            "cases",
            out=words(da="Cases at lære af", en="Cases to learn from"),
            back=words(da="Klausuler, der svarer på det, casen viste", en="Clauses that answer what the case showed"),
        ),
        Label(words(da="Cases", en="Cases")),
    ] = ()
    notice: Annotated[tuple[NoticeTag, ...], Label(words(da="Koder til bekendtgørelsen", en="Notice codes"))] = ()
    authorship: Annotated[Authorship, Label(words(da="Tilblivelse og gennemgang", en="Authorship and review"))]
    versions: Annotated[tuple[Release, ...], Field(min_length=1), Label(words(da="Versioner", en="Versions"))]

    def findings(self) -> Iterator[Finding]:
        """Yield what a lawyer's eye would stop at inside one clause, on top of what every entry is checked for."""
        yield from super().findings()
        yield from clause_findings(self)


TYPE = ContentType(
    name="clauses",
    fields=Clause,
    names={
        "da": Names(
            "klausul",
            "Klausuler",
            "klausuler",
            "Hver klausul har kravtekst, dokumentation, test og kontraktvilkår på dansk og engelsk.",
        ),
        "en": Names(
            "clause",
            "Clauses",
            "clauses",
            "Each clause holds requirement, proof, test and contract wording in Danish and English.",
        ),
    },
    group="tenders",
    licence="CC0-1.0",
    facets=(
        Facet("theme", words(da="Tema", en="Theme"), ("theme",)),
        Facet("solutions", words(da="Til indkøb af", en="For buying"), ("solutions",)),
    ),
    order=lambda fields: getattr(fields, "id", ""),
    telling=(("id",), ("version",)),
)
