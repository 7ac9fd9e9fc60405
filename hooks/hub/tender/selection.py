"""What a template selects: each included clause with the texts, proofs and tests that follow, in the clause's order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ..model import Entry, Library
from .clause_checks import covers
from .clause_parts import Proof, Test, Variant
from .parameters import Parameter, Setting
from .template_parts import Include, Lot

if TYPE_CHECKING:
    from ..types.clauses import Clause
    from ..types.tender_templates import TenderTemplate


@dataclass(frozen=True)
class Selected:
    """One clause as a template uses it."""

    entry: Entry
    include: Include
    number: int
    """Its place under ``includes``."""

    @property
    def clause(self) -> "Clause":
        """Return the clause's fields."""
        return cast("Clause", self.entry.fields)

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Return the texts that the template selects, in the clause's own order."""
        return tuple(variant for variant in self.clause.variants if variant.key in self.include.variants)

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """Return the proofs that belong to the selected texts."""
        return tuple(each for each in self.clause.verification.tender if self._belongs(each))

    @property
    def tests(self) -> tuple[Test, ...]:
        """Return the tests that belong to the selected texts."""
        return tuple(each for each in self.clause.verification.acceptance if self._belongs(each))

    def _belongs(self, item: Proof | Test) -> bool:
        return any(covers(item, variant) for variant in self.variants)

    @property
    def minimum_count(self) -> int:
        """Return how many of the selected texts are minimum requirements that a tender can fail."""
        return sum(variant.is_minimum for variant in self.variants)

    def parameter(self, name: str) -> Parameter:
        """Return the blank of that name."""
        return self.clause.parameters[name]

    def setting(self, name: str) -> Setting | None:
        """Return the value of a blank: the template's, else the clause's default, else None."""
        parameter = self.clause.parameters[name]
        return self.include.settings.get(name, parameter.default)

    def lots(self, variant: Variant, template: "TenderTemplate") -> tuple[Lot, ...]:
        """Return the lots that a text belongs to; a text without parts of its own belongs to all."""
        return tuple(
            lot
            for lot in template.lots
            if not variant.components or not set(variant.components).isdisjoint(lot.components)
        )


def selected(template: "TenderTemplate", library: Library) -> Iterator[Selected]:
    """Yield the clauses of a template that can be read, in the template's order."""
    for number, include in enumerate(template.includes):
        entry = library.entries.get(("clauses", include.clause))
        if entry is not None:
            yield Selected(entry, include, number)
