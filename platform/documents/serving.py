"""Answering with a stored file. Who may have it, the calling view has asked already."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from documents.models import StoredFile
from documents.uploads import KINDS

_SHOWN_IN_BROWSER = {KINDS[kind].content_type for kind in ("pdf", "png", "jpeg", "webp", "txt")}
_PDF = KINDS["pdf"].content_type
_NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"


def file_response(
    stored_file: StoredFile, as_attachment: bool, request: HttpRequest
) -> HttpResponseBase:
    """The file, or “304 Not Modified” for a reader that has it.

    What a browser would run (HTML, XML) or cannot show is always an attachment.
    """
    etag = quote_etag(stored_file.sha256)
    modified = int(stored_file.created_at.timestamp())
    response: HttpResponseBase = get_conditional_response(request, etag, modified) or _answer(
        stored_file, as_attachment
    )
    response["ETag"] = etag
    response["Last-Modified"] = http_date(modified)
    response["Cache-Control"] = "public, no-cache" if stored_file.is_public else "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Content-Security-Policy"] = _policy(stored_file.content_type)
    return response


def _answer(stored_file: StoredFile, as_attachment: bool) -> FileResponse:
    shown = stored_file.content_type in _SHOWN_IN_BROWSER and not as_attachment
    response = FileResponse(
        stored_file.file.open("rb"),
        as_attachment=not shown,
        filename=stored_file.original_name,
        content_type=stored_file.content_type,
    )
    response["Content-Length"] = stored_file.size
    return response


def _policy(content_type: str) -> str:
    # Browsers refuse to start their PDF viewers in a sandbox.
    if content_type == _PDF:
        return f"{_NOTHING_RUNS}; object-src 'self'"
    return f"sandbox; {_NOTHING_RUNS}"
