"""Forms of standards and their steps."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.domain import opening as consulting
from consultations.models import Consultation
from documents.forms import CheckedFileField
from organizations.domain.queries import public_bodies_of
from pages.forms import DateInput
from standards.domain import opening
from standards.domain.permissions import can_lead_group
from standards.models import (
    ROAD,
    DocumentVersion,
    EvidenceKind,
    Opinion,
    Stage,
    Standard,
    Training,
    Transition,
    WorkingGroup,
)
from standards.web.uploads import PAPERS

_K = EvidenceKind
# What a step asks for besides its date.
_ASKED: dict[EvidenceKind, list[str]] = {
    _K.APPOINTMENT: ["number", "file"],
    _K.DRAFT: ["document", "file", "note"],
    _K.INTERNAL_OPINION: ["file", "note"],
    _K.CONSULTATION: ["consultation"],
    _K.COUNCIL_OPINION: ["opinion", "number", "file"],
    _K.RESOLUTION: ["number", "file", "adopted_source"],
    _K.PUBLICATION: ["number", "url", "file"],
    _K.TRAINING: ["training"],
    _K.REVIEW: ["file", "note"],
    _K.REPLACEMENT: ["replacement"],
    _K.REPEAL: ["number", "file"],
}
_FACTS = {_K.CONSULTATION, _K.TRAINING, _K.REPLACEMENT}


class StandardForm(forms.ModelForm):
    """What the standard is about and who makes it."""

    class Meta:
        model = Standard
        fields = [
            "title", "subject", "summary", "plain_language", "public_body", "group", "is_listed",
        ]  # fmt: skip
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3}),
            "plain_language": forms.Textarea(attrs={"rows": 14}),
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = WorkingGroup.objects.visible_to(user).filter(closed_on__isnull=True)
        cast(forms.ModelChoiceField, self.fields["group"]).queryset = groups
        if not user.is_staff:
            bodies = cast(forms.ModelChoiceField, self.fields["public_body"])
            bodies.queryset = public_bodies_of(user)


class StepForm(forms.Form):
    """The evidence of one step; fields depend on what the step asks for."""

    document = forms.ModelChoiceField(
        label=_("Wersja z przestrzeni zespołu"),
        queryset=DocumentVersion.objects.none(),
        required=False,
        empty_label=_("żadna, dodaję plik"),
    )
    consultation = forms.ModelChoiceField(
        label=_("Konsultacje"),
        queryset=Consultation.objects.none(),
        help_text=_("Konsultacje tego standardu, których wyniki i raport są ogłoszone."),
    )
    opinion = forms.ModelChoiceField(
        label=_("Opinia rady"),
        queryset=Opinion.objects.none(),
        required=False,
        empty_label=_("żadna, dodaję plik"),
    )
    training = forms.ModelChoiceField(
        label=_("Szkolenie"),
        queryset=Training.objects.none(),
        help_text=_("Zapisane szkolenia z tego standardu, na których ktoś był."),
    )
    replacement = forms.ModelChoiceField(
        label=_("Zastąpiony przez"), queryset=Standard.objects.none()
    )
    number = forms.CharField(label=_("Numer"), max_length=80, help_text=_("Np. 5785/2014."))
    dated_on = forms.DateField(label=_("Data"), widget=DateInput())
    url = forms.URLField(
        label=_("Adres ogłoszenia"), required=False, help_text=_("Np. w BIP lub dzienniku.")
    )
    file = CheckedFileField(label=_("Plik"), allowed=PAPERS, required=False)
    note = forms.CharField(
        label=_("Treść lub opis"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    adopted_source = CheckedFileField(
        label=_("Plik z tekstem przyjętym"),
        allowed=PAPERS | {"html", "txt", "xml"},
        required=False,
        help_text=_(
            "Tylko gdy zarząd zmienił tekst po konsultacjach: portal podzieli go na jednostki i "
            "pokaże różnice. Bez pliku obowiązuje tekst po konsultacjach."
        ),
    )
    is_public = forms.BooleanField(
        label=_("Dokument publiczny"),
        required=False,
        initial=True,
        help_text=_("Niepubliczny dokument widzą urząd i zespół; sam krok widzą wszyscy."),
    )
    reason = forms.CharField(
        label=_("Powód"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zobaczą go wszyscy na osi czasu."),
    )

    def __init__(self, *args: Any, standard: Standard, move: Transition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.standard, self.move = standard, move
        self._keep_only(self._asked())
        self._offer()
        if "number" in self.fields:
            self.fields["number"].required = move.evidence in (
                _K.APPOINTMENT, _K.RESOLUTION, _K.REPEAL,
            )  # fmt: skip
        if move.evidence in (_K.RESOLUTION, _K.REPEAL):
            self.fields["file"].required = True
        self._prefill()

    def _asked(self) -> list[str]:
        kind = self.move.evidence
        if kind is None:
            return ["reason"]
        asked = [*_ASKED[kind], "dated_on"]
        return asked if kind in _FACTS else [*asked, "is_public"]

    def _keep_only(self, names: list[str]) -> None:
        for name in set(self.fields) - set(names):
            del self.fields[name]
        self.order_fields(names)

    def _offer(self) -> None:
        """What the person may choose from, all of it the standard's own."""
        standard = self.standard
        choices: dict[str, Any] = {
            "document": DocumentVersion.objects.filter(
                document__standard=standard, is_aside=False
            ).select_related("document"),
            "consultation": Consultation.objects.filter(
                pk__in=[row.pk for row in opening.results_of(standard)]
            )
            if "consultation" in self.fields
            else None,
            "opinion": Opinion.objects.filter(standard=standard)
            | Opinion.objects.filter(consultation__of_standard__standard=standard),
            "training": standard.trainings.filter(attendance__isnull=False).distinct(),
            "replacement": Standard.objects.exclude(pk=standard.pk),
        }
        for name in set(choices) & set(self.fields):
            cast(forms.ModelChoiceField, self.fields[name]).queryset = choices[name]

    def _prefill(self) -> None:
        """Today, or what the team's own act of appointment says."""
        self.initial.setdefault("dated_on", timezone.localdate())
        group = self.standard.group
        if self.move.evidence == _K.APPOINTMENT and group is not None:
            self.initial["number"] = group.appointment_number
            self.initial["dated_on"] = group.appointed_on or timezone.localdate()
            if group.appointment_file is not None:
                self.fields["file"].help_text = _("Bez pliku użyjemy aktu zapisanego przy zespole.")

    def clean(self) -> dict[str, Any]:
        """What the database would refuse is said beside the field."""
        cleaned = super().clean() or {}
        kind = self.move.evidence
        group = self.standard.group
        known = kind == _K.APPOINTMENT and group is not None and group.appointment_file_id
        needs = {
            _K.APPOINTMENT: ("file",),
            _K.DRAFT: ("document", "file"),
            _K.INTERNAL_OPINION: ("file", "note"),
            _K.COUNCIL_OPINION: ("opinion", "file"),
            _K.PUBLICATION: ("url", "file"),
            _K.REVIEW: ("file", "note"),
        }.get(kind or _K.RESOLUTION)
        if needs and not known and not any(cleaned.get(name) for name in needs):
            first = needs[-1]
            if not self.errors.keys() & set(needs):
                self.add_error(first, _("Bez tego nie da się potwierdzić kroku. Uzupełnij."))
        return cleaned

    def clean_dated_on(self) -> date:
        """A step cannot have been taken tomorrow."""
        day: date = self.cleaned_data["dated_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Ta data jest z przyszłości."))
        return day


class PlanForm(forms.Form):
    """A due day for each step that is still to come."""

    def __init__(self, *args: Any, standard: Standard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        order = list(Stage)
        reached = order.index(Stage(standard.stage))
        plans = {plan.stage: plan.due_on for plan in standard.plans.all()}
        for stage in ROAD:
            if order.index(stage) > reached and stage != Stage.REPLACED:
                self.fields[stage.value] = forms.DateField(
                    label=stage.label,
                    required=False,
                    widget=DateInput(),
                    initial=plans.get(stage.value),
                )


class StartConsultationForm(forms.ModelForm):
    """What the office adds to a consultation that the portal has prefilled."""

    class Meta:
        model = Consultation
        fields = [
            "title", "summary", "unit", "legal_basis", "mode", "mode_origin", "opens_on",
            "closes_on", "contact_name", "contact_email", "contact_phone",
        ]  # fmt: skip
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "legal_basis": forms.Textarea(attrs={"rows": 3}),
            "opens_on": DateInput(),
            "closes_on": DateInput(),
        }

    def clean(self) -> dict[str, Any]:
        """Dates in order and not in the past."""
        cleaned = super().clean() or {}
        opens_on, closes_on = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens_on and closes_on:
            for field, message in consulting.term_errors(opens_on, closes_on).items():
                self.add_error(field, message)
        return cleaned


class GroupForm(forms.ModelForm):
    """What the body is for, how it was appointed, and how many sit on each side."""

    appointment_upload = CheckedFileField(
        label=_("Plik aktu powołania"), allowed=PAPERS, required=False
    )

    class Meta:
        model = WorkingGroup
        fields = [
            "name", "kind", "purpose", "public_body", "appointment_number", "appointed_on",
            "term_from", "term_until", "ngo_seats", "administration_seats", "quorum_percent",
            "contact_email", "is_listed", "closed_on",
        ]  # fmt: skip
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 4}),
            **{
                name: DateInput()
                for name in ("appointed_on", "term_from", "term_until", "closed_on")
            },
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["name", "kind", "purpose", "public_body", "appointment_number",
                           "appointed_on", "appointment_upload"])  # fmt: skip
        if self.instance.pk is None:
            del self.fields["closed_on"]
        if not user.is_staff:
            bodies = cast(forms.ModelChoiceField, self.fields["public_body"])
            mine = public_bodies_of(user)
            if self.instance.pk and can_lead_group(user, self.instance):
                mine = mine | type(self.instance.public_body).objects.filter(
                    pk=self.instance.public_body_id
                )
            bodies.queryset = mine
