"""Forms of meetings: announcing, recording, counting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from consultations.domain.meetings import AttendanceLine
from consultations.models import ConsultationMeeting, Sector
from documents.forms import CheckedFileField
from pages.forms import DateTimeInput

PROTOCOL_TYPES = frozenset({"pdf", "docx", "odt"})
MOST_LINES = 500
_SEPARATOR = ";"


class MeetingForm(forms.ModelForm):
    """When, where and what about."""

    online_url = forms.URLField(
        label=_("Odnośnik do spotkania online"),
        required=False,
        max_length=500,
    )

    class Meta:
        model = ConsultationMeeting
        fields = [
            "kind",
            "title",
            "starts_at",
            "ends_at",
            "place",
            "online_url",
            "description",
            "accessibility",
        ]
        widgets = {
            "starts_at": DateTimeInput(),
            "ends_at": DateTimeInput(),
            "description": forms.Textarea(attrs={"rows": 5}),
            "accessibility": forms.Textarea(attrs={"rows": 2}),
        }

    def clean(self) -> dict[str, Any]:
        """Say at the field what the database would say of the row."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("Koniec spotkania musi być po jego początku."))
        if not cleaned.get("place") and not cleaned.get("online_url"):
            self.add_error("place", _("Podaj miejsce albo odnośnik do spotkania online."))
        return cleaned

    def validate_constraints(self) -> None:
        """``clean`` has said it at the fields."""


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=_("Powód"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zobaczą go wszyscy uczestnicy."),
    )


class ProtocolForm(forms.Form):
    """What was said at the meeting."""

    text = forms.CharField(
        label=_("Protokół"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Przebieg i ustalenia. Zobaczą go wszyscy, więc bez danych osób prywatnych."),
    )
    file = CheckedFileField(label=_("Plik protokołu"), allowed=PROTOCOL_TYPES, required=False)

    def __init__(self, *args: Any, has_file: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._has_file = has_file

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        cleaned = super().clean() or {}
        is_empty = not (cleaned.get("text") or cleaned.get("file") or self._has_file)
        if is_empty and not self.errors:
            self.add_error("text", _("Wpisz protokół albo dodaj plik."))
        return cleaned


class AttendanceForm(forms.Form):
    """The signed list, line by line, and the counts of all who came."""

    people = forms.CharField(
        label=_("Lista obecności"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Każda osoba w osobnej linii: imię i nazwisko; kogo reprezentuje; sektor. Listę widzi "
            "tylko urząd, a dane są usuwane po dwóch latach."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for sector in Sector:
            self.fields[f"count_{sector.value}"] = forms.IntegerField(
                label=sector.label, required=False, min_value=0, max_value=100_000
            )

    def clean_people(self) -> list[AttendanceLine]:
        """Lines as people type them; a wrong one is told by its number."""
        text: str = self.cleaned_data["people"]
        rows = [line for line in text.splitlines() if line.strip()]
        if len(rows) > MOST_LINES:
            raise ValidationError(_("Lista może mieć najwyżej 500 osób."))
        return [_line(number, row) for number, row in enumerate(rows, start=1)]

    @property
    def counts(self) -> dict[Sector, int]:
        """How many came, by sector; at least those listed when a count was left empty."""
        listed = [line.sector for line in self.cleaned_data["people"]]
        return {
            sector: listed.count(sector) if (typed := self._typed(sector)) is None else typed
            for sector in Sector
        }

    def _typed(self, sector: Sector) -> int | None:
        count: int | None = self.cleaned_data[f"count_{sector.value}"]
        return count


def attendance_text(meeting: ConsultationMeeting) -> str:
    """The stored list in the form in which it is typed."""
    return "\n".join(
        f"{row.name}; {row.represents}; {row.get_sector_display()}"
        for row in meeting.attendees.all()
    )


def _line(number: int, row: str) -> AttendanceLine:
    parts = [part.strip() for part in row.split(_SEPARATOR)]
    sector = _sector(parts[-1]) if len(parts) == 3 else None
    is_too_long = len(parts[0]) > 160 or len(parts[-1]) > 300
    if sector is None or not parts[0] or is_too_long:
        raise ValidationError(
            _now(
                "Linia %(number)d: wpisz imię i nazwisko; kogo reprezentuje; sektor "
                "(np. %(example)s)."
            )
            % {"number": number, "example": Sector.NGO.label}
        )
    return AttendanceLine(parts[0], parts[1][:300], sector)


def _sector(text: str) -> Sector | None:
    """By the name or its first letters: "organizacje" is enough."""
    wanted = text.casefold()
    named = [sector for sector in Sector if str(sector.label).casefold().startswith(wanted)]
    return named[0] if wanted and len(named) == 1 else None
