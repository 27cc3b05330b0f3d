"""Filters of lists."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from consultations.models import (
    Channel,
    Consultation,
    ConsultationKind,
    PositionState,
    Remark,
    Stage,
)
from organizations.models import PublicBody


class ConsultationFilter(django_filters.FilterSet):
    """The public list."""

    q = django_filters.CharFilter(method="search", label=_("Szukaj w tytule i opisie"))
    stage = django_filters.ChoiceFilter(
        choices=[choice for choice in Stage.choices if choice[0] != Stage.DRAFT],
        label=_("Etap"),
        empty_label=_("każdy"),
    )
    kind = django_filters.ChoiceFilter(
        choices=ConsultationKind.choices, label=_("Rodzaj"), empty_label=_("każdy")
    )
    public_body = django_filters.ModelChoiceFilter(
        queryset=PublicBody.objects.filter(consultations__isnull=False).distinct(),
        label=_("Urząd"),
        empty_label=_("każdy"),
    )

    class Meta:
        model = Consultation
        fields = ["q", "stage", "kind", "public_body"]

    def search(
        self, queryset: QuerySet[Consultation], name: str, value: str
    ) -> QuerySet[Consultation]:
        """Each word must stand in the title or the summary; diacritics may be missing."""
        for word in value.split():
            queryset = queryset.filter(
                Q(title__unaccent__icontains=word) | Q(summary__unaccent__icontains=word)
            )
        return queryset


class RemarkFilter(django_filters.FilterSet):
    """The official's table of remarks."""

    ANSWERS = [
        ("none", _("bez stanowiska")),
        (PositionState.PREPARED, _("przygotowane")),
        (PositionState.APPROVED, _("zatwierdzone")),
    ]

    q = django_filters.CharFilter(method="search", label=_("Szukaj w uwagach"))
    answer = django_filters.ChoiceFilter(
        choices=ANSWERS, method="by_answer", label=_("Stanowisko"), empty_label=_("każde")
    )
    channel = django_filters.ChoiceFilter(
        choices=Channel.choices, label=_("Sposób zgłoszenia"), empty_label=_("każdy")
    )
    provision = django_filters.ChoiceFilter(
        method="by_provision", label=_("Jednostka redakcyjna"), empty_label=_("każda")
    )

    class Meta:
        model = Remark
        fields = ["q", "answer", "channel", "provision"]

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = (
            consultation.remarks.counted()
            .filter(provision__isnull=False)
            .order_by("provision__position")
            .values_list("provision__eid", "provision__citation")
            .distinct()
        )
        self.filters["provision"].extra["choices"] = [
            ("whole", _("całość projektu")),
            *((eid, citation or eid) for eid, citation in units),
        ]

    def search(self, queryset: QuerySet[Remark], name: str, value: str) -> QuerySet[Remark]:
        """Text, proposed wording, submitter, or the number of the remark."""
        found = Q(text__icontains=value) | Q(proposed_wording__icontains=value)
        found |= Q(submitter_name__unaccent__icontains=value)
        if value.isdecimal() and len(value) < 9:
            found |= Q(number=int(value))
        return queryset.filter(found)

    def by_answer(self, queryset: QuerySet[Remark], name: str, value: str) -> QuerySet[Remark]:
        """Remarks by the state of their position."""
        if value == "none":
            return queryset.filter(position__isnull=True)
        return queryset.filter(position__state=value)

    def by_provision(self, queryset: QuerySet[Remark], name: str, value: str) -> QuerySet[Remark]:
        """Remarks on one unit, or on the whole draft."""
        if value == "whole":
            return queryset.filter(provision__isnull=True)
        return queryset.filter(provision__eid=value)
