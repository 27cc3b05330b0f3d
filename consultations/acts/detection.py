"""What a file is, by its content; its name only decides how to say that it is not that."""

from __future__ import annotations

import re
from enum import StrEnum

from .readers.encoding import looks_binary
from .readers.package import Package
from .tree import UnreadableDocument

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|h1|table)",
    re.IGNORECASE | re.DOTALL,
)
_SMALL_PART = 4 * 1024 * 1024
_CODE_BY_SUFFIX = {".docx": "not_a_docx", ".pdf": "not_a_pdf"}


class FileType(StrEnum):
    """Formats with a reader."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    PLAIN = "plain"


def _refuse(filename: str) -> UnreadableDocument:
    """The code that fits what the name promised."""
    suffix = filename.lower()[filename.rfind(".") :] if "." in filename else ""
    return UnreadableDocument(_CODE_BY_SUFFIX.get(suffix, "wrong_type"))


def _zip_type(data: bytes, filename: str) -> FileType:
    package = Package(data)
    if package.encrypted:
        raise UnreadableDocument("password_protected")
    types = package.read("[Content_Types].xml", _SMALL_PART) or b""
    mimetype = package.read("mimetype", _SMALL_PART) or b""
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        manifest = package.read("META-INF/manifest.xml", _SMALL_PART) or b""
        if b"encryption-data" in manifest:
            raise UnreadableDocument("password_protected")
        return FileType.ODT
    if b"wordprocessingml" in types:
        return FileType.DOCX
    raise _refuse(filename)


def detect(data: bytes, filename: str) -> FileType:
    """The type of the file, or the reason why it cannot be read."""
    if not data.strip(b"\x00\t\r\n\f "):
        raise UnreadableDocument("empty")
    if data[:4] == b"PK\x03\x04":
        return _zip_type(data, filename)
    if b"%PDF-" in data[:1024]:
        return FileType.PDF
    if data.startswith(_OLE):
        if _OLE_ENCRYPTED in data:
            raise UnreadableDocument("password_protected")
        raise _refuse(filename)
    named_otherwise = filename.lower().endswith((".docx", ".pdf", ".odt"))
    if named_otherwise or looks_binary(data) or data.startswith(b"{\\rtf"):
        raise _refuse(filename)
    return FileType.HTML if _HTML.match(data[:4096]) else FileType.PLAIN
