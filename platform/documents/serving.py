"""Handing out stored files. Views of owner apps ask who may, then call this."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from documents.models import StoredFile

# Shown in the browser; everything else is downloaded, since it could carry scripts.
INLINE_TYPES = frozenset({"application/pdf", "image/png", "image/jpeg", "image/webp"})


def file_response(
    stored: StoredFile, *, request: HttpRequest, as_attachment: bool = True
) -> HttpResponse | FileResponse:
    """The file with its own name, safe against being run as a page of the portal."""
    etag = quote_etag(stored.sha256)
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    inline = not as_attachment and stored.content_type in INLINE_TYPES
    response = FileResponse(
        stored.file.open("rb"),
        as_attachment=not inline,
        filename=stored.original_name,
        content_type=stored.content_type,
    )
    response["ETag"] = etag
    response["Last-Modified"] = http_date(stored.created_at.timestamp())
    response["Cache-Control"] = "private, max-age=0, must-revalidate"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
