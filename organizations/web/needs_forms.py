"""The form of a new edition of the needs analysis."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from organizations.domain.permissions import is_administrator
from organizations.domain.queries import public_bodies_of
from organizations.models import NeedsEdition, PublicBody
from pages.forms import DateTimeInput
from surveys.domain.errors import DatesWrong
from territory.models import Area


class NeedsEditionForm(forms.ModelForm):
    """Who asks whom, when and why."""

    opens_at = forms.DateTimeField(label=gettext_lazy("Początek"), widget=DateTimeInput)
    closes_at = forms.DateTimeField(
        label=gettext_lazy("Koniec"),
        widget=DateTimeInput,
        help_text=gettext_lazy("Od tej chwili odpowiedzi nie są przyjmowane."),
    )
    field_order = ["title", "summary", "public_body", "opens_at", "closes_at"]

    class Meta:
        model = NeedsEdition
        fields = ["title", "summary", "public_body", "invited_counties", "invited_fields"]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "invited_counties": forms.CheckboxSelectMultiple,
            "invited_fields": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = PublicBody.objects.all() if is_administrator(user) else public_bodies_of(user)
        self.fields["public_body"].queryset = offices  # type: ignore[attr-defined]
        self.fields["invited_counties"].queryset = Area.objects.counties()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The end comes after the beginning, and is not over yet."""
        cleaned: dict[str, Any] = super().clean() or {}
        opens_at, closes_at = cleaned.get("opens_at"), cleaned.get("closes_at")
        if closes_at and closes_at <= max(opens_at or timezone.now(), timezone.now()):
            self.add_error("closes_at", str(DatesWrong()))
        return cleaned
