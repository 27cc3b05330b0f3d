"""The report as data for the print template, in parts small enough to typeset in little memory.

Typst lays out a document at once: a thousand rows of remarks take about 300 MB, ten thousand
over 3 GB. So a long report is cut between rows into parts, each typeset alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from documents.exports.cells import Cell, canonical, clean_text, display
from documents.exports.charts import chart_svg
from documents.exports.description import (
    Block,
    Chart,
    Heading,
    KeyValues,
    Paragraph,
    Report,
    Signature,
    Table,
)
from documents.exports.paper import sections
from documents.exports.typography import drawn, printed

PART_WEIGHT = 300_000
_CELL_WEIGHT = 40
_SHORT_ROW_LINES = 12

Data = dict[str, Any]


class Parts:
    """Collects blocks and writes a file whenever enough is there for one part."""

    def __init__(self, report: Report, folder: Path, part_weight: int = PART_WEIGHT) -> None:
        self.paths: list[Path] = []
        self._report = report
        self._folder = folder
        self._most = part_weight
        self._sections: list[Data] = []
        self._weight = 0

    def write(self) -> list[Path]:
        """Write all parts; the paths in order."""
        for section in sections(self._report):
            self._begin_section(section.turned)
            following = [*section.blocks[1:], None]
            for block, after in zip(section.blocks, following, strict=False):
                for data, weight in self._data_of(block):
                    if isinstance(block, Paragraph) and isinstance(after, Signature):
                        data["kept"] = True
                    self._add(data, weight)
        self._close()
        return self.paths

    def _begin_section(self, turned: bool) -> None:
        self._sections.append({"flipped": turned, "blocks": []})

    def _add(self, data: Data, weight: int) -> None:
        if self._weight and self._weight + weight > self._most:
            turned = self._sections[-1]["flipped"]
            self._close()
            self._begin_section(turned)
        self._sections[-1]["blocks"].append(data)
        self._weight += weight

    def _close(self) -> None:
        report = self._report
        moment = canonical(report.created_at, "datetime")
        data = {
            "part": len(self.paths) + 1,
            "plain_title": drawn(clean_text(report.title)),
            "title": printed(clean_text(report.title)),
            "subtitle": printed(clean_text(report.subtitle)),
            "language": report.language,
            "publisher": printed(clean_text(report.publisher)),
            "created": display(moment, report.language),
            "notice": printed(clean_text(report.notice)),
            "labels": {"page": _("Strona {page} z {pages}")},
            "sections": [section for section in self._sections if section["blocks"]]
            or self._sections[:1],
        }
        path = self._folder / f"part-{len(self.paths) + 1}.json"
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        self.paths.append(path)
        self._sections, self._weight = [], 0

    def _data_of(self, block: Block) -> Iterator[tuple[Data, int]]:
        if isinstance(block, Table):
            room = self._most - self._weight
            yield from _table_pieces(block, self._report.language, room, self._most)
        else:
            data = _block(block, self._report.language)
            yield data, len(str(data))


def _block(block: Block, language: str) -> Data:
    match block:
        case Heading(level, text):
            return {"type": "heading", "level": level, "text": printed(clean_text(text))}
        case Paragraph(text):
            return {"type": "paragraph", "text": printed(clean_text(text))}
        case KeyValues(items):
            facts = [
                (printed(clean_text(name)), _shown(canonical(value, "text"), language))
                for name, value in items
            ]
            return {"type": "facts", "items": facts}
        case Signature(role, name):
            names = {"role": printed(clean_text(role)), "name": printed(clean_text(name))}
            return {"type": "signature", **names}
        case Chart():
            return _chart(block, language)
    raise TypeError(f"Paper has no form for {type(block).__name__}.")


def _chart(chart: Chart, language: str) -> Data:
    table = chart.as_table("chart", _("Kategoria"), caption=_("Dane wykresu: {title}"))
    ((data, _weight),) = _table_pieces(table, language, room=10**9, most=10**9)
    return {
        "type": "chart",
        "title": printed(clean_text(chart.title)),
        "alt": drawn(clean_text(f"{chart.title}. {chart.description}")),
        "svg": drawn(chart_svg(chart, language=language)),
        "table": data,
    }


def _table_pieces(table: Table, language: str, room: int, most: int) -> Iterator[tuple[Data, int]]:
    """The table, or as many tables with the same header as are needed to stay light.

    The first piece fills the ``room`` that is left, so that it stands under its heading.
    """
    rows: list[tuple[bool, list[str]]] = []
    weight, pieces = 0, 0
    room_in_line = _characters_in_line(table)
    for row in table.read_rows():
        texts = [_shown(cell, language) for cell in row]
        row_weight = sum(len(text) + _CELL_WEIGHT for text in texts)
        if rows and weight + row_weight > (most if pieces else room):
            pieces += 1
            yield _table(table, rows, pieces), weight
            rows, weight = [], 0
        rows.append((_is_short(texts, room_in_line), texts))
        weight += row_weight
    if rows or not pieces:
        yield _table(table, rows, pieces + 1), weight


def _table(table: Table, rows: list[tuple[bool, list[str]]], piece: int) -> Data:
    caption = printed(clean_text(table.caption))
    return {
        "type": "table",
        "caption": caption if piece == 1 else _("{caption} (ciąg dalszy)").format(caption=caption),
        "empty": "" if rows else _("Brak pozycji."),
        "columns": [
            {
                "title": printed(clean_text(column.title)),
                "width": column.width,
                "kind": column.kind,
            }
            for column in table.columns
        ],
        "rows": rows,
    }


def _characters_in_line(table: Table) -> list[float]:
    """About how many characters fit in one line of each column."""
    in_all = 170 if table.is_wide else 105
    total = sum(column.width for column in table.columns)
    return [in_all * column.width / total for column in table.columns]


def _is_short(texts: list[str], room_in_line: list[float]) -> bool:
    """Whether a row takes less than a third of a page, so that it can be kept whole."""
    return all(
        sum(1 + len(line) / room for line in text.split("\n")) < _SHORT_ROW_LINES
        for text, room in zip(texts, room_in_line, strict=True)
    )


def _shown(cell: Cell, language: str) -> str:
    return printed(display(cell, language))
