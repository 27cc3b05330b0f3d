"""Office files: ZIP packages of Microsoft Office (OOXML) and OpenDocument."""

from __future__ import annotations

import re
import zipfile
from typing import IO

from documents.uploads.refusals import UploadRefused

_MOST_ENTRIES = 5_000
_EXPANDS_TO_AT_MOST = 100
"""Text of a large sheet unpacks to some thirty times its size; a bomb to a thousand."""
_ALWAYS_HARMLESS = 32 * 1024 * 1024
_SMALL_PART = 2 * 1024 * 1024
_END_SIGNATURE = b"PK\x05\x06"
_END_LENGTH = 22
_OOXML_KINDS = {
    b"wordprocessingml.document.main+xml": "docx",
    b"spreadsheetml.sheet.main+xml": "xlsx",
}
_ODF_KINDS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


def kind_of(file: IO[bytes], max_bytes: int) -> str:
    """The kind of the package in ``file``; refuses what is unsafe or no document."""
    _refuse_appended(file)
    try:
        with zipfile.ZipFile(file) as package:
            _refuse_bombs(package, file, max_bytes)
            names = package.namelist()
            if "[Content_Types].xml" in names:
                return _ooxml_kind(package, names)
            if "mimetype" in names:
                return _odf_kind(package, names)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise UploadRefused("damaged") from error
    raise UploadRefused("archive")


def is_encrypted_ooxml(file: IO[bytes]) -> bool:
    """Whether an OLE file is the wrapping of a DOCX or XLSX with a password."""
    file.seek(0)
    stream_name = "EncryptedPackage".encode("utf-16-le")
    tail = b""
    while block := file.read(1024 * 1024):
        if stream_name in tail + block:
            return True
        tail = block[-len(stream_name) :]
    return False


def _refuse_appended(file: IO[bytes]) -> None:
    """A package ends with its own end record; more behind it belongs to something else."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 66_000))
    tail = file.read()
    place = tail.rfind(_END_SIGNATURE)
    if place < 0 or len(tail) < place + _END_LENGTH:
        raise UploadRefused("damaged")
    comment = int.from_bytes(tail[place + 20 : place + 22], "little")
    if place + _END_LENGTH + comment != len(tail):
        raise UploadRefused("mixed")
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        raise UploadRefused("damaged")


def _refuse_bombs(package: zipfile.ZipFile, file: IO[bytes], max_bytes: int) -> None:
    entries = package.infolist()
    size = file.seek(0, 2)
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    most = min(max(size * _EXPANDS_TO_AT_MOST, _ALWAYS_HARMLESS), max_bytes * 10)
    # Entries that together are longer than the file overlap: one lump read many times.
    if len(entries) > _MOST_ENTRIES or unpacked > most or packed > size:
        raise UploadRefused("bomb")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UploadRefused("encrypted")
    for entry in entries:
        if entry.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", entry.filename):
            raise UploadRefused("damaged")


def _ooxml_kind(package: zipfile.ZipFile, names: list[str]) -> str:
    content_types = _small(package, "[Content_Types].xml")
    has_macros = any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names)
    if has_macros or b"macroEnabled" in content_types:
        raise UploadRefused("macros")
    for mark, kind in _OOXML_KINDS.items():
        if mark in content_types:
            _refuse_missing_main_part(content_types, mark, package, names)
            return kind
    raise UploadRefused("archive")


def _refuse_missing_main_part(
    content_types: bytes, mark: bytes, package: zipfile.ZipFile, names: list[str]
) -> None:
    for override in re.findall(rb"<Override\b[^>]*>", content_types):
        part = re.search(rb'PartName="/([^"]+)"', override)
        if mark in override and part and part.group(1).decode("utf-8", "replace") in names:
            _read_through(package, part.group(1).decode())
            return
    raise UploadRefused("damaged")


def _odf_kind(package: zipfile.ZipFile, names: list[str]) -> str:
    kind = _ODF_KINDS.get(_small(package, "mimetype").strip())
    if kind is None:
        raise UploadRefused("archive")
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        raise UploadRefused("macros")
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in _small(package, manifest):
        raise UploadRefused("encrypted")
    if "content.xml" not in names:
        raise UploadRefused("damaged")
    _read_through(package, "content.xml")
    return kind


def _small(package: zipfile.ZipFile, name: str) -> bytes:
    if package.getinfo(name).file_size > _SMALL_PART:
        raise UploadRefused("bomb")
    return package.read(name)


def _read_through(package: zipfile.ZipFile, name: str) -> None:
    """Unpack to nowhere: the checksum tells whether the main part is whole."""
    with package.open(name) as part:
        while part.read(1024 * 1024):
            pass
