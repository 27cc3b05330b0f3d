"""The list of consultations."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.domain import permissions, queries
from consultations.web.filters import ConsultationFilter
from consultations.web.freshness import of_all_consultations
from pages.freshness import fresh_for_anonymous

PAGE_SIZE = 20


@require_safe
@fresh_for_anonymous(shared=of_all_consultations)
def consultation_list(request: HttpRequest) -> HttpResponse:
    """Everything that the person may see, newest first, with filters."""
    filters = ConsultationFilter(
        request.GET, queryset=queries.consultations_for_list(request.user), request=request
    )
    page = Paginator(filters.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        "consultations/list.html",
        {
            "filter": filters,
            "page": page,
            "can_create": permissions.can_create_consultation(request.user),
        },
    )
