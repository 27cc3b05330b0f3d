"""Filters of the directory, as the address of a list carries them."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organizations.benefit_fields import BENEFIT_FIELDS, TARGET_GROUPS
from organizations.domain.finding import find_organizations
from organizations.domain.queries import order_organizations
from organizations.models import LegalForm, Organization, OrganizationStatus
from search.matching import Matches
from territory.reference import county_choices, gmina_choices

ORDER_CHOICES = [
    ("trafnosc", _("od najtrafniejszych")),
    ("nazwa", _("według nazwy")),
    ("najnowsze", _("od ostatnio zarejestrowanych")),
    ("zmienione", _("od ostatnio zmienionych")),
]
CHECKBOXES = forms.CheckboxSelectMultiple


def _benefit_fields() -> list[tuple[str, str]]:
    return [(row.code, gettext(row.label)) for row in BENEFIT_FIELDS]


def _target_groups() -> list[tuple[str, str]]:
    return [(code, gettext(label)) for code, label in TARGET_GROUPS]


class OrganizationFilter(filters.FilterSet):
    """Text, legal form, public benefit status, field, target group, county and gmina."""

    q = filters.CharFilter(label=_("Szukaj"), method="filter_text")
    powiat = filters.MultipleChoiceFilter(
        distinct=False,
        label=_("Powiat"),
        field_name="county",
        choices=county_choices,
        widget=CHECKBOXES,
    )
    gmina = filters.MultipleChoiceFilter(
        distinct=False,
        label=_("Gmina"),
        field_name="gmina",
        choices=gmina_choices,
        widget=CHECKBOXES,
    )
    sfera = filters.MultipleChoiceFilter(
        distinct=False,
        label=_("Sfera pożytku publicznego"),
        method="filter_fields",
        choices=_benefit_fields,
        widget=CHECKBOXES,
    )
    odbiorcy = filters.MultipleChoiceFilter(
        distinct=False,
        label=_("Dla kogo"),
        method="filter_target_groups",
        choices=_target_groups,
        widget=CHECKBOXES,
    )
    forma = filters.MultipleChoiceFilter(
        distinct=False,
        label=_("Forma prawna"),
        field_name="legal_form",
        choices=LegalForm.choices,
        widget=CHECKBOXES,
    )
    opp = filters.MultipleChoiceFilter(
        distinct=False,
        label=_("Pożytek publiczny"),
        method="filter_opp",
        choices=[("tak", _("ma status OPP")), ("nie", _("nie ma statusu OPP"))],
        widget=CHECKBOXES,
    )
    stan = filters.MultipleChoiceFilter(
        distinct=False,
        label=_("Stan"),
        field_name="status",
        choices=OrganizationStatus.choices,
        widget=CHECKBOXES,
    )
    litera = filters.CharFilter(label=_("Litera"), field_name="initial", max_length=1)
    kolejnosc = filters.ChoiceFilter(
        label=_("Kolejność"), method="keep", choices=ORDER_CHOICES, empty_label=None
    )

    class Meta:
        model = Organization
        fields: list[str] = []

    @property
    def is_fuzzy(self) -> bool:
        """Whether what is shown is only alike what was asked for."""
        return self._matches is not None and self._matches.is_fuzzy

    _matches: Matches | None = None

    def filter_text(self, rows: QuerySet[Organization], name: str, value: str) -> QuerySet[Any]:
        """Words in any inflection, register numbers, or likeness of letters."""
        if self._matches is None:
            # Decided once, among all rows: facets ask the same for other choices of filters.
            self._matches = find_organizations(self.queryset.all(), value)
        return self._matches.narrow(rows)

    def filter_opp(
        self, rows: QuerySet[Organization], name: str, value: list[str]
    ) -> QuerySet[Organization]:
        """Both or neither ticked means all."""
        if len(value) != 1:
            return rows
        having = {"opp_since__isnull": False, "opp_until__isnull": True}
        return rows.filter(**having) if value == ["tak"] else rows.exclude(**having)

    def filter_fields(
        self, rows: QuerySet[Organization], name: str, value: list[str]
    ) -> QuerySet[Organization]:
        """Working in any of the chosen fields; a subquery, so that no row doubles."""
        return _through(rows, Organization.benefit_fields.through, "publicbenefitfield", value)

    def filter_target_groups(
        self, rows: QuerySet[Organization], name: str, value: list[str]
    ) -> QuerySet[Organization]:
        """Working for any of the chosen groups."""
        return _through(rows, Organization.target_groups.through, "targetgroup", value)

    def keep(self, rows: QuerySet[Organization], name: str, value: str) -> QuerySet[Organization]:
        """Order is no filter; ``ordered`` applies it."""
        return rows

    def ordered(self) -> QuerySet[Any]:
        """The filtered rows in the chosen order; what was searched for comes by relevance."""
        data = self.form.cleaned_data
        return order_organizations(
            self.qs, data.get("kolejnosc") or "", by_relevance=bool(data.get("q"))
        )

    @property
    def chosen(self) -> set[str]:
        """Filters in force."""
        data = self.form.cleaned_data
        return {name for name, value in data.items() if value and name != "kolejnosc"}

    def without(self, *names: str) -> QuerySet[Any]:
        """The rows as if the filters ``names`` were not set: what a facet counts in."""
        rows = self.queryset.all()
        for name, value in self.form.cleaned_data.items():
            if name not in names:
                rows = self.filters[name].filter(rows, value)
        return rows


def _through(
    rows: QuerySet[Organization], table: Any, column: str, value: list[str]
) -> QuerySet[Organization]:
    if not value:
        return rows
    chosen = table.objects.filter(**{f"{column}__in": value}).values("organization")
    return rows.filter(pk__in=chosen)


def matching_organizations(query: str) -> QuerySet[Any]:
    """Published organizations that the filters of an address choose."""
    filterset = OrganizationFilter(QueryDict(query), queryset=Organization.objects.published())
    filterset.form.is_valid()
    return filterset.qs
