"""Filters and forms of partnerships."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from documents.forms import CheckedFileField
from organizations.benefit_fields import BENEFIT_FIELDS
from organizations.domain.queries import organizations_of, public_bodies_of
from organizations.models import (
    CallOutcome,
    CallState,
    Organization,
    Partnership,
    PartnershipCall,
    PartnershipInterest,
    PublicBody,
)
from organizations.web.initiative_forms import InitiativeForm
from pages.forms import DateInput
from search.matching import match
from territory.models import Area
from territory.reference import county_choices

LONGEST = timedelta(days=366)
# Of the initiative's form: partners are known, and the picture is added on its own page.
LEFT_OUT = (
    "organizations",
    "informal_group",
    "picture",
    "photo_description",
    "photo_author",
    "photo_licence",
)


def _fields() -> list[tuple[str, str]]:
    return [(row.code, _(row.label)) for row in BENEFIT_FIELDS]


class CallFilter(filters.FilterSet):
    """Filters of calls for partners."""

    q = filters.CharFilter(label=gettext_lazy("Szukaj"), method="filter_text")
    sfera = filters.ChoiceFilter(
        label=gettext_lazy("Sfera"),
        field_name="benefit_fields",
        choices=_fields,
        empty_label=gettext_lazy("wszystkie"),
    )
    powiat = filters.ChoiceFilter(
        label=gettext_lazy("Powiat"),
        method="filter_county",
        choices=county_choices,
        empty_label=gettext_lazy("wszystkie"),
    )
    stan = filters.ChoiceFilter(
        label=gettext_lazy("Stan"),
        field_name="state",
        choices=CallState.choices,
        empty_label=gettext_lazy("wszystkie"),
    )

    class Meta:
        model = PartnershipCall
        fields: list[str] = []

    def filter_text(self, rows: QuerySet[PartnershipCall], name: str, value: str) -> QuerySet[Any]:
        """Words in any inflection."""
        return match(rows, value).rows

    def filter_county(
        self, rows: QuerySet[PartnershipCall], name: str, value: str
    ) -> QuerySet[PartnershipCall]:
        """Calls for the county, and those for the whole region."""
        return rows.filter(Q(counties=value) | Q(counties__isnull=True)).distinct()


class SideField(forms.ChoiceField):
    """For whom a person acts; gives an organization or an office of theirs."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", gettext_lazy("W czyim imieniu"))
        super().__init__(**options)
        self.sides: dict[str, Organization | PublicBody] = {}

    def offer(self, user: User, *, without: Organization | PublicBody | None = None) -> None:
        """Offer what the person may act for."""
        own: list[Organization | PublicBody] = [
            *organizations_of(user).order_by("name"),
            *public_bodies_of(user).order_by("name"),
        ]
        self.sides = {f"{side._meta.model_name}-{side.pk}": side for side in own if side != without}
        self.choices = [(key, str(side)) for key, side in self.sides.items()]

    def clean(self, value: Any) -> Any:
        """The chosen organization or office."""
        return self.sides[super().clean(value)]


class CallForm(forms.ModelForm):
    """What a call for partners says."""

    side = SideField()
    closes_on = forms.DateField(
        label=gettext_lazy("Zgłoszenia do"),
        widget=DateInput,
        help_text=gettext_lazy("Do końca tego dnia."),
    )

    field_order = ["side", "title"]

    class Meta:
        model = PartnershipCall
        fields = [
            "title",
            "idea",
            "offered",
            "sought",
            "benefit_fields",
            "target_groups",
            "counties",
            "budget_source",
        ]
        widgets = {
            "idea": forms.Textarea(attrs={"rows": 6}),
            "offered": forms.Textarea(attrs={"rows": 3}),
            "sought": forms.Textarea(attrs={"rows": 3}),
            "benefit_fields": forms.CheckboxSelectMultiple,
            "target_groups": forms.CheckboxSelectMultiple,
            "counties": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["counties"].queryset = Area.objects.counties()  # type: ignore[attr-defined]
        if self.instance.pk:
            del self.fields["side"]
            self.fields["closes_on"].initial = timezone.localdate(self.instance.closes_at)
        else:
            self.fields["side"].offer(user)  # type: ignore[attr-defined]

    def clean_closes_on(self) -> Any:
        """From today to a year ahead."""
        day = self.cleaned_data["closes_on"]
        today = timezone.localdate()
        if day < today:
            raise ValidationError(_("Ten dzień już minął."))
        if day > today + LONGEST:
            raise ValidationError(_("Najdalej za rok."))
        return day

    def _post_clean(self) -> None:
        # Model checks need what the form asks for in its own way.
        side = self.cleaned_data.get("side")
        if side is not None:
            self.instance.organization = side if isinstance(side, Organization) else None
            self.instance.public_body = side if isinstance(side, PublicBody) else None
        day = self.cleaned_data.get("closes_on")
        if day is not None:
            self.instance.closes_at = timezone.make_aware(datetime.combine(day, time(23, 59, 59)))
        super()._post_clean()  # type: ignore[misc]


class InterestForm(forms.Form):
    """Somebody would join."""

    side = SideField()
    message = forms.CharField(
        label=gettext_lazy("Wiadomość"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Co wnosicie i o co chcecie zapytać. Przeczyta ją ogłaszający."),
    )

    def __init__(self, *args: Any, user: User, call: PartnershipCall, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].offer(user, without=call.side)  # type: ignore[attr-defined]


class CloseForm(forms.Form):
    """What came of a call."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Co z tego wyszło"),
        choices=CallOutcome.choices,
        widget=forms.RadioSelect,
    )
    outcome_text = forms.CharField(
        label=gettext_lazy("Opowiedz"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Przeczyta to każdy, kto trafi na ogłoszenie."),
    )


class MessageForm(forms.Form):
    """A word to the other side."""

    text = forms.CharField(
        label=gettext_lazy("Wiadomość"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PartnershipForm(forms.ModelForm):
    """A partnership made of accepted interests."""

    partners = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Partnerzy"),
        queryset=PartnershipInterest.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Każdy z nich potwierdzi udział."),
    )

    class Meta:
        model = Partnership
        fields = ["title", "purpose"]
        widgets = {"purpose": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, interests: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partners: Any = self.fields["partners"]
        partners.queryset = interests
        partners.label_from_instance = lambda interest: str(interest.side)


class ContributionForm(forms.Form):
    """What a partner brings."""

    contribution = forms.CharField(
        label=gettext_lazy("Co wnosicie"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AgreementForm(forms.Form):
    """The agreement of partners."""

    signed_on = forms.DateField(label=gettext_lazy("Umowa z dnia"), widget=DateInput)
    number = forms.CharField(label=gettext_lazy("Numer umowy"), max_length=60, required=False)
    upload = CheckedFileField(label=gettext_lazy("Umowa"), required=False)

    def clean_signed_on(self) -> Any:
        """Nobody signs tomorrow."""
        day = self.cleaned_data["signed_on"]
        if day > timezone.localdate():
            raise ValidationError(_("Ta data jest w przyszłości."))
        return day


class StepForm(forms.Form):
    """A note beside a step."""

    note = forms.CharField(
        label=gettext_lazy("Notatka"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Potrzebna przy ocenie i rozwiązaniu."),
    )


class PartnershipInitiativeForm(InitiativeForm):
    """An initiative for the map; its makers are the partners."""

    asks_for_makers = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in LEFT_OUT:
            self.fields.pop(name, None)
