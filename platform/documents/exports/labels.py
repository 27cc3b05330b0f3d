"""Sheets of sticky address labels as PDF: A4 with 3 × 8 labels of 70 × 37 mm (24 a sheet)."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from documents.exports.cells import clean_text
from documents.exports.typography import drawn
from documents.typesetting.orders import LABELS_TEMPLATE, typeset

COLUMNS = 3
WIDTH_MM, HEIGHT_MM = 70, 37
MARGIN_MM = 0.5  # 8 × 37 mm leave one millimetre of the 297


def write_labels(
    labels: Iterable[Sequence[str]], stream: BinaryIO, *, title: str, language: str
) -> None:
    """Write one label for each sequence of lines; empty lines are left out."""
    data = {
        "title": drawn(clean_text(title)),
        "language": language,
        "columns": COLUMNS,
        "width": WIDTH_MM,
        "height": HEIGHT_MM,
        "margin_y": MARGIN_MM,
        "labels": [[drawn(clean_text(line)) for line in lines if line] for lines in labels],
    }
    with tempfile.TemporaryDirectory(prefix="labels-") as name:
        folder = Path(name)
        source, output = folder / "labels.json", folder / "labels.pdf"
        source.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        typeset({"main.typ": LABELS_TEMPLATE, "labels.json": source}, output, inputs={})
        with output.open("rb") as done:
            shutil.copyfileobj(done, stream)
