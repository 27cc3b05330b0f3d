"""Filters of lists."""

from __future__ import annotations

from datetime import timedelta

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.domain import queries
from events.models import Event, EventKind, Registration, RegistrationState, Sector
from pages.forms import DateInput
from territory.models import Area


class EventFilter(django_filters.FilterSet):
    """The public list and calendar."""

    WHEN = [("coming", _("nadchodzące")), ("past", _("minione")), ("all", _("wszystkie"))]

    q = django_filters.CharFilter(method="search", label=_("Szukaj"))
    when = django_filters.ChoiceFilter(
        choices=WHEN, method="by_time", label=_("Kiedy"), empty_label=None
    )
    kind = django_filters.ChoiceFilter(
        choices=EventKind.choices, label=_("Rodzaj"), empty_label=_("każdy")
    )
    county = django_filters.ModelChoiceFilter(
        queryset=Area.objects.counties(), label=_("Powiat"), empty_label=_("każdy")
    )
    since = django_filters.DateFilter(
        field_name="ends_at", lookup_expr="date__gte", label=_("Od dnia"), widget=DateInput()
    )
    until = django_filters.DateFilter(
        field_name="starts_at", lookup_expr="date__lte", label=_("Do dnia"), widget=DateInput()
    )
    free = django_filters.BooleanFilter(
        method="by_places", label=_("tylko z wolnymi miejscami"), widget=forms.CheckboxInput()
    )

    class Meta:
        model = Event
        fields = ["q", "when", "kind", "county", "since", "until", "free"]

    def search(self, queryset: QuerySet[Event], name: str, value: str) -> QuerySet[Event]:
        """By the words typed."""
        return queries.search(queryset, value)

    def by_time(self, queryset: QuerySet[Event], name: str, value: str) -> QuerySet[Event]:
        """Coming or past."""
        if value == "past":
            return queryset.filter(ends_at__lt=timezone.now()).order_by("-starts_at", "-pk")
        if value == "all":
            return queryset.order_by("-starts_at", "-pk")
        return queryset.filter(ends_at__gte=timezone.now() - timedelta(hours=2))

    def by_places(self, queryset: QuerySet[Event], name: str, value: bool) -> QuerySet[Event]:
        """Those with free places."""
        return queries.with_free_places(queryset) if value else queryset


class RegistrationFilter(django_filters.FilterSet):
    """The organiser's table of participants."""

    q = django_filters.CharFilter(method="search", label=_("Imię, nazwisko, e-mail, organizacja"))
    state = django_filters.ChoiceFilter(
        choices=RegistrationState.choices, label=_("Stan"), empty_label=_("każdy")
    )
    sector = django_filters.ChoiceFilter(
        choices=Sector.choices, label=_("Strona"), empty_label=_("każda")
    )

    class Meta:
        model = Registration
        fields = ["q", "state", "sector"]

    def search(
        self, queryset: QuerySet[Registration], name: str, value: str
    ) -> QuerySet[Registration]:
        """By the words typed."""
        from events.domain.participants import search

        return search(queryset, value)
