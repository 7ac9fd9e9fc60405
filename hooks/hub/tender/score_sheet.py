"""The evaluation sheet and its worked example: the same formulas, once with blanks and once with invented tenders."""

from collections.abc import Iterator

from xlsxwriter.utility import xl_col_to_name

from ..office.workbook import Cell, Look, Sheet
from .draft import Draft
from .scoring import Score, scores, weights
from .template_checks import lot_keys
from .template_parts import Evaluation

TENDERS = 5
"""How many tenders the blank sheet has room for."""
_FIRST_ROW = 7
"""The row of the price, as spreadsheets count."""


def evaluation_sheets(draft: Draft) -> Iterator[Sheet]:
    """Yield, for each lot, the sheet in which the buyer enters prices and points."""
    names = [f"{draft.word('example_bidder')} {number}" for number in range(1, TENDERS + 1)]
    keys = lot_keys(draft.template)
    for number, lot in enumerate(keys, 1):
        yield _sheet(draft, "evaluation", f" {number}" if len(keys) > 1 else "", lot, names, ())


def example_sheet(draft: Draft, evaluation: Evaluation) -> Sheet:
    """Return the worked example of the tender conditions, computed by the same formulas."""
    found = tuple(scores(draft.template))
    return _sheet(draft, "example", "", evaluation.example_lot, [score.bidder.name for score in found], found)


def _sheet(draft: Draft, key: str, ending: str, lot: str, names: list[str], filled: tuple[Score, ...]) -> Sheet:
    words, evaluation = draft.wording.words["sheet"], draft.template.evaluation
    assert evaluation is not None
    weighted = weights(draft.template, lot)
    labels = {one.entry.slug: f"{one.clause.id} {draft.said(one.clause.title)}" for one in draft.chosen}
    columns = [xl_col_to_name(2 + number) for number in range(len(names))]
    last_points = _FIRST_ROW + 1 + len(weighted)
    empty = [None] * len(names)
    prices = [score.bidder.price for score in filled] or empty
    rows: list[tuple[Cell, ...]] = [
        (Cell(f"{words[key]}: {draft.lot_name(lot)}", Look.TITLE),),
        (Cell(str(words[f"{key}_note"]), Look.NOTE, across=2 + len(names)),),
        (Cell(str(words["top"]), Look.STRONG), Cell(evaluation.top, Look.WHOLE)),
        (Cell(str(words["spread"]), Look.STRONG), Cell(evaluation.spread, Look.WHOLE)),
        (),
        (Cell(draft.word("table_criterion"), Look.HEAD), Cell(str(words["weight"]), Look.HEAD),
         *(Cell(name, Look.HEAD) for name in names)),
        (Cell(f"{draft.word('price')}: {draft.said(evaluation.price_basis)}"), Cell(None, Look.TEXT),
         *(Cell(price, Look.MONEY_INPUT) for price in prices)),
        (Cell(str(words["price_points"])), Cell(evaluation.price_weight.get(lot, 0), Look.WHOLE),
         *(_price_points(column, columns, score) for column, score in zip(columns, filled or empty, strict=True))),
        *((Cell(labels.get(slug, slug)), Cell(weight, Look.WHOLE),
           *(Cell(score.bidder.points[slug] if score else None, Look.INPUT) for score in filled or empty))
          for slug, weight in weighted.items()),
        (Cell(str(words["result"]), Look.STRONG), Cell(100, Look.RESULT, f"SUM(B{_FIRST_ROW + 1}:B{last_points})"),
         *(_total(column, last_points, score) for column, score in zip(columns, filled or empty, strict=True))),
        (Cell(str(words["rank"]), Look.STRONG), Cell(None, Look.TEXT),
         *(_rank(column, columns, last_points + 1, score, filled)
           for column, score in zip(columns, filled or empty, strict=True))),
    ]  # fmt: skip
    return Sheet(f"{words[key]}{ending}", (58, 10, *[16] * len(names)), tuple(rows))


def _price_points(column: str, columns: list[str], score: Score | None) -> Cell:
    """Return the linear price model as a formula; the same sum as ``scoring.price_points``."""
    row = _FIRST_ROW
    lowest = f"MIN(${columns[0]}${row}:${columns[-1]}${row})"
    formula = f'IF({column}{row}="","",ROUND(MAX(0,$B$3-$B$3*({column}{row}-{lowest})/({lowest}*$B$4/100)),2))'
    return Cell(score.price_points if score else None, Look.NUMBER, formula)


def _total(column: str, last: int, score: Score | None) -> Cell:
    first = _FIRST_ROW + 1
    formula = (
        f'IF({column}{_FIRST_ROW}="","",ROUND(SUMPRODUCT($B{first}:$B{last},{column}{first}:{column}{last})/100,2))'
    )
    return Cell(score.total if score else None, Look.RESULT, formula)


def _rank(column: str, columns: list[str], row: int, score: Score | None, filled: tuple[Score, ...]) -> Cell:
    formula = f'IF({column}{row}="","",RANK({column}{row},${columns[0]}${row}:${columns[-1]}${row}))'
    place = 1 + sum(other.total > score.total for other in filled) if score else None
    return Cell(place, Look.STRONG, formula)
