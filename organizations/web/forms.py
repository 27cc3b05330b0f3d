"""Forms of the directory."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from documents.forms import CheckedFileField
from organizations.domain.doubles import find_same
from organizations.domain.proposals import SUGGESTIBLE_FIELDS
from organizations.models import (
    ClaimProof,
    Language,
    Organization,
    OrganizationPerson,
    OrganizationProject,
    OrganizationRole,
)
from pages.forms import DateInput
from territory.models import Area


class PlaceMixin(forms.ModelForm):
    """The seat is given by the gmina; its county follows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gmina = self.fields["gmina"]
        gmina.queryset = Area.objects.gminas().select_related("parent")  # type: ignore[attr-defined]
        gmina.label_from_instance = _gmina_label  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Put the county beside the gmina."""
        data = super().clean() or {}
        if data.get("gmina"):
            self.instance.county = data["gmina"].parent
        return data


def _gmina_label(area: Area) -> str:
    county = area.parent.name if area.parent else ""
    return area.name if county in {"", area.name} else f"{area.name} ({county})"


class ProfileForm(PlaceMixin):
    """All that a profile's keeper may change."""

    languages = forms.MultipleChoiceField(
        label=_("Języki"),
        choices=Language.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Organization
        fields = [
            "name",
            "short_name",
            "legal_form",
            "status",
            "mission",
            "description",
            "benefit_fields",
            "target_groups",
            "reach",
            "areas_of_action",
            "languages",
            "street_address",
            "postal_code",
            "town",
            "gmina",
            "email",
            "phone",
            "website",
            "social_profile",
            "opening_hours",
            "accessibility",
            "krs",
            "nip",
            "regon",
            "registered_on",
            "opp_since",
            "opp_until",
            "bank_account",
            "members_count",
            "employees_count",
            "volunteers_count",
        ]
        widgets = {
            "benefit_fields": forms.CheckboxSelectMultiple,
            "target_groups": forms.CheckboxSelectMultiple,
            "areas_of_action": forms.CheckboxSelectMultiple,
            "description": forms.Textarea(attrs={"rows": 8}),
            "accessibility": forms.Textarea(attrs={"rows": 3}),
            "registered_on": DateInput,
            "opp_since": DateInput,
            "opp_until": DateInput,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The whole list of gminas would be a page long; counties are enough here.
        areas = self.fields["areas_of_action"]
        areas.queryset = Area.objects.counties()  # type: ignore[attr-defined]


class ProposalForm(PlaceMixin):
    """What is needed to put an organization before the moderators."""

    note = forms.CharField(
        label=_("Skąd wiemy"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Np. odnośnik do strony organizacji albo rejestru."),
    )

    class Meta:
        model = Organization
        fields = [
            "name",
            "legal_form",
            "krs",
            "nip",
            "regon",
            "mission",
            "street_address",
            "postal_code",
            "town",
            "gmina",
            "email",
            "phone",
            "website",
        ]

    def clean(self) -> dict[str, Any]:
        """Say where the organization stands already."""
        data = super().clean()
        same = find_same(krs=data.get("krs"), nip=data.get("nip"), regon=data.get("regon"))
        if same:
            self.add_error(
                None, _("Ta organizacja już jest w spisie: %(name)s.") % {"name": same.name}
            )
        return data


class ClaimForm(forms.Form):
    """A person asks to keep a profile."""

    function = forms.CharField(
        label=_("Twoja funkcja w organizacji"), max_length=120, help_text=_("Np. prezeska zarządu.")
    )
    proof = forms.ChoiceField(
        label=_("Jak to potwierdzić"), choices=ClaimProof.choices, widget=forms.RadioSelect
    )
    document = CheckedFileField(label=_("Dokument"), required=False)
    message = forms.CharField(
        label=_("Wyjaśnienie"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, organization: Organization, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not organization.email:
            choices = [c for c in ClaimProof.choices if c[0] != ClaimProof.REGISTER_EMAIL]
            self.fields["proof"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A document is needed where it is the proof."""
        data = super().clean() or {}
        if data.get("proof") == ClaimProof.DOCUMENT and not data.get("document"):
            self.add_error("document", _("Dołącz dokument."))
        return data


class InvitationForm(forms.Form):
    """A keeper invites a colleague."""

    email = forms.EmailField(label=_("E-mail współpracownika"))
    role = forms.ChoiceField(
        label=_("Rola"),
        choices=OrganizationRole.choices,
        initial=OrganizationRole.REPRESENTATIVE,
    )
    hands_over = forms.BooleanField(
        label=_("Ta osoba ma zostać opiekunem zamiast mnie"),
        required=False,
        help_text=_("Gdy przyjmie zaproszenie, przejmie opiekę, a Ty przestaniesz działać."),
    )


class HandoverForm(forms.Form):
    """To whom a keeper hands the profile over, and whether they stay."""

    to = forms.ModelChoiceField(label=_("Komu przekazujesz opiekę"), queryset=User.objects.none())
    stays = forms.BooleanField(
        label=_("Nadal działam w imieniu organizacji jako przedstawiciel"),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, organization: Organization, keeper: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to = cast(forms.ModelChoiceField, self.fields["to"])
        to.queryset = User.objects.filter(
            organizationmemberships__organization=organization,
            organizationmemberships__is_active=True,
        ).exclude(pk=keeper.pk)


class ReleaseForm(forms.Form):
    """Why the only keeper cannot go on and nobody takes over."""

    reason = forms.CharField(
        label=_("Dlaczego nie masz komu przekazać opieki"),
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Przeczyta to administrator portalu, który podejmie decyzję."),
    )


class SuggestionForm(forms.Form):
    """A reader saw a mistake."""

    field = forms.ChoiceField(label=_("Co jest nie tak"))
    value = forms.CharField(
        label=_("Jak powinno być"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    source = forms.CharField(
        label=_("Skąd to wiadomo"), max_length=200, help_text=_("Np. strona organizacji.")
    )

    def __init__(self, *args: Any, organization: Organization, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = [  # type: ignore[attr-defined]
            (name, _field_label(organization, name)) for name in SUGGESTIBLE_FIELDS
        ]


def _field_label(organization: Organization, name: str) -> str:
    label = organization.field_label(name)
    value = str(getattr(organization, name))
    return f"{label}: {value[:60]}" if value else label


class ReasonForm(forms.Form):
    """Why something is refused."""

    reason = forms.CharField(
        label=_("Uzasadnienie"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ClaimDecisionForm(forms.Form):
    """What a moderator says of a claim."""

    replace_keepers = forms.BooleanField(
        label=_("Odbierz profil dotychczasowym opiekunom"), required=False
    )
    reason = forms.CharField(
        label=_("Uzasadnienie (potrzebne przy odmowie)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


PeopleFormSet = forms.inlineformset_factory(
    Organization,
    OrganizationPerson,
    fields=["person_name", "function", "has_consented"],
    extra=1,
    can_delete=True,
)
ProjectsFormSet = forms.inlineformset_factory(
    Organization,
    OrganizationProject,
    fields=["title", "year_from", "year_to", "funder", "summary", "website"],
    extra=1,
    can_delete=True,
)
