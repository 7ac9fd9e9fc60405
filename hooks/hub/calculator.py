"""Calculators that an entry carries: what a reader enters, what comes of it, and how it grows over the years."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field, FiniteFloat, StringConstraints

from .evidence import Claim
from .fields import Finding
from .formulas import FormulaError, compute, read_formula
from .vocabulary import Label, Text, Value, words

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
YEAR = "year"
"""The name of the year in a formula for the chart."""
_SHARE = 1e-6
"""How far a worked example may lie from the computed result, as a share of it."""


class Input(Value):
    """A number that the reader enters; the field is empty until then."""

    key: Annotated[Key, Label(words(da="Nøgle", en="Key"), example="capex")]
    label: Annotated[Text, Label(words(da="Hvad der skrives", en="What is entered"))]
    unit: Annotated[Text, Label(words(da="Enhed", en="Unit"))]
    least: Annotated[FiniteFloat, Field(alias="min"), Label(words(da="Mindst", en="At least"), example="0")] = 0
    most: Annotated[FiniteFloat, Field(alias="max"), Label(words(da="Højst", en="At most"), example="1000000")]
    example: Annotated[FiniteFloat, Label(words(da="Eksempelværdi", en="Example value"), example="100")]
    backed: Annotated[Claim | None, Label(words(da="Kilde til eksempelværdien", en="Source of the example value"))] = (
        None
    )


class Output(Value):
    """A result, computed from the inputs and the results before it."""

    key: Annotated[Key, Label(words(da="Nøgle", en="Key"), example="saving")]
    label: Annotated[Text, Label(words(da="Resultat", en="Result"))]
    unit: Annotated[Text, Label(words(da="Enhed", en="Unit"))]
    formula: Annotated[str, Field(min_length=1, max_length=300), Label(words(da="Formel", en="Formula"))]


class OverYears(Value):
    """What the chart shows year by year; the formula may use ``year``, counted from 0."""

    label: Annotated[Text, Label(words(da="Hvad der vises", en="What is shown"))]
    unit: Annotated[Text, Label(words(da="Enhed", en="Unit"))]
    years: Annotated[str, Label(words(da="Antal år, en nøgle eller et tal", en="Number of years, a key or a number"))]
    formula: Annotated[str, Field(min_length=1, max_length=300), Label(words(da="Formel", en="Formula"))]


class Worked(Value):
    """An example computed by hand, which the formulas must give."""

    inputs: Annotated[dict[Key, FiniteFloat], Label(words(da="Værdier", en="Values"))]
    results: Annotated[dict[Key, FiniteFloat], Label(words(da="Resultater", en="Results"))]


class Calculator(Value):
    """Inputs, results, a chart over the years, and examples worked by hand."""

    inputs: Annotated[tuple[Input, ...], Field(min_length=1), Label(words(da="Det skrives", en="What is entered"))]
    outputs: Annotated[tuple[Output, ...], Field(min_length=1), Label(words(da="Resultater", en="Results"))]
    over_years: Annotated[OverYears, Label(words(da="År for år", en="Year by year"))]
    worked: Annotated[tuple[Worked, ...], Field(min_length=1), Label(words(da="Regnet i hånden", en="Worked by hand"))]

    def results(self, values: Mapping[str, float]) -> dict[str, float | None]:
        """Return every result for these inputs; None where one cannot be computed."""
        known: dict[str, float] = dict(values)
        found: dict[str, float | None] = {}
        for output in self.outputs:
            formula = read_formula(output.formula)
            result = compute(formula, known) if set(formula.names) <= known.keys() else None
            found[output.key] = result
            if result is not None:
                known[output.key] = result
        return found

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong: formulas that cannot be read, unknown names, examples that do not come out."""
        known = [each.key for each in self.inputs]
        sound = True
        for name, items in (("inputs", self.inputs), ("outputs", self.outputs)):
            keys = [each.key for each in items]
            for number, key in enumerate(keys):
                if key in keys[:number] or (name == "outputs" and key in known[: len(self.inputs)]) or key == YEAR:
                    sound = False
                    message = f"the key '{key}' is taken; give it another"
                    yield Finding(("calculator", name, number, "key"), "key-taken", message)
            for number, each in enumerate(items):
                if isinstance(each, Input) and not each.least <= each.example <= each.most:
                    message = f"the example {each.example:g} is outside {each.least:g}-{each.most:g}; mend it"
                    yield Finding(("calculator", name, number, "example"), "example-outside", message)
                if isinstance(each, Output):
                    fault = formula_fault(each.formula, known)
                    if fault:
                        sound = False
                        yield Finding(("calculator", name, number, "formula"), "formula", fault)
                    known.append(each.key)
        fault = formula_fault(self.over_years.formula, [*known, YEAR])
        if fault:
            sound = False
            yield Finding(("calculator", "over_years", "formula"), "formula", fault)
        if not self.over_years.years.isdigit() and self.over_years.years not in known:
            message = f"'{self.over_years.years}' is neither a number nor a key; use one of: {', '.join(known)}"
            yield Finding(("calculator", "over_years", "years"), "formula", message)
        if sound:
            yield from self._worked_findings()

    def _worked_findings(self) -> Iterator[Finding]:
        for number, worked in enumerate(self.worked):
            lacking = [each.key for each in self.inputs if each.key not in worked.inputs]
            if lacking:
                message = f"the example has no value for {', '.join(lacking)}; add it"
                yield Finding(("calculator", "worked", number, "inputs"), "worked-example", message)
                continue
            found = self.results(worked.inputs)
            for key, wanted in worked.results.items():
                result = found.get(key)
                if result is None or abs(result - wanted) > max(0.01, abs(wanted) * _SHARE):
                    given = "nothing" if result is None else f"{result:g}"
                    message = f"the formulas give {given} for '{key}', not {wanted:g}; mend the formula or the example"
                    yield Finding(("calculator", "worked", number, "results", key), "worked-example", message)


def formula_fault(text: str, known: list[str]) -> str | None:
    """Return what is wrong with a formula, or None when it can be computed from the known names."""
    try:
        formula = read_formula(text)
    except FormulaError as error:
        return f"formula: {error}; write arithmetic with + - * / ** ( ), min, max and annuity(rate, years)"
    unknown = [name for name in formula.names if name not in known]
    return f"formula: '{unknown[0]}' is no value here; use one of: {', '.join(known)}" if unknown else None
