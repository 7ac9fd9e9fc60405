"""The spreadsheets: their formulas give what the documents say, in another program's arithmetic."""

import io
from pathlib import Path
from typing import Any

import pytest
from conftest import CACHE
from office import convert
from openpyxl import Workbook, load_workbook

from hub.exports import documents
from hub.keeping import kept
from hub.model import Library
from hub.tender.scoring import price_points, scores

PATH = "downloads/{}/street-lighting/compliance-and-evaluation.xlsx"


@pytest.fixture(scope="module")
def book(real: Library) -> bytes:
    artefact = next(a for a in documents.export(real) if a.path == PATH.format("da"))
    made = kept(artefact, CACHE).make()
    assert isinstance(made, bytes)
    return made


def opened(data: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(data), data_only=values)


def recalculated(book: Workbook, folder: Path) -> Workbook:
    """Return the workbook after LibreOffice has computed every formula anew."""
    folder.mkdir(exist_ok=True)
    given = folder / "given.xlsx"
    book.save(given)
    (made,) = convert([given], "xlsx:Calc MS Excel 2007 XML", folder / "made")
    return load_workbook(made, data_only=True)


def column(sheet: Any, label: str) -> int:
    return next(row[0].row for row in sheet.iter_rows(max_col=1) if str(row[0].value or "").startswith(label))


def test_the_sheets_are_there(book: bytes) -> None:
    names = opened(book).sheetnames
    assert names == ["Læs først", "Kravmatrix", "Evaluering 1", "Evaluering 2", "Evaluering 3", "Regneeksempel",
                     "Livscyklus 1", "Livscyklus 2", "Livscyklus 3", "Manifest"]  # fmt: skip


def test_the_worked_example_computes_to_what_the_documents_say(book: bytes, real: Library, tmp_path: Path) -> None:
    template: Any = real.entries["tender-templates", "street-lighting"].fields
    wanted = [(score.price_points, score.total) for score in scores(template)]
    assert len(wanted) == 3
    stored, computed = opened(book, values=True), recalculated(opened(book), tmp_path)
    for found in (stored, computed):
        sheet = found["Regneeksempel"]
        points, result, rank = (column(sheet, label) for label in ("Point for pris", "Resultat", "Placering"))
        assert [(sheet.cell(points, 3 + n).value, sheet.cell(result, 3 + n).value) for n in range(3)] == wanted
        order = sorted(range(3), key=lambda n: -wanted[n][1])
        assert [sheet.cell(rank, 3 + n).value for n in order] == [1, 2, 3]
        assert sheet.cell(result, 2).value == 100


def test_the_blank_evaluation_computes_once_it_is_filled(book: bytes, real: Library, tmp_path: Path) -> None:
    template: Any = real.entries["tender-templates", "street-lighting"].fields
    filled = opened(book)
    sheet = filled["Evaluering 3"]
    price = column(sheet, "Pris:")
    for number, (cost, points) in enumerate(((800_000, 3), (1_000_000, 5))):
        sheet.cell(price, 3 + number).value = cost
        sheet.cell(price + 2, 3 + number).value = points
    found = recalculated(filled, tmp_path)["Evaluering 3"]
    result = column(found, "Resultat")
    for number, (cost, points) in enumerate(((800_000, 3), (1_000_000, 5))):
        own = price_points(cost, 800_000, template.evaluation)
        assert found.cell(price + 1, 3 + number).value == own
        assert found.cell(result, 3 + number).value == pytest.approx(round((own * 85 + points * 15) / 100, 2))
    assert found.cell(result, 5).value in {None, ""}


def test_the_life_cycle_cost_agrees_with_a_hand_calculation(book: bytes, tmp_path: Path) -> None:
    filled = opened(book)
    sheet = filled["Livscyklus 1"]
    inputs = {
        "Antal armaturer": 1000,
        "Gennemsnitlig effekt": 30,
        "Brændetimer": 4000,
        "Elpris": 2,
        "Kalkulationsrente": 4,
    }
    costs = {"Indkøb": 2_000_000, "Reservedele": 50_000, "Bortskaffelse": 100_000}
    for label, value in {**inputs, **costs}.items():
        sheet.cell(column(sheet, label), 3).value = value
    found = recalculated(filled, tmp_path)["Livscyklus 1"]
    energy = 1000 * 30 * 4000 / 1000
    assert found.cell(column(found, "Energiforbrug"), 3).value == energy
    years = range(1, 21)
    factors = {year: round(1 / 1.04**year, 6) for year in years}
    wanted = 2_000_000 + sum((50_000 + energy * 2) * factors[year] for year in years) + 100_000 * factors[20]
    total = column(found, "Livscyklusomkostning")
    assert found.cell(total, 4).value == pytest.approx(wanted)
    assert found.cell(total, 2).value == pytest.approx(2_000_000 + 20 * (50_000 + energy * 2) + 100_000)


def test_the_matrix_counts_what_is_unanswered(book: bytes, tmp_path: Path) -> None:
    filled = opened(book)
    sheet = filled["Kravmatrix"]
    rows = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 4).value in {"mindstekrav", "kontraktvilkår"}]
    assert len(rows) > 40
    assert opened(book, values=True)["Kravmatrix"].cell(3, 4).value == len(rows)
    for row in rows[:7]:
        sheet.cell(row, 7).value = "Ja"
    assert recalculated(filled, tmp_path)["Kravmatrix"].cell(3, 4).value == len(rows) - 7
    assert sheet.freeze_panes == "B5"
    assert sheet.data_validations.dataValidation[0].formula1 == '"Ja,Delvist,Nej"'


def test_the_file_says_what_it_is(book: bytes) -> None:
    properties = opened(book).properties
    assert properties.title == "Kravmatrix, evaluering og livscyklusomkostninger: Vejbelysning med åben styring"
    assert properties.creator == "Smart City Cluster Denmark"
