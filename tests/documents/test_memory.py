"""Long tables pass through the writers row by row; they are never held as a whole."""

from __future__ import annotations

import tempfile
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from documents.exports import FORMATS, write_report
from tests.documents.reports import remarks_table, report_of

TEXT_LENGTH = 5_000
MEGABYTE = 1024 * 1024


def peak(format: str, row_count: int) -> int:
    """The most memory that Python held while a table of long remarks was written."""

    def rows() -> Iterator[tuple[Any, ...]]:
        for number in range(row_count):
            yield (number, "§ 1", f"{number} ".ljust(TEXT_LENGTH, "x"), None, None, None)

    report = report_of(remarks_table(rows))
    with tempfile.TemporaryFile() as stream:
        tracemalloc.start()
        write_report(report, format, stream)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return most


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"pdf"}))
def test_memory_does_not_grow_with_the_table(format: str) -> None:
    peak(format, 1)  # what is loaded and kept at first use

    few, many = peak(format, 20), peak(format, 1_000)

    # The texts alone are five megabytes.
    assert many < few + MEGABYTE
