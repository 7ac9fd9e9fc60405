"""Formulas that entries carry: read once, computed here for the tests, and compiled to a script for readers.

A formula is arithmetic over named values: ``containers * (capex / life + subscription * 12)``. Nothing else is
understood, so content can bring no code to a page. Functions: ``min``, ``max``, ``annuity(rate, years)``.
"""

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass


class FormulaError(ValueError):
    """The formula is no arithmetic that is understood here; the message says what was found."""


@dataclass(frozen=True)
class Formula:
    """A checked formula."""

    text: str
    names: tuple[str, ...]
    """The values it needs, each once."""
    tree: ast.expr


def annuity(rate: float, years: float) -> float:
    """Return what 1 a year for ``years`` years is worth today at ``rate`` per cent a year, paid at each year's end."""
    if rate == 0:
        return years
    return float((1 - (1 + rate / 100) ** -years) / (rate / 100))


_OPERATORS: Mapping[type[ast.operator], tuple[Callable[[float, float], float], str]] = {
    ast.Add: (operator.add, "+"),
    ast.Sub: (operator.sub, "-"),
    ast.Mult: (operator.mul, "*"),
    ast.Div: (operator.truediv, "/"),
    ast.Pow: (operator.pow, "**"),
}
_FUNCTIONS: Mapping[str, tuple[Callable[..., float], str, int]] = {
    "min": (min, "Math.min", 2),
    "max": (max, "Math.max", 2),
    "annuity": (annuity, "annuity", 2),
}


def read_formula(text: str) -> Formula:
    """Return the formula; raises FormulaError for anything but arithmetic."""
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError("it cannot be read as arithmetic") from error
    return Formula(text, tuple(dict.fromkeys(_names(tree))), tree)


def _names(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.BinOp(left, op, right) if type(op) in _OPERATORS:
            yield from _names(left)
            yield from _names(right)
        case ast.UnaryOp(ast.USub(), operand):
            yield from _names(operand)
        case ast.Constant(value) if isinstance(value, int | float) and not isinstance(value, bool):
            return
        case ast.Name(name) if name not in _FUNCTIONS:
            yield name
        case ast.Call(ast.Name(name), arguments, []) if name in _FUNCTIONS and len(arguments) == _FUNCTIONS[name][2]:
            for argument in arguments:
                yield from _names(argument)
        case _:
            raise FormulaError(f"'{ast.unparse(node)[:40]}' is not understood")


def compute(formula: Formula, values: Mapping[str, float]) -> float | None:
    """Return the result for these values, or None where there is none, such as a division by nought."""
    try:
        found = _compute(formula.tree, values)
    except (ZeroDivisionError, OverflowError):
        return None
    return found if isinstance(found, int | float) else None


def _compute(node: ast.expr, values: Mapping[str, float]) -> float:
    match node:
        case ast.BinOp(left, op, right):
            return _OPERATORS[type(op)][0](_compute(left, values), _compute(right, values))
        case ast.UnaryOp(_, operand):
            return -_compute(operand, values)
        case ast.Constant(value):
            return value  # type: ignore[return-value]
        case ast.Name(name):
            return values[name]
        case ast.Call(ast.Name(name), arguments):
            return _FUNCTIONS[name][0](*(_compute(argument, values) for argument in arguments))
    raise FormulaError(f"'{ast.unparse(node)[:40]}' is not understood")


def script(formula: Formula) -> str:
    """Return the formula as a JavaScript expression over an object ``v`` and a function ``annuity``."""
    return _script(formula.tree)


def _script(node: ast.expr) -> str:
    match node:
        case ast.BinOp(left, op, right):
            return f"({_script(left)} {_OPERATORS[type(op)][1]} {_script(right)})"
        case ast.UnaryOp(_, operand):
            return f"(-{_script(operand)})"
        case ast.Constant(value):
            return repr(value)
        case ast.Name(name):
            return f"v.{name}"
        case ast.Call(ast.Name(name), arguments):
            return f"{_FUNCTIONS[name][1]}({', '.join(map(_script, arguments))})"
    raise FormulaError(f"'{ast.unparse(node)[:40]}' is not understood")
