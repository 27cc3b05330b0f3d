"""The characters of a PDF page with their places, as PDFium gives them.

pypdfium2 rather than pdfplumber: it reads the Constitution set as PDF (43 pages) six times as fast
(PDFium in C++ against pdfminer in Python), it mends damaged files, it is fuzzed against hostile
ones, and it tells a missing password from damage. What pdfplumber adds, tables by their ruling,
stands in ``pdf_tables``.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_HYPHEN = 0x02  # PDFium's sign for a hyphen at a line end
_INVISIBLE = (0xA0, 0xFFFE, 0xFFFF)
_BOLD_WEIGHT = 600
_FLAG_FORCE_BOLD = 1 << 18


@dataclass(slots=True)
class Character:
    """One visible character; y grows upwards, ``baseline`` is what it stands on."""

    text: str
    left: float
    right: float
    bottom: float
    baseline: float
    size: float
    index: int
    space_before: bool = False


@dataclass(slots=True)
class Rule:
    """A straight line drawn on the page, or an edge of a drawn box."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def horizontal(self) -> bool:
        """True for a line that runs across."""
        return self.right - self.left >= self.top - self.bottom


def read_characters(textpage: pdfium.PdfTextPage) -> list[Character]:
    """All visible characters, in the order in which the page draws them."""
    box, x, y = pdfium_c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    raw, characters, space = textpage.raw, [], False
    for index in range(textpage.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(raw, index)
        if code == _HYPHEN:
            code = ord("-")
        if code <= 0x20 or code in _INVISIBLE or 0xD800 <= code < 0xE000:
            space = True
            continue
        # The loose box is as wide as the type moves on; the ink of "1" or "j" misleads.
        pdfium_c.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium_c.FPDFText_GetCharOrigin(raw, index, x, y)
        size = pdfium_c.FPDFText_GetFontSize(raw, index)
        size *= _scale(raw, index) if size <= 2 else 1.0
        text = chr(code)
        bottom = _ink_bottom(raw, index) if text.isdigit() else y.value
        characters.append(Character(text, box.left, box.right, bottom, y.value, size, index, space))
        space = False
    return characters


def _ink_bottom(raw: object, index: int) -> float:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium_c.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
    return bottom.value


def _scale(raw: object, index: int) -> float:
    """Some producers set text at size 1 and enlarge it by the matrix."""
    matrix = pdfium_c.FS_MATRIX()
    if pdfium_c.FPDFText_GetMatrix(raw, index, matrix):
        return max(abs(matrix.d), abs(matrix.b)) or 1.0
    return 1.0


def is_bold(textpage: pdfium.PdfTextPage, index: int) -> bool:
    """True when the character is set in a bold face."""
    if pdfium_c.FPDFText_GetFontWeight(textpage.raw, index) >= _BOLD_WEIGHT:
        return True
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    pdfium_c.FPDFText_GetFontInfo(textpage.raw, index, name, 128, flags)
    return b"bold" in name.value.lower() or bool(flags.value & _FLAG_FORCE_BOLD)


def read_rules(page: pdfium.PdfPage) -> list[Rule]:
    """The straight lines of the page: borders of tables, mostly."""
    rules: list[Rule] = []
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        if min(right - left, top - bottom) <= 3:
            rules.append(Rule(left, bottom, right, top))
        elif right - left > 15 and top - bottom > 8:
            rules += [
                Rule(left, bottom, right, bottom),
                Rule(left, top, right, top),
                Rule(left, bottom, left, top),
                Rule(right, bottom, right, top),
            ]
    return rules
