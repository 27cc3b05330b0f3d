"""The section's first page: all standards and where they stand."""

from __future__ import annotations

import django_filters
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from standards.domain import permissions, queries
from standards.models import Stage, Standard, Subject

PAGE_SIZE = 20


class StandardFilter(django_filters.FilterSet):
    """Words, subject, stage."""

    q = django_filters.CharFilter(method="search", label=_("Szukaj w nazwie i opisie"))
    subject = django_filters.ChoiceFilter(
        choices=Subject.choices, label=_("Przedmiot"), empty_label=_("każdy")
    )
    stage = django_filters.ChoiceFilter(
        choices=Stage.choices, label=_("Etap"), empty_label=_("każdy")
    )

    class Meta:
        model = Standard
        fields = ["q", "subject", "stage"]

    def search(self, queryset: QuerySet[Standard], name: str, value: str) -> QuerySet[Standard]:
        """By the words typed."""
        return queries.search(queryset, value)


@require_safe
def standard_list(request: HttpRequest) -> HttpResponse:
    """Everything that the person may see, with the step that comes next."""
    filters = StandardFilter(request.GET, queryset=queries.standards_for_list(request.user))
    page = Paginator(filters.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        "standards/list.html",
        {
            "filter": filters,
            "page": page,
            "cards": queries.cards(page),
            "can_create": permissions.can_create(request.user),
            "section_tab": "standards",
        },
    )
