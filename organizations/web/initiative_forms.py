"""Filters and the form of initiatives."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.forms import CheckedFileField
from documents.uploads import IMAGES
from organizations.benefit_fields import BENEFIT_FIELDS, TARGET_GROUPS
from organizations.domain.map_points import Box, within
from organizations.domain.queries import organizations_of
from organizations.models import Initiative, InitiativeStage
from organizations.web.forms import PlaceMixin
from pages.forms import DateInput
from search.matching import match
from territory.reference import county_choices


def _fields() -> list[tuple[str, str]]:
    return [(row.code, _(row.label)) for row in BENEFIT_FIELDS]


def _target_groups() -> list[tuple[str, str]]:
    return [(code, _(label)) for code, label in TARGET_GROUPS]


class InitiativeFilter(filters.FilterSet):
    """Filters that the list, the map and the feed share."""

    q = filters.CharFilter(label=gettext_lazy("Szukaj"), method="filter_text")
    powiat = filters.ChoiceFilter(
        label=gettext_lazy("Powiat"),
        field_name="county",
        choices=county_choices,
        empty_label=gettext_lazy("wszystkie"),
    )
    sfera = filters.ChoiceFilter(
        label=gettext_lazy("Sfera"),
        field_name="benefit_fields",
        choices=_fields,
        empty_label=gettext_lazy("wszystkie"),
    )
    odbiorcy = filters.ChoiceFilter(
        label=gettext_lazy("Dla kogo"),
        field_name="target_groups",
        choices=_target_groups,
        empty_label=gettext_lazy("wszyscy"),
    )
    etap = filters.ChoiceFilter(
        label=gettext_lazy("Etap"),
        field_name="stage",
        choices=InitiativeStage.choices,
        empty_label=gettext_lazy("wszystkie"),
    )
    szuka = filters.BooleanFilter(
        label=gettext_lazy("Szukają ludzi"),
        method="filter_volunteers",
        widget=forms.CheckboxInput,
    )
    obszar = filters.CharFilter(method="filter_box", widget=forms.HiddenInput)

    class Meta:
        model = Initiative
        fields: list[str] = []

    def filter_text(self, rows: QuerySet[Initiative], name: str, value: str) -> QuerySet[Any]:
        """Words in any inflection."""
        return match(rows, value).rows

    def filter_volunteers(
        self, rows: QuerySet[Initiative], name: str, value: bool
    ) -> QuerySet[Initiative]:
        """Those that look for people."""
        return rows.exclude(volunteers_needed="") if value else rows

    def filter_box(self, rows: QuerySet[Initiative], name: str, value: str) -> QuerySet[Any]:
        """What lies in the part of the map that is in sight."""
        box = Box.parse(value)
        return within(rows, box) if box else rows


class InitiativeForm(PlaceMixin):
    """What is told of an initiative; the picture comes with its author and licence."""

    picture = CheckedFileField(label=gettext_lazy("Zdjęcie"), allowed=IMAGES, required=False)
    asks_for_makers = True

    class Meta:
        model = Initiative
        fields = [
            "title",
            "summary",
            "story",
            "organizations",
            "informal_group",
            "benefit_fields",
            "target_groups",
            "stage",
            "starts_on",
            "ends_on",
            "gmina",
            "place",
            "latitude",
            "longitude",
            "funding",
            "volunteers_needed",
            "contact",
            "website",
            "photo_description",
            "photo_author",
            "photo_licence",
        ]
        widgets = {
            "organizations": forms.CheckboxSelectMultiple,
            "benefit_fields": forms.CheckboxSelectMultiple,
            "target_groups": forms.CheckboxSelectMultiple,
            "story": forms.Textarea(attrs={"rows": 6}),
            "starts_on": DateInput,
            "ends_on": DateInput,
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = organizations_of(user)
        self.fields["organizations"].queryset = own  # type: ignore[attr-defined]
        if not own:
            del self.fields["organizations"]
        for name in ("latitude", "longitude"):
            self.fields[name].required = False
            self.fields[name].help_text = _("Puste: środek gminy.")

    def clean(self) -> dict[str, Any]:
        """Somebody must stand behind it, and a picture needs its terms."""
        data = super().clean()
        has_makers = data.get("organizations") or data.get("informal_group")
        if self.asks_for_makers and not has_makers:
            self.add_error("informal_group", _("Napisz, kto to robi."))
        if data.get("picture"):
            for name in ("photo_description", "photo_author", "photo_licence"):
                if not data.get(name):
                    self.add_error(name, _("Uzupełnij to pole, bo dodajesz zdjęcie."))
        return data

    def _post_clean(self) -> None:
        # Model checks need a place; the seat of the gmina stands in for a missing point.
        gmina = self.cleaned_data.get("gmina")
        if gmina:
            for name in ("latitude", "longitude"):
                if self.cleaned_data.get(name) is None and name not in self.errors:
                    self.cleaned_data[name] = getattr(gmina, name)
            self.instance.county_id = gmina.parent_id
        super()._post_clean()  # type: ignore[misc]
