"""Reports that tests write and read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from documents.exports import (
    Chart,
    Column,
    Heading,
    KeyValues,
    PageBreak,
    Paragraph,
    Report,
    Series,
    Signature,
    Table,
)

COLUMNS = (
    Column("no", "Lp.", 0.5, "integer"),
    Column("unit", "Jednostka redakcyjna", 1.2),
    Column("remark", "Uwaga", 4),
    Column("cost", "Koszt", 1, "decimal"),
    Column("day", "Dzień", 1, "date"),
    Column("moment", "Chwila", 1.4, "datetime"),
)
# 23:30 UTC is the next day in Warsaw: a lost time zone would show.
ROWS: list[tuple[Any, ...]] = [
    (
        1,
        "§ 1 ust. 2",
        "Zażółć gęślą jaźń, „ŁÓDŹ”",
        Decimal("1234567.50"),
        date(2026, 10, 5),
        datetime(2026, 10, 5, 23, 30, tzinfo=UTC),
    ),
    (
        2,
        "",
        "Pierwszy wiersz\nDrugi\twiersz  z odstępem",
        Decimal("-0.05"),
        date(1999, 12, 31),
        datetime(2026, 1, 5, 12, 0, tzinfo=UTC),
    ),
    (30_000, "art. 5", "=1+1", None, None, None),
]
# What each row says to a person or a program, in Warsaw time.
EXPECTED: list[list[Any]] = [
    [
        1,
        "§ 1 ust. 2",
        "Zażółć gęślą jaźń, „ŁÓDŹ”",
        Decimal("1234567.50"),
        date(2026, 10, 5),
        datetime(2026, 10, 6, 1, 30),
    ],
    [
        2,
        None,
        "Pierwszy wiersz\nDrugi\twiersz  z odstępem",
        Decimal("-0.05"),
        date(1999, 12, 31),
        datetime(2026, 1, 5, 13, 0),
    ],
    [30_000, "art. 5", "=1+1", None, None, None],
]


def remarks_table(rows: Any = ROWS) -> Table:
    """A table of every kind of column."""
    return Table(key="remarks", caption="Zestawienie uwag", columns=COLUMNS, rows=rows)


def full_report(rows: Any = ROWS) -> Report:
    """A report with every kind of block."""
    chart = Chart(
        kind="stacked",
        title="Stanowiska",
        description="Większość uwag uwzględniono.",
        categories=["Organizacje", "Osoby prywatne"],
        series=[Series("uwzględnione", [20, 11]), Series("nieuwzględnione", [9, 1])],
    )
    return report_of(
        Heading(1, "Podstawa prawna"),
        Paragraph("Na podstawie art. 5 ustawy o działalności pożytku publicznego."),
        Heading(2, "Fakty"),
        KeyValues([("Termin", "1–21 października"), ("Uwag", 1234), ("Od", date(2026, 10, 1))]),
        chart,
        PageBreak(),
        Heading(1, "Zestawienie uwag"),
        remarks_table(rows),
        Heading(1, "Podpis"),
        Signature("Dyrektor", "Anna Przykładowa"),
    )


def report_of(*blocks: Any, title: str = "Raport z konsultacji", language: str = "pl") -> Report:
    """A report with the given blocks."""
    return Report(
        title=title,
        subtitle="Program współpracy na 2027 rok",
        language=language,
        created_at=datetime(2026, 10, 20, 12, 30, tzinfo=UTC),
        publisher="Urząd Przykładowy",
        blocks=blocks,
        notice="Projekt współfinansowany przez Unię Europejską.",
    )


def many_rows(count: int) -> Callable[[], Iterator[tuple[Any, ...]]]:
    """Rows that are made while they are read, as from a database."""

    def read() -> Iterator[tuple[Any, ...]]:
        for number in range(1, count + 1):
            yield (number, f"§ {number}", f"Uwaga numer {number}", None, None, None)

    return read
