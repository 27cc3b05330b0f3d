"""Forms of events and series; rules that need the database stand in ``domain``."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from events.domain import queries
from events.models import Event, Series
from organizations.domain.queries import public_bodies_of
from organizations.models import PublicBody
from pages.forms import DateTimeInput
from territory.models import Area

MOMENTS = (
    "starts_at",
    "ends_at",
    "registration_opens_at",
    "registration_closes_at",
    "proposals_until",
    "exhibitors_until",
)


class EventForm(forms.ModelForm):
    """Everything that an organiser decides about an event."""

    class Meta:
        model = Event
        fields = [
            "title",
            "kind",
            "summary",
            "description",
            "public_body",
            "partners",
            "series",
            "starts_at",
            "ends_at",
            "mode",
            "venue",
            "street_address",
            "town",
            "county",
            "stream_url",
            "accessibility",
            "contact_name",
            "contact_email",
            "contact_phone",
            "registration_mode",
            "registration_opens_at",
            "registration_closes_at",
            "capacity",
            "offer_hours",
            "group_limit",
            "questions",
            "evaluation",
            "asks_gender",
            "asks_age",
            "shows_participants",
            "reminder_days",
            "proposals_until",
            "exhibitors_until",
            "votes_for_stands",
            "hours",
            "target_people",
            "keeps_data_months",
        ]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3}),
            "description": forms.Textarea(attrs={"rows": 8}),
            "accessibility": forms.Textarea(attrs={"rows": 3}),
            **{name: DateTimeInput() for name in MOMENTS},
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limit_bodies(self, user)
        series = cast(forms.ModelChoiceField, self.fields["series"])
        if not user.is_staff:
            series.queryset = Series.objects.filter(public_body__in=public_bodies_of(user))
        for name in ("questions", "evaluation"):
            versions = cast(forms.ModelChoiceField, self.fields[name])
            versions.queryset = queries.usable_questionnaires(user)
        county = cast(forms.ModelChoiceField, self.fields["county"])
        county.queryset = Area.objects.counties()

    def clean(self) -> dict[str, Any]:
        """The end after the start, said at the field."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("Koniec musi być po początku."))
        return cleaned


class SeriesForm(forms.ModelForm):
    """A series."""

    class Meta:
        model = Series
        fields = ["title", "summary", "description", "public_body"]
        widgets = {"summary": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limit_bodies(self, user)


class SeriesEventsForm(forms.ModelForm):
    """Settings that all coming events of a series get; what is empty stays as it is."""

    class Meta:
        model = Event
        fields = [
            "summary",
            "description",
            "accessibility",
            "contact_name",
            "contact_email",
            "contact_phone",
            "offer_hours",
            "reminder_days",
            "hours",
        ]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3}),
            "accessibility": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = False
            self.initial[name] = None

    def changes(self) -> dict[str, Any]:
        """Only what was filled in."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if value not in (None, "") and name in self.changed_data
        }


class CopyForm(forms.Form):
    """A copy moved to another day."""

    title = forms.CharField(label=_("Tytuł"), max_length=200)
    starts_at = forms.DateTimeField(label=_("Początek"), widget=DateTimeInput())
    as_template = forms.BooleanField(
        label=_("Zapisz jako wzór, z którego będziemy tworzyć następne"), required=False
    )


class ReasonForm(forms.Form):
    """A reason for a change."""

    reason = forms.CharField(
        label=_("Powód"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, needs_reason: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]


def limit_bodies(form: forms.ModelForm, user: Any) -> None:
    """Officials choose among their own offices; one office is chosen already."""
    bodies = cast(forms.ModelChoiceField, form.fields["public_body"])
    if not user.is_staff:
        bodies.queryset = public_bodies_of(user)
        if isinstance(bodies.queryset.first(), PublicBody) and bodies.queryset.count() == 1:
            form.initial.setdefault("public_body", bodies.queryset.first())
