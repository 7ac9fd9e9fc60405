"""How tenders are scored: one definition for the documents, the worked example and the spreadsheet's own formulas."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .template_parts import Bidder, Evaluation

if TYPE_CHECKING:
    from ..types.tender_templates import TenderTemplate


@dataclass(frozen=True)
class Score:
    """One tender's points and result; points count from 0 to the evaluation's ``top``."""

    bidder: Bidder
    price_points: float
    total: float


def price_points(price: float, lowest: float, evaluation: Evaluation) -> float:
    """Return the points for a price under the linear model, rounded to two decimals."""
    above = (price - lowest) / (lowest * evaluation.spread / 100)
    return round(max(0.0, evaluation.top - evaluation.top * above), 2)


def weights(template: "TenderTemplate", lot: str) -> dict[str, int]:
    """Return the weight in per cent of each award criterion of a lot, by the clause's slug, in the template's order."""
    return {include.clause: include.weight[lot] for include in template.includes if lot in include.weight}


def scores(template: "TenderTemplate") -> Iterator[Score]:
    """Yield the worked example's tenders with their results, in the order they are written."""
    evaluation = template.evaluation
    if evaluation is None:
        return
    lot = evaluation.example_lot
    lowest = min(bidder.price for bidder in evaluation.example)
    for bidder in evaluation.example:
        points = price_points(bidder.price, lowest, evaluation)
        quality = sum(bidder.points[key] * weight for key, weight in weights(template, lot).items())
        yield Score(bidder, points, round((points * evaluation.price_weight[lot] + quality) / 100, 2))
