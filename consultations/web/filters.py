"""Filters of lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.typed_numbers import typed_number
from consultations.domain import queries, workbench
from consultations.models import (
    Channel,
    Consultation,
    ConsultationKind,
    PositionState,
    Remark,
    RemarkState,
    Stage,
)
from organizations.domain.deputies import acting_for
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
        """By the words typed."""
        return queries.search(queryset, value)


class RemarkFilter(django_filters.FilterSet):
    """The official's table of remarks."""

    ANSWERS = [
        ("none", _("bez stanowiska")),
        ("open", _("bez zatwierdzonego stanowiska")),
        (PositionState.PREPARED, _("przygotowane")),
        (PositionState.APPROVED, _("zatwierdzone")),
        ("hidden", _("ukryte przez moderatora")),
    ]

    q = django_filters.CharFilter(method="search", label=_("Szukaj w uwagach"))
    answer = django_filters.ChoiceFilter(
        choices=ANSWERS, method="by_answer", label=_("Stanowisko"), empty_label=_("każde")
    )
    assigned_to = django_filters.ChoiceFilter(
        method="by_assignee", label=_("Kto odpowiada"), empty_label=_("każdy")
    )
    provision = django_filters.ChoiceFilter(
        method="by_provision", label=_("Jednostka redakcyjna"), empty_label=_("każda")
    )
    organization = django_filters.ChoiceFilter(
        method="by_organization", label=_("Organizacja"), empty_label=_("każda")
    )
    group = django_filters.ChoiceFilter(method="by_group", label=_("Grupa"), empty_label=_("każda"))
    meeting = django_filters.ChoiceFilter(label=_("Spotkanie"), empty_label=_("każde"))
    round_number = django_filters.ChoiceFilter(label=_("Tura"), empty_label=_("każda"))
    channel = django_filters.ChoiceFilter(
        choices=Channel.choices, label=_("Sposób zgłoszenia"), empty_label=_("każdy")
    )

    class Meta:
        model = Remark
        fields = ["q", "answer", "assigned_to", "provision", "organization", "group", "channel"]

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("provision", [("whole", _("całość projektu"))], workbench.units(consultation))
        self._offer(
            "organization",
            [("none", _("osoby prywatne i spoza spisu"))],
            workbench.organizations(consultation),
        )
        if consultation.round_number == 1:
            del self.filters["round_number"]
        else:
            numbers = range(1, consultation.round_number + 1)
            self._offer("round_number", [], ((number, str(number)) for number in numbers))
        meetings = list(consultation.meetings.values_list("pk", "title"))
        if meetings:
            self._offer("meeting", [], meetings)
        else:
            del self.filters["meeting"]
        self._offer("group", [("none", _("bez grupy"))], workbench.groups(consultation))
        self._offer(
            "assigned_to",
            [("me", _("ja")), ("none", _("nikt"))],
            workbench.colleagues(consultation),
        )

    def _offer(
        self, name: str, first: list[tuple[str, Any]], rows: Iterable[tuple[Any, str]]
    ) -> None:
        self.filters[name].extra["choices"] = [*first, *((str(key), text) for key, text in rows)]

    def search(self, queryset: QuerySet[Remark], name: str, value: str) -> QuerySet[Remark]:
        """Text, proposed wording, submitter, or the number of the remark."""
        found = Q(text__icontains=value) | Q(proposed_wording__icontains=value)
        found |= Q(submitter_name__unaccent__icontains=value)
        if (number := typed_number(value)) is not None:
            found |= Q(number=number)
        return queryset.filter(found)

    def by_answer(self, queryset: QuerySet[Remark], name: str, value: str) -> QuerySet[Remark]:
        """Remarks by the state of their position, or the hidden ones."""
        if value == "hidden":
            return queryset.filter(state=RemarkState.HIDDEN)
        counted = queryset.filter(state=RemarkState.SUBMITTED)
        if value == "none":
            return counted.filter(position__isnull=True)
        if value == "open":
            return counted.exclude(position__state=PositionState.APPROVED)
        return counted.filter(position__state=value)

    def by_assignee(self, queryset: QuerySet[Remark], name: str, value: str) -> QuerySet[Remark]:
        """Mine, nobody's, or a colleague's."""
        if value == "none":
            return queryset.filter(assigned_to__isnull=True)
        if value == "me":
            return queryset.filter(assigned_to__in=acting_for(self.request.user))
        return queryset.filter(assigned_to=int(value))

    def by_provision(self, queryset: QuerySet[Remark], name: str, value: str) -> QuerySet[Remark]:
        """Remarks on one unit in whichever version, or on the whole draft."""
        if value == "whole":
            return queryset.filter(provision__isnull=True)
        return queryset.filter(provision__lineage=value)

    def by_organization(
        self, queryset: QuerySet[Remark], name: str, value: str
    ) -> QuerySet[Remark]:
        """Remarks of one organization of the directory, or of everybody else."""
        if value == "none":
            return queryset.filter(organization__isnull=True)
        return queryset.filter(organization=int(value))

    def by_group(self, queryset: QuerySet[Remark], name: str, value: str) -> QuerySet[Remark]:
        """Remarks of one group, or those that stand alone."""
        if value == "none":
            return queryset.filter(group__isnull=True)
        return queryset.filter(group=int(value))
