"""PDF files: whether they open without a password and do nothing by themselves."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

import pikepdf
from django.core.files.base import File
from pikepdf import Dictionary, Name, Object, Pdf

from documents.uploads.refusals import UploadRefused

_ACTING = (Name.JavaScript, Name.Launch)
_END_WITHIN = 2048


def check(file: File[Any]) -> None:
    """Refuse what is locked, damaged, acting, or carries something behind its end."""
    _refuse_appended(file)
    file.seek(0)
    try:
        with pikepdf.open(cast(BinaryIO, file)) as document:
            if not len(document.pages):
                raise UploadRefused("damaged")
            if _acts(document):
                raise UploadRefused("active")
    except pikepdf.PasswordError as error:
        raise UploadRefused("encrypted") from error
    except (pikepdf.PdfError, ValueError, RecursionError) as error:
        raise UploadRefused("damaged") from error
    finally:
        file.seek(0)


def _refuse_appended(file: File[Any]) -> None:
    size = file.seek(0, 2)
    file.seek(max(0, size - 66_000))
    tail = file.read()
    end = tail.rfind(b"%%EOF")
    if end < 0:
        # Cut short in transfer; readers might still guess its pages, people would miss some.
        raise UploadRefused("damaged")
    if len(tail) - end > _END_WITHIN or b"PK\x05\x06" in tail[end:]:
        raise UploadRefused("mixed")


def _acts(document: Pdf) -> bool:
    root = document.Root
    names = root.get(Name.Names, Dictionary())
    return Name.JavaScript in names or _is_acting(root.get(Name.OpenAction))


def _is_acting(action: Object | None) -> bool:
    return isinstance(action, Dictionary) and action.get(Name.S) in _ACTING
