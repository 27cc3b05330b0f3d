"""A structured act written as an outline, to compare whole trees at a glance."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from consultations.acts.reading import read_document
from consultations.acts.tree import ParsedDocument, Unit

DOCUMENTS = Path(__file__).parent / "documents"


def _line(unit: Unit) -> str:
    parts = [unit.eid, unit.label]
    if unit.heading:
        parts.append(f"<{unit.heading}>")
    if unit.text:
        parts.append(unit.text)
    if unit.rows:
        parts.append(" / ".join(" | ".join(row) for row in unit.rows))
    return " ".join(part for part in parts if part).rstrip()


def _lines(units: Sequence[Unit], depth: int) -> Iterator[str]:
    for unit in units:
        yield "  " * depth + _line(unit)
        yield from _lines(unit.children, depth + 1)


def outline(document: ParsedDocument) -> str:
    """One line for each unit: address, label, heading in angles, text, cells."""
    return "\n".join(_lines(document.units, 0))


def description(document: ParsedDocument) -> str:
    """What the document is, then its outline."""
    notices = (f"{notice.code}({notice.detail})" for notice in document.notices)
    return "\n".join(
        (
            f"kind: {document.kind} {document.confidence}",
            f"signals: {' '.join(document.signals)}",
            f"notices: {' '.join(notices)}".rstrip(),
            f"title: {document.title}",
            *(f"preface: {line}" for line in document.preface.splitlines()),
            "",
            outline(document),
        )
    )


def expected(name: str) -> str:
    """The description that a document must have, written down and read by a person."""
    return (DOCUMENTS / f"{name}.outline").read_text(encoding="utf-8").strip()


def reading(data: bytes, filename: str) -> ParsedDocument:
    """The document of some bytes; no word may be lost or made up on the way."""
    document = read_document(io.BytesIO(data), filename)
    assert document.missing_words == []
    assert document.added_words == []
    return document
