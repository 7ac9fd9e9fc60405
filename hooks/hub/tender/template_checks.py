"""What a lawyer's eye stops at inside one template: weights, lots, evaluation (lint rules L1, L7, L8)."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..fields import Finding, Path
from .shared_checks import key_findings, version_findings
from .template_parts import UNDIVIDED, Evaluation

if TYPE_CHECKING:
    from ..types.tender_templates import TenderTemplate


def template_findings(template: "TenderTemplate") -> Iterator[Finding]:
    """Yield every finding inside one template; what needs the clauses or rules is checked when all are read."""
    yield from version_findings(template.version, template.versions)
    yield from _lots(template)
    yield from _weights(template)
    seen: set[str] = set()
    for number, include in enumerate(template.includes):
        if include.clause in seen:
            message = f"the clause '{include.clause}' is included twice; gather its texts under one"
            yield Finding(("includes", number, "clause"), "clause-twice", message)
        seen.add(include.clause)
    if template.window.delivered <= template.window.published:
        message = "the delivery ends before the tender is published; mend one of the dates"
        yield Finding(("window", "delivered"), "window-order", message)


def _lots(template: "TenderTemplate") -> Iterator[Finding]:
    if len(template.lots) < 2 and template.undivided_reason is None:
        message = "the contract is not divided into lots; say why under 'undivided_reason' (Udbudsloven § 49)"
        yield Finding(("lots",), "undivided-without-reason", message)
    yield from key_findings(("lots",), [lot.key for lot in template.lots])


def lot_keys(template: "TenderTemplate") -> tuple[str, ...]:
    """Return the keys of what is won and evaluated alone: the lots, or the undivided contract."""
    return tuple(lot.key for lot in template.lots) or (UNDIVIDED,)


def _unknown_lot(place: Path, key: str, lots: tuple[str, ...]) -> Finding:
    return Finding(place, "unknown-lot", f"'{key}' is no lot of this template; use one of: {', '.join(lots)}")


def _weights(template: "TenderTemplate") -> Iterator[Finding]:
    evaluation = template.evaluation
    if evaluation is None:
        message = "no evaluation method is given; describe it under 'evaluation' (Udbudsloven § 160)"
        yield Finding((), "without-evaluation", message)
        return
    lots = lot_keys(template)
    places: list[tuple[Path, Mapping[str, int]]] = [(("evaluation", "price_weight"), evaluation.price_weight)]
    places += [(("includes", number, "weight"), include.weight) for number, include in enumerate(template.includes)]
    for place, weight in places:
        for key in weight:
            if key not in lots:
                yield _unknown_lot((*place, key), key, lots)
    for lot in lots:
        total = evaluation.price_weight.get(lot, 0) + sum(include.weight.get(lot, 0) for include in template.includes)
        if total != 100:
            message = (
                f"the weights of '{lot}' add up to {total}, not 100; mend price_weight or the weights of the clauses"
            )
            yield Finding(("evaluation", "price_weight"), "weights-total", message)
    yield from _example(template, evaluation)
    for number, line in enumerate(template.life_cycle.lines):
        for position, key in enumerate(line.lots):
            if key not in lots:
                yield _unknown_lot(("life_cycle", "lines", number, "lots", position), key, lots)


def _example(template: "TenderTemplate", evaluation: Evaluation) -> Iterator[Finding]:
    lot, lots = evaluation.example_lot, lot_keys(template)
    if lot not in lots:
        yield _unknown_lot(("evaluation", "example_lot"), lot, lots)
        return
    weighted = [include.clause for include in template.includes if lot in include.weight]
    for number, bidder in enumerate(evaluation.example):
        place = ("evaluation", "example", number, "points")
        for key, points in bidder.points.items():
            if key not in weighted:
                message = f"'{key}' has no weight in '{lot}'; remove it from the example"
                yield Finding((*place, key), "example-points", message)
            elif not 0 <= points <= evaluation.top:
                yield Finding(
                    (*place, key), "example-points", f"{points} points are outside 0-{evaluation.top}; mend them"
                )
        for key in weighted:
            if key not in bidder.points:
                yield Finding(place, "example-points", f"the example gives no points for '{key}'; add them")
