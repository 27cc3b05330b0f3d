"""Downloads of the directory; they obey the filters of the list."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone

from documents.exports import FORMATS
from organizations.domain.exporting import (
    STREAMED_FORMATS,
    TABLE_FORMATS,
    stream_directory,
    write_directory,
)
from organizations.domain.queries import directory, profile
from organizations.exports.vcard import vcard
from organizations.web.filters import OrganizationFilter


def export_list(request: HttpRequest, format_key: str) -> HttpResponseBase:
    """The filtered list as a file."""
    filterset = OrganizationFilter(request.GET, queryset=directory(request.user))
    filterset.form.is_valid()
    rows = filterset.ordered()
    stem = f"organizacje-{timezone.localdate():%Y-%m-%d}"
    if format_key in TABLE_FORMATS and format_key not in STREAMED_FORMATS:
        written = FORMATS[format_key]
        return FileResponse(
            write_directory(rows, format_key),
            as_attachment=True,
            filename=f"{stem}.{written.extension}",
            content_type=written.content_type,
        )
    if format_key not in STREAMED_FORMATS:
        raise Http404
    response = StreamingHttpResponse(
        stream_directory(rows, format_key), content_type=STREAMED_FORMATS[format_key]
    )
    extension = "hsds.json" if format_key == "hsds" else format_key
    response["Content-Disposition"] = f'attachment; filename="{stem}.{extension}"'
    return response


def visiting_card(request: HttpRequest, slug: str) -> HttpResponse:
    """The organization for an address book."""
    organization = get_object_or_404(profile(request.user, slug))
    response = HttpResponse(vcard(organization), content_type="text/vcard; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{organization.slug}.vcf"'
    return response
