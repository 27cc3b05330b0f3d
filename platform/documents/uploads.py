"""Checking uploads by their content, and storing them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from documents.content_types import CONTENT_TYPES, sniff
from documents.models import StoredFile

IMAGES = frozenset({"png", "jpeg", "webp"})
MOST_PIXELS = 50_000_000

_SENTENCES: dict[str, str | Promise] = {
    "empty": _("Plik jest pusty."),
    "type": _("Tego rodzaju pliku nie przyjmujemy."),
    "damaged": _("Plik jest uszkodzony albo nie jest tym, na co wskazuje jego nazwa."),
    "password": _("Plik jest zabezpieczony hasłem. Zdejmij hasło i dodaj go ponownie."),
    "macros": _("Plik zawiera makra. Zapisz go bez makr i dodaj ponownie."),
    "zip_bomb": _("Plik po rozpakowaniu jest zbyt duży, żeby był dokumentem."),
    "not_an_image": _("Tego obrazu nie da się otworzyć."),
}


class UploadRefused(Exception):
    """The file cannot be taken; ``message`` is one sentence for the person."""

    def __init__(self, code: str, message: str | Promise | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.message = message if message is not None else _SENTENCES[code]


@dataclass(frozen=True, slots=True)
class CheckedUpload:
    """A file whose content was looked at."""

    file: File
    name: str
    kind: str

    @property
    def content_type(self) -> str:
        """MIME type by content."""
        return CONTENT_TYPES[self.kind]


def check_upload(uploaded: Any, *, allowed: Collection[str], max_bytes: int) -> CheckedUpload:
    """Look at an uploaded file; ``allowed`` holds keys of ``CONTENT_TYPES``.

    Raises UploadRefused. Images are written anew, which drops places and names that cameras
    store in them.
    """
    if uploaded.size > max_bytes:
        raise UploadRefused("size", _too_large(uploaded.size, max_bytes))
    found = sniff(uploaded)
    if found.refusal:
        raise UploadRefused(found.refusal)
    if found.kind not in allowed:
        raise UploadRefused("type", _not_allowed(found.kind, allowed))
    file = _written_anew(uploaded, found.kind) if found.kind in IMAGES else uploaded
    return CheckedUpload(file=file, name=_safe_name(uploaded.name), kind=found.kind)


def store_upload(checked: CheckedUpload, *, uploaded_by: Any = None) -> StoredFile:
    """Keep a checked file; call it in the transaction of what the file belongs to."""
    digest = hashlib.sha256()
    checked.file.seek(0)
    for chunk in checked.file.chunks():
        digest.update(chunk)
    stored = StoredFile(
        original_name=checked.name,
        content_type=checked.content_type,
        size=checked.file.size,
        sha256=digest.hexdigest(),
        uploaded_by=uploaded_by,
    )
    checked.file.seek(0)
    stored.file.save("", checked.file, save=False)
    stored.save(force_insert=True)
    return stored


def store_bytes(
    data: bytes, *, name: str, content_type: str, uploaded_by: Any = None
) -> StoredFile:
    """Keep a file that the portal itself made."""
    kind = next(key for key, value in CONTENT_TYPES.items() if value == content_type)
    return store_upload(CheckedUpload(ContentFile(data), name, kind), uploaded_by=uploaded_by)


def _too_large(size: int, most: int) -> Promise:
    return format_lazy(
        _("Plik ma {size}, a największy dozwolony to {most}."),
        size=filesizeformat(size),
        most=filesizeformat(most),
    )


def _not_allowed(kind: str, allowed: Collection[str]) -> Promise:
    return format_lazy(
        _("To plik {kind}. Przyjmujemy: {allowed}."),
        kind=kind.upper(),
        allowed=", ".join(sorted(key.upper() for key in allowed)),
    )


def _safe_name(name: str) -> str:
    """The last step of the name without control characters, at most 255 characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    printable = "".join(character for character in last if character.isprintable())
    return printable[-255:] or "plik"


def _written_anew(uploaded: Any, kind: str) -> File:
    try:
        with Image.open(uploaded) as image:
            if image.width * image.height > MOST_PIXELS:
                raise UploadRefused("not_an_image")
            image.load()
            copy = io.BytesIO()
            image.save(copy, format=kind.upper())
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise UploadRefused("not_an_image") from error
    return ContentFile(copy.getvalue(), name=uploaded.name)
