"""The check of one uploaded file."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath, PureWindowsPath
from typing import Any

from django.core.files.base import File

from documents.uploads import images, packages, pdf_files, texts
from documents.uploads.kinds import IMAGES, KINDS, labels
from documents.uploads.refusals import UploadRefused, readable_size

_HEAD = 4096
_PROGRAM_STARTS = (
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\x00asm",
    b"L\x00\x00\x00\x01\x14\x02\x00",  # Windows shortcut
    b"#!",
)
_PROGRAM_NAMES = frozenset({
    ".bat", ".cmd", ".com", ".exe", ".hta", ".jar", ".js", ".jse", ".lnk",
    ".msi", ".ps1", ".reg", ".scr", ".sh", ".vbe", ".vbs", ".wsf",
})  # fmt: skip
_ARCHIVE_STARTS = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class CheckedUpload:
    """A file that may be kept: what it is, under which name, and its content from the start."""

    kind: str
    content_type: str
    name: str
    size: int
    sha256: str
    file: File[Any]


def check_upload(
    uploaded_file: File[Any], allowed: Collection[str], max_bytes: int
) -> CheckedUpload:
    """Check ``uploaded_file`` against the ``allowed`` kinds (keys of ``KINDS``).

    Pictures come back re-encoded, without the place and device that cameras write in them.
    Raises ``UploadRefused``.
    """
    size = uploaded_file.size or 0
    if not size:
        raise UploadRefused("empty")
    if size > max_bytes:
        raise UploadRefused("too_large", size=readable_size(size), limit=readable_size(max_bytes))
    kind = _recognised(uploaded_file, uploaded_file.name or "", max_bytes)
    if kind is None or kind not in allowed:
        raise UploadRefused("wrong_kind", allowed=labels(allowed))
    content = images.without_metadata(uploaded_file, kind) if kind in IMAGES else uploaded_file
    digest = hashlib.sha256()
    content.seek(0)
    for chunk in content.chunks():
        digest.update(chunk)
    content.seek(0)
    return CheckedUpload(
        kind=kind,
        content_type=KINDS[kind].content_type,
        name=_fitting_name(uploaded_file.name or "", kind),
        size=content.size,
        sha256=digest.hexdigest(),
        file=content,
    )


def _recognised(file: File[Any], name: str, max_bytes: int) -> str | None:
    """The kind of ``file`` by its content, or the refusal that fits."""
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(0)
    suffix = PurePath(name).suffix.lower()
    if head.startswith(_PROGRAM_STARTS) or _is_windows_program(head) or suffix in _PROGRAM_NAMES:
        raise UploadRefused("executable")
    if head.startswith(_OLE):
        raise UploadRefused("encrypted" if packages.is_encrypted_ooxml(file) else "old_office")
    if head.startswith(_ARCHIVE_STARTS):
        raise UploadRefused("archive")
    if head.startswith(b"PK"):
        return packages.kind_of(file, max_bytes)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        pdf_files.check(file)
        return "pdf"
    return images.kind_of(head) or texts.kind_of(file, suffix)


def _is_windows_program(head: bytes) -> bool:
    return head.startswith(b"MZ") and b"\x00" in head[:64]


def _fitting_name(name: str, kind: str) -> str:
    """The name without folders and odd characters, with the extension that tells the truth."""
    path = PurePath(PureWindowsPath(name).name)
    extensions = KINDS[kind].extensions
    suffix = path.suffix.lower()
    stem = path.stem if suffix else path.name
    stem = " ".join("".join(sign if sign.isprintable() else " " for sign in stem).split())
    stem = stem.strip(" .")[:_LONGEST_NAME] or "plik"
    return stem + (suffix if suffix in extensions else extensions[0])
