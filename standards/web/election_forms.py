"""Forms of opinions and elections."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from consultations.models import Consultation
from documents.forms import CheckedFileField
from organizations.domain.queries import organizations_of
from organizations.models import Organization, OrganizationRole
from pages.forms import DateInput, DateTimeInput
from standards.models import Candidate, Election, Opinion, Standard, WorkingGroup
from standards.web.uploads import PAPERS


class OpinionForm(forms.ModelForm):
    """The council's opinion, about a consultation or a standard."""

    upload = CheckedFileField(label=_("Plik opinii"), allowed=PAPERS, required=False)

    class Meta:
        model = Opinion
        fields = [
            "number", "dated_on", "subject", "verdict", "text", "consultation", "standard",
        ]  # fmt: skip
        widgets = {"dated_on": DateInput(), "text": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args: Any, council: WorkingGroup, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.council = council
        consultations = cast(forms.ModelChoiceField, self.fields["consultation"])
        consultations.queryset = Consultation.objects.visible_to(user).filter(
            public_body=council.public_body
        )
        standards = cast(forms.ModelChoiceField, self.fields["standard"])
        standards.queryset = Standard.objects.visible_to(user)

    def clean(self) -> dict[str, Any]:
        """About one thing; a number of its own."""
        cleaned = super().clean() or {}
        if cleaned.get("consultation") and cleaned.get("standard"):
            self.add_error("standard", _("Opinia dotyczy konsultacji albo standardu."))
        number = cleaned.get("number", "").strip()
        if self.council.opinions.filter(number=number).exists():
            self.add_error("number", _("Opinia o tym numerze już jest."))
        return cleaned


class ElectionForm(forms.ModelForm):
    """Rules and moments of an election."""

    class Meta:
        model = Election
        fields = [
            "title", "rules", "seats", "candidates_until", "voting_from", "voting_until",
            "results_at", "complaints_until",
        ]  # fmt: skip
        widgets = {
            "rules": forms.Textarea(attrs={"rows": 8}),
            **{
                name: DateTimeInput()
                for name in (
                    "candidates_until", "voting_from", "voting_until", "results_at",
                    "complaints_until",
                )
            },
        }  # fmt: skip


class CandidateForm(forms.ModelForm):
    """Whom an organization puts forward."""

    email = forms.EmailField(
        label=_("E-mail konta kandydata"),
        required=False,
        help_text=_("Kandydat z kontem wyrazi zgodę na portalu; bez konta dodaj podpisaną zgodę."),
    )
    upload = CheckedFileField(
        label=_("Podpisana zgoda kandydata"), allowed=PAPERS | {"jpeg", "png"}, required=False
    )

    class Meta:
        model = Candidate
        fields = ["organization", "name", "programme"]
        widgets = {"programme": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["organization", "name", "email", "upload", "programme"])
        mine = cast(forms.ModelChoiceField, self.fields["organization"])
        mine.queryset = organizations_of(user)

    def clean_email(self) -> User | None:
        """The account with this address."""
        email = self.cleaned_data["email"].strip().lower()
        if not email:
            return None
        user = User.objects.filter(email=email, is_active=True).first()
        if user is None:
            raise forms.ValidationError(_("Nie ma konta z tym adresem. Zostaw pole puste."))
        return user

    def clean(self) -> dict[str, Any]:
        """Consent one way or the other."""
        cleaned = super().clean() or {}
        self.instance.user = cleaned.get("email")
        if not self.errors and not cleaned.get("email") and not cleaned.get("upload"):
            self.add_error("upload", _("Dodaj podpisaną zgodę albo podaj konto kandydata."))
        return cleaned


class CheckCandidateForm(forms.Form):
    """Why a candidate is not on the list."""

    reason = forms.CharField(
        label=_("Powód odrzucenia"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MandateForm(forms.Form):
    """Who casts the vote of which organization."""

    organization = forms.ModelChoiceField(
        label=_("Organizacja"), queryset=Organization.objects.none()
    )
    email = forms.EmailField(
        label=_("E-mail upoważnionej osoby"),
        help_text=_("Osoba, która reprezentuje organizację na portalu; może to być Twój adres."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = organizations_of(user).filter(
            memberships__user=user,
            memberships__is_active=True,
            memberships__role=OrganizationRole.OWNER,
        )
        cast(forms.ModelChoiceField, self.fields["organization"]).queryset = kept
        self.initial.setdefault("email", user.email)

    def clean_email(self) -> User:
        """The account with this address."""
        email = self.cleaned_data["email"].strip().lower()
        user = User.objects.filter(email=email, is_active=True).first()
        if user is None:
            raise forms.ValidationError(_("Nie ma konta z tym adresem."))
        return user


class SecretBallotForm(forms.Form):
    """The vote of an organization."""

    organization = forms.ModelChoiceField(
        label=_("W imieniu organizacji"), queryset=Organization.objects.none(), empty_label=None
    )
    chosen = forms.ModelMultipleChoiceField(
        label=_("Kandydaci"),
        queryset=Candidate.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, election: Election, organizations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.election = election
        cast(forms.ModelChoiceField, self.fields["organization"]).queryset = organizations
        candidates = cast(forms.ModelMultipleChoiceField, self.fields["chosen"])
        candidates.queryset = election.candidates.filter(state="accepted")
        candidates.help_text = _(
            "Najwyżej %(seats)s. Nikt zaznaczony oznacza głos pusty, też ważny dla frekwencji."
        ) % {"seats": election.seats}

    def clean_chosen(self) -> Any:
        """Not more than there are seats."""
        chosen = self.cleaned_data["chosen"]
        if len(chosen) > self.election.seats:
            raise forms.ValidationError(_("Zaznacz najwyżej tylu kandydatów, ile jest miejsc."))
        return chosen


class ReceiptForm(forms.Form):
    """The control number that the voter got."""

    receipt = forms.CharField(label=_("Numer kontrolny"), max_length=60)


class ComplaintForm(forms.Form):
    """What is wrong."""

    text = forms.CharField(
        label=_("Treść skargi"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6})
    )


class ComplaintDecisionForm(forms.Form):
    """The answer to a complaint."""

    decision = forms.CharField(
        label=_("Rozstrzygnięcie"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    is_upheld = forms.BooleanField(label=_("Skarga uwzględniona"), required=False)
