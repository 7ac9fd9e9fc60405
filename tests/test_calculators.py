"""Formulas: arithmetic and nothing else, the same in Python, in the script and by hand."""

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from hub.calculator import Calculator
from hub.exports.calculators import compiled
from hub.formulas import FormulaError, annuity, compute, read_formula, script
from hub.model import Library

CODE = [
    "__import__('os').system('x')", "a.b", "a[0]", "lambda: 1", "'text'", "a if b else c", "a == b", "a and b", "print(1)",
    "min(1)", "annuity(1, 2, 3)", "[a]", "{a}", "(yield)", "a := 1", "True", "a @ b", "a // b", "f'{a}'", "", "1 +", "a; b",
    "min(*a)", "max(a, key=b)", "1" * 500 + "**9" * 50 + "(",
]  # fmt: skip


@pytest.mark.parametrize("text", CODE)
def test_code_is_no_formula(text: str) -> None:
    with pytest.raises(FormulaError):
        read_formula(text)


@pytest.mark.parametrize(("text", "values", "wanted"), [
    ("a + b * 2", {"a": 1, "b": 3}, 7),
    ("-(a - b) / 2", {"a": 1, "b": 3}, 1),
    ("min(a, b) ** 2", {"a": 4, "b": 3}, 9),
    ("a / b", {"a": 1, "b": 0}, None),
    ("a * annuity(0, 7)", {"a": 2}, 14),
    ("annuity(10, 2)", {}, 1.7355371900826),
    ("(0 - 8) ** 0.5", {}, None),
    ("10 ** 400 * 1.5", {}, None),
])  # fmt: skip
def test_a_formula_computes(text: str, values: dict[str, float], wanted: float | None) -> None:
    found = compute(read_formula(text), values)
    assert found == (pytest.approx(wanted) if wanted is not None else None)


def test_the_annuity_is_the_sum_of_the_years() -> None:
    assert annuity(4, 20) == pytest.approx(sum(1 / 1.04**year for year in range(1, 21)))


def test_the_script_keeps_the_order_of_the_sums() -> None:
    assert script(read_formula("a - (b - -c) ** 2 / min(d, 1)")) == "(v.a - (((v.b - (-v.c)) ** 2) / Math.min(v.d, 1)))"


def calculators(library: Library) -> dict[str, Calculator]:
    found: dict[str, Any] = {
        entry.slug: getattr(entry.fields, "calculator", None) for entry in library.of_type("business-models")
    }
    return {slug: each for slug, each in found.items() if each is not None}


def test_the_scripts_agree_with_the_definitions(real: Library, tmp_path: Path) -> None:
    """Every calculator on twenty random sets of numbers, in the reader's language and in ours."""
    rng = random.Random(7)
    seen = 0
    for slug, calculator in calculators(real).items():
        sets = [
            {
                each.key: round(rng.uniform(each.least, min(each.most, each.example * 3 + 1)), 2)
                for each in calculator.inputs
            }
            for _ in range(20)
        ]
        module = tmp_path / f"{slug}.mjs"
        module.write_text(compiled(calculator, slug))
        ask = f"""
          import {{ inputs, results, overYears }} from "{module}";
          const sets = {json.dumps(sets)};
          console.log(JSON.stringify(sets.map((v) => [results(v), overYears(v).length, inputs.length])));
        """
        done = subprocess.run(
            ["node", "--input-type=module", "-e", ask], capture_output=True, text=True, check=True, cwd=ROOT
        )
        for values, (told, years, count) in zip(sets, json.loads(done.stdout), strict=True):
            wanted = calculator.results(values)
            for key, value in told:
                if wanted[key] is not None:
                    assert value == pytest.approx(wanted[key]), (slug, key, values)
                    seen += 1
            assert count == len(calculator.inputs)
            assert years > 1
    assert seen > 100


def test_every_calculator_has_an_example_worked_by_hand(real: Library) -> None:
    for slug, calculator in calculators(real).items():
        for worked in calculator.worked:
            assert worked.results, slug
            found = calculator.results(worked.inputs)
            assert {key: found[key] for key in worked.results} == pytest.approx(worked.results), slug
