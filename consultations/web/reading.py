"""Reading a draft and what others remarked."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

import notifications
from accounts.typed_numbers import typed_number
from consultations.domain import lineage, queries, version_queries
from consultations.exports import schema_org
from consultations.models import Consultation
from consultations.web.access import find_consultation, sign_in_first
from consultations.web.act_parts import ActParts
from consultations.web.frame import frame
from consultations.web.freshness import of_consultation
from documents.serving import file_response
from pages.freshness import fresh_for_anonymous
from pages.requests import PortalRequest

REMARKS_PER_PAGE = 25


@require_safe
@fresh_for_anonymous(of_consultation)
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The reader: the draft with its table of contents."""
    consultation = find_consultation(request, slug)
    version = consultation.current_version
    context = frame(request, consultation, "draft")
    return render(
        request,
        "consultations/detail.html",
        context
        | {
            "act": ActParts(consultation, version, context["can_remark"]) if version else None,
            "schema": schema_org.describe_consultation(consultation, context["progress"].total),
            "removed_count": version_queries.remarks_on_removed_text(consultation),
        },
    )


@require_safe
@fresh_for_anonymous(of_consultation)
def provision(request: PortalRequest, slug: str, eid: str) -> HttpResponse:
    """One unit with the remarks on it; the deep link of a unit."""
    consultation = find_consultation(request, slug)
    if consultation.current_version is None:
        raise Http404
    unit = get_object_or_404(consultation.current_version.provisions, eid=eid)
    remarks = lineage.on_unit(queries.remarks_for_reading(consultation, request.user), unit)
    page = Paginator(remarks, REMARKS_PER_PAGE).get_page(request.GET.get("page"))
    template = "consultations/_unit_remarks.html" if request.htmx else "consultations/unit.html"
    return render(
        request, template, frame(request, consultation, "draft") | {"provision": unit, "page": page}
    )


@require_safe
@fresh_for_anonymous(of_consultation)
def remarks(request: HttpRequest, slug: str) -> HttpResponse:
    """All remarks, page by page."""
    consultation = find_consultation(request, slug)
    found = queries.remarks_for_reading(consultation, request.user)
    chosen = _chosen_round(request, consultation)
    if chosen:
        found = found.filter(round_number=chosen)
    page = Paginator(found, REMARKS_PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "consultations/remarks.html",
        frame(request, consultation, "remarks")
        | {"page": page, "rounds": _rounds(consultation), "chosen_round": chosen},
    )


def _rounds(consultation: Consultation) -> list[int]:
    """Numbers of the rounds to choose from; a single one is no choice."""
    return list(range(1, consultation.round_number + 1)) if consultation.round_number > 1 else []


def _chosen_round(request: HttpRequest, consultation: Consultation) -> int:
    """The round in the address (``?tura=2``), or 0 for all."""
    number = typed_number(request.GET.get("tura")) or 0
    return number if number in _rounds(consultation) else 0


@require_POST
def follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Follow or stop following."""
    consultation = find_consultation(request, slug)
    if not request.user.is_authenticated:
        return sign_in_first(request)
    if "stop" in request.POST:
        notifications.unfollow(request.user, consultation)
    else:
        notifications.follow(request.user, consultation)
    return redirect(consultation)


@require_safe
def source_file(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The uploaded file that the reader shows, as it came."""
    consultation = find_consultation(request, slug)
    if consultation.current_version is None:
        raise Http404
    return file_response(consultation.current_version.source, request=request, as_attachment=True)
