"""Pictures: recognised, measured before they are unpacked, and freed of metadata."""

from __future__ import annotations

import io
from typing import IO, Any

from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

from documents.uploads.refusals import UploadRefused

MOST_MEGAPIXELS = 60
_FORMATS = {"png": "PNG", "jpeg": "JPEG", "webp": "WEBP"}
_SAVING: dict[str, dict[str, Any]] = {
    "png": {"optimize": False},
    "jpeg": {"quality": 90, "optimize": True},
    "webp": {"quality": 90},
}
_PLAIN_MODES = {"jpeg": ("RGB", "L", "CMYK")}


def kind_of(head: bytes) -> str | None:
    """The kind of picture that begins with ``head``."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "webp" if head[:4] == b"RIFF" and head[8:12] == b"WEBP" else None


def without_metadata(file: IO[bytes], kind: str) -> ContentFile[bytes]:
    """The same picture, encoded anew: no place, device or thumbnail goes on with it.

    Encoding anew also drops whatever else was hidden in the file.
    """
    file.seek(0)
    try:
        with Image.open(file, formats=[_FORMATS[kind]]) as opened:
            if opened.width * opened.height > MOST_MEGAPIXELS * 1_000_000:
                raise UploadRefused("too_many_pixels", limit=str(MOST_MEGAPIXELS))
            # Cameras note the turning beside the pixels; it must be done before it is dropped.
            picture = ImageOps.exif_transpose(opened)
            profile = opened.info.get("icc_profile")
            return ContentFile(_encoded(picture, kind, profile), name=getattr(file, "name", None))
    except Image.DecompressionBombError as error:
        raise UploadRefused("too_many_pixels", limit=str(MOST_MEGAPIXELS)) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise UploadRefused("damaged") from error


def _encoded(picture: Image.Image, kind: str, profile: bytes | None) -> bytes:
    modes = _PLAIN_MODES.get(kind)
    if modes and picture.mode not in modes:
        picture = picture.convert("RGB")
    clean = picture.copy()
    # Pillow writes some of what it read (comments, XMP) unless it is gone.
    clean.info = {key: clean.info[key] for key in ("transparency",) if key in clean.info}
    buffer = io.BytesIO()
    clean.save(buffer, _FORMATS[kind], icc_profile=profile, **_SAVING[kind])
    return buffer.getvalue()
