"""What a file is, by its content. Names and browsers' claims prove nothing."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import BinaryIO

import pypdfium2

HEAD_BYTES = 4096
# Office files are zips; one that unpacks to more than this is not a document.
MOST_UNPACKED_BYTES = 1024 * 1024 * 1024
MOST_PARTS = 20_000

_OFFICE = "application/vnd.openxmlformats-officedocument"
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "html": "text/html",
    "xml": "application/xml",
    "txt": "text/plain",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OOXML = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The type found, or the reason why there is none: a code of ``UploadRefused``."""

    kind: str = ""
    refusal: str = ""


def sniff(stream: BinaryIO) -> Sniffed:
    """Look at the content; the stream is left at its beginning."""
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    found = _by_signature(head, stream)
    stream.seek(0)
    return found


def _by_signature(head: bytes, stream: BinaryIO) -> Sniffed:
    if not head.strip(b"\x00\t\r\n\f "):
        return Sniffed(refusal="empty")
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(stream)
    if b"%PDF-" in head[:1024]:
        return _pdf_kind(stream)
    if head.startswith(_OLE):
        return _ole_kind(stream)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Sniffed("png")
    if head.startswith(b"\xff\xd8\xff"):
        return Sniffed("jpeg")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Sniffed("webp")
    return _text_kind(head)


def _zip_kind(stream: BinaryIO) -> Sniffed:
    try:
        with zipfile.ZipFile(stream) as package:
            return _package_kind(package)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return Sniffed(refusal="damaged")


def _package_kind(package: zipfile.ZipFile) -> Sniffed:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
        return Sniffed(refusal="zip_bomb")
    names = {part.filename for part in parts}
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return Sniffed(refusal="macros")
    if any(part.flag_bits & 1 for part in parts):
        return Sniffed(refusal="password")
    if "word/document.xml" in names:
        return Sniffed("docx")
    if "xl/workbook.xml" in names:
        return Sniffed("xlsx")
    return _opendocument_kind(package, names)


def _opendocument_kind(package: zipfile.ZipFile, names: set[str]) -> Sniffed:
    if "mimetype" not in names or "content.xml" not in names:
        return Sniffed(refusal="type")
    declared = package.read("mimetype")[:100].decode("ascii", "replace")
    manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    if b"encryption-data" in manifest:
        return Sniffed(refusal="password")
    for kind in ("odt", "ods"):
        if declared.startswith(CONTENT_TYPES[kind]):
            return Sniffed(kind)
    return Sniffed(refusal="type")


def _pdf_kind(stream: BinaryIO) -> Sniffed:
    """Encryption is announced in the trailer, which stands near the end."""
    stream.seek(0)
    try:
        pypdfium2.PdfDocument(stream.read()).close()
    except pypdfium2.PdfiumError as error:
        return Sniffed(refusal="password" if "password" in str(error).lower() else "damaged")
    return Sniffed("pdf")


def _ole_kind(stream: BinaryIO) -> Sniffed:
    stream.seek(0)
    is_locked = _ENCRYPTED_OOXML in stream.read(1024 * 1024)
    return Sniffed(refusal="password" if is_locked else "type")


def _text_kind(head: bytes) -> Sniffed:
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Sniffed(refusal="type")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"mz", b"\x7felf", b"#!")):
        return Sniffed(refusal="type")
    if start.startswith((b"<!doctype html", b"<html", b"<body", b"<p", b"<div", b"<h1", b"<table")):
        return Sniffed("html")
    if start.startswith(b"<?xml"):
        return Sniffed("html" if b"<html" in start else "xml")
    return Sniffed("txt")
