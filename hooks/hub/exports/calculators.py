"""The calculators as static scripts: each formula of an entry becomes a function, so that no page evaluates text."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from .. import urls
from ..calculator import Calculator
from ..formulas import read_formula, script
from ..model import Artefact, Library

HEAD = """// Made from {source}; the formulas are written there.
const annuity = (rate, years) => (rate === 0 ? years : (1 - (1 + rate / 100) ** -years) / (rate / 100));
"""


def export(library: Library) -> Iterator[Artefact]:
    """Yield a script for each entry that has a calculator."""
    for entry in library.entries.values():
        calculator = getattr(entry.fields, "calculator", None)
        if calculator is not None:
            path = urls.calculator_path(entry)
            source = entry.raw.path
            yield Artefact(path, partial(compiled, calculator, source), f"{library.digest}:{path}", source)


def compiled(calculator: Calculator, source: str) -> str:
    """Return the module: ``inputs`` with their bounds, ``results(v)`` in order, ``overYears(v)`` as [year, value]."""
    inputs: list[dict[str, Any]] = [
        {"key": each.key, "min": each.least, "max": each.most, "example": each.example} for each in calculator.inputs
    ]
    lines = [HEAD.format(source=source), f"export const inputs = {json.dumps(inputs)};", ""]
    lines += ["export function results(given) {", "  const v = { ...given };"]
    lines += [f"  v.{each.key} = {script(read_formula(each.formula))};" for each in calculator.outputs]
    lines += [f"  return {json.dumps([each.key for each in calculator.outputs])}.map((key) => [key, v[key]]);", "}", ""]
    years = calculator.over_years.years
    count = years if years.isdigit() else f"v.{years}"
    lines += [
        "export function overYears(given) {",
        "  const v = { ...given, ...Object.fromEntries(results(given)) };",
        f"  const last = Math.max(0, Math.min(60, Math.round({count})));",
        "  return Array.from({ length: last + 1 }, (_, year) => {",
        "    v.year = year;",
        f"    return [year, {script(read_formula(calculator.over_years.formula))}];",
        "  });",
        "}",
    ]
    return "\n".join(lines) + "\n"
