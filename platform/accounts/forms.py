"""Forms of a person's account."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.domain.consents import (
    current_text,
    give_consent,
    optional_texts,
    valid_purposes,
)
from accounts.models import ConsentPurpose, User


class SignupDetailsForm(forms.Form):
    """What we ask at sign-up besides the e-mail address and password."""

    display_name = forms.CharField(
        label=_("Imię i nazwisko"),
        min_length=3,
        max_length=120,
        help_text=_("Tak podpiszemy Twoje uwagi i zgłoszenia."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    accept_terms = forms.BooleanField(
        label=current_text(ConsentPurpose.TERMS).statement,
        error_messages={"required": _("Bez akceptacji regulaminu nie założymy konta.")},
    )

    field_order = ["email", "display_name", "password1", "accept_terms"]

    @transaction.atomic
    def signup(self, request: HttpRequest, user: User) -> None:
        """Called by allauth once the account is there."""
        user.display_name = self.cleaned_data["display_name"]
        user.language = (translation.get_language() or user.language)[:2]
        user.save(update_fields=["display_name", "language"])
        give_consent(user, ConsentPurpose.TERMS)


class ProfileForm(forms.ModelForm):
    """What a person may change about themselves; the e-mail address changes by allauth."""

    class Meta:
        model = User
        fields = ["display_name", "phone", "language"]
        widgets = {
            "display_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        }


class ConsentsForm(forms.Form):
    """The optional consents, each a checkbox, ticked where the person agrees now."""

    def __init__(self, data: QueryDict | None, *, user: User) -> None:
        valid = valid_purposes(user)
        super().__init__(data)
        for text in optional_texts():
            self.fields[text.purpose.value] = forms.BooleanField(
                label=text.statement, required=False, initial=text.purpose in valid
            )

    def chosen(self) -> set[ConsentPurpose]:
        """The purposes that the person agrees to."""
        return {ConsentPurpose(name) for name, agreed in self.cleaned_data.items() if agreed}


class ErasureForm(forms.Form):
    """Asks for the account's address, so that nobody erases it by a slip."""

    email = forms.CharField(
        label=_("Adres e-mail Twojego konta"),
        help_text=_("Wpisz go, by potwierdzić, że chcesz usunąć konto. Tego nie da się cofnąć."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: QueryDict | None, *, user: User) -> None:
        super().__init__(data)
        self.user = user

    def clean_email(self) -> str:
        """The address of this account and no other."""
        email: str = self.cleaned_data["email"]
        if email.strip().lower() != self.user.email:
            raise ValidationError(_("To nie jest adres tego konta."))
        return email


class ImpersonationForm(forms.Form):
    """Why an administrator acts as somebody else."""

    reason = forms.CharField(
        label=_("Powód"),
        min_length=10,
        max_length=1000,
        help_text=_("Zapiszemy go, a osoba, w której imieniu działasz, będzie mogła go zobaczyć."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
