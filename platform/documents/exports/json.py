"""JSON: the whole description, rows as objects by column key, written as it is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from documents.exports.cells import Cell, canonical, clean_text
from documents.exports.description import (
    Block,
    Chart,
    Heading,
    KeyValues,
    PageBreak,
    Paragraph,
    Report,
    Signature,
    Table,
)


def write(report: Report, stream: BinaryIO) -> None:
    """Write ``report`` as one UTF-8 JSON object."""
    for piece in _pieces(report):
        stream.write(piece.encode())


def plain(cell: Cell) -> Any:
    """``cell`` as JSON has it: numbers as numbers, moments in ISO 8601."""
    if isinstance(cell, date):
        return cell.isoformat()
    return float(cell) if isinstance(cell, Decimal) else cell


def _pieces(report: Report) -> Iterator[str]:
    head = {
        "title": clean_text(report.title),
        "subtitle": clean_text(report.subtitle),
        "language": report.language,
        "created_at": plain(canonical(report.created_at, "datetime")),
        "publisher": clean_text(report.publisher),
        "notice": clean_text(report.notice),
    }
    yield _dumped(head)[:-1] + ', "blocks": ['
    shown = (block for block in report.blocks if not isinstance(block, PageBreak | Signature))
    for number, block in enumerate(shown):
        yield ",\n" if number else "\n"
        if isinstance(block, Table):
            yield from _table(block)
        else:
            yield _dumped(_block(block))
    yield "\n]}\n"


def _table(table: Table) -> Iterator[str]:
    head = {
        "type": "table",
        "key": table.key,
        "caption": clean_text(table.caption),
        "columns": [
            {"key": column.key, "title": clean_text(column.title), "kind": column.kind}
            for column in table.columns
        ],
    }
    yield _dumped(head)[:-1] + ', "rows": ['
    keys = [column.key for column in table.columns]
    for number, row in enumerate(table.read_rows()):
        yield ",\n" if number else "\n"
        yield _dumped(dict(zip(keys, map(plain, row), strict=True)))
    yield "\n]}"


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level, text):
            return {"type": "heading", "level": level, "text": clean_text(text)}
        case Paragraph(text):
            return {"type": "paragraph", "text": clean_text(text)}
        case KeyValues(items):
            facts = [
                {"name": clean_text(name), "value": plain(canonical(value, "text"))}
                for name, value in items
            ]
            return {"type": "facts", "items": facts}
        case Chart():
            return _chart(block)
    raise TypeError(f"JSON has no form for {type(block).__name__}.")


def _chart(chart: Chart) -> dict[str, Any]:
    return {
        "type": "chart",
        "kind": chart.kind,
        "title": clean_text(chart.title),
        "description": clean_text(chart.description),
        "categories": [clean_text(category) for category in chart.categories],
        "series": [
            {
                "name": clean_text(series.name),
                "values": [plain(canonical(value, "decimal")) for value in series.values],
            }
            for series in chart.series
        ],
    }


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
