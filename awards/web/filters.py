"""Filters of laureates and of the office's work, as addresses carry them."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.typed_numbers import typed_number
from awards.models import (
    Award,
    Competition,
    Consent,
    Distinction,
    Edition,
    Nomination,
    NominationState,
)
from territory.reference import county_choices


def _public_years() -> list[tuple[int, str]]:
    years = (
        Edition.objects.with_public_results()
        .order_by("-year")
        .values_list("year", flat=True)
        .distinct()
    )
    return [(year, str(year)) for year in years]


class LaureateFilter(filters.FilterSet):
    """Name, year, distinction, competition and county."""

    q = filters.CharFilter(label=_("Szukaj"), method="filter_text")
    rok = filters.ChoiceFilter(
        label=_("Rok"), field_name="category__edition__year", choices=_public_years
    )
    konkurs = filters.ModelChoiceFilter(
        label=_("Konkurs"),
        field_name="category__edition__competition",
        to_field_name="slug",
        queryset=Competition.objects.order_by("name"),
    )
    nagroda = filters.ChoiceFilter(
        label=_("Nagroda"), field_name="distinction", choices=Distinction.choices
    )
    powiat = filters.ChoiceFilter(label=_("Powiat"), field_name="county", choices=county_choices)

    class Meta:
        model = Award
        fields: list[str] = []

    def filter_text(self, queryset: QuerySet[Award], name: str, value: str) -> QuerySet[Award]:
        """Words of the name and of the citation."""
        return queryset.filter(Q(name__icontains=value) | Q(citation__icontains=value))


class WorkFilter(filters.FilterSet):
    """State, consent, category, county and text, for the office."""

    q = filters.CharFilter(label=_("Szukaj"), method="filter_text")
    stan = filters.ChoiceFilter(
        label=_("Stan"),
        field_name="state",
        choices=[row for row in NominationState.choices if row[0] != NominationState.DRAFT],
    )
    zgoda = filters.ChoiceFilter(label=_("Zgoda"), field_name="consent", choices=Consent.choices)
    kategoria = filters.ChoiceFilter(label=_("Kategoria"), field_name="category__slug")
    powiat = filters.ChoiceFilter(label=_("Powiat"), field_name="county", choices=county_choices)

    class Meta:
        model = Nomination
        fields: list[str] = []

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list(edition.categories.values_list("slug", "name"))
        self.filters["kategoria"].extra["choices"] = choices
        self.form.fields["kategoria"].choices = [("", _("wszystkie")), *choices]
        self.form.fields["q"].widget = forms.TextInput()

    def filter_text(
        self, queryset: QuerySet[Nomination], name: str, value: str
    ) -> QuerySet[Nomination]:
        """A number, or words of the nominee's name."""
        if (number := typed_number(value)) is not None:
            return queryset.filter(number=number)
        return queryset.filter(nominee_name__icontains=value)
