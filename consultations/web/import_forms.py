"""Forms around filled remark forms: bringing them in and correcting what was read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.domain.import_corrections import FileContent, RowContent
from consultations.domain.organization_finding import find_organization
from consultations.domain.remark_imports import Origin
from consultations.domain.unit_finding import WHOLE, Place, UnitFinder
from consultations.models import (
    IMPORT_CHANNELS,
    Channel,
    Consultation,
    RemarkImportFile,
    RemarkImportRow,
)
from consultations.web.meeting_choice import AtMeetingForm
from documents.forms import CheckedFilesField
from organizations.models import Organization
from pages.forms import DateInput

MOST_FILES = 50
LARGEST_FORM = 5 * 1024 * 1024


class _ReceivedForm(forms.Form):
    """How and when something reached the office."""

    channel = forms.ChoiceField(
        label=_("Sposób zgłoszenia"), choices=IMPORT_CHANNELS, initial=Channel.FORM
    )
    received_on = forms.DateField(
        label=_("Data wpływu"), widget=DateInput, initial=timezone.localdate
    )

    def clean_received_on(self) -> Any:
        """A letter cannot have come tomorrow."""
        received_on = self.cleaned_data["received_on"]
        if received_on > timezone.localdate():
            raise forms.ValidationError(_("Data wpływu nie może być z przyszłości."))
        return received_on


class BringFormsForm(AtMeetingForm, _ReceivedForm):
    """Filled forms, one or many."""

    filled = CheckedFilesField(
        label=_("Wypełnione formularze"),
        help_text=_("DOCX lub XLSX, najwyżej 50 plików, każdy do 5 MB."),
        most=MOST_FILES,
        allowed={"docx", "xlsx"},
        max_bytes=LARGEST_FORM,
    )
    submitter_name = forms.CharField(
        label=_("Zgłaszający, jeśli formularz go nie podaje"),
        max_length=300,
        required=False,
    )
    field_order = ["filled", "channel", "meeting", "received_on", "submitter_name"]

    @property
    def origin(self) -> Origin:
        """For the domain."""
        return Origin(
            channel=Channel(self.cleaned_data["channel"]),
            received_on=self.cleaned_data["received_on"],
            submitter_name=self.cleaned_data["submitter_name"].strip(),
            meeting=self.cleaned_data.get("meeting"),
        )


class ImportFileForm(_ReceivedForm):
    """Who sent one form, how and when."""

    submitter_name = forms.CharField(label=_("Zgłaszający"), max_length=300)
    organization = forms.CharField(
        label=_("W imieniu organizacji"),
        required=False,
        max_length=300,
        help_text=_("Numer KRS, NIP lub REGON albo pełna nazwa z bazy organizacji."),
    )
    field_order = ["submitter_name", "organization", "channel", "received_on"]

    def __init__(self, *args: Any, source: RemarkImportFile, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", f"plik-{source.pk}")
        organization = source.organization
        kwargs.setdefault(
            "initial",
            {
                "submitter_name": source.submitter_name,
                "organization": str(organization) if organization else "",
                "channel": source.channel,
                "received_on": source.received_on,
            },
        )
        super().__init__(*args, **kwargs)
        self.source = source

    def clean_organization(self) -> Organization | None:
        """An organization of the directory; the one that is there already may stay."""
        words = self.cleaned_data["organization"].strip()
        if not words:
            return None
        kept = self.source.organization
        found = kept if kept and str(kept) == words else find_organization(words)
        if found is None:
            raise forms.ValidationError(
                _("Nie ma jednej takiej organizacji w bazie. Podaj numer albo zostaw puste pole.")
            )
        return found

    @property
    def content(self) -> FileContent:
        """For the domain."""
        return FileContent(
            submitter_name=self.cleaned_data["submitter_name"].strip(),
            organization=self.cleaned_data["organization"],
            channel=self.cleaned_data["channel"],
            received_on=self.cleaned_data["received_on"],
        )


class ImportRowForm(forms.ModelForm):
    """One row of a form."""

    unit = forms.CharField(
        label=_("Jednostka redakcyjna"),
        max_length=300,
        help_text=_("Np. „§ 5 ust. 2”; uwaga ogólna: „całość”."),
        widget=forms.TextInput(attrs={"list": "jednostki"}),
    )
    field_order = ["unit", "text", "proposed_wording", "justification", "submitter_name"]

    class Meta:
        model = RemarkImportRow
        fields = ["text", "proposed_wording", "justification", "submitter_name", "is_skipped"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5, "maxlength": 20_000}),
            "proposed_wording": forms.Textarea(attrs={"rows": 4, "maxlength": 20_000}),
            "justification": forms.Textarea(attrs={"rows": 3, "maxlength": 20_000}),
        }

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._consultation = consultation
        self._place = Place()
        row = self.instance
        self.fields["text"].required = True
        self.initial["unit"] = "całość" if row.is_whole else str(row.provision or row.citation)

    def clean(self) -> dict[str, Any]:
        """A row that is left out need not be right."""
        cleaned = super().clean() or {}
        if cleaned.get("is_skipped"):
            for name in ("text", "unit"):
                self.errors.pop(name, None)
                cleaned.setdefault(name, "")
        elif words := cleaned.get("unit", ""):
            self._place = self._find(words)
            if not self._place.is_certain:
                self.add_error("unit", _("Nie ma jednej takiej jednostki w projekcie."))
        return cleaned

    def _find(self, words: str) -> Place:
        row = self.instance
        if "unit" not in self.changed_data and row.is_placed:
            return WHOLE if row.is_whole else Place(row.provision, is_certain=True)
        return UnitFinder(self._consultation).by_words(words)

    @property
    def content(self) -> RowContent:
        """For the domain."""
        data = self.cleaned_data
        return RowContent(
            place=self._place,
            text=data["text"],
            proposed_wording=data["proposed_wording"],
            justification=data["justification"],
            submitter_name=data["submitter_name"].strip(),
            is_skipped=data["is_skipped"],
        )
