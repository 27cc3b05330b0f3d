"""PDF/UA-1 by Typst: tagged, in the report's language, readable aloud."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import pypdfium2

from documents.exports.description import Report
from documents.exports.print_data import PART_WEIGHT, Parts
from documents.pdfium_lock import alone_in_pdfium
from documents.typesetting.orders import TEMPLATE, TypesettingFailed, join, typeset

Told = Callable[[int, int], None]
"""Hears how many of how many steps are done."""

logger = logging.getLogger(__name__)
_AT_ONCE = 2
"""Typesetting processes at the same time; each takes up to about 170 MB."""


def write(
    report: Report,
    stream: BinaryIO,
    *,
    part_weight: int = PART_WEIGHT,
    told: Told = lambda _done, _total: None,
) -> None:
    """Write ``report`` as PDF; a long one is typeset in parts of ``part_weight`` and joined.

    ``told`` hears after each part how many of how many are done.
    """
    with tempfile.TemporaryDirectory(prefix="report-") as name:
        folder = Path(name)
        parts = Parts(report, folder, part_weight).write()
        result = _whole(parts[0]) if len(parts) == 1 else _joined(parts, folder, told)
        with result.open("rb") as done:
            shutil.copyfileobj(done, stream)


def _whole(part: Path) -> Path:
    return _typeset(part, number=1, first_page=1, total_pages=0)


def _joined(parts: list[Path], folder: Path, told: Told) -> Path:
    """Typeset twice: first to learn how many pages there are, then with their numbers."""
    numbers = range(1, len(parts) + 1)
    steps = 2 * len(parts) + 1
    counts: list[int] = []
    pieces: list[Path] = []
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for count in pool.map(_count_pages, parts, numbers):
            counts.append(count)
            told(len(counts), steps)
        firsts = [1 + sum(counts[:before]) for before in range(len(parts))]
        totals = [sum(counts)] * len(parts)
        for piece in pool.map(_typeset, parts, numbers, firsts, totals):
            pieces.append(piece)
            told(len(counts) + len(pieces), steps)
    result = folder / "whole.pdf"
    join(pieces, result)
    return result


def _count_pages(part: Path, number: int) -> int:
    return _page_count(_typeset(part, number, first_page=1, total_pages=1))


def _typeset(part: Path, number: int, first_page: int, total_pages: int) -> Path:
    output = part.with_suffix(".pdf")
    files = {"main.typ": TEMPLATE, "report.json": part}
    inputs = {"first-page": str(first_page), "total-pages": str(total_pages)}
    # The rules are checked on the first part, which also declares them for the whole; a later
    # part alone would break one by beginning under a heading of an earlier part.
    if number == 1:
        try:
            typeset(files, output, inputs=inputs, standards=["ua-1"])
        except TypesettingFailed as error:
            # A report that is tagged but not declared is better than none.
            logger.warning("A report breaks PDF/UA-1: %s", error)
        else:
            return output
    typeset(files, output, inputs=inputs)
    return output


@alone_in_pdfium
def _page_count(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()
