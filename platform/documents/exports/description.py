"""What a report says, without any thought of how a format will show it.

An activity describes its report once, as a list of blocks; every writer reads the same
description, so the formats cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from documents.exports.cells import Cell, Kind, canonical

Value = str | int | float | Decimal | date | datetime | None
Row = Sequence[Value]
RowSource = Iterable[Row] | Callable[[], Iterable[Row]]

# What a value of the kind takes on paper before it is hard to read.
_LEAST_CHARACTERS: dict[Kind, int] = {
    "integer": 8,
    "decimal": 12,
    "date": 12,
    "datetime": 18,
    "text": 17,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 stands directly under the report's title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line break in it stays a line break."""

    text: str


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Short facts: name and value, in order."""

    items: Sequence[tuple[str, Value]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``width`` is relative to the other columns."""

    key: str
    title: str
    width: float = 1
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows may be many.

    ``rows`` is a collection, or a callable that starts reading anew at each call (from the
    database, in batches), so that no writer has to hold all rows at once.
    """

    key: str
    caption: str
    columns: Sequence[Column]
    rows: RowSource

    def __post_init__(self) -> None:
        if isinstance(self.rows, Iterator):
            raise TypeError("Rows must be readable more than once: give a callable or a list.")
        if not self.columns:
            raise ValueError("A table needs columns.")
        if len({column.key for column in self.columns}) != len(self.columns):
            raise ValueError("Column keys must differ.")

    def read_rows(self) -> Iterator[tuple[Cell, ...]]:
        """The rows from the beginning, each value in its canonical form."""
        kinds = [column.kind for column in self.columns]
        for row in self.rows() if callable(self.rows) else self.rows:
            yield tuple(canonical(value, kind) for value, kind in zip(row, kinds, strict=True))

    @property
    def is_wide(self) -> bool:
        """Whether paper should be turned for it: an upright page has some 80 characters a line."""
        return sum(_LEAST_CHARACTERS[column.kind] for column in self.columns) > 80


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values of a chart, one value for each category."""

    name: str
    values: Sequence[int | float | Decimal]


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers drawn as bars, beside or stacked, as a radar, as lines over time or as a heat map.

    ``maximum`` is the end of the scale where it has one, such as 5 points or 100 percent.
    Before the categories at ``breaks`` lines are not joined: there the numbers changed their
    meaning.
    Readers who cannot see the drawing get its table.
    """

    kind: Literal["bar", "stacked", "radar", "line", "heat"]
    title: str
    description: str
    categories: Sequence[str]
    series: Sequence[Series]
    maximum: int | float | Decimal | None = None
    breaks: Sequence[int] = ()

    def __post_init__(self) -> None:
        if self.kind == "radar" and len(self.categories) < 3:
            raise ValueError("A radar needs at least three categories.")
        if not self.series or not self.categories:
            raise ValueError("A chart needs at least one series and one category.")
        if any(len(series.values) != len(self.categories) for series in self.series):
            raise ValueError("Each series needs one value for each category.")

    @property
    def stretches(self) -> bool:
        """Whether its drawing can take any width; the others would lose their shape."""
        return self.kind in ("bar", "stacked")

    def as_table(self, key: str, category_title: str, *, caption: str = "{title}") -> Table:
        """The numbers of the chart; ``caption`` may hold ``{title}``."""
        columns = [Column("category", category_title, width=2)]
        columns += [
            Column(f"series_{number}", series.name, kind="decimal")
            for number, series in enumerate(self.series, 1)
        ]
        rows = [
            (category, *(series.values[position] for series in self.series))
            for position, category in enumerate(self.categories)
        ]
        return Table(
            key=key, caption=caption.replace("{title}", self.title), columns=columns, rows=rows
        )


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, in formats that have pages."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign, with the role and, where known, the name under the line."""

    role: str
    name: str = ""


Block = Heading | Paragraph | KeyValues | Table | Chart | PageBreak | Signature


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``language`` also chooses the language of labels that writers add."""

    title: str
    subtitle: str
    language: str
    created_at: datetime
    publisher: str
    blocks: Sequence[Block]
    notice: str = ""
    """A line at the foot of each page, such as the notice of co-financing by the EU."""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("A report needs a title.")
        level = 0
        for block in self.blocks:
            if isinstance(block, Heading):
                if not block.text.strip():
                    raise ValueError("A heading needs text.")
                # PDF/UA forbids to skip levels: screen readers navigate by them.
                if not 1 <= block.level <= min(level + 1, 4):
                    raise ValueError(f"Heading “{block.text}” skips a level.")
                level = block.level

    @property
    def tables(self) -> list[Table]:
        """The tables in the order of reading."""
        return [block for block in self.blocks if isinstance(block, Table)]
