"""Spreadsheets: an abstract workbook of cells, and the writer that makes an Excel file of it.

Each formula carries the result it has when the file is made, for programs that show a file without computing it.
"""

import datetime as dt
import io
import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range

from . import look

Plain = str | int | float | None


class Look(StrEnum):
    """What a cell is, which decides how it looks."""

    TITLE = "title"
    NOTE = "note"
    NOTICE = "notice"
    HEAD = "head"
    TEXT = "text"
    STRONG = "strong"
    INPUT = "input"
    """A place to fill in."""
    MONEY_INPUT = "money-input"
    WHOLE = "whole"
    """A whole number that nobody changes, such as a weight."""
    NUMBER = "number"
    MONEY = "money"
    RESULT = "result"


@dataclass(frozen=True)
class Cell:
    """One cell; ``formula`` without the equals sign, ``value`` its text, number or present result."""

    value: Plain = None
    look: Look = Look.TEXT
    formula: str = ""
    choices: tuple[str, ...] = ()
    """The answers to choose from in a place to fill in."""
    across: int = 1
    """How many columns the cell covers."""


@dataclass(frozen=True)
class Sheet:
    """One sheet; ``head`` is the row (from 0) of a table's header, which stays in sight and is repeated in print."""

    name: str
    widths: tuple[int, ...]
    """Column widths in characters."""
    rows: tuple[tuple[Cell, ...], ...]
    head: int | None = None
    portrait: bool = False


@dataclass(frozen=True)
class Workbook:
    """A whole workbook and what its file says about itself."""

    title: str
    subject: str
    author: str
    language: str
    keywords: tuple[str, ...]
    date: dt.date
    status: str
    sheets: tuple[Sheet, ...]


A3, A4 = 8, 9
"""Paper sizes by their number in the file format (ISO/IEC 29500-1, 18.3.1.63)."""
_LINE = 13.5
"""The height of a line of text in points."""


def write_xlsx(book: Workbook) -> bytes:
    """Return the workbook as an Excel file (Office Open XML)."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as file:
        file.set_properties({
            "title": book.title, "subject": book.subject, "author": book.author, "keywords": ", ".join(book.keywords),
            "comments": book.status, "created": dt.datetime.combine(book.date, dt.time(12)),
        })  # fmt: skip
        looks = {name: file.add_format(_format(name)) for name in Look}
        for sheet in book.sheets:
            _write_sheet(file.add_worksheet(sheet.name), sheet, book, looks)
    return made.getvalue()


def _format(name: Look) -> dict[str, Any]:
    base: dict[str, Any] = {
        "font_name": look.FONT, "font_size": 10, "font_color": f"#{look.INK}", "valign": "top", "text_wrap": True,
    }  # fmt: skip
    edge = {"border": 1, "border_color": f"#{look.RULE}"}
    lead = {"bold": True, "font_color": f"#{look.LEAD}"}
    blank = {"bg_color": f"#{look.BLANK}", "locked": False}
    own: dict[Look, dict[str, Any]] = {
        Look.TITLE: {**lead, "font_size": 16, "text_wrap": False},
        Look.NOTE: {"font_color": f"#{look.QUIET}"},
        Look.NOTICE: {"bold": True, "bg_color": f"#{look.FOG}"},
        Look.HEAD: {**lead, **edge, "bg_color": f"#{look.FOG}"},
        Look.TEXT: {**edge, "align": "left"},
        Look.WHOLE: {**edge, "num_format": "0"},
        Look.STRONG: {**edge, "bold": True},
        Look.INPUT: {**edge, **blank},
        Look.MONEY_INPUT: {**edge, **blank, "num_format": "#,##0.00"},
        Look.NUMBER: {**edge, "num_format": "0.00"},
        Look.MONEY: {**edge, "num_format": "#,##0.00"},
        Look.RESULT: {**edge, **lead, "num_format": "#,##0.00", "bg_color": f"#{look.FOG}"},
    }
    return {**base, **own[name]}


def _write_sheet(sheet: Any, plan: Sheet, book: Workbook, looks: dict[Look, Any]) -> None:
    for column, width in enumerate(plan.widths):
        sheet.set_column(column, column, width)
    for number, row in enumerate(plan.rows):
        sheet.set_row(number, _height(row, plan.widths))
        column = 0
        for cell in row:
            _write_cell(sheet, number, column, cell, looks[cell.look])
            column += cell.across
    if plan.head is not None:
        sheet.freeze_panes(plan.head + 1, 1)
        sheet.repeat_rows(plan.head)
        sheet.autofilter(plan.head, 0, len(plan.rows) - 1, len(plan.widths) - 1)
    if not plan.portrait:
        sheet.set_landscape()
    sheet.set_paper(A3 if sum(plan.widths) > 200 else A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.hide_gridlines(2)
    sheet.set_header(f"&L&8{_plain(book.title)}&R&8{_plain(plan.name)}")
    sheet.set_footer(f"&L&8{_plain(book.status)}&R&8&P / &N")


def _plain(text: str) -> str:
    return text.replace("&", "&&")


def _write_cell(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    if cell.across > 1:
        sheet.merge_range(row, column, row, column + cell.across - 1, "", style)
    if cell.formula:
        sheet.write_formula(row, column, f"={cell.formula}", style, "" if cell.value is None else cell.value)
    elif cell.value is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(cell.value, str):
        sheet.write_string(row, column, cell.value, style)
    else:
        sheet.write_number(row, column, cell.value, style)
    if cell.choices:
        sheet.data_validation(xl_range(row, column, row, column), {"validate": "list", "source": list(cell.choices)})


def _height(row: tuple[Cell, ...], widths: tuple[int, ...]) -> float:
    """Return a row's height in points: nothing wraps out of sight in programs that do not fit rows by themselves."""
    lines, column = 1, 0
    for cell in row:
        width = sum(widths[column : column + cell.across]) or 10
        if isinstance(cell.value, str) and not cell.formula and cell.look is not Look.TITLE:
            own = sum(max(1, math.ceil(len(part) / width)) for part in cell.value.split("\n"))
            lines = max(lines, own)
        column += cell.across
    return 24 if any(cell.look is Look.TITLE for cell in row) else max(16.0, min(400.0, lines * _LINE + 3))
