"""Forms of the many small rows that belong to an event."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.forms import CheckedFileField
from events.models import (
    Event,
    Invitation,
    LoadInSlot,
    Material,
    PersonRole,
    Pool,
    Room,
    Sector,
    Session,
    Speaker,
    Stand,
    Task,
    Track,
)
from pages.forms import DateInput, DateTimeInput

_FILES = frozenset({"pdf", "docx", "xlsx", "odt", "ods", "png", "jpeg", "webp", "txt"})


class RowForm(forms.ModelForm):
    """A row of one event; uniqueness within the event is checked with the form."""

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        if self.instance.pk is None:
            self.instance.event = event

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - {"event"}  # type: ignore[misc]


class RoomForm(RowForm):
    """A room or a stage."""

    class Meta:
        model = Room
        fields = ["name", "capacity", "accessibility", "position"]


class TrackForm(RowForm):
    """A thread of the programme."""

    class Meta:
        model = Track
        fields = ["name", "position"]


class SpeakerForm(RowForm):
    """A person of the programme."""

    class Meta:
        model = Speaker
        fields = ["name", "affiliation", "bio", "email", "not_before", "not_after"]
        widgets = {"not_before": DateTimeInput(), "not_after": DateTimeInput()}


class SessionForm(RowForm):
    """A session with its people."""

    speakers = forms.ModelMultipleChoiceField(
        label=_("prelegenci"),
        queryset=Speaker.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    moderators = forms.ModelMultipleChoiceField(
        label=_("prowadzący"),
        queryset=Speaker.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Session
        fields = [
            "title",
            "kind",
            "abstract",
            "language",
            "track",
            "room",
            "starts_at",
            "ends_at",
            "capacity",
            "stream_url",
        ]
        widgets = {"starts_at": DateTimeInput(), "ends_at": DateTimeInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (
            ("room", self.event.rooms.all()),
            ("track", self.event.tracks.all()),
            ("speakers", self.event.speakers.all()),
            ("moderators", self.event.speakers.all()),
        ):
            cast(forms.ModelChoiceField, self.fields[name]).queryset = rows
        if self.instance.pk:
            people = list(self.instance.people.values_list("speaker", "role"))
            self.initial["speakers"] = [key for key, role in people if role == PersonRole.SPEAKER]
            self.initial["moderators"] = [
                key for key, role in people if role == PersonRole.MODERATOR
            ]

    def clean(self) -> dict[str, Any]:
        """One role for each person; a limit not below those who signed up."""
        cleaned = super().clean() or {}
        both = set(cleaned.get("speakers") or []) & set(cleaned.get("moderators") or [])
        if both:
            self.add_error("moderators", _("Każdej osobie wybierz jedną rolę."))
        return cleaned


class PoolForm(RowForm):
    """Places kept for one side."""

    sectors = forms.MultipleChoiceField(
        label=_("dla kogo"), choices=Sector.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Pool
        fields = ["name", "sectors", "places", "releases_at", "position"]
        widgets = {"releases_at": DateTimeInput()}


class InvitationForm(RowForm):
    """A code for a closed registration."""

    class Meta:
        model = Invitation
        fields = ["code", "label", "limit", "valid_until"]
        widgets = {"valid_until": DateTimeInput()}


class TaskForm(RowForm):
    """A line of the checklist."""

    class Meta:
        model = Task
        fields = ["title", "due_on", "assignee"]
        widgets = {"due_on": DateInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        from events.domain.team import people_of

        cast(forms.ModelChoiceField, self.fields["assignee"]).queryset = people_of(self.event)


class StandForm(RowForm):
    """A stand on the plan."""

    class Meta:
        model = Stand
        fields = ["label", "zone", "x", "y", "width", "depth", "has_power"]


class LoadInForm(RowForm):
    """A load-in slot."""

    class Meta:
        model = LoadInSlot
        fields = ["starts_at", "ends_at", "places"]
        widgets = {"starts_at": DateTimeInput(), "ends_at": DateTimeInput()}


class MaterialForm(RowForm):
    """A file or a link for participants."""

    upload = CheckedFileField(label=_("plik"), allowed=_FILES, required=False)
    field_order = ["title", "session", "upload", "url", "is_photo", "people_consented"]

    class Meta:
        model = Material
        fields = ["title", "session", "url", "is_photo", "people_consented"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sessions = cast(forms.ModelChoiceField, self.fields["session"])
        sessions.queryset = self.event.sessions.all()

    def clean(self) -> dict[str, Any]:
        """A file or a link, and pictures only in the gallery."""
        cleaned = super().clean() or {}
        upload = cleaned.get("upload")
        if not upload and not cleaned.get("url") and not self.instance.file_id:
            self.add_error("upload", _("Dodaj plik albo odnośnik."))
        if cleaned.get("is_photo") and upload and not upload.content_type.startswith("image/"):
            self.add_error("upload", _("Do galerii dodaj zdjęcie: PNG, JPEG albo WebP."))
        if cleaned.get("is_photo") and not cleaned.get("people_consented"):
            self.add_error(
                "people_consented",
                _("Zdjęcie pokażemy, gdy potwierdzisz zgodę osób, które na nim są."),
            )
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        # The file is stored only when the form is right; the constraint is checked in clean.
        return super()._get_validation_exclusions() | {"file", "url", "people_consented"}
