"""The act for use outside the portal."""

from __future__ import annotations

import tempfile
from typing import BinaryIO, cast

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from consultations.domain import act_exports, queries
from consultations.models import Consultation, DraftVersion
from consultations.web.access import find_consultation
from consultations.web.version_access import version_asked_for
from documents.exports import FORMATS

_AKOMA_NTOSO = "application/akn+xml"
_SPOOL_BYTES = 5 * 1024 * 1024


@require_safe
def export(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """A version as ``xml`` (Akoma Ntoso), ``html``, ``pdf`` or ``docx``."""
    consultation = find_consultation(request, slug)
    if format not in ("xml", "html", *act_exports.PRINTED_FORMATS):
        raise Http404
    version = version_asked_for(request, consultation)
    if format == "html":
        return _as_page(request, consultation, version)
    etag = quote_etag(f"{version.pk}-{version.revision}-{consultation.stage}-{format}")
    response = get_conditional_response(request, etag) or _file(
        request, consultation, version, format
    )
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response


def _as_page(
    request: HttpRequest, consultation: Consultation, version: DraftVersion
) -> HttpResponse:
    units = queries.flat(queries.reader_tree(version))
    return render(
        request,
        "consultations/act_alone.html",
        {"consultation": consultation, "version": version, "units": units, "bare": True},
    )


def _file(
    request: HttpRequest, consultation: Consultation, version: DraftVersion, format: str
) -> HttpResponseBase:
    name = f"{consultation.slug[:60]}-wersja-{version.number}"
    if format == "xml":
        url = request.build_absolute_uri(consultation.get_absolute_url())
        xml = act_exports.act_as_akoma_ntoso(consultation, version, source_url=url)
        response = HttpResponse(xml, content_type=_AKOMA_NTOSO)
        response["Content-Disposition"] = f'attachment; filename="{name}.xml"'
        return response
    # Closed by the response when it has been sent.
    stream = tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES)  # noqa: SIM115
    act_exports.write_act(consultation, version, format, cast(BinaryIO, stream))
    stream.seek(0)
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"{name}.{FORMATS[format].extension}",
        content_type=FORMATS[format].content_type,
    )
