"""Before the announcement, the checklist; after it, the announcement and the poster."""

from __future__ import annotations

import io

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.domain import announcements as domain
from consultations.domain import permissions
from consultations.domain.checklist import checklist as checked_parts
from consultations.domain.posters import write_poster
from consultations.domain.rules import rule_for
from consultations.exports.office_document import text_blocks
from consultations.web.access import find_consultation, require
from consultations.web.frame import frame
from consultations.web.freshness import of_consultation
from documents.exports import FORMATS
from pages.freshness import fresh_for_anonymous

ANNOUNCEMENT_FORMATS = ("pdf", "docx")


@login_required
@require_safe
def checklist(request: HttpRequest, slug: str) -> HttpResponse:
    """What the rule of this kind asks for, what is missing, and where to mend it."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    lines = checked_parts(consultation)
    return render(
        request,
        "consultations/checklist.html",
        {
            "consultation": consultation,
            "lines": lines,
            "missing_count": sum(not line.is_fine for line in lines),
            "rule": rule_for(consultation.kind),
        },
    )


@require_safe
@fresh_for_anonymous(of_consultation)
def announcement(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest announcement as it was issued; before that, as it would read."""
    consultation = find_consultation(request, slug)
    current = domain.current(consultation)
    return render(
        request,
        "consultations/announcement.html",
        frame(request, consultation, "course")
        | {
            "announcement": current,
            "blocks": text_blocks(current.text),
            "formats": ANNOUNCEMENT_FORMATS,
        },
    )


@require_safe
def download(request: HttpRequest, slug: str, format: str) -> FileResponse:
    """The announcement to print or to send."""
    consultation = find_consultation(request, slug)
    if format not in ANNOUNCEMENT_FORMATS:
        raise Http404
    stream = io.BytesIO()
    domain.write_announcement(domain.current(consultation), format, stream)
    stream.seek(0)
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"ogloszenie-{consultation.slug[:60]}.{FORMATS[format].extension}",
        content_type=FORMATS[format].content_type,
    )


@require_safe
def poster(request: HttpRequest, slug: str) -> FileResponse:
    """A poster with a code that leads to the consultation."""
    consultation = find_consultation(request, slug)
    stream = io.BytesIO()
    write_poster(consultation, stream)
    stream.seek(0)
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"plakat-{consultation.slug[:60]}.pdf",
        content_type=FORMATS["pdf"].content_type,
    )
