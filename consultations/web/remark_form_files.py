"""Downloading the form that can be filled in away from the portal."""

from __future__ import annotations

import io

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from consultations.domain.remark_form_files import FORM_FORMATS, write_remark_form
from consultations.web.access import find_consultation


@require_safe
def download(request: HttpRequest, slug: str, format: str) -> FileResponse:
    """The form with the units of the text in force."""
    consultation = find_consultation(request, slug)
    if format not in FORM_FORMATS or consultation.current_version is None:
        raise Http404
    stream = io.BytesIO()
    address = f"{settings.BASE_URL}{consultation.get_absolute_url()}"
    write_remark_form(consultation, format, stream, address=address)
    stream.seek(0)
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"formularz-uwag-{consultation.slug[:60]}.{format}",
        content_type=FORM_FORMATS[format].content_type,
    )
