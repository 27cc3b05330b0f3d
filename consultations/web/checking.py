"""The original and what was read from it, side by side."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from consultations.domain import page_images, queries, version_queries
from consultations.domain import version_permissions as permissions
from consultations.domain.source_readings import PDF
from consultations.models import Consultation, DraftState, DraftVersion, SourceReading
from consultations.web.access import find_consultation, require
from consultations.web.version_access import find_version

_A_DAY = 24 * 60 * 60


@login_required
@require_safe
def check(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The source as pages or text, the structure as units that can be corrected."""
    consultation = find_consultation(request, slug)
    version = _find(request, consultation, number)
    if version.state != DraftState.READY:
        raise Http404
    reading = SourceReading.objects.filter(file=version.source).defer("raw_text").first()
    return render(
        request,
        "consultations/check.html",
        {
            "consultation": consultation,
            "version": version,
            "reading": reading,
            "pages": range(1, (reading.page_count if reading else 0) + 1),
            "units": queries.flat(queries.reader_tree(version)),
            "last": version_queries.last_correction(version),
            "can_correct": permissions.can_correct_version(request.user, consultation, version),
        },
    )


@login_required
@require_safe
def page_image(request: HttpRequest, slug: str, number: int, page: int) -> HttpResponseBase:
    """One page of the uploaded PDF as a picture; a browser that has it gets 304."""
    consultation = find_consultation(request, slug)
    version = _find(request, consultation, number)
    if version.source.content_type != PDF:
        raise Http404
    etag = quote_etag(f"{version.source.sha256}-{page}")
    response = get_conditional_response(request, etag) or _picture(version, page)
    response["ETag"] = etag
    response["Cache-Control"] = f"private, max-age={_A_DAY}"
    return response


@login_required
@require_safe
def history(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Corrections by hand: who changed what, from what to what."""
    consultation = find_consultation(request, slug)
    version = _find(request, consultation, number)
    return render(
        request,
        "consultations/corrections.html",
        {
            "consultation": consultation,
            "version": version,
            "edits": version_queries.history_of_corrections(version),
        },
    )


def _find(request: HttpRequest, consultation: Consultation, number: int) -> DraftVersion:
    require(permissions.can_check_version(request.user, consultation))
    return find_version(consultation, number)


def _picture(version: DraftVersion, page: int) -> HttpResponse:
    try:
        return HttpResponse(page_images.render_page(version.source, page), content_type="image/png")
    except page_images.NoSuchPage:
        raise Http404 from None
