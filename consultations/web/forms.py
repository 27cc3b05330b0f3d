"""Forms of consultations; rules that need the database stand in ``domain``."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.acts.tree import UnreadableDocument
from consultations.domain import drafts, opening
from consultations.models import (
    Channel,
    Consultation,
    Position,
    Verdict,
)
from consultations.web.meeting_choice import AtMeetingForm
from consultations.web.reading_errors import sentence_for
from consultations.web.remark_forms import RemarkContentForm
from documents.forms import CheckedFileField
from organizations.domain.queries import public_bodies_of

DRAFT_TYPES = frozenset({"docx", "odt", "pdf", "html", "txt", "xml"})


class DateInput(forms.DateInput):
    """The browser's own date field, in the format that it requires."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class ConsultationForm(forms.ModelForm):
    """What, who, when and how."""

    class Meta:
        model = Consultation
        fields = [
            "title",
            "kind",
            "summary",
            "public_body",
            "unit",
            "legal_basis",
            "mode",
            "mode_origin",
            "participation",
            "identity",
            "approval_by_another",
            "opens_on",
            "closes_on",
            "contact_name",
            "contact_email",
            "contact_phone",
        ]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 5}),
            "legal_basis": forms.Textarea(attrs={"rows": 3}),
            "opens_on": DateInput(),
            "closes_on": DateInput(),
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not user.is_staff:
            bodies = cast(forms.ModelChoiceField, self.fields["public_body"])
            bodies.queryset = public_bodies_of(user)
        if self.instance.pk is not None:
            # From now on the mode is decided on a page of its own, with who and why.
            del self.fields["mode"], self.fields["mode_origin"]
        if self.instance.pk is None:
            self.initial.setdefault("opens_on", opening.default_term()[0])
            self.initial.setdefault("closes_on", opening.default_term()[1])

    def clean(self) -> dict[str, Any]:
        """Dates in order and not in the past."""
        cleaned = super().clean() or {}
        opens_on, closes_on = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens_on and closes_on:
            for field, message in opening.term_errors(opens_on, closes_on).items():
                self.add_error(field, message)
        return cleaned


class DraftForm(forms.Form):
    """The file with the draft."""

    source = CheckedFileField(
        label=_("Plik z projektem"),
        help_text=_("DOCX, ODT, PDF z tekstem, HTML, TXT lub XML (Akoma Ntoso)."),
        allowed=DRAFT_TYPES,
        max_bytes=settings.MAX_UPLOAD_BYTES,
    )

    def clean_source(self) -> Any:
        """Refuse what has no text before anything is stored."""
        source = self.cleaned_data["source"]
        source.file.seek(0)
        try:
            # The name as it was given: one that promises Word must keep the promise.
            given = cast(UploadedFile, self.files["source"])
            drafts.check_readable(source.file.read(), given.name or source.name)
        except UnreadableDocument as error:
            raise forms.ValidationError(sentence_for(error.code), code=error.code) from error
        return source


class EnterRemarkForm(AtMeetingForm, RemarkContentForm):
    """A remark that came by letter, e-mail or at a meeting."""

    provision = forms.ChoiceField(label=_("Jednostka redakcyjna"), required=False)
    channel = forms.ChoiceField(
        label=_("Sposób zgłoszenia"),
        choices=[choice for choice in Channel.choices if choice[0] != Channel.PORTAL],
    )
    received_on = forms.DateField(label=_("Data wpływu"), widget=DateInput())
    submitter_name = forms.CharField(
        label=_("Zgłaszający"),
        max_length=300,
        help_text=_("Nazwa organizacji albo imię i nazwisko."),
    )
    field_order = ["submitter_name", "channel", "meeting", "received_on", "provision"]

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, consultation=consultation, **kwargs)
        units = consultation.units().exclude(citation="")
        cast(forms.ChoiceField, self.fields["provision"]).choices = [
            ("", _("całość projektu")),
            *units.values_list("eid", "citation"),
        ]

    def clean_received_on(self) -> Any:
        """A letter cannot have come tomorrow."""
        received_on = self.cleaned_data["received_on"]
        if received_on > timezone.localdate():
            raise forms.ValidationError(_("Data wpływu nie może być z przyszłości."))
        return received_on


class WithdrawForm(forms.Form):
    """Why the author takes the remark back."""

    reason = forms.CharField(
        label=_("Powód (nieobowiązkowo)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PositionForm(forms.ModelForm):
    """The office's answer."""

    verdict = forms.ChoiceField(
        label=_("Stanowisko"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    class Meta:
        model = Position
        fields = ["verdict", "reasons"]
        widgets = {"reasons": forms.Textarea(attrs={"rows": 6})}


class StageForm(forms.Form):
    """A reason for a change of stage."""

    reason = forms.CharField(
        label=_("Powód"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]


class ExtendTermForm(forms.Form):
    """A later last day, and why."""

    closes_on = forms.DateField(label=_("Nowy ostatni dzień"), widget=DateInput())
    reason = forms.CharField(
        label=_("Powód"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zobaczą go wszyscy uczestnicy."),
    )
