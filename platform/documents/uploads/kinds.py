"""The kinds of files that the portal knows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file; the first extension is the one given to a file without a fitting one."""

    label: str
    content_type: str
    extensions: tuple[str, ...]


_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
KINDS: dict[str, Kind] = {
    "pdf": Kind("PDF", "application/pdf", (".pdf",)),
    "docx": Kind("DOCX", f"{_OOXML}.wordprocessingml.document", (".docx",)),
    "xlsx": Kind("XLSX", f"{_OOXML}.spreadsheetml.sheet", (".xlsx",)),
    "odt": Kind("ODT", f"{_ODF}.text", (".odt",)),
    "ods": Kind("ODS", f"{_ODF}.spreadsheet", (".ods",)),
    "html": Kind("HTML", "text/html", (".html", ".htm", ".xhtml")),
    "xml": Kind("XML", "application/xml", (".xml", ".akn")),
    "csv": Kind("CSV", "text/csv", (".csv",)),
    "json": Kind("JSON", "application/json", (".json",)),
    "txt": Kind("TXT", "text/plain", (".txt",)),
    "png": Kind("PNG", "image/png", (".png",)),
    "jpeg": Kind("JPEG", "image/jpeg", (".jpg", ".jpeg")),
    "webp": Kind("WebP", "image/webp", (".webp",)),
}
DOCUMENTS = frozenset({"pdf", "docx", "odt", "html", "txt"})
SHEETS = frozenset({"xlsx", "ods", "csv"})
IMAGES = frozenset({"png", "jpeg", "webp"})


def labels(kinds: Collection[str]) -> str:
    """The kinds for a sentence: “PDF, DOCX, ODT”."""
    return ", ".join(kind.label for key, kind in KINDS.items() if key in kinds)
