"""Files as people upload them, good and bad."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import openpyxl
import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def upload(content: bytes, name: str = "plik") -> SimpleUploadedFile:
    """What Django hands to a form; the browser's claim about the type is never right."""
    return SimpleUploadedFile(name, content, content_type="application/x-nonsense")


def pdf_file(**options: Any) -> bytes:
    """A PDF with one empty page; ``options`` go to saving."""
    document = pikepdf.new()
    document.add_blank_page()
    return saved(document, **options)


def saved(document: pikepdf.Pdf, **options: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream, **options)
    return stream.getvalue()


def docx_file() -> bytes:
    """A Word document with one paragraph."""
    document = docx.Document()
    document.add_paragraph("Zażółć gęślą jaźń")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def xlsx_file() -> bytes:
    """An Excel workbook with one cell."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Zażółć"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def odf_file(mimetype: str, **more: bytes) -> bytes:
    """An OpenDocument file; ``more`` are further parts."""
    parts = {"mimetype": mimetype.encode(), "content.xml": b"<content/>", **more}
    return zip_file(parts)


def zip_file(parts: dict[str, bytes]) -> bytes:
    """A ZIP package of ``parts``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def with_parts(package: bytes, parts: dict[str, bytes]) -> bytes:
    """``package`` with further or changed parts."""
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    return zip_file({**kept, **parts})


def image_file(
    format: str, mode: str = "RGB", size: tuple[int, int] = (8, 6), **more: Any
) -> bytes:
    """A picture."""
    stream = io.BytesIO()
    Image.new(mode, size, color="red" if mode == "RGB" else 0).save(stream, format, **more)
    return stream.getvalue()


def encrypted_ooxml() -> bytes:
    """How a DOCX with a password begins: an OLE file that names the encrypted stream."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\x00" * 2000
        + "EncryptedPackage".encode("utf-16-le")
    )
