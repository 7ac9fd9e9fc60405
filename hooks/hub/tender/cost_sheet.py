"""The life-cycle cost sheet: what a tender costs over the years, discounted to today, year by year in plain sight.

Each cost is paid at the start, every year, as energy, or at the end; the present value of a cost in year t is the cost
divided by (1 + rate) to the power of t.
"""

from collections.abc import Iterator

from ..office.workbook import Cell, Look, Sheet
from .draft import Draft
from .parameters import Filler
from .template_checks import lot_keys
from .template_parts import CostKind

_INPUTS = ("count", "power", "hours", "electricity", "rate")
_FIRST_INPUT = 4
"""The row of the first input, as spreadsheets count."""


def cost_sheets(draft: Draft) -> Iterator[Sheet]:
    """Yield a sheet for each lot; every sum is a formula over the yellow cells."""
    keys = lot_keys(draft.template)
    for number, lot in enumerate(keys, 1):
        yield _sheet(draft, lot, f" {number}" if len(keys) > 1 else "")


def _sheet(draft: Draft, lot: str, ending: str) -> Sheet:
    words, plan = draft.wording.words["sheet"], draft.template.life_cycle
    lines = [line for line in plan.lines if not line.lots or lot in line.lots]
    inputs = _INPUTS if any(line.kind is CostKind.ENERGY for line in lines) else _INPUTS[-1:]
    where = {name: f"$C${_FIRST_INPUT + number}" for number, name in enumerate(inputs)}
    energy_row = _FIRST_INPUT + len(inputs)
    head_row = energy_row + 2
    first_line = head_row + 1
    last_line = head_row + len(lines)
    rows: list[tuple[Cell, ...]] = [
        (Cell(f"{words['life_cycle']}: {draft.lot_name(lot)}", Look.TITLE),),
        (Cell(str(words["life_cycle_note"]).format(years=plan.years), Look.NOTE, across=6),),
        _head(words, "input", "filled_by", "value", "unit"),
        *(_input(draft, name, plan.discount if name == "rate" else None) for name in inputs),
        _energy(draft, where),
        (),
        _head(words, "cost", "filled_by", "amount", "when"),
    ]
    for line in lines:
        if line.kind is CostKind.ENERGY:
            amount = Cell(0, Look.MONEY, f"C{energy_row}*{where['electricity']}")
            filler = str(words["computed"])
        else:
            amount = Cell(None, Look.MONEY_INPUT)
            filler = draft.said(line.filled_by)
        rows.append((Cell(draft.said(line.label)), Cell(filler), amount, Cell(draft.said(line.kind))))
    rows += _years(draft, first_line, last_line, where["rate"])
    return Sheet(f"{words['life_cycle']}{ending}", (52, 22, 20, 20, 20, 20), tuple(rows))


def _energy(draft: Draft, where: dict[str, str]) -> tuple[Cell, ...]:
    if "count" not in where:
        return ()
    use = f"{where['count']}*{where['power']}*{where['hours']}/1000"
    label = Cell(str(draft.wording.words["sheet"]["energy_year"]), Look.STRONG)
    return label, Cell(""), Cell(0, Look.RESULT, use), Cell("kWh")


def _head(words: dict[str, object], *keys: str) -> tuple[Cell, ...]:
    return tuple(Cell(str(words[f"col_{key}"]), Look.HEAD) for key in keys)


def _input(draft: Draft, name: str, value: float | None) -> tuple[Cell, ...]:
    words = draft.wording.words["sheet"]
    filler = Filler.BIDDER if name == "power" else Filler.BUYER
    label, unit = words["inputs"][name]
    return Cell(str(label)), Cell(draft.said(filler)), Cell(value, Look.MONEY_INPUT), Cell(str(unit))


def _years(draft: Draft, first: int, last: int, rate: str) -> list[tuple[Cell, ...]]:
    words, plan = draft.wording.words["sheet"], draft.template.life_cycle
    kinds = {kind: f'SUMIF($D${first}:$D${last},"{draft.said(kind)}",$C${first}:$C${last})' for kind in CostKind}
    head = last + 2
    rows: list[tuple[Cell, ...]] = [(), _head(words, "year", "payments", "factor", "present")]
    for year in range(plan.years + 1):
        row = head + 1 + year
        if year == 0:
            due = kinds[CostKind.ONCE]
        else:
            due = f"{kinds[CostKind.YEARLY]}+{kinds[CostKind.ENERGY]}"
            due += f"+{kinds[CostKind.END]}" if year == plan.years else ""
        factor = round(1 / (1 + (plan.discount or 0) / 100) ** year, 6)
        rows.append((
            Cell(year, Look.TEXT), Cell(0, Look.MONEY, due),
            Cell(factor, Look.NUMBER, f"ROUND(1/(1+{rate}/100)^A{row},6)"), Cell(0, Look.MONEY, f"B{row}*C{row}"),
        ))  # fmt: skip
    begin, end = head + 1, head + 1 + plan.years
    total = Cell(0, Look.RESULT, f"SUM(D{begin}:D{end})")
    paid = Cell(0, Look.RESULT, f"SUM(B{begin}:B{end})")
    rows.append((Cell(str(words["life_cycle_total"]), Look.STRONG), paid, Cell(""), total))
    return rows
