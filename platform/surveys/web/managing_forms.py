"""Forms of those who run a survey."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys import respondents
from surveys.models import Survey

MOST_ADDRESSES = 2000


class MomentInput(forms.DateTimeInput):
    """The browser's own calendar and clock, which understand this format only."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class StartForm(forms.Form):
    """When and whom to ask."""

    title = forms.CharField(label=gettext_lazy("Tytuł ankiety"), max_length=200)
    respondent_kind = forms.ChoiceField(
        label=gettext_lazy("Kto odpowiada"), widget=forms.RadioSelect
    )
    opens_at = forms.DateTimeField(label=gettext_lazy("Początek"), widget=MomentInput)
    closes_at = forms.DateTimeField(
        label=gettext_lazy("Koniec"),
        widget=MomentInput,
        help_text=gettext_lazy("Od tej chwili odpowiedzi nie są przyjmowane."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["respondent_kind"].choices = [  # type: ignore[attr-defined]
            (kind.key, kind.label) for kind in respondents.kinds()
        ]

    def clean(self) -> dict[str, Any]:
        """The end comes after the beginning, and is not over yet."""
        cleaned: dict[str, Any] = super().clean() or {}
        opens_at, closes_at = cleaned.get("opens_at"), cleaned.get("closes_at")
        if closes_at and closes_at <= max(opens_at or timezone.now(), timezone.now()):
            self.add_error(
                "closes_at", _("Koniec ankiety musi być po jej początku i w przyszłości.")
            )
        return cleaned


class TermForm(forms.Form):
    """A new end."""

    closes_at = forms.DateTimeField(label=gettext_lazy("Nowy koniec"), widget=MomentInput)


class InviteForm(forms.Form):
    """Addresses that get a personal link."""

    addresses = forms.CharField(
        label=gettext_lazy("Adresy e-mail"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Każdy w osobnym wierszu; po średniku można podać imię lub nazwę."),
    )

    def clean_addresses(self) -> list[tuple[str, str]]:
        """Addresses with names; wrong ones are told by line."""
        found, wrong = [], []
        for line in self.cleaned_data["addresses"].splitlines():
            address, _sign, name = line.strip().partition(";")
            if not address:
                continue
            try:
                validate_email(address.strip())
                found.append((address.strip(), name.strip()))
            except ValidationError:
                wrong.append(address.strip())
        if wrong:
            raise ValidationError(
                _("To nie są adresy e-mail: %(wrong)s") % {"wrong": ", ".join(wrong[:10])}
            )
        if len(found) > MOST_ADDRESSES:
            raise ValidationError(_("Naraz można zaprosić najwyżej 2000 adresów."))
        return found


class ConclusionsForm(forms.ModelForm):
    """What follows from the answers, said when the results are published."""

    class Meta:
        model = Survey
        fields = ["conclusions"]
        widgets = {"conclusions": forms.Textarea(attrs={"rows": 5})}
