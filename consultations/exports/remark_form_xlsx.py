"""The remark form as a spreadsheet."""

from __future__ import annotations

from typing import BinaryIO

from xlsxwriter import Workbook

from consultations.exports.remark_form import KEY_CLOSES, KEY_OPENS, RemarkForm
from documents.exports.cells import clean_text

_WIDTHS = (6, 24, 52, 48, 40, 40, 12)
_LONGEST_CELL = 32_000
_ACCENT, _INK, _SHADE, _LINE = "#1B4F8A", "#1D2733", "#E3ECF4", "#B8C2CC"


def write(form: RemarkForm, stream: BinaryIO) -> None:
    """Write the form; texts never become formulas or links."""
    book = Workbook(
        stream,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    book.set_properties({"title": form.title, "author": form.publisher})
    _Sheet(book, form).fill()
    book.close()


class _Sheet:
    """One sheet: facts, questions to whoever fills it, and the table."""

    def __init__(self, book: Workbook, form: RemarkForm) -> None:
        self._form = form
        self._sheet = book.add_worksheet(form.title)
        basic = {"font_name": "Calibri", "font_size": 11, "font_color": _INK, "valign": "top"}
        framed = basic | {"text_wrap": True, "border": 1, "border_color": _LINE}
        self._plain = book.add_format(basic)
        self._wrapped = book.add_format(basic | {"text_wrap": True})
        self._bold = book.add_format(basic | {"bold": True})
        self._title = book.add_format(
            basic | {"bold": True, "font_size": 18, "font_color": _ACCENT}
        )
        self._head = book.add_format(framed | {"bold": True, "bg_color": _SHADE})
        self._cell = book.add_format(framed | {"num_format": "@"})
        self._given = book.add_format(framed | {"font_color": "#4D5966", "num_format": "@"})
        self._row = 0

    def fill(self) -> None:
        """Everything from the top down."""
        sheet = self._sheet
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        # Sorting and inserting rows keeps the key beside its unit.
        sheet.set_column(len(_WIDTHS) - 1, len(_WIDTHS) - 1, None, None, {"hidden": True})
        self._introduce()
        self._ask()
        first = self._add_table()
        sheet.freeze_panes(first, 0)
        sheet.repeat_rows(first - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{self._form.notice.replace('&', '&&')[:200]}&R&P / &N")

    def _introduce(self) -> None:
        form = self._form
        self._line(form.title, self._title)
        self._sheet.write_string(0, len(_WIDTHS) - 1, _key(form.consultation_key))
        self._line(form.subtitle, self._bold)
        for name, value in form.facts:
            self._pair(name, value)
        for text in form.instructions:
            self._sheet.merge_range(self._row, 0, self._row, 5, clean_text(text), self._wrapped)
            self._sheet.set_row(self._row, 32)
            self._row += 1
        self._row += 1

    def _ask(self) -> None:
        for question in self._form.questions:
            self._sheet.merge_range(self._row, 0, self._row, 1, question, self._head)
            self._sheet.merge_range(self._row, 2, self._row, 3, "", self._cell)
            self._sheet.set_row(self._row, 32)
            self._row += 1
        self._row += 1

    def _add_table(self) -> int:
        for column, title in enumerate(self._form.columns):
            self._sheet.write_string(self._row, column, title, self._head)
        self._row += 1
        first = self._row
        for number, row in enumerate(self._form.rows, start=1):
            self._sheet.write_number(self._row, 0, number, self._given)
            self._text(1, row.citation, self._given if row.key else self._cell)
            self._text(2, row.text, self._given)
            for column in (3, 4, 5):
                self._sheet.write_blank(self._row, column, None, self._cell)
            if row.key:
                self._sheet.write_string(self._row, 6, _key(row.key))
            self._row += 1
        self._offer_units(first)
        return first

    def _offer_units(self, first: int) -> None:
        """Added rows choose a unit from a list; anything else may be typed."""
        known = [row for row in self._form.rows if row.key]
        if known:
            self._sheet.data_validation(
                first + len(known),
                1,
                self._row + 500,
                1,
                {
                    "validate": "list",
                    "source": f"=$B${first + 1}:$B${first + len(known)}",
                    "show_error": False,
                },
            )

    def _line(self, text: str, look: object) -> None:
        self._sheet.write_string(self._row, 0, clean_text(text)[:_LONGEST_CELL], look)
        self._row += 1

    def _pair(self, name: str, value: str) -> None:
        self._sheet.write_string(self._row, 0, f"{name}:", self._bold)
        self._sheet.write_string(self._row, 2, clean_text(value), self._plain)
        self._row += 1

    def _text(self, column: int, text: str, look: object) -> None:
        self._sheet.write_string(self._row, column, clean_text(text)[:_LONGEST_CELL], look)


def _key(key: str) -> str:
    return f"{KEY_OPENS}{key}{KEY_CLOSES}"
