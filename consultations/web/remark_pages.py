"""One remark: what it says, its files, its history."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from consultations.domain import history, permissions, version_queries
from consultations.domain.attachments import attachments_of
from consultations.domain.identity import public_author
from consultations.exports import schema_org
from consultations.models import Consultation, Remark, RemarkState
from consultations.web.access import find_consultation, find_remark
from consultations.web.frame import frame
from documents.serving import file_response


@require_safe
def remark(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One remark."""
    consultation, found = _readable(request, slug, number)
    return render(
        request,
        "consultations/remark.html",
        frame(request, consultation, "remarks")
        | {
            "remark": found,
            "schema": _schema(found, consultation),
            "supported": _supports(request, found),
            "attachments": attachments_of(found),
            "change_count": history.change_count(found),
            "can_change": permissions.can_change_remark(request.user, found),
            "can_appeal": permissions.can_appeal(request.user, found),
            "led_to": version_queries.changes_led_to_by(found),
        },
    )


@require_safe
def remark_history(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """How the author changed a remark, and what else became of it."""
    consultation, found = _readable(request, slug, number)
    return render(
        request,
        "consultations/remark_history.html",
        frame(request, consultation, "remarks")
        | {"remark": found, "changes": history.changes_of(found)},
    )


@require_safe
def attachment(request: HttpRequest, slug: str, number: int, key: int) -> HttpResponseBase:
    """A file of a remark, for whoever may read the remark."""
    _consultation, found = _readable(request, slug, number)
    attached = get_object_or_404(found.attachments.select_related("file"), pk=key)
    return file_response(attached.file, request=request, as_attachment=False)


def _readable(request: HttpRequest, slug: str, number: int) -> tuple[Consultation, Remark]:
    """A remark that the person may read, or 404 so that nothing hidden shows its number."""
    consultation = find_consultation(request, slug)
    found = find_remark(consultation, number)
    if not permissions.can_see_remark(request.user, found):
        raise Http404
    return consultation, found


def _schema(found: Remark, consultation: Consultation) -> dict[str, Any] | None:
    """What search engines read; nothing about a remark that is not public."""
    if found.state != RemarkState.SUBMITTED:
        return None
    return schema_org.describe_remark(found, public_author(found, consultation))


def _supports(request: HttpRequest, found: Remark) -> bool:
    return request.user.is_authenticated and found.supports.filter(user=request.user.pk).exists()
