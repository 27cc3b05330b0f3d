"""Forms of the mode, the council, rounds and invitations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.domain import opening
from consultations.domain.invitations import Choice
from consultations.domain.office_defaults import OfficeText
from consultations.domain.office_templates import unknown_gaps
from consultations.models import (
    CouncilOpinion,
    CouncilVerdict,
    ModeDecision,
)
from consultations.web.forms import DateInput
from documents.forms import CheckedFileField
from organizations.models import PublicBenefitField
from territory.models import Area

OPINION_TYPES = frozenset({"pdf", "docx", "odt"})


class ModeForm(forms.ModelForm):
    """Who chose the mode, when and why."""

    class Meta:
        model = ModeDecision
        fields = ["mode", "origin", "decided_by", "decided_on", "basis", "reason"]
        widgets = {
            "mode": forms.RadioSelect,
            "origin": forms.RadioSelect,
            "decided_on": DateInput(),
            "reason": forms.Textarea(attrs={"rows": 3}),
        }

    def clean_decided_on(self) -> Any:
        """Nobody decides tomorrow."""
        return _not_in_future(self.cleaned_data["decided_on"])


class AskCouncilForm(forms.ModelForm):
    """The question to the council."""

    class Meta:
        model = CouncilOpinion
        fields = ["council_name", "council_email", "delivered_on", "note"]
        widgets = {"delivered_on": DateInput(), "note": forms.Textarea(attrs={"rows": 4})}

    def clean_delivered_on(self) -> Any:
        """The term runs from a day that has come."""
        return _not_in_future(self.cleaned_data["delivered_on"])


class OpinionForm(forms.Form):
    """What the council said."""

    verdict = forms.ChoiceField(
        label=_("Opinia rady"), choices=CouncilVerdict.choices, widget=forms.RadioSelect
    )
    given_on = forms.DateField(label=_("Data opinii"), widget=DateInput())
    resolution_number = forms.CharField(
        label=_("Numer uchwały rady"), max_length=60, required=False
    )
    content = forms.CharField(
        label=_("Treść opinii"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    file = CheckedFileField(label=_("Plik opinii"), allowed=OPINION_TYPES, required=False)

    def clean_given_on(self) -> Any:
        """An opinion has been given."""
        return _not_in_future(self.cleaned_data["given_on"])


class RoundForm(forms.Form):
    """The dates of a further round, and why there is one."""

    opens_on = forms.DateField(label=_("Początek tury"), widget=DateInput())
    closes_on = forms.DateField(
        label=_("Koniec tury"),
        widget=DateInput(),
        help_text=_("Uwagi można składać do 23:59:59 tego dnia."),
    )
    reason = forms.CharField(
        label=_("Powód kolejnej tury"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zobaczą go wszyscy uczestnicy."),
    )
    same_text = forms.BooleanField(label=_("Konsultujemy ponownie ten sam tekst"), required=False)

    def __init__(self, *args: Any, is_same_text: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_same_text:
            del self.fields["same_text"]

    def clean(self) -> dict[str, Any]:
        """Dates in order and still to come."""
        cleaned = super().clean() or {}
        opens_on, closes_on = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens_on and opens_on < timezone.localdate():
            self.add_error("opens_on", _("Ten dzień już minął. Wybierz dzisiejszy lub późniejszy."))
        if opens_on and closes_on:
            for field, message in opening.term_errors(opens_on, closes_on).items():
                self.add_error(field, message)
        return cleaned


class InvitationForm(forms.Form):
    """Which organizations, and what to tell them."""

    fields_of_benefit = forms.ModelMultipleChoiceField(
        label=_("Sfery pożytku publicznego"),
        queryset=PublicBenefitField.objects.order_by("position"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nic nie zaznaczono: organizacje z każdej sfery."),
    )
    counties = forms.ModelMultipleChoiceField(
        label=_("Powiaty"),
        queryset=Area.objects.counties(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Siedziba albo teren działania. Nic nie zaznaczono: całe województwo."),
    )
    gminas = forms.ModelMultipleChoiceField(
        label=_("Gminy"),
        queryset=Area.objects.gminas(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    only_opp = forms.BooleanField(
        label=_("Tylko organizacje pożytku publicznego (OPP)"), required=False
    )
    message = forms.CharField(
        label=_("Dopisek do zaproszenia"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def choice(self) -> Choice:
        """The choice as the domain knows it."""
        cleaned = self.cleaned_data
        return Choice(
            fields=list(cleaned["fields_of_benefit"]),
            areas=[*cleaned["counties"], *cleaned["gminas"]],
            only_opp=cleaned["only_opp"],
        )


class TemplateForm(forms.Form):
    """The office's own text."""

    title = forms.CharField(label=_("Tytuł dokumentu"), max_length=300)
    text = forms.CharField(
        label=_("Tekst wzoru"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_(
            "Pusta linia kończy akapit, „##” na początku linii robi z niej nagłówek, a „-” punkt "
            "listy. Nazwy w klamrach, np. {tytul}, portal zastąpi danymi konsultacji."
        ),
    )
    note = forms.CharField(label=_("Co zmieniono"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """A gap that nothing fills would be printed as it is."""
        cleaned = super().clean() or {}
        for field in ("title", "text"):
            if unknown := unknown_gaps(cleaned.get(field) or ""):
                names = ", ".join(f"{{{name}}}" for name in unknown)
                self.add_error(field, _("Nie znamy pól: %(names)s.") % {"names": names})
        return cleaned

    @property
    def office_text(self) -> OfficeText:
        """Title and text as the domain knows them."""
        return OfficeText(self.cleaned_data["title"], self.cleaned_data["text"])


def _not_in_future(day: Any) -> Any:
    if day > timezone.localdate():
        raise forms.ValidationError(_("Ta data nie może być z przyszłości."))
    return day
