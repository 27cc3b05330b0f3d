"""Forms of bodies' seats and of trainings."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from documents.forms import CheckedFileField
from organizations.models import Organization, PublicBody
from pages.forms import DateInput
from standards.models import Member, Side, Standard, Training
from standards.web.uploads import PAPERS
from territory.models import Area


class SeatForm(forms.ModelForm):
    """Somebody's seat; the account is found by its address."""

    email = forms.EmailField(
        label=_("E-mail konta"),
        required=False,
        help_text=_("Osoba z kontem dostanie zaproszenia i wejdzie do przestrzeni zespołu."),
    )
    organization_name = forms.CharField(
        label=_("Organizacja"),
        required=False,
        max_length=300,
        help_text=_("Dokładna nazwa ze spisu organizacji; tylko strona organizacji."),
    )

    class Meta:
        model = Member
        fields = ["name", "side", "function", "public_body", "affiliation", "since", "until"]
        widgets = {"since": DateInput(), "until": DateInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["name", "email", "side", "function", "organization_name"])
        self.initial.setdefault("since", timezone.localdate())
        bodies = cast(forms.ModelChoiceField, self.fields["public_body"])
        bodies.queryset = PublicBody.objects.order_by("name")
        bodies.empty_label = _("żaden")

    def clean_email(self) -> User | None:
        """The account with this address."""
        email = self.cleaned_data["email"].strip().lower()
        if not email:
            return None
        user = User.objects.filter(email=email, is_active=True).first()
        if user is None:
            raise forms.ValidationError(_("Nie ma konta z tym adresem. Zostaw pole puste."))
        return user

    def clean_organization_name(self) -> Organization | None:
        """The organization of the directory with this name."""
        name = self.cleaned_data["organization_name"].strip()
        if not name:
            return None
        found = Organization.objects.published().filter(name__iexact=name).order_by("pk").first()
        if found is None:
            raise forms.ValidationError(
                _("Nie ma takiej organizacji w spisie. Wpisz ją w polu „kogo reprezentuje”.")
            )
        return found

    def clean(self) -> dict[str, Any]:
        """Each side speaks for its own."""
        cleaned = super().clean() or {}
        self.instance.user = cleaned.get("email")
        self.instance.organization = cleaned.get("organization_name")
        side = cleaned.get("side")
        if side == Side.NGO and cleaned.get("public_body"):
            self.add_error("public_body", _("Strona organizacji nie reprezentuje urzędu."))
        if side == Side.ADMINISTRATION and cleaned.get("organization_name"):
            self.add_error("organization_name", _("Strona administracji reprezentuje urząd."))
        return cleaned


class EndSeatForm(forms.Form):
    """The last day of a seat."""

    last_day = forms.DateField(label=_("Ostatni dzień"), widget=DateInput())


class TrainingForm(forms.ModelForm):
    """A training or meeting that took place, with its attendance list."""

    upload = CheckedFileField(
        label=_("Lista obecności (skan lub plik)"), allowed=PAPERS, required=False
    )

    class Meta:
        model = Training
        fields = ["kind", "title", "standard", "held_on", "hours", "county", "place"]
        widgets = {"held_on": DateInput()}

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        counties = cast(forms.ModelChoiceField, self.fields["county"])
        counties.queryset = Area.objects.counties()
        standards = cast(forms.ModelChoiceField, self.fields["standard"])
        standards.queryset = Standard.objects.visible_to(user)

    def clean_held_on(self) -> Any:
        """What has not taken place is no record."""
        day = self.cleaned_data["held_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Szkolenie zapisuje się, gdy już się odbyło."))
        return day


class AttendanceForm(forms.Form):
    """How many people of one office, or of the NGO side."""

    public_body = forms.ModelChoiceField(
        label=_("Urząd"),
        queryset=PublicBody.objects.order_by("name"),
        required=False,
        empty_label=_("strona organizacji"),
    )
    people = forms.IntegerField(label=_("Liczba osób"), min_value=1, max_value=5000)


AttendanceFormSet = forms.formset_factory(AttendanceForm, extra=6)
